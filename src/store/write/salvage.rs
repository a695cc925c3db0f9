//! What is sound of a damaged library, brought over into a new one.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, params};

use super::articles;
use super::prepared::PreparedPage;
use crate::model::Page;
use crate::store::error::Error;
use crate::store::library::Library;
use crate::store::tables::body;

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
        self.change(|to| marks(&from, to))?;
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
    let text = from.query_row("SELECT text FROM sources WHERE page = ?1", [number], |row| {
        body::unpack_text(row.get_ref(0)?.as_blob()?)
    });
    let is_anything = !articles.is_empty() || text.is_ok();
    let prepared = head(from, number).ok().filter(|_| is_anything).and_then(|(page, digest)| {
        salvaged.lost += numbers.len() - articles.len();
        PreparedPage::known_as(digest, Page { articles, ..page }, &text.unwrap_or_default()).ok()
    });
    salvaged.lost += usize::from(prepared.is_none());
    prepared
}

/// A page without its articles, and what it is recognised by.
fn head(from: &Connection, number: i64) -> rusqlite::Result<(Page, [u8; 32])> {
    const QUERY: &str = "SELECT p.source, p.source_page, p.first_line, p.number, p.name, p.label, u.name, e.date, \
        p.furniture, p.sizes, p.digest FROM pages p LEFT JOIN editions e ON e.key = p.edition \
        LEFT JOIN publications u ON u.id = e.publication WHERE p.id = ?1";
    from.query_row(QUERY, [number], |row| {
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
        Ok((page, row.get(10)?))
    })
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
