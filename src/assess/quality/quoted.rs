//! A commentary that gives a figure which the row does not.

use rust_decimal::Decimal;

use super::case::{Case, Number};
use super::dated::{as_at, dated, is_of_quarter};
use super::doubt::{Concern, DoubtKind};
use super::level::{is_same, number_at, past_unit, stem};
use super::words::{begins, sentences, words};
use crate::document::{self, Short};
use crate::model::{Content, Value};
use crate::terms::{Amount, Basis, QuarterNumber, figure_text, month_name};

/// Ways to say what the figure is now. The number stands right behind.
const NOW: [&[&str]; 10] = [
    &["is", "now"],
    &["are", "now"],
    &["now", "at"],
    &["now", "stands", "at"],
    &["is", "currently"],
    &["are", "currently"],
    &["currently", "at"],
    &["currently", "stands", "at"],
    &["current", "figure", "is"],
    &["current", "figure", "of"],
];

/// Ways to say what the target is.
const TARGET: [&[&str]; 3] = [&["target", "of"], &["target", "is"], &["target", "was"]];

/// Ways to say what the figure has come to.
const MOVED: [&[&str]; 5] = [
    &["has", "fallen", "to"],
    &["has", "risen", "to"],
    &["has", "increased", "to"],
    &["has", "decreased", "to"],
    &["has", "improved", "to"],
];

/// Ways to say what it was last year, at the start of a commentary.
const LAST_YEAR: [&[&str]; 2] =
    [&["last", "year", "it", "was"], &["last", "year", "the", "figure", "was"]];

const FROM: [&[&str]; 2] = [&["up", "from"], &["down", "from"]];

/// Words right behind a target, and anywhere behind it, by which it is one to come.
const WILL: [&str; 5] = ["applies", "may", "should", "will", "would"];
const TO_COME: [&str; 3] = ["future", "next", "proposed"];

/// What may stand before "target" for it to be the row's own: not "national", "internal" or "next year's".
const OWN: [&str; 9] = ["a", "against", "annual", "its", "our", "the", "this", "year's", "yearly"];

/// Names of the figure that a commentary may begin with, and say right behind what it is.
const SUBJECT: [&[&str]; 8] = [
    &["performance"],
    &["current", "performance"],
    &["the", "current", "performance"],
    &["our", "performance"],
    &["the", "figure"],
    &["the", "rate"],
    &["the", "percentage"],
    IT,
];

/// What this stands for is only sure where nothing stands before it, and only if it stands at a number.
const IT: &[&str] = &["it"];

/// How it says what that is; what is said of the past has to begin the whole commentary.
const SAYS: [&[&str]; 5] = [STANDS, &["is"], &["was"], &["of"], &["stood", "at"]];
const STANDS: &[&str] = &["stands", "at"];
const OF_NOW: usize = 2;

/// What may stand behind the number then: the target and this quarter, and no other time, group or comparison.
const BEHIND: [&str; 24] = [
    "a", "above", "against", "an", "and", "annual", "below", "cent", "compared", "in", "is", "its",
    "just", "of", "our", "per", "percent", "quarter", "target", "the", "this", "to", "which",
    "with",
];

/// Words for the figure itself, whatever the title calls it.
const GENERIC: [&str; 31] = [
    "average",
    "been",
    "count",
    "current",
    "currently",
    "data",
    "figure",
    "figures",
    "from",
    "have",
    "however",
    "latest",
    "level",
    "measure",
    "number",
    "outturn",
    "overall",
    "percentage",
    "performance",
    "position",
    "proportion",
    "quarter",
    "quarter's",
    "rate",
    "result",
    "score",
    "that",
    "there",
    "this",
    "total",
    "value",
];

/// The first number of the commentary that is said to be the current figure or the target and is neither that
/// nor any other figure of the row.
///
/// Only where nothing else can be meant:
///
/// - The words are "is now", "now stands at", "currently at", "current figure is", "target of", "target is" and
///   their like, and the number stands right behind them; "about" or "over" in between makes it something else.
/// - Or the sentence begins with "performance", "the figure" or "the rate", then "is" or "was" and the number, and
///   goes on to nothing but the target or this quarter. Behind another sentence only "performance is" will do:
///   "was" and "the rate" may be of what that one speaks of. Where the figure builds up, it may be the quarter's.
/// - "It stands at" begins the first commentary of the row.
/// - "Last year it was" begins a commentary, or "up from" and the number are followed by "last year", and the row gives both
///   last year's actual and the figure of the same period of that year.
/// - Before any of these may stand the day at whose end the row's figure stands: "At 30 September the figure is 8.5%".
/// - All that stands before these in the sentence is the measure's title or a word such as "figure": "attendance
///   in special schools is now 91%" is not the measure's "attendance".
/// - The number has the row's unit: a % sign, a pound sign, or neither. Numbers of points, "57 of 63" and "57
///   more" are not levels. A rate per 10,000 is called one, or says so behind the number; "the rate" is no count.
/// - "A target of 85% will apply" is of a target to come, and so is one "from April".
/// - It is of the same time: what is said of the quarter is not a rolling year's figure, and what stands now is not a
///   forecast. "61% in maths" and a target "for the first term" are of a part.
/// - The row has a single current figure, or a number for its target. It is the same if it rounds, or is cut off,
///   to the number that is quoted, or that to it.
pub(super) fn quoted(case: &Case<'_>) -> Vec<Concern> {
    let measure = case.measure;
    let single =
        |value: &Value| value.figure().is_some_and(|f| !matches!(f.content, Content::Parts { .. }));
    let is_forecast = measure.basis == Some(Basis::Forecast);
    let current = case.current().filter(|_| single(&measure.current) && !is_forecast);
    let target = case.target();
    let (last_year, then) = (case.last_year(), same_period(case));
    let last_year = last_year.filter(|_| then.is_some());
    let end = as_at(case);
    let is_of_quarter = is_of_quarter(case);
    for (index, commentary) in measure.said.commentary.iter().enumerate() {
        for sentence in sentences(&commentary.text).filter(|sentence| may_state(sentence)) {
            let said = words(sentence);
            let says_quarter = said.iter().any(|word| word.starts_with("quarter"));
            if says_quarter && !is_of_quarter {
                continue;
            }
            let said = &said[end.map_or(0, |end| dated(&said, end))..];
            let before = match (commentary.text.starts_with(sentence), index) {
                (true, 0) => Before::Nothing,
                (true, _) => Before::Commentary,
                (false, _) => Before::Sentence,
            };
            let places = (0..said.len()).filter_map(|start| cue(said, start, before));
            for (about, start, behind) in places.chain(plain(said, before)) {
                if matches!(about, About::Plain) && case.builds_up() {
                    continue;
                }
                let (number, subject_is_own) = match about {
                    About::LastYear => (&last_year, is_own(&said[..start], &measure.said.title)),
                    About::Now | About::Plain => {
                        (&current, is_own(&said[..start], &measure.said.title))
                    }
                    About::Target => {
                        let is_own = start == 0 || OWN.contains(&said[start - 1].as_str());
                        (&target, is_own && !(says_quarter && case.builds_up()))
                    }
                };
                let Some(number) = number.as_ref().filter(|_| subject_is_own) else { continue };
                let Some(quote) = number_at(said, behind, number.unit, &measure.said.title) else {
                    continue;
                };
                let after = past_unit(&said[behind + 1..], number.unit);
                let is_whole = match about {
                    About::Plain => is_alone(after),
                    About::LastYear => is_last_years(said, after),
                    About::Now => !is_of_a_part(after),
                    About::Target => !is_of_a_part(after) && !is_to_come(&said[..start], after),
                };
                if !is_whole || is_same(quote.decimal(), number.amount) {
                    continue;
                }
                let then = then.iter().map(Number::decimal);
                if known(case).into_iter().chain(then).any(|known| is_same(known, quote)) {
                    continue;
                }
                let what = format!(
                    "The commentary gives {} as {}, and the row gives {}: “{}”.",
                    number.called,
                    figure_text(quote, number.unit, None),
                    number.text(),
                    sentence.trim().trim_end_matches(['.', ';'])
                );
                let remedy =
                    "Bring the commentary up to date with the figure, or correct the figure.";
                return vec![Concern::new(DoubtKind::OtherFigureQuoted, what, remedy)];
            }
        }
    }
    Vec::new()
}

#[derive(Clone, Copy)]
enum About {
    Now,
    /// "Performance was": without a word that says that it is of now.
    Plain,
    Target,
    LastYear,
}

/// What stands before a sentence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Before {
    Nothing,
    /// Another commentary, which this one need not go on with.
    Commentary,
    /// Another sentence, of which it may speak.
    Sentence,
}

/// Whether a sentence is worth reading word by word: it has a number, and the start of a way to state one.
fn may_state(sentence: &str) -> bool {
    let holds = |wanted: &str| {
        let wanted = wanted.as_bytes();
        sentence.as_bytes().windows(wanted.len()).any(|part| part.eq_ignore_ascii_case(wanted))
    };
    sentence.bytes().any(|byte| byte.is_ascii_digit())
        && [
            "now",
            "current",
            "target",
            "performance",
            "figure",
            "rate",
            "percentage",
            "it stands",
            "has ",
            "last year",
        ]
        .into_iter()
        .any(holds)
}

/// A way to say it that starts at a word, and the word behind it.
fn cue(said: &[String], start: usize, before: Before) -> Option<(About, usize, usize)> {
    let rest = said.get(start..)?;
    if before != Before::Sentence {
        let length =
            |ways: &[&[&str]]| ways.iter().find(|way| begins(rest, way)).map(|way| way.len());
        if let Some(length) = length(&MOVED) {
            return Some((About::Plain, start, start + length));
        }
        if let Some(length) = length(&LAST_YEAR).filter(|_| start == 0).or_else(|| length(&FROM)) {
            return Some((About::LastYear, start, start + length));
        }
    }
    // The longest first, so that "now stands at" is not cut short.
    let longest =
        |ways: &[&[&str]]| ways.iter().filter(|way| begins(rest, way)).map(|way| way.len()).max();
    longest(&NOW)
        .map(|length| (About::Now, start, start + length))
        .or_else(|| longest(&TARGET).map(|length| (About::Target, start, start + length)))
}

/// A sentence that begins with the figure, and the word behind what it says of it.
fn plain(said: &[String], before: Before) -> Option<(About, usize, usize)> {
    let subject = SUBJECT.iter().find(|way| begins(said, way))?;
    let rest = &said[subject.len()..];
    let (at, says) = SAYS.iter().enumerate().find(|(_, way)| begins(rest, way))?;
    let is_sure = match before {
        _ if *subject == IT => before == Before::Nothing && *says == STANDS,
        Before::Nothing | Before::Commentary => true,
        Before::Sentence => at < OF_NOW && subject.contains(&"performance"),
    };
    is_sure.then_some((About::Plain, 0, subject.len() + says.len()))
}

/// Whether what stands behind a number makes it that of a group, a place or a part of the year: "61% in maths".
fn is_of_a_part(behind: &[String]) -> bool {
    matches!(behind, [of, this, ..] if matches!(of.as_str(), "among" | "for" | "in") && this != "this")
}

/// Whether a target is not yet, or no longer, the row's: "will apply", "is proposed", "from April 2020".
fn is_to_come(before: &[String], behind: &[String]) -> bool {
    let is_month = |word: &str| (1..=12).any(|month| month_name(month).eq_ignore_ascii_case(word));
    let is_from = |pair: &[String]| {
        let is_year = pair[1].starts_with("20") && !pair[1].ends_with('%');
        pair[0] == "from" && (is_year || is_month(&pair[1]))
    };
    behind.first().is_some_and(|word| WILL.contains(&word.as_str()))
        || behind.iter().any(|word| TO_COME.contains(&word.as_str()))
        || [before, behind].into_iter().any(|said| said.windows(2).any(is_from))
}

/// Whether a number that something is up or down from is said to be last year's, and nothing more is said.
fn is_last_years(said: &[String], after: &[String]) -> bool {
    after == ["last", "year"] || (after.is_empty() && said[0] == "last")
}

/// The figure of the same period last year, which in Quarter 4 is last year's actual.
fn same_period<'h>(case: &Case<'h>) -> Option<Number<'h>> {
    let quarter = case.quarter()?;
    let filed = || case.filed(quarter.last_year(), |quarter| quarter.to_string());
    let is_fourth =
        quarter.number == QuarterNumber::Four && case.measure.basis != Some(Basis::Quarter);
    case.same_period().or_else(filed).or_else(|| case.last_year().filter(|_| is_fourth))
}

/// Whether what stands behind a number leaves it what it is, the figure now.
fn is_alone(behind: &[String]) -> bool {
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit() || c == '£');
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20");
    let are_plain = behind
        .iter()
        .all(|word| BEHIND.contains(&word.as_str()) || (is_number(word) && !is_year(word)));
    let holds = |wanted: &str| behind.iter().any(|word| word == wanted);
    let is_of = behind.first().is_some_and(|word| word == "of");
    let is_number_said = behind.iter().any(|word| is_number(word));
    are_plain
        && !is_of
        && (behind.is_empty() || holds("target") || (holds("quarter") && !is_number_said))
}

/// Whether all that a statement is about is the measure itself.
fn is_own(subject: &[String], title: &str) -> bool {
    let title = words(title);
    subject.iter().all(|word| {
        let is_small = word.chars().count() <= 3 && word.chars().all(char::is_alphabetic);
        let is_small = is_small && !is_abbreviation(word);
        is_small
            || GENERIC.contains(&word.as_str())
            || title.iter().any(|titled| stem(titled) == stem(word))
    })
}

/// Three letters that are not an article, a pronoun or a preposition may be the name of a group: "PRU".
fn is_abbreviation(word: &str) -> bool {
    const SMALL: [&str; 27] = [
        "a", "an", "and", "are", "as", "at", "but", "by", "for", "has", "in", "is", "it", "its",
        "now", "of", "on", "our", "so", "the", "to", "up", "us", "was", "we", "who", "yet",
    ];
    !SMALL.contains(&word)
}

/// Every number that the row gives, whatever it is.
fn known(case: &Case<'_>) -> Vec<Decimal> {
    let mut numbers: Vec<Decimal> = [
        case.current(),
        case.target(),
        case.last_year(),
        case.same_period(),
        case.previous_quarter(),
    ]
    .into_iter()
    .flatten()
    .map(|number| number.decimal())
    .collect();
    let Some(figures) = &case.measure.said.figures else {
        return numbers;
    };
    let columns = [
        &figures.last_year,
        &figures.current,
        &figures.same_period_last_year,
        &figures.previous_quarter,
    ];
    let columns = || columns.into_iter().flatten();
    let brief = columns().filter_map(Short::amount);
    let brief = brief.chain(figures.target.as_ref().and_then(Short::amount));
    numbers.extend(brief.map(Amount::decimal));
    let mut values: Vec<&document::Value> = columns().filter_map(Short::full).collect();
    values.extend(figures.earlier.iter().map(|one| &one.value));
    values.extend(figures.related.iter().map(|one| &one.value));
    values.extend(figures.benchmarks.iter().filter_map(|one| one.value.as_ref()));
    values.extend(figures.series.iter().flat_map(|one| &one.points).map(|point| &point.value));
    let target = figures.target.iter().filter_map(Short::full);
    for target in target.chain(figures.targets.iter().map(|year| &year.target)) {
        let profile = target.profile.as_ref().map(|p| [p.q1, p.q2, p.q3, p.q4]).unwrap_or_default();
        let own = [target.value, target.floor, target.ceiling, target.former, target.baseline];
        numbers.extend(own.into_iter().chain(profile).flatten().map(Amount::decimal));
        values.extend(target.parts.iter().map(|part| &part.value));
        values.extend(target.further.iter().map(|further| &further.value));
    }
    while let Some(value) = values.pop() {
        let own = [value.value, value.change, value.numerator, value.denominator];
        numbers.extend(own.into_iter().flatten().map(Amount::decimal));
        values.extend(value.parts.iter().map(|part| &part.value));
    }
    numbers
}
