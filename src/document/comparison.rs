//! What a figure is compared with, to say which way a measure is going.

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::leaf::Text;
use super::record::{Form, record};
use super::{Book, Problem, Read, Reader};
use crate::terms::{Amount, ComparedWith, CumulativeBy};

record! {
    /// A comparison that gives a direction of travel; what it is compared with will do:
    /// `"previous quarter"`.
    #[derive(Default)]
    Comparison: "a comparison" or ComparedWith {
        /// What the organisation calls it: "Short trend".
        "name" may name: Text,
        /// What the current figure is compared with; left out, the same period last year.
        "with" may with: ComparedWith,
        /// How many periods a long trend (4 where left out, the current one among them) or a mean of earlier
        /// quarters (4) or years (3) takes in.
        "periods" may periods: Periods,
        /// How far apart two figures may be and still be the same. Left out, they are the same where they are
        /// printed the same.
        "same_within" may same_within: Likeness,
        /// How a cumulative measure is compared quarter by quarter; left out, by increments.
        "cumulative" may cumulative: CumulativeBy,
        /// Whether only measures are compared whose target stays the same through the year.
        "constant_target" may constant_target: bool,
    }
}

record! {
    /// How far apart two figures may be and still be the same. The boundary belongs to the same, unless it
    /// is exclusive.
    #[derive(Default)]
    Likeness: "a likeness" {
        /// In percent of the earlier figure: with 5, 73.5 after 70 is the same.
        "percent" may percent: Amount,
        /// In percentage points, for measures in percent.
        "points" may points: Amount,
        /// In the measure's own unit.
        "amount" may amount: Amount,
        /// The measure's own threshold.
        "own" may own: bool,
        /// Whether a change exactly as large as the band is a change: "changed by 5% or more".
        "exclusive" may exclusive: bool,
    }
}

/// A number of periods, 2 to 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Periods(pub u8);

impl Form for Periods {
    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        let offset = reader.offset();
        let found = reader.amount()?.to_string();
        if let Ok(periods @ 2..=20) = found.parse() {
            return Ok(Self(periods));
        }
        let expected = "a number of periods from 2 to 20";
        reader.refuse_read(offset, Problem::OutOfRange { found, expected })
    }

    fn schema(_: &mut Book) -> Json {
        json!({ "type": "integer", "minimum": 2, "maximum": 20 })
    }
}

impl Serialize for Periods {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}

impl From<ComparedWith> for Comparison {
    fn from(with: ComparedWith) -> Self {
        Self { with: Some(with), ..Self::default() }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use test_case::test_case;

    use super::*;

    fn read(text: &str) -> (Option<Comparison>, usize) {
        let mut reader = Reader::new(text);
        let comparison = Comparison::read(&mut reader).ok();
        (comparison, reader.into_found().len())
    }

    #[test]
    fn a_word_will_do() {
        let (comparison, _) = read(r#""previous quarter""#);
        assert_eq!(comparison.unwrap().with, Some(ComparedWith::PreviousQuarter));
    }

    #[test_case(r#"{"name":"Long trend","with":"long trend","periods":8,"same_within":{"percent":5,"exclusive":true},"cumulative":"never"}"#)]
    #[test_case(r#"{"with":"previous quarter","same_within":{"own":true},"constant_target":true}"#; "own")]
    fn what_is_written_reads_as_it_was(text: &str) {
        let (comparison, found) = read(text);
        assert_eq!(found, 0);
        assert_eq!(serde_json::to_string(&comparison.unwrap()).unwrap(), text);
    }

    #[test_case(r#"{"periods": 1}"#; "one period")]
    #[test_case(r#"{"periods": 21}"#; "too many periods")]
    #[test_case(r#"{"periods": 2.5}"#; "part of a period")]
    #[test_case(r#""last month""#; "another word")]
    fn refuses(text: &str) {
        let (comparison, found) = read(text);
        assert_eq!((comparison, found), (None, 1));
    }
}
