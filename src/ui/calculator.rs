//! The page of the calculator.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html};

use super::below::derivation_view;
use super::copy::CopyAddress;
use super::entry::{earlier_years, entry_view};
use super::status::{direction_tag, progress_tag};
use crate::app::{Action, Edit};
use crate::view::{CalculatorPage, Results, Section, Tag};

/// What the calculator is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The page.
    pub page: Rc<CalculatorPage>,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// The fields, and beside them what comes of what is typed.
#[component]
pub fn CalculatorView(props: &Props) -> Html {
    let page = &props.page;
    let dispatch = &props.dispatch;
    let edit = |edit: Edit| dispatch.reform(move |_| Action::Calculate(edit.clone()));
    html! {
        <main class="ql-calculator">
            <header class="ql-calculator__head">
                <h1 class="ql-calculator__title" tabindex="-1">{ "Calculator" }</h1>
                <p class="ql-calculator__lead">
                    { "One measure, judged as you type. Nothing leaves this device; the page's address holds what is typed, so that a case can be sent." }
                </p>
                <div class="ql-calculator__tools">
                    <button type="button" class="ql-button ql-button--secondary" onclick={edit(Edit::Example)}>
                        { "Start with an example" }
                    </button>
                    <button
                        type="button" class="ql-button ql-button--secondary" onclick={edit(Edit::Clear)}
                    >
                        { "Clear" }
                    </button>
                    <CopyAddress address={page.address.clone()} />
                </div>
            </header>
            <div class="ql-calculator__form">
                { for page.sections.iter().map(|section| section_view(section, page, dispatch)) }
                { earlier_section(page, dispatch) }
            </div>
            <section class="ql-calculator__results" aria-labelledby="results-heading" tabindex="0">
                <h2 class="ql-calculator__called" id="results-heading">{ &page.called }</h2>
                <p class="ql-calculator__quarter">{ &page.quarter }</p>
                <p class="ql-hidden" role="status">{ &page.announcement }</p>
                { results(&page.results) }
            </section>
        </main>
    }
}

fn section_view(section: &Section, page: &CalculatorPage, dispatch: &Callback<Action>) -> Html {
    let rule = &page.rule;
    html! {
        <fieldset class="ql-calculator__section">
            <legend class="ql-calculator__legend">{ section.title }</legend>
            <div class="ql-calculator__entries">
                { for section.entries.iter().map(|entry| entry_view(entry, dispatch)) }
            </div>
            if section.has_rule {
                <div class="ql-calculator__rule">
                    <p><strong>{ &rule.title }{ "." }</strong>{ " " }{ &rule.text }</p>
                    { for rule.remarks.iter().map(|remark| html! { <p class="ql-hint">{ remark }</p> }) }
                </div>
            }
        </fieldset>
    }
}

fn earlier_section(page: &CalculatorPage, dispatch: &Callback<Action>) -> Html {
    let edit = |edit: Edit| dispatch.reform(move |_| Action::Calculate(edit.clone()));
    html! {
        <fieldset class="ql-calculator__section">
            <legend class="ql-calculator__legend">{ "Earlier years" }</legend>
            { earlier_years(&page.earlier, dispatch) }
            <div class="ql-calculator__tools">
                if page.can_add_year {
                    <button type="button" class="ql-link" onclick={edit(Edit::AddYear)}>
                        { "Add an earlier year" }
                    </button>
                }
                if !page.earlier.is_empty() {
                    <button type="button" class="ql-link" onclick={edit(Edit::RemoveYear)}>
                        { "Remove the earliest year" }
                    </button>
                }
            </div>
        </fieldset>
    }
}

fn results(results: &Results) -> Html {
    match results {
        Results::Awaited(words) => html! { <p class="ql-calculator__awaited">{ *words }</p> },
        Results::Withheld(words) => html! { <p class="ql-calculator__withheld">{ words }</p> },
        Results::Given { tags, derivations } => html! {
            <>
                <dl class="ql-calculator__tags">
                    { for tags.iter().map(|(heading, tag)| html! {
                        <div class="ql-calculator__tag">
                            <dt>{ heading.as_ref() }</dt>
                            <dd>
                                { match tag {
                                    Tag::Progress(status) => progress_tag(status, Html::default()),
                                    Tag::Direction(status) => direction_tag(status),
                                } }
                            </dd>
                        </div>
                    }) }
                </dl>
                <div class="ql-why ql-calculator__why">
                    { for derivations.iter().map(|(heading, derivation)| derivation_view(heading, derivation)) }
                </div>
            </>
        },
    }
}
