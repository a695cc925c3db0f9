//! The numbering of section titles: 一、, （二）, 3.

use crate::text::chars;

/// The numbering a line begins with: its level as a heading from 1, and its bytes.
pub fn numbering(text: &str) -> Option<(u8, usize)> {
    const HAN: &str = "一二三四五六七八九十";
    let is_number = |c: char| HAN.contains(c);
    let after = |pattern: fn(char) -> bool| text.find(|c| !pattern(c)).filter(|&n| n > 0);
    let followed_by = |at: usize, marks: &[char]| {
        let c = text.get(at..)?.chars().next()?;
        marks.contains(&c).then_some(at + c.len_utf8())
    };
    if let Some(n) = text.find(|c| !is_number(c)).filter(|&n| n > 0 && n <= 9) {
        return followed_by(n, &['、', '．', '.']).map(|n| (1, n));
    }
    if let Some(n) = after(chars::is_digit).filter(|&n| n <= 6) {
        let end = followed_by(n, &['、', '．', '.'])?;
        return text.get(end..)?.starts_with(|c: char| !chars::is_digit(c)).then_some((3, end));
    }
    let rest = text.strip_prefix(['（', '('])?;
    let n = rest.find(['）', ')']).filter(|&n| n > 0 && n <= 9)?;
    let level = match &rest[..n] {
        inner if inner.chars().all(is_number) => 2,
        inner if inner.chars().all(chars::is_digit) => 4,
        _ => return None,
    };
    let opener = text.len() - rest.len();
    followed_by(opener + n, &['）', ')']).map(|n| (level, n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numberings() {
        for (text, found) in [
            ("一、先听再画", Some((1, "一、".len()))),
            ("十二、附则", Some((1, "十二、".len()))),
            ("（三）关于河岸", Some((2, "（三）".len()))),
            ("2.沿河步道", Some((3, 2))),
            ("2.5公里", None),
            ("（其中", None),
            ("（烯）", None),
            ("一场大雨", None),
            ("（", None),
        ] {
            assert_eq!(numbering(text), found, "{text}");
        }
    }
}
