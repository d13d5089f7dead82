//! Figures in parts: a direction for each, and one for the whole.

use super::words::word;
use crate::assess::verdict::{Derivation, RuleText, Verdict};
use crate::model::{Content, Figure, Value};
use crate::terms::Direction;

/// The labels of each part that has a figure, outermost first.
pub(super) fn labels(figure: &Figure) -> Vec<Vec<&str>> {
    let Content::Parts { parts, .. } = &figure.content else { return Vec::new() };
    let mut found = Vec::new();
    for (label, value) in parts {
        match value {
            Value::Figure(inner) if is_in_parts_only(inner) => {
                found.extend(labels(inner).into_iter().map(|mut labels| {
                    labels.insert(0, label);
                    labels
                }));
            }
            _ => found.push(vec![label.as_str()]),
        }
    }
    found
}

fn is_in_parts_only(figure: &Figure) -> bool {
    matches!(figure.content, Content::Parts { total: None, .. })
}

/// The direction of the whole: of the total where that can be compared, otherwise that on which all parts
/// agree, leaving aside those that stayed the same. Never an average.
pub(super) fn rolled_up(
    whole: Verdict<Direction>,
    parts: &[(String, Verdict<Direction>)],
) -> Verdict<Direction> {
    let none_is_comparable =
        parts.iter().all(|(_, part)| part.status() == Direction::NotComparable);
    if parts.is_empty() || none_is_comparable {
        return whole;
    }
    if whole.status() != Direction::NotComparable {
        return total_decides(&whole, parts);
    }
    let each: Vec<String> = parts
        .iter()
        .map(|(label, part)| format!("{label} {}", word(part.status()).to_lowercase()))
        .collect();
    let mut derivation = Derivation::default();
    say_parts(&mut derivation, parts);
    derivation.rule = Some(RuleText {
        name: parts
            .iter()
            .find_map(|(_, part)| part.derivation().rule.as_ref())
            .map(|rule| format!("{}, part by part", rule.name))
            .unwrap_or_default(),
        text: "Each part is compared with the part of the same name. The whole has the direction on which all parts agree, leaving aside those that stayed the same; where they differ, or one cannot be compared, it has none.".to_owned(),
    });
    let (status, reason) = match agreed(parts) {
        Ok(status) => (status, None),
        Err(reason) => (Direction::NotComparable, Some(reason)),
    };
    let why = match reason {
        Some("Parts differ") => "the parts differ: ",
        Some(_) => "not every part can be compared: ",
        None => "",
    };
    derivation.sentence = format!("{}: {why}{}.", word(status), each.join(", "));
    derivation.reason = reason;
    Verdict::new(status, derivation)
}

/// The total's direction, with those of the parts beside it.
fn total_decides(
    total: &Verdict<Direction>,
    parts: &[(String, Verdict<Direction>)],
) -> Verdict<Direction> {
    let mut derivation = total.derivation().clone();
    say_parts(&mut derivation, parts);
    if let Some(rule) = &mut derivation.rule {
        rule.text += " The total decides; each part is compared with the part of the same name.";
    }
    Verdict::new(total.status(), derivation)
}

fn say_parts(derivation: &mut Derivation, parts: &[(String, Verdict<Direction>)]) {
    for (label, part) in parts {
        derivation.step(label, word(part.status()), part.derivation().sentence.clone());
    }
}

fn agreed(parts: &[(String, Verdict<Direction>)]) -> Result<Direction, &'static str> {
    use Direction::{Level, NotComparable, Same};

    let mut moved = parts.iter().map(|(_, part)| part.status());
    let mut agreed = moved.next().unwrap_or(NotComparable);
    if agreed == NotComparable || moved.clone().any(|status| status == NotComparable) {
        return Err("Parts not comparable");
    }
    for status in moved.filter(|status| !matches!(status, Same | Level)) {
        if matches!(agreed, Same | Level) {
            agreed = status;
        } else if agreed != status {
            return Err("Parts differ");
        }
    }
    Ok(agreed)
}
