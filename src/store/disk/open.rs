//! Opening the library: made, migrated, refused, set aside, or only read.

use std::fs::OpenOptions;
use std::io;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::store::disk::damage;
use crate::store::disk::dirs;
use crate::store::disk::dirs::Dirs;
use crate::store::disk::safe_file;
use crate::store::disk::schema;
use crate::store::error::Error;
use crate::store::error::Notice;
use crate::store::library::Library;

/// How long to wait for another program that is writing.
const PATIENCE: Duration = Duration::from_secs(10);
/// The size of a page of the file, in bytes: bodies of a few thousand bytes leave little room unused.
const PAGE: i64 = 8192;

/// A library, and what the user is to be told of how it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The library.
    pub library: Library,
    /// What happened on the way.
    pub notices: Vec<Notice>,
}

/// Why a file is no library to use.
pub(in crate::store) enum Refusal {
    /// It cannot be understood.
    Damaged,
    /// Anything else.
    Other(Error),
}

/// Opens the library, made where there is none, migrated where it is of an earlier version, set
/// aside and made anew where it is damaged, only read where it cannot be written.
pub fn open(dirs: &Dirs) -> Result<Opened, Error> {
    let path = dirs.library();
    let path = safe_file::real(&path).map_err(Error::file(&path))?;
    if path.metadata().is_ok_and(|metadata| !metadata.is_file()) {
        return Err(Error::Unfit { path, reason: "this is no regular file".to_owned() });
    }
    if let Err(error) = prepare(&path)
        && !path.exists()
    {
        return Err(Error::file(&path)(error));
    }
    let mut notices = Vec::new();
    let connection = match connect(&path) {
        Ok(connection) => connection,
        Err(Refusal::Damaged) => {
            notices.extend(damage::set_aside(&path)?);
            prepare(&path).map_err(Error::file(&path))?;
            connect(&path).map_err(|refusal| refusal.into_error(&path))?
        }
        Err(Refusal::Other(error @ Error::Later { .. })) => return Err(error),
        Err(Refusal::Other(error)) => match read_only(&path) {
            Some(connection) => {
                let file = path.clone();
                notices.push(if error.is_busy() { Notice::Locked { file } } else { Notice::ReadOnly { file } });
                connection
            }
            None => return Err(error),
        },
    };
    Ok(Opened { library: Library::over(connection, path), notices })
}

impl Refusal {
    fn of(path: &Path) -> impl Fn(rusqlite::Error) -> Self {
        |source| match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            _ => Self::Other(Error::Library { path: path.to_owned(), source }),
        }
    }

    fn into_error(self, path: &Path) -> Error {
        match self {
            Self::Damaged => Error::Unfit { path: path.to_owned(), reason: "it is damaged".to_owned() },
            Self::Other(error) => error,
        }
    }
}

/// Makes the folder and an empty file for the user's eyes only, where they are not there.
fn prepare(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), dirs::make)?;
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ())
}

/// Connects to the library's file, which is there.
pub(in crate::store) fn connect(path: &Path) -> Result<Connection, Refusal> {
    let refusal = Refusal::of(path);
    if damage::is_cut_short(path) {
        return Err(Refusal::Damaged);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(&refusal)?;
    connection.busy_timeout(PATIENCE).map_err(&refusal)?;
    let version = match schema::version(&connection).map_err(&refusal)? {
        Some(version) => version,
        None => return Err(Refusal::Damaged),
    };
    if version > schema::LATEST {
        let (found, known) = (version as u64, schema::LATEST as u64);
        return Err(Refusal::Other(Error::Later { path: path.to_owned(), found, known }));
    }
    if version == 0 {
        connection.pragma_update(None, "page_size", PAGE).map_err(&refusal)?;
    }
    settle(&connection).map_err(&refusal)?;
    schema::migrate(&mut connection, version).map_err(&refusal)?;
    damage::probe(&connection, path).map_err(&refusal)?;
    Ok(connection)
}

/// How every connection works.
fn settle(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "cache_size", -8192)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    // Nothing that is read leaves a trace in a folder of everybody's.
    connection.pragma_update(None, "temp_store", "memory")?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// A library that may only be read, where that is possible and it need not be migrated.
fn read_only(path: &Path) -> Option<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let address = format!("file:{}?immutable=1", percent_encoded(path.to_str()?));
    let connection = Connection::open_with_flags(address, flags).ok()?;
    let version = schema::version(&connection).ok()?;
    (version == Some(schema::LATEST)).then_some(connection)
}

/// A path as SQLite's addresses want it (RFC 3986: whatever is not unreserved or a slash).
fn percent_encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => out.push(byte.into()),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_version_is_not_read_as_if_it_were_the_latest() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.db");
        prepare(&path).unwrap();
        let close = |connection: Connection, last: &str| {
            connection.execute_batch(last).unwrap();
            connection.close().unwrap();
        };
        close(connect(&path).unwrap_or_else(|_| panic!("it is made")), "");
        assert!(read_only(&path).is_some());
        close(Connection::open(&path).unwrap(), "PRAGMA user_version = 2");
        assert!(read_only(&path).is_none());
    }

    #[test]
    fn a_path_is_an_address() {
        assert_eq!(percent_encoded("/home/林/a?b#c%.db"), "/home/%E6%9E%97/a%3Fb%23c%25.db");
    }
}
