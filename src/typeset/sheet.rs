//! An article set for a pane: what is seen of it from a place on, and how to move.
//!
//! Only what is shown is set. A sheet keeps the galleys it has set last; all that depends on the
//! whole article, its pieces, does not depend on the width.

use std::sync::Arc;

use super::frame::Frame;
use super::galley::{Galley, Row, TextRow};
use super::pages::{Page, pages};
use super::paint::{across, down};
use super::pieces::Pieces;
use super::run::Run;
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

/// What is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The texts in their places, in the order of reading.
    pub runs: Vec<Run>,
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
    pieces: Pieces,
    ready: Vec<Arc<Stretch>>,
}

/// A stretch that has been set.
#[derive(Debug)]
struct Stretch {
    number: usize,
    galley: Galley,
    /// Empty in one column.
    pages: Vec<Page>,
}

/// A row of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Position {
    stretch: usize,
    row: usize,
}

impl Sheet {
    /// The stretches that are kept.
    const READY: usize = 3;

    /// Sets an article for a pane.
    pub fn new(article: Arc<Article>, setting: Setting, size: Size) -> Self {
        let (pieces, frame) = (Pieces::of(&article), Frame::new(&setting, size));
        Self { article, setting, size, frame, pieces, ready: Vec::new() }
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// Sets it in another way or for another pane; what does not depend on either is kept.
    pub fn set(&mut self, setting: Setting, size: Size) {
        let frame = Frame::new(&setting, size);
        if setting != self.setting || frame != self.frame {
            self.ready.clear();
        }
        (self.setting, self.size, self.frame) = (setting, size, frame);
    }

    /// How much of the article's bytes lies before a place, from 0 to 1.
    pub fn progress(&self, place: Place) -> f32 {
        self.pieces.progress(place.part, place.byte)
    }

    /// What is seen with `top` in the first row, or, where the layout has pages, on the page that
    /// holds it. The end of the article does not rise above the last row but where all fits.
    pub fn screen(&mut self, top: Anchor) -> Screen {
        let top = self.top(top);
        let rows = self.rows_at(top);
        let text = |row: &(Arc<Stretch>, usize, (usize, usize))| row.0.galley.rows[row.1].text().cloned();
        let texts: Vec<TextRow> = rows.iter().filter_map(text).collect();
        let mut runs = Vec::new();
        for (stretch, row, cell) in &rows {
            if let Row::Text(row) = &stretch.galley.rows[*row] {
                runs.extend(self.paint(row, *cell));
            }
        }
        let place = |row: Option<&TextRow>, end: fn(&TextRow) -> usize| {
            let start = Place::start_of(&self.article);
            row.map_or(start, |row| Place { part: row.part, byte: end(row), ..start })
        };
        let (first, last) = (place(texts.first(), |row| row.bytes.start), place(texts.last(), |row| row.bytes.end));
        let at_end = rows.last().is_none_or(|(stretch, row, _)| {
            row + 1 == stretch.galley.rows.len() && stretch.number + 1 >= self.pieces.stretches()
        });
        Screen { runs, first, last, at_start: top == Position::default(), at_end }
    }

    /// The anchor `rows` rows further down (up, where negative); it stops where the last screen is
    /// full. Where the layout has pages it moves by a page.
    pub fn scroll(&mut self, top: Anchor, rows: i64) -> Anchor {
        if self.frame.layout != Layout::Column {
            return self.turn(top, rows.signum());
        }
        let top = self.top(top);
        let to = self.stepped(top, rows).min(self.end_position());
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
            let next = if screens > 0 { self.page_after(at) } else { self.page_before(at) };
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
        let at = self.position(place);
        if self.frame.layout != Layout::Column {
            let page = self.page_start(at);
            return if page == self.top(top) { top } else { self.anchor(page) };
        }
        let context = (self.frame.depth / 4).min(3) as i64;
        let below = self.frame.depth as i64 - 1 - context;
        let current = self.top(top);
        let highest = self.stepped(at, -below).min(self.end_position());
        let lowest = self.stepped(at, -context).min(self.end_position());
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
        let before = |run: &&Run| (run.part, run.bytes.start) <= (place.part, place.byte);
        let run = screen.runs.iter().rev().find(before)?;
        let shown =
            run.shows(place.part, place.byte) || (place.part, place.byte) <= (screen.last.part, screen.last.byte);
        let source = self.article.part(run.part)?;
        shown.then(|| (run.row, run.column_of(source, self.setting.metrics, place.byte)))
    }

    /// The place that is shown at a cell, or nearest to it in its row.
    pub fn place_at(&mut self, top: Anchor, row: u16, column: u16) -> Option<Place> {
        let screen = self.screen(top);
        let away = |run: &&Run| {
            let right = run.column + run.cells.saturating_sub(1);
            run.column.saturating_sub(column).max(column.saturating_sub(right))
        };
        let run = screen.runs.iter().filter(|run| run.row == row).min_by_key(away)?;
        let byte = run.byte_at(self.article.part(run.part)?, self.setting.metrics, column);
        Some(Place { article: self.article.id, part: run.part, byte })
    }

    fn paint(&self, row: &TextRow, cell: (usize, usize)) -> Vec<Run> {
        let paint = if self.frame.widths.vertical { down } else { across };
        let mut runs = paint(&self.article, &self.setting, row, cell);
        let Size { width, height } = self.size;
        runs.retain(|run| run.row < height && run.column.saturating_add(run.cells) <= width);
        runs
    }

    /// The rows that are seen with `top` at the top, each with its cell.
    fn rows_at(&mut self, top: Position) -> Vec<(Arc<Stretch>, usize, (usize, usize))> {
        let mut rows = Vec::new();
        if self.frame.layout == Layout::Column {
            let mut at = Some(top);
            for y in 0..self.frame.depth {
                let Some(position) = at else { break };
                let stretch = self.stretch(position.stretch);
                if position.row < stretch.galley.rows.len() {
                    rows.push((stretch, position.row, self.frame.cell(self.size, 0, y)));
                }
                at = self.after(position);
            }
            return rows;
        }
        let stretch = self.stretch(top.stretch);
        let Some(page) = stretch.pages.iter().find(|page| page.rows().contains(&top.row)) else { return rows };
        let head = page.head.clone().enumerate().map(|(y, row)| (row, self.frame.cell(self.size, 0, y)));
        let columns = page.columns.iter().enumerate().flat_map(|(column, range)| {
            let cell = move |y| (column, page.head.len() + y);
            range.clone().enumerate().map(move |(y, row)| (row, cell(y)))
        });
        let columns = columns.map(|(row, (column, y))| (row, self.frame.cell(self.size, column, y)));
        rows.extend(head.chain(columns).map(|(row, cell)| (Arc::clone(&stretch), row, cell)));
        rows
    }

    /// The position at the top of the screen.
    fn top(&mut self, anchor: Anchor) -> Position {
        let mut at = self.position(anchor.place);
        if self.frame.layout != Layout::Column {
            return self.page_start(at);
        }
        let stretch = self.stretch(at.stretch);
        let above = stretch.galley.rows[..at.row].iter().rev().take_while(|row| **row == Row::Blank).count();
        at.row -= above.min(anchor.above.into());
        at.min(self.end_position())
    }

    /// The anchor of a position.
    fn anchor(&mut self, at: Position) -> Anchor {
        let stretch = self.stretch(at.stretch);
        let rows = stretch.galley.rows.get(at.row..).unwrap_or_default();
        let start = Place::start_of(&self.article);
        let text = rows.iter().enumerate().find_map(|(above, row)| Some((above, row.text()?)));
        text.map_or(start.into(), |(above, row)| Anchor {
            place: Place { part: row.part, byte: row.bytes.start, ..start },
            above: above as u16,
        })
    }

    /// The row of a place.
    fn position(&mut self, place: Place) -> Position {
        let stretch = self.pieces.stretch_of(place.part, place.byte);
        Position { stretch, row: self.stretch(stretch).galley.row_of(place.part, place.byte) }
    }

    /// The row of the last screen's top.
    fn end_position(&mut self) -> Position {
        let stretch = self.pieces.stretches().saturating_sub(1);
        let last = Position { stretch, row: self.stretch(stretch).galley.rows.len().saturating_sub(1) };
        if self.frame.layout != Layout::Column {
            return self.page_start(last);
        }
        self.stepped(last, -(self.frame.depth as i64 - 1).max(0))
    }

    /// The position so many rows further, or the last or first one.
    fn stepped(&mut self, mut at: Position, rows: i64) -> Position {
        let mut left = usize::try_from(rows.unsigned_abs()).unwrap_or(usize::MAX);
        let last = self.pieces.stretches().saturating_sub(1);
        if rows < 0 {
            while left > at.row && at.stretch > 0 {
                left -= at.row + 1;
                at.stretch -= 1;
                at.row = self.stretch(at.stretch).galley.rows.len().saturating_sub(1);
            }
            return Position { row: at.row.saturating_sub(left), ..at };
        }
        loop {
            let below = self.stretch(at.stretch).galley.rows.len().saturating_sub(at.row + 1);
            if left <= below || at.stretch == last {
                return Position { row: at.row + left.min(below), ..at };
            }
            left -= below + 1;
            at = Position { stretch: at.stretch + 1, row: 0 };
        }
    }

    fn after(&mut self, at: Position) -> Option<Position> {
        let next = self.stepped(at, 1);
        (next != at).then_some(next)
    }

    /// The first row of the page that holds a row, or of the first page.
    fn page_start(&mut self, at: Position) -> Position {
        let stretch = self.stretch(at.stretch);
        let mut starts = stretch.pages.iter().map(|page| page.rows().start);
        let first = starts.next().unwrap_or(0);
        Position { row: starts.take_while(|&start| start <= at.row).last().unwrap_or(first), ..at }
    }

    fn page_after(&mut self, at: Position) -> Option<Position> {
        let stretch = self.stretch(at.stretch);
        let page = stretch.pages.iter().map(|page| page.rows().start).find(|&start| start > at.row);
        let next = (at.stretch + 1 < self.pieces.stretches()).then_some(Position { stretch: at.stretch + 1, row: 0 });
        page.map(|row| Position { row, ..at }).or(next)
    }

    fn page_before(&mut self, at: Position) -> Option<Position> {
        if at.row > 0 {
            return Some(self.page_start(Position { row: at.row - 1, ..at }));
        }
        let stretch = at.stretch.checked_sub(1)?;
        let row = self.stretch(stretch).galley.rows.len().saturating_sub(1);
        Some(self.page_start(Position { stretch, row }))
    }

    /// A stretch, set if it is not yet.
    fn stretch(&mut self, number: usize) -> Arc<Stretch> {
        if let Some(stretch) = self.ready.iter().find(|stretch| stretch.number == number) {
            return Arc::clone(stretch);
        }
        let galley = Galley::set(&self.article, &self.pieces, number, &self.setting, self.frame.widths);
        let pages = if self.frame.layout == Layout::Column { Vec::new() } else { pages(&galley, &self.frame) };
        let stretch = Arc::new(Stretch { number, galley, pages });
        self.ready.truncate(Self::READY - 1);
        self.ready.insert(0, Arc::clone(&stretch));
        stretch
    }
}
