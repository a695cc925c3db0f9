//! How characters are read: pinyin, every reading of a character that has several.

use pinyin::ToPinyinMulti;

/// A reading of a character: one syllable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Small letters without the tone, for matching: `lü`.
    pub plain: &'static str,
    /// With the tone mark, for display: `lǜ`.
    pub marked: &'static str,
}

/// The readings of a character, the commonest first; none for what is no Han character. Readings
/// that differ in tone alone are all there.
pub fn readings(c: char) -> impl Iterator<Item = Reading> {
    let all = c.to_pinyin_multi().into_iter().flatten();
    all.map(|reading| Reading { plain: reading.plain(), marked: reading.with_tone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(c: char, plain: &[&str], marked: &[&str]) {
        assert_eq!(readings(c).map(|reading| reading.plain).collect::<Vec<_>>(), plain, "{c}");
        assert_eq!(readings(c).map(|reading| reading.marked).collect::<Vec<_>>(), marked, "{c}");
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
