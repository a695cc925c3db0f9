//! What can go wrong on disk, and what the user is told although nothing failed.

use std::fmt;
use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;

use crate::phrase::{Lang, Said, Sentence};

/// Why something could not be written or read; it names the file.
#[derive(Debug)]
pub enum Error {
    /// The user has no home folder to keep anything in.
    NoHome,
    /// A file or folder would not do as asked.
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file was written by a later version of the program; it was left alone.
    Later {
        /// The file.
        path: PathBuf,
        /// The version of its format.
        found: u64,
        /// The last version known here.
        known: u64,
    },
    /// A file could not be understood and was renamed before anything was done.
    SetAside(FileNotice),
    /// A file that was handed over is not of the kind asked for.
    Unfit {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: Box<Sentence>,
    },
    /// The library would not do as asked.
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

impl Said for FileNotice {
    fn said(&self, lang: Lang) -> String {
        let (file, sentence) = match self {
            Self::SetAside { file, aside } => (file, Sentence::SetAside(aside.display().to_string())),
            Self::Salvaged { aside, pages, lost } => (aside, Sentence::Salvaged { pages: *pages, lost: *lost }),
            Self::Locked { file } => (file, Sentence::HeldByAnother),
            Self::ReadOnly { file } => (file, Sentence::NothingKept),
        };
        (file.display().to_string(), sentence).said(lang)
    }
}

impl Said for Error {
    fn said(&self, lang: Lang) -> String {
        let (path, sentence) = match self {
            Self::NoHome => return Sentence::NoHome.said(lang),
            Self::SetAside(notice) => return notice.said(lang),
            Self::File { path, source } => return format!("{}: {}", path.display(), source.said(lang)),
            Self::Later { path, found, known } => (path, Sentence::LaterVersion { found: *found, known: *known }),
            Self::Unfit { path, reason } => (path, (**reason).clone()),
            Self::Library { path, source } => (path, sentence_of(source)),
        };
        (path.display().to_string(), sentence).said(lang)
    }
}

/// In English, as it stands in what a developer reads.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(Lang::English))
    }
}

impl std::error::Error for Error {}

/// What the database says; where it is none of the usual, in its own words.
fn sentence_of(error: &rusqlite::Error) -> Sentence {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Sentence::NoSpace,
        Some(ErrorCode::ReadOnly) => Sentence::CannotBeWritten,
        Some(ErrorCode::CannotOpen) => Sentence::CannotBeOpened,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Sentence::BeingWritten,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Sentence::Damaged,
        _ => Sentence::InOthersWords(error.to_string()),
    }
}
