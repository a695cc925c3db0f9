//! Why a PDF, or a page of one, gives no text.

use serde::{Deserialize, Serialize};

use super::limits::MOST_PAGES;
use crate::phrase::Sentence;

/// Why there is no page of a PDF.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub enum PdfFault {
    /// It is opened by a password only.
    Password,
    /// It is encrypted in a way that is not known.
    Encryption,
    /// Its beginning says that it is a PDF, and nothing else does.
    Damaged,
    /// It has no page.
    NoPages,
    /// It has more than 10,000 pages.
    TooManyPages,
    /// No page has any text.
    Picture,
    /// What is drawn on the page is missing or cut off.
    DamagedPage,
    /// Most characters of the page stand for nothing that is known.
    Unreadable,
    /// There is more on the page than is read.
    TooMuch,
    /// The page took longer than is allowed.
    TooSlow,
    /// The process that reads it could not be started.
    NoReader,
    /// What reads it broke down over it.
    BrokeDown,
    /// What reads it took more memory or time than is allowed.
    Exhausted,
    /// What reads it gave an answer that makes no sense.
    Nonsense,
}

impl PdfFault {
    /// What is said of it.
    pub fn sentence(self) -> Sentence {
        match self {
            Self::Password => Sentence::PdfPassword,
            Self::Encryption => Sentence::PdfEncryption,
            Self::Damaged => Sentence::PdfDamaged,
            Self::NoPages => Sentence::PdfWithoutPages,
            Self::TooManyPages => Sentence::PdfOfTooManyPages(MOST_PAGES),
            Self::Picture => Sentence::PdfPicture,
            Self::DamagedPage => Sentence::PdfPageDamaged,
            Self::Unreadable => Sentence::PdfUnreadable,
            Self::TooMuch => Sentence::PdfPageTooMuch,
            Self::TooSlow => Sentence::PdfPageTooSlow,
            Self::NoReader => Sentence::PdfNoReader,
            Self::BrokeDown => Sentence::PdfBrokeDown,
            Self::Exhausted => Sentence::PdfExhausted,
            Self::Nonsense => Sentence::PdfNonsense,
        }
    }
}
