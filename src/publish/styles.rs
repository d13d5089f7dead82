//! The styles that a piece of a report needs, kept to that piece.

use std::fmt::Write as _;

/// What is left of a stylesheet of this project for a piece of markup under one class, so that it neither changes the
/// page around it nor carries rules for what is not there. `matches` tells whether a selector finds anything in the
/// piece. The piece stands on a page of somebody else's, which is light: the dark theme is left out, and paper is
/// that page's.
#[must_use]
pub(super) fn scoped(styles: &str, class: &str, matches: &dyn Fn(&str) -> bool) -> String {
    let mut kept = String::new();
    let mut rest = styles;
    while let Some((selector, after)) = rest.split_once('{') {
        let selector = selector.trim();
        let (body, after) = block(after);
        rest = after;
        if let Some(condition) = selector.strip_prefix('@') {
            if stays(condition) {
                let inner = scoped(body, class, matches);
                if !inner.is_empty() {
                    // Writing to a text cannot fail.
                    let _ = write!(kept, "{selector} {{\n{inner}}}\n");
                }
            }
        } else {
            let selectors: Vec<String> = selectors(selector)
                .into_iter()
                .filter_map(|one| under(one, class, matches))
                .collect();
            if !selectors.is_empty() {
                let _ = writeln!(kept, "{} {{{body}}}", selectors.join(",\n"));
            }
        }
    }
    kept
}

/// Whether rules under a condition are for the piece: it has every width and every pointer, but neither paper nor the dark.
fn stays(condition: &str) -> bool {
    let is_kept = ["media", "container"].iter().any(|kind| condition.starts_with(kind));
    is_kept && !condition.contains("print") && !condition.contains("prefers-color-scheme")
}

/// A block up to the brace that ends it, and what stands behind that.
fn block(text: &str) -> (&str, &str) {
    let mut depth = 1;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&text[..at], &text[at + 1..]);
        }
    }
    (text, "")
}

/// The selectors of a list. Commas within brackets belong to one of them.
fn selectors(list: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in list.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                found.push(list[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(list[start..].trim());
    found
}

/// A selector as it is written for the piece alone; none where it finds nothing there.
fn under(selector: &str, class: &str, matches: &dyn Fn(&str) -> bool) -> Option<String> {
    if matches!(selector, ":root" | "body") {
        return Some(format!(".{class}"));
    }
    // What looks different only while it is pointed at is there all the same.
    let plain =
        ["::before", "::after", "::marker", ":hover", ":focus-visible", ":focus", ":active"]
            .into_iter()
            .fold(selector.to_owned(), |selector, state| selector.replace(state, ""));
    let plain = if plain.is_empty() { "*" } else { plain.as_str() };
    matches(plain).then(|| format!(".{class} {selector}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: &str = ":root {\n--ink: black;\n}\n@media (prefers-color-scheme: dark) {\n:root {\n--ink: white;\n}\n}\n\
        html {\nfont-size: 1px;\n}\nbody {\ncolor: var(--ink);\n}\n.a,\n.b:is(.c, .d) {\ncolor: red;\n}\n\
        @media screen and (max-width: 46rem) {\n.a::before {\ncontent: attr(x);\n}\n.e {\ncolor: red;\n}\n}\n\
        @media not (max-width: 46rem) {\n.a {\nfloat: left;\n}\n}\n\
        @page {\nmargin: 0;\n@top-left {\ncontent: \"\";\n}\n}\n@media print {\n.a {\ncolor: black;\n}\n}\n";

    #[test]
    fn only_what_the_piece_needs_is_kept_and_stays_with_it() {
        let scoped = scoped(STYLES, "piece", &|selector| selector == ".a");
        let expected = ".piece {\n--ink: black;\n}\n.piece {\ncolor: var(--ink);\n}\n.piece .a {\ncolor: red;\n}\n\
            @media screen and (max-width: 46rem) {\n.piece .a::before {\ncontent: attr(x);\n}\n}\n\
            @media not (max-width: 46rem) {\n.piece .a {\nfloat: left;\n}\n}\n";
        assert_eq!(
            scoped,
            expected.replace("--ink: black;\n", "\n--ink: black;\n").replace("{\n\n", "{\n")
        );
    }

    #[test]
    fn a_list_within_brackets_is_one_selector() {
        assert_eq!(selectors(".a, .b:is(.c, .d) > [x=\",\"]"), [".a", ".b:is(.c, .d) > [x=\",\"]"]);
    }

    #[test]
    fn styles_that_do_not_end_are_no_trouble() {
        assert_eq!(scoped("a { b", "piece", &|_| true), ".piece a { b}\n");
        assert_eq!(scoped("a", "piece", &|_| true), "");
    }
}
