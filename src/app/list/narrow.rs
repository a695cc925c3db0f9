//! Filtering: what is typed narrows the headline list as it is typed.

use crate::model::Filter;

use crate::app::search::actions::{ListOrigin, Origin};
use crate::app::{App, Panel, Prompt, Purpose, StatusMessage, TypedFilter, View, list::filter};

impl App {
    /// Narrows the headline list; the list of bookmarks where that is open.
    pub(in crate::app) fn begin_filter(&mut self) {
        if let Some(Panel::Bookmarks(list)) = &self.panel {
            return self.begin_filter_bookmarks(list.filter().to_owned());
        }
        self.panel = None;
        self.hits = None;
        self.keep_reading();
        (self.view, self.home) = (View::Headlines, View::Headlines);
        let (filter, row) = (self.headlines.filter().clone(), self.headlines.current().cloned());
        self.prompt = Some(Prompt::new(Purpose::Filter, &self.narrowed));
        self.finding = Some(Origin::List(Box::new(ListOrigin { filter, typed: self.narrowed.clone(), row })));
    }

    /// The line is done: says what made no sense in it.
    pub(in crate::app) fn narrowed_to(&mut self, typed: &str) {
        if let (_, Some(misasked)) = TypedFilter::read(typed) {
            self.notice = Some(StatusMessage::Text(misasked.said(self.lang)));
        }
    }

    /// Lists what has been typed so far asks for.
    pub(in crate::app) fn narrow(&mut self, typed: &str) {
        let (narrowing, _) = TypedFilter::read(typed);
        self.narrowed = typed.trim().to_owned();
        let filter = self.narrowed_by(narrowing);
        if filter != *self.headlines.filter() {
            self.list(filter);
        }
    }

    /// The list's filter with what was typed in place of what was typed before.
    fn narrowed_by(&self, narrowing: TypedFilter) -> Filter {
        let TypedFilter { headline, newspaper, since, until, byline, reading, bookmarked } = narrowing;
        let articles = bookmarked.then(|| self.bookmarks.iter().map(|bookmark| bookmark.place.article).collect());
        let pages = self.headlines.filter().pages.clone();
        Filter { headline, newspaper, since, until, byline, reading, articles, pages, ..Filter::default() }
    }

    /// Where only articles with bookmarks are listed, lists those that have them now.
    pub(in crate::app) fn list_bookmarked(&mut self) {
        let (narrowing, _) = TypedFilter::read(&self.narrowed);
        if narrowing.bookmarked {
            let filter = self.narrowed_by(narrowing);
            if filter != *self.headlines.filter() {
                self.list_more(filter);
            }
        }
    }

    /// Completes the name of a field.
    pub(in crate::app) fn complete(&mut self) {
        let rest = self.prompt.as_ref().and_then(|prompt| filter::completion(prompt.before_cursor()));
        rest.into_iter().for_each(|rest| self.type_text(rest));
    }
}
