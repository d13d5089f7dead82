//! Copying the address of what is on the page.

use yew::{
    Callback, Html, Properties, component, html, use_effect_with, use_node_ref, use_state_eq,
};

use super::browser;

/// What the copying is given.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The address ending that leads to the page.
    pub address: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Yes,
    Refused,
}

/// A button that copies the address; where that is refused, the address in a field, ready to be copied.
#[component]
pub(super) fn CopyAddress(props: &Props) -> Html {
    let outcome = use_state_eq(|| None);
    let field = use_node_ref();
    {
        // What was copied is no longer the address once more is typed.
        let outcome = outcome.clone();
        use_effect_with(props.address.clone(), move |_| outcome.set(None));
    }
    {
        let field = field.clone();
        use_effect_with(*outcome, move |outcome| {
            if *outcome == Some(Copied::Refused) {
                browser::select_text(&field);
            }
        });
    }
    let onclick = {
        let (ending, outcome) = (props.address.clone(), outcome.clone());
        Callback::from(move |_| {
            let outcome = outcome.clone();
            let done = Callback::from(move |is_copied| {
                outcome.set(Some(if is_copied { Copied::Yes } else { Copied::Refused }));
            });
            browser::copy(browser::address_of(&ending), done);
        })
    };
    html! {
        <div class="ql-copy">
            <button type="button" class="ql-button ql-button--secondary" {onclick}>
                { "Copy the address" }
            </button>
            <p class="ql-copy__outcome" role="status">
                { match *outcome {
                    None => "",
                    Some(Copied::Yes) => "Copied. The address holds everything typed here.",
                    Some(Copied::Refused) => "This browser does not let the page copy. Copy the address from the field below.",
                } }
            </p>
            if *outcome == Some(Copied::Refused) {
                <label class="ql-field">
                    <span class="ql-field__label">{ "Address of this case" }</span>
                    <input
                        class="ql-field__control" type="text" readonly=true ref={field}
                        value={browser::address_of(&props.address)}
                    />
                </label>
            }
        </div>
    }
}
