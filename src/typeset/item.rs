//! Items of a list: paragraphs that begin with the same kind of sign or number, one after another.
//!
//! Numbers of documents such as （一） begin a paragraph like any other (GB/T 9704).

use crate::model::{Article, BlockKind};
use crate::text::chars;

/// What an item begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// A sign: ●, ■, ★.
    Sign(char),
    /// A number, and what stands after it: 1. 2、 3） ①.
    Number(char),
}

/// Whether a block of an article is an item of a list: the paragraph before or after it is another.
pub fn is_item(article: &Article, block: usize) -> bool {
    let mark = |block: Option<usize>| {
        let block = article.body.get(block?).filter(|block| block.kind == BlockKind::Paragraph)?;
        mark(&block.text)
    };
    let own = mark(Some(block));
    own.is_some() && (own == mark(block.checked_add(1)) || own == mark(block.checked_sub(1)))
}

/// What a paragraph begins with, where it is that of an item.
fn mark(text: &str) -> Option<Mark> {
    let text = text.trim_start_matches(['（', '(', ' ', '　']);
    let first = text.chars().next()?;
    match first {
        '●' | '○' | '◎' | '■' | '□' | '◆' | '◇' | '▲' | '△' | '▶' | '►' | '★' | '☆' | '※' | '•' | '·' => {
            Some(Mark::Sign(first))
        }
        '①'..='⒛' => Some(Mark::Number('①')),
        _ => numbered(text),
    }
}

/// Digits, at most two, and a stop that no other digit follows: 3.5 begins no item.
fn numbered(text: &str) -> Option<Mark> {
    let after = text.trim_start_matches(chars::is_digit);
    let digits = text[..text.len() - after.len()].chars().count();
    let mut after = after.chars();
    let stop = after.next().filter(|stop| matches!(stop, '.' | '．' | '、' | '）' | ')'))?;
    let apart = !after.next().is_some_and(chars::is_digit);
    (1..=2).contains(&digits).then_some(Mark::Number(stop)).filter(|_| apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_numbers_begin_items() {
        assert_eq!(mark("●江州港开航"), Some(Mark::Sign('●')));
        assert_eq!(mark("1.江州港开航"), Some(Mark::Number('.')));
        assert_eq!(mark("２、江州港开航"), Some(Mark::Number('、')));
        assert_eq!(mark("（12）江州港开航"), Some(Mark::Number('）')));
        assert_eq!(mark("③江州港开航"), Some(Mark::Number('①')));
    }

    #[test]
    fn other_paragraphs_do_not() {
        for text in ["", "3.5万吨货", "2018年", "100、船", "（一）港区", "一、港区", "（林远 摄）", "1", "港1."]
        {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
