//! What a file of a report is called.

use crate::model::Report;

/// What a report's file is called before its ending: `people-directorate-2019-20-q2`.
#[must_use]
pub fn file_stem(report: &Report) -> String {
    slug(&format!("{} {}", report.directorate, report.period))
}

/// Letters and digits in lower case, with a hyphen for all that stands between them: every system takes such a name.
#[must_use]
pub fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::slug;

    #[test_case("People Directorate 2019/20 Q2", "people-directorate-2019-20-q2")]
    #[test_case("Children’s & Adults’ 2024/25", "children-s-adults-2024-25")]
    #[test_case("../../etc/passwd\0<>:\"|?*", "etc-passwd"; "what a system would take for a path")]
    #[test_case("Gwasanaethau Tŷ", "gwasanaethau-tŷ"; "letters of other languages")]
    fn names(text: &str, expected: &str) {
        assert_eq!(slug(text), expected);
    }
}
