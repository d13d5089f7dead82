//! Rows counted by status, with their shares, and the status of an objective.

use super::counted;
use super::heading::columns;
use super::row::Status;
use super::summary::{each_in_order, names, names_of, names_of_rows, word_of};
use crate::app::{Part, State};
use crate::assess::{Derivation, Progress, Rollup, Tally};
use crate::model::{Group, Report};
use crate::terms::{count_text, in_sentence, number_text};

/// Rows counted by status, with their shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollupView {
    /// A sentence for the measures and one for the milestones, as far as there are any.
    pub lines: Vec<String>,
    /// What opens the sentences; nothing where they stand open.
    pub opened_by: Option<&'static str>,
    /// What to know of the shares; said once, for the report as a whole.
    pub note: Option<&'static str>,
}

/// The status that its rows give an objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectiveStatus {
    /// The status.
    pub status: Status<Progress>,
    /// How it was reached.
    pub derivation: Derivation,
}

const NOTE: &str = "Shares are rounded and need not add up to 100.";

/// The rows that a page of rows is about: in a panel of one objective, those of that.
pub(super) fn rows_of(state: &State, report: &Report) -> Rollup {
    let embed = state.place.embed().filter(|embed| embed.part == Part::Measures);
    let group = embed.and_then(|embed| state.keys.group_of(&embed.objective));
    match group.and_then(|group| report.groups.get(group)) {
        Some(group) => Rollup::of_group(group, &state.assessment),
        None => Rollup::of_report(report, &state.assessment),
    }
}

pub(super) fn report_rollup(state: &State, report: &Report, rows: &Rollup) -> Option<RollupView> {
    report.period.quarter()?;
    let lines = lines(report, rows, &names(state, report));
    if lines.is_empty() {
        return None;
    }
    Some(RollupView {
        lines,
        opened_by: Some("Shares of those rated and of all"),
        note: Some(NOTE),
    })
}

pub(super) fn group_rollup(state: &State, report: &Report, group: &Group) -> Option<RollupView> {
    report.period.quarter()?;
    let rollup = Rollup::of_group(group, &state.assessment);
    let names = names_of(state, report, group.measures.iter().copied());
    Some(RollupView { lines: lines(report, &rollup, &names), opened_by: None, note: None })
}

pub(super) fn objective_status(
    state: &State,
    report: &Report,
    group: &Group,
) -> Option<ObjectiveStatus> {
    report.period.quarter()?;
    let rollup = Rollup::of_group(group, &state.assessment);
    let names = names_of(state, report, group.measures.iter().copied());
    let names = names_of_rows(names, &rollup);
    let verdict = crate::assess::objective_status(report, group, &state.assessment, &names)?;
    let status = Status {
        status: verdict.status(),
        word: word_of(&names, verdict.status()).to_owned(),
        reason: verdict.reason(),
    };
    Some(ObjectiveStatus { status, derivation: verdict.derivation().clone() })
}

/// The names of statuses are for measures, as the rules are.
fn lines(report: &Report, rollup: &Rollup, names: &[(Progress, String)]) -> Vec<String> {
    let called = columns(report);
    [(&rollup.measures, called.measure, names), (&rollup.milestones, called.milestone, &[])]
        .into_iter()
        .filter(|(tally, _, _)| tally.all() > 0)
        .map(|(tally, one, names)| line(tally, &one.to_lowercase(), names))
        .collect()
}

/// "6 measures, 4 rated: 1 off course (25% of those rated, 17% of all), …". A share says of what it is one; where all
/// rows have one status, there is none worth saying.
fn line(tally: &Tally, one: &str, names: &[(Progress, String)]) -> String {
    let word = |progress| in_sentence(word_of(names, progress));
    let all = counted(tally.all(), one);
    let each: Vec<(Progress, usize)> = each_in_order(names, tally).collect();
    if let [(progress, count)] = each.as_slice() {
        let word = word(*progress);
        return if *count == 1 { format!("{all}: {word}.") } else { format!("{all}: all {word}.") };
    }
    let each: Vec<String> = each
        .into_iter()
        .map(|(progress, count)| {
            let text = format!("{} {}", count_text(count), word(progress));
            match share_text(tally, progress) {
                Some(share) => format!("{text} ({share})"),
                None => text,
            }
        })
        .collect();
    let rated = match tally.rated() {
        0 => "none rated".to_owned(),
        rated if rated == tally.all() => "all rated".to_owned(),
        rated => format!("{} rated", count_text(rated)),
    };
    format!("{all}, {rated}: {}.", each.join(", "))
}

fn share_text(tally: &Tally, progress: Progress) -> Option<String> {
    let percent = |share| format!("{}%", number_text(share, Some(0)));
    let of_all = percent(tally.share_of_all(progress)?);
    Some(match tally.share_of_rated(progress) {
        Some(_) if tally.rated() == tally.all() => of_all,
        Some(of_rated) => format!("{} of those rated, {of_all} of all", percent(of_rated)),
        None => format!("{of_all} of all"),
    })
}
