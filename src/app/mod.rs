//! The state of the reader and its changes. **Invariant:** pure; no input, no output, no clock, no terminal.
//!
//! [`App`] is everything the reader knows; [`update`] changes it by an [`Event`] and says in
//! [`Effect`]s what is to be done about it. A part of the screen has a file of its own for its
//! state ([`Headlines`], [`Hits`], [`Reader`], [`PageText`], [`Panel`], [`BookmarkList`], [`Prompt`]); what the user
//! does to them all stands in `moving`, `listing`, `opening`, `finding`, `filtering`, `marking`,
//! `selecting`, `keeping`, `showing`, `front` and `mouse`.

mod areas;
mod bookmarks;
mod config;
mod diagnostic;
mod dispatch;
mod effect;
mod event;
mod front;
mod input;
mod list;
mod mouse;
mod pane;
mod panels;
mod reader;
mod search;
mod settle;

pub use areas::{Area, Areas, Size, View, areas, panel};
pub use bookmarks::list::BookmarkList;
pub use config::pace::Pace;
pub use config::script::Script;
pub use config::settings::{EXAMPLE, Settings};
pub use diagnostic::{Diagnostic, read as read_toml, unknown};
pub use effect::{Effect, Window};
pub use event::{Event, LoadedArticle, Mouse, MouseKind, Ticket};
pub use front::layout::{Front, FrontBox, Weight};
pub use input::action::{Action, ActionEntry, ActionGroup};
pub use input::key::{Key, KeyCode, NoKey};
pub use input::keymap::Keymap;
pub use input::prompt::{Prompt, Purpose};
pub use list::actions::{Arrival, order_phrase};
pub use list::filter::{FilterError, TypedFilter};
pub use list::headlines::Headlines;
pub use list::line::{LENGTHS, ListLine, MARKS, TAG, TIME, TIMES, headline_room, is_whole_edition};
pub use pane::Cursor;
pub use panels::{BOOKMARK_ROWS, HelpLine, Panel, help_lines};
pub use reader::page_text::{PageRow, PageText};
pub use reader::pane::Reader;
pub use search::hits::{Hits, ROWS as HIT_ROWS};
pub use search::matches::ArticleMatches;
pub use search::query::{Finder, Query};

use std::collections::VecDeque;

use crate::model::{ArticleId, Bookmark, HitOrder, Row, Span};
use crate::phrase::{Lang, Phrase};
use crate::typeset::Setting;

use front::actions::FirstLines;
use reader::history::History;
use reader::open::ArticleRequest;
use search::actions::Origin;

/// How the reader begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartWith {
    /// With what the library has.
    Library,
    /// With pages that are being read: nothing is listed until [`Event::Imported`].
    Pages,
}

/// Everything the reader knows.
#[derive(Debug)]
pub struct App {
    /// The settings as they were read last; keys may have turned some since.
    settings: Settings,
    setting: Setting,
    script: Script,
    /// The language that the environment asks for.
    locale: Lang,
    lang: Lang,
    size: Size,
    view: View,
    /// Where one comes back to from an article: the list or the front page.
    home: View,
    headlines: Headlines,
    /// What was typed to narrow the list.
    narrowed: String,
    hits: Option<Hits>,
    reader: Option<Reader>,
    page_text: Option<PageText>,
    panel: Option<Panel>,
    prompt: Option<Prompt>,
    bookmarks: Vec<Bookmark>,
    /// What is being bookmarked, or taken away.
    toggled: Option<Span>,
    /// What was bookmarked last.
    latest: Option<Span>,
    /// The bookmarks that were taken away, the last one last.
    removed: Vec<Bookmark>,
    history: History,
    notice: Option<StatusMessage>,
    arrival: Option<Arrival>,
    wanted: Option<ArticleRequest>,
    /// Pages in the library, pages altogether, while pages are being read.
    importing: Option<(usize, usize)>,
    /// The article that the library turned out not to have.
    gone: Option<ArticleId>,
    /// The article that was asked for last and has not come.
    loading: Option<ArticleId>,
    /// The article whose page is asked for.
    page_wanted: Option<ArticleId>,
    /// The first keys of a sequence.
    begun: Vec<Key>,
    /// Keys for the article that is being opened.
    typed_ahead: VecDeque<Key>,
    finding: Option<Origin>,
    /// Whether traditional and simplified find each other.
    any_script: bool,
    /// Which hits of a search come first.
    hit_order: HitOrder,
    first_lines: FirstLines,
    /// What the mouse's button went down on.
    pressed: Option<mouse::Pressed>,
    /// The columns of the list beside an article, once the divider was dragged.
    list_width: Option<u16>,
    last_ticket: Ticket,
    effects: Vec<Effect>,
}

/// Something the user is told in the status line until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatusMessage {
    /// The program's own words.
    Phrase(Phrase),
    /// A sentence from outside.
    Text(String),
}

impl App {
    /// A reader on a screen of some size, and what it asks for first.
    pub fn new(settings: &Settings, lang: Lang, size: Size, start: StartWith) -> (Self, Vec<Effect>) {
        let mut app = Self {
            settings: settings.clone(),
            setting: settings.setting,
            script: settings.script,
            locale: lang,
            lang: settings.lang.unwrap_or(lang),
            size,
            view: View::Headlines,
            home: View::Headlines,
            headlines: Headlines::new(settings.setting.metrics),
            narrowed: String::new(),
            hits: None,
            reader: None,
            page_text: None,
            panel: None,
            prompt: None,
            bookmarks: Vec::new(),
            toggled: None,
            latest: None,
            removed: Vec::new(),
            history: History::default(),
            notice: None,
            arrival: None,
            wanted: None,
            importing: None,
            gone: None,
            loading: None,
            page_wanted: None,
            begun: Vec::new(),
            typed_ahead: VecDeque::new(),
            finding: None,
            any_script: settings.any_script,
            hit_order: HitOrder::default(),
            first_lines: FirstLines::default(),
            pressed: None,
            list_width: None,
            last_ticket: Ticket::default(),
            effects: Vec::new(),
        };
        match start {
            StartWith::Library => app.list_all(),
            StartWith::Pages => app.arrival = Some(Arrival::default()),
        }
        app.ask(Effect::LoadBookmarks);
        app.settle();
        let effects = std::mem::take(&mut app.effects);
        (app, effects)
    }

    /// The language it speaks.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The keys.
    pub fn keymap(&self) -> &Keymap {
        &self.settings.keymap
    }

    /// How articles are set.
    pub fn setting(&self) -> Setting {
        self.setting
    }

    /// The characters that articles are shown in.
    pub fn script(&self) -> Script {
        self.script
    }

    /// How fast its user reads.
    pub fn pace(&self) -> Pace {
        self.settings.pace
    }

    /// What the body of the screen shows.
    pub fn view(&self) -> View {
        self.view
    }

    /// Whether an article has the focus.
    pub fn is_reading(&self) -> bool {
        matches!(self.view, View::Reader | View::Zen)
    }

    /// Where each part of the screen stands.
    pub fn areas(&self) -> Areas {
        areas(self.size, self.view, self.list_width)
    }

    /// The headline list.
    pub fn headlines(&self) -> &Headlines {
        &self.headlines
    }

    /// What the list knows of the article that is looked at.
    pub fn row(&self) -> Option<&Row> {
        let listed = self.hits.as_ref().map_or_else(|| self.headlines.current(), |hits| Some(&hits.current()?.row));
        if self.is_reading() { self.reader.as_ref().map(Reader::row) } else { listed }
    }

    /// What was typed to narrow the list; empty where nothing narrows it.
    pub fn narrowed(&self) -> &str {
        &self.narrowed
    }

    /// What a search found, while it stands in place of the headline list.
    pub fn hits(&self) -> Option<&Hits> {
        self.hits.as_ref()
    }

    /// The article.
    pub fn reader(&self) -> Option<&Reader> {
        self.reader.as_ref()
    }

    /// The page as it was, while it stands in place of the article.
    pub fn page_text(&self) -> Option<&PageText> {
        self.page_text.as_ref()
    }

    /// The pages that are being read, until the first is in the library.
    pub fn arrival(&self) -> Option<&Arrival> {
        self.arrival.as_ref()
    }

    /// How many pages are in the library and how many altogether, while pages are being read.
    pub fn importing(&self) -> Option<(usize, usize)> {
        self.importing
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
        self.any_script
    }

    /// Which hits of a search come first.
    pub fn hit_order(&self) -> HitOrder {
        self.hit_order
    }

    /// The bookmarks that are on the disk.
    pub fn bookmarks(&self) -> &[Bookmark] {
        &self.bookmarks
    }

    /// What the user is told.
    pub fn notice(&self) -> Option<&StatusMessage> {
        self.notice.as_ref()
    }

    fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    fn ticket(&mut self) -> Ticket {
        self.last_ticket.0 += 1;
        self.last_ticket
    }

    fn say(&mut self, phrase: Phrase) {
        self.notice = Some(StatusMessage::Phrase(phrase));
    }
}

/// Changes the state by an event; what is to be done about it.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => app.key(key),
        Event::Mouse(mouse) => app.mouse(mouse),
        Event::Paste(text) => app.paste(&text),
        Event::Resize(size) => app.size = size,
        Event::PageRead { source, text } => app.page_read(source, text),
        Event::Progress { done, all } => app.progress(done, all),
        Event::Imported { pages, finished } => app.imported(pages, finished),
        Event::Rows { ticket, rows, more } => app.headlines.take(ticket, rows, more),
        Event::Counted { ticket, count } => app.headlines.counted(ticket, count),
        Event::Article { id, found } => app.article_came(id, found),
        Event::Source { id, page } => app.page_came(id, page),
        Event::Hits { ticket, hits, finished } => app.hits_came(ticket, hits, finished),
        Event::Bookmarks(bookmarks) => app.bookmarks_came(bookmarks),
        Event::ReadingSaved { id, reading } => app.headlines.mark(id, reading),
        Event::Settings(settings) => app.settings_came(*settings),
        Event::Copied => app.say(Phrase::Copied),
        Event::Notice(sentence) => app.notice = Some(StatusMessage::Text(sentence)),
        Event::End => app.end(),
    }
    app.catch_up();
    app.settle();
    std::mem::take(&mut app.effects)
}
