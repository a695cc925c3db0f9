//! Jump lines: （下转第3版）, （上接第一版）, on a line of their own or at a line's end or beginning.

use crate::text::chars;

/// The longest jump, brackets included, in bytes.
const LONGEST: usize = 60;
const WORDS: [&str; 14] =
    ["下转", "下轉", "上接", "紧接", "緊接", "文转", "文轉", "转", "轉", "接", "續", "续", "详见", "詳見"];

/// Whether a whole line is a jump, in brackets or not.
pub fn is_jump(text: &str) -> bool {
    let inner =
        text.trim_matches(|c: char| chars::is_opener(c) || chars::is_closer(c) || is_arrow(c) || c.is_whitespace());
    text.len() <= LONGEST && leads_to_page(inner)
}

/// Where a bracketed jump at a text's end begins, in bytes.
pub fn at_end(text: &str) -> Option<usize> {
    let start = text.len() - text.chars().rev().take(LONGEST / 3).map(char::len_utf8).sum::<usize>();
    let opener = start + text[start..].rfind(['（', '(', '【', '〔'])?;
    is_jump(&text[opener..]).then_some(opener).filter(|_| text.ends_with(chars::is_closer))
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
    matches!(c, '▶' | '►' | '→' | '▲' | '△' | '↓' | '>' | '》' | '◀' | '◄' | '←' | '■' | '●')
}

/// 下转第3版, 上接A1版, 转02版: a word, a page, nothing more.
fn leads_to_page(text: &str) -> bool {
    const NUMERALS: &str = "一二三四五六七八九十";
    let Some(rest) = WORDS.iter().find_map(|word| text.strip_prefix(word)) else { return false };
    let page = |c: char| {
        c.is_whitespace()
            || chars::is_digit(c)
            || c.is_ascii_uppercase()
            || NUMERALS.contains(c)
            || "第版頁页面至、，-—".contains(c)
    };
    let named = rest.contains(['版', '頁', '页', '面'])
        || (rest.contains(|c: char| chars::is_digit(c)) && text.starts_with(['下', '上']));
    named && rest.contains(|c: char| chars::is_digit(c) || NUMERALS.contains(c)) && rest.chars().all(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jumps() {
        for text in ["（下转第3版）", "（上接第一版）", "▶下转02版", "(文轉A3版)", "下转第 3 版", "（下转A04）"]
        {
            assert!(is_jump(text), "{text}");
        }
        for text in ["（转为公园）", "接着第3次出版", "转", "", "（下转型升级第3版图）"] {
            assert!(!is_jump(text), "{text}");
        }
    }

    #[test]
    fn jumps_at_the_ends_of_lines() {
        let text = "水位回落。（下转第3版）";
        assert_eq!(at_end(text).map(|at| &text[at..]), Some("（下转第3版）"));
        assert_eq!(at_end("水位回落。（单位：米）"), None);
        let text = "（上接第1版）水位";
        assert_eq!(at_start(text).map(|at| &text[at..]), Some("水位"));
        assert_eq!(at_start("（单位：米）"), None);
    }
}
