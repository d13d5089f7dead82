//! Pages about the program.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html};

use super::key::symbol_key;
use super::prose::prose;
use crate::app::{Action, ToSave};
use crate::view::GuidePage;

/// What a page about the program is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The page.
    pub page: Rc<GuidePage>,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// A page about the program.
#[component]
pub fn GuideView(props: &Props) -> Html {
    let Props { page, dispatch } = props;
    html! {
        <main class="ql-guide">
            <h1 class="ql-guide__title" tabindex="-1">{ &page.title }</h1>
            { prose(&page.lead, dispatch) }
            { for page.sections.iter().map(|(heading, words)| html! {
                <section class="ql-guide__section">
                    <h2 class="ql-guide__heading">{ heading }</h2>
                    { prose(words, dispatch) }
                </section>
            }) }
            if !page.samples.is_empty() {
                <section class="ql-guide__section">
                    <h2 class="ql-guide__heading">{ GuidePage::SAMPLES }</h2>
                    <p>{ GuidePage::ABOUT_SAMPLES }</p>
                    <ul class="ql-guide__samples">
                        { for page.samples.iter().map(|name| sample(name, dispatch)) }
                    </ul>
                </section>
            }
            if !page.key.is_empty() {
                { symbol_key(&page.key) }
            }
        </main>
    }
}

fn sample(name: &str, dispatch: &Callback<Action>) -> Html {
    let saved = name.to_owned();
    let onclick = dispatch.reform(move |_| Action::Save(ToSave::Sample(saved.clone())));
    html! {
        <li>
            <button type="button" class="ql-link" {onclick}>{ format!("Save {name}") }</button>
        </li>
    }
}
