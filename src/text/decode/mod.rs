//! Bytes to text: byte order marks, Unicode, the encodings before it, or the reason for refusing.
//!
//! Bytes without a mark that are no UTF-8 are read in the encoding in which they are likeliest
//! (`guess`), by how common the characters are that each makes of them (`wide`, `narrow`).

mod bytes;
mod cost;
mod encoding;
mod evidence;
mod guess;
mod languages;
mod mixed;
mod narrow;
mod undecodable;
mod unicode;
mod wide;

use bytes::{is_control, is_scant};
pub use encoding::Encoding;
use encoding::Transcoded;
pub use undecodable::Undecodable;

/// Of a thousand characters, how many may be undecodable before the text is refused.
const BAD_PER_THOUSAND: usize = 10;
/// Of a thousand characters of a page that is UTF-8 for the most part, how many may be undecodable.
const BAD_PER_THOUSAND_OF_UTF8: usize = 250;
/// Of a thousand characters, how many may be control characters before the data are no text; a sequence for a
/// terminal, as a recorded session is full of, is no such character.
const CONTROLS_PER_THOUSAND: usize = 100;
/// The same where every byte is UTF-8, which binary data hardly ever are.
const CONTROLS_PER_THOUSAND_OF_UTF8: usize = 500;
/// Of a thousand characters, how many may be NULs.
const NULS_PER_THOUSAND: usize = 10;

/// A text and the encoding it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text; its lines end with `\n` whatever they ended with, its byte order mark is gone,
    /// and what could not be decoded stands as U+FFFD.
    pub text: String,
    /// What it was decoded from, but for lines that are in another encoding.
    pub encoding: Encoding,
    /// The bytes that could not be decoded.
    pub undecodable: usize,
}

/// Decodes a page.
///
/// # Errors
/// [`Undecodable`] where there is no text, what there is cannot be text, or it cannot be told which.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Undecodable> {
    if let Some(kind) = magic(bytes) {
        return Err(Undecodable::Kind(kind));
    }
    let marked = unicode::marked(bytes);
    if let (Encoding::Utf8, body) = marked.unwrap_or((Encoding::Utf8, bytes))
        && let Some(text) = unicode::plain(body)
    {
        return whole(Transcoded { text: text.to_owned(), undecodable: 0 }, Encoding::Utf8);
    }
    let (encoding, body) = marked.map_or_else(|| Ok((recognise(bytes)?, bytes)), Ok)?;
    let characters = mixed::characters(body, encoding);
    if !is_text(&characters, encoding) && !characters.text.trim().is_empty() {
        return Err(Undecodable::Binary);
    }
    whole(characters, encoding)
}

/// Decodes bytes in the encoding of a name that they declare themselves. None where that is none of those
/// from before Unicode, or where the bytes are better evidence: a byte order mark, or nothing but UTF-8.
pub fn decode_declared(bytes: &[u8], name: &str) -> Option<Decoded> {
    let codec = encoding_rs::Encoding::for_label_no_replacement(name.as_bytes())?;
    let is_unicode = codec.output_encoding() != codec || codec == encoding_rs::UTF_8;
    if is_unicode || unicode::marked(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let encoding = Encoding::Legacy(codec);
    whole(encoding.characters(bytes), encoding).ok()
}

fn whole(Transcoded { text, undecodable }: Transcoded, encoding: Encoding) -> Result<Decoded, Undecodable> {
    if text.trim().is_empty() {
        return Err(Undecodable::Empty);
    }
    Ok(Decoded { text: with_line_feeds(text), encoding, undecodable })
}

/// The encoding of bytes that carry no mark. Where a few bytes of a page in ASCII are in doubt,
/// they are what cannot be decoded of a page in UTF-8.
fn recognise(bytes: &[u8]) -> Result<Encoding, Undecodable> {
    let utf8 = unicode::recognise(bytes);
    let scant = match utf8 {
        Some(Encoding::Utf8) => is_scant(bytes),
        Some(encoding) => return Ok(encoding),
        None => false,
    };
    if utf8.is_some() && !scant {
        return Ok(Encoding::Utf8);
    }
    match guess::guess(&evidence::evidence(bytes)) {
        Err(Undecodable::Doubt(Encoding::Utf8, _) | Undecodable::Binary) if scant => Ok(Encoding::Utf8),
        Err(_) if is_nearly_ascii(bytes) => Ok(Encoding::Utf8),
        guess => guess,
    }
}

fn is_nearly_ascii(bytes: &[u8]) -> bool {
    bytes.iter().filter(|b| !b.is_ascii()).count() * 1000 <= bytes.len() * BAD_PER_THOUSAND
}

/// The kind of file that the first bytes announce, where it is no text.
fn magic(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 12] = [
        (b"%PDF-", "PDF"),
        (b"\x89PNG", "PNG"),
        (b"\xFF\xD8\xFF", "JPEG"),
        (b"GIF8", "GIF"),
        (b"PK\x03\x04", "ZIP"),
        (b"\x1F\x8B", "gzip"),
        (b"BZh", "bzip2"),
        (b"\xFD7zXZ", "xz"),
        (b"\x28\xB5\x2F\xFD", "zstd"),
        (b"\x7FELF", "ELF"),
        (b"SQLite format 3\0", "SQLite"),
        (b"\xD0\xCF\x11\xE0", "OLE document"),
    ];
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// Whether decoded characters are a text: few of them undecodable, few of them controls.
fn is_text(characters: &Transcoded, encoding: Encoding) -> bool {
    let bytes = characters.text.as_bytes();
    let all = bytes.iter().filter(|b| **b & 0xC0 != 0x80).count();
    let controls = bytes.iter().filter(|b| is_control(**b)).count() - sequences(bytes);
    let nuls = memchr::memchr_iter(0, bytes).count();
    let bad = characters.undecodable;
    let most = |per_thousand| all * per_thousand / 1000 + 2;
    let most_bad = most(if encoding == Encoding::Utf8 { BAD_PER_THOUSAND_OF_UTF8 } else { BAD_PER_THOUSAND });
    let is_all_utf8 = encoding == Encoding::Utf8 && bad == 0;
    let most_controls = most(if is_all_utf8 { CONTROLS_PER_THOUSAND_OF_UTF8 } else { CONTROLS_PER_THOUSAND });
    bad <= most_bad && controls <= most_controls && nuls <= most(NULS_PER_THOUSAND) && bad + controls < all
}

/// How many sequences for a terminal are begun: colours, moves of the cursor, titles.
fn sequences(bytes: &[u8]) -> usize {
    memchr::memchr_iter(0x1B, bytes).filter(|at| matches!(bytes.get(at + 1), Some(b' '..=b'~'))).count()
}

/// Every line end as a line feed: `\r\n` and a lone `\r` alike.
fn with_line_feeds(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests;
