//! The review of targets.

use yew::{Callback, Html, html};

use super::listed::{listed_class, listed_id, listed_name};
use super::navigation::link;
use super::prose::prose;
use super::register::{register, register_cell, register_row};
use super::unbroken::unbroken;
use crate::app::Action;
use crate::view::{ReviewView, ReviewYear, TargetsPage};

/// The targets of one measure after the other.
pub(super) fn targets(page: &TargetsPage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            <div class="ql-overview"><p class="ql-overview__line">{ &page.headline }</p></div>
            { for page.reviews.iter().map(|one| review(one, dispatch)) }
        </>
    }
}

fn review(review: &ReviewView, dispatch: &Callback<Action>) -> Html {
    let rows = review.years.iter().map(review_row).collect();
    let caption = [review.reference.as_str(), &review.title].join(" ");
    let name = html! {
        <>
            if !review.reference.is_empty() {
                <span class="ql-narrative__number">{ &review.reference }</span>{ " " }
            }
            if let Some(place) = &review.place {
                { link("ql-register__link", &review.title, place, None, dispatch) }
            } else {
                { &review.title }
            }
        </>
    };
    html! {
        <section class={listed_class("ql-section", &review.at)} id={listed_id(&review.at)}>
            <h2 class="ql-section__heading">{ listed_name(&review.at, name) }</h2>
            if let Some(unit) = &review.unit {
                <p class="ql-hint">{ unit }</p>
            }
            { register(caption.trim(), &TargetsPage::COLUMNS, rows) }
            if let Some(reason) = &review.reason {
                <div class="ql-narrative__words">{ prose(reason, dispatch) }</div>
            }
        </section>
    }
}

fn review_row(year: &ReviewYear) -> Html {
    let [_, target, proposed, change] = TargetsPage::COLUMNS;
    let figure = |text: &str| html! { <span class="ql-register__figure">{ unbroken(text) }</span> };
    let cells = html! {
        <>
            { register_cell(target, figure(&year.old)) }
            { register_cell(proposed, match &year.proposed {
                Some(text) => figure(text),
                None => html! { <span class="ql-hint">{ TargetsPage::NOTHING }</span> },
            }) }
            { register_cell(change, unbroken(&year.change)) }
        </>
    };
    register_row("", html! { { &year.year } }, cells)
}
