//! The files that the library's pages came from.

use serde::Serialize;

use crate::store::error::Error;
use crate::store::library::Library;

/// A file, and what the library has of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceFile {
    /// Its path, as it was given.
    pub source: String,
    /// The day of the last import that brought a page of it, as ISO 8601.
    pub imported: Option<String>,
    /// Its pages.
    pub pages: u64,
    /// Their articles.
    pub articles: u64,
    /// The newspaper, where it is one.
    pub publication: Option<String>,
    /// The day, where it is one.
    pub date: Option<String>,
}

impl Library {
    /// The files that its pages came from, the last first. Takes time in proportion to the library.
    ///
    /// # Errors
    /// Those of the library.
    pub fn source_files(&self) -> Result<Vec<SourceFile>, Error> {
        let query = "SELECT p.source, max(i.day), count(*), \
            sum((SELECT count(*) FROM articles a WHERE a.edition = p.edition AND a.place = p.place)), \
            CASE WHEN count(DISTINCT e.publication) = 1 THEN min(u.name) END, \
            CASE WHEN count(DISTINCT e.date) = 1 THEN min(e.date) END \
            FROM pages p JOIN imports i ON i.id = p.import JOIN editions e ON e.key = p.edition \
            LEFT JOIN publications u ON u.id = e.publication GROUP BY p.source ORDER BY max(p.id) DESC";
        self.sql(|c| {
            let mut statement = c.prepare(query)?;
            let files = statement.query_map([], |row| {
                Ok(SourceFile {
                    source: row.get(0)?,
                    imported: row.get(1)?,
                    pages: row.get::<_, i64>(2)?.unsigned_abs(),
                    articles: row.get::<_, i64>(3)?.unsigned_abs(),
                    publication: row.get(4)?,
                    date: row.get(5)?,
                })
            })?;
            files.collect()
        })
    }
}
