//! Figures as people write them into cells.

use quarterlight::app::{Slip, Typed, number};
use quarterlight::terms::{Absence, Amount, Keyword, Mark, Unit};

/// What a cell holds where a figure belongs.
#[derive(Clone, Debug)]
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// The reason that there is no figure.
    Absent(Absence),
    /// A figure.
    Figure(Figure),
}

/// A figure with what is written around it.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// The number.
    pub(crate) amount: Amount,
    /// The unit whose sign stands with it.
    pub(crate) sign: Option<Unit>,
    /// How firm it is.
    pub(crate) marks: Vec<Mark>,
}

const NOT_A_NUMBER: &str = "is not a number: write one such as 84, 84.5 or 1,234, or why there is none, such as “not provided”, “n/a” or “[c]”, or leave the cell empty";

/// What is said of a number that can only be read as several.
const GROUPING: &str = "can be read in more than one way: write a point before decimals (95.5), and commas or spaces only between thousands (1,234)";

/// What a cell holds.
///
/// # Errors
///
/// Says what is wrong with it and what could be written, as the end of a sentence that starts with the cell.
pub(crate) fn figure(text: &str) -> Result<Cell, String> {
    let text = text.trim();
    let lower = text.to_lowercase();
    // A dash, or a look-up that found nothing, says no more than an empty cell.
    if matches!(lower.as_str(), "" | "-" | "\u{2013}" | "\u{2014}" | "\u{2212}" | "#n/a") {
        return Ok(Cell::Empty);
    }
    if let Some(reason) = absence(text) {
        return Ok(Cell::Absent(reason));
    }
    if let Some(why) = not_a_figure(&lower) {
        return Err(why);
    }
    let (before, behind) = text.find('[').map_or((text, ""), |at| text.split_at(at));
    let typed = number(before).map_err(slip_text)?;
    let mut marks = Vec::new();
    for sign in signs(behind)? {
        if absence(sign).is_some() && typed.is_some() {
            return Err(format!(
                "has a figure beside {sign}, which says that there is none to use: keep one of the two"
            ));
        }
        marks.push(mark(sign).ok_or_else(|| {
            format!(
                "has the unknown mark {sign}: use [p] provisional, [e] estimated, [r] revised or [f] projected, or [c], [x] or [z] without a figure"
            )
        })?);
    }
    match typed {
        Some(Typed { amount, unit: sign }) => Ok(Cell::Figure(Figure { amount, sign, marks })),
        None => Err("has a mark and no figure: write the figure before it".to_owned()),
    }
}

fn absence(text: &str) -> Option<Absence> {
    let is_suppressed = text.eq_ignore_ascii_case("suppressed");
    Absence::from_word(text)
        .or_else(|| Absence::from_short_form(text))
        .or_else(|| is_suppressed.then_some(Absence::Withheld))
}

/// What is said of texts that mean something, but not one thing.
fn not_a_figure(lower: &str) -> Option<String> {
    if let Some(inner) = lower.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
        && let Ok(Some(Typed { amount, .. })) = number(inner)
    {
        return Some(format!(
            "stands in brackets, which may mean minus: write -{amount} if that is meant, and otherwise leave the brackets out"
        ));
    }
    let why = match lower {
        _ if lower.contains(['\n', '\r']) => {
            "goes on over more than one line: look for a quotation mark that is not closed"
        }
        "nil" | "none" => {
            "may mean two things: write 0 where it was counted and came to nothing, or “none counted” where there was nothing to count"
        }
        _ if lower.starts_with(['<', '>', '\u{2264}', '\u{2265}']) => {
            "is not one figure: write the figure, or “[c]” where small numbers are withheld, or “[low]” where it rounds to zero"
        }
        _ if lower.starts_with('#') => {
            "is an error of the spreadsheet: mend its formula, or leave the cell empty"
        }
        _ => return None,
    };
    Some(why.to_owned())
}

/// The marks behind a figure, each with its brackets.
fn signs(text: &str) -> Result<Vec<&str>, String> {
    let mut rest = text.trim();
    let mut signs = Vec::new();
    while !rest.is_empty() {
        let end = rest.find(']').filter(|_| rest.starts_with('[')).ok_or_else(|| {
            "has a mark that is not written as one: write it in square brackets, such as [p]"
                .to_owned()
        })?;
        let (sign, behind) = rest.split_at(end + 1);
        signs.push(sign);
        rest = behind.trim_start();
    }
    Ok(signs)
}

fn mark(sign: &str) -> Option<Mark> {
    let word = sign.trim_start_matches('[').trim_end_matches(']').trim();
    Some(match word.to_lowercase().as_str() {
        "p" => Mark::Provisional,
        "e" => Mark::Estimated,
        "r" => Mark::Revised,
        "f" => Mark::Projected,
        word => return Mark::from_word(word),
    })
}

fn slip_text(slip: Slip) -> String {
    match slip {
        Slip::NotANumber => NOT_A_NUMBER.to_owned(),
        Slip::Grouping => GROUPING.to_owned(),
        Slip::TooLong => "has more digits than can be held exactly: write at most 28".to_owned(),
        Slip::Negative => "is negative: write a number that is 0 or more".to_owned(),
        Slip::OtherUnit { typed, unit } => other_unit(&typed, &unit),
        Slip::Differs(_) => "is not what is given elsewhere for the same quarter".to_owned(),
    }
}

/// What is said of a sign that is another unit's.
pub(crate) fn other_unit(sign: &Unit, unit: &Unit) -> String {
    format!("is written in {sign}, and the unit is {unit}: correct one of them")
}
