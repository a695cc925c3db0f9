//! How far articles have been read, and where their reader stopped: the table `readings`.

use rusqlite::{Connection, OptionalExtension, params};

use crate::model::{ArticleId, Place, Reading};

/// How far an article was read and where its reader stopped; none where nothing is kept of it.
pub fn of(c: &Connection, id: ArticleId) -> rusqlite::Result<Option<(Reading, Option<Place>)>> {
    let found: Option<(String, Option<String>)> = c
        .prepare_cached("SELECT reading, place FROM readings WHERE article = ?1")?
        .query_row([id.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let place = |json: Option<String>| json.and_then(|json| serde_json::from_str(&json).ok());
    Ok(found.map(|(word, json)| (from_word(Some(&word)), place(json))))
}

/// Keeps how far an article has been read and, if given, where its reader stopped.
pub fn set(c: &Connection, id: ArticleId, reading: Reading, place: Option<Place>) -> rusqlite::Result<()> {
    c.prepare_cached(
        "INSERT INTO readings (article, reading, place) VALUES (?1, ?2, ?3)
         ON CONFLICT (article) DO UPDATE SET reading = ?2, place = coalesce(?3, place)",
    )?
    .execute(params![id.bytes(), word(reading), json(place)])
    .map(drop)
}

/// Keeps it for an article of which nothing is kept yet.
pub fn set_first(c: &Connection, id: ArticleId, reading: Reading, place: Option<Place>) -> rusqlite::Result<()> {
    c.prepare_cached("INSERT OR IGNORE INTO readings (article, reading, place) VALUES (?1, ?2, ?3)")?
        .execute(params![id.bytes(), word(reading), json(place)])
        .map(drop)
}

fn json(place: Option<Place>) -> Option<String> {
    place.and_then(|place| serde_json::to_string(&place).ok())
}

/// The word that the table has for it.
pub fn word(reading: Reading) -> &'static str {
    match reading {
        Reading::Unread => "unread",
        Reading::Started => "started",
        Reading::Read => "read",
    }
}

/// What a word of the table stands for; an article that is not in it is unread.
pub fn from_word(word: Option<&str>) -> Reading {
    match word {
        Some("started") => Reading::Started,
        Some("read") => Reading::Read,
        _ => Reading::Unread,
    }
}
