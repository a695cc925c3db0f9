//! An article set for a pane: what is seen of it from a place on, and how to move.
//!
//! Only what is shown is set, and all that depends on the whole article does not depend on the width.

use std::ops::Range;
use std::sync::Arc;

use super::breaker::Extent;
use super::frame::Frame;
use super::galley::{GalleyRow, TextRow};
use super::galleys::{Galleys, Position, SetStretch};
use super::paint::{across, annotated, down};
use super::run::TextRun;
use super::setting::{Layout, Setting, Size};
use crate::model::{Article, Place};

/// What is at the top of the screen: a place, and blank rows above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    place: Place,
    above: u16,
}

impl Anchor {
    /// The place.
    pub fn place(self) -> Place {
        self.place
    }
}

impl From<Place> for Anchor {
    fn from(place: Place) -> Self {
        Self { place, above: 0 }
    }
}

/// The text on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreenText {
    /// The texts in their places, in the order of reading.
    pub runs: Vec<TextRun>,
    /// The first place shown.
    pub first: Place,
    /// The place after the last one shown.
    pub last: Place,
    /// Whether nothing of the article is before.
    pub at_start: bool,
    /// Whether nothing of the article comes after.
    pub at_end: bool,
}

/// An article set for a pane.
#[derive(Clone, Debug)]
pub struct Sheet {
    article: Arc<Article>,
    setting: Setting,
    size: Size,
    frame: Frame,
    galleys: Galleys,
}

/// A row that is seen, and the cell at which its measure begins.
struct ShownRow {
    stretch: Arc<SetStretch>,
    row: usize,
    cell: (usize, usize),
}

impl ShownRow {
    fn text(&self) -> Option<&TextRow> {
        self.stretch.row(self.row).and_then(GalleyRow::text)
    }
}

impl Sheet {
    /// Sets an article for a pane.
    pub fn new(article: Arc<Article>, setting: Setting, size: Size) -> Self {
        let frame = Frame::new(&setting, size);
        let galleys = Galleys::new(Arc::clone(&article), setting, frame);
        Self { article, setting, size, frame, galleys }
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// Sets it in another way or for another pane; what does not depend on either is kept.
    pub fn set(&mut self, setting: Setting, size: Size) {
        let frame = Frame::new(&setting, size);
        self.galleys.set(setting, frame);
        (self.setting, self.size, self.frame) = (setting, size, frame);
    }

    /// How much of the article's bytes lies before a place, from 0 to 1.
    pub fn progress(&self, place: Place) -> f32 {
        self.galleys.passages().progress(place.part, place.byte)
    }

    /// What is seen with `top` in the first row, or, where the layout has pages, on the page that
    /// holds it. The end of the article does not rise above the last row but where all fits.
    pub fn screen(&mut self, top: Anchor) -> ScreenText {
        let top = self.top(top);
        let seen = self.seen_from(top);
        let texts = || seen.iter().filter_map(ShownRow::text);
        let start = Place::start_of(&self.article);
        let first = texts().next().map(|row| Place { part: row.part, byte: row.bytes.start, ..start });
        let last = texts().next_back().map(|row| Place { part: row.part, byte: row.bytes.end, ..start });
        ScreenText {
            runs: seen.iter().flat_map(|seen| self.paint(seen)).collect(),
            first: first.unwrap_or(start),
            last: last.unwrap_or(start),
            at_start: top == Position::default(),
            at_end: seen.last().is_none_or(|seen| self.galleys.is_last(&seen.stretch, seen.row)),
        }
    }

    /// The anchor `rows` rows further down (up, where negative); it stops where the last screen is
    /// full. Where the layout has pages it moves by a page.
    pub fn scroll(&mut self, top: Anchor, rows: i64) -> Anchor {
        if self.frame.layout != Layout::Column {
            return self.turn(top, rows.signum());
        }
        let top = self.top(top);
        let to = self.galleys.stepped(top, rows).min(self.end_position());
        self.anchor(to)
    }

    /// The anchor so many screens further. In one column a row of the screen before is still seen.
    pub fn turn(&mut self, top: Anchor, screens: i64) -> Anchor {
        if self.frame.layout == Layout::Column {
            let rows = i64::try_from(self.frame.depth.saturating_sub(1).max(1)).unwrap_or(i64::MAX);
            return self.scroll(top, screens.saturating_mul(rows));
        }
        let mut at = self.top(top);
        for _ in 0..screens.unsigned_abs() {
            let next = if screens > 0 { self.galleys.page_after(at) } else { self.galleys.page_before(at) };
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
        self.anchor(at)
    }

    /// The anchor of the last screen.
    pub fn end(&mut self) -> Anchor {
        let end = self.end_position();
        self.anchor(end)
    }

    /// The anchor, moved as little as shows a place with a few rows around it.
    pub fn reveal(&mut self, top: Anchor, place: Place) -> Anchor {
        let at = self.galleys.position(place);
        if self.frame.layout != Layout::Column {
            let page = self.galleys.page_start(at);
            return if page == self.top(top) { top } else { self.anchor(page) };
        }
        let context = (self.frame.depth / 4).min(3) as i64;
        let below = self.frame.depth as i64 - 1 - context;
        let current = self.top(top);
        let highest = self.galleys.stepped(at, -below).min(self.end_position());
        let lowest = self.galleys.stepped(at, -context).min(self.end_position());
        if current >= highest && current <= lowest {
            top
        } else {
            let to = current.clamp(highest, lowest.max(highest));
            self.anchor(to)
        }
    }

    /// The row and column at which a place is shown.
    pub fn cell_of(&mut self, top: Anchor, place: Place) -> Option<(u16, u16)> {
        let screen = self.screen(top);
        let before = |run: &&TextRun| (run.part, run.bytes.start) <= (place.part, place.byte);
        let run = screen.runs.iter().rev().find(before)?;
        let shown =
            run.shows(place.part, place.byte) || (place.part, place.byte) <= (screen.last.part, screen.last.byte);
        let source = self.article.part(run.part)?;
        shown.then(|| (run.row, run.column_of(source, self.setting.metrics, place.byte)))
    }

    /// The place that is shown at a cell, or nearest to it in its row.
    pub fn place_at(&mut self, top: Anchor, row: u16, column: u16) -> Option<Place> {
        let screen = self.screen(top);
        let away = |run: &&TextRun| {
            let right = run.column + run.cells.saturating_sub(1);
            run.column.saturating_sub(column).max(column.saturating_sub(right))
        };
        let run = screen.runs.iter().filter(|run| run.row == row).min_by_key(away)?;
        let byte = run.byte_at(self.article.part(run.part)?, self.setting.metrics, column);
        Some(Place { article: self.article.id, part: run.part, byte })
    }

    /// The place `lines` lines of text further (back, where negative) that is as far from the
    /// line's beginning as `goal` cells, or as the old place was; and that number of cells. Where
    /// there are not so many lines it is in the last one, or the first.
    pub fn step_line(&mut self, place: Place, goal: Option<usize>, lines: i64) -> (Place, usize) {
        let mut at = self.galleys.position(place);
        let Some(mut runs) = self.line_at(at) else { return (place, goal.unwrap_or(0)) };
        let goal = goal.unwrap_or_else(|| self.cells_before(&runs, place));
        for _ in 0..lines.unsigned_abs() {
            let Some((next, text)) = self.next_line(at, lines.signum()) else { break };
            (at, runs) = (next, text);
        }
        (self.place_in(&runs, goal).unwrap_or(place), goal)
    }

    /// The next line of text that way.
    fn next_line(&mut self, mut at: Position, by: i64) -> Option<(Position, Vec<TextRun>)> {
        loop {
            let next = self.galleys.stepped(at, by);
            if next == at {
                return None;
            }
            at = next;
            if let Some(runs) = self.line_at(at) {
                return Some((at, runs));
            }
        }
    }

    /// The runs of a line, from the first cell on; none where it is blank.
    fn line_at(&mut self, at: Position) -> Option<Vec<TextRun>> {
        let stretch = self.galleys.stretch(at.stretch);
        let row = stretch.row(at.row).and_then(GalleyRow::text)?;
        Some(self.runs(row, (0, 0)))
    }

    /// How far from the beginning of its line a place is.
    fn cells_before(&self, runs: &[TextRun], place: Place) -> usize {
        let Some(run) = runs.iter().rev().find(|run| run.bytes.start <= place.byte) else { return 0 };
        if self.is_vertical() {
            return run.row.into();
        }
        let source = self.article.part(run.part).unwrap_or_default();
        run.column_of(source, self.setting.metrics, place.byte).into()
    }

    /// The place so far from the beginning of a line, or its last.
    fn place_in(&self, runs: &[TextRun], cells: usize) -> Option<Place> {
        let begins = |run: &&TextRun| usize::from(if self.is_vertical() { run.row } else { run.column }) <= cells;
        let run = runs.iter().rev().find(begins).or(runs.first())?;
        let column = if self.is_vertical() { 0 } else { u16::try_from(cells).unwrap_or(u16::MAX) };
        let byte = run.byte_at(self.article.part(run.part)?, self.setting.metrics, column);
        Some(Place { article: self.article.id, part: run.part, byte })
    }

    fn is_vertical(&self) -> bool {
        self.frame.widths.extent == Extent::Rows
    }

    fn runs(&self, row: &TextRow, cell: (usize, usize)) -> Vec<TextRun> {
        let paint = match self.frame.widths.extent {
            Extent::Cells => across,
            Extent::Pinyin => annotated,
            Extent::Rows => down,
        };
        paint(&self.article, &self.setting, row, cell)
    }

    /// The runs of a row, those left out that would stand outside the pane.
    fn paint(&self, seen: &ShownRow) -> Vec<TextRun> {
        let Some(row) = seen.text() else { return Vec::new() };
        let mut runs = self.runs(row, seen.cell);
        let Size { width, height } = self.size;
        runs.retain(|run| run.row < height && run.column.saturating_add(run.cells) <= width);
        runs
    }

    /// The rows that are seen with `top` at the top.
    fn seen_from(&mut self, top: Position) -> Vec<ShownRow> {
        if self.frame.layout == Layout::Column { self.seen_rows(top) } else { self.seen_page(top) }
    }

    fn seen_rows(&mut self, top: Position) -> Vec<ShownRow> {
        let mut seen = Vec::new();
        let mut next = Some(top);
        for y in 0..self.frame.depth {
            let Some(at) = next else { break };
            let stretch = self.galleys.stretch(at.stretch);
            if at.row < stretch.rows() {
                seen.push(ShownRow { stretch, row: at.row, cell: self.frame.cell(self.size, 0, y) });
            }
            next = self.galleys.after(at);
        }
        seen
    }

    fn seen_page(&mut self, top: Position) -> Vec<ShownRow> {
        let stretch = self.galleys.stretch(top.stretch);
        let Some(page) = stretch.page_of(top.row) else { return Vec::new() };
        let mut seen = Vec::new();
        let mut see = |rows: &Range<usize>, column: usize, below: usize| {
            for (y, row) in rows.clone().enumerate() {
                let cell = self.frame.cell(self.size, column, below + y);
                seen.push(ShownRow { stretch: Arc::clone(&stretch), row, cell });
            }
        };
        see(&page.head, 0, 0);
        for (column, rows) in page.columns.iter().enumerate() {
            see(rows, column, page.head.len());
        }
        seen
    }

    /// The position at the top of the screen.
    fn top(&mut self, anchor: Anchor) -> Position {
        let mut at = self.galleys.position(anchor.place);
        if self.frame.layout != Layout::Column {
            return self.galleys.page_start(at);
        }
        let stretch = self.galleys.stretch(at.stretch);
        let above = stretch.galley.rows[..at.row].iter().rev().take_while(|row| **row == GalleyRow::Blank).count();
        at.row -= above.min(anchor.above.into());
        at.min(self.end_position())
    }

    /// The anchor of a position.
    fn anchor(&mut self, at: Position) -> Anchor {
        let stretch = self.galleys.stretch(at.stretch);
        let rows = stretch.galley.rows.get(at.row..).unwrap_or_default();
        let start = Place::start_of(&self.article);
        let text = rows.iter().enumerate().find_map(|(above, row)| Some((above, row.text()?)));
        text.map_or(start.into(), |(above, row)| Anchor {
            place: Place { part: row.part, byte: row.bytes.start, ..start },
            above: above as u16,
        })
    }

    /// The row of the last screen's top.
    fn end_position(&mut self) -> Position {
        let last = self.galleys.last();
        if self.frame.layout != Layout::Column {
            return self.galleys.page_start(last);
        }
        self.galleys.stepped(last, -(self.frame.depth as i64 - 1).max(0))
    }
}
