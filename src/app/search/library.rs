//! Searching the library: what is looked for, in which order, what has been found of it.

use crate::app::effect::{Effect, Ticket};
use crate::app::outbox::Outbox;
use crate::hanzi::Folding;
use crate::model::{Hit, HitOrder, Search};

use super::hits::{self, Hits};
use super::query::Query;

/// The search of the library.
#[derive(Debug)]
pub struct LibrarySearch {
    /// What was found, while it stands in place of the headline list.
    hits: Option<Hits>,
    /// Which hits come first.
    order: HitOrder,
    /// Whether traditional and simplified find each other.
    any_script: bool,
    /// Whether articles are shown in another script than they were printed in: then words must be
    /// found in either, for they are typed as they are seen.
    turned: bool,
    /// Whether words are found only as they are printed.
    exact: bool,
}

impl LibrarySearch {
    /// Nothing looked for yet.
    pub fn new(any_script: bool, exact: bool, turned: bool) -> Self {
        Self { hits: None, order: HitOrder::default(), any_script, turned, exact }
    }

    /// Articles are shown in another script than they were printed in, or not.
    pub fn set_turned(&mut self, turned: bool) {
        self.turned = turned;
    }

    /// What was found, while it stands in place of the headline list.
    pub fn hits(&self) -> Option<&Hits> {
        self.hits.as_ref()
    }

    /// What was found, to be moved in.
    pub fn hits_mut(&mut self) -> Option<&mut Hits> {
        self.hits.as_mut()
    }

    /// Which hits come first.
    pub fn order(&self) -> HitOrder {
        self.order
    }

    /// Whether traditional and simplified characters find each other.
    pub fn any_script(&self) -> bool {
        self.any_script || self.turned
    }

    /// Lets traditional and simplified characters find each other, or not.
    pub fn set_any_script(&mut self, any_script: bool) {
        self.any_script = any_script;
    }

    /// Whether words are found only as they are printed.
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// Finds words only as they are printed, or in any width and case.
    pub fn set_exact(&mut self, exact: bool) {
        self.exact = exact;
    }

    /// Words as they are looked for now.
    pub fn query(&self, words: &str) -> Query {
        let alike = Folding { scripts: self.any_script() && !self.exact, widths: !self.exact };
        Query { words: words.to_owned(), alike }
    }

    /// Searches the library; whether there is anything to look for.
    pub fn begin(&mut self, query: Query, out: &mut Outbox) -> bool {
        let search = Search { order: self.order, ..query.search(hits::MOST) };
        if search.terms.is_empty() {
            return false;
        }
        let ticket = out.ticket();
        self.hits = Some(Hits::new(query, ticket));
        out.ask(Effect::Search { ticket, search });
        true
    }

    /// Searches for the same words, the best of the hits first, or the newest again.
    pub fn reorder(&mut self, out: &mut Outbox) {
        self.order = match self.order {
            HitOrder::Newest => HitOrder::Best,
            HitOrder::Best => HitOrder::Newest,
        };
        if let Some(query) = self.hits.as_ref().map(|hits| hits.query().clone()) {
            self.begin(query, out);
        }
    }

    /// Takes hits, if they answer this search.
    pub fn take(&mut self, ticket: Ticket, came: Vec<Hit>, finished: bool) {
        if let Some(hits) = &mut self.hits {
            hits.take(ticket, came, finished);
        }
    }

    /// Gives the place of the hits back to the headline list; whether there were any.
    pub fn close(&mut self) -> bool {
        self.hits.take().is_some()
    }
}
