//! The numbering of section titles: 一、, （二）, 3., 壹、, ①, ⒈, ㈠.

use crate::text::chars;

/// The numbering a line begins with: its level as a heading from 1, and its bytes.
pub fn numbering(text: &str) -> Option<(u8, usize)> {
    const HAN: &str = "一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾貳叄參陸";
    let is_number = |c: char| HAN.contains(c);
    let after = |pattern: fn(char) -> bool| text.find(|c| !pattern(c)).filter(|&n| n > 0);
    let followed_by = |at: usize, marks: &[char]| {
        let c = text.get(at..)?.chars().next()?;
        marks.contains(&c).then_some(at + c.len_utf8())
    };
    if let Some(found) = one_character(text) {
        return Some(found);
    }
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

/// A numbering of one character, a mark behind it or not.
fn one_character(text: &str) -> Option<(u8, usize)> {
    let c = text.chars().next()?;
    let level = match c {
        '㈠'..='㈩' => 2,
        '⒈'..='⒛' => 3,
        '①'..='⑳' | '⑴'..='⒇' | '❶'..='❿' => 4,
        _ => return None,
    };
    let end = c.len_utf8();
    let mark = text[end..].chars().next().filter(|c| matches!(c, '、' | '．' | '.'));
    Some((level, end + mark.map_or(0, char::len_utf8)))
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
            ("壹、卖粮要带什么", Some((1, "壹、".len()))),
            ("㈠价格怎么定", Some((2, 3))),
            ("⒈看滤网", Some((3, 3))),
            ("①修路", Some((4, 3))),
            ("①、修路", Some((4, 6))),
            ("（其中", None),
            ("（烯）", None),
            ("一场大雨", None),
            ("（", None),
        ] {
            assert_eq!(numbering(text), found, "{text}");
        }
    }
}
