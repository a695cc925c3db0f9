//! Pages and articles go out.

use rusqlite::Connection;

use super::{articles, page, stored};
use crate::model::{ArticleId, Date};
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
    /// The pages of editions up to this day, it included; those without a date stay.
    Until(Date),
}

/// How much a removal takes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RemovalExtent {
    /// The articles.
    pub articles: u64,
    /// The pages; none where an article goes alone.
    pub pages: u64,
    /// The first and the last day of the pages, as ISO 8601.
    pub days: Option<(String, String)>,
}

impl Library {
    /// How much a removal would take out.
    ///
    /// # Errors
    /// Those of the library.
    pub fn would_remove(&self, removal: Removal<'_>) -> Result<RemovalExtent, Error> {
        let extent = |c: &Connection| -> rusqlite::Result<RemovalExtent> {
            if let Removal::Article(id) = removal {
                let count =
                    c.query_row("SELECT count(*) FROM articles WHERE name = ?1", [id.bytes()], |row| row.get(0))?;
                return Ok(RemovalExtent { articles: i64::unsigned_abs(count), ..RemovalExtent::default() });
            }
            let (mut extent, mut days) = (RemovalExtent::default(), Vec::new());
            for id in pages(c, removal)? {
                extent.pages += 1;
                extent.articles += articles::numbers(c, id)?.len() as u64;
                days.extend(stored::head(c, id)?.page.date);
            }
            extent.days = days.iter().min().zip(days.iter().max()).map(|(a, b)| (a.to_string(), b.to_string()));
            Ok(extent)
        };
        self.sql(extent)
    }

    /// Takes articles out of the library, with their pages unless it is asked for an article alone;
    /// how far they were read is kept for the day they come back. Returns how many went.
    ///
    /// # Errors
    /// Those of the library, which is then as it was.
    pub fn remove(&mut self, removal: Removal<'_>) -> Result<u64, Error> {
        let count = self.would_remove(removal)?.articles;
        self.change(|c| match removal {
            Removal::Article(id) => articles::remove_everywhere(c, id),
            _ => pages(c, removal)?.into_iter().try_for_each(|id| page::remove(c, id)),
        })?;
        Ok(count)
    }
}

/// The numbers of the pages that a removal takes out.
fn pages(c: &Connection, removal: Removal<'_>) -> rusqlite::Result<Vec<i64>> {
    let (query, value) = match removal {
        Removal::Source(name) => ("SELECT id FROM pages WHERE source = ?1", name.to_owned()),
        Removal::Publication(name) => (
            "SELECT p.id FROM pages p JOIN editions e ON e.key = p.edition JOIN publications u ON u.id = e.publication \
             WHERE u.name = ?1",
            name.to_owned(),
        ),
        Removal::Until(date) => {
            ("SELECT p.id FROM pages p JOIN editions e ON e.key = p.edition WHERE e.date <= ?1", date.to_string())
        }
        Removal::Article(_) => return Ok(Vec::new()),
    };
    c.prepare(query)?.query_map([value], |row| row.get(0))?.collect()
}
