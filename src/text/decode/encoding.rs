//! The encodings that pages come in, and decoding with a count of what could not be decoded.

use std::fmt;

use encoding_rs::{DecoderResult, GB18030, UTF_16BE, UTF_16LE};

/// An encoding of newspaper pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Utf32Le,
    Utf32Be,
    /// The code page of DOS in western Europe.
    Ibm850,
    /// An encoding from before Unicode, by the name that the WHATWG Encoding Standard has for it.
    Legacy(&'static encoding_rs::Encoding),
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Utf32Le => "UTF-32LE",
            Self::Utf32Be => "UTF-32BE",
            Self::Ibm850 => "IBM850",
            Self::Legacy(codec) if *codec == GB18030 => "GB18030",
            Self::Legacy(codec) => codec.name(),
        })
    }
}

/// Characters, and how many bytes made none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Transcoded {
    /// The characters; each run of bytes that made none stands as one U+FFFD.
    pub text: String,
    /// The bytes that made none.
    pub undecodable: usize,
}

impl Encoding {
    /// Decodes bytes that stand after the byte order mark.
    pub(super) fn characters(self, bytes: &[u8]) -> Transcoded {
        match self {
            Self::Utf8 => utf8(bytes),
            Self::Utf16Le => by_codec(UTF_16LE, bytes),
            Self::Utf16Be => by_codec(UTF_16BE, bytes),
            Self::Utf32Le => utf32(bytes, u32::from_le_bytes),
            Self::Utf32Be => utf32(bytes, u32::from_be_bytes),
            Self::Ibm850 => ibm850(bytes),
            Self::Legacy(codec) => by_codec(codec, bytes),
        }
    }
}

fn utf8(bytes: &[u8]) -> Transcoded {
    let mut made = Transcoded { text: String::with_capacity(bytes.len()), undecodable: 0 };
    for chunk in bytes.utf8_chunks() {
        made.text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            made.text.push(char::REPLACEMENT_CHARACTER);
            made.undecodable += chunk.invalid().len();
        }
    }
    made
}

fn utf32(bytes: &[u8], number: fn([u8; 4]) -> u32) -> Transcoded {
    let (units, rest) = bytes.as_chunks();
    let mut made = Transcoded::default();
    for unit in units {
        let c = char::from_u32(number(*unit));
        made.text.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
        made.undecodable += if c.is_none() { 4 } else { 0 };
    }
    if !rest.is_empty() {
        made.text.push(char::REPLACEMENT_CHARACTER);
        made.undecodable += rest.len();
    }
    made
}

/// What the upper half of IBM850 stands for.
const IBM850: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";

fn ibm850(bytes: &[u8]) -> Transcoded {
    let high: Vec<char> = IBM850.chars().collect();
    let character = |b: &u8| high.get(usize::from(*b).wrapping_sub(0x80)).copied().unwrap_or(char::from(*b));
    Transcoded { text: bytes.iter().map(character).collect(), undecodable: 0 }
}

fn by_codec(codec: &'static encoding_rs::Encoding, bytes: &[u8]) -> Transcoded {
    let mut decoder = codec.new_decoder_without_bom_handling();
    let mut made = Transcoded { text: String::with_capacity(bytes.len() + bytes.len() / 2 + 16), undecodable: 0 };
    let mut rest = bytes;
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut made.text, true);
        rest = &rest[read..];
        match result {
            DecoderResult::InputEmpty => return made,
            DecoderResult::OutputFull => made.text.reserve(2 * rest.len() + 16),
            DecoderResult::Malformed(bad, _) => {
                made.text.push(char::REPLACEMENT_CHARACTER);
                made.undecodable += usize::from(bad);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::SHIFT_JIS;

    use super::*;

    #[track_caller]
    fn makes(encoding: Encoding, bytes: &[u8], text: &str, undecodable: usize) {
        assert_eq!(encoding.characters(bytes), Transcoded { text: text.into(), undecodable });
    }

    #[test]
    fn what_makes_no_character_is_counted_in_bytes() {
        makes(Encoding::Utf8, b"a\xE6\xB8b\xFF", "a\u{FFFD}b\u{FFFD}", 3);
        makes(Encoding::Utf16Le, b"a\0\0\xD8b\0c", "a\u{FFFD}b\u{FFFD}", 3);
        makes(Encoding::Utf32Le, b"a\0\0\0\0\0\x11\0b", "a\u{FFFD}\u{FFFD}", 5);
        makes(Encoding::Legacy(GB18030), b"\xB6\xC9\xFF\xBF\xDA\xB6", "渡\u{FFFD}口\u{FFFD}", 2);
        makes(Encoding::Legacy(SHIFT_JIS), b"\x93n\xFD", "渡\u{FFFD}", 1);
    }
}
