//! Which words a text has, as a small set of pairs of characters and of numbers and Latin words:
//! cheap, and strong in Chinese, where most words are two characters.

use crate::text::chars;

/// The size of the set, in bits; a power of two.
pub const BITS: usize = 8192;

/// The words of a text, as a set that may now and then take one word for another.
#[derive(Clone)]
pub struct Words {
    bits: Box<[u64; BITS / 64]>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.count())
    }
}

impl Words {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let mut words = Self { bits: Box::new([0; BITS / 64]) };
        each(text, |word| words.bits[word / 64] |= 1 << (word % 64));
        words
    }

    /// How many different words there are.
    pub fn count(&self) -> u32 {
        self.bits.iter().map(|bits| bits.count_ones()).sum()
    }

    /// How many of a text's words are here, and how many it has.
    pub fn matches(&self, text: &str) -> (u32, u32) {
        let (mut here, mut all) = (0, 0);
        each(text, |word| {
            all += 1;
            here += u32::from(self.has(word));
        });
        (here, all)
    }

    /// Whether a word is here, by its index.
    pub fn has(&self, word: usize) -> bool {
        self.bits[word / 64] >> (word % 64) & 1 == 1
    }

    /// Adds the words of another text.
    pub fn add(&mut self, other: &Self) {
        self.bits.iter_mut().zip(other.bits.iter()).for_each(|(bits, more)| *bits |= more);
    }

    /// How many words two texts have in common, from 0 to 1 of the shorter one's.
    pub fn common(&self, other: &Self) -> f32 {
        let both: u32 = self.bits.iter().zip(other.bits.iter()).map(|(a, b)| (a & b).count_ones()).sum();
        let fewest = self.count().min(other.count());
        if fewest == 0 { 0.0 } else { both as f32 / fewest as f32 }
    }
}

/// The indices of a text's words.
pub fn indices(text: &str) -> Vec<usize> {
    let mut indices = Vec::with_capacity(text.len() / 3);
    each(text, |word| indices.push(word));
    indices
}

/// A Latin word shorter than this is one that any text has.
const SHORTEST: u32 = 4;

/// Calls with the index of each word of a text: pairs of neighbouring Han or kana characters,
/// numbers and Latin words, but no short ones.
fn each(text: &str, mut found: impl FnMut(usize)) {
    const PRIME: u32 = 0x9E37_79B1;
    let index = |hash: u32| (hash.wrapping_mul(PRIME) >> (32 - BITS.trailing_zeros())) as usize;
    let mut before: Option<char> = None;
    let mut run: Option<LetterRun> = None;
    for c in text.chars().chain([' ']) {
        let wide = chars::is_han(c) || chars::is_kana(c);
        let letter = !wide && (chars::is_digit(c) || chars::is_latin(c));
        match (letter, run) {
            (true, before) => run = Some(before.unwrap_or_default().with(c)),
            (false, Some(word)) => {
                if word.digits || word.letters >= SHORTEST {
                    found(index(word.hash));
                }
                run = None;
            }
            (false, None) => {}
        }
        if !wide && c.is_whitespace() {
            continue;
        }
        if wide && let Some(b) = before {
            found(index((b as u32).wrapping_mul(31).wrapping_add(c as u32)));
        }
        before = wide.then_some(c);
    }
}

/// A number or a Latin word, so far.
#[derive(Clone, Copy)]
struct LetterRun {
    hash: u32,
    letters: u32,
    digits: bool,
}

impl Default for LetterRun {
    fn default() -> Self {
        Self { hash: 7, letters: 0, digits: false }
    }
}

impl LetterRun {
    fn with(self, c: char) -> Self {
        Self {
            hash: self.hash.wrapping_mul(131).wrapping_add(c.to_ascii_lowercase() as u32),
            letters: self.letters + 1,
            digits: self.digits || chars::is_digit(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_share_words_with_their_bodies() {
        let body = Words::of("河湾古镇的12座石桥昨日修复完工，石桥长3.6公里。");
        let share = |text: &str| {
            let (here, all) = body.matches(text);
            f64::from(here) / f64::from(all.max(1))
        };
        assert!(share("古镇12座石桥修复") > 0.8);
        assert!(share("初中毕业生参观学校") < 0.2);
        assert!(share("") < 0.01);
    }

    #[test]
    fn short_latin_words_are_in_any_text() {
        let body = Words::of("The mill of the old town is to turn for us.");
        assert_eq!(body.matches("The ferry is to run for us").0, 0);
        assert_eq!(body.matches("The old mill"), (1, 1));
    }

    #[test]
    fn a_text_has_itself_in_common() {
        let words = Words::of("河湾古镇的石桥");
        assert!((words.common(&words) - 1.0).abs() < 1e-6);
    }
}
