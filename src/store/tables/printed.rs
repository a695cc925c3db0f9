//! Where articles are printed: the column `pages.sizes`, and the boxes in the articles' bodies.

use rusqlite::{Connection, OptionalExtension};

use super::body;
use crate::model::{Article, ArticleId, PageSize, PrintedArticle, PrintedPage, RowKey};

/// The page that an article stands on, the one that came last where there are several.
pub fn page_of(c: &Connection, id: ArticleId) -> rusqlite::Result<Option<PrintedPage>> {
    let query = "SELECT edition, place, turn FROM articles WHERE name = ?1 ORDER BY id DESC LIMIT 1";
    let key = c
        .prepare_cached(query)?
        .query_row([id.bytes()], |row| Ok(RowKey { edition: row.get(0)?, page: row.get(1)?, article: row.get(2)? }));
    key.optional()?.map_or(Ok(None), |key| page_at(c, key))
}

/// The page that a row of the list stands on.
pub fn page_at(c: &Connection, key: RowKey) -> rusqlite::Result<Option<PrintedPage>> {
    let query = "SELECT p.edition, p.place, p.source, p.sizes FROM articles a JOIN pages p ON p.id = a.page \
        WHERE a.edition = ?1 AND a.place = ?2 LIMIT 1";
    let found = c.prepare_cached(query)?.query_row([key.edition, key.page], |row| {
        let page = PrintedPage { source: row.get(2)?, sizes: sizes(row.get(3)?), articles: Vec::new() };
        Ok(([row.get::<_, i64>(0)?, row.get(1)?], page))
    });
    let Some((place, page)) = found.optional()? else { return Ok(None) };
    let query = "SELECT a.name, b.json FROM articles a JOIN bodies b ON b.article = a.id \
        WHERE a.edition = ?1 AND a.place = ?2 ORDER BY a.turn";
    let article = |article: Article| PrintedArticle {
        id: article.id,
        kind: article.kind,
        title: article.title().to_owned(),
        boxes: article.boxes,
    };
    let mut statement = c.prepare_cached(query)?;
    let articles = statement.query_map(place, |row| body::of_row(row).map(article))?;
    Ok(Some(PrintedPage { articles: articles.collect::<rusqlite::Result<_>>()?, ..page }))
}

/// The sizes of pages as the column `pages.sizes` holds them.
pub fn sizes(column: Option<String>) -> Vec<PageSize> {
    column.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
}
