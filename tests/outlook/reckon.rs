//! Reckons a derivation again from what it prints: every sum from the numbers that stand in it.

use quarterlight::assess::Derivation;
use rust_decimal::Decimal;

/// A sum as it is written, read from left to right.
struct Sum<'t> {
    text: &'t str,
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
        if let Some(after) = rest.strip_prefix('%') {
            rest = after;
            number = number.checked_div(Decimal::ONE_HUNDRED)?;
        }
        self.text = rest;
        Some(number)
    }
}

/// The number at the start of what is shown: "£1,234", "4.3%", "-2 points".
fn shown(value: &str) -> Option<Decimal> {
    let digits: String = value
        .chars()
        .skip_while(|c| *c == '£')
        .filter(|c| *c != '£')
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))
        .collect();
    digits.replace(',', "").parse().ok()
}

/// Checks every step that is worked out. One that is given says where it comes from instead.
#[track_caller]
pub(crate) fn check(derivation: &Derivation) {
    for step in &derivation.steps {
        let Some((exact, number)) = reckon(&step.from).zip(shown(&step.value)) else {
            continue;
        };
        let hundredfold = exact.checked_mul(Decimal::ONE_HUNDRED);
        let is_share = step.value.ends_with('%');
        let comes_out = shows(number, exact)
            || is_share && hundredfold.is_some_and(|exact| shows(number, exact));
        assert!(comes_out, "{}: {} is not {exact}\n{derivation}", step.what, step.value);
    }
}

/// What a sum comes to, if it is one, and nothing follows but words.
fn reckon(from: &str) -> Option<Decimal> {
    let mut sum = Sum { text: from };
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
