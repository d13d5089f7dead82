//! Assesses quarter files for scripts: `cargo run --release --example assess -- FILE…`.
//!
//! Several files join into a history. One JSON object a line is printed for each measure and milestone of
//! each file, in order of period and then of the file. Its keys, which stay as they are:
//!
//! - `file`, `ref` (null where there is none), `title`
//! - `kind`: `measure` or `milestone`
//! - `period`: `2019/20 Q2`
//! - `progress`: what the rule reports: `on course`, `uncertain`, `off course`, `acceptable`, `complete`,
//!   `not due`, `data only`, `no data` or `not rated`
//! - `position`: how the figure stands to its target now, in the same words; null for milestones
//! - `outlook`: whether the year's target will be met, in the same words; null for milestones
//! - `direction`: `better`, `same`, `worse`, `higher`, `level`, `lower` or `not comparable`; null for milestones
//! - `reasons`: a sentence for the progress and, for measures, one for the direction
//! - `derivation`: the steps of each, each with `what`, `value` and `from`, and the `rule`
//!
//! Findings go to standard error. The exit code is 1 if a file could not be read at all.

use std::process::ExitCode;
use std::rc::Rc;

use quarterlight::assess::{Assessment, Derivation};
use quarterlight::model::{History, Report, load};
use quarterlight::terms::Keyword;
use serde_json::{Value, json};

fn main() -> ExitCode {
    let mut reports = Vec::new();
    let mut all_read = true;
    for path in std::env::args().skip(1) {
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("{path}: {error}");
                all_read = false;
                continue;
            }
        };
        let name = path.rsplit(['/', '\\']).next().unwrap_or(&path);
        let loaded = load(name, &bytes);
        for finding in &loaded.findings {
            eprintln!("{finding}");
        }
        all_read &= loaded.report.is_some();
        reports.extend(loaded.report);
    }
    let history = History::new(reports);
    for (index, report) in history.reports().iter().enumerate() {
        let assessment = Assessment::of(&history, index);
        print_measures(report, &assessment);
        print_milestones(report, &assessment);
    }
    if all_read { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn print_measures(report: &Rc<Report>, assessment: &Assessment) {
    for (measure, judged) in report.measures.iter().zip(&assessment.measures) {
        let (progress, direction) = (judged.progress(), judged.direction());
        println!(
            "{}",
            json!({
                "file": report.file,
                "ref": measure.said.reference,
                "title": measure.said.title,
                "kind": "measure",
                "period": report.period.to_string(),
                "progress": progress.status().word(),
                "position": judged.position.status().word(),
                "outlook": judged.outlook.verdict.status().word(),
                "direction": direction.status().word(),
                "reasons": [progress.derivation().sentence, direction.derivation().sentence],
                "derivation": {
                    "progress": derivation(progress.derivation()),
                    "position": derivation(judged.position.derivation()),
                    "outlook": derivation(judged.outlook.verdict.derivation()),
                    "direction": derivation(direction.derivation()),
                },
            })
        );
    }
}

fn print_milestones(report: &Rc<Report>, assessment: &Assessment) {
    for ((_, milestone), progress) in report.milestones.iter().zip(&assessment.milestones) {
        println!(
            "{}",
            json!({
                "file": report.file,
                "ref": milestone.reference,
                "title": milestone.title,
                "kind": "milestone",
                "period": report.period.to_string(),
                "progress": progress.status().word(),
                "position": null,
                "outlook": null,
                "direction": null,
                "reasons": [progress.derivation().sentence],
                "derivation": { "progress": derivation(progress.derivation()) },
            })
        );
    }
}

fn derivation(derivation: &Derivation) -> Value {
    let steps: Vec<Value> = derivation
        .steps
        .iter()
        .map(|step| json!({ "what": step.what, "value": step.value, "from": step.from }))
        .collect();
    let rule = derivation.rule.as_ref().map(|rule| json!({ "name": rule.name, "text": rule.text }));
    json!({ "steps": steps, "rule": rule })
}
