//! The upkeep of a library: how much is in it, whether it is sound, giving room back.

use std::fs;

use crate::phrase::Sentence;
use crate::store::error::Error;
use crate::store::library::Library;
use crate::store::tables::index;

/// How many of the file's pages are given back in one step.
const GIVEN_BACK: i64 = 256;

/// How much a library holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stats {
    /// Newspapers known by name.
    pub publications: u64,
    /// Editions: a newspaper's pages of one day, or of one import where no day is known.
    pub editions: u64,
    /// Pages.
    pub pages: u64,
    /// Articles.
    pub articles: u64,
    /// Characters of the articles, white space left out.
    pub characters: u64,
    /// Articles that have been read to their end.
    pub read: u64,
    /// The first and the last day of its editions, as ISO 8601.
    pub days: Option<(String, String)>,
    /// The size of the file in bytes.
    pub bytes: u64,
}

impl Library {
    /// Counts what is in it. Takes time in proportion to the library.
    ///
    /// # Errors
    /// Those of the library.
    pub fn stats(&self) -> Result<Stats, Error> {
        self.sql(|c| {
            let count = |query: &str| c.query_row(query, [], |row| row.get::<_, i64>(0)).map(i64::unsigned_abs);
            let days = "SELECT min(date), max(date) FROM editions WHERE date IS NOT NULL";
            let days: (Option<String>, Option<String>) = c.query_row(days, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(Stats {
                publications: count("SELECT count(DISTINCT publication) FROM editions")?,
                editions: count("SELECT count(*) FROM editions")?,
                pages: count("SELECT count(*) FROM pages")?,
                articles: count("SELECT count(*) FROM articles")?,
                characters: count("SELECT coalesce(sum(characters), 0) FROM articles")?,
                read: count(
                    "SELECT count(*) FROM readings r WHERE reading = 'read' \
                    AND EXISTS (SELECT 1 FROM articles WHERE name = r.article)",
                )?,
                days: days.0.zip(days.1),
                bytes: fs::metadata(self.path()).map_or(0, |metadata| metadata.len()),
            })
        })
    }

    /// Looks for damage: in the file, between its tables, between the articles and their index.
    /// Returns a sentence a fault; none where all is sound. Takes time in proportion to the library.
    ///
    /// # Errors
    /// Where the file cannot be read so far as to tell.
    pub fn check(&self) -> Result<Vec<Sentence>, Error> {
        self.sql(|c| {
            let mut statement = c.prepare("PRAGMA integrity_check(20)")?;
            let verdicts = statement.query_map([], |row| row.get(0))?;
            // Where damage keeps the check from going on, the error is the last sentence.
            let verdict = |verdict: rusqlite::Result<String>| verdict.unwrap_or_else(|error| error.to_string());
            let verdicts = verdicts.map(verdict).filter(|verdict| verdict != "ok");
            let mut faults: Vec<_> = verdicts.map(Sentence::InOthersWords).collect();
            if !faults.is_empty() {
                return Ok(faults);
            }
            for (what, query) in ORPHANS {
                let count: i64 = c.query_row(query, [], |row| row.get(0))?;
                if count > 0 {
                    faults.push(what(count));
                }
            }
            Ok(faults)
        })
    }

    /// Merges the index, drops what nothing leads to, and gives room back to the system.
    ///
    /// # Errors
    /// Those of the library; for want of room it is as it was.
    pub fn compact(&mut self) -> Result<(), Error> {
        self.change(|c| {
            c.execute("DELETE FROM publications WHERE id NOT IN (SELECT publication FROM editions WHERE publication IS NOT NULL)", [])?;
            c.execute("DELETE FROM sketches WHERE page NOT IN (SELECT id FROM pages)", [])?;
            index::merge_all(c)
        })?;
        let folder = self.path().parent().map(|folder| folder.to_string_lossy().into_owned());
        self.sql(|c| {
            // VACUUM makes a copy: too large for memory, and not for a folder that others can read.
            c.pragma_update(None, "temp_store_directory", folder)?;
            c.pragma_update(None, "temp_store", "file")?;
            // From now on room can be given back in steps, in a library of an earlier version too.
            c.pragma_update(None, "auto_vacuum", "incremental")?;
            c.execute_batch("VACUUM")?;
            c.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        })
    }

    /// Gives some of the room that is free in the library's file back to the system; whether there is more. A library
    /// of an earlier version gives none back until it has been compacted.
    ///
    /// # Errors
    /// Those of the library.
    pub fn give_room_back(&self) -> Result<bool, Error> {
        const INCREMENTAL: i64 = 2;
        self.sql(|c| {
            let number = |name: &str| c.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
            let free = number("freelist_count")?;
            if free == 0 || number("auto_vacuum")? != INCREMENTAL {
                return Ok(false);
            }
            // Each row that it gives is a page given back.
            let mut giving = c.prepare(&format!("PRAGMA incremental_vacuum({GIVEN_BACK})"))?;
            let mut given = giving.query([])?;
            while given.next()?.is_some() {}
            c.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
            Ok(free > GIVEN_BACK)
        })
    }

    /// The bytes that are free in the library's file and can only be given back by compacting it.
    ///
    /// # Errors
    /// Those of the library.
    pub fn idle_room(&self) -> Result<u64, Error> {
        self.sql(|c| {
            let number = |name: &str| c.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
            let idle = if number("auto_vacuum")? == 0 { number("freelist_count")? } else { 0 };
            Ok(idle.unsigned_abs() * number("page_size")?.unsigned_abs())
        })
    }

    /// Merges a little of the index, for adding page by page leaves it in many small parts, and brings
    /// what was written into the library's own file, so that the next page need not wait for either; once all is
    /// merged it gives room back. Returns whether there is more to do. For a worker, between pages.
    ///
    /// # Errors
    /// Those of the library.
    pub fn tidy(&self) -> Result<bool, Error> {
        let has_merged = self.sql(|c| {
            let has_merged = index::merge_step(c)?;
            if has_merged {
                c.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
            }
            Ok(has_merged)
        })?;
        Ok(has_merged || self.give_room_back()?)
    }
}

/// The sentence about so many of something.
type CountSentence = fn(i64) -> Sentence;

/// What must not be there, and the query that counts it.
const ORPHANS: [(CountSentence, &str); 5] = [
    (Sentence::PagesWithoutText, "SELECT count(*) FROM pages WHERE id NOT IN (SELECT page FROM sources)"),
    (
        Sentence::ArticlesWithoutPage,
        "SELECT count(*) FROM articles a WHERE NOT EXISTS (SELECT 1 FROM pages p WHERE p.id = a.page AND p.edition = a.edition AND p.place = a.place)",
    ),
    (Sentence::ArticlesWithoutBody, "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article FROM bodies)"),
    (Sentence::BodiesWithoutArticle, "SELECT count(*) FROM bodies WHERE article NOT IN (SELECT id FROM articles)"),
    (Sentence::IndexOutOfStep, "SELECT abs((SELECT count(*) FROM articles) - (SELECT count(*) FROM grams_docsize))"),
];
