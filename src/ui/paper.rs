//! What is made for paper, and looks on screen as it will on paper.

use yew::{Callback, Html, html};

use super::key::symbol_key;
use super::report::{measures_groups, part_content};
use crate::app::{Action, Place};
use crate::view::{PartView, WholePage, WholePart};

/// The whole report, a part after the other.
pub(super) fn whole(page: &WholePage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { for page.parts.iter().map(|one| whole_part(one, dispatch)) }
            { symbol_key(&page.counts) }
        </>
    }
}

/// A part of it. Where no program follows links, those to the part find it by its id.
pub(super) fn whole_part(one: &WholePart, dispatch: &Callback<Action>) -> Html {
    html! {
        <section class="ql-whole" id={id_of(&one.place)}>
            <h2 class="ql-whole__heading">{ &one.heading }</h2>
            { match &one.part {
                PartView::Measures(page) => measures_groups(page, dispatch),
                part => part_content(part, dispatch),
            } }
        </section>
    }
}

/// What a link to a place finds on a page that holds several.
pub(super) fn id_of(place: &Place) -> String {
    place.address().trim_start_matches('#').to_owned()
}
