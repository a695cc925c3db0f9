//! Which encoding bytes are in that carry no mark of it: the one in which they are likeliest.

use encoding_rs::{BIG5, EUC_JP, EUC_KR, GB18030, SHIFT_JIS};

use super::cost::{self, Cost, DOUBT};
use super::encoding::Encoding;
use super::narrow;
use super::undecodable::Undecodable;
use super::wide::{self, JAPANESE, KOREAN, SIMPLIFIED, TRADITIONAL, Wide};

/// What UTF-16 without its mark costs for being rare.
const UNMARKED_UTF16: Cost = 60;

/// A way to read bytes, and what the characters cost that it makes of them.
struct WeighedReading {
    encoding: Encoding,
    cost: Cost,
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
    let text = |reading: &WeighedReading| reading.encoding.characters(bytes).text;
    let mut rivals = readings[1..].iter().take_while(|rival| rival.cost < likeliest.cost + DOUBT);
    match rivals.find(|rival| text(rival) != text(likeliest)) {
        Some(rival) => Err(Undecodable::Doubt(likeliest.encoding, rival.encoding)),
        None => Ok(likeliest.encoding),
    }
}

/// Every reading of the bytes. Encodings with one byte for a letter are told apart by the words
/// among the letters too, but only where no reading with two bytes for a character is likelier:
/// English words beside a line of Chinese say nothing of that line.
fn readings(bytes: &[u8]) -> Vec<WeighedReading> {
    let mut readings = wide_readings(bytes);
    let narrow = narrow::readings(bytes);
    let least = readings.iter().map(|reading| reading.cost).min();
    let known = narrow.iter().min_by_key(|reading| reading.cost - reading.words);
    let known = known.filter(|reading| Some(reading.cost) < least).map(|reading| reading.words);
    readings.extend(narrow.iter().map(|reading| WeighedReading {
        encoding: reading.encoding,
        cost: reading.cost + known.map_or(0, |most| most - reading.words),
    }));
    readings
}

/// The readings with one, two or more bytes for a character.
fn wide_readings(bytes: &[u8]) -> Vec<WeighedReading> {
    let (chinese, taiwanese): (&Wide, &Wide) = (&SIMPLIFIED, &TRADITIONAL);
    let reading = |encoding: Encoding, cost: &dyn Fn(&str) -> Cost| WeighedReading {
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
