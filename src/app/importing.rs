//! Files being opened, a step at a time: what was open before stays usable meanwhile.

use std::rc::Rc;
use std::vec::IntoIter;

use super::import::{latest_of, put, told_apart};
use super::{FileRead, Keys, OpenFile, Outcome, Progressing, State};
use crate::assess::{Assessment, Quality};
use crate::document::Finding;
use crate::model::{History, HistorySteps, Joined, LoadStep, LoadSteps, Loaded, Report};
use crate::terms::turns;

/// Files that are being opened. `Action::Opened` does the same at once.
#[derive(Debug)]
pub struct ImportSteps {
    waiting: IntoIter<FileRead>,
    number: usize,
    files: Vec<OpenFile>,
    imported: Imported,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// The next file is to be looked at.
    Next,
    /// A file is being read and checked; its name.
    Loading(String, Box<LoadSteps>),
    Joining(HistorySteps),
    Judging(Judged),
}

/// What an import came to, to be taken into the state by `Action::Imported`.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The reports that were open when it began.
    pub(super) began: Vec<Rc<Report>>,
    pub(super) arrival: Arrival,
    pub(super) opened: Vec<OpenFile>,
    pub(super) outcome: Outcome,
    pub(super) findings: Vec<Finding>,
    pub(super) judged: Option<Judged>,
    /// Set where files that were open before are opened again as they were.
    pub(super) again: Option<Again>,
}

/// What is to be as it was when files were open before.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Again {
    /// The file whose report was shown.
    shown: Option<String>,
}

/// How files come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// Somebody opens them.
    ByHand,
    /// They come with the page's address.
    WithThePage,
}

/// All reports joined, and the latest of those that were opened judged.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Judged {
    pub(super) history: Rc<History>,
    pub(super) showing: usize,
    pub(super) keys: Rc<Keys>,
    pub(super) assessment: Rc<Assessment>,
    pub(super) joined: Rc<Joined>,
    pub(super) quality: Quality,
}

/// What a step comes to.
#[derive(Debug)]
pub enum ImportStep {
    /// There is more to do.
    More(Box<ImportSteps>),
    /// All is done.
    Done(Box<Imported>),
}

impl ImportSteps {
    /// Before the first step.
    #[must_use]
    pub fn new(state: &State, files: Vec<FileRead>) -> Self {
        Self::of(state, told_apart(files), None)
    }

    /// The same for files that were open before: in their order, under their names, showing the report that was
    /// shown.
    #[must_use]
    pub fn again(state: &State, files: Vec<FileRead>, shown: Option<String>) -> Self {
        Self::of(state, files, Some(Again { shown }))
    }

    fn of(state: &State, files: Vec<FileRead>, again: Option<Again>) -> Self {
        let imported = Imported {
            began: state.files.iter().map(|file| Rc::clone(&file.report)).collect(),
            arrival: Arrival::ByHand,
            opened: Vec::new(),
            outcome: Outcome::default(),
            findings: Vec::new(),
            judged: None,
            again,
        };
        let mut files = files;
        for file in &mut files {
            // A name can turn the words around it as a text can, and nobody sees why.
            file.name.retain(|sign| !turns(sign));
        }
        let number = files.len();
        let waiting = files.into_iter();
        Self { waiting, number, files: state.files.clone(), imported, stage: Stage::Next }
    }

    /// The same for files that came with the page's address, of which this is known already.
    #[must_use]
    pub fn brought(state: &State, files: Vec<FileRead>, notes: Vec<Finding>) -> Self {
        let mut steps = Self::new(state, files);
        steps.imported.arrival = Arrival::WithThePage;
        steps.imported.findings = notes;
        steps
    }

    /// How many bytes the files have that have not been looked at.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.waiting
            .as_slice()
            .iter()
            .filter_map(|file| file.bytes.as_ref().ok())
            .map(Vec::len)
            .sum()
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progressing {
        match &self.stage {
            Stage::Next | Stage::Joining(_) => Progressing::Joining,
            Stage::Loading(name, steps) => Progressing::Checking {
                name: name.clone(),
                rows: steps.rows(),
                done: self.number - self.waiting.len() - 1,
                files: self.number,
            },
            Stage::Judging(judged) => Progressing::Judging {
                done: judged.assessment.measures.len(),
                total: judged.report().map_or(0, |report| report.measures.len()),
            },
        }
    }

    /// Whether it is past reading and checking.
    #[must_use]
    pub fn is_assessing(&self) -> bool {
        matches!(self.stage, Stage::Joining(_) | Stage::Judging(_))
    }

    /// The next step, of at most so many rows.
    #[must_use]
    pub fn step(mut self, rows: usize) -> ImportStep {
        self.stage = match self.stage {
            Stage::Next => match self.waiting.next() {
                Some(file) => self.look_at(file),
                None if self.imported.opened.is_empty() => {
                    return ImportStep::Done(Box::new(self.imported));
                }
                None => {
                    put(&mut self.files, self.imported.opened.clone());
                    let reports = self.files.iter().map(|file| Rc::clone(&file.report)).collect();
                    Stage::Joining(HistorySteps::new(reports))
                }
            },
            Stage::Loading(name, steps) => match steps.step(rows) {
                LoadStep::More(steps) => Stage::Loading(name, steps),
                LoadStep::Done(bytes, loaded) => {
                    self.imported.findings.extend(loaded.findings.iter().cloned());
                    self.imported.keep(&self.files, name, bytes, loaded);
                    Stage::Next
                }
            },
            Stage::Joining(mut steps) => {
                if steps.step(rows) {
                    Stage::Joining(steps)
                } else {
                    Stage::Judging(self.imported.to_judge(steps.finish()))
                }
            }
            Stage::Judging(mut judged) => {
                if !judged.step(rows) {
                    self.imported.judged = Some(judged);
                    return ImportStep::Done(Box::new(self.imported));
                }
                Stage::Judging(judged)
            }
        };
        ImportStep::More(Box::new(self))
    }

    fn look_at(&mut self, file: FileRead) -> Stage {
        let name = file.name;
        // A copy under another name is the same report and does not contradict it, unless it takes the place of one.
        let opened = self.files.iter().chain(&self.imported.opened);
        let is_open = |bytes: &Vec<u8>| {
            let is_newer =
                opened.clone().any(|open| open.name == name && !is_copy(&open.bytes, bytes));
            !is_newer && opened.clone().any(|open| is_copy(&open.bytes, bytes))
        };
        match file.bytes {
            Err(problem) => {
                self.imported.findings.push(Finding::whole(&name, problem));
                self.imported.outcome.refused.push(name);
                Stage::Next
            }
            Ok(bytes) if is_open(&bytes) => {
                self.imported.outcome.unchanged.push(name);
                Stage::Next
            }
            Ok(bytes) => {
                let steps = Box::new(LoadSteps::new(&name, bytes));
                Stage::Loading(name, steps)
            }
        }
    }
}

/// Whether two files say the same to the letter, whichever editor wrote their line ends and a byte order mark.
fn is_copy(a: &[u8], b: &[u8]) -> bool {
    let [a, b] = [a, b].map(|bytes| {
        let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        unmarked.iter().filter(|byte| **byte != b'\r')
    });
    a.eq(b)
}

impl Imported {
    fn keep(&mut self, before: &[OpenFile], name: String, bytes: Vec<u8>, loaded: Loaded) {
        let Some(report) = loaded.report else {
            self.outcome.refused.push(name);
            return;
        };
        let is_open = before.iter().any(|open| open.name == name);
        let names = if is_open { &mut self.outcome.replaced } else { &mut self.outcome.opened };
        names.push(name.clone());
        let findings = Rc::new(loaded.findings);
        self.opened.push(OpenFile { name, bytes: Rc::new(bytes), report, findings });
    }
}

impl Imported {
    fn to_judge(&self, history: History) -> Judged {
        let names: Vec<String> = self.opened.iter().map(|file| file.name.clone()).collect();
        let shown = self.again.as_ref().and_then(|again| again.shown.as_ref());
        let was_shown =
            |shown: &String| history.reports().iter().position(|one| one.file == *shown);
        let showing = shown.and_then(was_shown).or_else(|| latest_of(&history, &names));
        let showing = showing.unwrap_or_default();
        let keys = history.reports().get(showing).map(|report| Keys::of(report));
        Judged {
            history: Rc::new(history),
            showing,
            keys: Rc::new(keys.unwrap_or_default()),
            assessment: Rc::default(),
            joined: Rc::default(),
            quality: Quality::default(),
        }
    }
}

impl Judged {
    fn report(&self) -> Option<&Rc<Report>> {
        self.history.reports().get(self.showing)
    }

    fn step(&mut self, rows: usize) -> bool {
        // Not `||`: the one goes on where the other did.
        let more = Rc::make_mut(&mut self.assessment).step(&self.history, self.showing, rows)
            | Rc::make_mut(&mut self.joined).step(&self.history, self.showing, rows);
        // What looks wrong depends on what is off course, so it comes last.
        more || self.quality.step(&self.history, self.showing, &self.assessment, rows)
    }
}
