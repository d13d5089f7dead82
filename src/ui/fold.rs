//! What a phone has behind a button and every wider screen has in the open.

use yew::{
    Callback, Html, KeyboardEvent, MouseEvent, NodeRef, Properties, UseStateHandle, component,
    hook, html, use_node_ref, use_state,
};

use super::browser;

/// What a button has opened: pressed again, or by Escape, it closes.
pub(super) struct Folded {
    is_open: UseStateHandle<bool>,
    /// The button.
    pub(super) button: NodeRef,
}

/// A button that has opened nothing yet.
#[hook]
pub(super) fn use_folded() -> Folded {
    Folded { is_open: use_state(|| false), button: use_node_ref() }
}

impl Folded {
    /// Whether it is open.
    pub(super) fn is_open(&self) -> bool {
        *self.is_open
    }

    /// The same for a screen reader.
    pub(super) fn expanded(&self) -> &'static str {
        if self.is_open() { "true" } else { "false" }
    }

    /// What a press of the button does.
    pub(super) fn toggle(&self) -> Callback<MouseEvent> {
        let is_open = self.is_open.clone();
        Callback::from(move |_| is_open.set(!*is_open))
    }

    /// Closes it before anything else is done.
    pub(super) fn closing<T: 'static>(&self, then: &Callback<T>) -> Callback<T> {
        let (is_open, then) = (self.is_open.clone(), then.clone());
        Callback::from(move |what| {
            is_open.set(false);
            then.emit(what);
        })
    }

    /// Escape closes it, and the focus is on the button, which is still there.
    pub(super) fn on_key(&self) -> Callback<KeyboardEvent> {
        let (is_open, button) = (self.is_open.clone(), self.button.clone());
        Callback::from(move |event: KeyboardEvent| {
            if *is_open && browser::is_escape(&event) {
                is_open.set(false);
                browser::focus_on(&button);
            }
        })
    }
}

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
    let folded = use_folded();
    let class =
        if folded.is_open() { "ql-fold__what ql-fold__what--open" } else { "ql-fold__what" };
    html! {
        <>
            <button
                type="button" class="ql-button ql-button--secondary ql-fold" ref={folded.button.clone()}
                onclick={folded.toggle()} onkeydown={folded.on_key()} aria-expanded={folded.expanded()}
            >
                { props.label }
            </button>
            <div {class} onkeydown={folded.on_key()}>{ props.children.clone() }</div>
        </>
    }
}
