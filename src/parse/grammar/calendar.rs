//! Days as folio lines print them: 2025年10月15日, 中華民國114年10月13日, 15 October 2025,
//! 农历乙巳年八月廿四.

use super::numerals::number;
use crate::hanzi::simplified;
use crate::model::Date;
use crate::parse::lexicon::{ENGLISH_DAYS, ENGLISH_MONTHS, ERAS, LUNAR, LUNAR_MONTHS, WEEKS, begins};

/// A day that a text begins with, in any calendar, and its characters; no date within where the
/// calendar is not the usual one, or has no such day.
pub fn day(text: &[char]) -> Option<(Option<Date>, usize)> {
    if let Some(n) = lunar(text) {
        return Some((None, n));
    }
    let era = ERAS.iter().find(|(word, _)| begins(text.iter().copied(), word));
    let (era, first) = era.map_or((0, 0), |(word, first)| (word.len(), *first));
    let era = if era > 0 { era + blanks(&text[era..]) } else { 0 };
    let (date, n) = date(&text[era..], first).or_else(|| day_first(text))?;
    Some((date, era + n))
}

/// The characters of a day without its year where the day of the week follows: 10月9日 星期四.
pub fn day_of_week(text: &[char]) -> Option<usize> {
    let (month, n) = number(text).filter(|&(month, _)| (1..=12).contains(&month))?;
    let rest = text.get(n..).filter(|rest| rest.first() == Some(&'月'))?;
    let (_, digits) = number(&rest[1..])?;
    let end = n + 1 + digits + 1;
    let behind = text.get(end..).filter(|_| text.get(end - 1) == Some(&'日') && month > 0)?;
    let gap = blanks(behind);
    weekday(&behind[gap..]).map(|day| end + gap + day)
}

/// The characters of a day of the week: 星期三, 周三, 水曜日.
pub fn weekday(text: &[char]) -> Option<usize> {
    let is_day = |at: usize| text.get(at).is_some_and(|c| "一二三四五六日天".contains(*c));
    let western = WEEKS.at_start(text).filter(|&n| is_day(n)).map(|n| n + 1);
    western.or(matches!(text, [_, '曜', '日', ..]).then_some(3))
}

/// Whether an English word, in small letters, is a day's or a month's name.
pub fn is_day_or_month(word: &str) -> bool {
    ENGLISH_DAYS.contains(&word) || ENGLISH_MONTHS.contains(&word)
}

/// Whether an English word, in small letters, is a day of the week.
pub fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    word.len() >= 3 && ENGLISH_DAYS.iter().any(|day| day.starts_with(word))
}

fn blanks(text: &[char]) -> usize {
    text.iter().take_while(|c| c.is_whitespace()).count()
}

/// The month of a name or of its beginning, three letters or more.
pub fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    ENGLISH_MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(word)).map(|at| at as u32 + 1)
}

/// `13 October 2025`.
fn day_first(text: &[char]) -> Option<(Option<Date>, usize)> {
    let spaces = |from: usize| from + text[from..].iter().take_while(|c| c.is_whitespace() || **c == ',').count();
    let (day, n) = number(text).filter(|&(day, _)| (1..=31).contains(&day))?;
    let word_at = spaces(n);
    let letters = text[word_at..].iter().take_while(|c| c.is_ascii_alphabetic()).count();
    let month = month(&text[word_at..word_at + letters].iter().collect::<String>().to_ascii_lowercase())?;
    let year_at = spaces(word_at + letters);
    let (year, n) = number(&text[year_at..]).filter(|&(year, _)| year >= 1000)?;
    Some((Date::new(year, month, day), year_at + n))
}

/// A day of the old calendar, by its name or its year's: 农历八月廿四, 乙巳年八月廿四; its characters.
fn lunar(text: &[char]) -> Option<usize> {
    let mut at = LUNAR.at_start(text).unwrap_or(0);
    if let [stem, branch, '年', ..] = text.get(at..)?
        && "甲乙丙丁戊己庚辛壬癸".contains(*stem)
        && "子丑寅卯辰巳午未申酉戌亥".contains(*branch)
    {
        at += 3;
    }
    if at == 0 {
        return None;
    }
    at += usize::from(text.get(at).is_some_and(|&c| simplified(c) == '闰'));
    let named = text.get(at).is_some_and(|&c| LUNAR_MONTHS.has(c));
    at += if named { 1 } else { number(text.get(at..)?)?.1 };
    if text.get(at) != Some(&'月') {
        return None;
    }
    at += 1;
    at += usize::from(text.get(at) == Some(&'初'));
    let (_, n) = number(text.get(at..)?)?;
    Some(at + n + usize::from(text.get(at + n) == Some(&'日')))
}

/// ` 13, 2025` after a month.
pub fn english_date(text: &[char], month: u32) -> Option<(Option<Date>, usize)> {
    let spaces =
        |from: usize| text[from.min(text.len())..].iter().take_while(|c| c.is_whitespace() || **c == ',').count();
    let at = spaces(0);
    let (day, n) = number(&text[at..])?;
    let at = at + n;
    let year_at = at + spaces(at);
    let (year, n) = number(&text[year_at..]).filter(|&(year, _)| year >= 1000)?;
    Some((Date::new(year, month, day), year_at + n))
}

/// A date with a year; none within where the calendar has no such day.
pub fn date(text: &[char], era: u32) -> Option<(Option<Date>, usize)> {
    let blanks = |at: usize| at + text.get(at..).unwrap_or_default().iter().take_while(|c| c.is_whitespace()).count();
    let (year, n) = number(text)?;
    let at = blanks(n);
    let mark = *text.get(at)?;
    let written = mark == '年';
    if !(written || (era == 0 && year >= 1000 && matches!(mark, '-' | '.' | '/'))) {
        return None;
    }
    let at = blanks(at + 1 + remark(text.get(at + 1..)?));
    let (month, n) = number(text.get(at..)?)?;
    let at = blanks(at + n);
    let second = *text.get(at)?;
    if second != if written { '月' } else { mark } {
        return None;
    }
    let at = blanks(at + 1);
    let (day, n) = number(text.get(at..)?)?;
    let end = blanks(at + n);
    let end = if written && text.get(end) == Some(&'日') { end + 1 } else { at + n };
    let plausible = era > 0 || (1800..2200).contains(&year);
    plausible.then(|| (Date::new(year + era, month, day), end))
}

/// （令和7年） after the year.
fn remark(text: &[char]) -> usize {
    const LONGEST: usize = 9;
    match text.first() {
        Some('（' | '(') => text.iter().take(LONGEST).position(|c| matches!(c, '）' | ')')).map_or(0, |n| n + 1),
        _ => 0,
    }
}

/// A day without regard to its year: 10月14日, 14日, 十月十四日; month, day, characters.
pub fn month_and_day(text: &[char]) -> Option<(Option<u32>, Option<u32>, usize)> {
    let year = number(text).filter(|&(value, n)| value >= 1000 && text.get(n) == Some(&'年')).map_or(0, |(_, n)| n + 1);
    let (first, n) = number(&text[year..])?;
    let at = year + n;
    match text.get(at)? {
        '日' if year == 0 && (1..=31).contains(&first) => Some((None, Some(first), at + 1)),
        '月' if (1..=12).contains(&first) => {
            let (second, n) = number(&text[at + 1..])?;
            let end = at + 1 + n;
            (text.get(end) == Some(&'日') && (1..=31).contains(&second)).then_some((Some(first), Some(second), end + 1))
        }
        _ => None,
    }
}
