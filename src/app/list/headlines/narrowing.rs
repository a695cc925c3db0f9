//! What is typed narrows the list as it is typed.

use crate::app::input::prompt::ListBefore;
use crate::app::list::filter::TypedFilter;
use crate::app::outbox::Outbox;
use crate::model::{Bookmark, Filter, Place};

use super::Headlines;

impl Headlines {
    /// What was typed to narrow the list; empty where nothing narrows it.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The list as it is, to come back to, and the place that is being read.
    pub fn before(&self, reading: Option<Place>) -> ListBefore {
        let (filter, typed) = (self.filter().clone(), self.typed.clone());
        ListBefore { filter, typed, row: self.current().cloned(), reading }
    }

    /// Lists what has been typed so far asks for.
    pub fn narrow(&mut self, typed: &str, bookmarks: &[Bookmark], out: &mut Outbox) {
        let (asked, _) = TypedFilter::read(typed);
        typed.trim().clone_into(&mut self.typed);
        let filter = self.narrowed_by(asked, bookmarks);
        if filter != *self.filter() {
            self.list(filter, out);
        }
    }

    /// Lists again what was listed before a line was typed.
    pub fn widen_to(&mut self, before: ListBefore, out: &mut Outbox) {
        self.typed = before.typed;
        if before.filter != *self.filter() {
            self.list_around(before.filter, before.row, out);
        }
    }

    /// Lists all of the library, from the article at hand.
    pub fn widen_to_all(&mut self, out: &mut Outbox) {
        self.typed.clear();
        if *self.filter() != Filter::default() {
            self.list_more(Filter::default(), out);
        }
    }

    /// Where only articles with bookmarks are listed, lists those that have them now.
    pub fn list_bookmarked(&mut self, bookmarks: &[Bookmark], out: &mut Outbox) {
        let (asked, _) = TypedFilter::read(&self.typed);
        if asked.bookmarked {
            let filter = self.narrowed_by(asked, bookmarks);
            if filter != *self.filter() {
                self.list_more(filter, out);
            }
        }
    }

    /// The list's filter with what was typed in place of what was typed before.
    fn narrowed_by(&self, asked: TypedFilter, bookmarks: &[Bookmark]) -> Filter {
        let TypedFilter { headline, newspaper, since, until, byline, reading, bookmarked } = asked;
        let articles = bookmarked.then(|| bookmarks.iter().map(|bookmark| bookmark.place.article).collect());
        let pages = self.filter().pages.clone();
        Filter { headline, newspaper, since, until, byline, reading, articles, pages, ..Filter::default() }
    }
}
