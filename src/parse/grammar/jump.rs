//! Jump lines: （下转第3版）, （上接第一版）, 报道详见04版, Continued on Page A4; on a line of their
//! own or at a line's end or beginning.

use super::folio::page_number::PageNumber;
use super::numerals::{is_numeral, number};
use crate::parse::lexicon::{
    ENGLISH_JUMPS, JAPANESE_JUMPS, JUMP_SUBJECTS, JUMP_VERBS, JUMPS_BACK, JUMPS_ON, PAGE_MARKS,
};
use crate::text::chars;

/// The longest jump, brackets included, in bytes.
const LONGEST: usize = 60;

/// What a jump says.
#[derive(Clone, Debug, PartialEq)]
pub struct Jump {
    /// Which way it leads.
    pub way: Way,
    /// The page that it names.
    pub page: Option<PageNumber>,
}

/// Which way a jump leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To where the article goes on: 下转第3版.
    On,
    /// From where it began: 上接第一版.
    Back,
    /// To another article: 相关报道见4版.
    Aside,
}

/// What a whole line says as a jump, in brackets or not.
pub fn jump(text: &str) -> Option<Jump> {
    is_jump(text).then(|| Jump { way: way(text), page: page(text) })
}

fn way(text: &str) -> Way {
    let small = text.to_lowercase();
    match () {
        () if JUMPS_BACK.is_in(&small) => Way::Back,
        () if JUMPS_ON.is_in(&small) => Way::On,
        () => Way::Aside,
    }
}

/// The first number in a jump that may be a page's.
fn page(text: &str) -> Option<PageNumber> {
    let text: Vec<char> = text.chars().collect();
    let begins = |c: char| c == '第' || c.is_ascii_uppercase() || is_numeral(c);
    (0..text.len()).filter(|&at| begins(text[at])).find_map(|at| {
        let bare = || number(&text[at..]).filter(|&(value, _)| (1..1000).contains(&value));
        let read = |(value, length)| PageNumber { value, length, padded: false, marked: false };
        PageNumber::at_start(&text[at..]).or_else(|| bare().map(read))
    })
}

/// Whether a whole line is a jump, in brackets or not.
pub fn is_jump(text: &str) -> bool {
    if text.len() > LONGEST || !text.ends_with(may_end_jump) {
        return false;
    }
    let inner =
        text.trim_matches(|c: char| chars::is_opener(c) || chars::is_closer(c) || is_arrow(c) || c.is_whitespace());
    let arrow = text.starts_with(is_arrow) && text.len() > inner.len();
    leads_to_page(inner)
        || is_english(inner)
        || is_japanese(inner)
        || arrow && is_page(inner) && is_like_no_other(inner)
}

/// Whether a jump may end with a character: a page, a bracket or an arrow behind it, 2面に続く.
fn may_end_jump(c: char) -> bool {
    is_part_of_page(c) || chars::is_opener(c) || chars::is_closer(c) || is_arrow(c) || JAPANESE_JUMPS.may_end_with(c)
}

/// Where a jump at a text's end begins, in bytes: in brackets, or behind a sentence's end.
pub fn at_end(text: &str) -> Option<usize> {
    if !text.ends_with(may_end_jump) {
        return None;
    }
    let start = text.len() - text.chars().rev().take(LONGEST / 3).map(char::len_utf8).sum::<usize>();
    let tail = &text[start..];
    let opener = tail.rfind(['（', '(', '【', '〔']).filter(|_| text.ends_with(chars::is_closer));
    let behind = || {
        let begins = |&(at, c): &(usize, char)| {
            let before = tail[..at].trim_end().chars().next_back();
            matches!(c, '下' | '▶' | '►' | '→' | '▼') && before.is_some_and(chars::is_sentence_end)
        };
        tail.char_indices().find(begins).map(|(at, _)| at)
    };
    opener.or_else(behind).map(|at| start + at).filter(|&at| is_jump(&text[at..]))
}

/// Where a bracketed jump at a text's beginning ends, in bytes.
pub fn at_start(text: &str) -> Option<usize> {
    if !text.starts_with(['（', '(', '【', '〔']) {
        return None;
    }
    let (at, closer) = text.char_indices().take(LONGEST / 3).find(|(_, c)| chars::is_closer(*c))?;
    let end = at + closer.len_utf8();
    is_jump(&text[..end]).then_some(end)
}

fn is_arrow(c: char) -> bool {
    matches!(c, '▶' | '►' | '→' | '▲' | '△' | '↓' | '▼' | '>' | '》' | '◀' | '◄' | '←' | '■' | '●')
}

/// 下转第3版, 上接A1版, 转02版, 报道详见4版: a word, a page, nothing more.
fn leads_to_page(text: &str) -> bool {
    let subject = JUMP_SUBJECTS.strip_start(text);
    let text = subject.unwrap_or(text);
    let Some(rest) = JUMP_VERBS.strip_start(text) else { return false };
    let sure = subject.is_some() || text.starts_with(['下', '上']);
    let marked = rest.contains(|c| PAGE_MARKS.has(c));
    is_page(rest) && (marked || sure && rest.contains(chars::is_digit))
}

/// Whether a text is a page's number, or several, and nothing more: 第3版, A4, 一版、四版.
fn is_page(text: &str) -> bool {
    text.contains(is_numeral) && text.chars().all(is_part_of_page)
}

fn is_part_of_page(c: char) -> bool {
    is_numeral(c) || c.is_whitespace() || c.is_ascii_uppercase() || PAGE_MARKS.has(c) || "第至、，-—".contains(c)
}

/// Whether a number looks like a page's and like no other: 03, A4, 第3版.
fn is_like_no_other(page: &str) -> bool {
    page.starts_with(|c: char| c == '0' || c == '第' || c.is_ascii_uppercase()) || page.ends_with(|c| PAGE_MARKS.has(c))
}

/// Continued on Page A4; See FERRY, Page 6; From Page 1.
fn is_english(text: &str) -> bool {
    let small = text.to_ascii_lowercase();
    let Some(rest) = ENGLISH_JUMPS.strip_start(small.as_str()) else { return false };
    let page = rest.rsplit([' ', ',']).next().unwrap_or_default();
    let numbered = page.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().is_ok();
    let sure = small.starts_with("continued") || rest.contains("page");
    numbered && page.len() <= 4 && sure
}

/// 2面に続く, 3面に関連記事.
fn is_japanese(text: &str) -> bool {
    JAPANESE_JUMPS.strip_end(text).is_some_and(|page| page.contains('面') && is_page(page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jumps() {
        for text in [
            "（下转第3版）",
            "（上接第一版）",
            "▶下转02版",
            "(文轉A3版)",
            "下转第 3 版",
            "（下转A04）",
            "▶▶ 03",
            "详见4版",
            "▶▶▶报道详见A04版",
            "（相關報導見第四版）",
            "→A4",
            "相关报道见3版、5版",
            "Continued on Page A4",
            "Continued from Page 1",
            "See FERRY, Page A6",
            "（2面に続く）",
        ] {
            assert!(is_jump(text), "{text}");
        }
        for text in [
            "（转为公园）",
            "接着第3次出版",
            "转",
            "",
            "（下转型升级第3版图）",
            "见3人",
            "04",
            "From 1998",
            "See the ferry",
            "▲3.5",
            "▲3",
            "评论员见",
        ] {
            assert!(!is_jump(text), "{text}");
        }
    }

    #[test]
    fn jumps_at_the_ends_of_lines() {
        let end = |text: &str| at_end(text).map(|at| text[at..].to_owned());
        assert_eq!(end("水位回落。（下转第3版）").as_deref(), Some("（下转第3版）"));
        assert_eq!(end("水位回落。下转A3版").as_deref(), Some("下转A3版"));
        assert_eq!(end("水位回落。 ▶下转第3版").as_deref(), Some("▶下转第3版"));
        assert_eq!(end("水位回落。（单位：米）"), None);
        assert_eq!(end("从四版下转三版"), None);
        let text = "（上接第1版）水位";
        assert_eq!(at_start(text).map(|at| &text[at..]), Some("水位"));
        assert_eq!(at_start("（单位：米）"), None);
    }
}
