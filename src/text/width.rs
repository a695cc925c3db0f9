//! Grapheme clusters (UAX #29) and the cells they take: the only place that measures.
//!
//! A cluster's width is what `unicode-width` says of the whole cluster as it is shown, not the sum
//! over its characters. Ambiguous characters (UAX #11) count one cell unless set otherwise.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

use super::sanitize::{Destination, is_plain, shown, shown_in};

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
    pub destination: Destination,
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
    /// The cells it takes as it is shown: 0, 1 or 2; more only where stand-ins replaced something. On a
    /// terminal 0 is for what is not drawn.
    pub cells: usize,
    destination: Destination,
}

impl<'a> Cluster<'a> {
    /// What is shown of it.
    pub fn shown(&self) -> Cow<'a, str> {
        match (self.cells, self.destination) {
            (0, Destination::Terminal) => Cow::Borrowed(""),
            _ => shown(self.source, self.destination),
        }
    }

    /// Where the next cluster begins, in bytes.
    pub fn end(&self) -> usize {
        self.start + self.source.len()
    }
}

impl Metrics {
    /// Text on its way to a terminal, ambiguous characters narrow.
    pub const TERMINAL: Self = Self { destination: Destination::Terminal, ambiguous: Ambiguous::Narrow };

    /// Text on its way through a filter, ambiguous characters narrow.
    pub const FILTER: Self = Self { destination: Destination::Filter, ambiguous: Ambiguous::Narrow };

    /// The clusters of a text with their cells, in time linear in its length.
    pub fn clusters(self, text: &str) -> Clusters<'_> {
        self.clusters_from(text, 0)
    }

    /// The clusters of a text from a byte on at which one begins; one begins at the text's end too.
    pub fn clusters_from(self, text: &str, at: usize) -> Clusters<'_> {
        Clusters { metrics: self, text, at }
    }

    /// The clusters that begin within a range of a text; what is beside the range tells how they are shown.
    pub fn clusters_within(self, text: &str, bytes: Range<usize>) -> impl Iterator<Item = Cluster<'_>> {
        let start = if text.is_char_boundary(bytes.start) { bytes.start } else { text.len() };
        self.clusters_from(text, start).take_while(move |cluster| cluster.start < bytes.end)
    }

    /// What is shown of a range of a text, and its cells.
    pub fn shown_within(self, text: &str, bytes: Range<usize>) -> (String, usize) {
        let mut shown = (String::with_capacity(bytes.len()), 0);
        for cluster in self.clusters_within(text, bytes) {
            shown.0.push_str(&cluster.shown());
            shown.1 += cluster.cells;
        }
        shown
    }

    /// What is shown of a whole text.
    pub fn shown(self, text: &str) -> Cow<'_, str> {
        if text.chars().all(is_plain) {
            return Cow::Borrowed(text);
        }
        Cow::Owned(self.clusters(text).map(|cluster| cluster.shown()).collect())
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
        if self.cells(text) <= cells {
            return self.shown(text).into_owned();
        }
        let ellipsis = self.cells("…");
        match cells.checked_sub(ellipsis) {
            Some(room) => self.shown(self.fitting(text, room)).into_owned() + "…",
            None => String::new(),
        }
    }

    /// The cluster that begins at a byte of a text, and its cells, the long way.
    fn cluster_at(self, text: &str, at: usize) -> (&str, usize) {
        let cluster = text[at..].graphemes(true).next().unwrap_or_default();
        let shown = shown_in(text, at..at + cluster.len(), self.destination);
        (cluster, self.shown_cells(&shown))
    }

    /// The cells of what is shown of a cluster.
    pub fn shown_cells(self, shown: &str) -> usize {
        match self.ambiguous {
            Ambiguous::Narrow => shown.width(),
            Ambiguous::Wide => shown.width_cjk(),
        }
    }
}

/// The clusters of a text; see [`Metrics::clusters`].
#[derive(Clone, Debug)]
pub struct Clusters<'a> {
    metrics: Metrics,
    text: &'a str,
    at: usize,
}

/// The beginning of the cluster that holds a byte; the text's end for a byte at or after it.
pub fn cluster_start(text: &str, byte: usize) -> usize {
    let at = (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0),
        _ => at,
    }
}

/// The bytes of a Han character of the basic block in UTF-8.
pub const HAN_BYTES: usize = 3;

/// The cells of a Han character.
pub const HAN_CELLS: usize = 2;

impl Clusters<'_> {
    /// Where the next cluster begins, in bytes.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Passes over the Han characters of the basic block that come next, `most` of them at most,
    /// and says how many they were. Each is a cluster of two cells: it stops before one that may
    /// carry a mark.
    pub fn pass_han(&mut self, most: usize) -> usize {
        let rest = &self.text[self.at..];
        let mut han = 0;
        for bytes in rest.as_bytes().as_chunks().0 {
            if han > most || !is_basic_han(bytes) {
                break;
            }
            han += 1;
        }
        let alone = han > most || begins_alone(&rest[han * HAN_BYTES..]);
        let passed = if alone { han.min(most) } else { han.saturating_sub(1) };
        self.at += passed * HAN_BYTES;
        passed
    }
}

/// Whether three bytes of UTF-8 are a character of U+4E00..U+9FFF.
fn is_basic_han(bytes: &[u8; HAN_BYTES]) -> bool {
    matches!(bytes, [0xE5..=0xE9, ..] | [0xE4, 0xB8..=0xFF, _])
}

impl<'a> Iterator for Clusters<'a> {
    type Item = Cluster<'a>;

    // returned through memory, it costs more than all the rest
    #[inline(always)]
    fn next(&mut self) -> Option<Cluster<'a>> {
        let rest = &self.text[self.at..];
        let mut chars = rest.chars();
        let first = chars.next()?;
        let (source, cells) = match lone_cells(first, self.metrics.ambiguous) {
            Some(cells) if begins_alone(chars.as_str()) => (&rest[..first.len_utf8()], cells),
            _ => self.metrics.cluster_at(self.text, self.at),
        };
        let start = self.at;
        self.at += source.len();
        Some(Cluster { start, source, cells, destination: self.metrics.destination })
    }
}

/// Whether a text, if any, begins with a character that joins no lone one before it.
#[inline(always)]
fn begins_alone(text: &str) -> bool {
    text.as_bytes().first_chunk().is_some_and(is_basic_han)
        || text.chars().next().is_none_or(|c| lone_cells(c, Ambiguous::Narrow).is_some())
}

/// The cells of a character that is a cluster by itself whenever another such character follows and
/// that every border lets through: nearly all of a newspaper.
#[inline]
fn lone_cells(c: char, ambiguous: Ambiguous) -> Option<usize> {
    match c {
        ' '..='~' => Some(1),
        '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' => Some(2),
        '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FF}' => Some(2),
        '\u{FF01}'..='\u{FF60}' | '\u{AC00}'..='\u{D7A3}' => Some(2),
        '—' | '‘' | '’' | '“' | '”' | '…' | '·' => Some(match ambiguous {
            Ambiguous::Narrow => 1,
            Ambiguous::Wide => 2,
        }),
        '\u{C0}'..='\u{24F}' if c != '×' && c != '÷' => Some(1),
        '\u{391}'..='\u{3A1}' | '\u{3A3}'..='\u{3C9}' | '\u{410}'..='\u{44F}' => Some(1),
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
        let wide = Ambiguous::Wide;
        for metrics in [Metrics::TERMINAL, Metrics::FILTER, Metrics { ambiguous: wide, ..Metrics::TERMINAL }] {
            for c in '\0'..='\u{FFFF}' {
                let Some(cells) = lone_cells(c, metrics.ambiguous) else { continue };
                let text = String::from(c);
                assert_eq!(cells, metrics.cluster_at(&text, 0).1, "{c:?}");
                assert_eq!(text.graphemes(true).count(), 1);
                let pair = format!("{c}a");
                assert_eq!(pair.graphemes(true).count(), 2, "{c:?}");
                let pair = format!("가{c}");
                assert_eq!(pair.graphemes(true).count(), 2, "{c:?}");
            }
        }
    }

    #[test]
    fn what_stands_beside_a_range_tells_how_it_is_shown() {
        let text = "C++\u{200E} עברית";
        assert_eq!(Metrics::TERMINAL.shown_within(text, 0..6), ("C++".to_owned(), 3));
        assert_eq!(Metrics::TERMINAL.shown("C++\u{200E}"), "C++\u{FFFD}");
        assert_eq!(Metrics::TERMINAL.shown_within(text, 99..100), (String::new(), 0));
    }

    #[test]
    fn han_characters_are_passed_over_but_for_those_with_marks() {
        let text = "中文报纸\u{301}好，看";
        let mut clusters = Metrics::TERMINAL.clusters(text);
        assert_eq!(clusters.pass_han(2), 2);
        assert_eq!(clusters.pass_han(9), 1);
        assert_eq!(clusters.next().map(|cluster| cluster.source), Some("纸\u{301}"));
        assert_eq!(clusters.pass_han(9), 1);
        assert_eq!(clusters.pass_han(9), 0);
        assert_eq!(clusters.next().map(|cluster| cluster.source), Some("，"));
        assert_eq!(clusters.pass_han(0), 0);
        assert_eq!(clusters.pass_han(9), 1);
        let basic = |c: char| c.to_string().as_bytes().first_chunk().is_some_and(is_basic_han);
        assert!(('\u{4E00}'..='\u{9FFF}').all(basic));
        assert!(!['\u{4DFF}', '\u{A000}', '\u{3042}'].iter().any(|&c| basic(c)));
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
    fn a_half_width_sound_mark_takes_its_cell() {
        assert_eq!(cells_of("ﾊﾟｶﾞﾝ"), [2, 2, 1]);
        assert_eq!(Metrics::TERMINAL.cells("ﾊﾟｶﾞﾝ"), 5);
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
    fn clusters_begin_where_they_begin() {
        let text = "中e\u{301}👨‍👩‍👧。";
        let starts: Vec<_> = (0..=text.len() + 1).map(|byte| cluster_start(text, byte)).collect();
        let mut expected: Vec<_> =
            Metrics::FILTER.clusters(text).flat_map(|c| std::iter::repeat_n(c.start, c.source.len())).collect();
        expected.extend([text.len(); 2]);
        assert_eq!(starts, expected);
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
