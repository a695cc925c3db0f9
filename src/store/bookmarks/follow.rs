//! Where bookmarks lead once the pages of their articles were parsed anew.

use std::collections::HashMap;

use super::file::{change, load};
use crate::model::{Article, ArticleId, Bookmark, Place, Span};
use crate::store::anchor;
use crate::store::disk::dirs::Dirs;
use crate::store::error::{Error, FileNotice};
use crate::store::library::Library;
use crate::store::tables::body;

/// The bookmarks as [`load`] gives them. Those whose articles the library has under another id, because
/// their page was parsed anew, are moved to the same words there. Where the library cannot be read
/// they stay as they are.
///
/// # Errors
/// Those of [`load`] and [`change`].
pub fn follow(dirs: &Dirs, library: &Library) -> Result<(Vec<Bookmark>, Option<FileNotice>), Error> {
    let (bookmarks, notice) = load(dirs)?;
    let moved = |bookmark: &Bookmark| {
        let span = library.whereabouts(bookmark).ok().flatten()?;
        (span != bookmark.span()).then_some((bookmark.span(), span))
    };
    let moves: HashMap<Span, Span> = bookmarks.iter().filter_map(moved).collect();
    if moves.is_empty() {
        return Ok((bookmarks, notice));
    }
    let bookmarks = change(dirs, |bookmarks| {
        for bookmark in bookmarks {
            if let Some(span) = moves.get(&bookmark.span()) {
                (bookmark.place, bookmark.until) = (span.place, span.until);
            }
        }
    })?;
    Ok((bookmarks, notice))
}

impl Library {
    /// Where a bookmark leads: to its span or, where its page was parsed anew, to the same words there.
    /// None where the library has neither.
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

    /// The articles of the pages that once had an article of this id.
    fn successors(&self, id: ArticleId) -> Result<Vec<Article>, Error> {
        let query = "SELECT a.name, b.json FROM former f JOIN pages p ON p.id = f.page \
            JOIN articles a ON a.edition = p.edition AND a.place = p.place JOIN bodies b ON b.article = a.id \
            WHERE f.article = ?1 ORDER BY a.turn";
        self.sql(|c| c.prepare_cached(query)?.query_map([id.bytes()], body::of_row)?.collect())
    }
}
