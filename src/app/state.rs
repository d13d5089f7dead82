//! The state of the screen.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::replace;
use std::rc::Rc;

use super::{
    Action, Before, Fields, Filter, Finder, Followed, ImportSteps, InView, KeyUse, Keys, Library,
    NewVersion, Order, Outcome, Part, Place, Saved, example_files,
};
use crate::assess::{Assessment, Doubt, quality};
use crate::document::Finding;
use crate::model::{History, Joined, LinePlace, Report, Rule, shipped};

/// Everything that decides what is on screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Which page is shown.
    pub place: Place,
    /// What the address that was followed here led to.
    pub followed: Followed,
    /// What the calculator held when it was left.
    pub calculator: Fields,
    /// The files that are open, in the order in which they were opened.
    pub files: Vec<OpenFile>,
    /// Their reports, joined.
    pub history: Rc<History>,
    /// Which of the reports is shown.
    pub showing: usize,
    /// What that report's rows are called in addresses.
    pub keys: Rc<Keys>,
    /// The report before it, judged once somebody asks for it.
    pub earlier: Rc<OnceCell<Option<Before>>>,
    /// The verdicts of each open report, judged once somebody compares with it.
    pub others: Rc<Vec<OnceCell<Assessment>>>,
    /// Whether a comparison shows only what changed.
    pub only_changed: bool,
    /// The finder, while it is open.
    pub finder: Option<Finder>,
    /// Whether a key opens it.
    pub find_key: KeyUse,
    /// The verdicts of the report that is shown.
    pub assessment: Rc<Assessment>,
    /// Its verdicts by its own rules, where it is read under another.
    pub own: Rc<Assessment>,
    /// The shipped rule under which it is read instead of its own, by its place in the library.
    pub under: Option<usize>,
    /// What looks wrong in that report, in its order.
    pub doubts: Rc<Vec<Doubt>>,
    /// How that report joins the others.
    pub joined: Rc<Joined>,
    /// What the last import came to.
    pub outcome: Option<Outcome>,
    /// How often the same as now was said before, one time after the other: whoever does a thing again hears of it again.
    pub repeated: u32,
    /// What was wrong with the files of the last import.
    pub findings: Vec<Finding>,
    /// Whether the page itself held what is open.
    pub holds_own: bool,
    /// What came of saving.
    pub saved: Option<Saved>,
    /// An import in hand.
    pub progressing: Option<Progressing>,
    /// Which rows are shown.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// Which rows are on the page, if there are many.
    pub in_view: InView,
    /// Rows whose derivation is open.
    pub why: BTreeSet<Row>,
    /// What is supposed of a measure's remaining quarters, as it was typed, by the measure's place in the report.
    pub supposed: BTreeMap<usize, [String; 4]>,
    /// Rows whose commentary is shown in full.
    pub in_full: BTreeSet<Row>,
    /// Whether all doubts of a long report are listed.
    pub all_doubts: bool,
    /// What is known of a newer version of the application.
    pub new_version: NewVersion,
    /// The reports that are kept on the device.
    pub library: Library,
}

/// A file that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenFile {
    /// Its name.
    pub name: String,
    /// What it holds, to be saved unchanged.
    pub bytes: Rc<Vec<u8>>,
    /// Its report.
    pub report: Rc<Report>,
    /// What was found when it was read.
    pub findings: Rc<Vec<Finding>>,
}

/// An import in hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progressing {
    /// A file is being asked for by this address.
    Fetching(String),
    /// A file is being read.
    Reading {
        /// Bytes read.
        done: u64,
        /// Bytes in all.
        total: u64,
        /// The name of the file in hand.
        name: String,
    },
    /// A file's rows are being made sense of.
    Checking {
        /// The name of the file in hand.
        name: String,
        /// How many of its rows have been read or, after that, checked.
        rows: usize,
        /// How many files are done.
        done: usize,
        /// How many files there are.
        files: usize,
    },
    /// Reports are being joined.
    Joining,
    /// Measures are being judged.
    Judging {
        /// How many are done.
        done: usize,
        /// How many there are.
        total: usize,
    },
}

/// A row of the report that is shown, by its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// A measure.
    Measure(usize),
    /// A milestone.
    Milestone(usize),
    /// A line of a financial statement.
    Line(LinePlace),
}

impl State {
    /// The report that is shown.
    #[must_use]
    pub fn report(&self) -> Option<&Rc<Report>> {
        self.history.reports().get(self.showing)
    }

    /// The report before the one that is shown, judged; none where none is open.
    #[must_use]
    pub fn before(&self) -> Option<&Before> {
        self.earlier
            .get_or_init(|| Before::of(&self.history, self.showing, self.other_rule()))
            .as_ref()
    }

    /// The verdicts of an open report: of the one that is shown by its own rules, of another by those by which that one is
    /// read; none where there is no such report.
    #[must_use]
    pub fn judged(&self, report: usize) -> Option<&Assessment> {
        if report == self.showing {
            return Some(&self.own);
        }
        let judged = self.others.get(report)?;
        let read = || Assessment::by(&self.history, report, self.other_rule());
        Some(judged.get_or_init(read))
    }

    /// Whether the report that is shown is so long that only a part of it is on the page.
    #[must_use]
    pub fn shows_part(&self) -> bool {
        let rows = self.report().map_or(0, |one| one.measures.len() + one.milestones.len());
        self.in_view.is_part_of(rows)
    }

    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut state = self.clone();
        state.apply(action);
        state
    }

    fn apply(&mut self, action: Action) {
        if !self.admits(&action) {
            return;
        }
        match action {
            Action::Reading { done, total, name } => {
                self.progressing = Some(Progressing::Reading { done, total, name });
            }
            Action::Importing(progressing) => self.progressing = Some(progressing),
            Action::Opened(files) => {
                self.progressing = None;
                self.import(files);
            }
            Action::OpenedAgain { files, shown } => {
                self.progressing = None;
                self.finish(ImportSteps::again(self, files, shown));
            }
            Action::Imported(imported) => {
                self.progressing = None;
                self.take(*imported);
            }
            Action::Held(imported) => self.take_held(*imported),
            Action::Brought(files, notes) => {
                self.progressing = None;
                self.finish(ImportSteps::brought(self, files, notes));
            }
            Action::Pasted(text) => self.import(vec![self.pasted(text)]),
            Action::OpenExample => {
                self.open_example();
                self.go(Place::Example(Part::Overview));
            }
            Action::Asked(request) => self.asked(request),
            Action::Go(place) => self.go(place),
            Action::Astray => {
                if self.place == Place::Start {
                    self.followed = Followed::Astray;
                }
            }
            Action::Find(finding) => self.find(finding),
            Action::ToggleOnlyChanged => self.only_changed = !self.only_changed,
            Action::Calculate(edit) => {
                let fields = self.calculator().clone().after(edit);
                self.place = Place::Calculator(Box::new(fields));
            }
            Action::Show(report) => self.show(report),
            Action::Close(name) => self.close(&name),
            Action::ToggleWhy(row) => toggle(&mut self.why, row),
            Action::ToggleAllWhy => self.toggle_all_why(),
            Action::ToggleCommentary(row) => toggle(&mut self.in_full, row),
            Action::ToggleDoubts => self.all_doubts = !self.all_doubts,
            Action::FilterStatus(status) => {
                let statuses = &mut self.filter.statuses;
                match statuses.iter().position(|shown| *shown == status) {
                    Some(place) => drop(statuses.remove(place)),
                    None => statuses.push(status),
                }
            }
            Action::FilterText(text) => self.filter.text = text,
            Action::FilterGroup(group) => self.filter.group = group,
            Action::ClearFilter => self.filter = Filter::default(),
            Action::ReadUnder(rule) => {
                self.under = rule;
                self.forget_others();
                self.judge();
            }
            Action::Look(in_view) => self.in_view = in_view,
            Action::Suppose { measure, quarter, text } => self.suppose(measure, quarter, text),
            Action::ClearSupposed(measure) => drop(self.supposed.remove(&measure)),
            Action::Sort(key) => self.order = self.order.clicked(key),
            // The browser's work: see `ui`.
            Action::Save(_) => {}
            Action::Saved(saved) => {
                // What is said of saving takes the place of what was said of opening; what is to be mended stays.
                self.outcome.take_if(|outcome| outcome.refused.is_empty());
                self.said_again(self.saved.as_ref() == Some(&saved));
                self.saved = Some(saved);
            }
            Action::Library(action) => self.tend(action),
            Action::DismissFindings => {
                self.findings.clear();
                self.outcome = None;
                self.saved = None;
                self.followed = Followed::ToItsPage;
            }
            Action::NewVersion(known) => self.new_version = known,
        }
    }

    /// What is typed into the calculator, wherever one is.
    #[must_use]
    pub fn calculator(&self) -> &Fields {
        match &self.place {
            Place::Calculator(fields) => fields,
            _ => &self.calculator,
        }
    }

    pub(super) fn go(&mut self, place: Place) {
        self.calculator = self.calculator().clone();
        self.note_place();
        let place = self.place.led_to(place);
        if matches!(place, Place::Example(_)) && !self.holds_example() {
            self.open_example();
        }
        if place != self.place {
            self.followed = Followed::ToItsPage;
        }
        let before = replace(&mut self.place, place);
        self.finder = None;
        if let (Some(before), Some(now)) = (before.embed(), self.place.embed())
            && !now.filters_as(before)
        {
            self.filter_as_embedded();
        }
    }

    fn open_example(&mut self) {
        self.import(example_files());
        self.library.leave_example();
    }

    fn holds_example(&self) -> bool {
        example_files().iter().all(|file| self.files.iter().any(|open| open.name == file.name))
    }

    pub(super) fn show(&mut self, report: usize) {
        self.showing = report.min(self.history.reports().len().saturating_sub(1));
        self.judge();
        self.keys = Rc::new(self.report().map(|report| Keys::of(report)).unwrap_or_default());
        self.start_afresh();
    }

    pub(super) fn start_afresh(&mut self) {
        self.forget_others();
        self.finder = None;
        // Rows and groups are known by their place in a report, so they mean nothing in another.
        self.why.clear();
        self.in_full.clear();
        self.supposed.clear();
        self.all_doubts = false;
        self.filter.group = self.embedded_group();
    }

    /// What was worked out of the other reports no longer holds.
    pub(super) fn forget_others(&mut self) {
        self.earlier = Rc::default();
        self.others = Rc::new(vec![OnceCell::new(); self.history.reports().len()]);
    }

    pub(super) fn judge(&mut self) {
        self.own = Rc::new(Assessment::of(&self.history, self.showing));
        self.assessment = self.as_read();
        self.joined = Rc::new(Joined::of(&self.history, self.showing));
        // What looks wrong in the data does not depend on who reads it.
        self.doubts = Rc::new(quality(&self.history, self.showing, &self.own));
    }

    /// Counts how often the same is said.
    pub(super) fn said_again(&mut self, again: bool) {
        self.repeated = if again { self.repeated + 1 } else { 0 };
    }

    /// The verdicts by the rule under which the report is read.
    pub(super) fn as_read(&self) -> Rc<Assessment> {
        match self.other_rule() {
            Some(rule) => Rc::new(Assessment::under(&self.history, self.showing, rule)),
            None => Rc::clone(&self.own),
        }
    }

    /// The rule under which the report is read instead of its own.
    #[must_use]
    pub fn other_rule(&self) -> Option<&'static Rule> {
        self.under.and_then(|rule| shipped().get(rule))
    }

    /// Whether the derivation of every measure and milestone is open.
    #[must_use]
    pub fn all_why_open(&self) -> bool {
        let all = self.all_rows();
        !all.is_empty() && all.is_subset(&self.why)
    }

    fn all_rows(&self) -> BTreeSet<Row> {
        let Some(report) = self.report() else { return BTreeSet::new() };
        let measures = (0..report.measures.len()).map(Row::Measure);
        measures.chain((0..report.milestones.len()).map(Row::Milestone)).collect()
    }

    fn toggle_all_why(&mut self) {
        let all = self.all_rows();
        if self.all_why_open() {
            self.why.retain(|row| !all.contains(row));
        } else {
            self.why.extend(all);
        }
    }
}

fn toggle(rows: &mut BTreeSet<Row>, row: Row) {
    if !rows.remove(&row) {
        rows.insert(row);
    }
}
