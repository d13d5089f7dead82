//! The fields of the calculator: what they are called, what they offer and what is wrong with what they hold.

use crate::app::{Field, Fields, Input, Slip};
use crate::model::{Rule, shipped};
use crate::terms::{Keyword, Mark, Polarity, QuarterNumber, month_name};

/// Fields that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What they are together.
    pub title: &'static str,
    /// The fields.
    pub entries: Vec<Entry>,
    /// Whether the text of the chosen rule belongs under them.
    pub has_rule: bool,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which one.
    pub field: Field,
    /// What it is called.
    pub label: &'static str,
    /// What belongs into it, where the label does not say it.
    pub hint: Option<String>,
    /// What is wrong with what it holds, and how to mend it.
    pub error: Option<String>,
    /// What it is.
    pub control: Control,
    /// Whether it takes the whole width.
    pub is_wide: bool,
}

/// What a field is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// A line of text.
    Text {
        /// What is typed.
        text: String,
        /// Whether it is a number.
        is_number: bool,
    },
    /// One of a list.
    List {
        /// What there is to choose from, in words.
        options: Vec<String>,
        /// What each is where it is held: the word that a file would use.
        words: Vec<String>,
        /// Which one is chosen.
        chosen: usize,
    },
    /// Yes or no.
    Tick {
        /// Whether it is yes.
        is_on: bool,
    },
}

/// A row of fields for an earlier year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierYear {
    /// "Last year", "2 years ago"
    pub label: String,
    /// A field for each quarter.
    pub quarters: Vec<EarlierQuarter>,
}

/// A field for a quarter of an earlier year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierQuarter {
    /// What it is called where its row and column cannot be seen: "Last year, Quarter 2".
    pub label: String,
    /// What is typed.
    pub text: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

type Slips = [(Input, Slip)];

/// The choices of a list: the word that a file would use, and the words on the page. The first is what holds
/// where nothing is chosen.
fn choices(field: Field, fields: &Fields) -> Vec<(String, String)> {
    let fixed: &[(&str, &str)] = match field {
        Field::Firmness => &[("", "Final")],
        Field::Polarity => &[
            ("", "Choose which way is better"),
            ("higher", "Higher is better"),
            ("lower", "Lower is better"),
            ("plan", "Near to the target is better"),
            ("none", "Neither: monitored only"),
        ],
        Field::Unit => &[
            ("", "Not said"),
            ("%", "%"),
            ("number", "Number"),
            ("£", "£"),
            ("£000", "£ thousand"),
            ("hours", "Hours"),
            ("days", "Days"),
            ("weeks", "Weeks"),
            ("months", "Months"),
            ("per 1,000", "Rate per 1,000"),
            ("per 10,000", "Rate per 10,000"),
            ("per 100,000", "Rate per 100,000"),
            ("score", "Score"),
        ],
        Field::Basis => &[
            ("", "Not said"),
            ("snapshot", "Position at the end of the quarter"),
            ("cumulative", "Total since the start of the year"),
            ("quarter", "The quarter alone"),
            ("rolling", "Rolling period"),
            ("forecast", "Forecast of the year's outturn"),
            ("annual", "Published once a year"),
            ("termly", "Collected each term"),
            ("arrears", "Published in arrears"),
        ],
        Field::Year => {
            &[("", "Financial, April to March"), ("academic", "Academic, September to August")]
        }
        Field::ToleranceKind => &[
            ("", "% of the target"),
            ("points", "Percentage points"),
            ("amount", "The measure's unit"),
        ],
        _ => &[],
    };
    let mut choices: Vec<(String, String)> =
        fixed.iter().map(|(word, text)| ((*word).to_owned(), (*text).to_owned())).collect();
    match field {
        Field::Quarter => choices.extend(
            QuarterNumber::ALL
                .into_iter()
                .map(|quarter| (quarter.number().to_string(), quarter_text(quarter))),
        ),
        Field::Firmness => choices.extend(Mark::WORDS.iter().map(|(_, word, _)| {
            let (first, rest) = word.split_at(1);
            ((*word).to_owned(), format!("{}{rest}", first.to_uppercase()))
        })),
        Field::Rule => {
            let house = Rule::default();
            choices.push((String::new(), format!("House rule: {}", house.title())));
            choices.extend(shipped().iter().filter_map(|rule| {
                let body = rule.body.as_deref().unwrap_or_default();
                Some((rule.id.clone()?, format!("{body}: {}", rule.title())))
            }));
        }
        _ => {}
    }
    // An address can hold a unit that is not on the list, such as "number of children".
    let held = fields.text(field);
    if !held.is_empty() && !choices.iter().any(|(word, _)| word == held) && field == Field::Unit {
        choices.push((held.to_owned(), held.to_owned()));
    }
    choices
}

/// "Quarter 2, July to September"
pub(super) fn quarter_text(quarter: QuarterNumber) -> String {
    let (first, last) = quarter.months();
    format!("Quarter {}, {} to {}", quarter.number(), month_name(first), month_name(last))
}

pub(super) fn sections(fields: &Fields, slips: &Slips) -> Vec<Section> {
    let entries = |list: &[Field]| list.iter().map(|one| entry(*one, fields, slips)).collect();
    vec![
        Section {
            title: "The case",
            has_rule: false,
            entries: entries(&[
                Field::Name,
                Field::Actual,
                Field::Target,
                Field::Polarity,
                Field::Quarter,
                Field::LastYear,
                Field::PreviousQuarter,
                Field::YearTarget,
            ]),
        },
        Section {
            title: "The rule",
            has_rule: true,
            entries: entries(&[Field::Rule, Field::Tolerance, Field::ToleranceKind, Field::Floor]),
        },
        Section {
            title: "About the figures",
            has_rule: false,
            entries: entries(&[
                Field::Unit,
                Field::Basis,
                Field::Year,
                Field::Firmness,
                Field::Seasonal,
            ]),
        },
    ]
}

fn entry(field: Field, fields: &Fields, slips: &Slips) -> Entry {
    let text = fields.text(field).to_owned();
    let control = match field {
        Field::Name => Control::Text { text, is_number: false },
        Field::Seasonal => Control::Tick { is_on: !text.is_empty() },
        _ if field == Field::Tolerance || Field::FIGURES.contains(&field) => {
            Control::Text { text, is_number: true }
        }
        _ => {
            let choices = choices(field, fields);
            let chosen = choices.iter().position(|(word, _)| *word == text).unwrap_or_default();
            let (words, options) = choices.into_iter().unzip();
            Control::List { options, words, chosen }
        }
    };
    let label = label(field, fields);
    Entry {
        field,
        label,
        hint: hint(field).map(str::to_owned),
        error: error(Input::Field(field), label, slips),
        control,
        is_wide: matches!(field, Field::Name | Field::Rule | Field::Seasonal),
    }
}

/// Above a target that is not to be exceeded, the last acceptable figure is a ceiling.
fn label(field: Field, fields: &Fields) -> &'static str {
    match field {
        Field::Name => "Name of the measure",
        Field::Quarter => "Quarter",
        Field::Actual => "Actual",
        Field::Firmness => "How firm the actual is",
        Field::Target => "Target",
        Field::YearTarget => "Target for the year",
        Field::Floor => match Polarity::from_word(fields.text(Field::Polarity)) {
            Some(Polarity::Lower) => "Ceiling",
            Some(Polarity::Higher) => "Floor",
            _ => "Floor or ceiling",
        },
        Field::Polarity => "Which way is better",
        Field::LastYear => "Same period last year",
        Field::PreviousQuarter => "Previous quarter",
        Field::Unit => "Unit",
        Field::Basis => "What a figure covers",
        Field::Year => "Year",
        Field::Seasonal => "Seasonal: it moves the same way every year",
        Field::Tolerance => "Tolerance",
        Field::ToleranceKind => "Tolerance in",
        Field::Rule => "Judge by",
    }
}

fn hint(field: Field) -> Option<&'static str> {
    match field {
        Field::YearTarget => Some("Only if the target above is for this quarter alone"),
        Field::Floor => Some("The last figure that is still acceptable"),
        Field::Tolerance => Some("By how much the target may be missed"),
        _ => None,
    }
}

fn error(input: Input, label: &str, slips: &Slips) -> Option<String> {
    slips.iter().find(|(place, _)| *place == input).map(|(_, slip)| slip_text(slip, label))
}

/// What is wrong with what a field holds, and how to mend it.
pub(super) fn slip_text(slip: &Slip, called: &str) -> String {
    match slip {
        Slip::NotANumber => {
            format!(
                "{called} must be a number, such as 84 or 84.5. Leave it empty if there is none."
            )
        }
        Slip::Grouping => format!(
            "{called} can be read in two ways. Write a point before decimals (6.3), and commas only between thousands (1,234)."
        ),
        Slip::TooLong => {
            format!("{called} has more digits than can be held exactly. Write at most 28.")
        }
        Slip::Negative => {
            format!("{called} cannot be negative. Write the size of the miss, such as 10.")
        }
        Slip::OtherUnit { typed, unit } => {
            format!("{called} is written in {typed}, and the unit is {unit}. Correct one of them.")
        }
        Slip::Differs(other) => {
            let other = match other {
                Input::Field(field) => label(*field, &Fields::default()).to_owned(),
                Input::Earlier(year, quarter) => quarter_label(&year_label(*year), *quarter),
            };
            format!(
                "{called} and “{other}” are for the same quarter and differ. Correct one of them, or leave one empty."
            )
        }
    }
}

fn year_label(year: usize) -> String {
    match year {
        0 => "Last year".to_owned(),
        _ => format!("{} years ago", year + 1),
    }
}

fn quarter_label(year: &str, quarter: usize) -> String {
    format!("{year}, Quarter {}", quarter + 1)
}

pub(super) fn earlier(fields: &Fields, slips: &Slips) -> Vec<EarlierYear> {
    let years = fields.earlier().iter().enumerate();
    years
        .map(|(year, texts)| {
            let label = year_label(year);
            let quarters = texts.iter().enumerate().map(|(quarter, text)| {
                let label = quarter_label(&label, quarter);
                let error = error(Input::Earlier(year, quarter), &label, slips);
                EarlierQuarter { label, text: text.clone(), error }
            });
            let quarters = quarters.collect();
            EarlierYear { label, quarters }
        })
        .collect()
}
