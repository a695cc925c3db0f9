//! Which encoding bytes are in that carry no mark of it: the one in which they are likeliest.

use std::borrow::Cow;

use encoding_rs::{BIG5, EUC_JP, EUC_KR, GB18030, SHIFT_JIS};

use super::Undecodable;
use super::cost::{self, Cost};
use super::encoding::Encoding;
use super::mixed::lines;
use super::narrow;
use super::wide::{self, JAPANESE, KOREAN, SIMPLIFIED, TRADITIONAL, Wide};

/// The most bytes that an encoding is guessed from.
pub(super) const EVIDENCE: usize = 4096;
/// By how much a reading must be likelier than another text for it to be taken.
pub(super) const DOUBT: Cost = 44;
/// What UTF-16 without its mark costs for being rare.
const UNMARKED_UTF16: Cost = 60;

/// A way to read bytes, and what the characters cost that it makes of them.
struct Reading {
    encoding: Encoding,
    cost: Cost,
}

/// What of a page tells its encoding: all of a short one, else the lines that are not ASCII, or as
/// many of them, from all over the page, as are enough.
pub(super) fn evidence(bytes: &[u8]) -> Cow<'_, [u8]> {
    match bytes.len() {
        0..=EVIDENCE => bytes.into(),
        _ => sample(lines(bytes).filter(|line| !line.is_ascii())).into(),
    }
}

/// Some of the lines, from all over, that make [`EVIDENCE`] together; of a long line a part that is
/// not ASCII.
pub(super) fn sample<'a>(lines: impl Iterator<Item = &'a [u8]> + Clone) -> Vec<u8> {
    let all: usize = lines.clone().map(|line| line.len().min(EVIDENCE / 4)).sum();
    let step = all.div_ceil(EVIDENCE).max(1);
    let longest = if step == 1 { EVIDENCE } else { EVIDENCE / 4 };
    lines.step_by(step).flat_map(|line| telling(line, longest)).copied().take(2 * EVIDENCE).collect()
}

/// A line, or of one that is longer than `longest` so much, from a few letters before its first
/// byte that is not ASCII: in every encoding a character begins there.
fn telling(line: &[u8], longest: usize) -> &[u8] {
    let first = if line.len() <= longest { 0 } else { line.iter().position(|b| !b.is_ascii()).unwrap_or(0) };
    let part = &line[first.saturating_sub(32)..];
    &part[..part.len().min(longest)]
}

/// The encoding in which the bytes are likeliest.
///
/// # Errors
/// Where they are as likely no text, and where two encodings are as likely and make two texts.
pub(super) fn guess(bytes: &[u8]) -> Result<Encoding, Undecodable> {
    let mut readings = readings(bytes);
    readings.sort_by_key(|reading| reading.cost);
    let likeliest = readings.first().ok_or(Undecodable::Binary)?;
    if likeliest.cost >= cost::of_noise(bytes) {
        return Err(Undecodable::Binary);
    }
    let text = |reading: &Reading| reading.encoding.characters(bytes).text;
    let mut rivals = readings[1..].iter().take_while(|rival| rival.cost < likeliest.cost + DOUBT);
    match rivals.find(|rival| text(rival) != text(likeliest)) {
        Some(rival) => Err(Undecodable::Doubt(likeliest.encoding, rival.encoding)),
        None => Ok(likeliest.encoding),
    }
}

/// Every reading of the bytes. Encodings with one byte for a letter are told apart by the words
/// among the letters too, but only where no reading with two bytes for a character is likelier:
/// English words beside a line of Chinese say nothing of that line.
fn readings(bytes: &[u8]) -> Vec<Reading> {
    let mut readings = wide_readings(bytes);
    let narrow = narrow::readings(bytes);
    let least = readings.iter().map(|reading| reading.cost).min();
    let known = narrow.iter().min_by_key(|reading| reading.cost - reading.words);
    let known = known.filter(|reading| Some(reading.cost) < least).map(|reading| reading.words);
    readings.extend(narrow.iter().map(|reading| Reading {
        encoding: reading.encoding,
        cost: reading.cost + known.map_or(0, |most| most - reading.words),
    }));
    readings
}

/// The readings with one, two or more bytes for a character.
fn wide_readings(bytes: &[u8]) -> Vec<Reading> {
    let (chinese, taiwanese): (&Wide, &Wide) = (&SIMPLIFIED, &TRADITIONAL);
    let reading = |encoding: Encoding, cost: &dyn Fn(&str) -> Cost| Reading {
        encoding,
        cost: cost(&encoding.characters(bytes).text),
    };
    let unmarked = |text: &str| wide::cost_in_any(text) + UNMARKED_UTF16;
    vec![
        reading(Encoding::Utf16Le, &unmarked),
        reading(Encoding::Utf16Be, &unmarked),
        reading(Encoding::Utf8, &wide::cost_in_any),
        reading(Encoding::Legacy(GB18030), &|text| chinese.cost(text).min(taiwanese.cost(text))),
        reading(Encoding::Legacy(BIG5), &|text| taiwanese.cost(text)),
        reading(Encoding::Legacy(SHIFT_JIS), &|text| JAPANESE.cost(text)),
        reading(Encoding::Legacy(EUC_JP), &|text| JAPANESE.cost(text)),
        reading(Encoding::Legacy(EUC_KR), &|text| KOREAN.cost(text)),
    ]
}
