//! Why there is no figure.

use super::keyword::keyword;

keyword! {
    /// The reason that there is no figure. A reason is information: it survives reading, showing and saving.
    Absence: "a reason that there is no figure" {
        /// The figure means nothing here.
        NotApplicable = "not applicable",
        /// The figure will come; the file can say when.
        NotYetAvailable = "not yet available",
        /// It was asked for and not given.
        NotProvided = "not provided",
        /// It is to be confirmed.
        ToBeConfirmed = "to be confirmed",
        /// The measure is new, so there is nothing earlier.
        NewMeasure = "new measure",
        /// Someone decided that there is none: no target is set.
        NotSet = "not set",
        /// A row kept for a measure that is still to be defined.
        Placeholder = "placeholder",
        /// The commentary says it in words.
        SeeCommentary = "see commentary",
        /// Withheld, because small numbers can identify a person.
        Withheld = "withheld",
        /// Too small to show at this precision: it rounds to zero but is not zero.
        RoundsToZero = "rounds to zero",
        /// Nothing was counted, inspected or audited in the period.
        NoneCounted = "none counted",
        /// The data cannot be relied on yet.
        Unreliable = "unreliable",
        /// The measure is no longer collected.
        Discontinued = "discontinued",
        /// The source gives neither a figure nor a reason: an empty or illegible cell.
        NotStated = "not stated",
    }
}

impl Absence {
    /// The reason that a printed short form stands for: government shorthand and what reports print.
    #[must_use]
    pub fn from_short_form(text: &str) -> Option<Self> {
        Some(match text.trim().to_ascii_lowercase().as_str() {
            "[z]" | "n/a" | "na" => Self::NotApplicable,
            "[x]" => Self::NotYetAvailable,
            "[c]" => Self::Withheld,
            "[low]" => Self::RoundsToZero,
            "tbc" => Self::ToBeConfirmed,
            "new indicator" => Self::NewMeasure,
            "no target" => Self::NotSet,
            "refer comment" | "refer to comment" => Self::SeeCommentary,
            _ => return None,
        })
    }
}
