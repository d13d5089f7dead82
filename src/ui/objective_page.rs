//! The page of one objective.

use yew::{Callback, Html, html};

use super::navigation::link;
use super::report::group_body;
use crate::app::Action;
use crate::view::ObjectivePage;

/// An objective with its tables and what is linked to it.
pub(super) fn objective_page(page: &ObjectivePage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { group_body(&page.group, &page.columns, page.order, dispatch) }
            if !page.linked.is_empty() {
                <section class="ql-section">
                    <h2 class="ql-section__heading">{ "Measures linked to it in the plan" }</h2>
                    <ul>
                        { for page.linked.iter().map(|(text, place)| html! {
                            <li>
                                { match place {
                                    Some(place) => link("ql-linked", text, place, None, dispatch),
                                    None => html! { text },
                                } }
                            </li>
                        }) }
                    </ul>
                </section>
            }
            if !page.narrative.is_empty() {
                <section class="ql-section">
                    <h2 class="ql-section__heading">{ "In the narrative" }</h2>
                    <ul>
                        { for page.narrative.iter().map(|(text, place)| html! {
                            <li>{ link("ql-linked", text, place, None, dispatch) }</li>
                        }) }
                    </ul>
                </section>
            }
            if !page.risks.is_empty() {
                <section class="ql-section">
                    <h2 class="ql-section__heading">{ "Risks" }</h2>
                    <ul>{ for page.risks.iter().map(|risk| html! { <li>{ risk }</li> }) }</ul>
                </section>
            }
        </>
    }
}
