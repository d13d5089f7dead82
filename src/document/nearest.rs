//! What was probably meant.

use super::problem::brief;

/// The candidate that `found` looks like, if it looks like one.
///
/// ```
/// use quarterlight::document::nearest;
/// assert_eq!(nearest("polarty", ["polarity", "basis"]), Some("polarity"));
/// assert_eq!(nearest("owner", ["polarity", "basis"]), None);
/// ```
#[must_use]
pub fn nearest<'c>(found: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if brief(found) != found {
        return None;
    }
    let found = found.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&found, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness > 0.84)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
