//! What can be asked of a library, and what comes back.

use serde::{Deserialize, Serialize};

use super::article::Kind;
use super::article_id::ArticleId;
use super::date::Date;
use super::place::Place;

/// Where a row stands in the library's order; the order of the rows is the order of the keys.
/// Editions newest first, then publication, page and place on the page. What the numbers mean is
/// the library's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowKey {
    /// Smaller is newer.
    pub edition: i64,
    /// The page within the edition.
    pub page: i64,
    /// The article on its page.
    pub article: i64,
}

/// Which way a window lies from the row beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// After it: older editions, later pages.
    #[default]
    Forward,
    /// Before it.
    Backward,
}

/// A line of the headline list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its place in the order.
    pub key: RowKey,
    /// The article.
    pub id: ArticleId,
    /// A story or a picture.
    pub kind: Kind,
    /// The headline, or the first words of an article without one.
    pub headline: String,
    /// The newspaper.
    pub publication: Option<String>,
    /// The day.
    pub date: Option<Date>,
    /// The page's number.
    pub page_number: Option<u32>,
    /// The page's name.
    pub page_name: Option<String>,
    /// The page's label as printed, where that is more than its number.
    pub page_label: Option<String>,
    /// Where the page was imported from.
    pub source: String,
    /// Its length in characters, white space left out.
    pub characters: u64,
    /// How far it has been read.
    pub reading: Reading,
}

/// How far an article has been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reading {
    /// Not opened yet.
    #[default]
    Unread,
    /// Opened, not to its end.
    Started,
    /// Seen to its end.
    Read,
}

/// Which articles a list shows. What is `None` or empty limits nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What the headline holds, in characters of either script, in pinyin or its initials.
    pub headline: String,
    /// What the newspaper's name holds.
    pub newspaper: Option<String>,
    /// The first day wanted; pages without a day are not.
    pub since: Option<Date>,
    /// The last day wanted; pages without a day are not.
    pub until: Option<Date>,
    /// The page's name.
    pub page_name: Option<String>,
    /// Only pages imported from these sources.
    pub sources: Vec<String>,
    /// Only these pages.
    pub pages: Vec<PageId>,
    /// What one of the names in the byline holds.
    pub byline: Option<String>,
    /// How far the article has been read.
    pub reading: Option<Reading>,
    /// Only these articles; an empty list lets none through.
    pub articles: Option<Vec<ArticleId>>,
}

/// A page's name within one library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub i64);

/// A full-text search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// The terms; each must occur as written but for white space.
    pub terms: Vec<String>,
    /// The most hits wanted; none: all.
    pub limit: Option<usize>,
    /// Whether the forms of a character count as one: traditional, simplified and variant ones.
    pub any_script: bool,
    /// Whether full and half width, upper and lower case of a character count as one.
    pub any_width: bool,
    /// Whether the terms are to be looked for in kicker, headline and deck only.
    pub headlines_only: bool,
    /// Which hits come first.
    pub order: HitOrder,
    /// Which articles are looked at.
    pub filter: Filter,
}

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum HitOrder {
    /// The newest first.
    #[default]
    Newest,
    /// Those first that have more of the terms in their headlines, then those that have them more
    /// often for their length, then the newer; of a common word, the best of the newest hits.
    Best,
}

impl Search {
    /// Reads a query: terms parted by white space; a term in double quotes may hold it.
    pub fn parse(query: &str, limit: Option<usize>) -> Self {
        let mut terms = Vec::new();
        for (i, piece) in query.split('"').enumerate() {
            if i % 2 == 1 {
                terms.push(piece.trim().to_owned());
            } else {
                terms.extend(piece.split_whitespace().map(str::to_owned));
            }
        }
        terms.retain(|term| !term.is_empty());
        Self { terms, limit, ..Self::default() }
    }
}

/// An article that a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The article as a list shows it.
    pub row: Row,
    /// The first match.
    pub place: Place,
    /// How often the terms occur in it.
    pub matches: u64,
    /// The words around the first match.
    pub excerpt: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_terms_and_phrases() {
        let terms = |query| Search::parse(query, None).terms;
        assert_eq!(terms("图书馆 开放"), ["图书馆", "开放"]);
        assert_eq!(terms("　图书馆　\"PM2.5 is high\"时间"), ["图书馆", "PM2.5 is high", "时间"]);
        assert_eq!(terms("\"未完"), ["未完"]);
        assert!(terms(" \"\" ").is_empty());
    }
}
