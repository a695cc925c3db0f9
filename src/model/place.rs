//! A place in an article's text.

use serde::{Deserialize, Serialize};

use super::article_id::ArticleId;

/// A text of an article. The order is that of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// 引题.
    Kicker,
    /// 主题.
    Headline,
    /// 副题.
    Deck,
    /// Dateline and byline.
    Lead,
    /// A block of the body, counted from 0.
    Body(usize),
    /// The closing credit.
    Credit,
}

impl Part {
    /// A number for each kind of part; all blocks of a body share one.
    pub(crate) fn tag(self) -> u8 {
        match self {
            Self::Kicker => 0,
            Self::Headline => 1,
            Self::Deck => 2,
            Self::Lead => 3,
            Self::Body(_) => 4,
            Self::Credit => 5,
        }
    }
}

/// A place in a text: the same words at any width and in any layout. Never a row of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The article.
    pub article: ArticleId,
    /// The text within it.
    pub part: Part,
    /// The byte within that text; always the first of a character.
    pub byte: usize,
}
