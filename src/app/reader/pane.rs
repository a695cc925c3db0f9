//! The reader pane: the article beside the list or in its place, and how another comes to stand there.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use crate::app::areas::Size;
use crate::app::config::display::Display;
use crate::app::config::script::TwoScripts;
use crate::app::effect::Effect;
use crate::app::event::{LoadedArticle, PictureSupport};
use crate::app::input::action::Action;
use crate::app::last_view::Unfinished;
use crate::app::outbox::Outbox;
use crate::app::pane::Pane;
use crate::app::panes::Panes;
use crate::app::search::query::Query;
use crate::model::{ArticleId, NoPicture, Picture, PictureRequest, Place, SourcePage};
use crate::phrase::Phrase;

use super::article::Reader;
use super::history::History;
use super::page_picture::PagePicture;
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

/// A page as it was: its text, and over that its picture, while it is shown.
#[derive(Debug)]
pub struct OpenPage {
    /// Its text.
    pub text: PageText,
    /// Its picture.
    pub picture: Option<PagePicture>,
    /// What would be its picture if the terminal showed any: it may say late that it does.
    unshown: Option<PagePicture>,
    /// Whether it is known where on the page the article stands, as it is of a PDF.
    pub has_places: bool,
}

/// The reader pane.
#[derive(Debug, Default)]
pub struct ReaderPane {
    /// The article.
    pub reader: Option<Reader>,
    /// The page as it was, while it stands in place of the article.
    pub page: Option<OpenPage>,
    /// The places one has been.
    pub(super) history: History,
    /// The article that was left unfinished last.
    pub(super) unfinished: Option<Unfinished>,
    /// The articles that have been read to their ends.
    pub(super) finished: BTreeSet<ArticleId>,
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
    /// Whether the terminal shows pictures.
    pictures: PictureSupport,
    /// A page that is shown as soon as that is known.
    page_waiting: Option<OpenPage>,
}

impl ReaderPane {
    /// The article, where no page stands in its place.
    pub fn seen(&self) -> Option<&Reader> {
        self.reader.as_ref().filter(|_| self.page.is_none())
    }

    /// The article, to be changed, where no page stands in its place.
    pub fn seen_mut(&mut self) -> Option<&mut Reader> {
        self.reader.as_mut().filter(|_| self.page.is_none())
    }

    /// Moves by lines in what is seen of the pane.
    pub fn step(&mut self, lines: isize) {
        match (&mut self.page, &mut self.reader) {
            (Some(page), _) => page.pane().step(lines),
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
        if let Some(page) = &mut self.page {
            page.text.fit(size);
            page.picture.iter_mut().for_each(|picture| picture.fit(size));
        }
        if let Some(reader) = &mut self.reader {
            reader.fit(size);
        }
    }

    /// Shows everything as it is to be shown now.
    pub fn set(&mut self, display: &Display) {
        if let Some(page) = &mut self.page {
            page.text.measure_by(display.setting().metrics);
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
            self.reader = Some(Reader::new(article, row, display, wanted.at.or(place)));
            (self.page, self.page_waiting) = (None, None);
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

    /// Puts the page as it was in place of the article once it has come: its picture, where there is one, then its
    /// text, then the article again.
    pub fn toggle_page(&mut self, out: &mut Outbox) {
        match &mut self.page {
            Some(page) if page.picture.is_some() => page.picture = None,
            Some(_) => self.page = None,
            None if self.page_waiting.take().is_some() => {}
            None => {
                self.page_wanted = self.reader.as_ref().map(Reader::id);
                self.page_wanted.into_iter().for_each(|id| out.ask(Effect::LoadSource(id)));
            }
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
        let boxes = self.reader.as_ref().map_or(&[][..], |reader| &reader.article().boxes);
        let picture = PagePicture::new(page.source.clone(), &page.sizes, boxes);
        let text = PageText::new(page.source, page.text.into(), page.lines, display.setting().metrics);
        let is_asked_for = picture.is_some() && self.pictures == PictureSupport::Unasked;
        self.page_waiting = Some(OpenPage { text, has_places: picture.is_some(), picture, unshown: None });
        if is_asked_for {
            out.ask(Effect::AskForPictures);
        }
        !is_asked_for && self.open_page(out)
    }

    /// Takes whether the terminal shows pictures, and how large its cells are; whether a page is shown now.
    pub fn take_support(&mut self, pictures: PictureSupport, out: &mut Outbox) -> bool {
        self.pictures = pictures;
        if let (Some(page), PictureSupport::Shown(cell)) = (&mut self.page, pictures) {
            if let Some(picture) = page.unshown.take() {
                page.picture = Some(picture);
                out.clear_message();
            }
            page.picture.iter_mut().for_each(|picture| picture.set_cell(cell));
        }
        self.open_page(out)
    }

    /// Shows the page that waits, with its picture where the terminal shows it; whether one waits.
    fn open_page(&mut self, out: &mut Outbox) -> bool {
        let Some(mut page) = self.page_waiting.take() else { return false };
        match (&mut page.picture, self.pictures) {
            (Some(picture), PictureSupport::Shown(cell)) => picture.set_cell(cell),
            (Some(_), PictureSupport::None(why)) => {
                page.unshown = page.picture.take();
                out.say(phrase(why));
            }
            (_, _) => {}
        }
        self.page = Some(page);
        true
    }

    /// Shows the article close at hand in the picture of its page, or the whole page.
    pub fn zoom(&mut self, is_close: bool) {
        let picture = self.page.as_mut().and_then(|page| page.picture.as_mut());
        picture.into_iter().for_each(|picture| picture.zoom(is_close));
    }

    /// Asks for the picture of the page, where it is to be drawn anew.
    pub fn ask_picture(&mut self, out: &mut Outbox) {
        let picture = self.page.as_mut().and_then(|page| page.picture.as_mut());
        if let Some(request) = picture.and_then(PagePicture::ask) {
            out.ask(Effect::DrawPicture(Box::new(request)));
        }
    }

    /// Takes a picture that was asked for; where there is none, its page's text is shown, and it is said why.
    pub fn take_picture(&mut self, request: PictureRequest, drawn: Result<Arc<Picture>, NoPicture>, out: &mut Outbox) {
        let Some(page) = &mut self.page else { return };
        let Some(picture) = page.picture.as_mut().filter(|picture| picture.awaits(&request)) else { return };
        match drawn {
            Ok(drawn) => picture.take(request, drawn),
            Err(why) => {
                page.picture = None;
                out.say(phrase(why));
            }
        }
    }
}

/// Why a page is not shown as a picture, in words.
fn phrase(why: NoPicture) -> Phrase {
    match why {
        NoPicture::Terminal => Phrase::NoPictureTerminal,
        NoPicture::Tmux => Phrase::NoPictureTmux,
        NoPicture::NoPdf => Phrase::NoPictureNoPdf,
        NoPicture::Stdin => Phrase::NoPictureStdin,
        NoPicture::Moved => Phrase::NoPictureMoved,
        NoPicture::Changed => Phrase::NoPictureChanged,
        NoPicture::Failed => Phrase::NoPictureFailed,
    }
}

impl OpenPage {
    /// What is seen of it.
    pub fn pane(&mut self) -> &mut dyn Pane {
        match &mut self.picture {
            Some(picture) => picture,
            None => &mut self.text,
        }
    }
}
