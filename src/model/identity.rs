//! When two rows of different files are the same measure.
//!
//! A printed reference is a label, not an identity: `PED03 03` is one measure in 2019/20 and another in
//! 2021/22, and `NI 058` is `NI058`. So rows are the same when their ids are, or, without ids, when both
//! reference and title are; anything less is only proposed.

use super::Measure;

/// Why two rows are, or may be, the same measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JoinedBy {
    /// Both give the same id.
    Id,
    /// At least one has no id, and reference and title agree.
    ReferenceAndTitle,
    /// Only the title agrees: proposed, not used.
    TitleOnly,
    /// Only the reference agrees: proposed, not used.
    ReferenceOnly,
}

impl JoinedBy {
    /// Whether figures are compared on the strength of it.
    #[must_use]
    pub fn is_certain(self) -> bool {
        matches!(self, Self::Id | Self::ReferenceAndTitle)
    }

    /// In words.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Id => "same id",
            Self::ReferenceAndTitle => "same reference and title",
            Self::TitleOnly => "same title, but not the same reference",
            Self::ReferenceOnly => "same reference, but not the same title",
        }
    }
}

/// What a row is recognised by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    pub id: Option<String>,
    pub reference: Option<String>,
    pub title: String,
}

impl Identity {
    pub(super) fn of(measure: &Measure) -> Self {
        Self {
            id: measure.id.clone(),
            reference: measure.reference.as_deref().map(plain_reference),
            title: plain_title(&measure.title),
        }
    }

    pub(super) fn joined_by(&self, other: &Self) -> Option<JoinedBy> {
        let both_have_ids = self.id.is_some() && other.id.is_some();
        if both_have_ids && self.id == other.id {
            return Some(JoinedBy::Id);
        }
        let reference = self.reference.is_some() && self.reference == other.reference;
        let title = self.title == other.title;
        match (reference, title) {
            // Two different ids say that it is not the same, whatever is printed.
            _ if both_have_ids => None,
            (true, true) => Some(JoinedBy::ReferenceAndTitle),
            (false, true) => Some(JoinedBy::TitleOnly),
            (true, false) => Some(JoinedBy::ReferenceOnly),
            (false, false) => None,
        }
    }
}

/// A reference without the differences that mean nothing: `NI 058` and `ni58` are alike.
#[must_use]
pub fn plain_reference(reference: &str) -> String {
    let mut plain = String::with_capacity(reference.len());
    let mut digits = String::new();
    let finish = |plain: &mut String, digits: &mut String| {
        if digits.is_empty() {
            return;
        }
        if plain.ends_with(|c: char| c.is_ascii_digit()) {
            plain.push('.');
        }
        let number = digits.trim_start_matches('0');
        plain.push_str(if number.is_empty() { "0" } else { number });
        digits.clear();
    };
    for c in reference.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            finish(&mut plain, &mut digits);
            plain.extend(c.to_lowercase().filter(|c| c.is_alphanumeric()));
        }
    }
    finish(&mut plain, &mut digits);
    plain
}

/// A title without case, punctuation and the usual abbreviations.
pub(super) fn plain_title(title: &str) -> String {
    let spaced: String = title
        .chars()
        .filter(|c| *c != ',')
        .map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' })
        .collect();
    let words: Vec<&str> = spaced
        .split_whitespace()
        .map(|word| match word {
            "yr" => "year",
            "yrs" => "years",
            word => word,
        })
        .collect();
    words.join(" ")
}

/// What was changed in a measure's definition, in words; nothing if figures can be compared.
pub(super) fn changes(now: &Measure, then: &Measure) -> Vec<String> {
    fn differ<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
        a.zip(b).is_some_and(|(a, b)| a != b)
    }
    let mut changes = Vec::new();
    if let (true, Some(a), Some(b)) =
        (differ(now.unit.as_ref(), then.unit.as_ref()), &now.unit, &then.unit)
    {
        changes.push(format!("the unit was {b} and is now {a}"));
    }
    if differ(now.basis.as_ref(), then.basis.as_ref()) {
        changes.push("what a quarter's figure covers changed".to_owned());
    }
    if differ(now.polarity.as_ref(), then.polarity.as_ref()) {
        changes.push("which way is better changed".to_owned());
    }
    if now.year != then.year {
        changes.push("the year it belongs to changed".to_owned());
    }
    if differ(now.definition.as_ref(), then.definition.as_ref()) {
        changes.push(match &now.definition_change {
            Some(change) => format!("the definition changed: {}", change.trim_end_matches('.')),
            None => "the definition changed".to_owned(),
        });
    }
    changes
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("NI 058", "NI058"; "a space")]
    #[test_case("CYP 7", "CYP 07"; "a leading zero")]
    #[test_case("SCS / CYP 15", "scs cyp15"; "a slash and case")]
    fn references_alike(a: &str, b: &str) {
        assert_eq!(plain_reference(a), plain_reference(b));
    }

    #[test_case("PED03 03", "PED3 30")]
    #[test_case("P1.1", "P11")]
    fn references_unlike(a: &str, b: &str) {
        assert_ne!(plain_reference(a), plain_reference(b));
    }

    #[test]
    fn titles_alike_but_for_abbreviations_and_commas() {
        assert_eq!(
            plain_title("Rate per 10,000 0-18 yr olds (snapshot)"),
            plain_title("rate per 10000 0-18 year olds: snapshot")
        );
    }

    fn identity(id: Option<&str>, reference: &str, title: &str) -> Identity {
        Identity {
            id: id.map(str::to_owned),
            reference: Some(plain_reference(reference)),
            title: plain_title(title),
        }
    }

    #[test]
    fn other_ids_mean_another_measure_whatever_is_printed() {
        let a = identity(Some("a"), "PED03 03", "Title");
        let b = identity(Some("b"), "PED03 03", "Title");
        assert_eq!(a.joined_by(&b), None);
    }

    #[test]
    fn one_reference_for_two_measures_is_only_proposed() {
        let a = identity(None, "PED03 03", "Progress of children in care");
        let b = identity(None, "PED03 03", "Care leavers in accommodation");
        assert_eq!(a.joined_by(&b), Some(JoinedBy::ReferenceOnly));
        assert!(!JoinedBy::ReferenceOnly.is_certain());
    }
}
