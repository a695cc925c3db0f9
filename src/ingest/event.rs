//! What becomes of the pages, told as it happens.

use crate::import::{HtmlFault, ImportFailure, LeftOut};
use crate::model::RawPage;
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
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// It could not be read.
    #[error(transparent)]
    Import(#[from] ImportFailure),
    /// A fault of the program itself, met while this source was read or parsed.
    #[error("{0}: the parser broke down over it; please report this")]
    Internal(String),
    /// It could not be made ready for the library.
    #[error("{0}: {1}")]
    Store(String, Error),
}

impl IngestError {
    /// An index of a newspaper page of which there is no article.
    pub fn index(source: &str) -> Self {
        Self::Import(ImportFailure::new(source, HtmlFault::Index))
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

/// The sentence that says how much of a source could not be read.
pub fn undecodable(source: &str, unread: Unread) -> String {
    match unread {
        Unread::Bytes(1) => format!("{source}: 1 byte could not be decoded"),
        Unread::Bytes(bytes) => format!("{source}: {bytes} bytes could not be decoded"),
        Unread::Areas(1) => format!("{source}: 1 area of its map is not on the page and was left out"),
        Unread::Areas(areas) => format!("{source}: {areas} areas of its map are not on the page and were left out"),
        Unread::Characters(unread, all) => format!("{source}: {unread} of {all} characters could not be read"),
    }
}

/// The sentences that say which files were left out, kind by kind; of many the first.
pub fn left_out(files: &[LeftOut]) -> Vec<String> {
    const NAMED: usize = 8;
    let mut kinds: Vec<_> = files.iter().map(|file| file.kind).collect();
    kinds.sort();
    kinds.dedup();
    let sentence = |kind| {
        let names: Vec<&str> = files.iter().filter(|file| file.kind == kind).map(|file| file.source.as_str()).collect();
        let more = names.len().saturating_sub(NAMED);
        let named = names[..names.len() - more].join(", ");
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        format!("left out as no pages ({kind}): {named}{more}")
    };
    kinds.into_iter().map(sentence).collect()
}
