//! The file `bookmarks.json`: read at any time, changed only under a lock, and always by applying the
//! change to what the file holds at that moment, so that no program undoes another's.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::model::Bookmark;
use crate::phrase::Sentence;
use crate::store::disk::dirs::Dirs;
use crate::store::disk::safe_file;
use crate::store::error::{Error, FileNotice};

/// The version of the file's format.
const VERSION: u64 = 1;

/// The JSON of the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BookmarkFile {
    version: u64,
    bookmarks: Vec<Bookmark>,
    /// Fields of another version of the program, which are kept.
    #[serde(flatten)]
    other: Map<String, Value>,
}

impl BookmarkFile {
    /// The file that holds these bookmarks.
    pub fn new(bookmarks: Vec<Bookmark>) -> Self {
        Self { version: VERSION, bookmarks, other: Map::new() }
    }
}

/// What the file of every version has.
#[derive(Deserialize)]
struct FileVersion {
    version: u64,
}

/// Why bytes are no file of bookmarks.
enum FormatError {
    /// A later version wrote them, in this version of the format.
    Later(u64),
    /// They cannot be understood, for this reason.
    Damaged(String),
}

/// The bookmarks that the file holds; none where there is no file. One that cannot be understood is
/// renamed, and the notice says so.
///
/// # Errors
/// [`Error::Later`] where a later version wrote the file, [`Error::File`] where it cannot be read.
pub fn load(dirs: &Dirs) -> Result<(Vec<Bookmark>, Option<FileNotice>), Error> {
    let path = dirs.bookmarks();
    safe_file::tidy(&path);
    match read(&path)? {
        Ok(file) => Ok((file.bookmarks, None)),
        Err(FormatError::Later(found)) => Err(Error::Later { path, found, known: VERSION }),
        Err(FormatError::Damaged(_)) => {
            let _lock = safe_file::lock(&path)?;
            let (file, notice) = read_or_set_aside(&path)?;
            Ok((file.bookmarks, notice))
        }
    }
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
    let (mut file, notice) = read_or_set_aside(&path)?;
    if let Some(notice) = notice {
        return Err(Error::SetAside(notice));
    }
    let before = file.bookmarks.clone();
    how(&mut file.bookmarks);
    if file.bookmarks != before {
        file.version = VERSION;
        let write = || safe_file::replace(&path, &serde_json::to_vec_pretty(&file)?);
        write().map_err(Error::file(&path))?;
    }
    Ok(file.bookmarks)
}

/// The bookmarks of a file that is handed over; it is only read.
///
/// # Errors
/// [`Error::Later`], [`Error::File`], and [`Error::Unfit`] where it cannot be understood.
pub fn from_file(path: &Path) -> Result<Vec<Bookmark>, Error> {
    let bytes = safe_file::read(path).map_err(Error::file(path))?;
    let file = from_json(&bytes).map_err(|error| match error {
        FormatError::Later(found) => Error::Later { path: path.to_owned(), found, known: VERSION },
        FormatError::Damaged(reason) => {
            Error::Unfit { path: path.to_owned(), reason: Box::new(Sentence::NoBookmarkFile(reason)) }
        }
    })?;
    Ok(file.bookmarks)
}

/// What the file holds: no bookmarks where there is no file.
fn read(path: &Path) -> Result<Result<BookmarkFile, FormatError>, Error> {
    match safe_file::read(path) {
        Ok(bytes) => Ok(from_json(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Ok(BookmarkFile::new(Vec::new()))),
        Err(error) => Err(Error::file(path)(error)),
    }
}

/// What the file holds; one that cannot be understood is renamed. The caller holds the lock.
fn read_or_set_aside(path: &Path) -> Result<(BookmarkFile, Option<FileNotice>), Error> {
    match read(path)? {
        Ok(file) => Ok((file, None)),
        Err(FormatError::Later(found)) => Err(Error::Later { path: path.to_owned(), found, known: VERSION }),
        Err(FormatError::Damaged(_)) => {
            let aside = safe_file::aside(path).map_err(Error::file(path))?;
            Ok((BookmarkFile::new(Vec::new()), Some(FileNotice::SetAside { file: path.to_owned(), aside })))
        }
    }
}

fn from_json(bytes: &[u8]) -> Result<BookmarkFile, FormatError> {
    let damaged = |error: serde_json::Error| FormatError::Damaged(error.to_string());
    let FileVersion { version } = serde_json::from_slice(bytes).map_err(damaged)?;
    if version > VERSION {
        return Err(FormatError::Later(version));
    }
    serde_json::from_slice(bytes).map_err(damaged)
}
