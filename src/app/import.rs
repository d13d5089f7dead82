//! Files come in. What was loaded before stays, whatever the new ones hold.

use std::rc::Rc;

use super::importing::{Arrival, ImportStep, ImportSteps, Imported};
use super::{Key, OpenFile, Part, Place, State};
use crate::document::{Finding, Problem, Severity};
use crate::model::{History, Report};
use crate::terms::counted;

/// A file as the browser gave it.
#[derive(Clone, Debug, PartialEq)]
pub struct FileRead {
    /// Its name.
    pub name: String,
    /// Its bytes, or why there are none.
    pub bytes: Result<Vec<u8>, Problem>,
}

/// What an import came to, for the message above the report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Files that were opened.
    pub opened: Vec<String>,
    /// Files whose report was open already and is now the newer one.
    pub replaced: Vec<String>,
    /// Files that are open already with the same content.
    pub unchanged: Vec<String>,
    /// Files that were refused.
    pub refused: Vec<String>,
}

impl State {
    /// Pasted text as a file. It is given a name that no open file has, unless it is open already.
    #[must_use]
    pub fn pasted(&self, text: String) -> FileRead {
        let bytes = text.into_bytes();
        let taken = |name: &String| self.files.iter().any(|file| file.name == *name);
        let name = match self.files.iter().find(|file| *file.bytes == bytes) {
            Some(file) => file.name.clone(),
            None => (1..=self.files.len() + 1)
                .map(|number| format!("Pasted text {number}"))
                .find(|name| !taken(name))
                .unwrap_or_default(),
        };
        FileRead { name, bytes: Ok(bytes) }
    }

    pub(super) fn import(&mut self, files: Vec<FileRead>) {
        self.finish(ImportSteps::new(self, files));
    }

    pub(super) fn finish(&mut self, mut steps: ImportSteps) {
        let imported = loop {
            match steps.step(usize::MAX) {
                ImportStep::More(more) => steps = *more,
                ImportStep::Done(imported) => break *imported,
            }
        };
        self.take(imported);
    }

    /// Takes in what an import came to. What was opened or closed while it went on is respected.
    pub(super) fn take(&mut self, imported: Imported) {
        let Imported { began, arrival, opened, outcome, findings, judged, again } = imported;
        self.library.opening = None;
        self.findings = findings;
        self.said_again(self.saved.is_none() && self.outcome.as_ref() == Some(&outcome));
        self.saved = None;
        let newest: Vec<String> = outcome.opened.iter().chain(&outcome.replaced).cloned().collect();
        self.outcome = Some(outcome);
        // Someone who opened nothing new stays where they were, with the rows they had open.
        // Past outlooks say which files they need; whoever opens those wants to see what they add.
        let any_known = !newest.is_empty()
            || self.outcome.as_ref().is_some_and(|one| !one.unchanged.is_empty());
        let is_led = match arrival {
            Arrival::ByHand => self.place != Place::Backtest,
            // The address that brought them says which page is meant.
            Arrival::WithThePage => self.place == Place::Start,
        };
        // Nobody needs to hear that what came with the page is open already.
        let is_known = arrival == Arrival::WithThePage && newest.is_empty();
        if again.is_some() || is_known {
            self.keep_quiet();
        } else if any_known && is_led {
            // Whoever reads one part of a report and opens another wants the same of that one.
            let part = self.place.part().cloned().unwrap_or_default();
            match arrival {
                Arrival::ByHand => self.go(Place::Report(part)),
                Arrival::WithThePage => self.go_on_to(part),
            }
        }
        if opened.is_empty() {
            return;
        }
        let is_as_it_was = self.files.len() == began.len()
            && self.files.iter().zip(&began).all(|(a, b)| Rc::ptr_eq(&a.report, b));
        put(&mut self.files, opened);
        if let Some(judged) = judged.filter(|_| is_as_it_was) {
            self.history = judged.history;
            self.showing = judged.showing;
            self.own = judged.assessment;
            self.assessment = self.as_read();
            self.doubts = Rc::new(judged.quality.doubts);
            self.joined = judged.joined;
            self.keys = judged.keys;
            self.start_afresh();
        } else {
            self.rejoin();
            self.show(latest_of(&self.history, &newest).unwrap_or_default());
        }
        if again.is_some() {
            return;
        }
        self.leave_what_is_not_there();
        self.note_conflicts(&newest);
    }

    /// Takes in what the page itself held, as it was when that was saved.
    pub(super) fn take_held(&mut self, imported: Imported) {
        self.take(imported);
        self.holds_own = true;
        // They are there whenever the page is.
        self.library.leave_held(self.files.iter().map(Key::of_open).collect());
        if self.place == Place::Start {
            self.go_on_to(Part::Overview);
        }
    }

    /// Shows a part of what came with the page. What the page's address led to is still to be told.
    fn go_on_to(&mut self, part: Part) {
        let followed = self.followed;
        self.go(Place::Report(part));
        self.followed = followed;
    }

    /// What is opened again as it was has been spoken of before, unless it fails now.
    fn keep_quiet(&mut self) {
        if self.outcome.as_ref().is_some_and(|outcome| outcome.refused.is_empty()) {
            self.outcome = None;
            self.findings.clear();
        }
    }

    /// What one read may not be in the report that was opened.
    fn leave_what_is_not_there(&mut self) {
        let is_there = match self.place.part() {
            // Whoever has a measure in a frame wants that one or the word that it is not there.
            _ if self.place.embed().is_some() => true,
            Some(Part::Measure(key)) => self.keys.measure_of(key).is_some(),
            Some(Part::Milestone(key)) => self.keys.milestone_of(key).is_some(),
            Some(Part::Objective(key)) => self.keys.group_of(key).is_some(),
            Some(Part::Listed(listed, key)) => self.keys.listed_of(*listed, key).is_some(),
            Some(Part::Finance(Some(key))) => self.keys.statement_of(key).is_some(),
            _ => true,
        };
        if !is_there {
            self.place = self.place.with_part(Part::Overview);
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        let showing = self.report().map(|report| report.file.clone());
        self.files.retain(|file| file.name != name);
        self.library.forget_closed(&self.files);
        self.rejoin();
        if let Some(place) = showing.and_then(|file| self.place_of(&file)) {
            // Its rows stay as they are, but what the file that is gone said of them is no longer known.
            self.showing = place;
            self.judge();
            self.forget_others();
        } else {
            let left: Vec<String> = self.files.iter().map(|file| file.name.clone()).collect();
            self.show(latest_of(&self.history, &left).unwrap_or_default());
        }
        self.forget(name);
    }

    /// Takes back what was said of a file, and leaves what was said of the others.
    fn forget(&mut self, name: &str) {
        let conflicts: Vec<Finding> = self.conflicts().map(|(a, b)| conflict(a, b)).collect();
        self.findings.retain(|finding| {
            let is_over =
                matches!(finding.problem, Problem::Conflict { .. }) && !conflicts.contains(finding);
            finding.file != name && !is_over
        });
        if let Some(outcome) = &mut self.outcome {
            outcome.forget(name);
        }
        self.outcome.take_if(|outcome| *outcome == Outcome::default());
    }

    fn rejoin(&mut self) {
        let reports = self.files.iter().map(|file| Rc::clone(&file.report)).collect();
        self.history = Rc::new(History::new(reports));
    }

    fn place_of(&self, file: &str) -> Option<usize> {
        self.history.reports().iter().position(|report| report.file == file)
    }

    fn note_conflicts(&mut self, newest: &[String]) {
        let is_new = |report: &Report| newest.contains(&report.file);
        let conflicts: Vec<Finding> = self
            .conflicts()
            .filter(|(a, b)| is_new(a) || is_new(b))
            .map(|(a, b)| conflict(a, b))
            .collect();
        self.findings.extend(conflicts);
    }

    /// Open reports of the same directorate for the same period, which stand next to each other in time.
    fn conflicts(&self) -> impl Iterator<Item = (&Report, &Report)> {
        let pairs = self.history.reports().windows(2).map(|pair| (&*pair[0], &*pair[1]));
        pairs.filter(|(a, b)| {
            a.period == b.period
                && a.organisation == b.organisation
                && a.directorate == b.directorate
        })
    }
}

/// The latest of some reports; a quarter's rather than a plan's, because that is what is judged.
pub(super) fn latest_of(history: &History, files: &[String]) -> Option<usize> {
    let reports = history.reports().iter().enumerate();
    reports
        .filter(|(_, report)| files.contains(&report.file))
        .max_by_key(|(index, report)| (report.period.quarter().is_some(), *index))
        .map(|(index, _)| index)
}

/// Puts files among those that are open, in the place of one of the same name or else at the end.
pub(super) fn put(files: &mut Vec<OpenFile>, opened: Vec<OpenFile>) {
    for file in opened {
        match files.iter_mut().find(|open| open.name == file.name) {
            Some(before) => *before = file,
            None => files.push(file),
        }
    }
}

/// The files of one import, in one order and each under a name of its own: two folders can hold files of one
/// name, and neither is a newer version of the other.
pub(super) fn told_apart(mut files: Vec<FileRead>) -> Vec<FileRead> {
    // What can be read comes first, so that it keeps its name.
    let key = |file: &FileRead| (file.name.clone(), file.bytes.is_err());
    files.sort_by(|a, b| {
        key(a).cmp(&key(b)).then_with(|| a.bytes.as_ref().ok().cmp(&b.bytes.as_ref().ok()))
    });
    files.dedup();
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    for (index, file) in files.iter_mut().enumerate() {
        let before = names[..index].iter().rev().take_while(|name| **name == file.name).count();
        if before > 0 {
            file.name = format!("{} ({})", file.name, before + 1);
        }
    }
    files
}

fn conflict(a: &Report, b: &Report) -> Finding {
    let what = format!(
        "{} and {} are both the report of {} for {}. Both are open, and figures on which they differ are not compared.",
        a.file, b.file, a.directorate, a.period
    );
    Finding::whole(&b.file, Problem::Conflict { what })
}

impl Outcome {
    /// Whether anything was opened or replaced.
    #[must_use]
    pub fn any_opened(&self) -> bool {
        !self.opened.is_empty() || !self.replaced.is_empty()
    }

    fn forget(&mut self, name: &str) {
        let Self { opened, replaced, unchanged, refused } = self;
        for files in [opened, replaced, unchanged, refused] {
            files.retain(|file| file != name);
        }
    }

    /// The outcome in a sentence or two.
    #[must_use]
    pub fn text(&self, findings: &[Finding]) -> String {
        let mut sentences = Vec::new();
        let mut say = |files: &[String], one: &str, several: &str| match files {
            [] => {}
            [file] => sentences.push(format!("{file} {one}.")),
            files => {
                sentences.push(format!("{} files {several}: {}.", files.len(), files.join(", ")));
            }
        };
        say(&self.opened, "was opened", "were opened");
        say(
            &self.replaced,
            "was opened again with its new content",
            "were opened again with their new content",
        );
        say(&self.unchanged, "is open already", "are open already");
        say(&self.refused, "could not be opened", "could not be opened");
        let count = |severity| findings.iter().filter(|f| f.severity() == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        match (errors, warnings) {
            (0, 0) => {}
            (0, warnings) => sentences.push(format!("{} to look at.", counted(warnings, "point"))),
            (errors, 0) => sentences.push(format!("{} to mend.", counted(errors, "problem"))),
            (errors, warnings) => sentences.push(format!(
                "{} to mend and {} to look at.",
                counted(errors, "problem"),
                counted(warnings, "point")
            )),
        }
        sentences.join(" ")
    }
}
