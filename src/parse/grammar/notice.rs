//! Notices (遗失声明, 招标公告, 诚聘): how their heads end, what their entries begin with, whom to call,
//! who signs them and on what day.

use super::numerals::is_numeral;
use super::speaker::before_colon;
use crate::hanzi::simplified;
use crate::parse::lexicon::{ADDRESSES, CALLS, CONTACTS, ENTRIES, NOTICES, POLITE};
use crate::parse::line::Line;
use crate::text::chars;

/// The longest day, in bytes: 二〇二五年十二月二十五日.
const DAY: usize = 40;

/// The widest head of a notice that is told by its end alone, in half characters.
pub const HEAD: i32 = 16;

/// Whether a text ends as the head of a notice does: 遗失启事.
pub fn is_notice(text: &str) -> bool {
    NOTICES.at_end(text).is_some()
}

/// 联系电话：, with its number or broken from it.
pub fn says_whom_to_call(text: &[char]) -> bool {
    let Some(colon) = text.iter().position(|&c| matches!(c, '：' | ':')) else { return false };
    CALLS.at_end(&text[..colon]).is_some() && (colon + 1 == text.len() || is_number(&text[colon + 1..]))
}

/// Whether a text is a telephone number.
pub fn is_number(text: &[char]) -> bool {
    const SHORTEST: usize = 5;
    text.len() >= SHORTEST
        && text.iter().all(|&c| chars::is_digit(c) || matches!(simplified(c), '-' | '—' | '、' | '转'))
}

/// 江女士.
pub fn is_polite_name(text: &[char]) -> bool {
    const LONGEST: usize = 4;
    text.len() <= LONGEST && POLITE.at_end(text).is_some()
}

/// Whether a text is a day with its year, or what a line holds of one.
pub fn begins_with_year(text: &[char]) -> bool {
    const YEAR: usize = 4;
    text.get(YEAR) == Some(&'年') && text.iter().all(|&c| chars::is_digit(c) || matches!(c, '年' | '月' | '日'))
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
