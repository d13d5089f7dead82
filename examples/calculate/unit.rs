//! Whether the name of a measure says that it is a percentage.

/// What may stand before the percentage in a name that is about it: what is to be done with it.
const LEADING: [&str; 40] = [
    "to",
    "the",
    "a",
    "an",
    "in",
    "on",
    "of",
    "our",
    "increase",
    "increasing",
    "increased",
    "improve",
    "improving",
    "improved",
    "raise",
    "reduce",
    "reducing",
    "reduced",
    "reduction",
    "decrease",
    "decreasing",
    "lower",
    "maintain",
    "maintaining",
    "monitor",
    "monitoring",
    "record",
    "report",
    "keep",
    "achieve",
    "ensure",
    "minimise",
    "maximise",
    "safely",
    "overall",
    "average",
    "total",
    "annual",
    "quarterly",
    "rate",
];

/// Whether a name says that the figures are percentages: “percentage”, “%”, “per cent” or “proportion” is what is
/// measured. That is so where it stands first, but for a verb or a heading (“Increase the percentage of …”),
/// in brackets or last (“Attendance (%)”). A number in percent is a condition on what is counted (“pupils who miss
/// more than 10% of sessions”), and a name that speaks of a number first is of a count.
pub(crate) fn is_percentage(name: &str) -> bool {
    let name = name.to_lowercase().replace("per cent", "percent").replace(['/', '\u{a0}'], " ");
    let words: Vec<&str> = name.split_whitespace().collect();
    let core = |word: &str| word.trim_matches(|c: char| "(),.;:[]".contains(c)).to_owned();
    let mut leads = true;
    for (place, word) in words.iter().enumerate() {
        let next = words.get(place + 1).map(|next| core(next)).unwrap_or_default();
        let bare = core(word);
        if next == "of" && matches!(bare.as_str(), "number" | "numbers" | "no" | "count") {
            return false;
        }
        let follows_number = place > 0
            && words[place - 1].trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit());
        let is_share = matches!(bare.as_str(), "%" | "percent" | "percentage" | "proportion");
        if is_share && !follows_number && !next.starts_with("point") {
            let is_bracketed =
                word.starts_with('(') && word.trim_end_matches([',', '.']).ends_with(')');
            let is_last = words[place + 1..].first().is_none_or(|next| next.starts_with('('));
            let is_rate_in = place > 0 && words[place - 1] == "in";
            if leads || is_bracketed || is_last || is_rate_in {
                return true;
            }
        }
        let is_heading = word.ends_with(':') || matches!(*word, "-" | "\u{2013}" | "\u{2014}");
        leads = is_heading || (leads && LEADING.contains(&bare.as_str()));
    }
    false
}
