//! A page goes into the library's tables, takes the place of its former self, or goes out.

use std::cmp::Reverse;
use std::ops::Range;

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::model::{Article, ArticleId, Kind, Page, PageId};
use crate::store::library::Added;
use crate::store::tables::body;
use crate::store::tables::grams;
use crate::store::tables::import_run::Run;
use crate::store::tables::keys;
use crate::store::tables::keys::Day;
use crate::store::tables::reading;
use crate::store::write::prepared::Parcel;

/// Adds pages; within a transaction of the caller's. They go in by day, which the index is quickest
/// with, a day's last page first, so that by descending ids its first comes first; pages that have
/// neither day nor number in the order given.
pub fn add_all(c: &Connection, run: &mut Run, parcels: &[Parcel]) -> rusqlite::Result<Vec<Added>> {
    for parcel in parcels {
        publication(c, &parcel.page)?;
    }
    let mut order: Vec<_> = (0..parcels.len()).zip(parcels).collect();
    order.sort_by_key(|(_, parcel)| {
        let Page { date, page_number, .. } = parcel.page;
        (Day::of(date, 0), Reverse(page_number.filter(|_| date.is_some())))
    });
    let mut added = Vec::with_capacity(parcels.len());
    for (index, parcel) in order {
        added.push((index, add(c, run, parcel)?));
    }
    added.sort_by_key(|(index, _)| *index);
    Ok(added.into_iter().map(|(_, added)| added).collect())
}

fn add(c: &Connection, run: &mut Run, parcel: &Parcel) -> rusqlite::Result<Added> {
    let page = &parcel.page;
    let known: Option<(i64, i64, String)> = c
        .prepare_cached("SELECT id, import, source FROM pages WHERE digest = ?1")?
        .query_row([parcel.digest], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((id, import, source)) = known else {
        let import = run.row(c)?;
        let id = insert_page(c, import, page, parcel.digest)?;
        c.prepare_cached("INSERT INTO sources (page, text) VALUES (?1, ?2)")?.execute(params![id, parcel.text])?;
        insert_articles(c, id, import, parcel)?;
        return Ok(Added {
            page: PageId(id),
            source: page.source.clone(),
            articles: page.articles.len(),
            known: false,
        });
    };
    let old = articles(c, id)?;
    let is_same = old == page.articles && is_as_it_was(c, id, import, page)?;
    if !is_same {
        replace(c, id, import, parcel, &old)?;
    }
    let articles = if is_same { 0 } else { page.articles.len() };
    Ok(Added { page: PageId(id), source, articles, known: true })
}

/// Whether what a page says of itself is what the library has.
fn is_as_it_was(c: &Connection, id: i64, import: i64, page: &Page) -> rusqlite::Result<bool> {
    let edition = Day::of(page.date, import).edition(publication(c, page)?);
    c.prepare_cached("SELECT edition = ?2 AND number IS ?3 AND name IS ?4 AND furniture = ?5 FROM pages WHERE id = ?1")?
        .query_row(params![id, edition, page.page_number, page.page_name, furniture(page)?], |row| row.get(0))
}

fn insert_page(c: &Connection, import: i64, page: &Page, digest: [u8; 32]) -> rusqlite::Result<i64> {
    let edition = edition(c, import, page)?;
    c.prepare_cached(
        "INSERT INTO pages (digest, import, edition, place, source, number, name, furniture) \
         VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![digest, import, edition, page.source, page.page_number, page.page_name, furniture(page)?])?;
    let id = c.last_insert_rowid();
    c.prepare_cached("UPDATE pages SET place = ?2 WHERE id = ?1")?.execute([id, place(id, page)])?;
    Ok(id)
}

/// Puts the articles of a page parsed anew in the place of those it had.
fn replace(c: &Connection, id: i64, import: i64, parcel: &Parcel, old: &[Article]) -> rusqlite::Result<()> {
    let page = &parcel.page;
    for article in old {
        c.prepare_cached("INSERT OR IGNORE INTO former (article, page) VALUES (?1, ?2)")?
            .execute(params![article.id.bytes(), id])?;
    }
    reading::hand_over(c, old, &page.articles)?;
    remove_articles(c, id)?;
    let former = edition_of(c, id)?;
    let edition = edition(c, import, page)?;
    c.prepare_cached(
        "UPDATE pages SET edition = ?2, place = ?3, number = ?4, name = ?5, furniture = ?6 WHERE id = ?1",
    )?
    .execute(params![id, edition, place(id, page), page.page_number, page.page_name, furniture(page)?])?;
    sweep(c, former)?;
    insert_articles(c, id, import, parcel)
}

/// Puts the articles of a page into the tables, the last first, so that by descending ids they come
/// in their order.
fn insert_articles(c: &Connection, page_id: i64, import: i64, parcel: &Parcel) -> rusqlite::Result<()> {
    let page = &parcel.page;
    let day = Day::of(page.date, import);
    let edition = edition(c, import, page)?;
    let mut id = last_before(c, day, page.articles.len() as i64)?;
    for (turn, (article, entry)) in page.articles.iter().zip(&parcel.articles).enumerate().rev() {
        id += 1;
        let kind = match article.kind {
            Kind::Story => "story",
            Kind::Photo => "photo",
        };
        c.prepare_cached(
            "INSERT INTO articles (id, name, edition, place, turn, page, kind, title, characters) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            id,
            article.id.bytes(),
            edition,
            place(page_id, page),
            turn as i64,
            page_id,
            kind,
            article.title(),
            article.characters() as i64
        ])?;
        c.prepare_cached("INSERT INTO bodies (article, json) VALUES (?1, ?2)")?.execute(params![id, entry.json])?;
        index(c, id, &entry.grams)?;
    }
    Ok(())
}

fn index(c: &Connection, id: i64, grams: &str) -> rusqlite::Result<()> {
    c.prepare_cached("INSERT INTO grams (rowid, words) VALUES (?1, ?2)")?.execute(params![id, grams]).map(drop)
}

/// Fills an empty index from the articles; one that is damaged stays out of it.
pub fn index_all(c: &Connection) -> rusqlite::Result<()> {
    let mut whole =
        c.prepare("SELECT a.name, b.json, a.id FROM articles a JOIN bodies b ON b.article = a.id ORDER BY a.id")?;
    let mut rows = whole.query([])?;
    while let Some(row) = rows.next()? {
        if let Ok(article) = article(row) {
            index(c, row.get(2)?, &grams::of_article(&article))?;
        }
    }
    Ok(())
}

/// Takes a page and its articles out of the tables.
pub fn remove(c: &Connection, id: i64) -> rusqlite::Result<()> {
    remove_articles(c, id)?;
    let edition = edition_of(c, id)?;
    for query in
        ["DELETE FROM sources WHERE page = ?1", "DELETE FROM former WHERE page = ?1", "DELETE FROM pages WHERE id = ?1"]
    {
        c.prepare_cached(query)?.execute([id])?;
    }
    sweep(c, edition)
}

fn remove_articles(c: &Connection, page: i64) -> rusqlite::Result<()> {
    let ids = article_rows(c, page)?;
    ids.iter().try_for_each(|id| remove_article(c, *id))
}

/// Takes one article, by its number, out of the tables.
pub fn remove_article(c: &Connection, id: i64) -> rusqlite::Result<()> {
    for query in [
        "DELETE FROM grams WHERE rowid = ?1",
        "DELETE FROM bodies WHERE article = ?1",
        "DELETE FROM articles WHERE id = ?1",
    ] {
        c.prepare_cached(query)?.execute([id])?;
    }
    Ok(())
}

/// Removes an edition if it has no page any more.
fn sweep(c: &Connection, edition: i64) -> rusqlite::Result<()> {
    c.prepare_cached("DELETE FROM editions WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM pages WHERE edition = ?1)")?
        .execute([edition])?;
    Ok(())
}

fn edition_of(c: &Connection, page: i64) -> rusqlite::Result<i64> {
    c.prepare_cached("SELECT edition FROM pages WHERE id = ?1")?.query_row([page], |row| row.get(0))
}

/// The numbers of a page's articles, in its order.
pub fn article_rows(c: &Connection, page: i64) -> rusqlite::Result<Vec<i64>> {
    let query = "SELECT a.id FROM pages p JOIN articles a ON a.edition = p.edition AND a.place = p.place \
        WHERE p.id = ?1 ORDER BY a.turn";
    c.prepare_cached(query)?.query_map([page], |row| row.get(0))?.collect()
}

fn articles(c: &Connection, page: i64) -> rusqlite::Result<Vec<Article>> {
    let rows = article_rows(c, page)?;
    rows.iter().map(|row| body(c, *row)).collect()
}

/// An article whole, by its number.
pub fn body(c: &Connection, id: i64) -> rusqlite::Result<Article> {
    let query = "SELECT a.name, b.json FROM articles a JOIN bodies b ON b.article = a.id WHERE a.id = ?1";
    c.prepare_cached(query)?.query_row([id], article)
}

/// An article from the columns of its name and its JSON.
pub fn article(row: &Row<'_>) -> rusqlite::Result<Article> {
    let json = body::json(row.get_ref(1)?.as_blob()?)?;
    body::article_of(ArticleId::from_bytes(row.get(0)?), &json)
}

/// The number after which there is room for so many articles of a day: after those of the day, or
/// where it has more than numbers, after those of no day.
fn last_before(c: &Connection, day: Day, count: i64) -> rusqlite::Result<i64> {
    let last = |ids: &Range<i64>| {
        c.prepare_cached("SELECT coalesce(max(id), ?1) FROM articles WHERE id >= ?1 AND id < ?2")?
            .query_row([ids.start, ids.end], |row| row.get(0))
    };
    let ids = day.ids();
    let of_the_day: i64 = last(&ids)?;
    if of_the_day + count < ids.end { Ok(of_the_day) } else { last(&Day::of(None, 0).ids()) }
}

fn place(id: i64, page: &Page) -> i64 {
    keys::place(id, page.page_number, page.date.is_some())
}

fn furniture(page: &Page) -> rusqlite::Result<String> {
    serde_json::to_string(&page.furniture).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

/// The number of the page's publication, 0 where it is not known.
fn publication(c: &Connection, page: &Page) -> rusqlite::Result<i64> {
    let Some(name) = &page.publication else { return Ok(0) };
    c.prepare_cached("INSERT OR IGNORE INTO publications (name) VALUES (?1)")?.execute([name])?;
    c.prepare_cached("SELECT id FROM publications WHERE name = ?1")?.query_row([name], |row| row.get(0))
}

fn edition(c: &Connection, import: i64, page: &Page) -> rusqlite::Result<i64> {
    let publication = publication(c, page)?;
    let key = Day::of(page.date, import).edition(publication);
    let date = page.date.map(|date| date.to_string());
    c.prepare_cached("INSERT OR IGNORE INTO editions (key, publication, date) VALUES (?1, nullif(?2, 0), ?3)")?
        .execute(params![key, publication, date])?;
    Ok(key)
}
