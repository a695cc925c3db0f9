//! The articles of a page in the library's tables.

use std::ops::Range;

use rusqlite::{Connection, OptionalExtension, params};

use super::prepared::PreparedPage;
use crate::model::{Article, ArticleId, Kind};
use crate::store::tables::keys::Day;
use crate::store::tables::{body, index};

/// A page in the tables, as its articles need to know it.
#[derive(Clone, Copy)]
pub struct StoredPage {
    /// The page, by its number.
    pub id: i64,
    /// Its edition's key.
    pub edition: i64,
    /// Its place in the edition.
    pub place: i64,
    /// Its day.
    pub day: Day,
}

/// The numbers of a page's articles, in the page's order.
pub fn numbers(c: &Connection, page: i64) -> rusqlite::Result<Vec<i64>> {
    let query = "SELECT a.id FROM pages p JOIN articles a ON a.edition = p.edition AND a.place = p.place \
        WHERE p.id = ?1 ORDER BY a.turn";
    c.prepare_cached(query)?.query_map([page], |row| row.get(0))?.collect()
}

/// A page's articles, in its order.
pub fn of_page(c: &Connection, page: i64) -> rusqlite::Result<Vec<Article>> {
    numbers(c, page)?.into_iter().map(|number| of_number(c, number)).collect()
}

/// An article, by its number in the library.
pub fn of_number(c: &Connection, number: i64) -> rusqlite::Result<Article> {
    let query = "SELECT a.name, b.json FROM articles a JOIN bodies b ON b.article = a.id WHERE a.id = ?1";
    c.prepare_cached(query)?.query_row([number], body::of_row)
}

/// Puts a page's articles into the tables, the last first, so that by descending numbers they come in
/// their order.
pub fn insert(c: &Connection, page: StoredPage, prepared: &PreparedPage) -> rusqlite::Result<()> {
    let articles = &prepared.page.articles;
    let mut id = last_before(c, page.day, articles.len() as i64)?;
    for (turn, (article, packed)) in articles.iter().zip(&prepared.articles).enumerate().rev() {
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
            page.edition,
            page.place,
            turn as i64,
            page.id,
            kind,
            article.title(),
            article.characters() as i64
        ])?;
        c.prepare_cached("INSERT INTO bodies (article, json) VALUES (?1, ?2)")?.execute(params![id, packed.json])?;
        index::add(c, id, &packed.grams)?;
    }
    Ok(())
}

/// Takes a page's articles out of the tables.
pub fn remove_of_page(c: &Connection, page: i64) -> rusqlite::Result<()> {
    numbers(c, page)?.into_iter().try_for_each(|number| remove(c, number))
}

/// Takes an article out of the tables, wherever it stands.
pub fn remove_everywhere(c: &Connection, id: ArticleId) -> rusqlite::Result<()> {
    let number = "SELECT id FROM articles WHERE name = ?1 LIMIT 1";
    while let Some(number) = c.prepare_cached(number)?.query_row([id.bytes()], |row| row.get(0)).optional()? {
        remove(c, number)?;
    }
    Ok(())
}

fn remove(c: &Connection, number: i64) -> rusqlite::Result<()> {
    index::remove(c, number)?;
    c.prepare_cached("DELETE FROM bodies WHERE article = ?1")?.execute([number])?;
    c.prepare_cached("DELETE FROM articles WHERE id = ?1")?.execute([number]).map(drop)
}

/// The number after which there is room for so many articles of a day: after those of the day or,
/// where the day's numbers do not suffice, after those of every day.
fn last_before(c: &Connection, day: Day, count: i64) -> rusqlite::Result<i64> {
    let last = |numbers: &Range<i64>| {
        c.prepare_cached("SELECT coalesce(max(id), ?1) FROM articles WHERE id >= ?1 AND id < ?2")?
            .query_row([numbers.start, numbers.end], |row| row.get(0))
    };
    let numbers = day.numbers();
    let of_the_day: i64 = last(&numbers)?;
    if of_the_day + count < numbers.end { Ok(of_the_day) } else { last(&Day::LATER.numbers()) }
}
