//! A piece of a report for a page of somebody else's.

use super::escape::escaped;
use super::styles::scoped;

/// The class that everything in a piece stands under.
const CLASS: &str = "quarterlight-report";

/// A piece of a report as markup and styles without scripts, to be pasted into a page: what it shows and which version
/// of the data that is stand in it. `matches` tells whether a selector finds anything in the markup.
#[must_use]
pub fn fragment(name: &str, markup: &str, styles: &str, matches: &dyn Fn(&str) -> bool) -> String {
    let name = escaped(name);
    let styles = scoped(styles, CLASS, matches);
    format!(
        "<style>\n{styles}</style>\n<section class=\"{CLASS}\" aria-label=\"{name}\">\n{markup}\n</section>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::fragment;

    #[test]
    fn a_piece_brings_its_styles_and_no_script() {
        let piece =
            fragment("People, \"Q2\"", "<p class=\"a\">On course</p>", ".a {\nx: y;\n}\n", &|_| {
                true
            });
        assert_eq!(
            piece,
            "<style>\n.quarterlight-report .a {\nx: y;\n}\n</style>\n<section class=\"quarterlight-report\" \
             aria-label=\"People, &quot;Q2&quot;\">\n<p class=\"a\">On course</p>\n</section>\n"
        );
    }
}
