//! Which pages a library holds, to tell whether another program has brought some or taken some out.

use crate::store::error::Error;
use crate::store::library::Library;

/// What is other where a library holds other pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
    /// What SQLite counts of others' changes: while it is the same there are none.
    changes: Option<i64>,
    /// How many pages there are.
    pages: i64,
    /// The page that came last, by its number and its digest.
    last: Option<(i64, Vec<u8>)>,
}

impl Holdings {
    /// Whether other pages are held than before.
    pub fn differ_from(&self, before: &Self) -> bool {
        (self.pages, &self.last) != (before.pages, &before.last)
    }
}

impl Library {
    /// Which pages it holds; quick where nobody else has changed it since `before`.
    ///
    /// # Errors
    /// Those of the library.
    pub fn holdings(&self, before: &Holdings) -> Result<Holdings, Error> {
        self.sql(|c| {
            let changes = Some(c.pragma_query_value(None, "data_version", |row| row.get(0))?);
            if changes == before.changes {
                return Ok(before.clone());
            }
            let pages = c.prepare_cached("SELECT count(*) FROM pages")?.query_row([], |row| row.get(0))?;
            let mut last = c.prepare_cached("SELECT id, digest FROM pages ORDER BY id DESC LIMIT 1")?;
            let last = last.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.next().transpose()?;
            Ok(Holdings { changes, pages, last })
        })
    }

    /// The articles of the pages that have come since.
    ///
    /// # Errors
    /// Those of the library.
    pub fn articles_since(&self, before: &Holdings) -> Result<usize, Error> {
        let query = "SELECT count(*) FROM pages p JOIN articles a ON a.edition = p.edition AND a.place = p.place \
            WHERE p.id > ?1";
        let last = before.last.as_ref().map_or(0, |(number, _)| *number);
        let articles: i64 = self.sql(|c| c.prepare_cached(query)?.query_row([last], |row| row.get(0)))?;
        Ok(usize::try_from(articles).unwrap_or_default())
    }
}
