//! The rows of an article, set as they are asked for, and the way from one to another.

use std::sync::Arc;

use super::frame::Frame;
use super::galley::{Galley, GalleyRow};
use super::pages::{PageRows, pages};
use super::passages::Passages;
use super::setting::{Layout, Setting};
use crate::model::{Article, Place};

/// A row of the article: the stretch it is in and its number there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The stretch.
    pub stretch: usize,
    /// The row of its galley.
    pub row: usize,
}

/// A stretch that has been set.
#[derive(Debug)]
pub struct SetStretch {
    number: usize,
    /// Its rows.
    pub galley: Galley,
    /// Its pages; none in one column.
    pub pages: Vec<PageRows>,
}

impl SetStretch {
    /// A row of it, where it has so many.
    pub fn row(&self, row: usize) -> Option<&GalleyRow> {
        self.galley.rows.get(row)
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.galley.rows.len()
    }

    /// The page that holds a row.
    pub fn page_of(&self, row: usize) -> Option<&PageRows> {
        self.pages.iter().find(|page| page.rows().contains(&row))
    }
}

/// The stretches of an article; those that were asked for last are kept.
#[derive(Clone, Debug)]
pub struct Galleys {
    article: Arc<Article>,
    passages: Passages,
    setting: Setting,
    frame: Frame,
    ready: Vec<Arc<SetStretch>>,
}

impl Galleys {
    /// The stretches that are kept.
    const READY: usize = 4;

    /// An article, nothing of it set yet.
    pub fn new(article: Arc<Article>, setting: Setting, frame: Frame) -> Self {
        Self { passages: Passages::of(&article), article, setting, frame, ready: Vec::new() }
    }

    /// Changes how it is set; what does not depend on it is kept.
    pub fn set(&mut self, setting: Setting, frame: Frame) {
        if setting != self.setting || !frame.sets_like(&self.frame) {
            self.ready.clear();
        }
        (self.setting, self.frame) = (setting, frame);
    }

    /// The article in passages.
    pub fn passages(&self) -> &Passages {
        &self.passages
    }

    /// A stretch, set if it is not yet.
    pub fn stretch(&mut self, number: usize) -> Arc<SetStretch> {
        if let Some(stretch) = self.ready.iter().find(|stretch| stretch.number == number) {
            return Arc::clone(stretch);
        }
        let galley = Galley::set(&self.article, &self.passages, number, &self.setting, self.frame.widths);
        let pages = if self.frame.layout == Layout::Column { Vec::new() } else { pages(&galley, &self.frame) };
        let stretch = Arc::new(SetStretch { number, galley, pages });
        self.ready.truncate(Self::READY - 1);
        self.ready.insert(0, Arc::clone(&stretch));
        stretch
    }

    /// The row of a place.
    pub fn position(&mut self, place: Place) -> Position {
        let stretch = self.passages.stretch_of(place.part, place.byte);
        Position { stretch, row: self.stretch(stretch).galley.row_of(place.part, place.byte) }
    }

    /// The last row.
    pub fn last(&mut self) -> Position {
        let stretch = self.passages.stretches().saturating_sub(1);
        Position { stretch, row: self.stretch(stretch).rows().saturating_sub(1) }
    }

    /// The position so many rows further, or the last or first one.
    pub fn stepped(&mut self, mut at: Position, rows: i64) -> Position {
        let mut left = usize::try_from(rows.unsigned_abs()).unwrap_or(usize::MAX);
        let last = self.passages.stretches().saturating_sub(1);
        if rows < 0 {
            while left > at.row && at.stretch > 0 {
                left -= at.row + 1;
                at.stretch -= 1;
                at.row = self.stretch(at.stretch).rows().saturating_sub(1);
            }
            return Position { row: at.row.saturating_sub(left), ..at };
        }
        loop {
            let below = self.stretch(at.stretch).rows().saturating_sub(at.row + 1);
            if left <= below || at.stretch == last {
                return Position { row: at.row + left.min(below), ..at };
            }
            left -= below + 1;
            at = Position { stretch: at.stretch + 1, row: 0 };
        }
    }

    /// The row after one.
    pub fn after(&mut self, at: Position) -> Option<Position> {
        let next = self.stepped(at, 1);
        (next != at).then_some(next)
    }

    /// The first row of the page that holds a row, or of the first page.
    pub fn page_start(&mut self, at: Position) -> Position {
        let stretch = self.stretch(at.stretch);
        let mut starts = stretch.pages.iter().map(|page| page.rows().start);
        let first = starts.next().unwrap_or(0);
        Position { row: starts.take_while(|&start| start <= at.row).last().unwrap_or(first), ..at }
    }

    /// The first row of the next page.
    pub fn page_after(&mut self, at: Position) -> Option<Position> {
        let stretch = self.stretch(at.stretch);
        let page = stretch.pages.iter().map(|page| page.rows().start).find(|&start| start > at.row);
        let next = (at.stretch + 1 < self.passages.stretches()).then_some(Position { stretch: at.stretch + 1, row: 0 });
        page.map(|row| Position { row, ..at }).or(next)
    }

    /// The first row of the page before.
    pub fn page_before(&mut self, at: Position) -> Option<Position> {
        let stretch = self.stretch(at.stretch);
        let page = stretch.pages.iter().map(|page| page.rows().start).take_while(|&start| start < at.row).last();
        if let Some(row) = page {
            return Some(Position { row, ..at });
        }
        let stretch = at.stretch.checked_sub(1)?;
        let row = self.stretch(stretch).rows().saturating_sub(1);
        Some(self.page_start(Position { stretch, row }))
    }

    /// Whether a row is the last.
    pub fn is_last(&self, stretch: &SetStretch, row: usize) -> bool {
        row + 1 == stretch.rows() && stretch.number + 1 >= self.passages.stretches()
    }
}
