//! What is in one of Unicode's own encodings: by its mark, or beyond doubt without one.

use super::bytes::{is_broken, is_control, is_scant, lines};
use super::cost;
use super::encoding::Encoding;
use super::evidence::EVIDENCE;
use super::wide;

/// The encoding that a byte order mark tells, and the bytes after it.
pub(super) fn marked(bytes: &[u8]) -> Option<(Encoding, &[u8])> {
    const MARKS: [(&[u8], Encoding); 6] = [
        (b"\xEF\xBB\xBF", Encoding::Utf8),
        (b"\xFF\xFE\0\0", Encoding::Utf32Le),
        (b"\0\0\xFE\xFF", Encoding::Utf32Be),
        (b"\xFF\xFE", Encoding::Utf16Le),
        (b"\xFE\xFF", Encoding::Utf16Be),
        (b"\x84\x31\x95\x33", Encoding::Legacy(encoding_rs::GB18030)),
    ];
    MARKS.iter().find_map(|(mark, encoding)| Some((*encoding, bytes.strip_prefix(*mark)?)))
}

/// Text in UTF-8 beyond doubt: every byte of it is, none is a control character, and what is not
/// ASCII is too much to be chance.
pub(super) fn plain(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    (!is_scant(bytes) && !bytes.iter().any(|b| is_control(*b))).then_some(text)
}

/// The encoding of Unicode that the bytes are in beyond doubt.
pub(super) fn recognise(bytes: &[u8]) -> Option<Encoding> {
    if is_iso_2022_jp(bytes) {
        return Some(Encoding::Legacy(encoding_rs::ISO_2022_JP));
    }
    [Encoding::Utf32Le, Encoding::Utf32Be]
        .into_iter()
        .find(|encoding| is_utf32(*encoding, bytes))
        .or_else(|| [Encoding::Utf16Le, Encoding::Utf16Be].into_iter().find(|encoding| is_utf16(*encoding, bytes)))
        .or_else(|| is_mostly_utf8(bytes).then_some(Encoding::Utf8))
}

/// Whether all is UTF-8, or the lines that are outweigh those that are not.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    if !is_broken(bytes) {
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

/// ASCII with the escapes of the Japanese mail encoding.
fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    bytes.is_ascii()
        && memchr::memmem::find(bytes, b"\x1B$").is_some()
        && Encoding::Legacy(encoding_rs::ISO_2022_JP).characters(bytes).undecodable == 0
}

fn start(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(EVIDENCE)]
}

/// Whether every four bytes are the number of a character.
fn is_utf32(encoding: Encoding, bytes: &[u8]) -> bool {
    let start = start(bytes);
    bytes.len() >= 8 && encoding.characters(start).undecodable == 0 && bytes.iter().any(|b| *b != 0)
}

/// Whether the bytes are likelier UTF-16 than chance, by far: two letters of every language may
/// look like one ideograph, a dozen do not look like common ones.
fn is_utf16(encoding: Encoding, bytes: &[u8]) -> bool {
    let start = start(bytes);
    let text = encoding.characters(start).text;
    bytes.len().is_multiple_of(2)
        && wide::cost_in_any(&text) + cost::DOUBT * 2 < cost::NOISE * start.len() as cost::Cost * 3 / 4
}
