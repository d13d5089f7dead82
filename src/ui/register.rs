//! A table of words whose rows become labelled blocks on a phone.

use yew::{Callback, Html, html};

use super::listed::{listed_class, listed_id, listed_name};
use super::navigation::link;
use crate::app::Action;
use crate::view::{ListedPlace, ObjectiveLink};

/// The frame of a table.
pub(super) fn register(caption: &str, columns: &[&str], rows: Html) -> Html {
    html! {
        <table class="ql-register ql-stacked" role="table">
            <caption class="ql-hidden">{ caption.to_owned() }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { for columns.iter().map(|column| html! {
                        <th scope="col" role="columnheader">{ (*column).to_owned() }</th>
                    }) }
                </tr>
            </thead>
            <tbody role="rowgroup">{ rows }</tbody>
        </table>
    }
}

/// A row: what it is about, and its cells.
pub(super) fn register_row(reference: &str, title: Html, cells: Html) -> Html {
    html! {
        <tr class="ql-register__row" role="row">
            <th class="ql-register__title" scope="row" role="rowheader">
                { titled(reference, title) }
            </th>
            { cells }
        </tr>
    }
}

/// A row that has an address of its own.
pub(super) fn listed_row(at: &ListedPlace, reference: &str, title: Html, cells: Html) -> Html {
    html! {
        <tr class={listed_class("ql-register__row", at)} role="row" id={listed_id(at)}>
            <th class="ql-register__title" scope="row" role="rowheader">
                { listed_name(at, titled(reference, title)) }
            </th>
            { cells }
        </tr>
    }
}

fn titled(reference: &str, title: Html) -> Html {
    html! {
        <>
            if !reference.is_empty() {
                <span class="ql-register__ref">{ reference.to_owned() }</span>{ " " }
            }
            { title }
        </>
    }
}

/// A cell under a column heading, which is repeated in the cell where the columns are stacked.
pub(super) fn register_cell(heading: &str, content: Html) -> Html {
    html! {
        <td role="cell" data-heading={heading.to_owned()}>
            <div class="ql-register__content">{ content }</div>
        </td>
    }
}

/// A line across the columns, under the row that it belongs to.
pub(super) fn register_below(columns: usize, content: Html) -> Html {
    html! {
        <tr class="ql-register__below" role="row">
            <td role="cell" colspan={columns.to_string()}>{ content }</td>
        </tr>
    }
}

/// The objective that something belongs to, with the way there.
pub(super) fn objective_link(
    objective: Option<&ObjectiveLink>,
    dispatch: &Callback<Action>,
) -> Html {
    match objective {
        None => html! { <span class="ql-hint">{ "No objective" }</span> },
        Some(ObjectiveLink { text, place: None }) => html! { { text } },
        Some(ObjectiveLink { text, place: Some(place) }) => {
            link("ql-register__link", text, place, None, dispatch)
        }
    }
}
