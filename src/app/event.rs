//! What happens to the reader: keys, sizes, and what the runtime brings back.
//!
//! Every [`Effect`](super::effect::Effect) that asks for something is answered, by an empty answer where it
//! failed; why it failed comes beside it as an [`Event::Notice`].

use std::sync::Arc;
use std::time::Duration;

use crate::model::{
    Article, ArticleId, Bookmark, Group, Hit, LastImport, Listed, Mended, NoPicture, PageId, Picture, PictureRequest,
    PixelSize, Place, PrintedPage, Reading, Remedy, Row, RowKey, SourcePage,
};

use super::areas::Size;
use super::config::choice::Choice;
use super::config::settings::Settings;
use super::effect::Ticket;
use super::input::key::Key;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// How long the program has run. It comes before what the user does; by itself it changes
    /// nothing on the screen.
    Time(Duration),
    /// A key was pressed, or is being held.
    Key(Key),
    /// The mouse did something.
    Mouse(Mouse),
    /// Text was pasted: text wherever text is typed, nothing elsewhere.
    Paste(String),
    /// The terminal has this size now.
    Resize(Size),
    /// A page that was asked for has been read and is about to be parsed: shown until its articles come.
    PageRead {
        /// The page, as given.
        source: String,
        /// Its whole text, decoded.
        text: Arc<str>,
    },
    /// How far the reading of the pages that were asked for has come.
    Progress {
        /// Pages that are in the library.
        done: usize,
        /// Pages altogether.
        all: usize,
    },
    /// Pages that were asked for are in the library; may come more than once.
    Imported {
        /// The pages, new or known before.
        pages: Vec<PageId>,
        /// Whether these were the last.
        finished: bool,
    },
    /// Pages have come to the library by themselves, or have gone from it; may come more than once.
    CameIn {
        /// How many articles are new; of several such events the last says it of all.
        articles: usize,
        /// Whether these were the last.
        finished: bool,
    },
    /// The folders have been looked into, as was asked for, and nothing in them is new.
    NothingCame {
        /// Whether there are any folders.
        has_folders: bool,
    },
    /// Entries of the headline list.
    Rows {
        /// The question.
        ticket: Ticket,
        /// The entries, in the list's order whichever the direction.
        rows: Vec<Listed>,
        /// Whether there are more that way.
        more: bool,
    },
    /// How many articles a filter lets through.
    Counted {
        /// The question.
        ticket: Ticket,
        /// The articles.
        count: u64,
    },
    /// How many articles are unread in editions and pages.
    UnreadCounted {
        /// The question.
        ticket: Ticket,
        /// The articles of each; those that have too many to be counted are left out.
        counts: Vec<(Group, u64)>,
    },
    /// An article.
    Article {
        /// Which was asked for.
        id: ArticleId,
        /// What the library has of it.
        found: Option<Box<LoadedArticle>>,
    },
    /// The page of an article as it was.
    Source {
        /// The article.
        id: ArticleId,
        /// The page, if the library has it.
        page: Option<SourcePage>,
    },
    /// Where the articles of a page are printed.
    PrintedPage {
        /// A row of the page.
        key: RowKey,
        /// The page, if the library has it.
        page: Option<PrintedPage>,
    },
    /// Where a jump leads.
    JumpFound {
        /// The article that has it.
        from: ArticleId,
        /// The place, if the library has it.
        place: Option<Place>,
    },
    /// Whether the terminal shows pictures; also where the size of its cells has changed.
    PictureSupport(PictureSupport),
    /// A picture that was asked for.
    Picture {
        /// What was asked for.
        request: Box<PictureRequest>,
        /// The picture, or why there is none.
        drawn: Result<Arc<Picture>, NoPicture>,
    },
    /// Articles that a search found, in the order of the library; may come more than once.
    Hits {
        /// The question.
        ticket: Ticket,
        /// More hits.
        hits: Vec<Hit>,
        /// Whether these were the last.
        finished: bool,
    },
    /// The bookmarks that the file holds now.
    Bookmarks(Vec<Bookmark>),
    /// How far an article has been read is now in the library.
    ReadingSaved {
        /// The article.
        id: ArticleId,
        /// How far.
        reading: Reading,
    },
    /// Articles have been set read or unread in the library.
    Marked {
        /// The articles.
        articles: Vec<ArticleId>,
        /// What they are now.
        reading: Reading,
    },
    /// The last mend of the page that an article stands on.
    LastMend {
        /// The article.
        id: ArticleId,
        /// What was done, and whether its lines are there.
        last: Option<(Remedy, bool)>,
    },
    /// A page has been put right in the library, or a mend of it undone; none where there was nothing to do.
    Mended(Option<Mended>),
    /// The import that can be undone.
    LastImport(Option<LastImport>),
    /// Whether the last import has been undone.
    ImportUndone(bool),
    /// What was said of pages is in the library.
    ImprintSet {
        /// The pages that are others now.
        pages: usize,
        /// Where the article that was at hand stands now.
        row: Option<Box<Row>>,
    },
    /// The user has changed the settings.
    Settings(Box<Settings>),
    /// The names of the themes that there are.
    Themes(Vec<String>),
    /// A choice is in the file of settings.
    ChoiceKept(Choice),
    /// An article, written out.
    ArticleText(String),
    /// An article is in a file of this name.
    ArticleSaved(String),
    /// What was to be copied has gone there.
    Copied(CopiedTo),
    /// The library of an earlier version is being indexed anew: articles done, articles altogether.
    Indexing(u64, u64),
    /// Something the user is to be told: a fault, a file set aside.
    Notice(String),
    /// The program is to end: a signal, a terminal gone.
    End,
}

/// Whether the terminal shows pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureSupport {
    /// It has not been asked.
    #[default]
    Unasked,
    /// It does; how large its cells are.
    Shown(PixelSize),
    /// It does not, and why.
    None(NoPicture),
}

/// Where a copied text has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopiedTo {
    /// To tmux, which keeps it and hands it to its terminal.
    Tmux,
    /// To tmux, which keeps it.
    TmuxAlone,
    /// To the terminal, which does not say whether it took it.
    Terminal,
}

/// An article as the library hands it over.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadedArticle {
    /// The article.
    pub article: Arc<Article>,
    /// Its line in the headline list.
    pub row: Row,
    /// Where its reader left it.
    pub place: Option<Place>,
}

/// What the mouse did, and in which cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// The row, from 0.
    pub row: u16,
    /// The column, from 0.
    pub column: u16,
}

/// What a mouse can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// The first button went down.
    Press,
    /// It moved with the first button down.
    Drag,
    /// The first button went up.
    Release,
    /// The wheel turned away from the hand.
    WheelUp,
    /// The wheel turned towards the hand.
    WheelDown,
}
