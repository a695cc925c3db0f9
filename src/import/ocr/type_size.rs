//! How large the type is, by how high its words stand.

use crate::text::chars;

/// How much of the type size Han characters and kana take.
const IDEOGRAPH: f32 = 0.92;
/// How much letters without ascenders take.
const X_HEIGHT: f32 = 0.47;
/// How much capitals, figures and ascenders take.
const ASCENDER: f32 = 0.69;
/// How much descenders take below the baseline.
const DESCENDER: f32 = 0.21;

/// The type size of a word that is so high.
pub fn of_word(text: &str, height: f32) -> f32 {
    height / share(text)
}

/// The share of the type size that a text is high.
fn share(text: &str) -> f32 {
    if text.chars().any(|c| chars::is_han(c) || chars::is_kana(c)) {
        return IDEOGRAPH;
    }
    let above = if text.chars().any(ascends) { ASCENDER } else { X_HEIGHT };
    let below = if text.chars().any(descends) { DESCENDER } else { 0.0 };
    above + below
}

fn ascends(c: char) -> bool {
    c.is_uppercase() || c.is_numeric() || "bdfhijklt\"'!?/()[]„“”’ßäöüéèàùêâôîû".contains(c) || c > '\u{24F}'
}

fn descends(c: char) -> bool {
    "gjpqyQçſ,;()[]/„".contains(c)
}

/// The size that most characters have, of words with so many each.
pub fn of_words(mut sizes: Vec<(f32, usize)>) -> Option<f32> {
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all: usize = sizes.iter().map(|(_, characters)| characters).sum();
    let mut before = 0;
    sizes.into_iter().find_map(|(size, characters)| {
        before += characters;
        (2 * before >= all).then_some(size)
    })
}

/// The estimated sizes of a block's lines with those that differ by chance made one.
pub fn settle(sizes: &mut [&mut f32]) {
    /// How far a line's size may be from that of its block by chance.
    const CHANCE: f32 = 0.18;
    let Some(middle) = of_words(sizes.iter().map(|size| (**size, 1)).collect()) else { return };
    for size in sizes {
        if (**size - middle).abs() <= CHANCE * middle {
            **size = middle;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_size_are_of_one_size_whatever_their_letters() {
        let sizes =
            [("nous", 4.7), ("Hafen", 6.9), ("jeune", 9.0), ("渡口", 9.2)].map(|(word, height)| of_word(word, height));
        assert!(sizes.iter().all(|size| (size - 10.0).abs() < 0.1), "{sizes:?}");
    }

    #[test]
    fn a_block_is_of_one_size_but_for_its_head() {
        let mut sizes = [14.0, 9.5, 10.0, 10.8, 9.9];
        settle(&mut sizes.iter_mut().collect::<Vec<_>>());
        assert_eq!(sizes, [14.0, 10.0, 10.0, 10.0, 10.0]);
        settle(&mut []);
    }
}
