//! Names of papers and of pages.

use crate::parse::grammar::people::is_house_end;
use crate::parse::lexicon::{EDITIONS, NO_PAPERS, SECTIONS};
use crate::text::chars;

/// The shortest and the longest name of a paper.
const PAPER: std::ops::RangeInclusive<usize> = 3..=8;

/// The characters of a name as it may stand in a folio, up to a page's number behind it.
pub fn printed_name(text: &[char]) -> usize {
    let dot = |c: char| matches!(c, '·' | '・');
    let run = text.iter().take_while(|&&c| chars::is_han(c) || chars::is_kana(c) || dot(c)).count();
    let figure = |at: usize| text[at + 1..].iter().find(|c| **c != ' ').is_some_and(|&c| chars::is_digit(c));
    text[..run].iter().rposition(|&c| c == '第').filter(|&at| at > 0 && figure(at)).unwrap_or(run)
}

/// The name of the paper that a word is: 江北日报, 江北農報, 三河新聞; without the word for its
/// electronic edition.
pub fn is_paper(word: &[char]) -> Option<String> {
    let name = &word[..word.len() - EDITIONS.at_end(word).filter(|&n| n < word.len()).unwrap_or(0)];
    let last = *name.last()?;
    let news = name.ends_with(&['新', '聞']);
    let ends = news || matches!(last, '报' | '報') && is_house_end(last);
    let is_name = PAPER.contains(&name.len()) && ends && NO_PAPERS.at_end(name).is_none() && !is_section(name);
    is_name.then(|| name.iter().collect())
}

/// Whether a word is the name of a page, or two such names: 体育, 体育新闻, 地方綜合.
pub fn is_section(word: &[char]) -> bool {
    let first = SECTIONS.at_start(word);
    first.is_some_and(|n| n == word.len() || SECTIONS.has(&word[n..]))
}

/// A text without the space between letterspaced characters: 江 北 日 报.
pub fn spaced(text: Vec<char>) -> Vec<char> {
    if !text.iter().any(|c| c.is_whitespace()) {
        return text;
    }
    let single = |at: usize| {
        chars::is_han(text[at])
            && (at == 0 || text[at - 1].is_whitespace() || matches!(text[at - 1], '：' | ':'))
            && text.get(at + 1).is_none_or(|c| c.is_whitespace())
    };
    let mut out = Vec::with_capacity(text.len());
    let mut waiting: Vec<char> = Vec::new();
    let mut after_single = false;
    for at in 0..text.len() {
        let c = text[at];
        if c.is_whitespace() && after_single {
            waiting.push(c);
            continue;
        }
        let is_single = single(at);
        if !(after_single && is_single) {
            out.append(&mut waiting);
        }
        waiting.clear();
        out.push(c);
        after_single = is_single;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn papers() {
        for (word, paper) in [
            ("江北日报", Some("江北日报")),
            ("江北農報", Some("江北農報")),
            ("三河新聞", Some("三河新聞")),
            ("江北日报数字报", Some("江北日报")),
            ("搭城乡往来戏台", None),
            ("秋收传捷报", None),
            ("体育新闻", None),
            ("日报", None),
        ] {
            assert_eq!(is_paper(&chars(word)).as_deref(), paper, "{word}");
        }
    }

    #[test]
    fn letterspaced_words_close_up() {
        let of = |text: &str| spaced(chars(text)).into_iter().collect::<String>();
        assert_eq!(of("江 北 日 报"), "江北日报");
        assert_eq!(of("要  闻  02"), "要闻  02");
        assert_eq!(of("责编 庄 蝶 版式"), "责编 庄蝶 版式");
        assert_eq!(of("责编 庄蝶"), "责编 庄蝶");
        assert_eq!(of("责编：苗  青  版式：画  眉"), "责编：苗青  版式：画眉");
    }
}
