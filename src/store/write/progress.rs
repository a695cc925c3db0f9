//! How far articles had been read goes over to the articles that take their place.

use rusqlite::Connection;

use crate::model::{Article, Bookmark, Place, Span};
use crate::store::anchor;
use crate::store::tables::reading;

/// Gives the reading progress of a page's old articles to those of its new ones that have the words at
/// which their reader stopped.
pub fn hand_over(c: &Connection, old: &[Article], new: &[Article]) -> rusqlite::Result<()> {
    for article in old.iter().filter(|article| !new.iter().any(|n| n.id == article.id)) {
        let Some((reading, place)) = reading::of(c, article.id)? else { continue };
        let place = place.unwrap_or_else(|| Place::start_of(article));
        let words = Bookmark::excerpt(Span::at(place), article);
        if let Some(place) = anchor::find(place, &words, new.iter()) {
            reading::set_first(c, place.article, reading, Some(place))?;
        }
    }
    Ok(())
}
