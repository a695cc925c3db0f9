//! What becomes of the pages, told as it happens.

use crate::import::ImportFailure;
use crate::store::{Added, Error, PreparedPage};

/// Something that happened to the pages.
#[derive(Debug)]
pub enum IngestEvent {
    /// The first page has been read and is about to be parsed.
    FirstPage {
        /// Its source, as given.
        source: String,
        /// Its whole text, decoded.
        text: String,
    },
    /// A part of a source could not be decoded; U+FFFD stands for it in the page that was made.
    Undecodable {
        /// The source, as given.
        source: String,
        /// How many bytes.
        bytes: usize,
    },
    /// A source or a page could not be read or parsed; the others go on.
    Failed(IngestError),
    /// Pages are in the library.
    Stored(Vec<Added>),
    /// A page could not be stored: it is handed back, and why.
    Unstored(Box<Prepared>, Error),
    /// How far the sources have been gone through.
    Progress {
        /// Sources whose pages are in the library or have failed.
        done: usize,
        /// Sources altogether.
        all: usize,
    },
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

/// A page that is ready for the library.
#[derive(Debug)]
pub struct Prepared {
    /// Its source, as given.
    pub source: String,
    /// It, packed.
    pub parcel: PreparedPage,
}

/// What becomes of a part of a source.
#[derive(Debug)]
pub enum PageOutcome<T> {
    /// What has been made of a page.
    Page(T),
    /// A page, or a source, that is none.
    Failed(IngestError),
    /// So many bytes of a source could not be decoded.
    Undecodable {
        /// The source, as given.
        source: String,
        /// How many bytes.
        bytes: usize,
    },
}

/// The sentence that says how much of a source could not be decoded.
pub fn undecodable(source: &str, bytes: usize) -> String {
    let noun = if bytes == 1 { "byte" } else { "bytes" };
    format!("{source}: {bytes} {noun} could not be decoded")
}
