//! Opening: pages as they arrive, the list, the article that goes with it, the page as it was.

use std::sync::Arc;

use crate::model::{Article, ArticleId, Filter, PageId, Place, Reading, SourcePage};
use crate::phrase::Phrase;

use super::{App, Effect, PageText, Panel, Reader, View};

/// The most pages that the list is narrowed to; beyond it all of the library is listed.
const MOST_PAGES: usize = 500;

/// Pages that are being read while none of them is in the library yet.
#[derive(Clone, Debug, Default)]
pub struct Arrival {
    /// The first page's text.
    pub page: Option<PageText>,
}

/// An article that is to be shown.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    id: ArticleId,
    /// Where; none: where its reader left it.
    at: Option<Place>,
    /// What is to be lit in it.
    query: Option<String>,
    /// How far it has been read, where that is known.
    reading: Reading,
    /// Whether it is to be read, not only seen beside the list.
    enter: bool,
}

impl App {
    /// Lists the whole library.
    pub(super) fn list_all(&mut self) {
        self.list(Filter::default());
    }

    /// Lists the articles that a filter lets through, from the first.
    pub(super) fn list(&mut self, filter: Filter) {
        self.contents.restart(filter);
        self.count();
    }

    /// Lists what another filter lets through too, from the article at hand.
    pub(super) fn list_more(&mut self, filter: Filter) {
        self.contents.widen(filter);
        self.count();
    }

    fn count(&mut self) {
        let ticket = self.ticket();
        self.contents.count(ticket);
        let filter = self.contents.filter().clone();
        self.ask(Effect::Count { ticket, filter });
    }

    pub(super) fn page_read(&mut self, source: String, text: Arc<str>) {
        let metrics = self.setting.metrics;
        if let Some(arrival) = self.arrival.as_mut().filter(|arrival| arrival.page.is_none()) {
            arrival.page = Some(PageText::new(source, text, Vec::new(), metrics));
        }
    }

    pub(super) fn progress(&mut self, done: usize, all: usize) {
        self.importing = Some((done, all)).filter(|_| done < all);
    }

    /// The list shows the pages that were asked for, as soon as the first is there; all of the
    /// library where none of them gave an article.
    pub(super) fn imported(&mut self, pages: Vec<PageId>, finished: bool) {
        if finished {
            self.importing = None;
        }
        if pages.is_empty() && !finished {
            return;
        }
        if self.arrival.take().is_some() {
            return self.list(Filter { pages, ..Filter::default() });
        }
        let mut filter = self.contents.filter().clone();
        if !filter.pages.is_empty() && !pages.is_empty() {
            filter.pages.extend(pages);
            if filter.pages.len() > MOST_PAGES {
                filter.pages.clear();
            }
            self.list_more(filter);
        }
    }

    /// The article that the list's cursor is on.
    pub(super) fn listed(&self) -> Option<ArticleId> {
        match &self.hits {
            Some(hits) => hits.current().map(|hit| hit.row.id),
            None => self.contents.current().map(|row| row.id),
        }
    }

    fn listed_wanted(&self) -> Option<Wanted> {
        match &self.hits {
            Some(hits) => hits.current().map(|hit| Wanted {
                id: hit.row.id,
                at: Some(hit.place),
                query: Some(hits.query().to_owned()),
                reading: hit.row.reading,
                enter: false,
            }),
            None => self.contents.current().map(|row| Wanted {
                id: row.id,
                at: None,
                query: None,
                reading: row.reading,
                enter: false,
            }),
        }
    }

    /// While the list has the focus, the article under its cursor is the one beside it.
    pub(super) fn follow_the_list(&mut self) {
        let going = self.wanted.as_ref().is_some_and(|wanted| wanted.enter);
        if self.is_reading() || self.panel.is_some() || going {
            return;
        }
        let shown = self.wanted.as_ref().map(|wanted| wanted.id).or(self.reader.as_ref().map(Reader::id));
        match self.listed_wanted() {
            Some(wanted) if shown != Some(wanted.id) && self.gone != Some(wanted.id) => self.want(wanted),
            None if self.hits.is_none() && !self.contents.is_waiting() => self.reader = None,
            _ => {}
        }
    }

    /// Opens what the list's cursor is on, or what is chosen in the panel.
    pub(super) fn open(&mut self) {
        match &self.panel {
            Some(Panel::Outline { cursor, .. }) => {
                let place = self.reader.as_ref().and_then(|reader| reader.section_place(cursor.at));
                self.panel = None;
                place.into_iter().for_each(|place| self.go(place));
            }
            Some(Panel::Bookmarks { listed, cursor }) => {
                let place = listed.get(cursor.at).map(|bookmark| bookmark.place);
                self.panel = None;
                place.into_iter().for_each(|place| self.go(place));
            }
            Some(Panel::Help { .. }) => self.panel = None,
            None if !self.is_reading() => self.open_current(),
            None => {}
        }
    }

    /// Opens the article under the list's cursor.
    pub(super) fn open_current(&mut self) {
        if let Some(wanted) = self.listed_wanted() {
            self.leave_place();
            self.want(Wanted { enter: true, ..wanted });
        }
    }

    /// Goes to a place, whichever article it is in; the place left can be come back to.
    pub(super) fn go(&mut self, place: Place) {
        self.leave_place();
        self.visit(place);
    }

    /// Goes to a place.
    pub(super) fn visit(&mut self, place: Place) {
        let row = self.contents.current().filter(|row| row.id == place.article);
        let reading = row.map_or(Reading::Started, |row| row.reading);
        self.want(Wanted { id: place.article, at: Some(place), query: None, reading, enter: true });
    }

    /// Whether an article is on its way that will have the focus.
    pub(super) fn is_opening(&self) -> bool {
        self.wanted.as_ref().is_some_and(|wanted| wanted.enter)
    }

    fn want(&mut self, wanted: Wanted) {
        let here = self.reader.as_ref().is_some_and(|reader| reader.id() == wanted.id);
        let id = wanted.id;
        self.wanted = Some(wanted);
        if here {
            self.show_wanted(None);
        } else if self.loading.is_none() {
            self.loading = Some(id);
            self.ask(Effect::LoadArticle(id));
        }
    }

    /// Takes an article. Only one is asked for at a time: where another is wanted by now, that one
    /// is asked for next.
    pub(super) fn article_came(&mut self, id: ArticleId, article: Option<Arc<Article>>, place: Option<Place>) {
        if self.loading == Some(id) {
            self.loading = None;
        }
        self.keep_first_lines(id, article.as_ref());
        match (&self.wanted, article) {
            (Some(wanted), Some(article)) if wanted.id == id => self.show_wanted(Some((article, place))),
            (Some(wanted), None) if wanted.id == id => {
                self.say(Phrase::ArticleGone);
                self.wanted = None;
                self.gone = Some(id);
            }
            (Some(wanted), _) if self.loading.is_none() => {
                let id = wanted.id;
                self.loading = Some(id);
                self.ask(Effect::LoadArticle(id));
            }
            _ => {}
        }
    }

    /// Shows the article that is wanted: one that came, or the one that is there already.
    fn show_wanted(&mut self, came: Option<(Arc<Article>, Option<Place>)>) {
        let Some(wanted) = self.wanted.take() else { return };
        if let Some((article, left)) = came {
            self.keep_reading();
            let resumed = left.filter(|_| wanted.reading == Reading::Started);
            self.reader = Some(Reader::new(article, self.setting, wanted.at.or(resumed), wanted.reading));
            self.page_text = None;
        }
        let pane = self.areas().reader.map(|area| area.size());
        let Some(reader) = &mut self.reader else { return };
        if let Some(size) = pane {
            super::pane::Pane::fit(reader, size);
        }
        if let Some(place) = wanted.at {
            reader.jump(place);
        }
        if let Some(query) = wanted.query.filter(|query| reader.matches().is_none_or(|lit| lit.query() != query)) {
            reader.light(&query, wanted.at.unwrap_or(reader.here()));
        }
        if wanted.enter {
            self.enter();
        }
    }

    /// Gives the article the focus: now it is being read.
    pub(super) fn enter(&mut self) {
        if !self.is_reading() {
            self.view = View::Reader;
        }
        let size = self.areas().reader.map(|area| area.size());
        if let (Some(reader), Some(size)) = (&mut self.reader, size) {
            super::pane::Pane::fit(reader, size);
            reader.begin();
            let id = reader.id();
            self.contents.find(id);
            self.keep_reading();
        }
    }

    pub(super) fn switch_pane(&mut self) {
        match self.view {
            View::Contents | View::Front if self.reader.is_some() => self.enter(),
            View::Contents | View::Front => {}
            View::Reader | View::Zen => self.view = self.home,
        }
    }

    /// Closes what was opened last.
    pub(super) fn back(&mut self) {
        if self.panel.take().is_some() {
            return;
        }
        match self.view {
            View::Contents => self.back_in_list(),
            View::Front => self.toggle_front(),
            View::Zen => self.view = View::Reader,
            View::Reader if self.page_text.take().is_some() => {}
            View::Reader => {
                let closed = self.reader.as_mut().is_some_and(|reader| reader.deselect() || reader.unlight());
                if !closed {
                    self.keep_reading();
                    self.view = self.home;
                }
            }
        }
    }

    /// In the list: from the hits to the headlines, then from some headlines to all.
    fn back_in_list(&mut self) {
        if self.hits.take().is_some() {
            self.ask(Effect::StopSearch);
            self.reader.as_mut().map(Reader::unlight);
        } else if *self.contents.filter() != Filter::default() {
            self.list_more(Filter::default());
        }
    }

    pub(super) fn toggle_zen(&mut self) {
        self.panel = None;
        if self.view == View::Zen {
            self.view = View::Reader;
        } else if self.reader.is_some() {
            self.view = View::Zen;
            self.enter();
        }
    }

    pub(super) fn toggle_page_text(&mut self) {
        if self.panel.is_some() || self.page_text.take().is_some() {
            return;
        }
        if let Some(id) = self.reader.as_ref().map(Reader::id) {
            self.page_wanted = Some(id);
            self.ask(Effect::LoadSource(id));
        }
    }

    pub(super) fn page_came(&mut self, id: ArticleId, page: Option<SourcePage>) {
        let here = self.reader.as_ref().is_some_and(|reader| reader.id() == id);
        if self.page_wanted.take() != Some(id) || !here {
            return;
        }
        let Some(page) = page else { return self.say(Phrase::NoSourcePage) };
        self.page_text = Some(PageText::new(page.source, page.text.into(), page.lines, self.setting.metrics));
        self.enter();
    }

    pub(super) fn open_outline(&mut self) {
        if matches!(self.panel.take(), Some(Panel::Outline { .. })) {
            return;
        }
        let Some(reader) = &self.reader else { return };
        let sections: Vec<_> = reader.article().headings().map(|(_, level, text)| (level, text.to_owned())).collect();
        if sections.is_empty() {
            return self.say(Phrase::NoSections);
        }
        self.panel = Some(Panel::outline(sections, reader.section().unwrap_or(0)));
    }

    pub(super) fn next_layout(&mut self) {
        self.setting.layout = self.setting.layout.next();
        if let Some(reader) = &mut self.reader {
            reader.set(self.setting);
        }
        self.say(match self.setting.layout {
            crate::typeset::Layout::Column => Phrase::LayoutColumn,
            crate::typeset::Layout::Columns => Phrase::LayoutColumns,
            crate::typeset::Layout::Vertical => Phrase::LayoutVertical,
        });
    }
}
