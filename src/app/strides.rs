//! Where clauses and sentences end: what a selection and a line being typed move by.

use crate::text::Metrics;
use crate::text::chars::{is_clause_mark, is_closer, is_opener, is_sentence_end};

/// What is moved by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// A character as one sees it.
    Cluster,
    /// The words up to a mark or a space.
    Clause,
    /// Up to a full stop.
    Sentence,
    /// A paragraph, a heading, the headline.
    Paragraph,
    /// All that is left of the article.
    Article,
}

/// Where clusters, clauses or sentences end in a text, from a byte on; its own end left out.
pub fn boundaries(text: &str, from: usize, stride: Stride, metrics: Metrics) -> impl Iterator<Item = usize> {
    let mut clusters = metrics.clusters_from(text, from).peekable();
    let mut ended = false;
    std::iter::from_fn(move || {
        loop {
            let cluster = clusters.next()?;
            let this = cluster.source.chars().next()?;
            let next = clusters.peek()?.source.chars().next()?;
            ended = is_sentence_end(this) || this == '.' && next.is_whitespace() || ended && trails(this);
            let ends = match stride {
                Stride::Clause => !is_opener(this) && (is_mark(this) && !is_mark(next) || is_opener(next)),
                Stride::Sentence => ended && !is_sentence_end(next) && !trails(next),
                _ => true,
            };
            if ends {
                return Some(cluster.end());
            }
        }
    })
}

/// What belongs to the sentence that ended before it.
fn trails(c: char) -> bool {
    is_closer(c) || c.is_whitespace()
}

/// What stands between words; the point in 102.6 does not.
fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || is_clause_mark(c) && !c.is_ascii()
        || is_sentence_end(c)
        || is_closer(c)
        || is_opener(c)
        || matches!(c, '—' | '…' | '·')
}
