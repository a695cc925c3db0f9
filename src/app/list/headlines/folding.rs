//! Folding: a page of the list, an edition, all of them, and open again. The list comes anew around
//! the article at hand.

use crate::app::list::line::ListLine;
use crate::model::{Direction, Folds, Group, Level, Listed, Listing, Order, Row};

use super::Headlines;

impl Headlines {
    /// Folds the page that the cursor is in, or its edition if the page is folded.
    pub fn fold(&mut self) {
        let by_page = self.held.listing.order.is_by_page();
        let Some(row) = self.current().filter(|_| by_page).cloned() else { return };
        let group = match self.held.listing.hiding(&row) {
            None => Group::page(&row),
            Some(group) if group != Group::edition(&row) => Group::edition(&row),
            Some(_) => return,
        };
        self.held.listing.folds.turn(group);
        self.fold_anew(&row);
    }

    /// Folds the page or the edition whose name is in a row of the pane; whether one is there.
    pub fn fold_heading(&mut self, row: u16) -> bool {
        let group = match self.shown().nth(row.into()) {
            Some(ListLine::Page(row)) => Group::page(row),
            Some(ListLine::Edition(row)) => Group::edition(row),
            _ => return false,
        };
        let Some(row) = self.current().cloned() else { return false };
        if self.held.listing.order.is_by_page() {
            self.held.listing.folds.turn(group);
            self.fold_anew(&row);
        }
        true
    }

    /// Opens what is folded under the cursor; whether anything was.
    pub fn unfold(&mut self) -> bool {
        let Some(row) = self.current().cloned() else { return false };
        let Some(group) = self.held.listing.hiding(&row) else { return false };
        self.held.listing.folds.turn(group);
        self.fold_anew(&row);
        true
    }

    /// Opens what is folded over an article; whether anything was. The list is still to come anew.
    pub(super) fn unfold_over(&mut self, row: &Row) -> bool {
        let mut folded = false;
        while let Some(group) = self.held.listing.hiding(row) {
            self.held.listing.folds.turn(group);
            folded = true;
        }
        folded
    }

    /// Folds every page; then every edition; then opens all.
    pub fn fold_all(&mut self) {
        if !self.held.listing.order.is_by_page() {
            return;
        }
        self.held.listing.folds = match self.held.listing.folds.level() {
            None => Folds::all(Level::Pages),
            Some(Level::Pages) => Folds::all(Level::Editions),
            Some(Level::Editions) => Folds::default(),
        };
        if let Some(row) = self.current().cloned() {
            self.fold_anew(&row);
        }
    }

    /// Lists pages together and nothing folded, as the front page needs it.
    pub fn lay_open(&mut self) {
        let Listing { order, folds, .. } = &mut self.held.listing;
        let by_page = order.is_by_page();
        if by_page && *folds == Folds::default() {
            return;
        }
        if !by_page {
            *order = Order::Newest;
        }
        *folds = Folds::default();
        match self.current().cloned() {
            Some(row) if by_page => self.fold_anew(&row),
            Some(row) => self.held.load_around(&row, None, self.above),
            None => {}
        }
    }

    /// Lists anew around an article after a fold: its number, or that of the first article of what
    /// hides it now, stays the same.
    fn fold_anew(&mut self, row: &Row) {
        if self.held.load_once_more() {
            return;
        }
        let hiding = self.held.listing.hiding(row);
        let together = |entry: &&Listed| hiding.is_some() && self.held.listing.hiding(&entry.row) == hiding;
        let before = self.held.entries.range(..self.held.cursor).rev().take_while(together).count();
        let first = self.held.cursor - before;
        let known = first > 0 || hiding.is_none() || self.held.is_at_end(Direction::Backward);
        let number = self.held.number(first).filter(|_| known);
        self.held.load_around(row, number, self.above);
    }
}
