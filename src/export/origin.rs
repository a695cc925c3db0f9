//! Where an article stood.

use serde::Serialize;

use crate::model::{Date, Page, Row, file_name};

/// What is known of the page of an article.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct PageOrigin<'a> {
    /// Where the page was read from.
    pub source: &'a str,
    /// The newspaper.
    pub publication: Option<&'a str>,
    /// The day.
    pub date: Option<Date>,
    /// The page's number.
    pub page_number: Option<u32>,
    /// The page's name.
    pub page_name: Option<&'a str>,
    /// The page's label as printed, where that is more than its number.
    pub page_label: Option<&'a str>,
}

impl PageOrigin<'_> {
    /// It in words, the parts that are known: `江州日报 2024-05-01 3 城事`; where the newspaper is not,
    /// the file that the page was read from.
    pub fn words(&self) -> String {
        let number = self.page_number.map(|number| number.to_string());
        let number = self.page_label.or(number.as_deref());
        let date = self.date.map(|date| date.to_string());
        let file = Some(file_name(self.source)).filter(|name| !name.is_empty());
        let known = [self.publication.or(file), date.as_deref(), number, self.page_name];
        known.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

impl<'a> From<&'a Page> for PageOrigin<'a> {
    fn from(page: &'a Page) -> Self {
        Self {
            source: &page.source,
            publication: page.publication.as_deref(),
            date: page.date,
            page_number: page.page_number,
            page_name: page.page_name.as_deref(),
            page_label: page.page_label.as_deref(),
        }
    }
}

impl<'a> From<&'a Row> for PageOrigin<'a> {
    fn from(row: &'a Row) -> Self {
        Self {
            source: &row.source,
            publication: row.publication.as_deref(),
            date: row.date,
            page_number: row.page_number,
            page_name: row.page_name.as_deref(),
            page_label: row.page_label.as_deref(),
        }
    }
}
