//! How a paper is to be reached, and what it costs: words before addresses, numbers and prices.

use super::element::{Proof, is_separator};
use crate::parse::lexicon::{ADDRESSES, CONTACTS, HOUSES, ISSUE_MARKS, UNITS};
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

/// 第12345期, an e-mail or web address: its characters.
pub fn issue(text: &[char]) -> Option<usize> {
    if text.first() == Some(&'第') {
        let digits = text[1..].iter().take_while(|&&c| chars::is_digit(c) || c == ' ').count();
        return (digits > 0 && text.get(1 + digits).is_some_and(|&c| ISSUE_MARKS.has(c))).then_some(digits + 2);
    }
    let end = text.iter().take_while(|c| !c.is_whitespace() && !matches!(c, '｜' | '|')).count();
    let token = &text[..end];
    let address = token.contains(&'@') || matches!(token, ['w', 'w', 'w', '.', ..] | ['h', 't', 't', 'p', ..]);
    address.then_some(end)
}
