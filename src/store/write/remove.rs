//! Pages and articles go out.

use rusqlite::Connection;

use super::{articles, page};
use crate::model::ArticleId;
use crate::store::error::Error;
use crate::store::library::Library;

/// What is to be taken out of a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal<'a> {
    /// An article, wherever it stands.
    Article(ArticleId),
    /// The pages that came from a source of this name.
    Source(&'a str),
    /// The pages of a newspaper.
    Publication(&'a str),
}

impl Library {
    /// How many articles a removal would take out.
    ///
    /// # Errors
    /// Those of the library.
    pub fn would_remove(&self, removal: Removal<'_>) -> Result<u64, Error> {
        let count = |c: &Connection| -> rusqlite::Result<i64> {
            match removal {
                Removal::Article(id) => {
                    c.query_row("SELECT count(*) FROM articles WHERE name = ?1", [id.bytes()], |row| row.get(0))
                }
                _ => pages(c, removal)?
                    .into_iter()
                    .try_fold(0, |sum, id| Ok(sum + articles::numbers(c, id)?.len() as i64)),
            }
        };
        self.sql(count).map(i64::unsigned_abs)
    }

    /// Takes articles out of the library, with their pages unless it is asked for an article alone;
    /// how far they were read is kept for the day they come back. Returns how many went.
    ///
    /// # Errors
    /// Those of the library, which is then as it was.
    pub fn remove(&mut self, removal: Removal<'_>) -> Result<u64, Error> {
        let count = self.would_remove(removal)?;
        self.change(|c| match removal {
            Removal::Article(id) => articles::remove_everywhere(c, id),
            _ => pages(c, removal)?.into_iter().try_for_each(|id| page::remove(c, id)),
        })?;
        Ok(count)
    }
}

/// The numbers of the pages that a removal takes out.
fn pages(c: &Connection, removal: Removal<'_>) -> rusqlite::Result<Vec<i64>> {
    let (query, name) = match removal {
        Removal::Source(name) => ("SELECT id FROM pages WHERE source = ?1", name),
        Removal::Publication(name) => (
            "SELECT p.id FROM pages p JOIN editions e ON e.key = p.edition JOIN publications u ON u.id = e.publication \
             WHERE u.name = ?1",
            name,
        ),
        Removal::Article(_) => return Ok(Vec::new()),
    };
    c.prepare(query)?.query_map([name], |row| row.get(0))?.collect()
}
