//! What is looked for, in the library and in the article at hand.

use std::ops::Range;

use crate::hanzi::Folding;
use crate::model::Search;
use crate::text::{Needle, Squeezed};

/// Words to look for, and how they are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The terms, as they were typed.
    pub words: String,
    /// Which characters find each other.
    pub alike: Folding,
}

impl Query {
    /// As a search of the library for so many hits at the most.
    pub fn search(&self, limit: usize) -> Search {
        let Folding { scripts, widths } = self.alike;
        Search { any_script: scripts, any_width: widths, ..Search::parse(&self.words, Some(limit)) }
    }

    /// What finds its terms in texts.
    pub fn finder(&self) -> Finder {
        let terms = Search::parse(&self.words, None).terms;
        let needles = terms.iter().filter_map(|term| Needle::new(&self.alike.compared(term))).collect();
        Finder { needles, alike: self.alike }
    }
}

/// Finds the terms of a query in texts.
#[derive(Clone, Debug)]
pub struct Finder {
    needles: Vec<Needle>,
    alike: Folding,
}

impl Finder {
    /// Whether there is nothing to find.
    pub fn is_idle(&self) -> bool {
        self.needles.is_empty()
    }

    /// Where a text holds a term, in bytes, by their beginnings; one may lie within another.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let compared = self.alike.compared(text);
        let squeezed = Squeezed::new(&compared);
        let found = self.needles.iter().flat_map(|needle| needle.ranges(&squeezed));
        let mut ranges: Vec<_> = found.map(|range| Folding::whole(text, range)).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        ranges
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(words: &str, scripts: bool, text: &str, expected: &[&str]) {
        found_alike(words, Folding { scripts, widths: false }, text, expected);
    }

    #[track_caller]
    fn found_alike(words: &str, alike: Folding, text: &str, expected: &[&str]) {
        let finder = Query { words: words.to_owned(), alike }.finder();
        assert_eq!(finder.ranges(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn terms_are_found_in_any_width_and_case_if_asked() {
        let widths = Folding { scripts: false, widths: true };
        let text = "ＡＢＣ公司投入３８０００元，abc 与 A\u{3000}Ｂ c";
        found_alike("abc", widths, text, &["ＡＢＣ", "abc", "A\u{3000}Ｂ c"]);
        found_alike("38000元", widths, text, &["３８０００元"]);
        found_alike("３８ ｘ", widths, "380 XYZ", &["38", "X"]);
        found_alike("abc", Folding::default(), text, &["abc"]);
    }

    #[test]
    fn terms_are_found_in_either_script_if_asked() {
        found("发展 港", true, "港口發 展，发展", &["港", "發 展", "发展"]);
        found("发展 港", false, "港口發 展，发展", &["港", "发展"]);
        assert!(Query { words: " ".to_owned(), alike: Folding::default() }.finder().is_idle());
    }
}
