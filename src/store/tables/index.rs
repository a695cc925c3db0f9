//! The full-text index: the table `grams`, which says of each gram in which articles it is.

use std::ops::ControlFlow;

use rusqlite::{Connection, params};

use super::{body, grams};

/// How much of the index is merged in one step, in its pages of 8 KB: some milliseconds' work.
const STEP: i64 = 64;

/// Puts an article, by its number, into the index.
pub fn add(c: &Connection, id: i64, grams: &str) -> rusqlite::Result<()> {
    c.prepare_cached("INSERT INTO grams (rowid, words) VALUES (?1, ?2)")?.execute(params![id, grams]).map(drop)
}

/// Takes an article out of the index.
pub fn remove(c: &Connection, id: i64) -> rusqlite::Result<()> {
    c.prepare_cached("DELETE FROM grams WHERE rowid = ?1")?.execute([id]).map(drop)
}

/// Told how many articles are in the index, and how many there are; it may break the filling off.
pub type Telling<'a> = &'a dyn Fn(u64, u64) -> ControlFlow<()>;

/// How many articles are put into the index between two times that it is told.
const TOLD_EVERY: u64 = 256;

/// Fills an empty index from the articles; one that is damaged stays out of it.
///
/// # Errors
/// Those of the database; that it was interrupted, where `tell` broke it off.
pub fn fill(c: &Connection, tell: Telling<'_>) -> rusqlite::Result<()> {
    let all = c.query_row("SELECT count(*) FROM articles", [], |row| row.get::<_, i64>(0))?.unsigned_abs();
    let mut whole =
        c.prepare("SELECT a.name, b.json, a.id FROM articles a JOIN bodies b ON b.article = a.id ORDER BY a.id")?;
    let mut rows = whole.query([])?;
    let mut done = 0;
    while let Some(row) = rows.next()? {
        if done % TOLD_EVERY == 0 && tell(done, all).is_break() {
            let interrupted = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_INTERRUPT);
            return Err(rusqlite::Error::SqliteFailure(interrupted, None));
        }
        done += 1;
        if let Ok(article) = body::of_row(row) {
            add(c, row.get(2)?, &grams::of_article(&article))?;
        }
    }
    Ok(())
}

/// Merges a few of the index's small parts, of which each page that is added leaves one. Returns
/// whether there was anything to merge.
pub fn merge_step(c: &Connection) -> rusqlite::Result<bool> {
    let before = c.total_changes();
    c.prepare_cached("INSERT INTO grams (grams, rank) VALUES ('merge', ?1)")?.execute([STEP])?;
    // A merge changes two rows at least, where there is nothing to merge only the command's own.
    Ok(c.total_changes() - before >= 2)
}

/// Merges the whole index into one part.
pub fn merge_all(c: &Connection) -> rusqlite::Result<()> {
    c.execute("INSERT INTO grams (grams) VALUES ('optimize')", []).map(drop)
}
