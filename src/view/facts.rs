//! What else is known of a row, beside its figures and its statuses.

use super::brief::owners;
use crate::document::{
    self, Benchmark, Definition, Fact, Figures, IndexEntry, Milestone, Published, Series, Short,
};
use crate::model::{Measure, Target, Value};
use crate::terms::{Basis, Keyword, Unit, Year};

type Facts = Vec<(String, String)>;

fn fact(facts: &mut Facts, what: &str, text: Option<String>) {
    facts.extend(text.map(|text| (what.to_owned(), text)));
}

/// How the figures that stand together are printed.
#[derive(Clone, Copy)]
struct Printed<'m> {
    unit: Option<&'m Unit>,
    places: Option<u8>,
}

impl Printed<'_> {
    fn value(self, value: &document::Value) -> Option<String> {
        let text = Value::from_document(value).ok()?.text(self.unit, self.places);
        Some(noted(text, value.note.as_deref()))
    }

    fn target(self, target: &document::Target) -> Option<String> {
        let text = Target::from_document(target, self.unit).ok()?.text(self.unit, self.places);
        Some(noted(text, target.note.as_deref()))
    }

    fn benchmark(self, benchmark: &Benchmark) -> Option<String> {
        let value = benchmark.value.as_ref().and_then(|value| self.value(value));
        let parts: Vec<String> = value.into_iter().chain(benchmark.text.clone()).collect();
        let text = (!parts.is_empty()).then(|| parts.join(", "))?;
        Some(match &benchmark.covers {
            Some(covers) => format!("{text} ({covers})"),
            None => text,
        })
    }

    fn series(self, series: &Series) -> String {
        let own = Printed { unit: series.unit.as_ref().or(self.unit), places: self.places };
        let points: Vec<String> = series
            .points
            .iter()
            .filter_map(|point| {
                let value = Value::from_document(&point.value).ok()?.text(own.unit, own.places);
                let note = point.value.note.as_ref().map(|note| format!(" [{note}]"));
                Some(format!("{} {value}{}", point.label, note.unwrap_or_default()))
            })
            .collect();
        noted(points.join("; "), series.note.as_deref())
    }
}

fn noted(text: String, note: Option<&str>) -> String {
    match note {
        Some(note) => format!("{text}. {note}"),
        None => text,
    }
}

/// What a fact of the narrative is compared with: figures of others, then words. A figure of others without a unit is in
/// the fact's.
#[must_use]
pub fn fact_comparison(fact: &Fact) -> Option<String> {
    let unit = fact.value.as_ref().and_then(|value| value.unit.as_ref());
    let printed = Printed { unit, places: None };
    let others = fact.benchmarks.iter().filter_map(|benchmark| {
        printed.benchmark(benchmark).map(|text| format!("{} {text}", benchmark.with))
    });
    let parts: Vec<String> = others.chain(fact.comparison.clone()).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

pub(super) fn measure_facts(measure: &Measure) -> Facts {
    let printed = Printed { unit: measure.unit.as_ref(), places: measure.places };
    let mut facts = Vec::new();
    let also = (!measure.said.also.is_empty()).then(|| measure.said.also.join("; "));
    fact(&mut facts, "Also known as", also);
    fact(&mut facts, "In the report's index", measure.said.index.as_ref().and_then(index_text));
    fact(&mut facts, "Basis", measure.basis.map(|basis| basis_text(basis, measure.year)));
    fact(&mut facts, "Unit", measure.unit.as_ref().map(ToString::to_string));
    let definition = measure.said.definition.as_deref();
    fact(&mut facts, "Definition", definition.map(definition_text));
    fact(&mut facts, "Change of definition", definition.and_then(|one| one.change.clone()));
    fact(&mut facts, "Responsible", measure.said.owner.clone());
    fact(&mut facts, "Source", measure.said.source.clone());
    let previous = measure.previous_quarter.as_deref();
    let shown = |value: &Value| value.text(measure.unit.as_ref(), measure.places);
    fact(&mut facts, "Previous quarter", previous.map(shown));
    for (span, value) in &measure.earlier {
        fact(&mut facts, &span.to_string(), Some(shown(value)));
    }
    if let Some(figures) = measure.said.figures.as_ref() {
        figure_facts(&mut facts, figures, printed);
    }
    published_facts(&mut facts, measure.said.published.as_deref());
    facts
}

fn figure_facts(facts: &mut Facts, figures: &Figures, printed: Printed<'_>) {
    for year in &figures.targets {
        fact(facts, &format!("Target {}", year.year), printed.target(&year.target));
    }
    for related in &figures.related {
        fact(facts, &related.label, printed.value(&related.value));
    }
    for benchmark in &figures.benchmarks {
        fact(facts, &benchmark.with, printed.benchmark(benchmark));
    }
    for series in &figures.series {
        fact(facts, &series.label, Some(printed.series(series)));
    }
    // A note on a reason stands beside the reason, in its cell.
    let on_figure = |value: &Option<Short<document::Value>>| {
        let full = value.as_ref().and_then(Short::full);
        full.filter(|value| value.absent.is_none()).and_then(|value| value.note.clone())
    };
    fact(facts, "On last year's figure", on_figure(&figures.last_year));
    let target = figures.target.as_ref().and_then(Short::full);
    let target = target.filter(|target| target.absent.is_none());
    fact(facts, "On the target", target.and_then(|target| target.note.clone()));
    fact(facts, "On the current figure", on_figure(&figures.current));
}

fn index_text(entry: &IndexEntry) -> Option<String> {
    let page = entry.page.as_ref().map(|page| format!("page {page}"));
    let title = entry.title.as_ref().map(|title| format!("“{title}”"));
    let parts: Vec<String> = page.into_iter().chain(entry.reference.clone()).chain(title).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn definition_text(definition: &Definition) -> String {
    let version = format!("version {}", definition.version);
    match &definition.text {
        Some(text) => format!("{} ({version})", text.trim_end_matches('.')),
        None => version,
    }
}

fn published_facts(facts: &mut Facts, published: Option<&Published>) {
    let Some(published) = published else { return };
    fact(facts, "Published progress", published.progress.map(|word| word.word().to_owned()));
    fact(facts, "Published direction", published.direction.map(|word| word.word().to_owned()));
    fact(facts, "Progress as printed", published.progress_words.clone());
    fact(facts, "Direction as printed", published.direction_words.clone());
    fact(facts, "As printed", published.words.clone());
    fact(facts, "Reason given", published.reason.clone());
    fact(facts, "Judged by", published.by.clone());
}

pub(super) fn milestone_facts(milestone: &Milestone) -> Facts {
    let mut facts = Vec::new();
    fact(&mut facts, "Responsible", owners(milestone));
    fact(&mut facts, "Plan year", milestone.year.map(|year| year.to_string()));
    fact(&mut facts, "Recurring", milestone.recurring.clone());
    let printed = Printed { unit: None, places: None };
    for related in &milestone.related {
        fact(&mut facts, &related.label, printed.value(&related.value));
    }
    published_facts(&mut facts, milestone.published.as_ref());
    facts
}

fn basis_text(basis: Basis, year: Year) -> String {
    let of_year = match year {
        Year::Financial => "the financial year",
        Year::Academic => "the academic year",
    };
    match basis {
        Basis::Snapshot => "Position at the end of the quarter".to_owned(),
        Basis::Cumulative => format!("Cumulative over {of_year} to the end of the quarter"),
        Basis::Quarter => "The quarter alone".to_owned(),
        Basis::Rolling => "Rolling period".to_owned(),
        Basis::Forecast => format!("Forecast for the end of {of_year}"),
        Basis::Annual => format!("Published once a year, for {of_year}"),
        Basis::Termly => "Collected each term".to_owned(),
        Basis::Arrears => "Published in arrears".to_owned(),
    }
}
