//! A page of a newspaper, come apart into articles and furniture.

use serde::{Deserialize, Serialize};

use super::article::{Article, Kind, LineRange};
use super::article_id::ArticleId;
use super::date::Date;
use super::printed::{PageBox, PageSize};
use super::source::Imprint;

/// A parsed page; its JSON is that of `parse --format json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Page {
    /// Where it is from, as given.
    pub source: String,
    /// The page of the source that it begins on, from 1.
    pub source_page: u32,
    /// The first line of the source that it takes in, from 1.
    #[serde(skip)]
    pub first_line: u32,
    /// How large the pages of the source are that it takes in, where that is known.
    #[serde(skip)]
    pub sizes: Vec<PageSize>,
    /// The newspaper's name, where the page says it.
    pub publication: Option<String>,
    /// The day it appeared, where the page says it.
    pub date: Option<Date>,
    /// The page's number in its edition, or in its section.
    pub page_number: Option<u32>,
    /// The page's name: 要闻, 城事.
    pub page_name: Option<String>,
    /// The page's label as printed, where that is more than its number: A07.
    pub page_label: Option<String>,
    /// Folio lines, editors' credits, jump lines: what is on the page but in no article.
    pub furniture: Vec<String>,
    /// The articles in the page's order.
    pub articles: Vec<Article>,
}

impl Default for Page {
    /// A page without a word, from a source's first line on.
    fn default() -> Self {
        Self {
            source: String::new(),
            source_page: 1,
            first_line: 1,
            sizes: Vec::new(),
            publication: None,
            date: None,
            page_number: None,
            page_name: None,
            page_label: None,
            furniture: Vec::new(),
            articles: Vec::new(),
        }
    }
}

impl Page {
    /// What it says of itself.
    pub fn imprint(&self) -> Imprint {
        Imprint {
            publication: self.publication.clone(),
            date: self.date,
            page_number: self.page_number,
            page_name: self.page_name.clone(),
            page_label: self.page_label.clone(),
        }
    }

    /// The page, of which this is said.
    pub fn with(self, imprint: Imprint) -> Self {
        let Imprint { publication, date, page_number, page_name, page_label } = imprint;
        Self { publication, date, page_number, page_name, page_label, ..self }
    }
}

/// A page as it was before it came apart, with one of the articles made of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourcePage {
    /// Where it is from, as given.
    pub source: String,
    /// Its whole text.
    pub text: String,
    /// The lines of this text that the article was made of, in reading order.
    pub lines: Vec<LineRange>,
    /// How large the pages of the source are that it takes in; none where that is not known.
    pub sizes: Vec<PageSize>,
}

/// A page as it is printed: where its articles stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrintedPage {
    /// Where it is from, as given.
    pub source: String,
    /// How large the pages of the source are that it takes in; none where that is not known.
    pub sizes: Vec<PageSize>,
    /// What is printed of one of them, where a map tells of articles that are not here.
    pub extent: Option<PageBox>,
    /// The places in the list of the pages that it is put together of.
    pub places: Vec<i64>,
    /// Its articles, in its order.
    pub articles: Vec<PrintedArticle>,
}

/// An article in its place on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedArticle {
    /// The article.
    pub id: ArticleId,
    /// A story or a picture.
    pub kind: Kind,
    /// Its headline, or the first words of an article without one.
    pub title: String,
    /// Where it stands; none where that is not known.
    pub boxes: Vec<PageBox>,
}
