//! The reader pane: the article beside the list or in its place, and how another comes to stand there.

use std::time::Duration;

use crate::app::areas::Size;
use crate::app::config::display::Display;
use crate::app::config::script::TwoScripts;
use crate::app::effect::Effect;
use crate::app::event::LoadedArticle;
use crate::app::input::action::Action;
use crate::app::outbox::Outbox;
use crate::app::pane::Pane;
use crate::app::panes::Panes;
use crate::app::search::query::Query;
use crate::model::{ArticleId, Place, SourcePage};
use crate::phrase::Phrase;

use super::article::Reader;
use super::history::History;
use super::page_text::PageText;

/// An article that is to be shown.
#[derive(Clone, Debug)]
pub struct ArticleRequest {
    /// Which article.
    pub id: ArticleId,
    /// The place to show; none: where its reader left it.
    pub at: Option<Place>,
    /// What is to be lit in it.
    pub query: Option<Query>,
    /// Whether it is to be read, not only seen beside the list.
    pub enter: bool,
}

impl ArticleRequest {
    /// An article to be seen beside the list, where its reader left it.
    pub fn beside_list(id: ArticleId) -> Self {
        Self { id, at: None, query: None, enter: false }
    }

    /// A place to be read at.
    pub fn at(place: Place) -> Self {
        Self { id: place.article, at: Some(place), query: None, enter: true }
    }
}

/// The reader pane.
#[derive(Debug, Default)]
pub struct ReaderPane {
    /// The article.
    pub reader: Option<Reader>,
    /// The page as it was, while it stands in place of the article.
    pub page_text: Option<PageText>,
    /// The places one has been.
    pub(super) history: History,
    /// How long the place has not been kept.
    pub(super) unkept: Duration,
    /// The article that is to be shown next.
    wanted: Option<ArticleRequest>,
    /// The article that was asked for last and has not come.
    loading: Option<ArticleId>,
    /// The article that the library turned out not to have.
    gone: Option<ArticleId>,
    /// The article whose page is asked for.
    page_wanted: Option<ArticleId>,
}

impl ReaderPane {
    /// The article, where no page stands in its place.
    pub fn seen(&self) -> Option<&Reader> {
        self.reader.as_ref().filter(|_| self.page_text.is_none())
    }

    /// The article, to be changed, where no page stands in its place.
    pub fn seen_mut(&mut self) -> Option<&mut Reader> {
        self.reader.as_mut().filter(|_| self.page_text.is_none())
    }

    /// Moves by lines in what is seen of the pane.
    pub fn step(&mut self, lines: isize) {
        match (&mut self.page_text, &mut self.reader) {
            (Some(page), _) => page.step(lines),
            (None, Some(reader)) => reader.step(lines),
            (None, None) => {}
        }
    }

    /// Selects in the article.
    pub fn update(&mut self, action: Action) {
        self.reader.iter_mut().for_each(|reader| reader.update(action));
    }

    /// Whether the article is the one of this id.
    pub fn shows(&self, id: ArticleId) -> bool {
        self.reader.as_ref().is_some_and(|reader| reader.id() == id)
    }

    /// Takes the size that it has on the screen.
    pub fn fit(&mut self, size: Size) {
        if let Some(page) = &mut self.page_text {
            page.fit(size);
        }
        if let Some(reader) = &mut self.reader {
            reader.fit(size);
        }
    }

    /// Shows everything as it is to be shown now.
    pub fn set(&mut self, display: &Display) {
        if let Some(page) = &mut self.page_text {
            page.measure_by(display.setting().metrics);
        }
        if let Some(reader) = &mut self.reader {
            reader.set(display.setting());
        }
    }

    /// Whether an article is on its way that will have the focus.
    pub fn is_opening(&self) -> bool {
        self.wanted.as_ref().is_some_and(|wanted| wanted.enter)
    }

    /// Lets the article that is on its way have the focus; whether one is.
    pub fn enter_when_it_comes(&mut self) -> bool {
        if let Some(wanted) = &mut self.wanted {
            wanted.enter = true;
        }
        self.wanted.is_some()
    }

    /// Whether another article than the one that is shown or on its way is to be asked for.
    pub fn lacks(&self, id: ArticleId) -> bool {
        let shown = self.wanted.as_ref().map(|wanted| wanted.id).or(self.reader.as_ref().map(Reader::id));
        shown != Some(id) && self.gone != Some(id)
    }

    /// Whether an article is on its way, for whichever part of the screen.
    pub fn is_loading(&self) -> bool {
        self.loading.is_some()
    }

    /// Asks for an article.
    pub fn load(&mut self, id: ArticleId, out: &mut Outbox) {
        self.loading = Some(id);
        out.ask(Effect::LoadArticle(id));
    }

    /// Shows an article once it is there; whether it is shown now and to be read.
    pub fn want(&mut self, request: ArticleRequest, display: &Display, panes: &Panes, out: &mut Outbox) -> bool {
        let id = request.id;
        self.wanted = Some(request);
        if self.shows(id) {
            return self.show_wanted(None, display, panes, out);
        }
        if !self.is_loading() {
            self.load(id, out);
        }
        false
    }

    /// Takes an article; whether it is shown now and to be read. Only one is asked for at a time:
    /// where another is wanted by now, that one is asked for next.
    pub fn take(
        &mut self,
        (id, came): (ArticleId, Option<LoadedArticle>),
        display: &Display,
        panes: &Panes,
        out: &mut Outbox,
    ) -> bool {
        if self.loading == Some(id) {
            self.loading = None;
        }
        match (&self.wanted, came) {
            (Some(wanted), Some(came)) if wanted.id == id => return self.show_wanted(Some(came), display, panes, out),
            (Some(wanted), None) if wanted.id == id => {
                out.say(Phrase::ArticleGone);
                self.wanted = None;
                self.gone = Some(id);
            }
            (Some(wanted), _) if self.loading.is_none() => self.load(wanted.id, out),
            _ => {}
        }
        false
    }

    /// Shows the article that is wanted: one that came, or the one that is there already; whether it
    /// is to be read.
    fn show_wanted(&mut self, came: Option<LoadedArticle>, display: &Display, panes: &Panes, out: &mut Outbox) -> bool {
        let Some(wanted) = self.wanted.take() else { return false };
        if let Some(LoadedArticle { article, row, place }) = came {
            self.keep_reading(panes, out);
            let article = TwoScripts::new(article, display.script());
            let least = display.settings().pace.least(&row);
            self.reader = Some(Reader::new(article, row, display.setting(), wanted.at.or(place), least));
            self.page_text = None;
        }
        let Some(reader) = &mut self.reader else { return false };
        if let Some(size) = panes.reader_size() {
            reader.fit(size);
        }
        if let Some(place) = wanted.at {
            reader.jump(place);
        }
        if let Some(query) = wanted.query.filter(|query| reader.matches().is_none_or(|lit| lit.query() != query)) {
            reader.light(&query, wanted.at.unwrap_or(reader.here()));
        }
        wanted.enter
    }

    /// Puts the page as it was in place of the article once it has come; the article again where it
    /// stands there already.
    pub fn toggle_page_text(&mut self, out: &mut Outbox) {
        if self.page_text.take().is_some() {
            return;
        }
        if let Some(id) = self.reader.as_ref().map(Reader::id) {
            self.page_wanted = Some(id);
            out.ask(Effect::LoadSource(id));
        }
    }

    /// Takes the page of an article; whether it is shown.
    pub fn take_page(&mut self, id: ArticleId, page: Option<SourcePage>, display: &Display, out: &mut Outbox) -> bool {
        if self.page_wanted.take() != Some(id) || !self.shows(id) {
            return false;
        }
        let Some(page) = page else {
            out.say(Phrase::NoSourcePage);
            return false;
        };
        let metrics = display.setting().metrics;
        self.page_text = Some(PageText::new(page.source, page.text.into(), page.lines, metrics));
        true
    }
}
