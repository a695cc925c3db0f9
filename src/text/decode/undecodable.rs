//! Why bytes are refused.

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
