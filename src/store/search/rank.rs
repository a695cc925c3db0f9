//! Which hits are better than others.

use crate::model::Article;

/// Characters added to the length of every article, so that one word in a caption does not weigh more
/// than three in a report.
const SMOOTHING: u64 = 500;

/// How good a hit is; better ones are greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    /// Terms in kicker, headline or deck.
    heads: usize,
    /// How often the terms occur in a million characters.
    frequency: u64,
}

impl Score {
    /// The score of an article with this number of terms in its heads and this number of matches.
    pub fn of(article: &Article, heads: usize, matches: u64) -> Self {
        Self { heads, frequency: matches.saturating_mul(1_000_000) / (article.characters() as u64 + SMOOTHING) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockKind};

    fn score(characters: usize, heads: usize, matches: u64) -> Score {
        let body = vec![Block { kind: BlockKind::Paragraph, text: "字".repeat(characters) }];
        Score::of(&Article { body, ..Article::default() }, heads, matches)
    }

    #[test]
    fn a_headline_outweighs_a_body_and_a_short_text_a_long_one() {
        let from_best = [score(2000, 2, 2), score(500, 1, 3), score(500, 1, 1), score(500, 0, 3), score(2000, 0, 3)];
        assert!(from_best.is_sorted_by(|a, b| a > b), "{from_best:?}");
        assert!(score(900, 0, 3) > score(20, 0, 1));
    }
}
