//! The list as it was left: its order, its folds, the row at hand, the article that was left
//! unfinished.

use crate::app::last_view::Unfinished;
use crate::model::{ArticleId, Direction, Filter, Folds, Listed, Order, Row};

use super::Headlines;

impl Headlines {
    /// Lists in an order and with folds from the beginning.
    pub fn resume(&mut self, order: Order, folds: Folds, unfinished: Option<Unfinished>) {
        (self.held.listing.order, self.held.listing.folds) = (order, folds);
        self.unfinished = unfinished;
    }

    /// Moves the cursor to an article, or to what is folded over it; where it is not held the list
    /// comes anew around it.
    pub fn come_back_to(&mut self, row: &Row) {
        let hiding = self.held.listing.hiding(row);
        let stands_for = |entry: &Listed| match hiding {
            Some(group) => entry.folded.is_some_and(|folded| folded.group == group),
            None => entry.folded.is_none() && entry.row.id == row.id,
        };
        match self.held.entries.iter().position(stands_for) {
            Some(entry) => self.move_to(entry),
            None => self.held.load_around(row, None, usize::from(self.size.height / 2)),
        }
    }

    /// The newest edition among what is held, by its key.
    pub fn newest_held(&self) -> Option<i64> {
        self.held.entries.iter().map(|entry| entry.row.key.edition).min()
    }

    /// The article that was left unfinished, while it stands on top: over the beginning of the whole
    /// list.
    pub(super) fn unfinished(&self) -> Option<&Unfinished> {
        let is_whole = *self.filter() == Filter::default() && self.held.is_at_end(Direction::Backward);
        self.unfinished.as_ref().filter(|_| is_whole)
    }

    /// The article that was left unfinished, if the cursor is on it.
    pub fn on_unfinished(&self) -> Option<&Unfinished> {
        self.unfinished().filter(|_| self.on_unfinished)
    }

    /// Moves the cursor above the first entry, where the article that was left unfinished stands.
    pub(super) fn step_onto_unfinished(&mut self) {
        self.move_to(0);
        self.on_unfinished = self.unfinished().is_some();
    }

    /// Moves the cursor onto the article that was left unfinished, if that is in a row of the pane.
    pub fn point_at_unfinished(&mut self, row: u16) -> bool {
        let there = matches!(self.shown().nth(row.into()), Some(super::ListLine::Unfinished(_)));
        if there {
            self.step_onto_unfinished();
        }
        there
    }

    /// The article that was left unfinished is being read again.
    pub fn forget_unfinished(&mut self, id: ArticleId) {
        self.unfinished.take_if(|unfinished| unfinished.row.id == id);
    }
}
