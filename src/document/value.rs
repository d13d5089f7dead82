//! Figures as a file gives them.

use super::Tolerance;
use super::leaf::{Brief, Text};
use super::record::record;
use crate::terms::{Absence, Amount, Mark, Nearness, Span, Unit};

record! {
    /// A figure, or the reason that there is none. A plain number or a reason in words will do:
    /// `60` or `"not provided"`. The object says more: parts, a fraction, how firm it is, what it covers.
    #[derive(Default)]
    Value: "a value" or Brief {
        /// The figure.
        "value" may value: Amount,
        /// The unit, where it is not the measure's own.
        "unit" may unit: Unit,
        /// How the figure stands to the true one: "almost", "over", "about" or "under".
        "approximately" may approximately: Nearness,
        /// Whether it is provisional, unvalidated, estimated, revised or projected.
        "marks" many marks: Mark,
        /// The top of a fraction: 410 of 439.
        "numerator" may numerator: Amount,
        /// The bottom of a fraction: 439 in 410 of 439.
        "denominator" may denominator: Amount,
        /// What the fraction counts, where it is not what the measure counts.
        "of" may of: Text,
        /// Several figures under one measure: primary, secondary, special. "value" is then their total.
        "parts" many parts: Part,
        /// The lower end of a range: 15 in 15% to 17%.
        "from" may from: Amount,
        /// The upper end of a range: 17 in 15% to 17%.
        "to" may to: Amount,
        /// The figure is a change, in this many units or percent, and not a level.
        "change" may change: Amount,
        /// The time that it covers, where that is not the column's own.
        "covers" may covers: Span,
        /// A qualifier printed beside it: "full year", "6 months", "rolling average".
        "qualifier" may qualifier: Text,
        /// Words that stand in place of a figure.
        "text" may text: Text,
        /// Why there is no figure.
        "absent" may absent: Absence,
        /// When the figure is expected: "2019/20 Q3", or in words.
        "expected" may expected: Text,
        /// The cell as it was printed, where that says more.
        "printed" may printed: Text,
        /// A note on this figure.
        "note" may note: Text,
    }
}

record! {
    /// One of several figures under one measure.
    Part: "a part" {
        /// What it is a part of: "Primary".
        "label" need label: Text,
        /// Its letter or reference: "a".
        "ref" may reference: Text,
        /// Its figure, which can have parts of its own.
        "value" need value: Value,
    }
}

record! {
    /// What is to be reached. A plain number or a reason in words will do: `84` or `"to be confirmed"`.
    #[derive(Default)]
    Target: "a target" or Brief {
        /// The number to reach; with a lower-is-better measure, the number not to exceed.
        "value" may value: Amount,
        /// The unit, where it is not the measure's own.
        "unit" may unit: Unit,
        /// Whether the number must be passed and reaching it is not enough: "more than 85".
        "strict" may strict: bool,
        /// The lowest acceptable figure: between it and the target is amber.
        "floor" may floor: Amount,
        /// The highest acceptable figure: between it and the target is amber.
        "ceiling" may ceiling: Amount,
        /// A change to be made, in the measure's unit or, with `change_unit`, in percent: -3.
        "change" may change: Amount,
        /// The unit of the change: "%" for percent of the baseline.
        "change_unit" may change_unit: Unit,
        /// What the change starts from.
        "baseline" may baseline: Amount,
        /// By how much it may be missed, where the rule leaves that to the measure.
        "tolerance" may tolerance: Tolerance,
        /// What should be reached by the end of each quarter.
        "profile" may profile: Profile,
        /// A target for each part of the measure.
        "parts" many parts: Part,
        /// Further targets beside this one: a national one, a contractor's.
        "further" many further: NamedTarget,
        /// A figure of others that is to be reached: "North West average".
        "against" may against: Text,
        /// The time that it is for, where that is not the year.
        "covers" may covers: Span,
        /// A qualifier printed beside it: "full year".
        "qualifier" may qualifier: Text,
        /// The number that it was before it was revised.
        "former" may former: Amount,
        /// Whether it is under review.
        "under_review" may under_review: bool,
        /// A target in words.
        "text" may text: Text,
        /// Why there is no target.
        "absent" may absent: Absence,
        /// When it will be set.
        "expected" may expected: Text,
        /// The cell as it was printed, where that says more.
        "printed" may printed: Text,
        /// A note on this target.
        "note" may note: Text,
    }
}

record! {
    /// A target for each quarter's end.
    Profile: "a profile" {
        /// By the end of June.
        "q1" may q1: Amount,
        /// By the end of September.
        "q2" may q2: Amount,
        /// By the end of December.
        "q3" may q3: Amount,
        /// By the end of March.
        "q4" may q4: Amount,
    }
}

record! {
    /// A target beside the measure's own.
    NamedTarget: "a further target" {
        /// Whose it is: "national".
        "label" need label: Text,
        /// The number.
        "value" need value: Value,
    }
}

impl From<Brief> for Value {
    fn from(brief: Brief) -> Self {
        match brief {
            Brief::Amount(amount) => Self { value: Some(amount), ..Self::default() },
            Brief::Absent(absence) => Self { absent: Some(absence), ..Self::default() },
        }
    }
}

impl From<Brief> for Target {
    fn from(brief: Brief) -> Self {
        match brief {
            Brief::Amount(amount) => Self { value: Some(amount), ..Self::default() },
            Brief::Absent(absence) => Self { absent: Some(absence), ..Self::default() },
        }
    }
}
