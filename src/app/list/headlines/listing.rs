//! Which articles are listed, in which order, and what of them is folded.

use crate::app::effect::Effect;
use crate::app::input::action::Action;
use crate::app::outbox::Outbox;
use crate::model::{Filter, Order, PageId, Row};
use crate::phrase::Phrase;

use super::Headlines;

/// The most pages that the list is narrowed to; beyond it all of the library is listed.
const MOST_PAGES: usize = 500;

/// What is said of an order.
pub fn order_phrase(order: Order) -> Phrase {
    match order {
        Order::Newest => Phrase::OrderNewest,
        Order::Oldest => Phrase::OrderOldest,
        Order::Longest => Phrase::OrderLongest,
        Order::Unread => Phrase::OrderUnread,
    }
}

impl Headlines {
    /// Folds, opens or orders the list.
    pub fn update(&mut self, action: Action, out: &mut Outbox) {
        match action {
            Action::Fold => self.fold(),
            Action::Unfold => drop(self.unfold()),
            Action::FoldAll => self.fold_all(),
            Action::Order => {
                let order = self.listing().order.next();
                self.reorder(order);
                out.say(order_phrase(order));
            }
            _ => {}
        }
    }

    /// Lists the whole library.
    pub fn list_all(&mut self, out: &mut Outbox) {
        self.list(Filter::default(), out);
    }

    /// Lists the articles that a filter lets through, from the first.
    pub fn list(&mut self, filter: Filter, out: &mut Outbox) {
        self.restart(filter);
        self.ask_count(out);
    }

    /// Lists what another filter lets through too, from the article at hand.
    pub fn list_more(&mut self, filter: Filter, out: &mut Outbox) {
        self.widen(filter);
        self.ask_count(out);
    }

    /// Lists the articles that a filter lets through, from one of them if there is one.
    pub fn list_around(&mut self, filter: Filter, row: Option<Row>, out: &mut Outbox) {
        self.restart_around(filter, row);
        self.ask_count(out);
    }

    /// Lists the same anew, for the library has changed: what is at hand stays where it is.
    pub fn refresh(&mut self, out: &mut Outbox) {
        self.renew();
        let ticket = out.ticket();
        self.held.recount(ticket);
        out.ask(Effect::Count { ticket, filter: self.filter().clone() });
    }

    fn ask_count(&mut self, out: &mut Outbox) {
        let ticket = out.ticket();
        self.count(ticket);
        out.ask(Effect::Count { ticket, filter: self.filter().clone() });
    }

    /// Lists pages alone, the first that are in the library of those that were asked for.
    pub fn list_pages(&mut self, pages: Vec<PageId>, out: &mut Outbox) {
        self.list(Filter { pages, ..Filter::default() }, out);
    }

    /// Lists pages that have come to the library too: beside the pages that are listed alone; where
    /// all of the library is listed, once there is no more to come.
    pub fn list_more_pages(&mut self, pages: &[PageId], finished: bool, out: &mut Outbox) {
        let mut filter = self.filter().clone();
        let lists_all = filter.pages.is_empty();
        if !lists_all {
            filter.pages.extend(pages);
            if filter.pages.len() > MOST_PAGES {
                filter.pages.clear();
            }
        }
        let has_more = if lists_all { finished } else { !pages.is_empty() };
        if has_more {
            self.list_more(filter, out);
        }
    }

    /// Asks for more entries where the cursor has come near an end of those that are held.
    pub fn ask_entries(&mut self, out: &mut Outbox) {
        while let Some(window) = self.wanted(out.next_ticket()) {
            out.ticket();
            out.ask(Effect::LoadRows(Box::new(window)));
        }
    }
}
