//! How the loaded files join.

use yew::{Html, html};

use crate::view::JoinsView;

/// How the loaded files join, closed until someone asks.
pub(super) fn joins_view(joins: &JoinsView) -> Html {
    html! {
        <details class="ql-joins">
            <summary>{ "How the open files join" }</summary>
            <ul>{ for joins.summaries.iter().map(|summary| html! { <li>{ summary }</li> }) }</ul>
            if !joins.disagreements.is_empty() {
                <p>{ "The files give different figures:" }</p>
                <ul>{ for joins.disagreements.iter().map(|what| html! { <li>{ what }</li> }) }</ul>
            }
            if !joins.points.is_empty() {
                <table class="ql-joins__table">
                    <caption class="ql-hidden">{ "Measures that may be the same, or that cannot be compared" }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "This report" }</th>
                            <th scope="col">{ "Other report" }</th>
                            <th scope="col">{ "What agrees" }</th>
                            <th scope="col">{ "What follows" }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for joins.points.iter().map(|point| html! {
                            <tr>
                                <th scope="row">{ &point.this }</th>
                                <td>{ &point.other }</td>
                                <td>{ point.by }</td>
                                <td>{ &point.outcome }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            }
        </details>
    }
}
