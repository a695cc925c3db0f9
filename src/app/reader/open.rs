//! Opening: the article that goes with the list, places in other articles, the page as it was.

use crate::model::{ArticleId, Place, Reading, SourcePage};
use crate::phrase::Phrase;

use crate::app::config::script::TwoScripts;
use crate::app::pane::Pane;
use crate::app::{App, Effect, LoadedArticle, PageText, Panel, Query, Reader, View};

/// An article that is to be shown.
#[derive(Clone, Debug)]
pub(in crate::app) struct ArticleRequest {
    /// Which.
    pub id: ArticleId,
    /// Where; none: where its reader left it.
    pub at: Option<Place>,
    /// What is to be lit in it.
    pub query: Option<Query>,
    /// Whether it is to be read, not only seen beside the list.
    pub enter: bool,
}

impl App {
    /// Opens what the list's cursor is on, or what is chosen in the panel.
    pub(in crate::app) fn open(&mut self) {
        match &self.panel {
            Some(Panel::Outline { cursor, .. }) => {
                let place = self.reader.as_ref().and_then(|reader| reader.section_place(cursor.at));
                self.panel = None;
                place.into_iter().for_each(|place| self.go(place));
            }
            Some(Panel::Bookmarks(list)) => {
                let place = list.chosen().map(|bookmark| bookmark.place);
                self.panel = None;
                place.into_iter().for_each(|place| self.go(place));
            }
            Some(Panel::Help { .. }) => self.panel = None,
            None if !self.is_reading() => self.open_current(),
            None => {}
        }
    }

    /// Opens the article under the list's cursor, or the page or edition that is folded there.
    pub(in crate::app) fn open_current(&mut self) {
        let folded = self.hits.is_none() && self.headlines.unfold();
        if !self.is_reading() && folded {
            return;
        }
        if let Some(wanted) = self.listed_wanted() {
            self.leave_place();
            self.want(ArticleRequest { enter: true, ..wanted });
        }
    }

    /// Goes to a place, whichever article it is in; the place left can be come back to.
    pub(in crate::app) fn go(&mut self, place: Place) {
        self.leave_place();
        self.visit(place);
    }

    /// Goes to a place.
    pub(in crate::app) fn visit(&mut self, place: Place) {
        self.want(ArticleRequest { id: place.article, at: Some(place), query: None, enter: true });
    }

    /// Whether an article is on its way that will have the focus.
    pub(in crate::app) fn is_opening(&self) -> bool {
        self.wanted.as_ref().is_some_and(|wanted| wanted.enter)
    }

    pub(in crate::app) fn want(&mut self, wanted: ArticleRequest) {
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
    pub(in crate::app) fn article_came(&mut self, id: ArticleId, found: Option<Box<LoadedArticle>>) {
        if self.loading == Some(id) {
            self.loading = None;
        }
        self.keep_first_lines(id, found.as_ref().map(|found| &found.article));
        match (&self.wanted, found) {
            (Some(wanted), Some(found)) if wanted.id == id => self.show_wanted(Some(*found)),
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
    fn show_wanted(&mut self, found: Option<LoadedArticle>) {
        let Some(wanted) = self.wanted.take() else { return };
        if let Some(LoadedArticle { article, row, place }) = found {
            self.keep_reading();
            let resumed = place.filter(|_| row.reading == Reading::Started);
            self.reader =
                Some(Reader::new(TwoScripts::new(article, self.script), row, self.setting, wanted.at.or(resumed)));
            self.page_text = None;
        }
        let pane = self.areas().reader.map(|area| area.size());
        let Some(reader) = &mut self.reader else { return };
        if let Some(size) = pane {
            reader.fit(size);
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
    pub(in crate::app) fn enter(&mut self) {
        if self.reader.is_some() && !self.is_reading() {
            self.view = View::Reader;
        }
        let size = self.areas().reader.map(|area| area.size());
        if let (Some(reader), Some(size)) = (&mut self.reader, size) {
            reader.fit(size);
            reader.begin();
            let id = reader.id();
            self.headlines.find(id);
            self.keep_reading();
        }
    }

    /// The other pane; in the list of bookmarks the next colour.
    pub(in crate::app) fn switch_pane(&mut self) {
        if let Some(Panel::Bookmarks(list)) = &mut self.panel {
            return list.show_next_tag();
        }
        match (self.view, &mut self.wanted) {
            (View::Headlines | View::Front, Some(on_its_way)) => on_its_way.enter = true,
            (View::Headlines | View::Front, None) if self.reader.is_some() => self.enter(),
            (View::Headlines | View::Front, None) => {}
            (View::Reader | View::Zen, _) => self.view = self.home,
        }
    }

    /// Closes what was opened last.
    pub(in crate::app) fn back(&mut self) {
        if self.panel.take().is_some() {
            return;
        }
        if self.is_reading() && self.page_text.is_none() && self.reader.as_mut().is_some_and(Reader::deselect) {
            return;
        }
        match self.view {
            View::Headlines => self.back_in_list(),
            View::Front => self.toggle_front(),
            View::Zen => self.view = View::Reader,
            View::Reader if self.page_text.take().is_some() => {}
            View::Reader => {
                if !self.reader.as_mut().is_some_and(Reader::unlight) {
                    self.keep_reading();
                    self.view = self.home;
                }
            }
        }
    }

    pub(in crate::app) fn toggle_zen(&mut self) {
        self.panel = None;
        if self.view == View::Zen {
            self.view = View::Reader;
        } else if self.reader.is_some() {
            self.view = View::Zen;
            self.enter();
        }
    }

    pub(in crate::app) fn toggle_page_text(&mut self) {
        if self.panel.is_some() || self.page_text.take().is_some() {
            return;
        }
        if let Some(id) = self.reader.as_ref().map(Reader::id) {
            self.page_wanted = Some(id);
            self.ask(Effect::LoadSource(id));
        }
    }

    pub(in crate::app) fn page_came(&mut self, id: ArticleId, page: Option<SourcePage>) {
        let here = self.reader.as_ref().is_some_and(|reader| reader.id() == id);
        if self.page_wanted.take() != Some(id) || !here {
            return;
        }
        let Some(page) = page else { return self.say(Phrase::NoSourcePage) };
        self.page_text = Some(PageText::new(page.source, page.text.into(), page.lines, self.setting.metrics));
        self.enter();
    }

    pub(in crate::app) fn open_outline(&mut self) {
        if matches!(self.panel.take(), Some(Panel::Outline { .. })) {
            return;
        }
        let Some(reader) = &self.reader else { return };
        let sections: Vec<_> = reader.shown().headings().map(|(_, level, text)| (level, text.to_owned())).collect();
        if sections.is_empty() {
            return self.say(Phrase::NoSections);
        }
        self.panel = Some(Panel::outline(sections, reader.section().unwrap_or(0)));
    }
}
