//! What the reader asks the runtime to do. The runtime does it in its own time and answers with
//! [`Event`](super::event::Event)s; effects that change something on disk are done in the order given.

use crate::model::{
    ArticleId, Bookmark, Edit, Filter, Group, Imprint, LastImport, Listing, PageRef, Part, PictureRequest, Place,
    Reading, Remedy, Row, RowKey, Search, Span, Stretch, Tag,
};

use super::config::choice::Choice;
use super::last_view::LastView;

/// Tells the answers to the newest question from those to older ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Answer with [`Event::Rows`](super::event::Event::Rows).
    LoadRows(Box<Window>),
    /// Answer with [`Event::Counted`](super::event::Event::Counted).
    Count {
        /// For the answer.
        ticket: Ticket,
        /// Which articles to count.
        filter: Filter,
    },
    /// Answer with [`Event::Article`](super::event::Event::Article).
    LoadArticle(ArticleId),
    /// Answer with [`Event::Source`](super::event::Event::Source).
    LoadSource(ArticleId),
    /// Answer with [`Event::PrintedPage`](super::event::Event::PrintedPage).
    LoadPrintedPage(RowKey),
    /// Look for the article that a jump leads to, in the same edition; answer with
    /// [`Event::JumpFound`](super::event::Event::JumpFound).
    FindJump {
        /// The article that has the jump.
        from: Box<Row>,
        /// The page that it names.
        page: PageRef,
        /// Whether it leads to where the article goes on, not to where it comes from.
        is_onward: bool,
    },
    /// Ask the terminal whether it shows pictures; answer with
    /// [`Event::PictureSupport`](super::event::Event::PictureSupport).
    AskForPictures,
    /// Draw a page; answer with [`Event::Picture`](super::event::Event::Picture). Older ones may not be drawn.
    DrawPicture(Box<PictureRequest>),
    /// Answer with [`Event::Hits`](super::event::Event::Hits), as they are found; older searches may stop.
    Search {
        /// For the answers.
        ticket: Ticket,
        /// What to look for.
        search: Search,
    },
    /// Stop searching.
    StopSearch,
    /// Answer with [`Event::Bookmarks`](super::event::Event::Bookmarks).
    LoadBookmarks,
    /// Bookmark something of an article, stamped with the time; answer with
    /// [`Event::Bookmarks`](super::event::Event::Bookmarks) once it is on the disk.
    SetBookmark {
        /// What to keep: a place, or words.
        span: Span,
        /// In which colour.
        tag: Option<Tag>,
    },
    /// Keep a bookmark that was taken away before as it was; answered like [`Effect::SetBookmark`].
    KeepBookmark(Bookmark),
    /// Change a bookmark; answered like [`Effect::SetBookmark`].
    EditBookmark {
        /// What it keeps.
        span: Span,
        /// The change.
        edit: Edit,
    },
    /// Take the bookmark that keeps this away; answered like [`Effect::SetBookmark`].
    RemoveBookmark(Span),
    /// Keep how far an article was read and where it was left; answer with
    /// [`Event::ReadingSaved`](super::event::Event::ReadingSaved).
    SaveReading {
        /// The article.
        id: ArticleId,
        /// How far it has been read.
        reading: Reading,
        /// The place at the top of the screen.
        place: Place,
    },
    /// Set articles read or unread; answer with [`Event::Marked`](super::event::Event::Marked).
    Mark(Marking),
    /// Look for the last mend of the page that an article stands on; answer with
    /// [`Event::LastMend`](super::event::Event::LastMend).
    FindMend(ArticleId),
    /// Put something right; answer with [`Event::Mended`](super::event::Event::Mended).
    Mend {
        /// The article.
        id: ArticleId,
        /// The part of it that is meant.
        part: Part,
        /// What is to be done.
        remedy: Remedy,
    },
    /// Undo the last mend of the page that an article stands on; answered like [`Effect::Mend`].
    UndoMend(ArticleId),
    /// Look for an article; answer with [`Event::Rows`](super::event::Event::Rows). An older look may
    /// stop.
    FindRow(Box<Window>),
    /// Count what is unread; answer with [`Event::UnreadCounted`](super::event::Event::UnreadCounted).
    CountUnread {
        /// For the answer.
        ticket: Ticket,
        /// Which articles to count.
        filter: Filter,
        /// In which editions and pages.
        groups: Vec<Group>,
    },
    /// Look which import can be undone; answer with [`Event::LastImport`](super::event::Event::LastImport).
    FindLastImport,
    /// Undo it, if it is still this one; answer with [`Event::ImportUndone`](super::event::Event::ImportUndone).
    UndoImport(Box<LastImport>),
    /// Say of pages by hand what is other in one imprint than in another; answer with
    /// [`Event::ImprintSet`](super::event::Event::ImprintSet).
    SayOfPages {
        /// The page, or the edition with its pages.
        group: Group,
        /// What was known.
        before: Box<Imprint>,
        /// What is said now.
        now: Box<Imprint>,
        /// The article that is at hand.
        article: ArticleId,
    },
    /// Look for new pages in the folders now; answer with [`Event::CameIn`](super::event::Event::CameIn) where
    /// there are some, else with [`Event::NothingCame`](super::event::Event::NothingCame).
    LookForPages,
    /// Write an article out; answer with [`Event::ArticleText`](super::event::Event::ArticleText).
    WriteOut {
        /// The article.
        id: ArticleId,
        /// How.
        format: WrittenAs,
    },
    /// Save an article to a new file, as Markdown where its name ends so; answer with
    /// [`Event::ArticleSaved`](super::event::Event::ArticleSaved).
    SaveArticle {
        /// The article.
        id: ArticleId,
        /// The file, as the user names it.
        path: String,
    },
    /// Keep how the program is left; nothing is answered.
    KeepView(Box<LastView>),
    /// Put text into the clipboard; answer with [`Event::Copied`](super::event::Event::Copied).
    Copy(String),
    /// Show everything in the theme of this name.
    ShowTheme(String),
    /// Answer with [`Event::Themes`](super::event::Event::Themes).
    ListThemes,
    /// Keep a choice in the file of settings; answer with
    /// [`Event::ChoiceKept`](super::event::Event::ChoiceKept).
    KeepChoice(Choice),
    /// Open the tutorial over this reader, which goes on once that one is quit.
    OpenTutorial,
    /// Paint the whole screen anew.
    Redraw,
    /// Give the terminal back and stop until continued.
    Suspend,
    /// Give the terminal back and end, once what was asked before is done.
    Quit,
}

/// How an article is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenAs {
    /// A paragraph a line.
    Text,
    /// Markdown.
    Markdown,
}

/// Articles to be set read or unread.
#[derive(Clone, Debug, PartialEq)]
pub enum Marking {
    /// One article, and what it is to be.
    Article(ArticleId, Reading),
    /// The articles of a page or an edition that a filter lets through: read, or, where all are read,
    /// unread.
    Group(Group, Box<Filter>),
}

/// A stretch of the headline list.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// For the answer.
    pub ticket: Ticket,
    /// What the list shows, and how.
    pub listing: Listing,
    /// Which stretch of it.
    pub stretch: Stretch,
}
