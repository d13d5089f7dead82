//! Why there is no figure.

use crate::terms::Absence;

/// Why there is no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The reason.
    pub reason: Absence,
    /// When the figure is expected.
    pub expected: Option<String>,
    /// A note.
    pub note: Option<String>,
}

impl Gap {
    /// A reason on its own.
    #[must_use]
    pub fn because(reason: Absence) -> Self {
        Self { reason, expected: None, note: None }
    }

    /// The reason in a few words: "Available Q3", "Not provided".
    #[must_use]
    pub fn short_text(&self) -> String {
        let reason = match self.reason {
            Absence::NotApplicable => "Not applicable",
            Absence::NotYetAvailable => match &self.expected {
                Some(when) => return format!("Available {when}"),
                None => "Not yet available",
            },
            Absence::NotProvided => "Not provided",
            Absence::ToBeConfirmed => "To be confirmed",
            Absence::NewMeasure => "New measure",
            Absence::NotSet => "Not set",
            Absence::Placeholder => "Placeholder",
            Absence::SeeCommentary => "See commentary",
            Absence::Withheld => "Withheld",
            Absence::RoundsToZero => "Rounds to zero",
            Absence::NoneCounted => "None counted",
            Absence::Unreliable => "Not reliable yet",
            Absence::Discontinued => "No longer collected",
            Absence::NotStated => "Not stated",
        };
        match &self.expected {
            Some(when) => format!("{reason} (expected {when})"),
            None => reason.to_owned(),
        }
    }

    /// The reason as a clause: "it was asked for and not provided".
    #[must_use]
    pub fn clause(&self) -> String {
        let clause = match self.reason {
            Absence::NotApplicable => "it does not apply",
            Absence::NotYetAvailable => "it is not yet available",
            Absence::NotProvided => "it was asked for and not provided",
            Absence::ToBeConfirmed => "it is to be confirmed",
            Absence::NewMeasure => "the measure is new",
            Absence::NotSet => "none is set",
            Absence::Placeholder => "the row is a placeholder",
            Absence::SeeCommentary => "the commentary gives it in words",
            Absence::Withheld => "it is withheld because small numbers can identify a person",
            Absence::RoundsToZero => "it is too small to show",
            Absence::NoneCounted => "nothing was counted in the period",
            Absence::Unreliable => "the data cannot be relied on yet",
            Absence::Discontinued => "it is no longer collected",
            Absence::NotStated => "none is given",
        };
        match &self.expected {
            Some(when) => format!("{clause}, expected {when}"),
            None => clause.to_owned(),
        }
    }
}
