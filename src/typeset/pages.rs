//! Pages of columns: which rows of a galley stand in which column.
//!
//! A column ends with no heading and with no first line of a paragraph; none begins with a
//! paragraph's last line (CLREQ 孤行). The head stands over all columns of the first page, and the
//! columns of the last page are of like height.

use std::ops::Range;

use super::frame::Frame;
use super::galley::{Galley, GalleyRow, TextRow};
use super::run::Face;
use super::setting::Layout;

/// The rows below a head that are worth columns of their own.
const LEAST: usize = 4;

/// The rows of a galley that make a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageRows {
    /// The rows over all columns.
    pub head: Range<usize>,
    /// The rows of each column.
    pub columns: Vec<Range<usize>>,
}

impl PageRows {
    /// The rows of the whole page.
    pub fn rows(&self) -> Range<usize> {
        let first = if self.head.is_empty() { self.columns.first() } else { Some(&self.head) };
        let last = self.columns.last().unwrap_or(&self.head);
        first.map_or(0, |first| first.start)..last.end
    }
}

/// The pages of a galley.
pub fn pages(galley: &Galley, frame: &Frame) -> Vec<PageRows> {
    let rows = &galley.rows;
    let columns = ColumnFiller { rows, count: frame.columns, balanced: frame.layout == Layout::Columns };
    let head = if frame.layout == Layout::Columns { galley.head() } else { 0 };
    let depth = frame.depth.max(1);
    let mut pages = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let over = at..head.min(at + depth).max(at);
        let below = depth - over.len();
        let below = if over.is_empty() || below >= LEAST { below } else { 0 };
        let filled = columns.fill(over.end, below);
        at = filled.last().map_or(over.end, |column| column.end);
        pages.push(PageRows { head: over, columns: filled });
        at += rows[at..].iter().take_while(|row| **row == GalleyRow::Blank).count();
    }
    pages
}

/// Fills the columns of a page with rows.
struct ColumnFiller<'a> {
    rows: &'a [GalleyRow],
    count: usize,
    balanced: bool,
}

impl ColumnFiller<'_> {
    /// The columns of a page from row `at` on, of at most `depth` rows; of the least depth that
    /// holds the rest, where one does.
    fn fill(&self, at: usize, depth: usize) -> Vec<Range<usize>> {
        let full = self.at_depth(at, depth);
        let ends = |columns: &[Range<usize>]| columns.last().is_none_or(|last| last.end == self.rows.len());
        if !self.balanced || !ends(&full) {
            return full;
        }
        let least = (self.rows.len() - at).div_ceil(self.count);
        let balanced = (least..depth).map(|depth| self.at_depth(at, depth)).find(|columns| ends(columns));
        balanced.unwrap_or(full)
    }

    fn at_depth(&self, mut at: usize, depth: usize) -> Vec<Range<usize>> {
        let mut columns = Vec::new();
        while columns.len() < self.count && depth > 0 {
            at += self.rows[at..].iter().take_while(|row| **row == GalleyRow::Blank).count();
            if at == self.rows.len() {
                break;
            }
            let end = self.foot(at, depth);
            columns.push(at..end);
            at = end;
        }
        columns
    }

    /// The end of a column that begins at row `at`.
    fn foot(&self, at: usize, depth: usize) -> usize {
        let full = at + depth;
        if full >= self.rows.len() {
            return self.rows.len();
        }
        let end = (at + 1..=full).rev().find(|&end| self.may_end(end)).unwrap_or(full);
        let blank = self.rows[at..end].iter().rev().take_while(|row| **row == GalleyRow::Blank).count();
        end - blank
    }

    /// Whether a column may end before a row.
    fn may_end(&self, row: usize) -> bool {
        let (before, after) = self.rows.split_at(row);
        let before = before.iter().rev().find_map(GalleyRow::text);
        let after = after.iter().find_map(GalleyRow::text);
        let splits = matches!((before, after), (Some(a), Some(b)) if a.part == b.part && !a.last);
        let heading = before.is_some_and(|row| row.face == Face::Heading);
        let orphan = |row: Option<&TextRow>, end: fn(&TextRow) -> bool| row.is_some_and(end);
        !heading && !(splits && (orphan(before, |row| row.first) || orphan(after, |row| row.last)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Part;

    /// Rows of paragraphs with these many lines; 0 is a heading after a blank row.
    fn galley(paragraphs: &[usize]) -> Vec<GalleyRow> {
        let mut rows = Vec::new();
        for (i, &lines) in paragraphs.iter().enumerate() {
            let face = if lines == 0 { Face::Heading } else { Face::Paragraph };
            if lines == 0 {
                rows.push(GalleyRow::Blank);
            }
            let lines = lines.max(1);
            for line in 0..lines {
                let (first, last) = (line == 0, line + 1 == lines);
                let part = Part::Body(i);
                rows.push(GalleyRow::Text(TextRow {
                    part,
                    bytes: 0..1,
                    face,
                    indent: 0,
                    cells: 1,
                    spare: 0,
                    first,
                    last,
                }));
            }
        }
        rows
    }

    #[track_caller]
    fn filled(paragraphs: &[usize], count: usize, depth: usize, expected: &[Range<usize>]) {
        let rows = galley(paragraphs);
        assert_eq!(ColumnFiller { rows: &rows, count, balanced: true }.fill(0, depth), expected);
    }

    #[test]
    fn columns_are_balanced_at_the_end() {
        filled(&[12], 3, 20, &[0..4, 4..8, 8..12]);
        filled(&[13], 3, 20, &[0..5, 5..10, 10..13]);
    }

    #[test]
    fn no_heading_at_a_foot() {
        filled(&[4, 0, 9], 2, 6, &[0..4, 5..11]);
    }

    #[test]
    fn no_line_of_a_paragraph_alone() {
        filled(&[4, 9], 2, 5, &[0..4, 4..9]);
        filled(&[6, 9], 2, 5, &[0..4, 4..9]);
    }

    #[test]
    fn a_paragraph_of_lines_too_few_still_moves_on() {
        filled(&[3, 3], 2, 1, &[0..1, 1..2]);
    }
}
