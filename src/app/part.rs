//! The parts of a report, as they stand in the page's address.

use super::address::{decoded, encoded};
use super::listed::Listed;

/// A part of the report that is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// What matters first: `#/report`.
    #[default]
    Overview,
    /// Every measure and milestone under its objective: `#/measures`.
    Measures,
    /// One measure, by its key: `#/measure/PED04-02`.
    Measure(String),
    /// One objective, by its key: `#/objective/PED04`.
    Objective(String),
    /// All milestones by date: `#/milestones`.
    Milestones,
    /// All milestones, with one of them marked, by its key: `#/milestone/PED04-M1`.
    Milestone(String),
    /// Financial statements, or one of them by its key: `#/finance`, `#/finance/capital`.
    Finance(Option<String>),
    /// Risks and equality actions: `#/risks`.
    Risks,
    /// Strategic issues: `#/issues`.
    Issues,
    /// Narrative: `#/narrative`.
    Narrative,
    /// Targets under review: `#/targets`.
    Targets,
    /// The part that lists something, with that marked, by its key: `#/risk/3.1`.
    Listed(Listed, String),
    /// The plan: each objective with its milestones by year and the targets of its measures: `#/plan`.
    Plan,
    /// This period beside another, by that one's file: `#/compare/2019-20-q2.json`.
    Compare(Option<String>),
    /// One item after the other, by the key of the item: `#/meeting/PED04-02`, or among all of them
    /// `#/meeting/PED04-02?all`.
    Meeting(Option<String>, Agenda),
    /// The whole report, to be printed: `#/whole`.
    Whole,
    /// What is not on course, on a page: `#/exceptions`.
    Exceptions,
    /// What looks wrong, which files are open and how they join: `#/data`.
    Data,
}

/// What a meeting goes through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Agenda {
    /// What is off course or uncertain.
    #[default]
    Exceptions,
    /// Every measure and milestone.
    Everything,
}

const ALL: &str = "all";

/// Each part that is one page, with its name in the address.
const PAGES: [(&str, Part); 11] = [
    ("report", Part::Overview),
    ("measures", Part::Measures),
    ("milestones", Part::Milestones),
    ("risks", Part::Risks),
    ("issues", Part::Issues),
    ("narrative", Part::Narrative),
    ("targets", Part::Targets),
    ("plan", Part::Plan),
    ("data", Part::Data),
    ("whole", Part::Whole),
    ("exceptions", Part::Exceptions),
];

impl Part {
    /// The part with a path, such as "measure/PED04-02", and with what stands behind that after a `?`; none where
    /// there is no such part.
    pub(super) fn of(path: &str, query: &str) -> Option<Self> {
        let (name, key) = path.split_once('/').unwrap_or((path, ""));
        if let Some((_, part)) = PAGES.iter().find(|(page, _)| *page == name) {
            return Some(part.clone());
        }
        let key = decoded(key).filter(|key| !key.is_empty());
        match name {
            "measure" => key.map(Self::Measure),
            "objective" => key.map(Self::Objective),
            "milestone" => key.map(Self::Milestone),
            "finance" => Some(Self::Finance(key)),
            "compare" => Some(Self::Compare(key)),
            "meeting" => {
                let agenda = if query == ALL { Agenda::Everything } else { Agenda::Exceptions };
                Some(Self::Meeting(key, agenda))
            }
            name => Some(Self::Listed(Listed::of(name)?, key?)),
        }
    }

    /// The page that it is, whatever item of a meeting or which other report is on it.
    #[must_use]
    pub fn page(&self) -> Self {
        match self {
            Self::Meeting(..) => Self::Meeting(None, Agenda::default()),
            Self::Compare(_) => Self::Compare(None),
            part => part.clone(),
        }
    }

    /// Its path in the address.
    pub(super) fn path(&self) -> String {
        let keyed = |name: &str, key: Option<&String>| match key {
            Some(key) => format!("{name}/{}", encoded(key)),
            None => name.to_owned(),
        };
        match self {
            Self::Measure(key) => keyed("measure", Some(key)),
            Self::Objective(key) => keyed("objective", Some(key)),
            Self::Milestone(key) => keyed("milestone", Some(key)),
            Self::Listed(listed, key) => keyed(listed.name(), Some(key)),
            Self::Finance(key) => keyed("finance", key.as_ref()),
            Self::Compare(key) => keyed("compare", key.as_ref()),
            Self::Meeting(key, agenda) => {
                let path = keyed("meeting", key.as_ref());
                match agenda {
                    Agenda::Exceptions => path,
                    Agenda::Everything => format!("{path}?{ALL}"),
                }
            }
            page => {
                let name = PAGES.iter().find(|(_, part)| part == page).map(|(name, _)| *name);
                name.unwrap_or_default().to_owned()
            }
        }
    }
}
