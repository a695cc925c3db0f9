//! Why a source gives no page.

use std::io;

use super::limits::{LIMIT, MOST_LINES};
use crate::phrase::{Lang, Said, Sentence};
use crate::text::Undecodable;

/// Why there is no page.
#[derive(Debug)]
pub enum ImportError {
    /// The path leads nowhere.
    NotFound,
    /// The path is an address on the web.
    Address,
    /// The user may not read it.
    NoPermission,
    /// It is neither a file nor a folder.
    NotRegular,
    /// It has more than [`LIMIT`] bytes.
    TooLarge,
    /// A page has more than [`MOST_LINES`] lines.
    TooManyLines,
    /// It is no text.
    NotText(Undecodable),
    /// It is a PDF that gives none.
    #[cfg(feature = "pdf")]
    Pdf(super::pdf_fault::PdfFault),
    /// It is HTML that holds no article.
    Html(super::html_fault::HtmlFault),
    /// It broke off; what came before was read.
    BrokenOff,
    /// It broke off, and nothing came before.
    BrokenOffEarly,
    /// It is packed, and cannot be unpacked.
    Packed,
    /// It is packed under a password.
    Encrypted,
    /// It is an archive of more files than are read.
    TooManyFiles,
    /// The system would not have it read.
    Io(io::Error),
}

impl From<Undecodable> for ImportError {
    fn from(error: Undecodable) -> Self {
        Self::NotText(error)
    }
}

#[cfg(feature = "pdf")]
impl From<super::pdf_fault::PdfFault> for ImportError {
    fn from(fault: super::pdf_fault::PdfFault) -> Self {
        Self::Pdf(fault)
    }
}

impl From<super::html_fault::HtmlFault> for ImportError {
    fn from(fault: super::html_fault::HtmlFault) -> Self {
        Self::Html(fault)
    }
}

impl Said for ImportError {
    fn said(&self, lang: Lang) -> String {
        let sentence = match self {
            Self::NotFound => Sentence::NoSuchFile,
            Self::Address => Sentence::Address,
            Self::NoPermission => Sentence::NoPermissionToRead,
            Self::NotRegular => Sentence::NotRegularSource,
            Self::TooLarge => Sentence::TooLarge(LIMIT >> 20),
            Self::TooManyLines => Sentence::TooManyLines(MOST_LINES),
            Self::NotText(refusal) => sentence_of(refusal),
            #[cfg(feature = "pdf")]
            Self::Pdf(fault) => fault.sentence(),
            Self::Html(fault) => fault.sentence(),
            Self::BrokenOff => Sentence::BreaksOff,
            Self::BrokenOffEarly => Sentence::BreaksOffEarly,
            Self::Packed => Sentence::CannotBeUnpacked,
            Self::Encrypted => Sentence::PackedUnderPassword,
            Self::TooManyFiles => Sentence::TooManyFiles,
            Self::Io(error) => return error.said(lang),
        };
        sentence.said(lang)
    }
}

/// Why bytes are no page of text.
fn sentence_of(refusal: &Undecodable) -> Sentence {
    match refusal {
        Undecodable::Empty => Sentence::NoText,
        Undecodable::Kind("PDF") => Sentence::IsPdf,
        Undecodable::Kind(kind) => Sentence::IsBinaryFile(kind),
        Undecodable::Doubt(one, other) => Sentence::EncodingInDoubt(one.to_string(), other.to_string()),
        Undecodable::Binary => Sentence::IsBinary,
    }
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
    /// Why there is no page in a source.
    pub fn new(source: impl Into<String>, error: impl Into<ImportError>) -> Self {
        Self { source: source.into(), source_page: 1, error: error.into() }
    }
}

impl Said for ImportFailure {
    fn said(&self, lang: Lang) -> String {
        format!("{}: {}", place(&self.source, self.source_page, lang), self.error.said(lang))
    }
}

/// A source, and the page of it: the first is not named.
pub fn place(source: &str, page: u32, lang: Lang) -> String {
    if page > 1 { Sentence::PageOf(source.to_owned(), page).said(lang) } else { source.to_owned() }
}
