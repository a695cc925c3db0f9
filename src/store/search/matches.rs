//! Where the terms of a search are in an article, and the words around a match.

use std::ops::Range;

use crate::hanzi::Folding;
use crate::model::{Article, Part, Place, Search};
use crate::text::{Needle, Squeezed};

/// The characters of an excerpt before its match and, counted from the match, after it.
const EXCERPT: (usize, usize) = (12, 40);

/// The matches of a search in an article that is a hit.
pub struct TermMatches {
    /// How many there are.
    pub count: u64,
    /// How many terms are in kicker, headline or deck.
    pub heads: usize,
    /// The first one: its part and its bytes there.
    pub first: (Part, Range<usize>),
}

/// The matches in an article, if it has all the terms; with no terms, its beginning is the first.
pub fn of(article: &Article, needles: &[Needle], alike: Folding, search: &Search) -> Option<TermMatches> {
    let is_head = |part: Part| matches!(part, Part::Kicker | Part::Headline | Part::Deck);
    let mut missing: Vec<&Needle> = needles.iter().collect();
    let mut outside_heads: Vec<&Needle> = missing.clone();
    let mut count = 0;
    let mut first: Option<(Part, Range<usize>)> = None;
    for (part, text) in article.parts().filter(|(part, _)| !search.headlines_only || is_head(*part)) {
        let compared = alike.compared(text);
        let (original, text) = (text, Squeezed::new(&compared));
        missing.retain(|needle| !needle.is_in(&text));
        if is_head(part) {
            outside_heads.retain(|needle| !needle.is_in(&text));
        }
        for range in needles.iter().flat_map(|needle| needle.ranges(&text)) {
            count += 1;
            if first.as_ref().is_none_or(|(p, r)| (part, range.start) < (*p, r.start)) {
                first = Some((part, Folding::whole(original, range)));
            }
        }
    }
    if needles.is_empty() {
        first = Some((Place::start_of(article).part, 0..0));
    }
    let heads = needles.len() - outside_heads.len();
    first.filter(|_| missing.is_empty()).map(|first| TermMatches { count, heads, first })
}

/// The words around a match; … where the text goes on.
pub fn excerpt(text: &str, range: Range<usize>) -> String {
    let (before, after) = EXCERPT;
    let (head, tail) = text.split_at_checked(range.start).unwrap_or((text, ""));
    let start = head.char_indices().rev().nth(before - 1).map_or(0, |(at, _)| at);
    let least = range.len();
    let end = tail.char_indices().nth(after).map_or(tail.len(), |(at, _)| at).max(least.min(tail.len()));
    let words = [&head[start..], &tail[..end]].concat();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let more = |is_cut| if is_cut { "…" } else { "" };
    format!("{}{words}{}", more(start > 0), more(end < tail.len()))
}
