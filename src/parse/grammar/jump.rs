//! Jump lines: （下转第3版）, （上接第一版）, 报道详见04版, Continued on Page A4; on a line of their
//! own or at a line's end or beginning.

use crate::parse::rules;
use std::ops::Range;

use super::folio::page_number::PageNumber;
use super::numerals::{is_numeral, number};
use crate::parse::lexicon::{
    ASIDES, ENGLISH_JUMPS, JAPANESE_JUMPS, JUMP_SUBJECTS, JUMP_VERBS, JUMPS_BACK, JUMPS_ON, PAGE_MARKS,
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
    let wordless = !text.chars().any(|c| chars::is_han(c) && !is_part_of_page(c));
    match () {
        () if JUMPS_BACK.is_in(&small) || wordless && text.contains(['◀', '◄', '←']) => Way::Back,
        () if JUMPS_ON.is_in(&small) || wordless && text.contains(['▶', '►', '→']) => Way::On,
        () => Way::Aside,
    }
}

/// The first number in a jump that may be a page's.
fn page(text: &str) -> Option<PageNumber> {
    let text: Vec<char> = text.chars().collect();
    let begins = |c: char| c == '第' || c.is_ascii_uppercase() || is_numeral(c);
    (0..text.len()).filter(|&at| begins(text[at])).find_map(|at| {
        let bare = || number(&text[at..]).filter(|&(value, _)| (1..1000).contains(&value));
        let read = |(value, length)| PageNumber::bare(value, length);
        PageNumber::at_start(&text[at..]).or_else(|| bare().map(read))
    })
}

/// Whether a whole line is a jump, in brackets or not.
pub fn is_jump(text: &str) -> bool {
    if text.len() > LONGEST || !text.ends_with(may_end_jump) {
        return false;
    }
    let inner = text.trim_matches(|c: char| {
        chars::is_opener(c) || chars::is_closer(c) || is_arrow(c) || is_bullet(c) || is_part(c) || c.is_whitespace()
    });
    let set_off = text.starts_with(|c: char| chars::is_opener(c) || is_arrow(c) || is_bullet(c));
    let arrow = text.starts_with(is_arrow) && text.len() > inner.len();
    rules::jump::to_page() && leads_to_page(inner)
        || rules::jump::aside() && set_off && leads_aside(inner)
        || rules::jump::english() && is_english(inner)
        || rules::jump::japanese() && is_japanese(inner)
        || rules::jump::arrow() && arrow && is_page(inner) && is_like_no_other(inner)
}

/// Whether a jump may end with a character: a page, a bracket or an arrow behind it, 2面に続く.
fn may_end_jump(c: char) -> bool {
    is_part_of_page(c)
        || chars::is_opener(c)
        || chars::is_closer(c)
        || is_arrow(c)
        || is_part(c)
        || JAPANESE_JUMPS.may_end_with(c)
}

/// Where the first jump in a text stands, in bytes, if anything stands beside it: in brackets, or at
/// the end behind a sentence's end, an arrow or space, or in words that need none of these; `bracket`
/// says whether the text may hold one.
pub fn within(text: &str, bracket: bool) -> Option<Range<usize>> {
    let found = Some(text)
        .filter(|_| bracket && rules::jump::in_brackets())
        .and_then(in_brackets)
        .or_else(|| at_end(text).filter(|_| rules::jump::at_end()))?;
    (found.start > 0 || found.end < text.len()).then_some(found)
}

fn in_brackets(text: &str) -> Option<Range<usize>> {
    let mut openers = text.match_indices(OPENERS);
    openers.find_map(|(at, _)| {
        let near = text[at..].char_indices().take(LONGEST / 3);
        let (n, closer) = near.clone().find(|(_, c)| chars::is_closer(*c))?;
        let end = at + n + closer.len_utf8();
        is_jump(&text[at..end]).then_some(at..end)
    })
}

/// Where a bracket opens near a text's end that closes in the next line.
pub fn open_at_end(text: &str) -> Option<usize> {
    let near = text.char_indices().rev().take(LONGEST / 3);
    let (at, _) = near.take_while(|(_, c)| !chars::is_closer(*c)).find(|(_, c)| OPENERS.contains(c))?;
    Some(at)
}

/// What opens a jump's brackets.
const OPENERS: [char; 7] = ['（', '(', '【', '〔', '［', '[', '〖'];

/// Where a jump at a text's end begins that no bracket holds.
fn at_end(text: &str) -> Option<Range<usize>> {
    if !text.ends_with(|c| may_end_jump(c) && !chars::is_opener(c)) {
        return None;
    }
    let start = text.len() - text.chars().rev().take(LONGEST / 3).map(char::len_utf8).sum::<usize>();
    let tail = &text[start..];
    let begins = |&(at, c): &(usize, char)| {
        let before = tail[..at].chars().next_back();
        let parted = before.is_some_and(|c| c.is_whitespace() || chars::is_sentence_end(c) || chars::is_closer(c));
        let arrow = is_arrow(c) && c != '》' && !before.is_some_and(is_arrow);
        arrow && (parted || says_more(&tail[at..])) || parted && is_way(c) || is_way(c) && is_sure(&tail[at..])
    };
    let at = tail.char_indices().filter(begins).map(|(at, _)| start + at).find(|&at| is_jump(&text[at..]))?;
    let at = text[..at].trim_end_matches(|c| OPENERS.contains(&c) || is_arrow(c) || is_bullet(c)).len();
    (at > 0).then_some(at..text.len())
}

/// Whether a jump says more than an arrow and a page.
fn says_more(text: &str) -> bool {
    text.chars().any(|c| chars::is_han(c) && !is_part_of_page(c))
}

/// Whether a jump may begin with a character that says which way it leads.
fn is_way(c: char) -> bool {
    matches!(c, '下' | '上' | '紧' | '緊' | '承')
}

/// Whether the words of a jump are so full that they need nothing to part them from what is before.
fn is_sure(text: &str) -> bool {
    let Some(page) = JUMP_VERBS.strip_start(text) else { return false };
    let page = page.trim_start();
    page.starts_with(|c: char| c == '第' || chars::is_digit(c) || c.is_ascii_uppercase())
        && page.contains(|c| PAGE_MARKS.has(c))
}

fn is_arrow(c: char) -> bool {
    matches!(c, '▶' | '►' | '→' | '▲' | '△' | '↓' | '▼' | '>' | '》' | '◀' | '◄' | '←' | '☞' | '➤')
}

/// A mark that a jump may begin with as an item of a list does.
fn is_bullet(c: char) -> bool {
    matches!(c, '●' | '■' | '◆' | '★' | '☆' | '○' | '□' | '◇' | '※' | '•' | '·')
}

/// Which of several jumps to a page it is: 下转第四版①.
fn is_part(c: char) -> bool {
    matches!(c, '①'..='⑳')
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

/// 体育新闻见第8版: what is on another page, and the page.
fn leads_aside(text: &str) -> bool {
    const SUBJECT: usize = 10;
    let end = text.find(|c: char| c == '第' || chars::is_digit(c) || c.is_ascii_uppercase());
    let end = end.or_else(|| text.find(is_numeral)).unwrap_or(text.len());
    let (words, page) = text.split_at(end);
    let subject = ASIDES.strip_end(words.trim_end());
    let is_subject = |subject: &str| subject.chars().all(chars::is_han) && subject.chars().count() <= SUBJECT;
    subject.is_some_and(is_subject) && is_page(page) && page.contains(|c| PAGE_MARKS.has(c))
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
    fn jumps_within_lines() {
        let at = |text: &str| within(text, true).map(|at| text[at].to_owned());
        for (text, jump) in [
            ("水位回落。（下转第3版）", "（下转第3版）"),
            ("水位回落。下转A3版", "下转A3版"),
            ("水位回落。 ▶下转第3版", "▶下转第3版"),
            ("（上接第1版）水位", "（上接第1版）"),
            ("渔具厂（上接第一版）换新颜", "（上接第一版）"),
            ("渔具厂换新颜下转第3版", "下转第3版"),
            ("渔具厂换新颜▲相关报道见A7版", "▲相关报道见A7版"),
            ("轮着送。［下转A5版", "［下转A5版"),
        ] {
            assert_eq!(at(text).as_deref(), Some(jump), "{text}");
        }
        for text in [
            "水位回落。（单位：米）",
            "（单位：米）",
            "从四版下转三版",
            "（下转第3版）",
            "▶下转第3版",
            "●下转A7版",
            "收入▲3",
        ] {
            assert_eq!(at(text), None, "{text}");
        }
    }

    #[test]
    fn ways_and_pages() {
        let read = |text: &str| {
            let jump = jump(text)?;
            let page = jump.page?;
            Some((jump.way, page.label.unwrap_or_else(|| page.value.to_string())))
        };
        for (text, way, page) in [
            ("（下转第四版①）", Way::On, "4"),
            ("［下转A5版］", Way::On, "A5"),
            ("→7版", Way::On, "7"),
            ("►下转第4、5版", Way::On, "4"),
            ("◀◀上接第1版", Way::Back, "1"),
            ("（承接第一版）", Way::Back, "1"),
            ("★全文见第3版", Way::Aside, "3"),
            ("【相关评论见A2版】", Way::Aside, "A2"),
            ("●体育新闻见第8版", Way::Aside, "8"),
            ("●详见第5版", Way::Aside, "5"),
        ] {
            assert_eq!(read(text), Some((way, page.to_owned())), "{text}");
        }
    }
}
