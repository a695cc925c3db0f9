//! How long an article takes to read.

use std::time::Duration;

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
    /// The minutes that an article takes, one at least.
    pub fn minutes(self, row: &Row) -> u64 {
        row.characters.div_ceil(self.in_a_minute(row)).max(1)
    }

    /// The time without which nobody has read an article, however fast: a fifth of what it takes.
    pub fn least(self, row: &Row) -> Duration {
        const SHARE: u64 = 5;
        Duration::from_millis(row.characters.saturating_mul(60_000 / SHARE) / self.in_a_minute(row))
    }

    /// The characters of an article that are read in a minute. Its headline tells the script.
    fn in_a_minute(self, row: &Row) -> u64 {
        let is_chinese = row.headline.chars().any(is_cjk) || !row.headline.contains(char::is_alphabetic);
        let characters = if is_chinese { self.characters } else { self.words.saturating_mul(WORD) };
        characters.max(1)
    }
}
