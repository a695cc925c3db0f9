//! How long an article takes to read.

use crate::model::Row;
use crate::text::chars::is_cjk;

/// The letters and marks of a word, white space left out.
const WORD: u64 = 5;

/// How fast somebody reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Chinese characters in a minute.
    pub characters: u64,
    /// Words of a language with an alphabet in a minute.
    pub words: u64,
}

impl Default for Pace {
    fn default() -> Self {
        Self { characters: 450, words: 230 }
    }
}

impl Pace {
    /// The minutes that an article takes, one at least. Its headline tells the script.
    pub fn minutes(self, row: &Row) -> u64 {
        let is_chinese = row.headline.chars().any(is_cjk) || !row.headline.contains(char::is_alphabetic);
        let in_a_minute = if is_chinese { self.characters } else { self.words.saturating_mul(WORD) };
        row.characters.div_ceil(in_a_minute.max(1)).max(1)
    }
}
