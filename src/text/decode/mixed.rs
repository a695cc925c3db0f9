//! Pages with some lines in another encoding than the rest.

use super::encoding::{Characters, Encoding};
use super::guess;
use super::unicode::is_scant;

/// The lines of a text in an encoding that has ASCII in it, each with its end.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> + Clone {
    bytes.split_inclusive(|b| matches!(b, b'\n' | b'\r'))
}

/// Whether all is UTF-8, or the lines that are outweigh those that are not.
pub(super) fn is_mostly_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut whole, mut broken) = (0, 0);
    for line in lines(bytes).filter(|line| !line.is_ascii()) {
        match is_broken(line) {
            true => broken += line.len(),
            false if !is_scant(line) => whole += line.len(),
            false => (),
        }
    }
    whole > broken
}

/// Decodes a page, but for the lines that are in another encoding: in a page in UTF-8 those that
/// are not UTF-8, in the encoding in which they are likeliest; in other pages those that are.
pub(super) fn characters(bytes: &[u8], page: Encoding) -> Characters {
    let (is_other, other): (fn(&[u8]) -> bool, _) = match page {
        Encoding::Utf8 => (is_broken, guess::guess(&guess::sample(lines(bytes).filter(|line| is_broken(line)))).ok()),
        Encoding::Ibm850 | Encoding::Legacy(_) => (is_surely_utf8, Some(Encoding::Utf8)),
        _ => (is_broken, None),
    };
    let Some(other) = other.filter(|_| lines(bytes).any(is_other)) else {
        return page.characters(bytes);
    };
    let mut made = Characters::default();
    for line in lines(bytes) {
        let in_other = is_other(line).then(|| other.characters(line)).filter(|line| line.undecodable == 0);
        let line = in_other.unwrap_or_else(|| page.characters(line));
        made.text.push_str(&line.text);
        made.undecodable += line.undecodable;
    }
    made
}

fn is_broken(line: &[u8]) -> bool {
    std::str::from_utf8(line).is_err()
}

/// Whether a line is UTF-8 and has characters of three bytes, and more bytes beyond ASCII than
/// chance makes so.
fn is_surely_utf8(line: &[u8]) -> bool {
    let high = line.iter().filter(|b| !b.is_ascii());
    high.clone().any(|b| *b >= 0xE0) && !is_broken(line) && high.count() >= 6
}
