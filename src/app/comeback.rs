//! Opened as it was left, and how it is left.

use crate::model::{Direction, Filter, Folds, Listed, Listing, Order, Row, Stretch};

use super::areas::View;
use super::effect::{Effect, Ticket, Window};
use super::last_view::LastView;
use super::state::{App, Comeback};

impl App {
    /// Shows everything in the layout and the script in which it was left.
    pub(super) fn turn_as(&mut self, last: &LastView) {
        self.display.turn(last.display);
        last.list_width.into_iter().for_each(|columns| self.panes.set_list_width(columns));
    }

    /// Opens the list, or the front page, as it was left.
    pub(super) fn list_as(&mut self, last: &LastView) {
        self.headlines.resume(last.order, last.folds.clone(), last.unfinished.clone());
        self.comeback = Some(Comeback::Awaited);
        if last.front_page && self.panes.has_room_for_front() {
            self.panes.show_front();
        }
    }

    /// Once the first rows are there: the cursor goes where it was. It stays at the beginning of the
    /// list where something newer has come; in an order that has other editions there, the newest is
    /// asked for first.
    pub(super) fn come_back(&mut self) {
        if !matches!(self.comeback, Some(Comeback::Awaited)) {
            return;
        }
        if self.headlines.listing().order == Order::Newest {
            self.comeback = None;
            let newest = self.headlines.newest_held();
            self.come_back_from(newest);
        } else {
            let listing = Listing { filter: Filter::default(), order: Order::Newest, folds: Folds::default() };
            let stretch = Stretch { from: None, included: false, direction: Direction::Forward, limit: 1 };
            let ticket = self.out.ticket();
            self.comeback = Some(Comeback::Asked(ticket));
            self.out.ask(Effect::FindRow(Box::new(Window { ticket, listing, stretch })));
        }
    }

    /// Takes the newest row, if it was asked for.
    pub(super) fn newest_came(&mut self, ticket: Ticket, rows: &[Listed]) -> bool {
        let asked = self.comeback.take_if(|comeback| matches!(comeback, Comeback::Asked(asked) if *asked == ticket));
        if asked.is_some() {
            let row = rows.first().map(|listed| &listed.row);
            if !self.come_back_from(row.map(|row| row.key.edition)) && self.headlines.listing().order == Order::Oldest {
                row.into_iter().for_each(|row| self.headlines.go_to(row));
            }
        }
        asked.is_some()
    }

    /// Goes to the row where one was, if nothing is newer than what there was then; whether nothing is.
    fn come_back_from(&mut self, newest: Option<i64>) -> bool {
        self.newest = newest;
        let nothing_newer = self.last.newest.is_none_or(|seen| newest.is_none_or(|newest| newest >= seen));
        if let Some(row) = self.last.row.clone().filter(|_| nothing_newer) {
            self.headlines.come_back_to(&row);
        }
        nothing_newer
    }

    /// Asks that it be kept how the program is left.
    pub(super) fn keep_view(&mut self) {
        let Listing { order, folds, .. } = self.headlines.listing();
        // Where the program was opened with pages nothing of their list is kept.
        let (order, folds, front_page) = match self.newest {
            Some(_) => (*order, folds.clone(), self.panes.has_front_as_home()),
            None => (self.last.order, self.last.folds.clone(), self.last.front_page),
        };
        let newest = [self.newest.or(self.last.newest), self.headlines.newest_held()].into_iter().flatten().min();
        let still_unfinished = self.last.unfinished.clone().filter(|left| !self.article.has_finished(left.row.id));
        let view = LastView {
            display: self.display.turned(),
            order,
            folds,
            list_width: self.panes.list_width(),
            front_page,
            row: self.row_left().cloned().or(self.last.row.clone()),
            newest,
            unfinished: self.article.unfinished().or(still_unfinished),
        };
        if view != self.last {
            self.out.ask(Effect::KeepView(Box::new(view)));
        }
    }

    /// The row of the list that is left.
    fn row_left(&self) -> Option<&Row> {
        if self.view() == View::Headlines { self.headlines.current() } else { self.row() }
    }
}
