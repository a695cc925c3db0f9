//! Opening the library: made, migrated, refused, set aside, or only read.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::dirs::Dirs;
use super::{damage, private, safe_file, schema};
use crate::phrase::Sentence;
use crate::store::error::{Error, FileNotice};
use crate::store::library::Library;
use crate::store::tables::index::Telling;

/// How long to wait for another program that is writing.
const PATIENCE: Duration = Duration::from_secs(10);
/// The size of the database's own pages, in bytes: articles of a few thousand bytes fill them well.
const PAGE: i64 = 8192;

/// An open library, and what the user is to be told of how it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The library.
    pub library: Library,
    /// That it was set aside, or can only be read.
    pub notices: Vec<FileNotice>,
}

impl Library {
    /// An empty library that is on no disk.
    ///
    /// # Errors
    /// Where there is no memory for it.
    pub fn in_memory() -> Result<Self, Error> {
        let path = PathBuf::from(":memory:");
        match schema::in_memory() {
            Ok(connection) => Ok(Self::over(connection, path)),
            Err(source) => Err(Error::Library { path, source }),
        }
    }
}

/// Opens the user's library: made where there is none, migrated where it is of an earlier version, set aside and made
/// anew where it is damaged, only read where it cannot be written.
pub fn open(dirs: &Dirs, tell: Telling<'_>) -> Result<Opened, Error> {
    let path = dirs.library();
    let path = safe_file::real(&path).map_err(Error::file(&path))?;
    if path.metadata().is_ok_and(|metadata| !metadata.is_file()) {
        return Err(Error::Unfit { path, reason: Box::new(Sentence::NotRegular) });
    }
    if let Err(error) = private::make_file(&path)
        && !path.exists()
    {
        return Err(Error::file(&path)(error));
    }
    let mut notices = Vec::new();
    let connection = match connect(&path, tell) {
        Ok(connection) => connection,
        Err(ConnectError::Damaged) => {
            notices.extend(set_aside(&path, tell)?);
            private::make_file(&path).map_err(Error::file(&path))?;
            connect(&path, tell).map_err(|error| error.into_error(&path))?
        }
        Err(ConnectError::Other(error @ Error::Later { .. })) => return Err(error),
        Err(ConnectError::Other(error)) => match read_only(&path) {
            Some(connection) => {
                let file = path.clone();
                notices.push(if error.is_busy() { FileNotice::Locked { file } } else { FileNotice::ReadOnly { file } });
                connection
            }
            None => return Err(error),
        },
    };
    Ok(Opened { library: Library::over(connection, path), notices })
}

/// Renames a damaged library; none where another program did so before.
fn set_aside(path: &Path, tell: Telling<'_>) -> Result<Option<FileNotice>, Error> {
    let _lock = safe_file::lock(path)?;
    match connect(path, tell) {
        Err(ConnectError::Damaged) => {
            let aside = damage::rename(path).map_err(Error::file(path))?;
            Ok(Some(FileNotice::SetAside { file: path.to_owned(), aside }))
        }
        Ok(_) | Err(ConnectError::Other(_)) => Ok(None),
    }
}

/// Why a file cannot be used as a library.
enum ConnectError {
    /// It is damaged, or no library at all.
    Damaged,
    /// Anything else.
    Other(Error),
}

impl ConnectError {
    fn of(path: &Path) -> impl Fn(rusqlite::Error) -> Self {
        |source| match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            _ => Self::Other(Error::Library { path: path.to_owned(), source }),
        }
    }

    fn into_error(self, path: &Path) -> Error {
        match self {
            Self::Damaged => Error::Unfit { path: path.to_owned(), reason: Box::new(Sentence::Damaged) },
            Self::Other(error) => error,
        }
    }
}

/// Connects to the library's file, which is there.
fn connect(path: &Path, tell: Telling<'_>) -> Result<Connection, ConnectError> {
    let fault = ConnectError::of(path);
    if damage::is_cut_short(path) {
        return Err(ConnectError::Damaged);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(&fault)?;
    connection.busy_timeout(PATIENCE).map_err(&fault)?;
    let version = match schema::version(&connection).map_err(&fault)? {
        Some(version) => version,
        None => return Err(ConnectError::Damaged),
    };
    if version > schema::LATEST {
        let (found, known) = (version as u64, schema::LATEST as u64);
        return Err(ConnectError::Other(Error::Later { path: path.to_owned(), found, known }));
    }
    if version == 0 {
        connection.pragma_update(None, "page_size", PAGE).map_err(&fault)?;
        connection.pragma_update(None, "auto_vacuum", "incremental").map_err(&fault)?;
    }
    configure(&connection).map_err(&fault)?;
    schema::migrate(&mut connection, version, tell).map_err(&fault)?;
    damage::probe(&connection, path).map_err(&fault)?;
    Ok(connection)
}

/// Settings of every connection.
fn configure(connection: &Connection) -> Result<(), rusqlite::Error> {
    keep_a_journal(connection)?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "cache_size", -8192)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    // So that nothing of the library is written to a folder that everybody can read.
    connection.pragma_update(None, "temp_store", "memory")?;
    // Else SQLite makes a plan anew for each value that a statement is asked for.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Writes go to a log beside the library. Of several connections that open a new library at once SQLite refuses all
/// but one this change, without the wait that it grants everything else: so it is asked for again.
fn keep_a_journal(connection: &Connection) -> Result<(), rusqlite::Error> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(())) {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && Instant::now() < deadline => {
                thread::sleep(Duration::from_millis(5));
            }
            end => return end,
        }
    }
}

/// A library that may only be read, where that is possible and it need not be migrated.
fn read_only(path: &Path) -> Option<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let address = format!("file:{}?immutable=1", percent_encoded(path.to_str()?));
    let connection = Connection::open_with_flags(address, flags).ok()?;
    let version = schema::version(&connection).ok()?;
    (version == Some(schema::LATEST)).then_some(connection)
}

/// A path as it stands in an SQLite address: all but RFC 3986's unreserved characters and the slash
/// are percent-encoded.
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
    use crate::phrase::{Lang, Said};

    #[test]
    fn an_earlier_version_is_not_read_as_if_it_were_the_latest() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.db");
        private::make_file(&path).unwrap();
        let close = |connection: Connection, last: &str| {
            connection.execute_batch(last).unwrap();
            connection.close().unwrap();
        };
        close(connect(&path, &|_, _| std::ops::ControlFlow::Continue(())).unwrap_or_else(|_| panic!("it is made")), "");
        assert!(read_only(&path).is_some());
        close(Connection::open(&path).unwrap(), "PRAGMA user_version = 2");
        assert!(read_only(&path).is_none());
    }

    #[test]
    fn a_new_library_is_opened_by_several_at_once() {
        for _ in 0..20 {
            let folder = tempfile::tempdir().unwrap();
            let dirs = Dirs { config: folder.path().join("config"), data: folder.path().join("data") };
            let faults: Vec<String> = thread::scope(|scope| {
                let open = || open(&dirs, &|_, _| std::ops::ControlFlow::Continue(()));
                let opening: Vec<_> = (0..6).map(|_| scope.spawn(open)).collect();
                let opened = opening.into_iter().map(|one| one.join().unwrap());
                opened
                    .flat_map(|opened| match opened {
                        Ok(opened) => opened.notices.iter().map(|notice| notice.said(Lang::English)).collect(),
                        Err(error) => vec![error.to_string()],
                    })
                    .collect()
            });
            assert_eq!(faults, Vec::<String>::new());
        }
    }

    #[test]
    fn a_path_is_an_address() {
        assert_eq!(percent_encoded("/home/林/a?b#c%.db"), "/home/%E6%9E%97/a%3Fb%23c%25.db");
    }
}
