//! The parts of the reader together, and what is told of them.

use std::collections::VecDeque;
use std::time::Duration;

use crate::model::{Article, ArticleId, Bookmark, HitOrder, Place, Row};
use crate::phrase::Lang;
use crate::typeset::Setting;

use super::areas::{Areas, Size, View};
use super::arrival::Arrival;
use super::bookmarks::kept::KeptBookmarks;
use super::config::display::Display;
use super::config::pace::Pace;
use super::config::script::Script;
use super::config::settings::Settings;
use super::effect::Ticket;
use super::front::layout::{Front, front};
use super::front::matter::FrontArticle;
use super::front::page::FirstLines;
use super::front::printed::layout::printed_front;
use super::front::printed::pages::PrintedPages;
use super::input::action::Action;
use super::input::key::Key;
use super::input::keymap::Keymap;
use super::input::prompt::Prompt;
use super::last_view::LastView;
use super::list::headlines::Headlines;
use super::list::look::UnreadLook;
use super::outbox::{Outbox, StatusMessage};
use super::panels::Panel;
use super::panes::Panes;
use super::reader::article::Reader;
use super::reader::page_picture::{PagePicture, PlacedPicture};
use super::reader::page_text::PageText;
use super::reader::pane::ReaderPane;
use super::search::hits::Hits;
use super::search::library::LibrarySearch;

/// Everything the reader knows.
#[derive(Debug)]
pub struct App {
    pub(super) display: Display,
    pub(super) panes: Panes,
    pub(super) headlines: Headlines,
    pub(super) search: LibrarySearch,
    pub(super) article: ReaderPane,
    pub(super) first_lines: FirstLines,
    pub(super) printed: PrintedPages,
    pub(super) bookmarks: KeptBookmarks,
    pub(super) arrival: Arrival,
    pub(super) panel: Option<Panel>,
    pub(super) prompt: Option<Prompt>,
    /// The panel that the palette stands over.
    pub(super) covered: Option<Panel>,
    /// The actions that were chosen in the palette, the last one first.
    pub(super) recent: Vec<Action>,
    /// The words that were looked for, the last ones last, and how far back in them the line being typed is.
    pub(super) searched: Vec<String>,
    pub(super) searched_back: usize,
    /// Whether it is the tutorial that is open.
    pub(super) is_tutorial: bool,
    /// How the program was left last.
    pub(super) last: LastView,
    /// What is to be done once the list's first rows have come.
    pub(super) comeback: Option<Comeback>,
    /// The newest edition when the program began, by its key.
    pub(super) newest: Option<i64>,
    /// A look for the next article that is unread.
    pub(super) unread_look: Option<UnreadLook>,
    /// How long the program had run when the user did something last.
    pub(super) now: Duration,
    /// The first keys of a sequence.
    pub(super) begun: Vec<Key>,
    /// Keys for the article that is being opened.
    pub(super) typed_ahead: VecDeque<Key>,
    /// What the mouse's button went down on.
    pub(super) pressed: Option<Pressed>,
    pub(super) out: Outbox,
}

/// What is to be done once the list's first rows have come.
#[derive(Clone, Copy, Debug)]
pub(super) enum Comeback {
    /// The cursor goes where it was, or to what is newer.
    Awaited,
    /// The newest edition has been asked for.
    Asked(Ticket),
}

/// What the mouse's button went down on.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pressed {
    /// A place of the article.
    Text(Place),
    /// The rule between list and article.
    Divider,
}

impl App {
    /// A reader on a screen of some size that has asked for nothing yet.
    pub(super) fn idle(settings: &Settings, lang: Lang, size: Size) -> Self {
        Self {
            display: Display::new(settings, lang),
            panes: Panes::new(size),
            headlines: Headlines::new(settings.setting.metrics),
            search: LibrarySearch::new(settings.any_script, settings.exact, settings.script != Script::Printed),
            article: ReaderPane::default(),
            first_lines: FirstLines::default(),
            printed: PrintedPages::default(),
            bookmarks: KeptBookmarks::default(),
            arrival: Arrival::default(),
            panel: None,
            prompt: None,
            covered: None,
            searched: Vec::new(),
            searched_back: 0,
            recent: Vec::new(),
            is_tutorial: false,
            last: LastView::default(),
            comeback: None,
            newest: None,
            unread_look: None,
            now: Duration::ZERO,
            begun: Vec::new(),
            typed_ahead: VecDeque::new(),
            pressed: None,
            out: Outbox::default(),
        }
    }

    /// The language it speaks.
    pub fn lang(&self) -> Lang {
        self.display.lang()
    }

    /// The keys.
    pub fn keymap(&self) -> &Keymap {
        &self.display.settings().keymap
    }

    /// The settings that everything is shown by.
    pub fn settings(&self) -> &Settings {
        self.display.settings()
    }

    /// The settings as they were read last.
    pub fn settings_read(&self) -> &Settings {
        self.display.read()
    }

    /// The name of the theme that everything is shown in.
    pub fn theme(&self) -> &str {
        &self.display.settings().theme
    }

    /// How articles are set.
    pub fn setting(&self) -> Setting {
        self.display.setting()
    }

    /// The characters that articles are shown in.
    pub fn script(&self) -> Script {
        self.display.script()
    }

    /// How fast its user reads.
    pub fn pace(&self) -> Pace {
        self.display.settings().pace
    }

    /// What the body of the screen shows.
    pub fn view(&self) -> View {
        self.panes.view()
    }

    /// Whether the article has the focus, or would have it under a panel.
    pub fn is_reading(&self) -> bool {
        self.panes.is_reading()
    }

    /// Where each part of the screen stands.
    pub fn areas(&self) -> Areas {
        self.panes.areas()
    }

    /// The headline list.
    pub fn headlines(&self) -> &Headlines {
        &self.headlines
    }

    /// What the list knows of the article that is looked at.
    pub fn row(&self) -> Option<&Row> {
        let unfinished = || self.headlines.on_unfinished().map(|unfinished| &unfinished.row);
        let headline = || unfinished().or(self.headlines.current());
        let listed = self.hits().map_or_else(headline, |hits| Some(&hits.current()?.row));
        if self.is_reading() { self.reader().map(Reader::row) } else { listed }
    }

    /// What a search found, while it stands in place of the headline list.
    pub fn hits(&self) -> Option<&Hits> {
        self.search.hits()
    }

    /// The article.
    pub fn reader(&self) -> Option<&Reader> {
        self.article.reader.as_ref()
    }

    /// The page as it was, while it stands in place of the article.
    pub fn page_text(&self) -> Option<&PageText> {
        self.article.page.as_ref().map(|page| &page.text)
    }

    /// Whether the page that stands in place of the article has no picture, for it is no PDF.
    pub fn page_is_text_alone(&self) -> bool {
        self.article.page.as_ref().is_some_and(|page| !page.has_places)
    }

    /// The page as a picture, while it stands in place of the article.
    pub fn page_picture(&self) -> Option<&PagePicture> {
        self.article.page.as_ref()?.picture.as_ref()
    }

    /// The picture that is on the screen, and where; none while something stands over it.
    pub fn placed_picture(&self) -> Option<PlacedPicture> {
        let is_covered = self.panel.is_some() || self.arrival.page().is_some();
        self.page_picture().filter(|_| !is_covered)?.placed(self.areas().reader?)
    }

    /// The front page, while it is what the screen shows: the page as it is printed, where that is known.
    pub fn front(&self) -> Option<Front> {
        let area = self.areas().front?;
        let (rows, numbers, current) = self.headlines.page_at_cursor();
        let rows: Vec<_> = rows.into_iter().map(|row| self.script().row(row)).collect();
        let articles: Vec<_> =
            rows.iter().map(|row| FrontArticle { row, article: self.first_lines.of(row.id) }).collect();
        let row = self.headlines.current().filter(|_| self.headlines.listing().order.is_by_page());
        let sheets = row.map_or((&[][..], None), |row| (self.printed.sheets(row), self.printed.shown(row)));
        let printed = printed_front(area, sheets, &articles, (numbers.start, current), &self.setting());
        Some(printed.unwrap_or_else(|| front(area, &articles, numbers, current, &self.setting())))
    }

    /// The article of a box of the front page, once it has come.
    pub fn first_lines(&self, id: ArticleId) -> Option<&Article> {
        self.first_lines.of(id)
    }

    /// The pages that are being read in.
    pub fn arrival(&self) -> &Arrival {
        &self.arrival
    }

    /// The panel that is open.
    pub fn panel(&self) -> Option<&Panel> {
        self.panel.as_ref()
    }

    /// The line that is being typed.
    pub fn prompt(&self) -> Option<&Prompt> {
        self.prompt.as_ref()
    }

    /// Whether traditional and simplified characters find each other in searches.
    pub fn any_script(&self) -> bool {
        self.search.any_script()
    }

    /// Whether searches find words only as they are printed.
    pub fn is_exact(&self) -> bool {
        self.search.is_exact()
    }

    /// Which hits of a search come first.
    pub fn hit_order(&self) -> HitOrder {
        self.search.order()
    }

    /// The bookmarks that are on the disk.
    pub fn bookmarks(&self) -> &[Bookmark] {
        self.bookmarks.kept()
    }

    /// What the user is told.
    pub fn message(&self) -> Option<&StatusMessage> {
        self.out.message()
    }
}
