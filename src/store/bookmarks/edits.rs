//! Bookmarks set, edited, removed and merged.

use std::collections::HashMap;

use super::file::change;
use crate::model::{Bookmark, Edit, Span};
use crate::store::disk::dirs::Dirs;
use crate::store::error::Error;

/// Sets a bookmark; another one on the same span gives way to it. Returns what the file now holds.
///
/// # Errors
/// Those of [`change`].
pub fn set(dirs: &Dirs, bookmark: Bookmark) -> Result<Vec<Bookmark>, Error> {
    change(dirs, |bookmarks| match bookmarks.iter_mut().find(|old| old.span() == bookmark.span()) {
        Some(old) => *old = bookmark,
        None => bookmarks.push(bookmark),
    })
}

/// Changes the bookmark on this span, if there is one. Returns what the file now holds.
///
/// # Errors
/// Those of [`change`].
pub fn edit(dirs: &Dirs, span: Span, edit: &Edit) -> Result<Vec<Bookmark>, Error> {
    change(dirs, |bookmarks| {
        bookmarks.iter_mut().filter(|bookmark| bookmark.span() == span).for_each(|bookmark| bookmark.edit(edit));
    })
}

/// Removes the bookmark on this span. Returns what the file now holds.
///
/// # Errors
/// Those of [`change`].
pub fn remove(dirs: &Dirs, span: Span) -> Result<Vec<Bookmark>, Error> {
    change(dirs, |bookmarks| bookmarks.retain(|bookmark| bookmark.span() != span))
}

/// Adds bookmarks to those of the file. Where both have one on the same span, the one given stays,
/// with the note and the tag of the other where it has none. Returns what the file now holds.
///
/// # Errors
/// Those of [`change`].
pub fn merge(dirs: &Dirs, more: Vec<Bookmark>) -> Result<Vec<Bookmark>, Error> {
    change(dirs, |bookmarks| {
        let mut kept: HashMap<Span, usize> = bookmarks.iter().map(Bookmark::span).zip(0..).collect();
        for mut bookmark in more {
            match kept.get(&bookmark.span()).and_then(|at| bookmarks.get_mut(*at)) {
                Some(old) => {
                    bookmark.note = bookmark.note.or(old.note.take());
                    bookmark.tag = bookmark.tag.or(old.tag);
                    *old = bookmark;
                }
                None => {
                    kept.insert(bookmark.span(), bookmarks.len());
                    bookmarks.push(bookmark);
                }
            }
        }
    })
}
