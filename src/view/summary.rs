//! A report in a sentence, and what of its file is not on the page.

use super::heading::columns;
use super::under::rule_of;
use super::{counted, direction_word, progress_word};
use crate::app::State;
use crate::assess::{Direction, Judged, Progress, Rollup, Tally};
use crate::model::{Report, Rule};
use crate::terms::{Keyword, Reported, count_text, in_sentence};

/// How the rows stand that a page is about.
pub(super) fn headline(state: &State, report: &Report, rows: &Rollup) -> String {
    if report.period.quarter().is_none() {
        return format!(
            "The plan holds {} and {}; progress against it is judged in the quarters.",
            counted(report.measures.len(), &columns(report).measure.to_lowercase()),
            counted(report.milestones.len(), &columns(report).milestone.to_lowercase()),
        );
    }
    let of = |wanted| rows.measures.count(wanted);
    let labels = columns(report);
    let one = labels.measure.to_lowercase();
    if report.measures.is_empty() && !report.document.measures.is_empty() {
        return format!("None of the report's {one}s could be read.");
    }
    if report.measures.is_empty() && report.milestones.is_empty() {
        let says = if report.finance.is_empty() {
            "it says in words how things stand"
        } else {
            "it says in financial statements how things stand"
        };
        return format!("The report has no measures and no milestones: {says}.");
    }
    let (all, rated) = (rows.measures.all(), rows.measures.rated());
    if all == 0 {
        return format!("There are no {one}s to rate.");
    }
    if rated == 0 {
        return format!(
            "Of {}, none can be rated; the reason stands beside each.",
            counted(all, &one)
        );
    }
    let names = names(state, report);
    let usual = [
        Progress::OnCourse,
        Progress::Complete,
        Progress::Acceptable,
        Progress::Uncertain,
        Progress::OffCourse,
    ];
    let is_said = |status: &Progress| {
        matches!(status, Progress::OnCourse | Progress::OffCourse) || of(*status) > 0
    };
    let parts: Vec<String> = in_order(&names, &usual)
        .into_iter()
        .filter(is_said)
        .map(|status| {
            format!("{} {}", count_text(of(status)), in_sentence(word_of(&names, status)))
        })
        .collect();
    let (last, first) = parts.split_last().map_or(("", &[][..]), |(last, first)| (last, first));
    format!(
        "Of {}, {} can be rated: {} and {last}.",
        counted(all, &one),
        count_text(rated),
        first.join(", "),
    )
}

/// What the statuses are called by the rules of all measures that are rated.
pub(super) fn names(state: &State, report: &Report) -> Vec<(Progress, String)> {
    names_of(state, report, 0..report.measures.len())
}

/// What the statuses are called by the rules of those of some measures that are rated.
pub(super) fn names_of(
    state: &State,
    report: &Report,
    measures: impl Iterator<Item = usize>,
) -> Vec<(Progress, String)> {
    let verdicts = &state.assessment.measures;
    let rated = measures.filter(|index| verdicts[*index].progress().status().is_rated());
    let mut rules = rated.map(|index| rule_of(state, &report.measures[index]));
    let own = || state.other_rule().or(report.rule.as_deref());
    let Some(first) = rules.next().unwrap_or_else(own) else { return Vec::new() };
    let mut names = first.names.clone();
    for rule in rules.flatten().filter(|rule| !std::ptr::eq(*rule, first)) {
        names.retain(|(status, name)| rule.name_of(*status) == Some(name));
    }
    names
}

/// What the statuses are called where measures and milestones are counted together. A milestone's has no name of the
/// rule's, so what both have is called both: "Close or uncertain".
pub(super) fn names_of_rows(
    mut names: Vec<(Progress, String)>,
    rows: &Rollup,
) -> Vec<(Progress, String)> {
    if rows.measures.all() == 0 {
        return Vec::new();
    }
    for (status, name) in &mut names {
        let plain = progress_word(*status);
        if *name != plain && rows.milestones.count(*status) > 0 {
            *name = match rows.measures.count(*status) {
                0 => plain.to_owned(),
                _ => format!("{name} or {}", in_sentence(plain)),
            };
        }
    }
    names
}

/// Statuses in the order in which they are named; one without a name keeps its place.
pub(super) fn in_order(names: &[(Progress, String)], usual: &[Progress]) -> Vec<Progress> {
    let mut first: Vec<Progress> = Vec::new();
    for (status, _) in names {
        if usual.contains(status) && !first.contains(status) {
            first.push(*status);
        }
    }
    let mut order = usual.to_vec();
    let places = order.iter_mut().filter(|status| first.contains(status));
    let mut next = first.iter();
    places.for_each(|place| *place = *next.next().unwrap_or(place));
    order
}

/// How many rows have each status, in the order of the names.
pub(super) fn each_in_order(
    names: &[(Progress, String)],
    tally: &Tally,
) -> impl Iterator<Item = (Progress, usize)> {
    let order = in_order(names, &Progress::ALL).into_iter();
    order.map(|status| (status, tally.count(status))).filter(|(_, count)| *count > 0)
}

/// The word for a status by such names.
pub(super) fn word_of(names: &[(Progress, String)], status: Progress) -> &str {
    let name = names.iter().find(|(named, _)| *named == status);
    name.map_or(progress_word(status), |(_, name)| name)
}

/// How many rows could not be read.
pub(super) fn unread_text(report: &Report) -> Option<String> {
    (report.unread > 0).then(|| {
        format!(
            "{} of {} could not be read and {} in no table and no count. “Data and files” says where {}.",
            counted(report.unread, "row"),
            report.file,
            if report.unread == 1 { "stands" } else { "stand" },
            if report.unread == 1 { "it is" } else { "they are" },
        )
    })
}

/// The milestones in a sentence; nothing where there are none.
pub(super) fn milestones_text(report: &Report, milestones: &Tally) -> Option<String> {
    if milestones.all() == 0 {
        return None;
    }
    let all = counted(milestones.all(), &columns(report).milestone.to_lowercase());
    let each: Vec<String> = milestones
        .each()
        .map(|(progress, count)| {
            format!("{} {}", count_text(count), progress_word(progress).to_lowercase())
        })
        .collect();
    Some(format!("Of {all}: {}.", each.join(", ")))
}

/// The directions of travel in a sentence; nothing where no measure can be compared.
pub(super) fn directions_text(state: &State, report: &Report) -> Option<String> {
    let one = columns(report).measure.to_lowercase();
    let text = directions_of(state, report, 0..report.measures.len())?;
    Some(text.replacen("Direction of travel", &format!("Direction of travel of the {one}s"), 1))
}

/// The directions of travel of some measures: "Direction of travel: 2 better; 3 cannot be compared."
pub(super) fn directions_of(
    state: &State,
    report: &Report,
    measures: impl Iterator<Item = usize>,
) -> Option<String> {
    report.period.quarter()?;
    let judged: Vec<&Judged> =
        measures.filter_map(|index| state.assessment.measures.get(index)).collect();
    let all: Vec<Direction> = judged.iter().map(|one| one.direction().status()).collect();
    let of = |wanted| all.iter().filter(|direction| **direction == wanted).count();
    let each: Vec<String> = Direction::WORDS
        .iter()
        .filter(|(direction, _, _)| *direction != Direction::NotComparable)
        .map(|(direction, _, _)| (of(*direction), direction_word(*direction).to_lowercase()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{} {word}", count_text(count)))
        .collect();
    if all.is_empty() {
        return None;
    }
    let which = which_direction(&judged);
    if each.is_empty() {
        return Some(match all.len() {
            1 => format!("Direction of travel{which}: cannot be compared."),
            some => format!("Direction of travel{which}: none of the {some} can be compared."),
        });
    }
    let rest = match of(Direction::NotComparable) {
        0 => String::new(),
        rest => format!("; {rest} cannot be compared"),
    };
    Some(format!("Direction of travel{which}: {}{rest}.", each.join(", ")))
}

/// Which direction is counted, where any of the measures has several.
fn which_direction(judged: &[&Judged]) -> String {
    let Some(one) = judged.iter().find(|one| !one.further.is_empty()) else { return String::new() };
    let label = &one.travel.label;
    if judged.iter().all(|one| one.travel.label == *label) {
        format!(" ({})", in_sentence(label))
    } else {
        " (the first of each measure's)".to_owned()
    }
}

/// What the measures' progress is, in words: readers must know whether they read a forecast or the position.
pub(super) fn progress_basis(state: &State, report: &Report) -> Option<String> {
    report.period.quarter()?;
    if report.measures.is_empty() {
        return None;
    }
    let rule = state.other_rule().or(report.rule.as_deref())?;
    let what = match rule.reports {
        Reported::Outlook => {
            "Progress is the year-end outlook: whether the year's target is on course to be met. The tables of measures have the position now beside it."
        }
        Reported::Position => {
            "Progress is the position now. The tables of measures have the year-end outlook beside it."
        }
        Reported::Judgement => {
            "Progress is judged by officers. The tables of measures have what is worked out from the figures beside it."
        }
    };
    // Nearly all have the very same one, which need not be compared word by word.
    let is_other = |own: &Rule| !std::ptr::eq(own, rule) && own != rule;
    let has_others = state.under.is_none()
        && report.measures.iter().any(|measure| measure.rule.as_deref().is_none_or(is_other));
    let others = if has_others { " Some measures have a rule of their own." } else { "" };
    Some(match (&rule.name, rule.reports) {
        (Some(name), Reported::Position) => format!("{what} Rule: {name}.{others}"),
        _ => format!("{what}{others}"),
    })
}
