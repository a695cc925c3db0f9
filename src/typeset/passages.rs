//! An article taken into passages that are set one at a time, whatever the width.
//!
//! A passage is a text of the article; a very long text is several, each beginning a line of its own.
//! A stretch is as many passages as are set at once: an article of a newspaper is one stretch, a book
//! is many, and what is not on the screen need not be set.

use std::ops::Range;

use super::item::is_item;
use super::run::Face;
use crate::model::{Article, BlockKind, Part};
use crate::text::chars;
use crate::text::width::cluster_start;

/// The bytes of a text from which on it is cut into several passages.
const LONG_TEXT: usize = 64 << 10;

/// The bytes of a stretch.
const STRETCH: usize = 256 << 10;

/// A text of the article, or a part of a very long one.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The text.
    pub part: Part,
    /// Its bytes in that text.
    pub bytes: Range<usize>,
    /// How it is set.
    pub face: Face,
    /// Whether it goes on what a speaker began.
    pub speech: bool,
    /// Whether it is an item of a list.
    pub item: bool,
    /// The bytes of the article's texts before it.
    pub offset: usize,
}

impl Passage {
    /// Whether it belongs to the head of the article.
    pub fn in_head(&self) -> bool {
        self.part < Part::Body(0)
    }
}

/// All passages of an article in the order of reading, and how they go into stretches.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    passages: Vec<Passage>,
    stretches: Vec<Range<usize>>,
    bytes: usize,
}

impl Passages {
    /// Takes an article into passages.
    pub fn of(article: &Article) -> Self {
        let mut all = Self::default();
        let mut speech = false;
        for (part, text) in article.parts() {
            let face = face(article, part);
            speech = match face {
                Face::Question | Face::Answer => true,
                Face::Paragraph => speech,
                _ => false,
            };
            let speech = speech && face == Face::Paragraph;
            let item = matches!(part, Part::Body(block) if is_item(article, block));
            for bytes in cuts(text) {
                let offset = all.bytes;
                all.bytes += bytes.len();
                all.passages.push(Passage { part, bytes, face, speech, item, offset });
            }
        }
        all.stretches = stretches(&all.passages);
        all
    }

    /// How many stretches there are.
    pub fn stretches(&self) -> usize {
        self.stretches.len()
    }

    /// The passages of a stretch, each with the passage before it.
    pub fn stretch(&self, stretch: usize) -> impl Iterator<Item = (Option<&Passage>, &Passage)> {
        let range = self.stretches.get(stretch).cloned().unwrap_or_default();
        range.map(|i| (i.checked_sub(1).map(|before| &self.passages[before]), &self.passages[i]))
    }

    /// The stretch that holds a place; the last one before it where none does.
    pub fn stretch_of(&self, part: Part, byte: usize) -> usize {
        let passage = self.passage_of(part, byte);
        self.stretches.partition_point(|stretch| stretch.end <= passage)
    }

    /// How much of the article's bytes lies before a place, from 0 to 1.
    pub fn progress(&self, part: Part, byte: usize) -> f32 {
        let Some(passage) = self.passages.get(self.passage_of(part, byte)) else { return 0.0 };
        let inside = if passage.part == part {
            byte.clamp(passage.bytes.start, passage.bytes.end) - passage.bytes.start
        } else {
            0
        };
        (passage.offset + inside) as f32 / self.bytes.max(1) as f32
    }

    fn passage_of(&self, part: Part, byte: usize) -> usize {
        self.passages.partition_point(|passage| (passage.part, passage.bytes.start) <= (part, byte)).saturating_sub(1)
    }
}

fn face(article: &Article, part: Part) -> Face {
    match part {
        Part::Kicker => Face::Kicker,
        Part::Headline => Face::Headline,
        Part::Deck => Face::Deck,
        Part::Lead => Face::Lead,
        Part::Credit => Face::Credit,
        Part::Body(i) => match article.body.get(i).map(|block| &block.kind) {
            Some(BlockKind::Heading { .. }) => Face::Heading,
            Some(BlockKind::Question { .. }) => Face::Question,
            Some(BlockKind::Answer { .. }) => Face::Answer,
            Some(BlockKind::Paragraph) | None => Face::Paragraph,
        },
    }
}

fn stretches(passages: &[Passage]) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let mut room = 0;
    for (i, passage) in passages.iter().enumerate() {
        match stretches.last_mut() {
            Some(stretch) if passage.bytes.len() <= room => stretch.end = i + 1,
            _ => {
                stretches.push(i..i + 1);
                room = STRETCH;
            }
        }
        room = room.saturating_sub(passage.bytes.len().max(1));
    }
    stretches
}

/// The passages of a text, in bytes: one, or more of a very long text.
fn cuts(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = Some(0);
    std::iter::from_fn(move || {
        let from = start?;
        let end = if text.len() - from <= LONG_TEXT { text.len() } else { cut(text, from) };
        start = (end < text.len()).then_some(end);
        Some(from..end)
    })
}

/// Where the passage of a long text that begins at `from` ends: after the last sentence that ends in
/// its last kilobyte, or else between clusters.
fn cut(text: &str, from: usize) -> usize {
    const SEARCHED: usize = 1 << 10;
    let end = cluster_start(text, from + LONG_TEXT);
    if end <= from {
        return text.len();
    }
    let search = cluster_start(text, end - SEARCHED)..end;
    let mut sentences = text[search.clone()].char_indices().rev();
    let sentence = sentences.find(|&(_, c)| chars::is_sentence_end(c) && !c.is_ascii());
    let after = sentence.map(|(at, c)| search.start + at + c.len_utf8());
    after.filter(|&at| text[at..].starts_with(chars::is_han)).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_after_sentences_without_a_gap() {
        let text = "江水东流，船来船往。".repeat(20_000);
        let passages: Vec<_> = cuts(&text).collect();
        assert!(passages.len() > 5);
        assert_eq!(passages.first().map(|passage| passage.start), Some(0));
        assert_eq!(passages.last().map(|passage| passage.end), Some(text.len()));
        for pair in passages.windows(2) {
            assert_eq!(pair[0].end, pair[1].start);
            assert!(text[..pair[0].end].ends_with('。'));
        }
    }

    #[test]
    fn a_text_that_is_one_cluster_is_not_cut() {
        let text = format!("a{}", "\u{301}".repeat(LONG_TEXT));
        assert_eq!(cuts(&text).count(), 1);
    }

    #[test]
    fn a_short_text_is_one_passage() {
        assert!(cuts("").eq(std::iter::once(0..0)));
        assert!(cuts("晨报").eq(std::iter::once(0..6)));
    }
}
