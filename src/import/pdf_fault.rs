//! Why a PDF, or a page of one, gives no text.

use serde::{Deserialize, Serialize};

use super::limits::MOST_PAGES;

/// Why there is no page of a PDF.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize, thiserror::Error)]
pub enum PdfFault {
    /// It is opened by a password only.
    #[error("a password protects this PDF")]
    Password,
    /// It is encrypted in a way that is not known.
    #[error("this PDF is encrypted in a way that cannot be read")]
    Encryption,
    /// Its beginning says that it is a PDF, and nothing else does.
    #[error("this PDF is damaged or cut off: no page can be found in it")]
    Damaged,
    /// It has no page.
    #[error("this PDF has no pages")]
    NoPages,
    /// It has more than 10,000 pages.
    #[error("this PDF has more than {MOST_PAGES} pages, the most that are read")]
    TooManyPages,
    /// No page has any text.
    #[error("this PDF is a picture: there is no text in it")]
    Picture,
    /// What is drawn on the page is missing or cut off.
    #[error("this page of the PDF is damaged or cut off")]
    DamagedPage,
    /// Most characters of the page stand for nothing that is known.
    #[error("its text cannot be read: what its characters mean is not said in the PDF")]
    Unreadable,
    /// There is more on the page than is read.
    #[error("there is more on this page of the PDF than is read")]
    TooMuch,
    /// The page took longer than is allowed.
    #[error("this page of the PDF takes too long to read")]
    TooSlow,
    /// The process that reads it could not be started.
    #[error("the program could not be started again to read this PDF")]
    NoReader,
    /// What reads it broke down over it.
    #[error("the reader of PDF files broke down over it")]
    BrokeDown,
    /// What reads it took more memory or time than is allowed.
    #[error("reading this PDF takes more memory or time than is allowed")]
    Exhausted,
    /// What reads it gave an answer that makes no sense.
    #[error("the reader of PDF files gave an answer that makes no sense")]
    Nonsense,
}
