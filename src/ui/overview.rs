//! What matters first.

use yew::{Callback, Html, html};

use super::below::officers_key;
use super::chart::ChartView;
use super::navigation::link;
use super::prose::remarks;
use super::status::progress_tag;
use super::unbroken::unbroken;
use crate::app::Action;
use crate::view::{Changes, Exception, Exceptions, Missing, OverviewPage, StatusChange};

/// That some rows could not be read: whoever counts what is shown has to know.
pub(super) fn unread_warning(unread: Option<&str>) -> Html {
    unread.map_or_else(Html::default, |unread| {
        html! {
            <p class="ql-warning"><strong>{ "Not everything is shown. " }</strong>{ unread }</p>
        }
    })
}

/// The overview of a report.
pub(super) fn overview(page: &OverviewPage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            <section class="ql-overview" aria-label="Summary">
                { for page.headline.iter().map(|line| html! { <p class="ql-overview__line">{ line }</p> }) }
                if let Some((text, place)) = &page.way {
                    <p class="ql-overview__line">{ link("ql-overview__way", text, place, None, dispatch) }</p>
                }
                if let Some(basis) = &page.basis {
                    <p class="ql-hint">{ basis }</p>
                }
                { unread_warning(page.unread.as_deref()) }
            </section>
            if let Some(bars) = &page.bars {
                <section class="ql-section">
                    <h2 class="ql-section__heading">{ OverviewPage::OBJECTIVES }</h2>
                    <ChartView chart={bars.clone()} id="objectives-chart" />
                </section>
            }
            { for page.exceptions.iter().map(|one| exceptions(one, dispatch)) }
            { objectives(page, dispatch) }
            if let Some(all) = &page.changes {
                { changes(all, dispatch) }
            }
            { missing(&page.missing, dispatch) }
            if !page.notes.is_empty() {
                <section class="ql-section">
                    <h2 class="ql-section__heading">{ "Notes on this report" }</h2>
                    <ul class="ql-notes">{ for page.notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul>
                </section>
            }
            { officers_key(&page.officers) }
        </>
    }
}

fn objectives(page: &OverviewPage, dispatch: &Callback<Action>) -> Html {
    let lines = &page.objectives;
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ql-section">
            <h2 class="ql-section__heading">{ page.list_heading() }</h2>
            <ul class="ql-objectives">
                { for lines.iter().map(|line| {
                    let text = format!("{} {}", line.reference, line.title);
                    html! {
                        <li class="ql-objectives__line">
                            { link("ql-objectives__title", text.trim(), &line.place, None, dispatch) }
                            <p class="ql-objectives__text">{ &line.text }</p>
                            if let Some(directions) = &line.directions {
                                <p class="ql-objectives__text">{ directions }</p>
                            }
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

fn exceptions(all: &Exceptions, dispatch: &Callback<Action>) -> Html {
    html! {
        <section class="ql-section">
            <h2 class="ql-section__heading">{ &all.heading }</h2>
            <ul class="ql-exceptions">
                { for all.rows.iter().map(|row| exception(row, dispatch)) }
            </ul>
            if let Some(more) = &all.more {
                <p class="ql-hint">{ more }</p>
            }
        </section>
    }
}

fn exception(row: &Exception, dispatch: &Callback<Action>) -> Html {
    html! {
        <li class="ql-exceptions__row">
            <div class="ql-exceptions__head">
                <h3 class="ql-exceptions__title">
                    <span class="ql-exceptions__ref">{ &row.reference }</span>{ " " }
                    { link("ql-exceptions__link", &row.title, &row.place, None, dispatch) }
                </h3>
                { progress_tag(&row.status, Html::default()) }
            </div>
            <p class="ql-exceptions__why">{ unbroken(&row.why) }</p>
            if let Some(owner) = &row.owner {
                <p class="ql-hint">{ owner }</p>
            }
            <div class="ql-exceptions__commentary">{ remarks(&row.commentary, dispatch) }</div>
        </li>
    }
}

fn changes(changes: &Changes, dispatch: &Callback<Action>) -> Html {
    html! {
        <section class="ql-section">
            <h2 class="ql-section__heading">{ &changes.heading }</h2>
            if let Some(note) = &changes.note {
                <p class="ql-hint">{ note }</p>
            }
            { for changes.groups.iter().map(|group| html! {
                <>
                    <h3 class="ql-section__part">{ &group.heading }</h3>
                    <ul class="ql-changes">
                        { for group.changes.iter().map(|one| change(one, dispatch)) }
                    </ul>
                </>
            }) }
        </section>
    }
}

fn change(change: &StatusChange, dispatch: &Callback<Action>) -> Html {
    html! {
        <li class="ql-changes__row">
            <span class="ql-changes__what">
                <span class="ql-changes__ref">{ &change.reference }</span>{ " " }
                { link("ql-changes__link", &change.title, &change.place, None, dispatch) }
            </span>
            <span class="ql-changes__statuses">
                if let Some(before) = &change.before {
                    { progress_tag(before, Html::default()) }
                }
                if let Some(now) = &change.now {
                    <span class="ql-changes__now">
                        if change.before.is_some() {
                            <span>{ "to" }</span>
                        }
                        { progress_tag(now, Html::default()) }
                    </span>
                }
            </span>
        </li>
    }
}

fn missing(missing: &Missing, dispatch: &Callback<Action>) -> Html {
    if missing.note.is_none() && missing.rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ql-section">
            <h2 class="ql-section__heading">{ &missing.heading }</h2>
            if let Some(note) = missing.note {
                <p class="ql-hint">{ note }</p>
            }
            <ul class="ql-missing">
                { for missing.rows.iter().map(|row| {
                    let text = format!("{} {}", row.reference, row.title);
                    html! {
                        <li class="ql-missing__row">
                            { link("ql-missing__link", text.trim(), &row.place, None, dispatch) }
                            <span class="ql-missing__reason">{ &row.reason }</span>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
