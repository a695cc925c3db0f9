//! How far articles have been read, and where their reader stopped.

use rusqlite::{Connection, OptionalExtension, params};

use crate::model::{Article, ArticleId, Bookmark, Place, Reading, Span};
use crate::store::anchor;
use crate::store::error::Error;
use crate::store::library::Library;

impl Library {
    /// Keeps how far an article has been read and, if given, the place where its reader stopped.
    ///
    /// # Errors
    /// Those of the library.
    pub fn set_reading(&self, id: ArticleId, reading: Reading, place: Option<Place>) -> Result<(), Error> {
        let place = place.and_then(|place| serde_json::to_string(&place).ok());
        let keep = "INSERT INTO readings (article, reading, place) VALUES (?1, ?2, ?3)
            ON CONFLICT (article) DO UPDATE SET reading = ?2, place = coalesce(?3, place)";
        self.sql(|c| c.prepare_cached(keep)?.execute(params![id.bytes(), name(reading), place]).map(drop))
    }

    /// The place where an article's reader stopped.
    ///
    /// # Errors
    /// Those of the library.
    pub fn reading_place(&self, id: ArticleId) -> Result<Option<Place>, Error> {
        self.sql(|c| Ok(of(c, id)?.and_then(|(_, place)| place)))
    }

    /// Where a bookmark leads: to what it keeps, or where its page was parsed anew to the same words
    /// there. None where the library has neither.
    ///
    /// # Errors
    /// Those of the library.
    pub fn whereabouts(&self, bookmark: &Bookmark) -> Result<Option<Span>, Error> {
        let span = bookmark.span();
        if let Some(article) = self.article(span.place.article)? {
            let moved = || anchor::find_span(span, &bookmark.excerpt, std::iter::once(&article));
            return Ok(match anchor::holds(&article, span, &bookmark.excerpt) {
                true => Some(span),
                false => moved().or_else(|| Some(Span::at(Place::start_of(&article)))),
            });
        }
        let articles = self.successors(span.place.article)?;
        Ok(anchor::find_span(span, &bookmark.excerpt, articles.iter()))
    }
}

/// How far articles of a page were read goes over to the articles that take their place.
pub(in crate::store) fn hand_over(c: &Connection, old: &[Article], new: &[Article]) -> rusqlite::Result<()> {
    for article in old.iter().filter(|article| !new.iter().any(|n| n.id == article.id)) {
        let Some((reading, place)) = of(c, article.id)? else { continue };
        let place = place.unwrap_or_else(|| Place::start_of(article));
        let words = Bookmark::excerpt(Span::at(place), article);
        if let Some(place) = anchor::find(place, &words, new.iter()) {
            let json = serde_json::to_string(&place).ok();
            c.prepare_cached("INSERT OR IGNORE INTO readings (article, reading, place) VALUES (?1, ?2, ?3)")?
                .execute(params![place.article.bytes(), name(reading), json])?;
        }
    }
    Ok(())
}

fn of(c: &Connection, id: ArticleId) -> rusqlite::Result<Option<(Reading, Option<Place>)>> {
    let found: Option<(String, Option<String>)> = c
        .prepare_cached("SELECT reading, place FROM readings WHERE article = ?1")?
        .query_row([id.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let place = |json: Option<String>| json.and_then(|json| serde_json::from_str(&json).ok());
    Ok(found.map(|(reading, json)| (named(Some(&reading)), place(json))))
}

/// The word for it in the library.
pub(in crate::store) fn name(reading: Reading) -> &'static str {
    match reading {
        Reading::Unread => "unread",
        Reading::Started => "started",
        Reading::Read => "read",
    }
}

/// What a word in the library stands for.
pub(in crate::store) fn named(word: Option<&str>) -> Reading {
    match word {
        Some("started") => Reading::Started,
        Some("read") => Reading::Read,
        _ => Reading::Unread,
    }
}
