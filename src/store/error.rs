//! What can go wrong on disk, and what the user is told although nothing failed.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;

/// Why something could not be written or read; it names the file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The user has no home folder to keep anything in.
    #[error("there is no home folder to keep the library and the bookmarks in (is HOME set?)")]
    NoHome,
    /// A file or folder would not do as asked.
    #[error("{}: {}", path.display(), io_sentence(source))]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file was written by a later version of the program; it was left alone.
    #[error("{}: written by a later version of paper-reader (format {found}; this one knows {known}); it was left alone", path.display())]
    Later {
        /// The file.
        path: PathBuf,
        /// The version of its format.
        found: u64,
        /// The last version known here.
        known: u64,
    },
    /// A file could not be understood and was renamed before anything was done.
    #[error("{0}")]
    SetAside(FileNotice),
    /// A file that was handed over is not of the kind asked for.
    #[error("{}: {reason}", path.display())]
    Unfit {
        /// The file.
        path: PathBuf,
        /// A sentence that says why.
        reason: String,
    },
    /// The library would not do as asked.
    #[error("{}: {}", path.display(), sql_sentence(source))]
    Library {
        /// The library's file.
        path: PathBuf,
        /// What the database says.
        source: rusqlite::Error,
    },
}

/// Whether an error means that something in the library is damaged, which need not keep the rest from being read.
pub(super) fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(
        error,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::QueryReturnedNoRows
            | rusqlite::Error::Utf8Error(..)
    ) || error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt)
}

impl Error {
    /// Whether the library is damaged.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Library { source, .. } if is_damage(source))
    }

    /// Whether another program holds the library.
    pub(super) fn is_busy(&self) -> bool {
        let Self::Library { source, .. } = self else { return false };
        matches!(source.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
    }

    /// A closure that makes errors about this file.
    pub(super) fn file(path: &std::path::Path) -> impl Fn(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::File { path: path.clone(), source }
    }
}

/// What the user is to be told of a file, although the program goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileNotice {
    /// A file could not be understood; it was renamed, and a new one is begun.
    SetAside {
        /// The name it had.
        file: PathBuf,
        /// The name it has now.
        aside: PathBuf,
    },
    /// A damaged library was renamed, and what is sound of it was brought over into a new one.
    Salvaged {
        /// The name it has now.
        aside: PathBuf,
        /// Pages that were brought over.
        pages: usize,
        /// Articles of these that were not, and pages of which nothing was.
        lost: usize,
    },
    /// Another program holds the library to itself: it is read as it was, and nothing new is kept.
    Locked {
        /// The file.
        file: PathBuf,
    },
    /// A file can be read but not written: nothing new is kept.
    ReadOnly {
        /// The file.
        file: PathBuf,
    },
}

impl std::fmt::Display for FileNotice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::SetAside { file, aside } => {
                write!(f, "{}: damaged; kept aside as {}, and a new one begun", file.display(), aside.display())
            }
            Self::Salvaged { aside, pages, lost } => {
                write!(f, "{}: damaged; of it {pages} pages were brought over into a new library", aside.display())?;
                if *lost > 0 { write!(f, ", and {lost} articles or pages could not be") } else { Ok(()) }
            }
            Self::Locked { file } => {
                write!(f, "{}: another program holds it; nothing new will be kept", file.display())
            }
            Self::ReadOnly { file } => write!(f, "{}: cannot be written; nothing new will be kept", file.display()),
        }
    }
}

fn io_sentence(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission".to_owned(),
        io::ErrorKind::StorageFull => "no space is left on the device".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the file system cannot be written".to_owned(),
        io::ErrorKind::WouldBlock => "another program holds it locked".to_owned(),
        _ => error.to_string(),
    }
}

fn sql_sentence(error: &rusqlite::Error) -> String {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => "no space is left on the device".to_owned(),
        Some(ErrorCode::ReadOnly) => "it cannot be written".to_owned(),
        Some(ErrorCode::CannotOpen) => "it cannot be opened".to_owned(),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "another program is writing to it".to_owned(),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => "it is damaged".to_owned(),
        _ => error.to_string(),
    }
}
