//! Measures: what each one is, apart from its figures.

use super::leaf::{Decimals, Short, Text};
use super::record::record;
use super::{MeasureOutlook, Rule, Target, Value};
use crate::terms::{
    Amount, Basis, Comment, Date, FinancialYear, MilestoneStatus, Polarity, Progress, Span, Travel,
    Unit, Year,
};

record! {
    /// A performance measure.
    #[derive(Default)]
    Measure: "a measure" {
        /// What stays the same from file to file. Left out, the measure is known by its reference and title.
        "id" may id: Text,
        /// The printed reference: "PED02 05". It need not be unique, nor stay the same from year to year.
        "ref" may reference: Text,
        /// Other references that it goes by.
        "also" many also: Text,
        /// The title as printed.
        "title" need title: Text,
        /// How the report's own index lists it.
        "index" may index: IndexEntry,
        /// The id of the objective, priority or theme it stands under.
        "objective" may objective: Text,
        /// What its figures count.
        "unit" may unit: Unit,
        /// How many decimal places to print; left out, each figure is printed as it is written.
        "decimals" may decimals: Decimals,
        /// Which way it is meant to go.
        "polarity" may polarity: Polarity,
        /// What a quarter's figure covers.
        "basis" may basis: Basis,
        /// The year that a cumulative or annual figure belongs to; left out, the financial year.
        "year" may year: Year,
        /// Whether it moves with the seasons, the same way every year.
        "seasonal" may seasonal: bool,
        /// The smallest change that matters, in its own unit, or in points for a percentage. It decides the
        /// direction of travel where the rule goes by each measure's own threshold.
        "threshold" may threshold: Amount,
        /// The title of the officer who answers for it.
        "owner" may owner: Text,
        /// Where its figures come from.
        "source" may source: Text,
        /// How it is defined. A changed definition is not compared with the former one.
        "definition" may definition: Box<Definition>,
        /// The rule for its progress, where it is not its objective's or the report's.
        "rule" may rule: Box<Rule>,
        /// What an officer judges of its progress: it stands before what is worked out, which stays beside it.
        "judgement" may judgement: Box<Judgement>,
        /// How its year-end outlook is worked out, where it is not as for the others.
        "outlook" may outlook: Box<MeasureOutlook>,
        /// How much it counts for in the status of its objective, where that is weighted; left out, 1.
        "weight" may weight: Amount,
        /// Its figures.
        "figures" may figures: Figures,
        /// What the source printed or an officer said of its status.
        "published" may published: Box<Published>,
        /// Commentary; a text on its own will do.
        "commentary" many commentary: Commentary,
        /// A note on the measure, such as a doubt about its data.
        "note" may note: Text,
    }
}

record! {
    /// A measure in the report's own index.
    IndexEntry: "an entry of an index" {
        /// The page that it points to.
        "page" may page: Text,
        /// The reference as the index prints it, where it differs.
        "ref" may reference: Text,
        /// The title as the index prints it, where it differs.
        "title" may title: Text,
    }
}

record! {
    /// How a measure is defined; the version on its own will do.
    Definition: "a definition" or Text {
        /// Changes when figures before and after cannot be compared.
        "version" need version: Text,
        /// The definition in words.
        "text" may text: Text,
        /// What changed.
        "change" may change: Text,
    }
}

record! {
    /// A measure's figures in this period.
    #[derive(Default)]
    Figures: "figures" {
        /// The outturn of the year before.
        "last_year" may last_year: Short<Value>,
        /// The target for this year.
        "target" may target: Short<Target>,
        /// The figure for this quarter.
        "current" may current: Short<Value>,
        /// The figure for the same quarter of last year.
        "same_period_last_year" may same_period_last_year: Short<Value>,
        /// By how much the current figure differs from the same quarter of last year, where only that is known.
        "change_on_last_year" may change_on_last_year: Amount,
        /// The figure for the quarter before.
        "previous_quarter" may previous_quarter: Short<Value>,
        /// Figures for other periods.
        "earlier" many earlier: Earlier,
        /// Targets for other years, as in a plan.
        "targets" many targets: YearTarget,
        /// Figures of others: England, the region, statistical neighbours.
        "benchmarks" many benchmarks: Benchmark,
        /// Lines of figures over time, such as a month or a cohort each.
        "series" many series: Series,
        /// Figures that say more about the measure: a count beside a rate, a make-up.
        "related" many related: Related,
    }
}

record! {
    /// The figure of another period.
    Earlier: "an earlier figure" {
        /// The period.
        "covers" need covers: Span,
        /// The figure.
        "value" need value: Value,
    }
}

record! {
    /// The target of a year.
    YearTarget: "a year's target" {
        /// The financial year.
        "year" need year: FinancialYear,
        /// The target.
        "target" need target: Target,
    }
}

record! {
    /// A figure of others to compare with.
    Benchmark: "a benchmark" {
        /// Whose it is: "England", "statistical neighbours".
        "with" need with: Text,
        /// Their figure.
        "value" may value: Value,
        /// What is known of the comparison in words, or beside the figure.
        "text" may text: Text,
        /// The time that it covers.
        "covers" may covers: Span,
    }
}

record! {
    /// A line of figures over time.
    Series: "a series" {
        /// Whose or what: "Early Help", "England".
        "label" need label: Text,
        /// The unit, where it is not the measure's own.
        "unit" may unit: Unit,
        /// Its points in order.
        "points" many points: Point,
        /// A note, such as how reliable it is.
        "note" may note: Text,
    }
}

record! {
    /// A point of a series.
    Point: "a point" {
        /// When, as printed: "April 2024", "2010 results".
        "label" need label: Text,
        /// The time that it covers, where that is known.
        "covers" may covers: Span,
        /// The figure.
        "value" need value: Value,
    }
}

record! {
    /// A figure that says more about a measure.
    Related: "a related figure" {
        /// What it is.
        "label" need label: Text,
        /// The figure.
        "value" need value: Value,
    }
}

record! {
    /// What the source printed of a status, or what an officer judged.
    Published: "a published status" {
        /// The progress.
        "progress" may progress: MilestoneStatus,
        /// The direction of travel.
        "direction" may direction: Travel,
        /// The words or the surviving sign in the column for progress.
        "progress_words" may progress_words: Text,
        /// The words or the surviving sign in the column for the direction of travel.
        "direction_words" may direction_words: Text,
        /// The words, or the surviving sign, where one column is for both.
        "words" may words: Text,
        /// Why, where an officer judged.
        "reason" may reason: Text,
        /// The title of the officer who judged.
        "by" may by: Text,
    }
}

record! {
    /// An officer's judgement of a measure's progress.
    Judgement: "a judgement" {
        /// The progress.
        "progress" need progress: Progress,
        /// Why.
        "reason" need reason: Text,
        /// The title of the officer who judges.
        "by" need by: Text,
        /// When it was judged.
        "date" need date: Date,
    }
}

record! {
    /// A paragraph of commentary; a text on its own will do.
    Commentary: "a commentary" or Text {
        /// The words.
        "text" need text: Text,
        /// What it is about.
        "about" may about: Comment,
        /// The initials of the officer who wrote it.
        "by" may by: Text,
    }
}

impl From<Text> for Definition {
    fn from(version: Text) -> Self {
        Self { version, text: None, change: None, unknown: super::Unknown::default() }
    }
}

impl From<Text> for Commentary {
    fn from(text: Text) -> Self {
        Self { text, about: None, by: None, unknown: super::Unknown::default() }
    }
}
