//! A report on one page, for where no program runs.

use yew::{Callback, Html, html};

use super::frame::who;
use super::key::symbol_key;
use super::paper::{id_of, whole_part};
use crate::view::{PlainPart, PlainReport};

/// A report on one page. Its links lead from part to part without any program.
pub(super) fn plain_report_view(report: &PlainReport) -> Html {
    let heading = &report.heading;
    html! {
        <>
            <header class="ql-header">
                { who(heading) }
            </header>
            <main class="ql-report">
                <div class="ql-report__head">
                    <div class="ql-part"><h1 class="ql-part__title">{ &heading.title }</h1></div>
                </div>
                { for report.notes.iter().map(|note| html! { <p class="ql-hint ql-plain__note">{ note }</p> }) }
                { contents(report) }
                { for report.parts.iter().map(|one| whole_part(one, &Callback::noop())) }
                { symbol_key(&report.counts) }
                { measures(report) }
            </main>
        </>
    }
}

fn contents(report: &PlainReport) -> Html {
    let parts = report.parts.iter().map(|one| (id_of(&one.place), one.heading.as_str()));
    let measures = (PlainReport::MEASURES_ID.to_owned(), PlainReport::MEASURES);
    let measures = (!report.measures.is_empty()).then_some(measures);
    html! {
        <nav class="ql-plain__contents" aria-label={PlainReport::CONTENTS}>
            <ul>
                { for parts.chain(measures).map(|(id, text)| html! {
                    <li><a href={format!("#{id}")}>{ text }</a></li>
                }) }
            </ul>
        </nav>
    }
}

fn measures(report: &PlainReport) -> Html {
    if report.measures.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ql-plain__measures" id={PlainReport::MEASURES_ID}>
            <h2 class="ql-whole__heading">{ PlainReport::MEASURES }</h2>
            { for report.measures.iter().map(|one| whole_part(one, &Callback::noop())) }
        </section>
    }
}

/// A piece of a report for somebody else's page.
pub(super) fn plain_part_view(part: &PlainPart) -> Html {
    html! {
        <>
            { whole_part(&part.part, &Callback::noop()) }
            <p class="ql-hint">{ &part.line }</p>
        </>
    }
}
