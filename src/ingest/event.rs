//! What becomes of the pages, told as it happens.

use crate::import::{FileKind, HtmlFault, ImportFailure, LeftOut, place};
use crate::model::RawPage;
use crate::phrase::{Lang, Said, Sentence};
use crate::store::{Added, Error, PreparedPage};

/// Something that happened to the pages.
#[derive(Debug)]
pub enum IngestEvent {
    /// Files of folders are no pages and were passed over.
    LeftOut(Vec<LeftOut>),
    /// The first page has been read and is about to be parsed.
    FirstPage {
        /// Its source, as given.
        source: String,
        /// Its whole text, decoded.
        text: String,
    },
    /// A part of a source could not be read; U+FFFD stands for it in the page that was made.
    Undecodable {
        /// The source, as given.
        source: String,
        /// How much.
        unread: Unread,
    },
    /// A source or a page could not be read or parsed; the others go on.
    Failed(IngestError),
    /// Pages are in the library.
    Stored(Vec<Added>),
    /// A page could not be stored: it is handed back, and why.
    Unstored(Box<Prepared>, Error),
    /// How far the sources have been gone through.
    Progress(Advance),
}

/// How far sources have been gone through: counted in sources, or in pages where there is one source and it
/// says how many it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Advance {
    /// Those that are in the library or have failed.
    pub done: usize,
    /// All of them.
    pub all: usize,
}

/// Why a page is not in the library.
#[derive(Debug)]
pub enum IngestError {
    /// It could not be read.
    Import(ImportFailure),
    /// A fault of the program itself, met while this page of a source was read or parsed.
    Internal(String, u32),
    /// It could not be made ready for the library.
    Store(String, Error),
}

impl IngestError {
    /// An index of a newspaper page of which there is no article.
    pub fn index(source: &str) -> Self {
        Self::Import(ImportFailure::new(source, HtmlFault::Index))
    }
}

impl From<ImportFailure> for IngestError {
    fn from(failure: ImportFailure) -> Self {
        Self::Import(failure)
    }
}

impl Said for IngestError {
    fn said(&self, lang: Lang) -> String {
        match self {
            Self::Import(failure) => failure.said(lang),
            Self::Internal(source, page) => (place(source, *page, lang), Sentence::ParserBrokeDown).said(lang),
            Self::Store(source, error) => format!("{source}: {}", error.said(lang)),
        }
    }
}

/// A page that is ready for the library.
#[derive(Debug)]
pub struct Prepared {
    /// Its source, as given.
    pub source: String,
    /// It, packed.
    pub parcel: PreparedPage,
    /// Whether it is the index of a newspaper page.
    pub is_index: bool,
}

/// What becomes of a part of a source.
#[derive(Debug)]
pub enum PageOutcome<T> {
    /// What has been made of a page.
    Page(T),
    /// A page, or a source, that is none.
    Failed(IngestError),
    /// A part of a source could not be read.
    Undecodable {
        /// The source, as given.
        source: String,
        /// How much.
        unread: Unread,
    },
}

/// How much of a source could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Bytes of a text.
    Bytes(usize),
    /// Printed characters whose meaning is not said, and how many there are in all.
    Characters(usize, usize),
    /// Areas of the map of a page that are not on the page.
    Areas(usize),
}

/// What could not be read of the pages of a source so far.
#[derive(Debug, Default)]
pub struct UnreadCount {
    unread: usize,
    /// The characters of printed pages.
    printed: usize,
    is_print: bool,
    /// The areas of maps that are not on the page.
    areas: usize,
}

impl UnreadCount {
    /// Counts a page.
    pub fn add(&mut self, page: &RawPage) {
        self.unread += page.unread;
        self.is_print |= page.geometry.is_some();
        self.areas += page.map.as_ref().map_or(0, |map| map.outside);
        self.printed += page.text.chars().filter(|c| !c.is_whitespace()).count();
    }

    /// It, if there is anything to tell.
    pub fn told(&self) -> impl Iterator<Item = Unread> {
        let text = match (self.unread, self.is_print) {
            (0, _) => None,
            (unread, true) => Some(Unread::Characters(unread, self.printed)),
            (unread, false) => Some(Unread::Bytes(unread)),
        };
        text.into_iter().chain((self.areas > 0).then_some(Unread::Areas(self.areas)))
    }
}

/// What is said of how much of a source could not be read.
pub fn undecodable(source: String, unread: Unread) -> (String, Sentence) {
    let sentence = match unread {
        Unread::Bytes(bytes) => Sentence::BytesUndecoded(bytes),
        Unread::Areas(areas) => Sentence::AreasLeftOut(areas),
        Unread::Characters(unread, all) => Sentence::CharactersUnread { unread, all },
    };
    (source, sentence)
}

/// The sentences that say which files were left out, kind by kind; of many the first.
pub fn left_out(files: &[LeftOut]) -> Vec<Sentence> {
    const NAMED: usize = 8;
    let mut kinds: Vec<_> = files.iter().map(|file| file.kind).collect();
    kinds.sort();
    kinds.dedup();
    let sentence = |kind: FileKind| {
        let of_kind = files.iter().filter(|file| file.kind == kind);
        let mut named: Vec<_> = of_kind.map(|file| file.source.clone()).collect();
        let more = named.len().saturating_sub(NAMED);
        named.truncate(NAMED);
        Sentence::LeftOut { kind: Box::new(kind.sentence()), named, more }
    };
    kinds.into_iter().map(sentence).collect()
}
