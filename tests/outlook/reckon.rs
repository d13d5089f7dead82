//! Reckons a derivation again from what it says: every sum whose numbers are steps before it.

use std::collections::BTreeMap;

use quarterlight::assess::Derivation;
use rust_decimal::Decimal;

/// A sum as it is written, read from left to right.
struct Sum<'t> {
    text: &'t str,
    /// What earlier steps stand for before they were rounded, by how they are shown.
    known: &'t BTreeMap<String, Vec<Decimal>>,
    /// Which of them, where several are shown alike.
    pick: usize,
}

impl Sum<'_> {
    fn skip(&mut self, start: &str) -> bool {
        let rest = self.text.trim_start();
        let found = rest.strip_prefix(start);
        self.text = found.unwrap_or(rest);
        found.is_some()
    }

    fn sum(&mut self) -> Option<Decimal> {
        let mut left = self.product()?;
        loop {
            if self.skip("+") {
                left = left.checked_add(self.product()?)?;
            } else if self.skip("−") {
                left = left.checked_sub(self.product()?)?;
            } else {
                return Some(left);
            }
        }
    }

    fn product(&mut self) -> Option<Decimal> {
        let mut left = self.one()?;
        loop {
            if self.skip("×") {
                left = left.checked_mul(self.one()?)?;
            } else if self.skip("÷") {
                left = left.checked_div(self.one()?)?;
            } else {
                return Some(left);
            }
        }
    }

    fn one(&mut self) -> Option<Decimal> {
        for (start, is_larger) in [("the larger of", true), ("the smaller of", false)] {
            if self.skip(start) {
                let a = self.sum()?;
                let b = self.skip("and").then(|| self.sum())??;
                return Some(if is_larger { a.max(b) } else { a.min(b) });
            }
        }
        if self.skip("(") {
            let inner = self.sum()?;
            return self.skip(")").then_some(inner);
        }
        let rest = self.text.trim_start();
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-');
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let (digits, mut rest) = rest.split_at(end);
        let mut number: Decimal = digits.replace(',', "").parse().ok()?;
        let mut shown = digits.to_owned();
        if let Some(after) = rest.strip_prefix('%') {
            rest = after;
            shown += "%";
            number = number.checked_div(Decimal::ONE_HUNDRED)?;
        }
        self.text = rest;
        let alike = self.known.get(&shown).filter(|alike| !alike.is_empty());
        Some(alike.map_or(number, |alike| alike[self.pick % alike.len()]))
    }
}

/// The number at the start of what is shown: "£1,234", "4.3%", "-2 points".
fn shown(value: &str) -> Option<(String, Decimal)> {
    let digits: String = value
        .chars()
        .skip_while(|c| *c == '£')
        .filter(|c| *c != '£')
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))
        .collect();
    let number = digits.replace(',', "").parse().ok()?;
    Some((digits, number))
}

/// Checks every step that is worked out. One that is given says where it comes from instead.
#[track_caller]
pub(crate) fn check(derivation: &Derivation) {
    let mut known: BTreeMap<String, Vec<Decimal>> = BTreeMap::new();
    for step in &derivation.steps {
        let most = known.values().map(Vec::len).max().unwrap_or(1);
        let reckoned: Vec<Decimal> =
            (0..most).filter_map(|pick| reckon(&step.from, &known, pick)).collect();
        let Some((text, number)) = shown(&step.value).filter(|_| !reckoned.is_empty()) else {
            continue;
        };
        let is_share = step.value.ends_with('%');
        let found = reckoned.iter().find_map(|exact| {
            let hundredfold = exact.checked_mul(Decimal::ONE_HUNDRED);
            if shows(number, *exact) {
                Some((text.clone(), *exact))
            } else if is_share && hundredfold.is_some_and(|exact| shows(number, exact)) {
                Some((format!("{text}%"), *exact))
            } else {
                None
            }
        });
        let Some((text, exact)) = found else {
            panic!("{}: {} is not {reckoned:?}\n{derivation}", step.what, step.value);
        };
        // The size of an error is the error without its sign.
        if let Some(size) = text.strip_prefix('-') {
            known.entry(size.to_owned()).or_default().push(exact.abs());
        }
        known.entry(text).or_default().push(exact);
    }
}

/// What a sum comes to, if it is one, and nothing follows but words.
fn reckon(from: &str, known: &BTreeMap<String, Vec<Decimal>>, pick: usize) -> Option<Decimal> {
    let mut sum = Sum { text: from, known, pick };
    let exact = sum.sum()?;
    let rest = sum.text.trim_start();
    (rest.is_empty() || rest.starts_with(':')).then_some(exact)
}

/// Whether a number is another at the decimal places that it is shown with. What does not end is cut at the
/// twelfth place, which can tip a half either way.
fn shows(number: Decimal, exact: Decimal) -> bool {
    let half = Decimal::new(5, number.scale().min(27) + 1);
    let cut = number.abs().checked_mul(Decimal::new(1, 6)).map(|cut| cut.max(Decimal::new(1, 9)));
    let allowed = cut.and_then(|cut| half.checked_add(cut));
    exact.checked_sub(number).is_some_and(|off| Some(off.abs()) <= allowed)
}
