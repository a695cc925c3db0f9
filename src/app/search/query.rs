//! What is looked for, in the library and in the article at hand.

use std::ops::Range;

use crate::hanzi;
use crate::model::Search;
use crate::text::{Needle, Squeezed};

/// Words to look for, and how they are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The terms, as they were typed.
    pub words: String,
    /// Whether traditional and simplified characters find each other.
    pub any_script: bool,
}

impl Query {
    /// As a search of the library for so many hits at the most.
    pub fn search(&self, limit: usize) -> Search {
        Search { any_script: self.any_script, ..Search::parse(&self.words, Some(limit)) }
    }

    /// What finds its terms in texts.
    pub fn finder(&self) -> Finder {
        let terms = Search::parse(&self.words, None).terms;
        let needles = terms.iter().filter_map(|term| Needle::new(&hanzi::compared(term, self.any_script))).collect();
        Finder { needles, any_script: self.any_script }
    }
}

/// Finds the terms of a query in texts.
#[derive(Clone, Debug)]
pub struct Finder {
    needles: Vec<Needle>,
    any_script: bool,
}

impl Finder {
    /// Whether there is nothing to find.
    pub fn is_idle(&self) -> bool {
        self.needles.is_empty()
    }

    /// Where a text holds a term, in bytes, by their beginnings; one may lie within another.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let text = hanzi::compared(text, self.any_script);
        let squeezed = Squeezed::new(&text);
        let mut ranges: Vec<_> = self.needles.iter().flat_map(|needle| needle.ranges(&squeezed)).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        ranges
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(words: &str, any_script: bool, text: &str, expected: &[&str]) {
        let finder = Query { words: words.to_owned(), any_script }.finder();
        assert_eq!(finder.ranges(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn terms_are_found_in_either_script_if_asked() {
        found("发展 港", true, "港口發 展，发展", &["港", "發 展", "发展"]);
        found("发展 港", false, "港口發 展，发展", &["港", "发展"]);
        assert!(Query { words: " ".to_owned(), any_script: true }.finder().is_idle());
    }
}
