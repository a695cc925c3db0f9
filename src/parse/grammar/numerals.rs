//! Numbers in digits or in Han numerals.

use crate::text::chars;

/// Whether a character is one that numbers are written with: a digit or a Han numeral below a
/// hundred.
pub fn is_numeral(c: char) -> bool {
    chars::is_digit(c) || matches!(c, '十' | '廿') || chars::han_digit_value(c).is_some()
}

/// A number in digits or in Han numerals below a hundred; its value and its characters.
pub fn number(text: &[char]) -> Option<(u32, usize)> {
    const MOST: usize = 4;
    let near = &text[..text.len().min(MOST)];
    let digits = near.iter().map_while(|&c| chars::digit_value(c));
    let (value, count) = digits.fold((0, 0), |(value, count), digit| (value * 10 + digit, count + 1));
    if count > 0 {
        return Some((value, count));
    }
    let value = |c: &char| chars::han_digit_value(*c);
    let numerals = near.iter().take_while(|&&c| is_numeral(c)).count();
    let numerals = &near[..numerals];
    let total = match numerals {
        [] => return None,
        ['十'] => 10,
        ['十', ones] => 10 + value(ones)?,
        [tens, '十'] => value(tens)? * 10,
        [tens, '十', ones] => value(tens)? * 10 + value(ones)?,
        ['廿', ones] => 20 + value(ones)?,
        plain => plain.iter().try_fold(0, |total, c| Some(total * 10 + value(c)?))?,
    };
    Some((total, numerals.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let of = |text: &str| number(&text.chars().collect::<Vec<_>>());
        for (text, found) in [
            ("14日", Some((14, 2))),
            ("二十一日", Some((21, 3))),
            ("十日", Some((10, 1))),
            ("二〇二五年", Some((2025, 4))),
            ("日", None),
        ] {
            assert_eq!(of(text), found, "{text}");
        }
    }
}
