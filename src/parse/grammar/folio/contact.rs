//! How a paper is to be reached, and what it costs: words before addresses, numbers and prices.

use super::element::{Proof, is_separator};
use crate::parse::grammar::numerals::number;
use crate::parse::lexicon::{ADDRESSES, CONTACTS, HOUSES, ISSUE_MARKS, PAGE_MARKS, TOTALS, UNITS};
use crate::text::chars;

/// The characters of a word before an address or a number, the paper's own name for itself before
/// it (本报地址) included, and how sure such a word makes it that the line is furniture.
pub fn contact_word(text: &[char]) -> Option<(usize, Proof)> {
    let own = HOUSES.at_start(text).unwrap_or(0);
    let rest = &text[own..];
    let certain = CONTACTS.at_start(rest).map(|n| (own + n, Proof::Certain));
    let proof = if own > 0 { Proof::Certain } else { Proof::Number };
    let address = || ADDRESSES.at_start(rest).map(|n| (own + n, proof));
    certain.or_else(address).or_else(|| compound(text).map(|n| (n, Proof::Number)))
}

/// The characters of a word for an address with what it is for before it, up to its colon: 读者热线.
fn compound(text: &[char]) -> Option<usize> {
    const LONGEST: usize = 8;
    let colon = text.iter().take(LONGEST).position(|c| matches!(c, '：' | ':'))?;
    let word = &text[..colon];
    (word.iter().all(|&c| chars::is_han(c)) && ADDRESSES.at_end(word).is_some()).then_some(colon)
}

/// The characters of such a word and of the colon behind it, where an address or a number follows.
pub fn announced(text: &[char]) -> Option<(usize, Proof)> {
    let (n, proof) = contact_word(text)?;
    let after = text.get(n..)?;
    let told =
        matches!(after.first(), Some('：' | ':' | '/' | '／')) || is_figure(after) || contact_word(after).is_some();
    told.then(|| (n + after.iter().take_while(|c| matches!(c, '：' | ':' | ' ')).count(), proof))
}

/// Whether a text begins with a number, a price or the like: 0599-8123456, 1.50元, 8版.
fn is_figure(text: &[char]) -> bool {
    let mut token =
        text.iter().skip_while(|c| c.is_whitespace()).take_while(|&&c| !c.is_whitespace() && !is_separator(c));
    let begins = token.clone().next().is_some_and(|&c| chars::is_digit(c) || c.is_ascii_uppercase() || c == '(');
    begins && token.all(|&c| !chars::is_han(c) || UNITS.has(c))
}

/// 第12345期, with nothing glued to it: its characters.
pub fn issue(text: &[char]) -> Option<usize> {
    let ('第', behind) = text.split_first().map(|(c, rest)| (*c, rest))? else { return None };
    let digits = behind.iter().take_while(|&&c| chars::is_digit(c) || c == ' ').count();
    let marked = digits > 0 && behind.get(digits).is_some_and(|&c| ISSUE_MARKS.has(c));
    let apart = behind.get(digits + 1).is_none_or(|&c| !chars::is_cjk(c) || is_separator(c) || chars::is_opener(c));
    (marked && (apart || total(&behind[digits + 1..]).is_some())).then_some(digits + 2)
}

/// How many pages the issue has: 今日8版, 本期共16版; its characters.
pub fn total(text: &[char]) -> Option<usize> {
    let mut at = TOTALS.at_start(text)?;
    while let Some(n) = TOTALS.at_start(&text[at..]) {
        at += n;
    }
    at += text[at..].iter().take_while(|c| c.is_whitespace()).count();
    let (_, n) = number(&text[at..])?;
    text.get(at + n).is_some_and(|&c| PAGE_MARKS.has(c)).then_some(at + n + 1)
}

/// A bare e-mail or web address: its characters.
pub fn address(text: &[char]) -> Option<usize> {
    let end = text.iter().take_while(|c| c.is_ascii_graphic() && **c != '|').count();
    let token = &text[..end];
    let address = token.contains(&'@') || matches!(token, ['w', 'w', 'w', '.', ..] | ['h', 't', 't', 'p', ..]);
    (address && end > 0).then_some(end)
}
