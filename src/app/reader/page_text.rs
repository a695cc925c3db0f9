//! A page's text as it was before it came apart, in a pane: its lines as they are, broken only
//! where they are wider than the pane.

use std::sync::Arc;

use crate::app::pane::Pane;
use crate::model::LineRange;
use crate::text::Metrics;
use crate::typeset::Size;

/// The most bytes of a line that are broken together, so that a line of any length is shown at once.
const SLICE: usize = 4096;
/// The lines shown above the article's first.
const CONTEXT: isize = 2;

/// A line of the text, or a stretch of one that is very long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LineSlice {
    start: usize,
    end: usize,
    line: u32,
}

/// A row of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageRow<'a> {
    /// Its text.
    pub text: &'a str,
    /// Where it ends in the page's text, in bytes.
    pub end: usize,
    /// Whether the article was made of it.
    pub lit: bool,
}

/// The text and the part of it that is seen.
#[derive(Clone, Debug)]
pub struct PageText {
    source: String,
    text: Arc<str>,
    slices: Vec<LineSlice>,
    lit: Vec<LineRange>,
    metrics: Metrics,
    size: Size,
    /// The slice in the first row, and the byte of the text the row begins with.
    top: (usize, usize),
}

impl PageText {
    /// A page with the lines of an article lit, seen from the first of them.
    pub fn new(source: String, text: Arc<str>, lit: Vec<LineRange>, metrics: Metrics) -> Self {
        let slices = slices(&text);
        let mut page = Self { source, text, slices, lit, metrics, size: Size::default(), top: (0, 0) };
        if let Some(first) = page.lit.first() {
            let at = page.slices.partition_point(|slice| slice.line < first.0);
            page.top = (at, page.slices.get(at).map_or(0, |slice| slice.start));
        }
        page
    }

    /// Measures the text in another way from now on.
    pub fn measure_by(&mut self, metrics: Metrics) {
        self.metrics = metrics;
    }

    /// Where the page is from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// How much of the text has been seen, from 0 to 1.
    pub fn progress(&self) -> f32 {
        let after = self.rows().last().map_or(0, |row| row.end + 1);
        after.min(self.text.len()) as f32 / self.text.len().max(1) as f32
    }

    /// The rows of the pane.
    pub fn rows(&self) -> impl Iterator<Item = PageRow<'_>> {
        let (first, byte) = self.top;
        self.slices
            .iter()
            .enumerate()
            .skip(first)
            .flat_map(move |(i, slice)| {
                let from = if i == first { byte } else { slice.start };
                let lit = self.lit.iter().any(|range| (range.0..=range.1).contains(&slice.line));
                self.breaks(*slice, from).map(move |(start, end)| PageRow { text: &self.text[start..end], end, lit })
            })
            .take(self.size.height.into())
    }

    /// The rows of a slice from one of its bytes on: where each begins and ends. At least one.
    fn breaks(&self, slice: LineSlice, from: usize) -> impl Iterator<Item = (usize, usize)> {
        let width = usize::from(self.size.width);
        let mut next = Some(from);
        std::iter::from_fn(move || {
            let start = next?;
            let rest = self.text.get(start..slice.end)?;
            let fitting = self.metrics.fitting(rest, width).len();
            let least = self.metrics.clusters(rest).next().map_or(0, |cluster| cluster.end());
            let end = start + fitting.max(least);
            next = (end < slice.end).then_some(end);
            Some((start, end))
        })
    }

    fn forward(&mut self) -> bool {
        let (at, byte) = self.top;
        let Some(slice) = self.slices.get(at).copied() else { return false };
        let within = self.breaks(slice, byte).nth(1).map(|(start, _)| (at, start));
        let next = within.or_else(|| self.slices.get(at + 1).map(|next| (at + 1, next.start)));
        self.top = next.unwrap_or(self.top);
        next.is_some()
    }

    fn backward(&mut self) -> bool {
        let (at, byte) = self.top;
        let row_before = |at: usize, byte: usize| {
            let slice = self.slices.get(at).copied()?;
            self.breaks(slice, slice.start).map(|(start, _)| (at, start)).take_while(|(_, start)| *start < byte).last()
        };
        let previous = row_before(at, byte).or_else(|| row_before(at.checked_sub(1)?, usize::MAX));
        self.top = previous.unwrap_or(self.top);
        previous.is_some()
    }
}

impl Pane for PageText {
    fn fit(&mut self, size: Size) {
        let first_time = self.size == Size::default();
        self.size = size;
        if first_time && !self.lit.is_empty() {
            self.step(-CONTEXT);
        }
    }

    fn step(&mut self, lines: isize) {
        for _ in 0..lines.unsigned_abs() {
            let moved = if lines < 0 { self.backward() } else { self.forward() };
            if !moved {
                break;
            }
        }
        if lines > 0 && self.rows().count() < usize::from(self.size.height) {
            self.bottom();
        }
    }

    fn turn(&mut self, screens: isize) {
        let rows = isize::try_from(self.size.height).unwrap_or(isize::MAX).saturating_sub(1).max(1);
        self.step(screens * rows);
    }

    fn half(&mut self, halves: isize) {
        self.step(halves * isize::try_from(self.size.height / 2).unwrap_or(isize::MAX).max(1));
    }

    fn top(&mut self) {
        self.top = (0, 0);
    }

    fn bottom(&mut self) {
        let last = self.slices.len().saturating_sub(1);
        let end = self.slices.get(last).map(|slice| self.breaks(*slice, slice.start).last());
        self.top = (last, end.flatten().map_or(0, |(start, _)| start));
        for _ in 1..self.size.height {
            self.backward();
        }
    }
}

fn slices(text: &str) -> Vec<LineSlice> {
    let mut slices = Vec::new();
    let mut start = 0;
    for (line, content) in (1..).zip(text.strip_suffix('\n').unwrap_or(text).split('\n')) {
        let end = start + content.len();
        let mut from = start;
        while end - from > SLICE {
            let cut = (from..=from + SLICE).rev().find(|&at| text.is_char_boundary(at)).filter(|&at| at > from);
            let cut = cut.unwrap_or(end);
            slices.push(LineSlice { start: from, end: cut, line });
            from = cut;
        }
        slices.push(LineSlice { start: from, end, line });
        start = end + 1;
    }
    slices
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str, lit: &[LineRange]) -> PageText {
        let mut page = PageText::new("page.txt".into(), text.into(), lit.to_vec(), Metrics::TERMINAL);
        page.fit(Size { width: 6, height: 3 });
        page
    }

    #[track_caller]
    fn shows(page: &PageText, expected: &[&str]) {
        assert_eq!(page.rows().map(|row| row.text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn lines_stay_as_they_were() {
        shows(&page("甲\n\n 乙丙\n丁\n", &[]), &["甲", "", " 乙丙"]);
        shows(&page("", &[]), &[""]);
    }

    #[test]
    fn a_line_wider_than_the_pane_is_broken() {
        shows(&page("一二三四五六七\n八", &[]), &["一二三", "四五六", "七"]);
    }

    #[test]
    fn moving_forth_and_back() {
        let mut page = page("一二三四五六七\n八\n九\n十", &[]);
        page.step(1);
        shows(&page, &["四五六", "七", "八"]);
        page.step(9);
        shows(&page, &["八", "九", "十"]);
        page.step(-2);
        shows(&page, &["四五六", "七", "八"]);
        page.top();
        page.turn(1);
        shows(&page, &["七", "八", "九"]);
        page.bottom();
        page.turn(-9);
        shows(&page, &["一二三", "四五六", "七"]);
    }

    #[test]
    fn the_articles_lines_are_lit_and_seen() {
        let text: String = (1..=30).map(|n| format!("{n}\n")).collect();
        let page = page(&text, &[LineRange(20, 21)]);
        let rows: Vec<_> = page.rows().map(|row| (row.text, row.lit)).collect();
        assert_eq!(rows, [("18", false), ("19", false), ("20", true)]);
    }

    #[test]
    fn a_line_of_any_length_is_taken_in_pieces() {
        let long = "河".repeat(100_000);
        let slices = slices(&long);
        assert!(slices.iter().all(|slice| slice.end - slice.start <= SLICE));
        assert_eq!(slices.last().unwrap().end, long.len());
        assert!(slices.windows(2).all(|pair| pair[0].end == pair[1].start));
    }
}
