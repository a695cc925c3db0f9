//! The words that are lit in an article.

use std::ops::Range;

use crate::model::{Article, Part, Place};

use super::query::Query;

/// A stretch of an article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchRange {
    /// The text it is in.
    pub part: Part,
    /// Its bytes there.
    pub bytes: Range<usize>,
}

/// Every place of an article that holds one of the terms of a query.
#[derive(Clone, Debug)]
pub struct ArticleMatches {
    query: Query,
    found: Vec<MatchRange>,
    current: usize,
}

impl ArticleMatches {
    /// Looks for a query's terms; none where it has none.
    pub fn new(article: &Article, query: &Query) -> Option<Self> {
        let finder = query.finder();
        if finder.is_idle() {
            return None;
        }
        let in_part = |(part, text)| finder.ranges(text).into_iter().map(move |bytes| MatchRange { part, bytes });
        let found = article.parts().flat_map(in_part).collect();
        Some(Self { query: query.clone(), found, current: 0 })
    }

    /// What was looked for.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// The current match's number, from 0.
    pub fn current(&self) -> usize {
        self.current
    }

    /// The current match.
    pub fn current_match(&self) -> Option<&MatchRange> {
        self.found.get(self.current)
    }

    /// The current match becomes the first at or after a place, or the first of all.
    pub fn seek(&mut self, place: Place) -> Option<&MatchRange> {
        let at = self.found.partition_point(|found| (found.part, found.bytes.start) < (place.part, place.byte));
        self.current = if at < self.found.len() { at } else { 0 };
        self.found.get(self.current)
    }

    /// The current match becomes another one; round from the last to the first.
    pub fn step(&mut self, by: isize) -> Option<&MatchRange> {
        let count = isize::try_from(self.found.len()).ok().filter(|count| *count > 0)?;
        self.current = (self.current as isize + by).rem_euclid(count) as usize;
        self.found.get(self.current)
    }

    /// The matches that share a byte with the given bytes of a part, each with whether it is the
    /// current one. One may lie within another: their beginnings are in order, their ends are not.
    pub fn within(&self, part: Part, bytes: &Range<usize>) -> impl Iterator<Item = (&Range<usize>, bool)> {
        let first = self.found.partition_point(|found| found.part < part);
        let (start, end) = (bytes.start, bytes.end);
        self.found
            .iter()
            .enumerate()
            .skip(first)
            .take_while(move |(_, found)| found.part == part && found.bytes.start < end)
            .filter(move |(_, found)| found.bytes.end > start)
            .map(|(i, found)| (&found.bytes, i == self.current))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockKind};

    fn article() -> Article {
        let block = |text: &str| Block { kind: BlockKind::Paragraph, text: text.to_owned() };
        Article {
            headline: Some("河港新航线".into()),
            body: vec![block("航线沿江。"), block("三条航线，一条河。")],
            ..Article::default()
        }
    }

    fn matches(words: &str) -> Option<ArticleMatches> {
        ArticleMatches::new(&article(), &Query { words: words.to_owned(), alike: Default::default() })
    }

    fn place(part: Part, byte: usize) -> Place {
        Place { article: article().id, part, byte }
    }

    #[test]
    fn all_terms_are_lit_in_reading_order() {
        let matches = matches("航线 河").unwrap();
        let found: Vec<_> = matches.found.iter().map(|found| (found.part, found.bytes.start)).collect();
        let (head, first, second) = (Part::Headline, Part::Body(0), Part::Body(1));
        assert_eq!(found, [(head, 0), (head, 9), (first, 0), (second, 6), (second, 21)]);
    }

    #[test]
    fn stepping_goes_round() {
        let mut matches = matches("航线").unwrap();
        matches.seek(place(Part::Body(0), 1));
        assert_eq!(matches.current(), 2);
        matches.step(1);
        assert_eq!(matches.current(), 0);
        matches.step(-1);
        assert_eq!(matches.current(), 2);
    }

    #[test]
    fn a_line_asks_for_its_own() {
        let matches = matches("航线").unwrap();
        assert_eq!(matches.within(Part::Body(1), &(0..9)).collect::<Vec<_>>(), [(&(6..12), false)]);
        assert_eq!(matches.within(Part::Body(1), &(9..27)).count(), 1);
        assert_eq!(matches.within(Part::Body(1), &(12..27)).count(), 0);
        assert_eq!(matches.within(Part::Headline, &(0..15)).collect::<Vec<_>>(), [(&(9..15), true)]);
    }

    #[test]
    fn a_match_that_holds_another_is_lit_to_its_end() {
        let matches = matches("航线沿江 线").unwrap();
        assert_eq!(matches.within(Part::Body(0), &(9..15)).collect::<Vec<_>>(), [(&(0..12), false)]);
    }

    #[test]
    fn no_terms_no_matches() {
        assert!(matches("  ").is_none());
        let mut none = matches("海").unwrap();
        assert_eq!(none.step(1), None);
        assert_eq!(none.seek(place(Part::Headline, 0)), None);
    }
}
