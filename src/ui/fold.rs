//! What a phone has behind a button and every wider screen has in the open.

use yew::{Callback, Html, MouseEvent, Properties, component, html, use_state};

/// What a fold is given.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// What the button says.
    pub label: &'static str,
    /// What is behind it.
    pub children: Html,
}

/// A button, and what it opens below; on a wide screen what it would open is simply there.
#[component]
pub(super) fn Fold(props: &Props) -> Html {
    let is_open = use_state(|| false);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let class = if *is_open { "ql-fold__what ql-fold__what--open" } else { "ql-fold__what" };
    html! {
        <>
            <button
                type="button" class="ql-button ql-button--secondary ql-fold" onclick={toggle}
                aria-expanded={if *is_open { "true" } else { "false" }}
            >
                { props.label }
            </button>
            <div {class}>{ props.children.clone() }</div>
        </>
    }
}
