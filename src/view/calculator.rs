//! The calculator: one measure judged as it is typed.

use std::borrow::Cow;

use super::entry::{EarlierYear, Section, earlier, quarter_text, sections};
use super::row::{
    Headed, Status, answer_status, derivations, direction_heading, direction_status, travels,
};
use crate::app::{Field, Fields, Place};
use crate::assess::{Case, Derivation, Direction, Judged, Progress};
use crate::document::Problem;
use crate::model::{Condition, Limit, Rule, Size};
use crate::terms::{Reported, Unit};

/// The page of the calculator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalculatorPage {
    /// The fields.
    pub sections: Vec<Section>,
    /// The quarters of earlier years.
    pub earlier: Vec<EarlierYear>,
    /// Whether there is room for another of them.
    pub can_add_year: bool,
    /// The rule that was chosen.
    pub rule: RuleView,
    /// What the measure is called.
    pub called: String,
    /// "Quarter 2, July to September"
    pub quarter: String,
    /// What comes of it.
    pub results: Results,
    /// The statuses in words, to be read out when they change.
    pub announcement: String,
    /// The address ending that opens this case.
    pub address: String,
}

/// A rule in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleView {
    /// What it is called.
    pub title: String,
    /// How it judges.
    pub text: String,
    /// What a reader should know of it, and where it is published.
    pub remarks: Vec<String>,
}

/// What comes of what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Results {
    /// Nothing can be judged yet; what is needed.
    Awaited(&'static str),
    /// What is typed has to be mended first; where.
    Withheld(String),
    /// The verdicts.
    Given {
        /// Each status under its heading.
        tags: Vec<(Cow<'static, str>, Tag)>,
        /// How each was reached.
        derivations: Vec<Headed>,
    },
}

/// A status of either kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tag {
    /// How it stands, or will stand.
    Progress(Status<Progress>),
    /// Which way it went.
    Direction(Status<Direction>),
}

impl CalculatorPage {
    /// The window's title.
    #[must_use]
    pub fn window_title(&self) -> String {
        match self.called.as_str() {
            UNNAMED => "Calculator – Quarterlight".to_owned(),
            name => format!("{name} – Calculator – Quarterlight"),
        }
    }
}

const UNNAMED: &str = "This measure";

pub(super) fn calculator_page(fields: &Fields) -> CalculatorPage {
    let case = fields.case();
    let slips = case.as_ref().err().map(Vec::as_slice).unwrap_or_default();
    let rule = crate::model::shipped_rule(fields.text(Field::Rule)).cloned().unwrap_or_default();
    let mut sections = sections(fields, slips);
    let remarks = [
        (Field::Tolerance, tolerance_remark(fields, &rule).map(str::to_owned)),
        (Field::Floor, case.as_ref().ok().and_then(floor_remark)),
    ];
    for entry in sections.iter_mut().flat_map(|section| &mut section.entries) {
        let remark = remarks.iter().find(|(field, _)| *field == entry.field);
        entry.hint = remark.and_then(|(_, text)| text.clone()).or(entry.hint.take());
    }
    let earlier = earlier(fields, slips);
    let results = match &case {
        Err(_) => withheld(&sections, &earlier),
        Ok(case) => results(fields, case),
    };
    let name = fields.text(Field::Name).trim();
    CalculatorPage {
        can_add_year: earlier.len() < Fields::MAX_YEARS,
        rule: rule_view(&rule),
        called: if name.is_empty() { UNNAMED } else { name }.to_owned(),
        quarter: quarter_text(fields.quarter()),
        announcement: announcement(&results),
        results,
        address: Place::Calculator(Box::new(fields.clone())).address(),
        sections,
        earlier,
    }
}

fn rule_view(rule: &Rule) -> RuleView {
    let source = rule.source.as_ref().map(|source| format!("Published: {source}."));
    let officer = (rule.reports == Reported::Judgement)
        .then(|| "This rule leaves the status to an officer.".to_owned());
    RuleView {
        title: rule.title().to_owned(),
        text: rule.text(),
        remarks: officer.into_iter().chain(rule.note.clone()).chain(source).collect(),
    }
}

/// A floor above the target, or a ceiling below it.
fn floor_remark(case: &Case) -> Option<String> {
    match case.doubt()? {
        Problem::Doubtful { what, mend } => Some(format!("{what} {mend}")),
        _ => None,
    }
}

/// A tolerance that the rule does not ask for, or that is none for the unit, changes nothing, which a reader should not
/// have to find out.
fn tolerance_remark(fields: &Fields, rule: &Rule) -> Option<&'static str> {
    let asks = rule.bands.iter().flat_map(|band| &band.conditions).any(|condition| {
        matches!(
            condition,
            Condition::MissedBy(Limit { size: Size::Own, .. })
                | Condition::AwayBy(Limit { size: Size::Own, .. })
                | Condition::BeatenBy(Limit { size: Size::Own, .. })
        )
    });
    let is_typed = !fields.text(Field::Tolerance).trim().is_empty();
    let is_in_points = fields.text(Field::ToleranceKind) == "points";
    if !is_typed {
        None
    } else if !asks {
        Some("The chosen rule does not use the measure's own tolerance.")
    } else if is_in_points && !matches!(fields.unit(), Some(Unit::Percent | Unit::Points)) {
        Some(
            "Percentage points are for a measure in %. Choose % as the unit, or another tolerance.",
        )
    } else {
        None
    }
}

fn withheld(sections: &[Section], earlier: &[EarlierYear]) -> Results {
    let fields = sections.iter().flat_map(|section| &section.entries);
    let wrong = fields.filter(|entry| entry.error.is_some()).map(|entry| entry.label);
    let quarters = earlier.iter().flat_map(|year| &year.quarters);
    let wrong_quarters =
        quarters.filter(|quarter| quarter.error.is_some()).map(|quarter| quarter.label.as_str());
    let all: Vec<String> = wrong.chain(wrong_quarters).map(|label| format!("“{label}”")).collect();
    let joined = match all.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        all => all.concat(),
    };
    let verb = if all.len() == 1 { "is" } else { "are" };
    Results::Withheld(format!("Nothing is judged until {joined} {verb} corrected."))
}

fn results(fields: &Fields, case: &Case) -> Results {
    let figures = [Field::Actual, Field::Target, Field::LastYear];
    if figures.iter().all(|field| fields.text(*field).trim().is_empty()) {
        return Results::Awaited(
            "Enter an actual and a target, and choose which way is better. The position appears here as you type, with its working.",
        );
    }
    let Some(judged) = case.judged() else {
        return Results::Awaited("This cannot be judged.");
    };
    let derivations = derivations(&judged)
        .into_iter()
        .map(|(heading, derivation)| (heading, as_typed(derivation, fields)))
        .collect();
    Results::Given { tags: tags(case, &judged), derivations }
}

/// Each verdict that has a status, in the order in which they are shown. A verdict more is a line more.
fn tags(case: &Case, judged: &Judged) -> Vec<(Cow<'static, str>, Tag)> {
    let (position, outlook) = match judged.reports {
        Reported::Position => ("Position now, the status by this rule", "Year-end outlook"),
        Reported::Outlook => ("Position now", "Year-end outlook, the status by this rule"),
        Reported::Judgement => ("Position now", "Year-end outlook"),
    };
    let of = |answer, verdict| Tag::Progress(answer_status(Some(&case.rule), answer, verdict));
    let mut all = vec![
        (position.into(), of(Reported::Position, &judged.position)),
        (outlook.into(), of(Reported::Outlook, &judged.outlook.verdict)),
    ];
    all.extend(travels(judged).map(|(label, verdict)| {
        (direction_heading(label), Tag::Direction(direction_status(verdict)))
    }));
    all
}

/// A derivation in the words of someone who types, rather than of a file.
fn as_typed(mut derivation: Derivation, fields: &Fields) -> Derivation {
    for step in &mut derivation.steps {
        step.what = entered(&step.what);
        if step.from.starts_with("as entered") {
            step.from.truncate("as entered".len());
        }
        step.from = entered(&step.from.replace("(as entered, )", "(as entered)"));
    }
    let is_empty = |field| fields.text(field).trim().is_empty();
    let sentence = match derivation.reason {
        Some("No current figure") if is_empty(Field::Actual) => "no actual is entered",
        Some("No target") if is_empty(Field::Target) => "no target is entered",
        Some("No polarity") => "it is not chosen which way is better",
        _ => {
            derivation.sentence = entered(&derivation.sentence);
            return derivation;
        }
    };
    let status = derivation.sentence.split(':').next().unwrap_or_default();
    derivation.sentence = format!("{status}: {sentence}.");
    derivation
}

/// Nothing is loaded here, and the year before has no other name.
fn entered(text: &str) -> String {
    text.replace(" is loaded", " is entered").replace("before (the year before)", "before")
}

fn announcement(results: &Results) -> String {
    match results {
        Results::Awaited(_) => String::new(),
        Results::Withheld(_) => "Nothing is judged until an entry is corrected.".to_owned(),
        Results::Given { tags, .. } => {
            let words = tags.iter().map(|(heading, tag)| {
                let word = match tag {
                    Tag::Progress(status) => &status.word,
                    Tag::Direction(status) => &status.word,
                };
                format!("{heading}: {word}.")
            });
            words.collect::<Vec<_>>().join(" ")
        }
    }
}
