//! Wanted that somebody looks for, and where they stand in a text.

use std::ops::Range;

/// What somebody looks for: words in any order, or a reference or figure as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Each in small letters.
    words: Vec<String>,
    /// Whether it is one reference or figure, looked for with or without its spaces.
    is_joined: bool,
}

impl Wanted {
    /// What is looked for by a text as it is typed.
    ///
    /// What starts like a reference or a figure is looked for as it stands: "PED0402" finds "PED04 02", and
    /// "PED04 02" does not find every row with a 02 in it.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let typed = typed.to_lowercase();
        let first = typed.split_whitespace().next().unwrap_or_default();
        if first.contains(|c: char| c.is_ascii_digit()) {
            let words = vec![typed.split_whitespace().collect()];
            return Self { words, is_joined: true };
        }
        Self { words: typed.split_whitespace().map(str::to_owned).collect(), is_joined: false }
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each word stands in some of the texts. No word at all stands in any.
    #[must_use]
    pub fn are_in(&self, texts: &[&str]) -> bool {
        // A long report is asked for each of its rows whenever its page is made, most often with nothing to look for.
        if self.is_empty() {
            return true;
        }
        let plain = |text: &&str| {
            let text = text.to_lowercase();
            if self.is_joined { text.replace(' ', "") } else { text }
        };
        let texts: Vec<String> = texts.iter().map(plain).collect();
        self.words.iter().all(|word| texts.iter().any(|text| text.contains(word.as_str())))
    }

    /// Where the words stand in a text, as places of its bytes, the first first.
    #[must_use]
    pub fn places_in(&self, text: &str) -> Vec<Range<usize>> {
        let chars: Vec<(usize, char)> = text
            .char_indices()
            .filter(|(_, c)| !(self.is_joined && c.is_whitespace()))
            .map(|(at, c)| (at, c.to_lowercase().next().unwrap_or(c)))
            .collect();
        let mut places: Vec<Range<usize>> = Vec::new();
        for word in &self.words {
            let word: Vec<char> = word.chars().collect();
            for found in chars.windows(word.len().max(1)) {
                let is_word = found.iter().map(|(_, c)| c).eq(&word);
                if let ([(start, _), ..], Some((end, _))) = (found, found.last())
                    && is_word
                {
                    let width = text[*end..].chars().next().map_or(0, char::len_utf8);
                    places.push(*start..end + width);
                }
            }
        }
        places.sort_by_key(|place| (place.start, place.end));
        places.dedup_by(|next, place| {
            // Wanted that overlap are marked as one.
            let overlap = next.start < place.end;
            if overlap {
                place.end = place.end.max(next.end);
            }
            overlap
        });
        places
    }
}

/// How well what is typed is a reference: 0 where it is that one, then one that begins so, then one that holds
/// it. Signs and spaces do not matter; what has no digit is only looked for at the beginning.
#[must_use]
pub fn reference_rank(typed: &str, reference: &str) -> Option<u8> {
    let (typed, reference) = (bare(typed), bare(reference));
    if typed.is_empty() || !reference.contains(&typed) {
        return None;
    }
    if typed == reference {
        return Some(0);
    }
    if reference.starts_with(&typed) {
        return Some(1);
    }
    typed.contains(|c: char| c.is_ascii_digit()).then_some(2)
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use test_case::test_case;

    use super::*;

    #[test_case("PED0402", "PED04 02", Some(0); "without its space")]
    #[test_case("ped04 02", "PED04 02", Some(0); "in small letters")]
    #[test_case("ped04-02", "PED04 02", Some(0); "as in an address")]
    #[test_case("PED04", "PED04 02", Some(1); "its beginning")]
    #[test_case("p", "PED04 02", Some(1); "its first letter")]
    #[test_case("0402", "PED04 02", Some(2); "its digits")]
    #[test_case("ed", "PED04 02", None; "letters within")]
    #[test_case("PED04 03", "PED04 02", None; "another")]
    #[test_case(" - ", "PED04 02", None; "nothing")]
    fn ranks(typed: &str, reference: &str, expected: Option<u8>) {
        assert_eq!(reference_rank(typed, reference), expected);
    }

    #[test_case("care", "Children in care, and Care leavers", &["care", "Care"]; "each time")]
    #[test_case("children chil", "Children", &["Children"]; "words that overlap")]
    #[test_case("ped0402", "see PED04 02 for more", &["PED04 02"]; "a reference with its space")]
    #[test_case("6 3%", "at 6 3% now", &["6 3%"]; "a figure")]
    #[test_case("é", "Café or cafe", &["é"]; "a letter of two bytes")]
    #[test_case("", "anything", &[]; "nothing")]
    #[test_case("x", "", &[]; "in nothing")]
    fn stand(typed: &str, text: &str, expected: &[&str]) {
        let places = Wanted::of(typed).places_in(text);
        let found: Vec<&str> = places.into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, expected);
    }

    proptest! {
        #[test]
        fn places_are_cut_between_letters_and_in_order(typed in ".{0,6}", text in ".{0,40}") {
            let mut end = 0;
            for place in Wanted::of(&typed).places_in(&text) {
                prop_assert!(place.start >= end && place.end > place.start);
                prop_assert!(text.get(place.clone()).is_some());
                end = place.end;
            }
        }
    }
}
