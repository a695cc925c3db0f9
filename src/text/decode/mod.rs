//! Bytes to text: byte order marks, UTF-8, UTF-16, GB18030 and Big5, or the reason for refusing.

use std::fmt;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_JP, GB18030, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

/// Of a thousand characters, how many may be undecodable before the text is refused.
const BAD_PER_THOUSAND: usize = 10;
/// Of a thousand characters, how many may be control characters before the data are no text.
const CONTROLS_PER_THOUSAND: usize = 50;
/// Bytes that the guess at an encoding looks at.
const SAMPLE: usize = 64 * 1024;

/// A text and the encoding it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text; its lines end with `\n` whatever they ended with, its byte order mark is gone,
    /// and what could not be decoded stands as U+FFFD.
    pub text: String,
    /// What it was decoded from.
    pub encoding: Encoding,
}

/// An encoding of newspaper pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Gb18030,
    Big5,
    ShiftJis,
    EucJp,
}

impl Encoding {
    fn codec(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Gb18030 => GB18030,
            Self::Big5 => BIG5,
            Self::ShiftJis => SHIFT_JIS,
            Self::EucJp => EUC_JP,
        }
    }
}

/// Why bytes are no page of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There are no bytes, or nothing but white space.
    Empty,
    /// The bytes are of a kind of file that is not text; its name.
    Kind(&'static str),
    /// The bytes are no text in any encoding known here.
    Binary,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "there is no text in it"),
            Self::Kind("PDF") => {
                write!(f, "this is a PDF file; extract its text layer first, for example with pdftotext")
            }
            Self::Kind(kind) => write!(f, "this is a binary file ({kind}), not a page of text"),
            Self::Binary => write!(f, "this is binary data, not text in UTF-8, UTF-16, GB18030 or Big5"),
        }
    }
}

impl std::error::Error for Refusal {}

/// Decodes a page.
///
/// # Errors
/// [`Refusal`] where there is no text, or what there is cannot be text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    if let Some(kind) = magic(bytes) {
        return Err(Refusal::Kind(kind));
    }
    let (encoding, body) = recognise(bytes)?;
    let (text, _) = encoding.codec().decode_without_bom_handling(body);
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if !is_text(&text) {
        return Err(Refusal::Binary);
    }
    Ok(Decoded { text: with_line_feeds(text.into_owned()), encoding })
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

/// The encoding, and the bytes after its mark.
fn recognise(bytes: &[u8]) -> Result<(Encoding, &[u8]), Refusal> {
    if let Some(body) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Ok((Encoding::Utf8, body));
    }
    if let Some(body) = bytes.strip_prefix(b"\xFF\xFE") {
        return Ok((Encoding::Utf16Le, body));
    }
    if let Some(body) = bytes.strip_prefix(b"\xFE\xFF") {
        return Ok((Encoding::Utf16Be, body));
    }
    let utf8 = std::str::from_utf8(bytes);
    let zeros = bytes.iter().take(SAMPLE).filter(|&&b| b == 0).count();
    if utf8.is_ok() && zeros * 8 <= bytes.len().min(SAMPLE) {
        return Ok((Encoding::Utf8, bytes));
    }
    if let Some(order) = unmarked_utf16(bytes) {
        return Ok((order, bytes));
    }
    if mostly_utf8(bytes) {
        return Ok((Encoding::Utf8, bytes));
    }
    legacy(bytes).map(|encoding| (encoding, bytes)).ok_or(Refusal::Binary)
}

/// UTF-16 without its mark: in one of the two orders nearly every unit is a character of a
/// newspaper page.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    [Encoding::Utf16Le, Encoding::Utf16Be].into_iter().find(|order| {
        let unit = |pair: &[u8]| match order {
            Encoding::Utf16Le => u16::from_le_bytes([pair[0], pair[1]]),
            _ => u16::from_be_bytes([pair[0], pair[1]]),
        };
        let units = bytes.len().min(SAMPLE) / 2;
        let usual = bytes.chunks_exact(2).take(units).filter(|pair| is_usual_unit(unit(pair))).count();
        units >= 2 && usual * 100 >= units * 97
    })
}

fn is_usual_unit(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0A | 0x0C | 0x0D | 0x20..=0x7E | 0xA0..=0xFF | 0x2010..=0x203F | 0x3000..=0x30FF | 0x4E00..=0x9FFF | 0xFF00..=0xFFEF)
}

/// UTF-8 with a few bytes broken.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let (mut wide, mut bad) = (0, 0);
    for chunk in sample.utf8_chunks() {
        wide += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad * 20 <= wide
}

/// The double-byte encoding that the detector takes the bytes for, or else the first in which they
/// make a text.
fn legacy(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, sample.len() == bytes.len());
    let guess = detector.guess(None, Utf8Detection::Deny);
    let mut likely = vec![Encoding::Gb18030, Encoding::Big5, Encoding::ShiftJis, Encoding::EucJp];
    likely.sort_by_key(|encoding| encoding.codec() != guess && !(guess == GBK && *encoding == Encoding::Gb18030));
    likely.into_iter().find(|encoding| is_text(&encoding.codec().decode_without_bom_handling(sample).0))
}

/// Whether decoded characters are a text: few of them undecodable, few of them controls.
fn is_text(text: &str) -> bool {
    let (mut all, mut bad, mut controls) = (0, 0, 0);
    for c in text.chars() {
        all += 1;
        bad += usize::from(c == char::REPLACEMENT_CHARACTER);
        controls += usize::from(c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0C'));
    }
    let most = |per_thousand| all * per_thousand / 1000 + 2;
    bad <= most(BAD_PER_THOUSAND) && (controls <= most(CONTROLS_PER_THOUSAND)) && bad + controls < all
}

/// Every line end as a line feed: `\r\n` and a lone `\r` alike.
fn with_line_feeds(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIMPLIFIED: &str = "本报江州11月23日讯（记者 林远）市图书馆今起延长开放时间，\n每天晚上九时半闭馆，双休日照常。读者说：“方便多了。”\n";
    const TRADITIONAL: &str =
        "【本報訊】圖書館今起延長開放時間，\n每晚九時半閉館，雙休日照常開放。讀者說：「方便多了。」\n";

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[track_caller]
    fn decodes(bytes: &[u8], text: &str, encoding: Encoding) {
        assert_eq!(decode(bytes), Ok(Decoded { text: text.into(), encoding }));
    }

    #[test]
    fn one_page_in_every_encoding() {
        decodes(SIMPLIFIED.as_bytes(), SIMPLIFIED, Encoding::Utf8);
        decodes(format!("\u{FEFF}{SIMPLIFIED}").as_bytes(), SIMPLIFIED, Encoding::Utf8);
        decodes(&utf16(SIMPLIFIED, u16::to_le_bytes), SIMPLIFIED, Encoding::Utf16Le);
        decodes(&utf16(SIMPLIFIED, u16::to_be_bytes), SIMPLIFIED, Encoding::Utf16Be);
        decodes(&utf16(&format!("\u{FEFF}{SIMPLIFIED}"), u16::to_be_bytes), SIMPLIFIED, Encoding::Utf16Be);
        decodes(&GB18030.encode(SIMPLIFIED).0, SIMPLIFIED, Encoding::Gb18030);
        decodes(&GB18030.encode(TRADITIONAL).0, TRADITIONAL, Encoding::Gb18030);
        decodes(&BIG5.encode(TRADITIONAL).0, TRADITIONAL, Encoding::Big5);
    }

    #[test]
    fn rare_characters_of_gb18030_are_kept() {
        let text = format!("{SIMPLIFIED}㐂𠮷鿃记者𬱖\n");
        decodes(&GB18030.encode(&text).0, &text, Encoding::Gb18030);
    }

    #[test]
    fn every_line_end_is_one() {
        assert_eq!(decode("甲\r\n乙\r丙\n".as_bytes()).map(|d| d.text), Ok("甲\n乙\n丙\n".into()));
    }

    #[test]
    fn emptiness_is_refused() {
        for bytes in [&b""[..], b" \n\t\n", b"\xEF\xBB\xBF", b"\xFF\xFE"] {
            assert_eq!(decode(bytes), Err(Refusal::Empty));
        }
    }

    #[test]
    fn binary_data_are_refused() {
        assert_eq!(decode(b"%PDF-1.7\n"), Err(Refusal::Kind("PDF")));
        let all: Vec<u8> = (0..4096u32).map(|i| (i % 256) as u8).collect();
        assert_eq!(decode(&all), Err(Refusal::Binary));
        let noise: Vec<u8> = (0..8192u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(decode(&noise), Err(Refusal::Binary));
        assert_eq!(decode(&[0; 1000]), Err(Refusal::Binary));
    }

    #[test]
    fn a_few_broken_bytes_do_not_cost_the_page() {
        let mut bytes = SIMPLIFIED.repeat(10).into_bytes();
        bytes[100] = 0xFF;
        let text = decode(&bytes).unwrap().text;
        assert!(text.contains('\u{FFFD}') && text.contains("图书馆"));
    }

    #[test]
    fn a_control_character_is_text() {
        let page = format!("{SIMPLIFIED}\x1b[31m\0\n");
        decodes(page.as_bytes(), &page, Encoding::Utf8);
    }
}
