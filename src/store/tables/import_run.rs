//! Runs of imports, the table `imports`: pages without a date are ordered by the run that brought
//! them in.

use rusqlite::{Connection, params};

/// The run of imports that pages come in with. Its row is made with its first new page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ImportRun {
    /// None was begun: pages are added one by one.
    #[default]
    Single,
    /// From these paths, one a line, without a row so far.
    From(String),
    /// It has this row.
    Row(i64),
}

impl ImportRun {
    /// The run from these paths that was broken off, or else a new one.
    pub fn begin(c: &Connection, paths: &str) -> rusqlite::Result<Self> {
        let broken_off: Option<i64> = c
            .prepare_cached("SELECT max(id) FROM imports WHERE paths = ?1 AND NOT finished")?
            .query_row([paths], |row| row.get(0))?;
        Ok(broken_off.map_or_else(|| Self::From(paths.to_owned()), Self::Row))
    }

    /// Its row, made where it has none.
    pub fn row(&mut self, c: &Connection) -> rusqlite::Result<i64> {
        let (paths, finished) = match self {
            Self::Row(row) => return Ok(*row),
            Self::Single => ("", true),
            Self::From(paths) => (paths.as_str(), false),
        };
        c.execute(
            "INSERT INTO imports (paths, finished, day) VALUES (?1, ?2, date('now', 'localtime'))",
            params![paths, finished],
        )?;
        let row = c.last_insert_rowid();
        *self = Self::Row(row);
        Ok(row)
    }

    /// Its row, now that it changes the library: it becomes the import that can be undone.
    pub fn change(&mut self, c: &Connection) -> rusqlite::Result<i64> {
        let row = self.row(c)?;
        let is_last: bool =
            c.prepare_cached("SELECT last FROM imports WHERE id = ?1")?.query_row([row], |found| found.get(0))?;
        if !is_last {
            c.execute("UPDATE imports SET last = (id = ?1) WHERE last OR id = ?1", [row])?;
            c.execute("DELETE FROM replaced", [])?;
        }
        Ok(row)
    }

    /// Ends it: an import from these paths will begin a new one.
    pub fn finish(self, c: &Connection) -> rusqlite::Result<()> {
        match self {
            Self::Row(row) => c.execute("UPDATE imports SET finished = 1 WHERE id = ?1", [row]).map(drop),
            Self::Single | Self::From(_) => Ok(()),
        }
    }
}
