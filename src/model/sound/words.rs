//! A gap in a rule, in words.

use super::{Case, Kind, Side, Since3};
use crate::model::band::Tolerance;
use crate::terms::{Amount, Keyword, Polarity};

impl Case {
    /// Least for what a reader thinks of first: a target that is missed, the floor with it, in percent.
    pub(super) fn oddity(&self) -> (u8, bool, bool) {
        let side = match self.side {
            Side::Worse => 0,
            Side::Better => 1,
            Side::Exactly => 2,
            Side::ExactlyAndStrict => 3,
        };
        (side, self.floor.is_none(), self.kind != Kind::Percentage)
    }

    /// In which respects it differs from another, in the order of the fields.
    fn differences(&self, other: &Self) -> [bool; 6] {
        let stands = |one: &Self| (one.side, one.distance, one.is_zero);
        [
            self.polarity != other.polarity,
            stands(self) != stands(other),
            self.kind != other.kind,
            self.floor != other.floor,
            self.last_year != other.last_year,
            self.outlook != other.outlook,
        ]
    }
}

/// A case that no band takes, in words: "a figure that misses its target by more than 10% of the target". Only that is
/// said which keeps it apart from the cases that a band takes.
pub(super) fn words(case: &Case, taken: &[&Case], steps: &[Vec<Option<Amount>>; 4]) -> String {
    let mut tells = [false; 6];
    for other in taken {
        let differences = case.differences(other);
        if differences.iter().filter(|differs| **differs).count() == 1 {
            tells = std::array::from_fn(|way| tells[way] || differences[way]);
        }
    }
    if tells == [false; 6] {
        tells[1] = true;
    }
    let [polarity, stands, kind, floor, last_year, outlook] = tells;
    let clauses = [
        stands.then(|| stands_words(case, steps)),
        (floor && case.floor == Some(false))
            .then(|| "is not within the measure's floor or ceiling".to_owned()),
        last_year.then(|| {
            let stands = match case.last_year {
                Since3::Better => "better than in",
                Since3::Same => "level with",
                Since3::Worse => "worse than in",
            };
            format!("is {stands} the same period last year")
        }),
        outlook.then(|| format!("has the year-end outlook “{}”", case.outlook.word())),
        (kind && case.kind != Kind::Percentage).then(|| "is not a percentage".to_owned()),
    ];
    let clauses: Vec<String> = clauses.into_iter().flatten().collect();
    let that = if clauses.is_empty() { "" } else { " that " };
    let mut text = format!("a figure{that}{}", clauses.join(" and "));
    if polarity {
        text += match case.polarity {
            Polarity::Higher => ", where higher is better",
            Polarity::Lower => ", where lower is better",
            Polarity::Plan | Polarity::None => ", where near to the plan is better",
        };
    }
    text
}

/// How a figure stands to its target: "misses its target by more than 10% of the target".
fn stands_words(case: &Case, steps: &[Vec<Option<Amount>>; 4]) -> String {
    let text = match case.side {
        Side::Better => "is better than its target",
        Side::Exactly => return "exactly meets its target".to_owned(),
        Side::ExactlyAndStrict => return "reaches a target which must be passed".to_owned(),
        Side::Worse => "misses its target",
    };
    let by = steps.iter().enumerate().find_map(|(way, limits)| {
        let size = *limits.get((case.distance[way].checked_sub(2)?) / 2)?;
        Some(match (way, size) {
            (0, Some(size)) => Tolerance::PercentOfTarget(size).text(None),
            (1, Some(size)) => Tolerance::Points(size).text(None),
            (_, Some(size)) => Tolerance::Amount(size).text(None),
            (_, None) => "its own tolerance".to_owned(),
        })
    });
    let is_on = case.distance.iter().any(|step| *step > 0 && step % 2 == 0);
    match by {
        Some(by) => format!("{text} by {} {by}", if is_on { "exactly" } else { "more than" }),
        None => text.to_owned(),
    }
}
