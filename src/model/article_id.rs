//! The name of an article.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The name of an article: 128 bits of a hash of its texts, 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ArticleId([u8; 16]);

impl ArticleId {
    /// The id of these bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub fn bytes(self) -> [u8; 16] {
        self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A text that is no article's id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no article id (32 hexadecimal digits)")]
pub struct NoId(String);

impl FromStr for ArticleId {
    type Err = NoId;

    fn from_str(text: &str) -> Result<Self, NoId> {
        let no_id = || NoId(text.to_owned());
        if text.len() != 32 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(no_id());
        }
        let mut bytes = [0; 16];
        for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let digits = std::str::from_utf8(digits).map_err(|_| no_id())?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| no_id())?;
        }
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for ArticleId {
    type Error = NoId;

    fn try_from(text: String) -> Result<Self, NoId> {
        text.parse()
    }
}

impl From<ArticleId> for String {
    fn from(id: ArticleId) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_written_as_it_is_read() {
        let id = ArticleId::from_bytes([0xa7; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!("12".parse::<ArticleId>().is_err());
        assert!("+f".repeat(16).parse::<ArticleId>().is_err());
    }
}
