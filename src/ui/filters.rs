//! Counts by status, which are also the filter.

use yew::{Callback, Html, InputEvent, html};

use super::browser;
use super::rollup::rollup_lines;
use super::select::Select;
use super::symbol::progress_symbol;
use super::under::rule_select;
use crate::app::Action;
use crate::view::{Count, ReportPage};

/// The counts and the fields that say which rows are shown.
pub(super) fn filters(page: &ReportPage, dispatch: &Callback<Action>) -> Html {
    let text = dispatch.reform(|event: InputEvent| Action::FilterText(browser::value_of(&event)));
    // The first choice is all of them.
    let group = dispatch.reform(|choice: usize| Action::FilterGroup(choice.checked_sub(1)));
    let chosen = page.filter.group.map_or(0, |group| group + 1);
    let groups: Vec<String> =
        std::iter::once("All".to_owned()).chain(page.group_choices.iter().cloned()).collect();
    let clear = dispatch.reform(|_| Action::ClearFilter);
    let toggle_all = dispatch.reform(|_| Action::ToggleAllWhy);
    html! {
        <section class="ql-filters" aria-label="Counts and filters">
            <p class="ql-filters__headline">{ &page.headline }</p>
            if let Some(basis) = &page.progress_basis {
                <p class="ql-hint">{ basis }</p>
            }
            if page.columns.are_judged {
                { counts_table(page, dispatch) }
            }
            if let Some(rollup) = &page.rollup {
                { rollup_lines(rollup) }
            }
            <div class="ql-filters__fields">
                <label class="ql-field ql-field--wide">
                    <span class="ql-field__label">{ "Find" }</span>
                    <input
                        class="ql-field__control" type="search" value={page.filter.text.clone()}
                        placeholder="Reference, title, officer or commentary" oninput={text}
                    />
                </label>
                <Select label="Objective" options={groups} {chosen} on_choose={group} />
                if let Some(under) = &page.under {
                    { rule_select(under, dispatch) }
                }
                <button type="button" class="ql-button ql-button--secondary" onclick={toggle_all}>
                    { page.explain_all }
                </button>
            </div>
            <p class="ql-filters__shown" role="status">
                if let Some(shown) = &page.shown {
                    { shown }{ " " }
                    <button type="button" class="ql-link" onclick={clear}>{ "Show all" }</button>
                }
            </p>
        </section>
    }
}

fn counts_table(page: &ReportPage, dispatch: &Callback<Action>) -> Html {
    html! {
        <table class="ql-counts">
            <caption class="ql-hidden">{ &page.counted }{ ". The buttons show only that status." }</caption>
            <thead>
                <tr>
                    <td></td>
                    { for page.counts.iter().map(|count| count_heading(count, dispatch)) }
                </tr>
            </thead>
            <tbody>
                { count_row(&page.columns.measure, &page.counts, |count| count.measures) }
                { count_row(&page.columns.milestone, &page.counts, |count| count.milestones) }
            </tbody>
        </table>
    }
}

/// A row of counts; none where the report has no such rows.
fn count_row(label: &str, counts: &[Count], count: fn(&Count) -> usize) -> Html {
    if counts.iter().map(count).sum::<usize>() == 0 {
        return Html::default();
    }
    html! {
        <tr>
            <th scope="row">{ label.to_owned() }{ "s" }</th>
            { for counts.iter().map(|one| html! { <td>{ count(one) }</td> }) }
        </tr>
    }
}

fn count_heading(count: &Count, dispatch: &Callback<Action>) -> Html {
    let progress = count.progress;
    let onclick = dispatch.reform(move |_| Action::FilterStatus(progress));
    html! {
        <th scope="col" key={count.word.clone()}>
            <button
                type="button" class="ql-counts__button"
                aria-pressed={if count.is_chosen { "true" } else { "false" }} {onclick}
            >
                { progress_symbol(count.progress) }<span>{ &count.word }</span>
            </button>
        </th>
    }
}
