//! Pages with some lines in another encoding than the rest.

use super::bytes::{is_broken, lines};
use super::encoding::{Encoding, Transcoded};
use super::evidence::sample;
use super::guess;

/// Decodes a page, but for the lines that are in another encoding: in a page in UTF-8 those that
/// are not UTF-8, in the encoding in which they are likeliest; in other pages those that are.
pub(super) fn characters(bytes: &[u8], page: Encoding) -> Transcoded {
    let (is_other, other): (fn(&[u8]) -> bool, _) = match page {
        Encoding::Utf8 => (is_broken, guess::guess(&sample(lines(bytes).filter(|line| is_broken(line)))).ok()),
        Encoding::Ibm850 | Encoding::Legacy(_) => (is_surely_utf8, Some(Encoding::Utf8)),
        _ => (is_broken, None),
    };
    let Some(other) = other.filter(|_| lines(bytes).any(is_other)) else {
        return page.characters(bytes);
    };
    let mut made = Transcoded::default();
    for line in lines(bytes) {
        let in_other = is_other(line).then(|| other.characters(line)).filter(|line| line.undecodable == 0);
        let line = in_other.unwrap_or_else(|| page.characters(line));
        made.text.push_str(&line.text);
        made.undecodable += line.undecodable;
    }
    made
}

/// Whether a line is UTF-8 and has characters of three bytes, and more bytes beyond ASCII than
/// chance makes so.
fn is_surely_utf8(line: &[u8]) -> bool {
    let high = line.iter().filter(|b| !b.is_ascii());
    high.clone().any(|b| *b >= 0xE0) && !is_broken(line) && high.count() >= 6
}
