//! What a file of a report is called.

use crate::model::Report;

/// How many bytes a slug has at most: with two of them in a name, its folders still have room in the 260 characters of a
/// Windows path, and the name in the 255 bytes that other systems allow one.
const LIMIT: usize = 60;

/// What a report's file is called before its ending: `people-directorate-2019-20-q2`.
#[must_use]
pub fn file_stem(report: &Report) -> String {
    format!("{}-{}", slug(&report.directorate), slug(&report.period.to_string()))
}

/// Letters and digits in lower case, with a hyphen for all that stands between them: every system takes such a name. Of
/// a long text it is the first words, up to 60 bytes.
#[must_use]
pub fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
    if slug.len() > LIMIT {
        let room = slug.floor_char_boundary(LIMIT);
        let begins_word = slug.get(room..).is_some_and(|rest| rest.starts_with('-'));
        let word = slug.get(..room).and_then(|start| start.rfind('-'));
        slug.truncate(if begins_word { room } else { word.unwrap_or(room) });
    }
    slug
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::slug;

    #[test_case("People Directorate 2019/20 Q2", "people-directorate-2019-20-q2")]
    #[test_case("Children’s & Adults’ 2024/25", "children-s-adults-2024-25")]
    #[test_case("../../etc/passwd\0<>:\"|?*", "etc-passwd"; "what a system would take for a path")]
    #[test_case("Gwasanaethau Tŷ", "gwasanaethau-tŷ"; "letters of other languages")]
    #[test_case(
        "The proportion of all children and young people in care who were placed at a distance",
        "the-proportion-of-all-children-and-young-people-in-care-who"; "as many words as have room"
    )]
    #[test_case(
        "www.example.org",
        "www-example-org"; "an address"
    )]
    #[test_case(
        &"ŷ".repeat(200),
        &"ŷ".repeat(30); "one word that is too long, between two letters"
    )]
    #[test_case(
        &format!("{} b", "a".repeat(60)),
        &"a".repeat(60); "a word that just fits"
    )]
    fn names(text: &str, expected: &str) {
        assert_eq!(slug(text), expected);
    }
}
