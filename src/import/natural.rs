//! The order in which a reader would put names: numbers by their value, 第2版 before 第10版.

use std::cmp::Ordering;
use std::ffi::OsStr;

/// Compares two names: numbers by value, written with ASCII, full-width or Chinese digits (十二,
/// 二〇二六) as may be, everything else by character.
pub fn compare(a: &OsStr, b: &OsStr) -> Ordering {
    let parts = |name: &OsStr| parts(&name.to_string_lossy());
    parts(a).cmp(&parts(b)).then_with(|| a.cmp(b))
}

/// A part of a name.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum NamePart {
    /// A number by the count of its decimal digits, then by these; no zero before the first.
    Number(usize, String),
    Character(char),
}

fn parts(name: &str) -> Vec<NamePart> {
    let mut parts = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let (part, length) = number(rest, decimal_digit, |digits| digits)
            .or_else(|| number(rest, han_digit, by_units))
            .unwrap_or((NamePart::Character(first), first.len_utf8()));
        parts.push(part);
        rest = &rest[length..];
    }
    parts
}

/// The number that a text begins with, and its bytes.
fn number<D>(text: &str, digit: fn(char) -> Option<D>, written: fn(Vec<D>) -> Vec<u32>) -> Option<(NamePart, usize)> {
    let digits: Vec<_> = text.chars().map_while(digit).collect();
    if digits.is_empty() {
        return None;
    }
    let length = text.chars().take(digits.len()).map(char::len_utf8).sum();
    let significant = written(digits).into_iter().skip_while(|digit| *digit == 0);
    let decimal: String = significant.filter_map(|digit| char::from_digit(digit, 10)).collect();
    Some((NamePart::Number(decimal.len(), decimal), length))
}

fn decimal_digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => c.to_digit(10),
    }
}

/// A Chinese digit, or ten, a hundred, a thousand.
fn han_digit(c: char) -> Option<u64> {
    let units = [('十', 10), ('百', 100), ('千', 1000), ('零', 0)];
    let unit = units.into_iter().find(|(unit, _)| *unit == c).map(|(_, value)| value);
    unit.or_else(|| "〇一二三四五六七八九".chars().position(|digit| digit == c).map(|value| value as u64))
}

/// The decimal digits of a Chinese number: 二〇二六 digit by digit, 二十六 by its units.
fn by_units(digits: Vec<u64>) -> Vec<u32> {
    let decimal: String = if digits.iter().any(|digit| *digit >= 10) {
        let (sum, last) = digits.iter().fold((0_u64, None), |(sum, last), digit| match digit {
            0..10 => (sum, Some(*digit)),
            unit => (sum.saturating_add(last.unwrap_or(1) * unit), None),
        });
        sum.saturating_add(last.unwrap_or(0)).to_string()
    } else {
        digits.iter().map(u64::to_string).collect()
    };
    decimal.chars().filter_map(|digit| digit.to_digit(10)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn ordered(names: &[&str]) {
        for pair in names.windows(2) {
            let order = compare(OsStr::new(pair[0]), OsStr::new(pair[1]));
            assert_eq!(order, Ordering::Less, "{pair:?}");
        }
    }

    #[test]
    fn numbers_stand_by_their_value() {
        ordered(&["第1版.txt", "第2版.txt", "第10版.txt"]);
        ordered(&["a1b2", "a1b10", "a02b1", "a10b1", "ab"]);
        ordered(&["2031-03-04-9", "2031-03-04-10", "2031-03-11-1"]);
        ordered(&["9", "18446744073709551615", "18446744073709551616", "100000000000000000000000"]);
    }

    #[test]
    fn digits_may_be_full_width_or_chinese() {
        ordered(&[
            "第一版",
            "第2版",
            "第３版",
            "第四版",
            "第十版",
            "第11版",
            "第十二版",
            "第二十版",
            "第21版",
            "第一百零三版",
        ]);
        ordered(&["二〇二五年", "2026年", "二〇二七年"]);
    }

    #[test]
    fn names_that_mean_one_number_have_an_order_all_the_same() {
        ordered(&["01", "1", "１"]);
        ordered(&["page", "page 1"]);
    }
}
