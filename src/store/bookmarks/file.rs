//! `bookmarks.json`: read at any time, changed only under a lock, and always by applying the change
//! to what the file holds at that moment.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::model::{Bookmark, Edit, Span};
use crate::store::disk::dirs::Dirs;
use crate::store::disk::safe_file;
use crate::store::error::Error;
use crate::store::error::Notice;
use crate::store::library::Library;

/// The version of the file's format.
const VERSION: u64 = 1;

/// The shape of the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shelf {
    version: u64,
    bookmarks: Vec<Bookmark>,
    /// What another version of the program keeps beside them.
    #[serde(flatten)]
    other: Map<String, Value>,
}

/// What every version of the file says.
#[derive(Deserialize)]
struct Stamp {
    version: u64,
}

/// Why the bytes of a file are no bookmarks.
enum Refusal {
    Later(u64),
    Damaged(String),
}

/// The bookmarks that the file holds; none where there is no file. One that cannot be understood is
/// renamed, and the notice says so.
///
/// # Errors
/// [`Error::Later`] where a later version wrote the file, [`Error::File`] where it cannot be read.
pub fn load(dirs: &Dirs) -> Result<(Vec<Bookmark>, Option<Notice>), Error> {
    let path = dirs.bookmarks();
    safe_file::tidy(&path);
    match read(&path)? {
        Ok(shelf) => Ok((shelf.bookmarks, None)),
        Err(Refusal::Later(found)) => Err(Error::Later { path, found, known: VERSION }),
        Err(Refusal::Damaged(_)) => {
            let _lock = safe_file::lock(&path)?;
            let (shelf, notice) = read_or_set_aside(&path)?;
            Ok((shelf.bookmarks, notice))
        }
    }
}

/// Sets a bookmark; one that keeps the same gives way. Returns what the file now holds.
///
/// # Errors
/// Those of [`change`].
pub fn set(dirs: &Dirs, bookmark: Bookmark) -> Result<Vec<Bookmark>, Error> {
    change(dirs, |bookmarks| match bookmarks.iter_mut().find(|old| old.span() == bookmark.span()) {
        Some(old) => *old = bookmark,
        None => bookmarks.push(bookmark),
    })
}

/// Changes the bookmark that keeps this, if it is there. Returns what the file now holds.
///
/// # Errors
/// Those of [`change`].
pub fn edit(dirs: &Dirs, span: Span, edit: &Edit) -> Result<Vec<Bookmark>, Error> {
    change(dirs, |bookmarks| {
        bookmarks.iter_mut().filter(|bookmark| bookmark.span() == span).for_each(|bookmark| bookmark.edit(edit));
    })
}

/// Takes the bookmark that keeps this away. Returns what the file now holds.
///
/// # Errors
/// Those of [`change`].
pub fn remove(dirs: &Dirs, span: Span) -> Result<Vec<Bookmark>, Error> {
    change(dirs, |bookmarks| bookmarks.retain(|bookmark| bookmark.span() != span))
}

/// Adds bookmarks to those of the file. Where both have one that keeps the same, the one given
/// stays, with the note and the tag of the other where it has none. Returns what the file now holds.
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

/// The bookmarks as [`load`] has them; those whose articles the library has only under another name,
/// because their page was parsed anew, now lead to the same words there. A library that cannot be
/// read leaves them as they are.
///
/// # Errors
/// Those of [`load`] and [`change`].
pub fn follow(dirs: &Dirs, library: &Library) -> Result<(Vec<Bookmark>, Option<Notice>), Error> {
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

/// Changes what the file holds now, under a lock, and brings it to the disk.
///
/// # Errors
/// [`Error::Later`] where a later version wrote the file, [`Error::File`] where it cannot be locked,
/// read or written; it is then as it was. [`Error::SetAside`] where it could not be understood and
/// was renamed: the next change begins a new one.
pub fn change(dirs: &Dirs, how: impl FnOnce(&mut Vec<Bookmark>)) -> Result<Vec<Bookmark>, Error> {
    let path = dirs.bookmarks();
    let _lock = safe_file::lock(&path)?;
    let (mut shelf, notice) = read_or_set_aside(&path)?;
    if let Some(notice) = notice {
        return Err(Error::SetAside(notice));
    }
    let before = shelf.bookmarks.clone();
    how(&mut shelf.bookmarks);
    if shelf.bookmarks != before {
        shelf.version = VERSION;
        let write = || safe_file::replace(&path, &serde_json::to_vec_pretty(&shelf)?);
        write().map_err(Error::file(&path))?;
    }
    Ok(shelf.bookmarks)
}

/// The bookmarks in the shape of the file.
pub fn shelf(bookmarks: Vec<Bookmark>) -> Shelf {
    Shelf { version: VERSION, bookmarks, other: Map::new() }
}

/// The bookmarks of a file that is handed over; it is only read.
///
/// # Errors
/// [`Error::Later`], [`Error::File`], and [`Error::Unfit`] where it cannot be understood.
pub fn from_file(path: &Path) -> Result<Vec<Bookmark>, Error> {
    let bytes = safe_file::read(path).map_err(Error::file(path))?;
    let shelf = from_json(&bytes).map_err(|refusal| match refusal {
        Refusal::Later(found) => Error::Later { path: path.to_owned(), found, known: VERSION },
        Refusal::Damaged(reason) => {
            Error::Unfit { path: path.to_owned(), reason: format!("this is no file of bookmarks ({reason})") }
        }
    })?;
    Ok(shelf.bookmarks)
}

fn read(path: &Path) -> Result<Result<Shelf, Refusal>, Error> {
    match safe_file::read(path) {
        Ok(bytes) => Ok(from_json(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Ok(shelf(Vec::new()))),
        Err(error) => Err(Error::file(path)(error)),
    }
}

/// The caller holds the lock.
fn read_or_set_aside(path: &Path) -> Result<(Shelf, Option<Notice>), Error> {
    match read(path)? {
        Ok(shelf) => Ok((shelf, None)),
        Err(Refusal::Later(found)) => Err(Error::Later { path: path.to_owned(), found, known: VERSION }),
        Err(Refusal::Damaged(_)) => {
            let aside = safe_file::aside(path).map_err(Error::file(path))?;
            Ok((shelf(Vec::new()), Some(Notice::SetAside { file: path.to_owned(), aside })))
        }
    }
}

fn from_json(bytes: &[u8]) -> Result<Shelf, Refusal> {
    let damaged = |error: serde_json::Error| Refusal::Damaged(error.to_string());
    let stamp: Stamp = serde_json::from_slice(bytes).map_err(damaged)?;
    if stamp.version > VERSION {
        return Err(Refusal::Later(stamp.version));
    }
    serde_json::from_slice(bytes).map_err(damaged)
}
