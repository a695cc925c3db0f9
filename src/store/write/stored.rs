//! A page as the library has it.

use rusqlite::Connection;

use super::articles;
use super::attribution::Attribution;
use super::prepared::{PreparedPage, SourceColumns};
use crate::model::Page;
use crate::store::tables::body;

/// A page without its articles.
pub struct PageHead {
    /// The page, with all that is known of it.
    pub page: Page,
    /// What it is recognised by.
    pub digest: [u8; 32],
    /// What was said of it beside its text.
    pub attribution: Attribution,
    /// The import that brought it.
    pub import: i64,
}

/// A page without its articles, by its number.
pub fn head(c: &Connection, number: i64) -> rusqlite::Result<PageHead> {
    const QUERY: &str = "SELECT p.source, p.source_page, p.first_line, p.number, p.name, p.label, u.name, e.date, \
        p.furniture, p.sizes, p.digest, p.given, p.named, p.import FROM pages p LEFT JOIN editions e ON e.key = p.edition \
        LEFT JOIN publications u ON u.id = e.publication WHERE p.id = ?1";
    c.prepare_cached(QUERY)?.query_row([number], |row| {
        let page = Page {
            source: row.get(0)?,
            source_page: row.get(1)?,
            first_line: row.get(2)?,
            page_number: row.get(3)?,
            page_name: row.get(4)?,
            page_label: row.get(5)?,
            publication: row.get(6)?,
            date: row.get::<_, Option<String>>(7)?.and_then(|date| date.parse().ok()),
            furniture: serde_json::from_str(row.get_ref(8)?.as_str()?).unwrap_or_default(),
            sizes: row
                .get_ref(9)?
                .as_str_or_null()?
                .and_then(|json| serde_json::from_str(json).ok())
                .unwrap_or_default(),
            articles: Vec::new(),
        };
        Ok(PageHead { page, digest: row.get(10)?, attribution: Attribution::of_row(row, 11)?, import: row.get(13)? })
    })
}

/// A page's text.
pub fn text(c: &Connection, number: i64) -> rusqlite::Result<String> {
    c.prepare_cached("SELECT text FROM sources WHERE page = ?1")?
        .query_row([number], |row| body::unpack_text(row.get_ref(0)?.as_blob()?))
}

/// A page's text and what its importer knew of it, as they stand in the table.
pub fn source(c: &Connection, number: i64) -> rusqlite::Result<SourceColumns> {
    c.prepare_cached("SELECT text, lines FROM sources WHERE page = ?1")?
        .query_row([number], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// A whole page, as it would come in again.
pub fn page(c: &Connection, number: i64) -> rusqlite::Result<PreparedPage> {
    let PageHead { page, digest, attribution, .. } = head(c, number)?;
    let imprint = attribution.without(page.imprint());
    let page = Page { articles: articles::of_page(c, number)?, ..page.with(imprint) };
    Ok(PreparedPage::known_as(digest, page, "")?.with_source(source(c, number)?).attributed(attribution))
}
