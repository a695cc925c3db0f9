//! A place in an article's text, and what is kept about one.

use serde::{Deserialize, Serialize};

use super::article::{Article, ArticleId};

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

impl Place {
    /// The beginning of an article.
    pub fn start_of(article: &Article) -> Self {
        let part = article.parts().next().map_or(Part::Body(0), |(part, _)| part);
        Self { article: article.id, part, byte: 0 }
    }
}

/// A place worth coming back to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmark {
    /// Where it is.
    pub place: Place,
    /// The article's headline when it was set.
    pub headline: String,
    /// The words at the place: by them it is found again in an article that was parsed anew.
    pub excerpt: String,
    /// What the reader wrote beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it was set, in seconds since 1970-01-01T00:00:00Z.
    pub created: u64,
}

impl Bookmark {
    /// The characters of an excerpt.
    const EXCERPT: usize = 40;

    /// A bookmark at a place of an article.
    pub fn at(place: Place, article: &Article, created: u64) -> Self {
        let rest = article.part(place.part).and_then(|text| text.get(place.byte..)).unwrap_or_default();
        Self {
            place,
            headline: article.title().to_owned(),
            excerpt: rest.chars().take(Self::EXCERPT).collect(),
            note: None,
            created,
        }
    }
}
