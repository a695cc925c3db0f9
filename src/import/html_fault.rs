//! Why an HTML file gives no article.

/// Why there is no article in an HTML file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HtmlFault {
    /// Nothing on it reads as an article.
    #[error("there is no article on this HTML page")]
    NoArticle,
    /// It names the articles of a newspaper page and holds none.
    #[error("this HTML page is the index of a newspaper page: it only links to its articles")]
    Index,
    /// There is more on it than is read.
    #[error("there is more on this HTML page than is read")]
    TooMuch,
}
