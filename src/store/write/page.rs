//! A page goes into the library's tables, takes the place of its former self, or goes out.

use std::cmp::Reverse;

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;

use super::articles::{self, StoredPage};
use super::prepared::PreparedPage;
use super::progress;
use crate::model::{Article, Page, PageId};
use crate::store::tables::import_run::ImportRun;
use crate::store::tables::keys::{self, Day};

/// What became of a page that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The page.
    pub page: PageId,
    /// The name of its source in the library: that under which it came first.
    pub source: String,
    /// The articles that are new, or that took the place of others.
    pub articles: usize,
    /// Whether the library had the page before.
    pub known: bool,
}

/// Adds pages; within a transaction of the caller's. They go in by day, because the index is quickest
/// when article numbers grow, and a day's last page first, so that by descending numbers its first
/// page comes first; pages that have neither day nor number go in as they are given.
pub fn add_all(c: &Connection, run: &mut ImportRun, pages: &[PreparedPage]) -> rusqlite::Result<Vec<Added>> {
    for prepared in pages {
        publication(c, &prepared.page)?;
    }
    let mut order: Vec<_> = (0..pages.len()).zip(pages).collect();
    order.sort_by_key(|(_, prepared)| {
        let Page { date, page_number, .. } = prepared.page;
        (Day::of(date, 0), Reverse(page_number.filter(|_| date.is_some())))
    });
    let mut added = Vec::with_capacity(pages.len());
    for (index, prepared) in order {
        added.push((index, add(c, run, prepared)?));
    }
    added.sort_by_key(|(index, _)| *index);
    Ok(added.into_iter().map(|(_, added)| added).collect())
}

fn add(c: &Connection, run: &mut ImportRun, prepared: &PreparedPage) -> rusqlite::Result<Added> {
    let page = &prepared.page;
    let known: Option<(i64, i64, String)> = c
        .prepare_cached("SELECT id, import, source FROM pages WHERE digest = ?1")?
        .query_row([prepared.digest], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((id, import, source)) = known else {
        let row = insert(c, run.row(c)?, prepared)?;
        articles::insert(c, row, prepared)?;
        return Ok(Added {
            page: PageId(row.id),
            source: page.source.clone(),
            articles: page.articles.len(),
            known: false,
        });
    };
    let old = articles::of_page(c, id)?;
    let is_same = old == page.articles && is_as_it_was(c, id, import, page)?;
    if !is_same {
        replace(c, id, import, prepared, &old)?;
    }
    let articles = if is_same { 0 } else { page.articles.len() };
    Ok(Added { page: PageId(id), source, articles, known: true })
}

/// Whether what a page says of itself is what the library has.
fn is_as_it_was(c: &Connection, id: i64, import: i64, page: &Page) -> rusqlite::Result<bool> {
    let edition = Day::of(page.date, import).edition(publication(c, page)?);
    c.prepare_cached(
        "SELECT edition = ?2 AND number IS ?3 AND name IS ?4 AND furniture = ?5 AND label IS ?6 AND sizes IS ?7 \
        FROM pages WHERE id = ?1",
    )?
    .query_row(
        params![id, edition, page.page_number, page.page_name, furniture(page)?, page.page_label, sizes(page)?],
        |row| row.get(0),
    )
}

/// Puts a page with its text into the tables, without its articles.
fn insert(c: &Connection, import: i64, prepared: &PreparedPage) -> rusqlite::Result<StoredPage> {
    let page = &prepared.page;
    let edition = edition(c, import, page)?;
    c.prepare_cached(
        "INSERT INTO pages (digest, import, edition, place, source, number, name, furniture, label, source_page, first_line, sizes) \
         VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        prepared.digest,
        import,
        edition,
        page.source,
        page.page_number,
        page.page_name,
        furniture(page)?,
        page.page_label,
        page.source_page,
        page.first_line,
        sizes(page)?
    ])?;
    // Its place is made from its number.
    let id = c.last_insert_rowid();
    let row = StoredPage { id, edition, place: place(id, page), day: Day::of(page.date, import) };
    c.prepare_cached("UPDATE pages SET place = ?2 WHERE id = ?1")?.execute([id, row.place])?;
    c.prepare_cached("INSERT INTO sources (page, text) VALUES (?1, ?2)")?.execute(params![id, prepared.text])?;
    Ok(row)
}

/// Puts the articles of a page that was parsed anew in the place of those it had.
fn replace(c: &Connection, id: i64, import: i64, prepared: &PreparedPage, old: &[Article]) -> rusqlite::Result<()> {
    let page = &prepared.page;
    for article in old {
        c.prepare_cached("INSERT OR IGNORE INTO former (article, page) VALUES (?1, ?2)")?
            .execute(params![article.id.bytes(), id])?;
    }
    progress::hand_over(c, old, &page.articles)?;
    articles::remove_of_page(c, id)?;
    let former = edition_of(c, id)?;
    let edition = edition(c, import, page)?;
    let row = StoredPage { id, edition, place: place(id, page), day: Day::of(page.date, import) };
    c.prepare_cached(
        "UPDATE pages SET edition = ?2, place = ?3, number = ?4, name = ?5, furniture = ?6, label = ?7, \
         source_page = ?8, first_line = ?9, sizes = ?10 WHERE id = ?1",
    )?
    .execute(params![
        id,
        edition,
        row.place,
        page.page_number,
        page.page_name,
        furniture(page)?,
        page.page_label,
        page.source_page,
        page.first_line,
        sizes(page)?
    ])?;
    remove_if_empty(c, former)?;
    articles::insert(c, row, prepared)
}

/// Takes a page and its articles out of the tables.
pub fn remove(c: &Connection, id: i64) -> rusqlite::Result<()> {
    articles::remove_of_page(c, id)?;
    let edition = edition_of(c, id)?;
    for query in
        ["DELETE FROM sources WHERE page = ?1", "DELETE FROM former WHERE page = ?1", "DELETE FROM pages WHERE id = ?1"]
    {
        c.prepare_cached(query)?.execute([id])?;
    }
    remove_if_empty(c, edition)
}

/// Removes an edition if it has no page any more.
fn remove_if_empty(c: &Connection, edition: i64) -> rusqlite::Result<()> {
    c.prepare_cached("DELETE FROM editions WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM pages WHERE edition = ?1)")?
        .execute([edition])?;
    Ok(())
}

fn edition_of(c: &Connection, page: i64) -> rusqlite::Result<i64> {
    c.prepare_cached("SELECT edition FROM pages WHERE id = ?1")?.query_row([page], |row| row.get(0))
}

fn place(id: i64, page: &Page) -> i64 {
    keys::place(id, number_in_order(page), page.date.is_some())
}

/// The number by which a page stands in its edition: those of section A (A07) behind those without a
/// section, then those of section B.
fn number_in_order(page: &Page) -> Option<u32> {
    const SECTION: u32 = 1000;
    let letter = page.page_label.as_ref().and_then(|label| label.chars().next()).filter(char::is_ascii_uppercase);
    let section = letter.map_or(0, |letter| u32::from(letter) - u32::from('A') + 1);
    page.page_number.map(|number| section * SECTION + number)
}

fn furniture(page: &Page) -> rusqlite::Result<String> {
    json(&page.furniture)
}

fn sizes(page: &Page) -> rusqlite::Result<Option<String>> {
    if page.sizes.is_empty() { Ok(None) } else { json(&page.sizes).map(Some) }
}

fn json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

/// The number of the page's publication, made where it is new; 0 where the publication is not known.
fn publication(c: &Connection, page: &Page) -> rusqlite::Result<i64> {
    let Some(name) = &page.publication else { return Ok(0) };
    c.prepare_cached("INSERT OR IGNORE INTO publications (name) VALUES (?1)")?.execute([name])?;
    c.prepare_cached("SELECT id FROM publications WHERE name = ?1")?.query_row([name], |row| row.get(0))
}

/// The key of the page's edition, which is made where it is new.
fn edition(c: &Connection, import: i64, page: &Page) -> rusqlite::Result<i64> {
    let publication = publication(c, page)?;
    let key = Day::of(page.date, import).edition(publication);
    let date = page.date.map(|date| date.to_string());
    c.prepare_cached("INSERT OR IGNORE INTO editions (key, publication, date) VALUES (?1, nullif(?2, 0), ?3)")?
        .execute(params![key, publication, date])?;
    Ok(key)
}
