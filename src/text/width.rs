//! Grapheme clusters (UAX #29) and the cells they take: the only place that measures.
//!
//! A cluster's width is what `unicode-width` says of the whole cluster as it is shown, not the sum
//! over its characters. Ambiguous characters (UAX #11) count one cell unless set otherwise.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::sanitize::{Border, shown};

/// How many cells the terminal gives to characters of East Asian Width "Ambiguous" (UAX #11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    /// One cell.
    #[default]
    Narrow,
    /// Two cells.
    Wide,
}

/// What measuring depends on: where the text goes, and how wide ambiguous characters are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Metrics {
    /// Where shown text is going.
    pub border: Border,
    /// The width of ambiguous characters.
    pub ambiguous: Ambiguous,
}

/// One grapheme cluster of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cluster<'a> {
    /// Where it begins in its text, in bytes.
    pub start: usize,
    /// Its bytes in the text, before the border.
    pub source: &'a str,
    /// The cells it takes as it is shown: 0, 1 or 2; more only where stand-ins replaced something.
    pub cells: usize,
    border: Border,
}

impl<'a> Cluster<'a> {
    /// What is shown of it.
    pub fn shown(&self) -> Cow<'a, str> {
        shown(self.source, self.border)
    }

    /// Where the next cluster begins, in bytes.
    pub fn end(&self) -> usize {
        self.start + self.source.len()
    }
}

impl Metrics {
    /// Text on its way to a terminal, ambiguous characters narrow.
    pub const TERMINAL: Self = Self { border: Border::Terminal, ambiguous: Ambiguous::Narrow };

    /// Text on its way through a filter, ambiguous characters narrow.
    pub const FILTER: Self = Self { border: Border::Filter, ambiguous: Ambiguous::Narrow };

    /// The clusters of a text with their cells, in time linear in its length.
    pub fn clusters(self, text: &str) -> Clusters<'_> {
        Clusters { metrics: self, text, at: 0 }
    }

    /// The cells of a whole text.
    pub fn cells(self, text: &str) -> usize {
        self.clusters(text).map(|cluster| cluster.cells).sum()
    }

    /// The longest beginning of a text that takes at most `cells` cells, cut between clusters.
    pub fn fitting(self, text: &str, cells: usize) -> &str {
        let mut used = 0;
        let end = self
            .clusters(text)
            .take_while(|cluster| {
                used += cluster.cells;
                used <= cells
            })
            .last()
            .map_or(0, |cluster| cluster.end());
        &text[..end]
    }

    /// The text in at most `cells` cells as it is shown, with … where something was cut off.
    pub fn cut(self, text: &str, cells: usize) -> String {
        let show = |text| self.clusters(text).map(|cluster| cluster.shown()).collect::<String>();
        if self.cells(text) <= cells {
            return show(text);
        }
        let ellipsis = self.cells("…");
        match cells.checked_sub(ellipsis) {
            Some(room) => show(self.fitting(text, room)) + "…",
            None => String::new(),
        }
    }

    fn cluster_cells(self, cluster: &str) -> usize {
        let shown = shown(cluster, self.border);
        let cells = match self.ambiguous {
            Ambiguous::Narrow => shown.width(),
            Ambiguous::Wide => shown.width_cjk(),
        };
        match self.border {
            Border::Terminal => cells + half_width_sound_marks(&shown),
            Border::Filter => cells,
        }
    }
}

/// Terminals, and the cell buffer, give U+FF9E and U+FF9F a cell of their own; `unicode-width`
/// joins them to the kana before.
fn half_width_sound_marks(shown: &str) -> usize {
    shown.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count()
}

/// The clusters of a text; see [`Metrics::clusters`].
#[derive(Clone, Debug)]
pub struct Clusters<'a> {
    metrics: Metrics,
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Clusters<'a> {
    type Item = Cluster<'a>;

    fn next(&mut self) -> Option<Cluster<'a>> {
        let rest = &self.text[self.at..];
        let mut chars = rest.chars();
        let first = chars.next()?;
        let lone = lone_cells(first).filter(|_| chars.next().is_none_or(|next| lone_cells(next).is_some()));
        let (source, cells) = match lone {
            Some(cells) => (&rest[..first.len_utf8()], cells),
            None => {
                let source = rest.graphemes(true).next()?;
                (source, self.metrics.cluster_cells(source))
            }
        };
        let start = self.at;
        self.at += source.len();
        Some(Cluster { start, source, cells, border: self.metrics.border })
    }
}

/// The cells of a character that is a cluster by itself whenever another such character follows,
/// whose width no setting changes and which every border lets through: nearly all of a newspaper.
fn lone_cells(c: char) -> Option<usize> {
    match c {
        ' '..='~' => Some(1),
        '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' => Some(2),
        '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FF}' => Some(2),
        '\u{FF01}'..='\u{FF60}' => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells_of(text: &str) -> Vec<usize> {
        Metrics::FILTER.clusters(text).map(|cluster| cluster.cells).collect()
    }

    #[test]
    fn the_short_way_agrees_with_the_long_one() {
        for c in ('\0'..='\u{FFFF}').filter(|&c| lone_cells(c).is_some()) {
            for metrics in
                [Metrics::TERMINAL, Metrics::FILTER, Metrics { ambiguous: Ambiguous::Wide, ..Metrics::TERMINAL }]
            {
                let text = String::from(c);
                assert_eq!(lone_cells(c), Some(metrics.cluster_cells(&text)), "{c:?}");
                assert_eq!(text.graphemes(true).count(), 1);
                let pair = format!("{c}a");
                assert_eq!(pair.graphemes(true).count(), 2, "{c:?}");
            }
        }
    }

    #[test]
    fn wide_and_narrow() {
        assert_eq!(cells_of("中a，·"), [2, 1, 2, 1]);
    }

    #[test]
    fn clusters_are_whole() {
        assert_eq!(cells_of("👨‍👩‍👧🇨🇳e\u{301}각"), [2, 2, 1, 2]);
    }

    #[test]
    fn a_mark_after_a_han_character_joins_it() {
        assert_eq!(cells_of("中\u{301}文"), [2, 2]);
    }

    #[test]
    fn ambiguous_characters_follow_the_setting() {
        let wide = Metrics { ambiguous: Ambiguous::Wide, ..Metrics::TERMINAL };
        assert_eq!(wide.cells("…—“"), 6);
        assert_eq!(Metrics::TERMINAL.cells("…—“"), 3);
    }

    #[test]
    fn cutting_keeps_clusters_whole() {
        assert_eq!(Metrics::TERMINAL.cut("新闻标题", 6), "新闻…");
        assert_eq!(Metrics::TERMINAL.cut("新闻标题", 5), "新闻…");
        assert_eq!(Metrics::TERMINAL.cut("新闻", 4), "新闻");
        assert_eq!(Metrics::TERMINAL.cut("新闻", 0), "");
    }

    #[test]
    fn bytes_are_covered_without_gap() {
        let text = "a\u{301}中👨‍👩‍👧\x1b[0m\u{200B}。";
        let mut at = 0;
        for cluster in Metrics::TERMINAL.clusters(text) {
            assert_eq!(cluster.start, at);
            at = cluster.end();
        }
        assert_eq!(at, text.len());
    }
}
