//! Why bytes are refused.

use std::fmt;

use super::encoding::Encoding;

/// Why bytes are no page of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undecodable {
    /// There are no bytes, or nothing but white space.
    Empty,
    /// The bytes are of a kind of file that is not text; its name.
    Kind(&'static str),
    /// The bytes are as likely in the one encoding as in the other, and make another text in each.
    Doubt(Encoding, Encoding),
    /// The bytes are no text in any encoding known here.
    Binary,
}

impl fmt::Display for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "there is no text in it"),
            Self::Kind("PDF") => {
                write!(f, "this is a PDF file; extract its text layer first, for example with pdftotext")
            }
            Self::Kind(kind) => write!(f, "this is a binary file ({kind}), not a page of text"),
            Self::Doubt(one, other) => {
                write!(f, "this is text in {one} or in {other}; settle which by converting it to UTF-8")
            }
            Self::Binary => write!(f, "this is binary data, or text in an encoding that is not known here"),
        }
    }
}

impl std::error::Error for Undecodable {}
