//! Why an HTML file gives no article.

use crate::phrase::Sentence;

/// Why there is no article in an HTML file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HtmlFault {
    /// Nothing on it reads as an article.
    NoArticle,
    /// It names the articles of a newspaper page and holds none.
    Index,
    /// There is more on it than is read.
    TooMuch,
}

impl HtmlFault {
    /// What is said of it.
    pub fn sentence(self) -> Sentence {
        match self {
            Self::NoArticle => Sentence::HtmlWithoutArticle,
            Self::Index => Sentence::HtmlIndex,
            Self::TooMuch => Sentence::HtmlTooMuch,
        }
    }
}
