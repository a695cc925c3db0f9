//! How characters are read: pinyin, every reading of a character that has several.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

use super::words;

/// The syllable that a character is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Syllable {
    /// Small letters without the tone, for matching: `lü`.
    pub plain: &'static str,
    /// With the tone mark, for display: `lǜ`.
    pub marked: &'static str,
}

/// The readings of a character, the commonest first; none for what is no Han character. Readings
/// that differ in tone alone are all there.
pub fn readings(c: char) -> impl Iterator<Item = Syllable> {
    let all = c.to_pinyin_multi().into_iter().flatten();
    all.map(|reading| Syllable { plain: reading.plain(), marked: reading.with_tone() })
}

/// The letters that readings begin with, one bit each from `a` on, of the characters of [`LISTED`].
/// Made in some milliseconds.
static INITIALS: LazyLock<Vec<u32>> = LazyLock::new(|| LISTED.map(initials).collect());

/// Extension A and the unified ideographs.
const LISTED: RangeInclusive<char> = '\u{3400}'..='\u{9FFF}';

/// Whether a reading of a character may begin with a small letter: sooner known than its readings,
/// where those of all the characters of a million headlines are asked for.
pub fn may_begin_with(c: char, letter: char) -> bool {
    let listed = (c as usize).checked_sub(*LISTED.start() as usize).and_then(|at| INITIALS.get(at));
    listed.is_none_or(|initials| initials & bit(letter) != 0)
}

fn initials(c: char) -> u32 {
    readings(c).filter_map(|reading| reading.plain.chars().next()).fold(0, |bits, letter| bits | bit(letter))
}

/// Of a small letter; of anything else none.
fn bit(letter: char) -> u32 {
    if letter.is_ascii_lowercase() { 1 << (letter as u32 - 'a' as u32) } else { 0 }
}

/// How the character that begins at a byte of a text is read there, with its tone: as in the words
/// around it where the table of words knows them, else the commonest way.
pub fn reading_at(text: &str, byte: usize) -> Option<&'static str> {
    let c = text.get(byte..)?.chars().next()?;
    words::reading(c, text, byte).or_else(|| readings(c).next().map(|reading| reading.marked))
}

/// Whether a character is a Han character that has a reading.
pub fn is_read(c: char) -> bool {
    readings(c).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(c: char, plain: &[&str], marked: &[&str]) {
        assert_eq!(readings(c).map(|reading| reading.plain).collect::<Vec<_>>(), plain, "{c}");
        assert_eq!(readings(c).map(|reading| reading.marked).collect::<Vec<_>>(), marked, "{c}");
    }

    #[track_caller]
    fn reads(text: &str, expected: &str) {
        let read: Vec<_> = text.char_indices().filter_map(|(byte, _)| reading_at(text, byte)).collect();
        assert_eq!(read.join(" "), expected);
    }

    #[test]
    fn a_character_is_read_as_in_its_word() {
        reads("重庆银行行长", "chóng qìng yín háng háng zhǎng");
        reads("长大后，音乐很快乐", "zhǎng dà hòu yīn yuè hěn kuài lè");
        reads("长江的重量", "cháng jiāng de zhòng liàng");
        reads("做得好，得到5G", "zuò de hǎo dé dào");
        reads("重慶銀行行長", "chóng qìng yín háng háng zhǎng");
    }

    #[test]
    fn a_byte_within_a_character_has_no_reading() {
        assert_eq!(reading_at("港", 1), None);
        assert_eq!(reading_at("港", 3), None);
        assert_eq!(reading_at("港", 4), None);
    }

    #[test]
    fn initials_are_those_of_the_readings() {
        for c in LISTED.step_by(7).chain(['长', 'a', '，', '𠮷']) {
            for reading in readings(c) {
                let first = reading.plain.chars().next().unwrap();
                assert!(!first.is_ascii() || may_begin_with(c, first), "{c}");
            }
        }
        assert!(may_begin_with('长', 'z') && may_begin_with('长', 'c') && !may_begin_with('长', 'b'));
    }

    #[test]
    fn characters_are_read() {
        read('蒙', &["meng", "meng", "meng"], &["méng", "mēng", "měng"]);
        read('绿', &["lü", "lu"], &["lǜ", "lù"]);
        read('还', &["hai", "huan", "fu"], &["hái", "huán", "fú"]);
        read('a', &[], &[]);
        read('，', &[], &[]);
    }
}
