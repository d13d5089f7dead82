//! What an import came to.

use std::rc::Rc;

use yew::{
    Callback, Html, Properties, component, html, use_effect_with, use_mut_ref, use_node_ref,
};

use super::browser;
use super::new_version::new_version_bar;
use crate::app::{Action, LibraryAction};
use crate::view::{FindingView, Messages};

/// What the messages are given.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The messages.
    pub messages: Rc<Messages>,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// The progress of an import, what it came to, and everything that was found.
#[component]
pub(super) fn MessagesView(props: &Props) -> Html {
    let messages = &props.messages;
    let node = use_node_ref();
    {
        let node = node.clone();
        let is_told = use_mut_ref(|| false);
        use_effect_with(
            (messages.findings.clone(), messages.is_failure),
            move |(findings, failed)| {
                // What the page begins with is at its top, or was read before the program ran.
                if is_told.replace(true) && (*failed || !findings.is_empty()) {
                    browser::scroll_to_messages(&node);
                }
            },
        );
    }
    let dismiss = props.dispatch.reform(|_| Action::DismissFindings);
    let said = [&messages.outcome, &messages.saved, &messages.times];
    let said = said.into_iter().flatten().map(String::as_str);
    let said: Vec<&str> = messages.astray.into_iter().chain(said).collect();
    let said = (!said.is_empty()).then(|| said.join(" "));
    let class = if messages.is_failure || messages.findings.iter().any(|finding| finding.is_error) {
        "ql-messages ql-messages--error"
    } else if messages.is_uncertain {
        "ql-messages ql-messages--uncertain"
    } else {
        "ql-messages"
    };
    html! {
        <div class="ql-messages-frame" ref={node}>
            { new_version_bar(messages.new_version.as_ref(), &props.dispatch) }
            // Always there, so that a screen reader notices what is put into it.
            <div role="status" class="ql-live">
                if let Some(bar) = &messages.progress {
                    <p class="ql-progress__text">{ &bar.text }</p>
                }
                if let Some(said) = said {
                    <p class={class}>
                        { said }
                        <button type="button" class="ql-link ql-messages__dismiss" onclick={dismiss}>
                            { "Close this message" }
                        </button>
                    </p>
                }
            </div>
            <div role="alert">
                if !messages.notes.is_empty() {
                    { notes(&messages.notes, &props.dispatch) }
                }
            </div>
            if let Some(bar) = &messages.progress {
                <progress class="ql-progress" max="100" value={bar.percent.to_string()} aria-label={bar.text.clone()} />
            }
            if !messages.findings.is_empty() {
                <section class="ql-findings" aria-label="Messages about the files" tabindex="0">
                    <ul class="ql-findings__list">
                        { for messages.findings.iter().map(finding) }
                    </ul>
                </section>
            }
        </div>
    }
}

/// What went wrong with keeping reports on the device.
fn notes(notes: &[String], dispatch: &Callback<Action>) -> Html {
    let dismiss = dispatch.reform(|_| Action::Library(LibraryAction::Dismiss));
    html! {
        <div class="ql-messages ql-messages--error">
            <div>{ for notes.iter().map(|note| html! { <p>{ note }</p> }) }</div>
            <button type="button" class="ql-link ql-messages__dismiss" onclick={dismiss}>
                { "Close this message" }
            </button>
        </div>
    }
}

pub(super) fn finding(finding: &FindingView) -> Html {
    let class = if finding.is_error { "ql-finding ql-finding--error" } else { "ql-finding" };
    html! {
        <li {class}>
            <p class="ql-finding__place">
                <strong class="ql-finding__severity">{ finding.severity }</strong>
                { " " }{ &finding.place }
            </p>
            <p class="ql-finding__what">{ &finding.what }{ " " }{ &finding.mend }</p>
        </li>
    }
}
