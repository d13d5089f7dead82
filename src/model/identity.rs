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

/// Why two rows are, or may be, the same measure.
pub(super) fn joined_by(a: &Measure, b: &Measure) -> Option<JoinedBy> {
    if let (Some(id), Some(other)) = (&a.said.id, &b.said.id) {
        // Two different ids say that it is not the same, whatever is printed.
        return (id == other).then_some(JoinedBy::Id);
    }
    let references = a.said.reference.as_deref().zip(b.said.reference.as_deref());
    let reference =
        references.is_some_and(|(a, b)| a == b || plain_reference(a) == plain_reference(b));
    let title =
        a.said.title == b.said.title || plain_title(&a.said.title) == plain_title(&b.said.title);
    match (reference, title) {
        (true, true) => Some(JoinedBy::ReferenceAndTitle),
        (false, true) => Some(JoinedBy::TitleOnly),
        (true, false) => Some(JoinedBy::ReferenceOnly),
        (false, false) => None,
    }
}

/// A reference without the differences that mean nothing: `NI 058` and `ni58` are alike.
#[must_use]
pub fn plain_reference(reference: &str) -> String {
    let mut plain = String::with_capacity(reference.len() + 1);
    for_each_plain(reference, |c| plain.push(c));
    plain
}

/// The characters of a plain reference: letters small, no leading zeros, a point between two numbers.
fn for_each_plain(reference: &str, mut push: impl FnMut(char)) {
    let mut is_behind_digit = false;
    let mut rest = reference.chars().peekable();
    while let Some(c) = rest.next() {
        if !c.is_ascii_digit() {
            for c in c.to_lowercase().filter(|c| c.is_alphanumeric()) {
                push(c);
                is_behind_digit = false;
            }
            continue;
        }
        if is_behind_digit {
            push('.');
        }
        let is_digit = |next: &char| next.is_ascii_digit();
        let mut digit = Some(c);
        let mut is_leading = true;
        while let Some(c) = digit {
            digit = rest.next_if(is_digit);
            // The last 0 of nothing but zeros stays.
            is_leading &= c == '0' && digit.is_some();
            if !is_leading {
                push(c);
            }
        }
        is_behind_digit = true;
    }
}

/// A title without case, punctuation and the usual abbreviations.
pub(super) fn plain_title(title: &str) -> String {
    let mut plain = String::with_capacity(title.len() + 2);
    let mut word = 0;
    for c in title.chars().filter(|c| *c != ',').chain([' ']) {
        if c.is_alphanumeric() {
            plain.push(c.to_ascii_lowercase());
        } else if plain.len() > word {
            match &plain[word..] {
                "yr" => plain.replace_range(word.., "year"),
                "yrs" => plain.replace_range(word.., "years"),
                _ => {}
            }
            plain.push(' ');
            word = plain.len();
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

pub(super) const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, a step of it.
const fn hashed(hash: u64, part: u64) -> u64 {
    (hash ^ part).wrapping_mul(0x0100_0000_01b3)
}

pub(super) const fn hash(text: &str) -> u64 {
    hash_on(NOTHING, text.as_bytes())
}

/// The hash of what was hashed before and of some bytes more.
pub(super) const fn hash_on(mut hash: u64, mut bytes: &[u8]) -> u64 {
    while let [byte, rest @ ..] = bytes {
        hash = hashed(hash, *byte as u64);
        bytes = rest;
    }
    hash
}

/// The same for two references that are alike, without making their plain texts.
pub(super) fn reference_hash(reference: &str) -> u64 {
    let mut hash = NOTHING;
    for_each_plain(reference, |c| hash = hashed(hash, u64::from(c)));
    hash
}

/// The same for two titles that are alike, without making their plain texts: it is asked for every title.
pub(super) fn title_hash(title: &str) -> u64 {
    const SHORT: [(u64, u64); 2] = [(hash("yr"), hash("year")), (hash("yrs"), hash("years"))];
    let (mut whole, mut word) = (NOTHING, NOTHING);
    let mut end = |word: &mut u64| {
        let found = std::mem::replace(word, NOTHING);
        if found != NOTHING {
            let long = SHORT.iter().find(|(short, _)| *short == found);
            whole = hashed(whole, long.map_or(found, |(_, long)| *long));
        }
    };
    let mut add = |c: char, is_of_word: bool| match c {
        _ if is_of_word => word = hashed(word, u64::from(c.to_ascii_lowercase())),
        ',' => {}
        _ => end(&mut word),
    };
    if title.is_ascii() {
        title.bytes().for_each(|byte| add(char::from(byte), byte.is_ascii_alphanumeric()));
    } else {
        title.chars().for_each(|c| add(c, c.is_alphanumeric()));
    }
    add(' ', false);
    whole
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
    if let (Some(now), Some(then)) = (&now.said.definition, &then.said.definition)
        && now.version != then.version
    {
        changes.push(match &now.change {
            Some(change) => format!("the definition changed: {}", change.trim_end_matches('.')),
            None => "the definition changed".to_owned(),
        });
    }
    changes
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use test_case::test_case;

    use super::*;
    use crate::document;

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

    #[test_case("SCS / CYP 015", "scscyp15")]
    #[test_case("P1.01", "p1.1"; "two numbers")]
    #[test_case("P100", "p100"; "zeros that count")]
    #[test_case("P1.000", "p1.0"; "nothing but zeros")]
    #[test_case("ÉP7a2", "ép7a2"; "letters beyond A to Z")]
    #[test_case("/", ""; "no letter and no digit")]
    fn a_plain_reference(reference: &str, plain: &str) {
        assert_eq!(plain_reference(reference), plain);
        assert_eq!(reference_hash(reference), reference_hash(plain));
    }

    #[test_case("Rate per 10,000 0-18 yr olds", "rate per 10000 0-18 years olds", false; "one year or several")]
    #[test_case("Rate per 10,000 0-18 yr olds", " rate: per 10000 0-18 year olds.", true)]
    #[test_case("Zählung der yrs", "Zählung, der years", true; "letters beyond A to Z")]
    #[test_case("a b", "ab", false; "words run together")]
    fn hashes_are_alike_where_titles_are(a: &str, b: &str, alike: bool) {
        assert_eq!(plain_title(a) == plain_title(b), alike);
        assert_eq!(title_hash(a) == title_hash(b), alike);
    }

    #[test]
    fn titles_alike_but_for_abbreviations_and_commas() {
        assert_eq!(
            plain_title("Rate per 10,000 0-18 yr olds (snapshot)"),
            plain_title("rate per 10000 0-18 year olds: snapshot")
        );
    }

    fn measure(id: Option<&str>, reference: &str, title: &str) -> Measure {
        let said = document::Measure {
            id: id.map(str::to_owned),
            reference: Some(reference.to_owned()),
            title: title.to_owned(),
            ..document::Measure::default()
        };
        Measure { said: Rc::new(said), ..Measure::untold(String::new()) }
    }

    #[test]
    fn other_ids_mean_another_measure_whatever_is_printed() {
        let a = measure(Some("a"), "PED03 03", "Title");
        let b = measure(Some("b"), "PED03 03", "Title");
        assert_eq!(joined_by(&a, &b), None);
    }

    #[test]
    fn one_reference_for_two_measures_is_only_proposed() {
        let a = measure(None, "PED03 03", "Progress of children in care");
        let b = measure(None, "PED03 03", "Care leavers in accommodation");
        assert_eq!(joined_by(&a, &b), Some(JoinedBy::ReferenceOnly));
        assert!(!JoinedBy::ReferenceOnly.is_certain());
    }
}
