//! Notices (遗失声明, 招标公告, 诚聘): how their heads end, what their entries begin with, who signs them and
//! on what day.

use super::numerals::is_numeral;
use super::speaker::before_colon;
use crate::parse::lexicon::{ADDRESSES, CONTACTS, ENTRIES, NOTICES};
use crate::parse::line::Line;
use crate::text::chars;

/// The longest day, in bytes: 二〇二五年十二月二十五日.
const DAY: usize = 40;

/// Whether a text ends as the head of a notice does: 遗失启事.
pub fn is_notice(text: &str) -> bool {
    NOTICES.at_end(text).is_some()
}

/// Which lines are nothing but a day, or a part of one that goes on in the next line.
pub fn days(page: &str, lines: &[Line]) -> Vec<bool> {
    let mut days = vec![false; lines.len()];
    let begins = |line: &Line| is_year_digit(line.look.first);
    for at in (0..lines.len()).filter(|&at| begins(&lines[at])) {
        let text = lines[at].text(page);
        let next = lines.get(at + 1).map_or("", |line| line.text(page));
        let in_two = text.len() + next.len() <= DAY && is_day(&[text, next].concat());
        days[at] |= in_two || is_day(text);
        if let Some(next) = days.get_mut(at + 1).filter(|_| in_two) {
            *next = true;
        }
    }
    days
}

/// Whether a line begins with a word that entries of notices begin with, and a colon.
pub fn is_entry(text: &str) -> bool {
    before_colon(text)
        .is_some_and(|word| ENTRIES.has(word) || ADDRESSES.at_end(word).is_some() || CONTACTS.at_end(word).is_some())
}

/// Whether a line is who signs a notice, with the day: 河湾供水公司 2025年4月4日. The end of the day
/// may have gone to the next line.
pub fn is_signature(text: &str) -> bool {
    if !text.ends_with(|c| matches!(c, '日' | '月') || is_year_digit(c)) {
        return false;
    }
    let Some((before, _)) = text.split_once('年') else { return false };
    let name = before.trim_end_matches(is_year_digit);
    !name.is_empty() && is_name(name) && is_day(&text[name.len()..])
}

/// Whether a line may be who signs a notice: 河湾县（城关）渡口管理所.
pub fn is_name(text: &str) -> bool {
    const LONGEST: usize = 20;
    let name = |c: char| chars::is_han(c) || c.is_whitespace() || "（）".contains(c);
    text.chars().count() <= LONGEST && text.chars().all(name)
}

/// Whether a line is nothing but a day: 2025年4月4日, 二〇二五年四月.
fn is_day(text: &str) -> bool {
    let Some((year, rest)) = text.split_once('年') else { return false };
    year.chars().count() == 4
        && year.chars().all(is_year_digit)
        && rest.contains('月')
        && rest.chars().all(|c| is_year_digit(c) || c.is_whitespace() || "月日".contains(c))
}

/// Whether a year may be written with a character: 2025, 二〇二五.
fn is_year_digit(c: char) -> bool {
    c == '○' || is_numeral(c)
}
