//! Runs of imports: what brought pages in.

use rusqlite::{Connection, params};

/// The run of imports that pages come in with. It gets its row with its first new page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Run {
    /// For pages that are added one by one.
    #[default]
    Lone,
    /// From these paths.
    From(String),
    /// Its row.
    Row(i64),
}

impl Run {
    /// The run from these paths that was broken off, or a new one.
    pub fn from(c: &Connection, paths: &str) -> rusqlite::Result<Self> {
        let broken_off: Option<i64> = c
            .prepare_cached("SELECT max(id) FROM imports WHERE paths = ?1 AND NOT finished")?
            .query_row([paths], |row| row.get(0))?;
        Ok(broken_off.map_or_else(|| Self::From(paths.to_owned()), Self::Row))
    }

    /// Its row.
    pub fn row(&mut self, c: &Connection) -> rusqlite::Result<i64> {
        let (paths, finished) = match self {
            Self::Row(row) => return Ok(*row),
            Self::Lone => ("", true),
            Self::From(paths) => (paths.as_str(), false),
        };
        c.execute("INSERT INTO imports (paths, finished) VALUES (?1, ?2)", params![paths, finished])?;
        let row = c.last_insert_rowid();
        *self = Self::Row(row);
        Ok(row)
    }

    /// Ends it: the same paths begin a new one.
    pub fn finish(self, c: &Connection) -> rusqlite::Result<()> {
        match self {
            Self::Row(row) => c.execute("UPDATE imports SET finished = 1 WHERE id = ?1", [row]).map(drop),
            Self::Lone | Self::From(_) => Ok(()),
        }
    }
}
