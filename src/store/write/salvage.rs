//! What is sound of a damaged library, brought over into a new one.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension, params};

use super::articles;
use super::mends;
use super::prepared::PreparedPage;
use super::stored::{self, PageHead};
use crate::model::Page;
use crate::store::error::Error;
use crate::store::library::Library;

/// Pages that are brought over together.
const BATCH: usize = 64;

/// How much of a damaged library could be brought over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// The pages of which something was.
    pub pages: usize,
    /// The articles of these that were not, and the pages of which nothing was.
    pub lost: usize,
}

impl Library {
    /// Brings over whatever can be read of a damaged library of this version: pages, articles, and how far these
    /// were read. The damaged file is only read.
    ///
    /// # Errors
    /// Those of this library, not those of the damaged one.
    pub fn salvage(&mut self, damaged: &Path) -> Result<Salvaged, Error> {
        let mut salvaged = Salvaged::default();
        let Ok(from) = Connection::open_with_flags(damaged, OpenFlags::SQLITE_OPEN_READ_ONLY) else {
            return Ok(salvaged);
        };
        let numbers: Vec<i64> = page_numbers(&from).into_iter().collect();
        for batch in numbers.chunks(BATCH) {
            let pages: Vec<_> = batch.iter().filter_map(|number| page(&from, *number, &mut salvaged)).collect();
            salvaged.pages += pages.len();
            self.add_all(&pages)?;
        }
        self.change(|to| {
            marks(&from, to)?;
            numbers.iter().try_for_each(|number| bring_mends(&from, *number, to))
        })?;
        Ok(salvaged)
    }
}

/// The numbers of the pages, from both ends of the table and by its indexes: damage in one of these hides what
/// stands behind it.
fn page_numbers(from: &Connection) -> BTreeSet<i64> {
    const WAYS: [&str; 4] = [
        "SELECT id FROM pages ORDER BY id",
        "SELECT id FROM pages ORDER BY id DESC",
        "SELECT id FROM pages INDEXED BY pages_by_source ORDER BY source",
        "SELECT id FROM pages INDEXED BY pages_by_edition ORDER BY edition",
    ];
    let mut numbers = BTreeSet::new();
    for way in WAYS {
        let Ok(mut statement) = from.prepare(way) else { continue };
        let Ok(found) = statement.query_map([], |row| row.get::<_, i64>(0)) else { continue };
        numbers.extend(found.map_while(Result::ok));
    }
    numbers
}

/// A page with those of its articles that can be read, ready for another library; none where nothing of it can be.
fn page(from: &Connection, number: i64, salvaged: &mut Salvaged) -> Option<PreparedPage> {
    let numbers = articles::numbers(from, number).unwrap_or_default();
    let articles: Vec<_> = numbers.iter().filter_map(|article| articles::of_number(from, *article).ok()).collect();
    let text = stored::text(from, number);
    let is_anything = !articles.is_empty() || text.is_ok();
    let prepared = stored::head(from, number).ok().filter(|_| is_anything).and_then(|head| {
        salvaged.lost += numbers.len() - articles.len();
        let imprint = head.attribution.without(head.page.imprint());
        let page = Page { articles, ..head.page.with(imprint) };
        let prepared = PreparedPage::known_as(head.digest, page, &text.unwrap_or_default()).ok()?;
        let prepared = match stored::source(from, number) {
            Ok(source) => prepared.with_source(source),
            Err(_) => prepared,
        };
        Some(prepared.attributed(head.attribution))
    });
    salvaged.lost += usize::from(prepared.is_none());
    prepared
}

/// Brings over how far articles were read.
fn marks(from: &Connection, to: &Connection) -> rusqlite::Result<()> {
    if let Ok(mut readings) = from.prepare("SELECT article, reading, place FROM readings") {
        let rows = readings.query_map([], |row| {
            Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, String>(1)?, row.get::<_, Option<String>>(2)?))
        })?;
        for (article, reading, place) in rows.map_while(Result::ok) {
            to.prepare_cached("INSERT OR IGNORE INTO readings (article, reading, place) VALUES (?1, ?2, ?3)")?
                .execute(params![article, reading, place])?;
        }
    }
    Ok(())
}

/// Brings over the mends of a page; where it cannot be read what the parser gave, the page as it is stands for that.
fn bring_mends(from: &Connection, number: i64, to: &Connection) -> rusqlite::Result<()> {
    let Ok(Some(mends)) = mends::listed(from, number) else { return Ok(()) };
    let Ok(PageHead { digest, .. }) = stored::head(from, number) else { return Ok(()) };
    let page: Option<i64> = to
        .prepare_cached("SELECT id FROM pages WHERE digest = ?1")?
        .query_row([digest], |row| row.get(0))
        .optional()?;
    match (page, mends::kept(from, number)) {
        (Some(page), Ok(Some(kept))) => mends::keep(to, page, &kept),
        (Some(page), _) => mends::given(to, page, mends).map(drop),
        (None, _) => Ok(()),
    }
}
