//! One character for its widths and cases: full-width and half-width, upper and lower (Ａ, ａ, A and a;
//! ３ and 3). Those of the basic plane only.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How far full-width characters are from those of ASCII, which they follow in order.
const FULL_WIDTH: u32 = 0xFEE0;

/// The characters that are folded to one, it included, where there are several.
static FORMS: LazyLock<BTreeMap<char, Vec<char>>> = LazyLock::new(|| {
    let mut forms: BTreeMap<char, Vec<char>> = BTreeMap::new();
    for form in '\0'..='\u{FFFF}' {
        forms.entry(narrowed(form)).or_default().push(form);
    }
    forms.retain(|_, forms| forms.len() > 1);
    forms
});

/// A character in half width and lower case, of no more bytes than it has.
pub fn narrowed(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let half = match c {
        // Most by far are ideographs, which have no other width and no case.
        '\u{2E80}'..='\u{FEFF}' | '\u{10000}'.. => return c,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - FULL_WIDTH).unwrap_or(c),
        _ => c,
    };
    let mut lower = half.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(lower), None) if lower.len_utf8() <= c.len_utf8() => lower,
        _ => c,
    }
}

/// All the characters that are folded to what this one is folded to, it included.
pub fn widths(c: char) -> Vec<char> {
    FORMS.get(&narrowed(c)).cloned().unwrap_or_else(|| vec![c])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widths_and_cases_of_a_character_are_one() {
        for (forms, one) in [("ＡａAa", 'a'), ("３3", '3'), ("％%", '%'), ("Éé", 'é'), ("河", '河')] {
            for c in forms.chars() {
                assert_eq!(narrowed(c), one, "{c}");
                assert!(forms.chars().all(|form| widths(c).contains(&form)), "{c}");
            }
        }
    }

    #[test]
    fn folding_is_done_once_and_makes_nothing_longer() {
        for c in '\0'..='\u{10FFFF}' {
            let one = narrowed(c);
            assert!(narrowed(one) == one && one.len_utf8() <= c.len_utf8(), "{c:?}");
            assert!(widths(c).contains(&c), "{c:?}");
        }
    }
}
