//! Why a source gives no page.

use std::fmt;
use std::io;

use super::limits::{LIMIT, MOST_LINES};
use crate::text::Undecodable;

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The path leads nowhere.
    #[error("there is no such file")]
    NotFound,
    /// The path is an address on the web.
    #[error("this is an address; paper-reader reads files: save the page, and open what was saved")]
    Address,
    /// The user may not read it.
    #[error("no permission to read it")]
    NoPermission,
    /// It is neither a file nor a folder.
    #[error("this is no regular file (a device, a pipe or a socket)")]
    NotRegular,
    /// It has more than [`LIMIT`] bytes.
    #[error("this is larger than {} MiB, the most that is read as one page", LIMIT >> 20)]
    TooLarge,
    /// A page has more than [`MOST_LINES`] lines.
    #[error("this has more than {MOST_LINES} lines, the most that are read as one page")]
    TooManyLines,
    /// It is no text.
    #[error(transparent)]
    NotText(#[from] Undecodable),
    /// It is a PDF that gives none.
    #[cfg(feature = "pdf")]
    #[error(transparent)]
    Pdf(#[from] super::pdf_fault::PdfFault),
    /// It is HTML that holds no article.
    #[error(transparent)]
    Html(#[from] super::html_fault::HtmlFault),
    /// It broke off; what came before was read.
    #[error("the file breaks off; only what stands before that was read")]
    BrokenOff,
    /// It broke off, and nothing came before.
    #[error("the file breaks off before its first line of text")]
    BrokenOffEarly,
    /// It is packed, and cannot be unpacked.
    #[error("it cannot be unpacked: damaged, or packed in a way that is not known")]
    Packed,
    /// It is packed under a password.
    #[error("it is packed under a password")]
    Encrypted,
    /// It is an archive of more files than are read.
    #[error("this archive is too large, or has more than 10000 files")]
    TooManyFiles,
    /// The system would not have it read.
    #[error(transparent)]
    Io(io::Error),
}

impl From<io::Error> for ImportError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::NoPermission,
            _ => Self::Io(error),
        }
    }
}

/// A source that gives no page, or the page of it that cannot be had, and why.
#[derive(Debug)]
pub struct ImportFailure {
    /// The source as given.
    pub source: String,
    /// The page's number in the source, from 1. The first is not named: most sources have no other.
    pub source_page: u32,
    /// Why.
    pub error: ImportError,
}

impl ImportFailure {
    /// A source, and the page of it: the first is not named.
    pub fn place(source: &str, page: u32) -> String {
        if page > 1 { format!("{source}, page {page}") } else { source.to_owned() }
    }

    /// Why there is no page in a source.
    pub fn new(source: impl Into<String>, error: impl Into<ImportError>) -> Self {
        Self { source: source.into(), source_page: 1, error: error.into() }
    }
}

impl fmt::Display for ImportFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", Self::place(&self.source, self.source_page), self.error)
    }
}

impl std::error::Error for ImportFailure {}
