//! Listing: pages as they arrive, the articles of the library, the one under the cursor.

use std::sync::Arc;

use crate::model::{Filter, Order, PageId, Row};
use crate::phrase::Phrase;

use crate::app::reader::open::ArticleRequest;
use crate::app::{App, Effect, Hits, PageText, Reader, View};

/// The most pages that the list is narrowed to; beyond it all of the library is listed.
const MOST_PAGES: usize = 500;

/// Pages that are being read while none of them is in the library yet.
#[derive(Clone, Debug, Default)]
pub struct Arrival {
    /// The first page's text.
    pub page: Option<PageText>,
}

/// What is said of an order.
pub fn order_phrase(order: Order) -> Phrase {
    match order {
        Order::Newest => Phrase::OrderNewest,
        Order::Oldest => Phrase::OrderOldest,
        Order::Longest => Phrase::OrderLongest,
        Order::Unread => Phrase::OrderUnread,
    }
}

impl App {
    /// Lists the whole library.
    pub(in crate::app) fn list_all(&mut self) {
        self.list(Filter::default());
    }

    /// Lists the articles that a filter lets through, from the first.
    pub(in crate::app) fn list(&mut self, filter: Filter) {
        self.headlines.restart(filter);
        self.count();
    }

    /// Lists what another filter lets through too, from the article at hand.
    pub(in crate::app) fn list_more(&mut self, filter: Filter) {
        self.headlines.widen(filter);
        self.count();
    }

    /// Lists the articles that a filter lets through, from one of them if there is one.
    pub(in crate::app) fn list_around(&mut self, filter: Filter, row: Option<Row>) {
        self.headlines.restart_around(filter, row);
        self.count();
    }

    fn count(&mut self) {
        let ticket = self.ticket();
        self.headlines.count(ticket);
        let filter = self.headlines.filter().clone();
        self.ask(Effect::Count { ticket, filter });
    }

    pub(in crate::app) fn page_read(&mut self, source: String, text: Arc<str>) {
        let metrics = self.setting.metrics;
        if let Some(arrival) = self.arrival.as_mut().filter(|arrival| arrival.page.is_none()) {
            arrival.page = Some(PageText::new(source, text, Vec::new(), metrics));
        }
    }

    pub(in crate::app) fn progress(&mut self, done: usize, all: usize) {
        self.importing = Some((done, all)).filter(|_| done < all);
    }

    /// The list shows the pages that were asked for, as soon as the first is there; all of the
    /// library where none of them gave an article. Where all of it is listed, what has come to it is
    /// listed once there is no more to come.
    pub(in crate::app) fn imported(&mut self, pages: Vec<PageId>, finished: bool) {
        if finished {
            self.importing = None;
        }
        if pages.is_empty() && !finished {
            return;
        }
        if self.arrival.take().is_some() {
            return self.list(Filter { pages, ..Filter::default() });
        }
        let mut filter = self.headlines.filter().clone();
        let lists_all = filter.pages.is_empty();
        if !lists_all {
            filter.pages.extend(&pages);
            if filter.pages.len() > MOST_PAGES {
                filter.pages.clear();
            }
        }
        let has_more = if lists_all { finished } else { !pages.is_empty() };
        if has_more {
            self.list_more(filter);
        }
    }

    /// The row that the list's cursor is on.
    pub(in crate::app) fn listed_row(&self) -> usize {
        self.hits.as_ref().map_or(self.headlines.cursor(), Hits::number)
    }

    pub(in crate::app) fn listed_wanted(&self) -> Option<ArticleRequest> {
        match &self.hits {
            Some(hits) => hits.current().map(|hit| ArticleRequest {
                id: hit.row.id,
                at: Some(hit.place),
                query: Some(hits.query().clone()),
                enter: false,
            }),
            None => {
                self.headlines.current().map(|row| ArticleRequest { id: row.id, at: None, query: None, enter: false })
            }
        }
    }

    /// While the list has the focus, the article under its cursor is the one beside it.
    pub(in crate::app) fn follow_the_list(&mut self) {
        let going = self.wanted.as_ref().is_some_and(|wanted| wanted.enter);
        if self.is_reading() || self.panel.is_some() || going {
            return;
        }
        let shown = self.wanted.as_ref().map(|wanted| wanted.id).or(self.reader.as_ref().map(Reader::id));
        match self.listed_wanted() {
            Some(wanted) if shown != Some(wanted.id) && self.gone != Some(wanted.id) => self.want(wanted),
            None if self.hits.is_none() && !self.headlines.is_waiting() => self.reader = None,
            _ => {}
        }
    }

    /// Whether the headline list is what keys go to.
    fn is_in_headlines(&self) -> bool {
        self.view == View::Headlines && self.panel.is_none() && self.hits.is_none()
    }

    pub(in crate::app) fn fold(&mut self) {
        if self.is_in_headlines() {
            self.headlines.fold();
        }
    }

    pub(in crate::app) fn unfold(&mut self) {
        if self.is_in_headlines() {
            self.headlines.unfold();
        }
    }

    pub(in crate::app) fn fold_all(&mut self) {
        if self.is_in_headlines() {
            self.headlines.fold_all();
        }
    }

    /// Lists the same articles in the next order; hits in the other.
    pub(in crate::app) fn next_order(&mut self) {
        if self.hits.is_some() && !self.is_reading() {
            return self.reorder_hits();
        }
        if self.is_in_headlines() {
            let order = self.headlines.listing().order.next();
            self.headlines.reorder(order);
            self.say(order_phrase(order));
        }
    }

    /// In the list: from the hits to the headlines, then from some headlines to all.
    pub(in crate::app) fn back_in_list(&mut self) {
        if self.hits.take().is_some() {
            self.ask(Effect::StopSearch);
            self.reader.as_mut().map(Reader::unlight);
        } else {
            self.narrowed.clear();
            if *self.headlines.filter() != Filter::default() {
                self.list_more(Filter::default());
            }
        }
    }
}
