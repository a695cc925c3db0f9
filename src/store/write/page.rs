//! A page goes into the library's tables, takes the place of its former self, or goes out.

use std::cmp::Reverse;
use std::slice;

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;

use super::alike::{self, Alike, Likeness};
use super::articles::{self, StoredPage};
use super::attribution::Attribution;
use super::former;
use super::mends;
use super::prepared::PreparedPage;
use super::progress;
use super::stored::{self, PageHead};
use crate::model::{Article, Page, PageId};
use crate::store::tables::import_run::ImportRun;
use crate::store::tables::keys::{self, Day};
use crate::store::tables::shingles;

/// What became of a page that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The page.
    pub page: PageId,
    /// The name of its source in the library: that under which it came first.
    pub source: String,
    /// The articles that are new, or that took the place of others.
    pub articles: usize,
    /// How many of these have no headline and few words.
    pub fragments: usize,
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
        (date.is_none(), date, Reverse(page_number.filter(|_| date.is_some())))
    });
    let mut added = Vec::with_capacity(pages.len());
    for (index, prepared) in order {
        added.push((index, add(c, run, prepared)?));
    }
    added.sort_by_key(|(index, _)| *index);
    Ok(added.into_iter().map(|(_, added)| added).collect())
}

fn add(c: &Connection, run: &mut ImportRun, prepared: &PreparedPage) -> rusqlite::Result<Added> {
    let known: Option<(i64, i64, String)> = c
        .prepare_cached("SELECT id, import, source FROM pages WHERE digest = ?1")?
        .query_row([prepared.digest], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((id, import, source)) = known else { return add_unknown(c, run, prepared) };
    let before = Attribution::of_stored(c, id)?;
    let parsed = prepared.completed(before.clone());
    let prepared = mends::applied(c, id, &parsed)?;
    let page = &prepared.page;
    let old = articles::of_page(c, id)?;
    let is_same = old == page.articles && prepared.attribution == before && is_as_it_was(c, id, import, page)?;
    if !is_same {
        former::keep(c, run, id, true)?;
        replace(c, id, import, &prepared, &old)?;
    }
    mends::keep_parsed(c, id, &parsed.page)?;
    if let Some(lines) = &prepared.lines {
        c.prepare_cached("UPDATE sources SET lines = ?2 WHERE page = ?1 AND lines IS NULL")?
            .execute(params![id, lines])?;
    }
    let new = if is_same { &[][..] } else { &page.articles };
    Ok(Added { page: PageId(id), source, articles: new.len(), fragments: fragments(new), known: true })
}

/// Puts a page parsed anew in the place of what the library has of it; whether that is another.
pub(super) fn parsed_anew(c: &Connection, id: i64, prepared: &PreparedPage) -> rusqlite::Result<bool> {
    let PageHead { import, attribution, .. } = stored::head(c, id)?;
    let parsed = prepared.completed(attribution);
    let prepared = mends::applied(c, id, &parsed)?;
    let old = articles::of_page(c, id)?;
    let is_same = old == prepared.page.articles && is_as_it_was(c, id, import, &prepared.page)?;
    if !is_same {
        replace(c, id, import, &prepared, &old)?;
    }
    mends::keep_parsed(c, id, &parsed.page)?;
    Ok(!is_same)
}

/// Adds a page of whose text nothing is known; it may be known by its words.
fn add_unknown(c: &Connection, run: &mut ImportRun, prepared: &PreparedPage) -> rusqlite::Result<Added> {
    let read_before: Option<i64> = c
        .prepare_cached("SELECT page FROM other_texts WHERE digest = ?1")?
        .query_row([prepared.digest], |row| row.get(0))
        .optional()?;
    if let Some(id) = read_before {
        return read_otherwise(c, run, id, prepared);
    }
    let own = prepared;
    let prepared = &*own.completed(Attribution::default());
    match alike::find(c, prepared)? {
        Likeness::Known(id) => {
            keep_other_text(c, id, &prepared.digest)?;
            read_otherwise(c, run, id, own)
        }
        Likeness::Better(old) => {
            let said = Attribution::of_stored(c, old.id)?;
            // What the reading before said of the page stands, unless by hand.
            let imprint = said.without(old.imprint());
            let own = own.clone().attributed(own.attribution.clone().behind(said.clone(), &imprint));
            let better = own.completed(Attribution { named: said.named.or(imprint), ..said });
            former::keep(c, run, old.id, true)?;
            read_anew(c, &better, &old)?;
            known(c, old.id, &better.page.articles)
        }
        Likeness::New => insert_whole(c, run, prepared),
        Likeness::Whole(parts) => {
            let added = insert_whole(c, run, prepared)?;
            let page = slice::from_ref(&added.page.0);
            parts.iter().try_for_each(|part| give_way(c, run, part, page, &prepared.page.articles))?;
            Ok(added)
        }
        Likeness::PartOf(whole) => {
            let added = insert_whole(c, run, prepared)?;
            if let Some(parts) = alike::parts_of(c, &whole)? {
                let pages: Vec<i64> = parts.iter().map(|part| part.id).collect();
                let articles: Vec<Article> = parts.into_iter().flat_map(|part| part.articles).collect();
                give_way(c, run, &whole, &pages, &articles)?;
            }
            Ok(added)
        }
    }
}

/// A page that the library has in another reading, which stays; what is given by hand is said of it.
fn read_otherwise(c: &Connection, run: &mut ImportRun, id: i64, prepared: &PreparedPage) -> rusqlite::Result<Added> {
    let given = prepared.attribution.given.clone();
    if given.is_silent() {
        return known(c, id, &[]);
    }
    let attribution = Attribution { given, ..Attribution::default() };
    let own = stored::page(c, id)?.attributed(attribution);
    add(c, run, &own)
}

/// A page that the library had, with those of its articles that are new.
fn known(c: &Connection, id: i64, new: &[Article]) -> rusqlite::Result<Added> {
    let source = c.prepare_cached("SELECT source FROM pages WHERE id = ?1")?.query_row([id], |row| row.get(0))?;
    Ok(Added { page: PageId(id), source, articles: new.len(), fragments: fragments(new), known: true })
}

fn insert_whole(c: &Connection, run: &mut ImportRun, prepared: &PreparedPage) -> rusqlite::Result<Added> {
    let row = insert_with_articles(c, run.change(c)?, prepared)?;
    let Page { source, articles, .. } = &prepared.page;
    let (page, source) = (PageId(row.id), source.clone());
    Ok(Added { page, source, articles: articles.len(), fragments: fragments(articles), known: false })
}

/// Puts a page and its articles into the tables.
pub(super) fn insert_with_articles(
    c: &Connection,
    import: i64,
    prepared: &PreparedPage,
) -> rusqlite::Result<StoredPage> {
    let row = insert(c, import, prepared)?;
    articles::insert(c, row, prepared)?;
    shingles::keep(c, row.id, &prepared.shingles)?;
    Ok(row)
}

/// How many articles have no headline and few words.
fn fragments(articles: &[Article]) -> usize {
    const FEW: usize = 40;
    articles.iter().filter(|article| article.headline.is_none() && article.characters() < FEW).count()
}

/// Puts a better reading of a page in the place of the one that the library has.
fn read_anew(c: &Connection, better: &PreparedPage, old: &Alike) -> rusqlite::Result<()> {
    let (import, digest): (i64, Vec<u8>) = c
        .prepare_cached("SELECT import, digest FROM pages WHERE id = ?1")?
        .query_row([old.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    keep_other_text(c, old.id, &digest)?;
    rewrite(c, old.id, import, &*mends::applied(c, old.id, better)?, &old.articles)?;
    mends::keep_parsed(c, old.id, &better.page)
}

/// Puts another text and its articles in the place of those that a page has.
pub(super) fn rewrite(
    c: &Connection,
    id: i64,
    import: i64,
    prepared: &PreparedPage,
    old: &[Article],
) -> rusqlite::Result<()> {
    c.prepare_cached("UPDATE pages SET digest = ?2, source = ?3 WHERE id = ?1")?.execute(params![
        id,
        prepared.digest,
        prepared.page.source
    ])?;
    c.prepare_cached("UPDATE sources SET text = ?2, lines = ?3 WHERE page = ?1")?.execute(params![
        id,
        prepared.text,
        prepared.lines
    ])?;
    replace(c, id, import, prepared, old)
}

/// Takes a page out that others have come to stand for: what is kept of its articles goes over to theirs.
fn give_way(
    c: &Connection,
    run: &mut ImportRun,
    old: &Alike,
    pages: &[i64],
    articles: &[Article],
) -> rusqlite::Result<()> {
    former::keep(c, run, old.id, false)?;
    progress::hand_over(c, &old.articles, articles)?;
    for page in pages {
        for article in &old.articles {
            c.prepare_cached("INSERT OR IGNORE INTO former (article, page) VALUES (?1, ?2)")?
                .execute(params![article.id.bytes(), page])?;
        }
        c.prepare_cached(
            "INSERT OR IGNORE INTO former (article, page) SELECT article, ?2 FROM former WHERE page = ?1",
        )?
        .execute([old.id, *page])?;
    }
    let digest: Vec<u8> =
        c.prepare_cached("SELECT digest FROM pages WHERE id = ?1")?.query_row([old.id], |row| row.get(0))?;
    for (page, prepared) in mends::hand_over(c, old.id, pages)? {
        store_mended(c, page, &prepared)?;
    }
    if let Some(first) = pages.first() {
        c.prepare_cached("UPDATE other_texts SET page = ?2 WHERE page = ?1")?.execute([old.id, *first])?;
        remove(c, old.id)?;
        keep_other_text(c, *first, &digest)?;
    }
    Ok(())
}

fn keep_other_text(c: &Connection, page: i64, digest: &[u8]) -> rusqlite::Result<()> {
    c.prepare_cached("INSERT OR REPLACE INTO other_texts (digest, page) VALUES (?1, ?2)")?
        .execute(params![digest, page])
        .map(drop)
}

/// Whether what a page says of itself is what the library has.
fn is_as_it_was(c: &Connection, id: i64, import: i64, page: &Page) -> rusqlite::Result<bool> {
    let edition = known_edition(c, import, page)?;
    c.prepare_cached(
        "SELECT edition IS ?2 AND number IS ?3 AND name IS ?4 AND furniture = ?5 AND label IS ?6 AND sizes IS ?7 \
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
    let [given, named] = prepared.attribution.columns()?;
    c.prepare_cached(
        "INSERT INTO pages (digest, import, edition, place, source, number, name, furniture, label, source_page, first_line, sizes, given, named) \
         VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
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
        sizes(page)?,
        given,
        named
    ])?;
    // Its place is made from its number.
    let id = c.last_insert_rowid();
    let row = StoredPage { id, edition, place: place(id, page), day: day(c, import, page)? };
    c.prepare_cached("UPDATE pages SET place = ?2 WHERE id = ?1")?.execute([id, row.place])?;
    c.prepare_cached("INSERT INTO sources (page, text, lines) VALUES (?1, ?2, ?3)")?.execute(params![
        id,
        prepared.text,
        prepared.lines
    ])?;
    Ok(row)
}

/// Puts the articles of a page that was parsed anew in the place of those it had.
pub(super) fn replace(
    c: &Connection,
    id: i64,
    import: i64,
    prepared: &PreparedPage,
    old: &[Article],
) -> rusqlite::Result<()> {
    let page = &prepared.page;
    for article in old {
        c.prepare_cached("INSERT OR IGNORE INTO former (article, page) VALUES (?1, ?2)")?
            .execute(params![article.id.bytes(), id])?;
    }
    progress::hand_over(c, old, &page.articles)?;
    shingles::forget(c, id, &shingles::of_articles(old))?;
    shingles::keep(c, id, &prepared.shingles)?;
    articles::remove_of_page(c, id)?;
    let former = edition_of(c, id)?;
    let edition = edition(c, import, page)?;
    let row = StoredPage { id, edition, place: place(id, page), day: day(c, import, page)? };
    let [given, named] = prepared.attribution.columns()?;
    c.prepare_cached(
        "UPDATE pages SET edition = ?2, place = ?3, number = ?4, name = ?5, furniture = ?6, label = ?7, \
         source_page = ?8, first_line = ?9, sizes = ?10, given = ?11, named = ?12 WHERE id = ?1",
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
        sizes(page)?,
        given,
        named
    ])?;
    remove_if_empty(c, former)?;
    articles::insert(c, row, prepared)
}

/// Puts the articles of a page that was mended in the place of those it had.
pub fn store_mended(c: &Connection, id: i64, prepared: &PreparedPage) -> rusqlite::Result<()> {
    replace(c, id, stored::head(c, id)?.import, prepared, &articles::of_page(c, id)?)
}

/// Takes a page and its articles out of the tables.
pub fn remove(c: &Connection, id: i64) -> rusqlite::Result<()> {
    shingles::forget(c, id, &shingles::of_articles(&articles::of_page(c, id)?))?;
    articles::remove_of_page(c, id)?;
    let edition = edition_of(c, id)?;
    for table in
        ["mends WHERE page", "sources WHERE page", "former WHERE page", "other_texts WHERE page", "pages WHERE id"]
    {
        let query = &format!("DELETE FROM {table} = ?1");
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

/// The key of the page's edition; none where it is new and has no date.
fn known_edition(c: &Connection, import: i64, page: &Page) -> rusqlite::Result<Option<i64>> {
    let publication = publication(c, page)?;
    if let Some(date) = page.date {
        return Ok(Some(Day::of(date).edition(publication)));
    }
    c.prepare_cached("SELECT key FROM editions WHERE import = ?1 AND publication IS nullif(?2, 0)")?
        .query_row([import, publication], |row| row.get(0))
        .optional()
}

/// The key of the page's edition, which is made where it is new.
fn edition(c: &Connection, import: i64, page: &Page) -> rusqlite::Result<i64> {
    let key = match known_edition(c, import, page)? {
        Some(key) => key,
        None => {
            let keys = day(c, import, page)?.undated_editions();
            c.prepare_cached("SELECT coalesce(min(key), ?2) - 1 FROM editions WHERE key >= ?1 AND key < ?2")?
                .query_row([keys.start, keys.end], |row| row.get(0))?
        }
    };
    let date = page.date.map(|date| date.to_string());
    let import = page.date.is_none().then_some(import);
    c.prepare_cached(
        "INSERT OR IGNORE INTO editions (key, publication, date, import) VALUES (?1, nullif(?2, 0), ?3, ?4)",
    )?
    .execute(params![key, publication(c, page)?, date, import])?;
    Ok(key)
}

/// The day at which a page stands: its own, or that of its import.
fn day(c: &Connection, import: i64, page: &Page) -> rusqlite::Result<Day> {
    if let Some(date) = page.date {
        return Ok(Day::of(date));
    }
    let day: Option<String> =
        c.prepare_cached("SELECT day FROM imports WHERE id = ?1")?.query_row([import], |row| row.get(0))?;
    Ok(day.and_then(|day| day.parse().ok()).map_or(Day::LATER, Day::of))
}
