//! A status as word, shape and colour, always the three.

use yew::{Html, classes, html};

use super::symbol::{direction_symbol, progress_symbol};
use crate::assess::{Direction, Progress};
use crate::view::Status;

/// A progress as a tag, with what belongs beside it.
pub(super) fn progress_tag(status: &Status<Progress>, beside: Html) -> Html {
    let class = match status.status {
        Progress::OnCourse => "ql-tag ql-tag--green",
        Progress::Uncertain => "ql-tag ql-tag--amber",
        Progress::OffCourse => "ql-tag ql-tag--red",
        Progress::Acceptable | Progress::Complete => "ql-tag ql-tag--blue",
        Progress::NotDue | Progress::DataOnly | Progress::NoData | Progress::NotRated => {
            "ql-tag ql-tag--grey"
        }
    };
    tag(class, progress_symbol(status.status), &status.word, status.reason, beside)
}

/// The answer that is not the status, smaller: "Position now: ▲ Off course".
pub(super) fn progress_beside(label: &str, status: &Status<Progress>) -> Html {
    // A line never ends between the shape and its word.
    let first = status.word.split_inclusive(' ').next().unwrap_or_default();
    html! {
        <div class="ql-beside">
            <span class="ql-beside__label">{ format!("{label}: ") }</span>
            <span class="ql-unbroken">{ progress_symbol(status.status) }{ " " }{ first }</span>
            { &status.word[first.len()..] }
        </div>
    }
}

/// A measure's directions: one or, under its label, each of several.
pub(super) fn direction_tags(directions: &[(Option<String>, Status<Direction>)]) -> Html {
    let tag = |(label, status): &(Option<String>, Status<Direction>)| match label {
        Some(label) => {
            html! { <div><div class="ql-beside">{ label }</div>{ direction_tag(status) }</div> }
        }
        None => direction_tag(status),
    };
    directions.iter().map(tag).collect()
}

/// A direction as an arrow with its word.
pub(super) fn direction_tag(status: &Status<Direction>) -> Html {
    let class = match status.status {
        Direction::Better => "ql-direction ql-direction--green",
        Direction::Worse => "ql-direction ql-direction--red",
        Direction::Same => "ql-direction ql-direction--amber",
        Direction::Higher | Direction::Level | Direction::Lower | Direction::NotComparable => {
            "ql-direction"
        }
    };
    tag(class, direction_symbol(status.status), &status.word, status.reason, Html::default())
}

fn tag(
    class: &'static str,
    symbol: Html,
    word: &str,
    reason: Option<&'static str>,
    beside: Html,
) -> Html {
    // A name that an organisation has made up can be longer than a column; the usual ones stay on one line.
    let class = classes!(class, (word.chars().count() > 20).then_some("ql-tag--long"));
    html! {
        <div class="ql-status">
            <span {class}>{ symbol }<span>{ word.to_owned() }</span></span>
            { beside }
            if let Some(reason) = reason {
                <span class="ql-reason">{ reason }</span>
            }
        </div>
    }
}

/// A progress among words.
pub(super) fn progress_mark(status: &Status<Progress>) -> Html {
    let class = match status.status {
        Progress::OnCourse => "ql-quoted__status ql-direction--green",
        Progress::Uncertain => "ql-quoted__status ql-direction--amber",
        Progress::OffCourse => "ql-quoted__status ql-direction--red",
        _ => "ql-quoted__status",
    };
    mark(class, progress_symbol(status.status), &status.word, status.reason)
}

/// A direction among words.
pub(super) fn direction_mark(status: &Status<Direction>) -> Html {
    let class = match status.status {
        Direction::Better => "ql-quoted__status ql-direction--green",
        Direction::Same => "ql-quoted__status ql-direction--amber",
        Direction::Worse => "ql-quoted__status ql-direction--red",
        _ => "ql-quoted__status",
    };
    mark(class, direction_symbol(status.status), &status.word, status.reason)
}

fn mark(class: &'static str, symbol: Html, word: &str, reason: Option<&'static str>) -> Html {
    let reason = reason.map(|reason| format!(" ({reason})"));
    html! { <><span {class}>{ symbol }{ " " }{ word.to_owned() }</span>{ for reason }</> }
}
