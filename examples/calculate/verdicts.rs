//! What is said of a row.

use quarterlight::assess::{Case, Projection, Verdict};
use quarterlight::terms::{
    Amount, ComparedWith, Direction, Keyword, Progress, QuarterNumber, rounded,
};

use crate::case::Entered;

/// The columns that are added to a row.
pub(crate) const ADDED: [&str; 8] = [
    "progress",
    "direction",
    "direction_previous_quarter",
    "why",
    "outlook",
    "projected",
    "low",
    "high",
];

/// What is added to a row.
pub(crate) type Added = [String; ADDED.len()];

/// A projection is written with so many decimal places at most.
const MOST_PLACES: u8 = 4;

/// What is added to a row that cannot be rated.
pub(crate) fn not_rated(problems: &[String]) -> Added {
    let (progress, direction) = (Progress::NotRated.word(), Direction::NotComparable.word());
    let problems = problems.join("; ");
    let stop = if problems.ends_with(['?', '.']) { "" } else { "." };
    let why = format!("Not rated: {problems}{stop}");
    [progress, direction, direction, why.as_str(), progress, "", "", ""].map(str::to_owned)
}

/// What is added to a row. Where its quarter is missing, that is what is the same in every quarter.
///
/// # Errors
///
/// The quarter is missing, and the status depends on it.
pub(crate) fn verdicts(entered: &Entered) -> Result<Added, String> {
    let quarters = entered.quarter.map_or_else(|| QuarterNumber::ALL.to_vec(), |one| vec![one]);
    let answers: Vec<Answers> =
        quarters.iter().filter_map(|one| Answers::of(&entered.in_quarter(*one))).collect();
    let told = |which: fn(&Answers) -> &Told| Told::common(answers.iter().map(which));
    let progress = told(|one| &one.progress).ok_or(
        "the quarter is missing, and the status depends on it: write 1, 2, 3 or 4 in the column “quarter”",
    )?;
    let [direction, previous] =
        [told(|one| &one.direction), told(|one| &one.previous)].map(|told| {
            told.unwrap_or_else(|| Told {
                word: Direction::NotComparable.word(),
                sentence: "Not comparable: the quarter is missing.".to_owned(),
            })
        });
    let same = |which: fn(&Answers) -> &str| {
        let first = answers.first().map(which)?;
        answers.iter().all(|one| which(one) == first).then(|| first.to_owned())
    };
    let projected = |which| same(which).unwrap_or_default();
    let mut why = vec![progress.sentence, direction.sentence, previous.sentence];
    why.dedup();
    Ok([
        progress.word.to_owned(),
        direction.word.to_owned(),
        previous.word.to_owned(),
        why.join(" "),
        same(|one| one.outlook).unwrap_or_else(|| Progress::NotRated.word().to_owned()),
        projected(|one| &one.projected),
        projected(|one| &one.low),
        projected(|one| &one.high),
    ])
}

/// What is said of a case.
struct Answers {
    progress: Told,
    direction: Told,
    previous: Told,
    outlook: &'static str,
    projected: String,
    low: String,
    high: String,
}

/// A status and its reason.
struct Told {
    word: &'static str,
    sentence: String,
}

impl Answers {
    fn of(case: &Case) -> Option<Self> {
        let judged = case.judged()?;
        let projected = |part: fn(&Projection) -> Amount| {
            let projection = judged.outlook.projection();
            projection.map_or_else(String::new, |projection| {
                rounded(part(projection).decimal(), MOST_PLACES).normalize().to_string()
            })
        };
        Some(Self {
            progress: Told::of(judged.progress()),
            direction: Told::of(&case.direction(ComparedWith::SamePeriodLastYear)?),
            previous: Told::of(&case.direction(ComparedWith::PreviousQuarter)?),
            outlook: judged.outlook.verdict.status().word(),
            projected: projected(|projection| projection.projected),
            low: projected(|projection| projection.low),
            high: projected(|projection| projection.high),
        })
    }
}

impl Told {
    fn of<S: Keyword>(verdict: &Verdict<S>) -> Self {
        let sentence = verdict.derivation().sentence.clone();
        Self { word: verdict.status().word(), sentence }
    }

    /// The status that is the same in every quarter that is asked about. If there are several, its sentence names none.
    fn common<'a>(mut all: impl Iterator<Item = &'a Self>) -> Option<Self> {
        let first = all.next()?;
        let (word, mut sentence) = (first.word, first.sentence.clone());
        for other in all {
            if other.word != word {
                return None;
            }
            sentence = without_quarter(&sentence);
            if sentence != without_quarter(&other.sentence) {
                let status = first.sentence.split(':').next().unwrap_or_default();
                sentence = format!("{status}, whichever quarter it is.");
            }
        }
        Some(Self { word, sentence })
    }
}

fn without_quarter(sentence: &str) -> String {
    QuarterNumber::ALL.into_iter().fold(sentence.to_owned(), |sentence, quarter| {
        let quarter = format!("Quarter {}", quarter.number());
        sentence
            .replace(&format!(" at the end of {quarter}"), "")
            .replace(&format!(" ({quarter} of this year)"), "")
            .replace(&format!(" ({quarter} of the year before)"), "")
    })
}
