//! How far articles had been read goes over to the articles that take their place.

use rusqlite::Connection;

use crate::model::{Article, Bookmark, Place, Span};
use crate::store::anchor;
use crate::store::tables::{reading, shingles};

/// Gives the reading progress of a page's old articles to those of its new ones that have the words at
/// which their reader stopped.
pub fn hand_over(c: &Connection, old: &[Article], new: &[Article]) -> rusqlite::Result<()> {
    for article in old.iter().filter(|article| !new.iter().any(|n| n.id == article.id)) {
        let Some((reading, place)) = reading::of(c, article.id)? else { continue };
        let place = place.unwrap_or_else(|| Place::start_of(article));
        let words = Bookmark::excerpt(Span::at(place), article);
        let found = anchor::find(place, &words, new.iter());
        if let Some(place) = found.or_else(|| Some(Place::start_of(most_alike(article, new)?))) {
            reading::set_first(c, place.article, reading, Some(place))?;
        }
    }
    Ok(())
}

/// The article that has most of the words of another, and at least half of them.
fn most_alike<'a>(article: &Article, new: &'a [Article]) -> Option<&'a Article> {
    let words = shingles::of_articles([article]);
    let shared = new.iter().map(|new| (shingles::common(&words, &shingles::of_articles([new])), new));
    let most = shared.max_by_key(|(shared, _)| *shared);
    most.filter(|(shared, _)| *shared > 0 && shared * 2 >= words.len()).map(|(_, new)| new)
}
