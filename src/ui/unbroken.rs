//! Texts in which no sum is torn apart.

use yew::{Html, html};

/// What a line could end between.
const TORN: &str = "-£";

/// A text whose negative sums stay in one line. A line may end behind a hyphen, so also between the sign of a sum and
/// its "£". Other numbers hold together by themselves, with their brackets. What is copied is the text.
pub(super) fn unbroken(text: &str) -> Html {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once(TORN) {
        let end = from.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'));
        let (digits, behind) = from.split_at(end.unwrap_or(from.len()));
        let sum = format!("{TORN}{digits}");
        pieces.push(html! { <>{ before }<span class="ql-unbroken">{ sum }</span></> });
        rest = behind;
    }
    html! { <>{ for pieces }{ rest }</> }
}
