//! The numbers that a file or a printed book gives its own pages: 第 143 页, 第1页/共12页, — 23 —,
//! 7 / 228, Page 3 of 12. None is the newspaper's.

use crate::parse::grammar::numerals::{is_numeral, number};
use crate::parse::lexicon::SHEET_MARKS;
use crate::text::chars;

/// The page of the file that a line numbers, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilePageNumber {
    /// The page of the file.
    pub number: u32,
    /// Whether the line can be nothing else: 第 143 页. A number between dashes may number a part
    /// of a text.
    pub certain: bool,
}

/// The longest such line, in bytes.
const LONGEST: usize = 48;

/// What a whole line says as the number of a page of the file.
pub fn sheet(text: &str) -> Option<FilePageNumber> {
    let last = text.chars().next_back().filter(|&c| is_numeral(c) || SHEET_MARKS.has(c) || is_dash(c))?;
    if text.len() > LONGEST {
        return None;
    }
    let text: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let certain = || marked(&text).or_else(|| of_total(&text)).map(|number| FilePageNumber { number, certain: true });
    let dashed = || dashed(&text).filter(|_| is_dash(last)).map(|number| FilePageNumber { number, certain: false });
    certain().or_else(dashed)
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '-' | '–' | '－' | '―' | '─' | '·' | '・' | '•')
}

/// 第143页, 第1页共12页, 共12页第1页, ·第3页·.
fn marked(text: &[char]) -> Option<u32> {
    let numbers: Vec<&[char]> =
        text.split(|c| SHEET_MARKS.has(*c)).map(trimmed).filter(|part| !part.is_empty()).collect();
    let said = text.iter().filter(|c| SHEET_MARKS.has(**c)).count();
    let value = |part: &&[char], word: char| {
        let (value, n) = number(part.strip_prefix(&[word])?)?;
        (n + 1 == part.len()).then_some(value)
    };
    match numbers.as_slice() {
        [one] if said == 1 => value(one, '第'),
        [one, two] if said == 2 => value(one, '第')
            .or_else(|| value(two, '第'))
            .filter(|_| value(one, '共').is_some() || value(two, '共').is_some()),
        _ => None,
    }
}

fn trimmed(text: &[char]) -> &[char] {
    let drop = |c: &char| is_dash(*c) || matches!(c, '/' | '／' | '，' | ',' | '|' | '｜' | '（' | '）' | '(' | ')');
    let start = text.iter().take_while(|c| drop(c)).count();
    let end = text[start..].iter().rev().take_while(|c| drop(c)).count();
    &text[start..text.len() - end]
}

/// 7/228, Page3of12.
fn of_total(text: &[char]) -> Option<u32> {
    let text = trimmed(text);
    let word: String = text.iter().take_while(|c| c.is_ascii_alphabetic()).collect();
    let paged = word.eq_ignore_ascii_case("page");
    if !(paged || word.is_empty()) {
        return None;
    }
    let digits = |from: usize| text[from..].iter().take_while(|c| chars::is_digit(**c)).count();
    let from = word.len();
    let first = digits(from);
    let (value, _) = number(&text[from..])?;
    let behind = &text[from + first..];
    let between = if paged { &['o', 'f'][..] } else { &['/'][..] };
    let rest = behind.strip_prefix(between)?;
    let (total, n) = number(rest)?;
    // A day (3/14) is small on both sides.
    let large = paged || total > 31;
    (first > 0 && n == rest.len() && value <= total && large).then_some(value)
}

/// —23—, ·7·.
fn dashed(text: &[char]) -> Option<u32> {
    let dash = text.iter().take_while(|c| is_dash(**c)).count();
    let (value, n) = number(&text[dash..])?;
    let behind = &text[dash + n..];
    (dash > 0 && value > 0 && !behind.is_empty() && behind.iter().all(|c| is_dash(*c))).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_the_file() {
        for (text, number, certain) in [
            ("第 143 页", 143, true),
            ("第一頁", 1, true),
            ("第1页/共12页", 1, true),
            ("第 3 页 共 12 页", 3, true),
            ("共12页 第3页", 3, true),
            ("· 第3页 ·", 3, true),
            ("7 / 228", 7, true),
            ("Page 3 of 12", 3, true),
            ("— 23 —", 23, false),
            ("- 1 -", 1, false),
            ("·7·", 7, false),
        ] {
            assert_eq!(sheet(text), Some(FilePageNumber { number, certain }), "{text}");
        }
    }

    #[test]
    fn other_numbers() {
        for text in ["第3版", "3/14", "共12页", "12页", "第143页起", "第3页的注", "Page 3", "23", "-5", "2:1", "——", ""]
        {
            assert_eq!(sheet(text), None, "{text}");
        }
    }
}
