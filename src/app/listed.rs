//! What a part of a report lists besides measures and milestones.

use super::part::Part;
use crate::model::Report;

/// Something that a part lists, and that has an address of its own there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Listed {
    /// A risk: `#/risk/3.1`.
    Risk,
    /// An equality action: `#/equality-action/2`.
    EqualityAction,
    /// A strategic issue: `#/issue/A`.
    Issue,
    /// A section of the narrative: `#/section/2.1`.
    Section,
    /// A fact of the narrative, among those of all sections: `#/fact/Children-in-care`.
    Fact,
    /// The targets of a measure under review: `#/review/PED04-02`.
    Review,
}

const NAMES: [(&str, Listed); 6] = [
    ("risk", Listed::Risk),
    ("equality-action", Listed::EqualityAction),
    ("issue", Listed::Issue),
    ("section", Listed::Section),
    ("fact", Listed::Fact),
    ("review", Listed::Review),
];

impl Listed {
    /// Each kind of them.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(_, listed)| *listed)
    }

    /// The one with a name in the address.
    pub(super) fn of(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, listed)| *listed)
    }

    /// Its name in the address.
    pub(super) fn name(self) -> &'static str {
        NAMES.iter().find(|(_, listed)| *listed == self).map_or("", |(name, _)| name)
    }

    /// The part that lists it.
    #[must_use]
    pub fn part(self) -> Part {
        match self {
            Self::Risk | Self::EqualityAction => Part::Risks,
            Self::Issue => Part::Issues,
            Self::Section | Self::Fact => Part::Narrative,
            Self::Review => Part::Targets,
        }
    }

    /// What each of a report's is called, in its order: by its reference or, without one, by its title.
    #[must_use]
    pub fn names(self, report: &Report) -> Vec<&str> {
        let document = &report.document;
        match self {
            Self::Risk => {
                let all = document.risks.iter();
                all.map(|one| called(one.reference.as_ref(), &one.title)).collect()
            }
            Self::EqualityAction => {
                let all = document.equality_actions.iter();
                all.map(|one| called(one.reference.as_ref(), &one.title)).collect()
            }
            Self::Issue => {
                let all = document.strategic_issues.iter();
                all.map(|one| called(one.reference.as_ref(), &one.title)).collect()
            }
            Self::Section => {
                let all = document.narrative.iter();
                all.map(|one| called(one.reference.as_ref(), &one.title)).collect()
            }
            Self::Fact => {
                let all = document.narrative.iter().flat_map(|section| &section.facts);
                all.map(|fact| fact.label.as_str()).collect()
            }
            Self::Review => {
                let all = document.target_reviews.iter();
                all.map(|one| called(one.reference.as_ref(), &one.title)).collect()
            }
        }
    }
}

fn called<'r>(reference: Option<&'r String>, title: &'r str) -> &'r str {
    reference.map_or(title, String::as_str)
}
