//! Where one is in the application, as it stands in the page's address after the `#`.

use std::mem::discriminant;

use super::calculator::Fields;
use super::embed::Embed;
use super::part::Part;

/// Where one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The first page: no ending.
    #[default]
    Start,
    /// A part of the report that is open: `#/report`, `#/measure/PED04-02`.
    Report(Part),
    /// A part of the built-in example: `#example`, `#example/measure/PED04-02`.
    Example(Part),
    /// A part of a report that another page shows in a frame: `#embed/measure/PED04-02?theme=dark&readonly`.
    Embed(Box<Embed>),
    /// How past outlooks came true: `#/backtest`.
    Backtest,
    /// How to use the program: `#/help`.
    Help,
    /// How accessible it is: `#/accessibility`.
    Accessibility,
    /// The calculator with what is typed into it: `#/calculator?target=84&actual=80`.
    Calculator(Box<Fields>),
}

/// How the window's address comes to say where one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It says so already.
    Stay,
    /// The page is the same, and only what is typed into it differs: going back would not mean each letter.
    Replace,
    /// Another page, to which one can go back.
    Push,
}

/// What the address that was followed led to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Followed {
    /// The page that it asked for.
    #[default]
    ToItsPage,
    /// Another, as there is none such.
    Astray,
}

const EXAMPLE: &str = "#example";
const EMBED: &str = "#embed";
const BACKTEST: &str = "/backtest";
const HELP: &str = "/help";
const ACCESSIBILITY: &str = "/accessibility";
const CALCULATOR: &str = "/calculator";

impl Place {
    /// The place that an address ending leads to. One that leads nowhere leads to the first page, and what it
    /// says of a page beyond what the page knows is ignored.
    #[must_use]
    pub fn of(ending: &str) -> Self {
        if let Some(part) = ending.strip_prefix(EXAMPLE) {
            let (path, query) = part.split_once('?').unwrap_or((part, ""));
            return match path.strip_prefix('/') {
                None if path.is_empty() => Self::Example(Part::Overview),
                None => Self::Start,
                Some(path) => Part::of(path, query).map_or(Self::Start, Self::Example),
            };
        }
        if let Some(part) = ending.strip_prefix(EMBED)
            && (part.is_empty() || part.starts_with(['/', '?']))
        {
            let (path, query) = part.split_once('?').unwrap_or((part, ""));
            return Self::Embed(Box::new(Embed::of(path, query)));
        }
        let ending = ending.strip_prefix('#').unwrap_or(ending);
        let (path, query) = ending.split_once('?').unwrap_or((ending, ""));
        match path {
            BACKTEST => Self::Backtest,
            HELP => Self::Help,
            ACCESSIBILITY => Self::Accessibility,
            CALCULATOR => Self::Calculator(Box::new(Fields::from_query(query))),
            path => {
                let part = path.strip_prefix('/').and_then(|path| Part::of(path, query));
                part.map_or(Self::Start, Self::Report)
            }
        }
    }

    /// Whether an address ending asks for a page that there is not, so that it leads to the first. Without a stroke it
    /// may be a place on a page.
    #[must_use]
    pub fn is_astray(ending: &str) -> bool {
        let is_page = ending.contains('/') && !ending.trim_matches(['#', '/']).is_empty();
        is_page && Self::of(ending) == Self::Start
    }

    /// The address ending: nothing for the first page, or `#` and more.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Start => String::new(),
            Self::Report(part) => format!("#/{}", part.path()),
            Self::Embed(embed) => format!("{EMBED}{}", embed.address()),
            Self::Backtest => format!("#{BACKTEST}"),
            Self::Help => format!("#{HELP}"),
            Self::Accessibility => format!("#{ACCESSIBILITY}"),
            Self::Example(Part::Overview) => EXAMPLE.to_owned(),
            Self::Example(part) => format!("{EXAMPLE}/{}", part.path()),
            Self::Calculator(fields) => match fields.query() {
                query if query.is_empty() => format!("#{CALCULATOR}"),
                query => format!("#{CALCULATOR}?{query}"),
            },
        }
    }

    /// Whether it is the same page, whatever is typed into it or gone through on it.
    #[must_use]
    pub fn is_same_page(&self, other: &Self) -> bool {
        match (self.part(), other.part()) {
            (Some(part), Some(other)) => part.page() == other.page(),
            _ => discriminant(self) == discriminant(other),
        }
    }

    /// The part of a report that it is; none for what is not a report's.
    #[must_use]
    pub fn part(&self) -> Option<&Part> {
        match self {
            Self::Report(part) | Self::Example(part) => Some(part),
            Self::Embed(embed) => Some(&embed.part),
            _ => None,
        }
    }

    /// What a frame was asked for, where one is in a frame.
    #[must_use]
    pub fn embed(&self) -> Option<&Embed> {
        match self {
            Self::Embed(embed) => Some(embed),
            _ => None,
        }
    }

    /// Where a way to a place leads from here. A frame is never left, and is entered only by being opened: whoever
    /// changes its address would otherwise have what was opened under other conditions.
    pub(super) fn led_to(&self, to: Self) -> Self {
        match (self, to) {
            (Self::Embed(here), Self::Embed(to)) => Self::Embed(Box::new(here.led_to(&to))),
            (Self::Embed(_), to) => match to.part() {
                Some(part) => self.with_part(part.clone()),
                None => self.clone(),
            },
            (_, Self::Embed(to)) => Self::Report(to.part),
            (_, to) => to,
        }
    }

    /// A part of the report that is open, from here: of the example while one is in that.
    #[must_use]
    pub fn with_part(&self, part: Part) -> Self {
        match self {
            Self::Example(_) => Self::Example(part),
            Self::Embed(embed) => Self::Embed(Box::new(embed.with_part(part))),
            _ => Self::Report(part),
        }
    }

    /// Whether it is the same page with something typed or gone through on it. Typing changes one field of the
    /// calculator: what changes several has emptied or filled it, and can be gone back on.
    fn is_typed_on(&self, before: &Self) -> bool {
        match (self, before) {
            (Self::Calculator(fields), Self::Calculator(before)) => fields.is_typed_on(before),
            _ => self.is_same_page(before),
        }
    }

    /// How an address that ends so comes to lead here.
    #[must_use]
    pub fn step_from(&self, ending: &str) -> Step {
        if ending.trim_end_matches('#') == self.address() {
            Step::Stay
        } else if self.is_typed_on(&Self::of(ending)) {
            Step::Replace
        } else {
            Step::Push
        }
    }
}

/// A text as it can stand in an address: everything but letters, digits and `-._~` as `%` and two digits for
/// each byte.
#[must_use]
pub(super) fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.extend(char::from_digit(u32::from(digit), 16));
            }
        }
    }
    encoded
}

/// The text that [`encoded`] was given; none where a `%` is not followed by two digits or the bytes are no text.
#[must_use]
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use crate::app::{Agenda, Field, Listed};

    #[test_case("", &Place::Start; "no ending")]
    #[test_case("#", &Place::Start; "an empty one")]
    #[test_case("#/", &Place::Start; "a path without a name")]
    #[test_case("#/raport", &Place::Start; "a page that there is not")]
    #[test_case("#/report", &Place::Report(Part::Overview); "a report")]
    #[test_case("#/report?objective=3", &Place::Report(Part::Overview); "with what the page does not know")]
    #[test_case("#/measure/PED04-02", &Place::Report(Part::Measure("PED04-02".to_owned())); "a measure")]
    #[test_case("#/milestone/PED01a", &Place::Report(Part::Milestone("PED01a".to_owned())); "a milestone")]
    #[test_case("#/risk/3.1", &Place::Report(Part::Listed(Listed::Risk, "3.1".to_owned())); "a risk")]
    #[test_case("#/risk", &Place::Start; "a risk without its key")]
    #[test_case("#/milestone", &Place::Start; "a milestone without its key")]
    #[test_case("#/measure", &Place::Start; "a measure without its key")]
    #[test_case("#/measure/%zz", &Place::Start; "a key that is no text")]
    #[test_case("#/measure/a%2Fb", &Place::Report(Part::Measure("a/b".to_owned())); "a key with a stroke")]
    #[test_case("#/finance/capital", &Place::Report(Part::Finance(Some("capital".to_owned()))); "a statement")]
    #[test_case("#example/milestones", &Place::Example(Part::Milestones); "a part of the example")]
    #[test_case("#/meeting", &Place::Report(Part::Meeting(None, Agenda::Exceptions)); "a meeting")]
    #[test_case("#/meeting/PED04-02?some", &Place::Report(Part::Meeting(Some("PED04-02".to_owned()), Agenda::Exceptions)); "a meeting with what it does not know")]
    #[test_case("#examples", &Place::Start; "nearly the example")]
    #[test_case("#embedded", &Place::Start; "nearly a frame")]
    #[test_case("#embed", &Place::Embed(Box::default()); "a frame")]
    #[test_case("#/backtest", &Place::Backtest; "past outlooks")]
    #[test_case("#/backtest?measure=3", &Place::Backtest; "past outlooks with what the page does not know")]
    #[test_case("#example", &Place::Example(Part::Overview); "the example")]
    #[test_case("#/calculator", &Place::Calculator(Box::default()); "an empty calculator")]
    #[test_case("#/calculator?", &Place::Calculator(Box::default()); "with nothing after the mark")]
    #[test_case("#/calculator?polarity=sideways&quarter=5&rule=none&colour=red&&=&target", &Place::Calculator(Box::default()); "with words that mean nothing")]
    #[test_case("#/calculator?target=%zz&actual=%f&name=%ff", &Place::Calculator(Box::default()); "with broken values")]
    fn leads_to(ending: &str, expected: &Place) {
        assert_eq!(&Place::of(ending), expected);
    }

    #[test_case("", false; "no ending")]
    #[test_case("#/", false; "a path without a name")]
    #[test_case("#row-line-0-3", false; "a line of a statement")]
    #[test_case("#/measures?from=mail", false; "a page with what it does not know")]
    #[test_case("#/measure/gone", false; "a measure of another report has a page that says so")]
    #[test_case("#/nonsense", true; "a page that there is not")]
    #[test_case("#/measure", true; "a measure without its key")]
    #[test_case("#example/nonsense", true; "of the example")]
    fn is_astray(ending: &str, expected: bool) {
        assert_eq!(Place::is_astray(ending), expected);
    }

    #[test_case(&Place::Start, "")]
    #[test_case(&Place::Report(Part::Overview), "#/report")]
    #[test_case(&Place::Report(Part::Finance(None)), "#/finance")]
    #[test_case(&Place::Report(Part::Objective("PED 01".to_owned())), "#/objective/PED%2001")]
    #[test_case(&Place::Report(Part::Listed(Listed::Risk, "3.1".to_owned())), "#/risk/3.1"; "a risk")]
    #[test_case(&Place::Report(Part::Listed(Listed::EqualityAction, "2".to_owned())), "#/equality-action/2"; "an equality action")]
    #[test_case(&Place::Report(Part::Listed(Listed::Issue, "A".to_owned())), "#/issue/A"; "a strategic issue")]
    #[test_case(&Place::Report(Part::Listed(Listed::Section, "2.1".to_owned())), "#/section/2.1"; "a section")]
    #[test_case(&Place::Report(Part::Listed(Listed::Review, "PED04-02".to_owned())), "#/review/PED04-02"; "a review")]
    #[test_case(&Place::Example(Part::Listed(Listed::Fact, "In-care".to_owned())), "#example/fact/In-care"; "a fact")]
    #[test_case(&Place::Report(Part::Compare(Some("q2.json".to_owned()))), "#/compare/q2.json")]
    #[test_case(&Place::Report(Part::Meeting(Some("a".to_owned()), Agenda::Everything)), "#/meeting/a?all")]
    #[test_case(&Place::Example(Part::Meeting(None, Agenda::Everything)), "#example/meeting?all")]
    #[test_case(&Place::Backtest, "#/backtest")]
    #[test_case(&Place::Help, "#/help")]
    #[test_case(&Place::Accessibility, "#/accessibility")]
    #[test_case(&Place::Example(Part::Overview), "#example")]
    #[test_case(&Place::Example(Part::Measures), "#example/measures")]
    fn an_address_and_back(place: &Place, address: &str) {
        assert_eq!(place.address(), address);
        assert_eq!(&Place::of(address), place);
    }

    #[test]
    fn what_is_typed_stands_in_the_address_as_it_was_typed() {
        let place = Place::of("#/calculator?actual=%C2%A31%2C234&target=84.10&polarity=higher");
        let Place::Calculator(fields) = &place else { panic!("{place:?}") };
        assert_eq!(fields.text(Field::Actual), "£1,234");
        assert_eq!(fields.text(Field::Target), "84.10");
        assert_eq!(fields.text(Field::Polarity), "higher");
        assert_eq!(
            place.address(),
            "#/calculator?actual=%c2%a31%2c234&target=84.10&polarity=higher"
        );
    }

    #[test_case("", "", Step::Stay)]
    #[test_case("#", "", Step::Stay; "an empty ending is none")]
    #[test_case("#/calculator?target=8", "#/calculator?target=84", Step::Replace; "typing")]
    #[test_case("#/calculator?target=84", "#/calculator", Step::Replace; "erasing by hand")]
    #[test_case("#/calculator?target=84&quarter=2", "#/calculator", Step::Push; "clearing")]
    #[test_case("#/calculator", "#/calculator?actual=6.3&earlier=;6.8;;4.8", Step::Push; "filling")]
    #[test_case("#/calculator?actual=1&earlier=;;;", "#/calculator?actual=1", Step::Replace; "an empty year")]
    #[test_case("#/calculator?target=84", "#/report", Step::Push; "another page")]
    #[test_case("#example", "#/report", Step::Replace; "another report")]
    #[test_case("#nowhere", "", Step::Replace; "an ending that leads nowhere")]
    #[test_case("#/report", "#/measures", Step::Push; "another part")]
    #[test_case("#/measure/a", "#/measure/b", Step::Push; "another measure")]
    #[test_case("#/meeting/a", "#/meeting/b?all", Step::Replace; "another item of a meeting")]
    #[test_case("#/meeting/a", "#/measure/a", Step::Push; "out of a meeting")]
    #[test_case("#example/measures", "#/measures", Step::Replace; "the same part of another report")]
    #[test_case("#example", "#/backtest", Step::Push; "from the example to past outlooks")]
    #[test_case("#/backtest", "#/backtest", Step::Stay; "past outlooks already")]
    #[test_case("", "#example", Step::Push; "the first report")]
    fn steps(from: &str, to: &str, expected: Step) {
        assert_eq!(Place::of(to).step_from(from), expected);
    }
}
