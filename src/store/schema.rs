//! Opening the library's file: made, migrated, refused or set aside.

use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::{Dirs, Error, Library, Notice, dirs, safe_file};

/// The migrations, the first version's first. Never change one that has been released: add one.
const MIGRATIONS: [&str; 1] = [include_str!("../../assets/schema/0001-library.sql")];
/// `PapR`: tells our databases from others.
const APPLICATION: i64 = 0x5061_7052;
/// How long to wait for another program that is writing.
const PATIENCE: Duration = Duration::from_secs(10);
/// The size of a page of the file, in bytes: bodies of a few thousand bytes leave little room unused.
const PAGE: i64 = 8192;
/// Files up to this size, in bytes, are checked from end to end when they are opened.
const CHECKED_WHOLE: u64 = 1 << 20;

/// A library, and what the user is to be told of how it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The library.
    pub library: Library,
    /// What happened on the way.
    pub notices: Vec<Notice>,
}

/// Why a file is no library to use.
enum Refusal {
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
    if let Err(error) = prepare(&path)
        && !path.exists()
    {
        return Err(Error::file(&path)(error));
    }
    let mut notices = Vec::new();
    let connection = match connect(&path) {
        Ok(connection) => connection,
        Err(Refusal::Damaged) => {
            notices.extend(set_aside(&path)?);
            prepare(&path).map_err(Error::file(&path))?;
            connect(&path).map_err(|refusal| refusal.into_error(&path))?
        }
        Err(Refusal::Other(error @ Error::Later { .. })) => return Err(error),
        Err(Refusal::Other(error)) => match read_only(&path) {
            Some(connection) => {
                notices.push(Notice::ReadOnly { file: path.clone() });
                connection
            }
            None => return Err(error),
        },
    };
    Ok(Opened { library: Library::over(connection, path), notices })
}

/// A library that is in memory only.
pub fn in_memory() -> Result<Connection, rusqlite::Error> {
    let mut connection = Connection::open_in_memory()?;
    migrate(&mut connection, 0)?;
    Ok(connection)
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

fn connect(path: &Path) -> Result<Connection, Refusal> {
    let refusal = Refusal::of(path);
    if is_cut_short(path) {
        return Err(Refusal::Damaged);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(&refusal)?;
    connection.busy_timeout(PATIENCE).map_err(&refusal)?;
    let version = match version(&connection).map_err(&refusal)? {
        Some(version) => version,
        None => return Err(Refusal::Damaged),
    };
    if version > MIGRATIONS.len() {
        let (found, known) = (version as u64, MIGRATIONS.len() as u64);
        return Err(Refusal::Other(Error::Later { path: path.to_owned(), found, known }));
    }
    if version == 0 {
        connection.pragma_update(None, "page_size", PAGE).map_err(&refusal)?;
    }
    settle(&connection).map_err(&refusal)?;
    migrate(&mut connection, version).map_err(&refusal)?;
    probe(&connection, path).map_err(&refusal)?;
    Ok(connection)
}

/// The version of a library, 0 that of an empty file; none where it is somebody else's database.
fn version(c: &Connection) -> Result<Option<usize>, rusqlite::Error> {
    let number = |name: &str| c.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let tables: i64 = c.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let is_ours = number("application_id")? == APPLICATION;
    Ok(match usize::try_from(number("user_version")?) {
        Ok(0) if tables == 0 => Some(0),
        Ok(version) if is_ours && version > 0 => Some(version),
        _ => None,
    })
}

/// How every connection works.
fn settle(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "cache_size", -8192)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Brings a library from a version to the latest, a version at a time; another program that does
/// the same at this moment is waited for.
fn migrate(connection: &mut Connection, from: usize) -> Result<(), rusqlite::Error> {
    for (version, migration) in (1..).zip(MIGRATIONS).skip(from) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let reached: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if reached < version {
            transaction.execute_batch(migration)?;
            transaction.pragma_update(None, "application_id", APPLICATION)?;
            transaction.pragma_update(None, "user_version", version)?;
        }
        transaction.commit()?;
    }
    Ok(())
}

/// Whether the file ends before the end that its header announces (file format, 1.3.8: offsets 16
/// and 28; the size there holds when the counters at 24 and 92 agree).
fn is_cut_short(path: &Path) -> bool {
    let mut header = [0; 100];
    let Ok(mut file) = fs::File::open(path) else { return false };
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    if file.read_exact(&mut header).is_err() {
        return length > 0;
    }
    let number =
        |at: usize| header.get(at..at + 4).map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]));
    let page = match u64::from(u16::from_be_bytes([header[16], header[17]])) {
        1 => 65536,
        size => size,
    };
    let wal = sidecar(path, "-wal");
    number(24) == number(92)
        && fs::metadata(wal).map_or(true, |wal| wal.len() == 0)
        && number(28).is_some_and(|pages| u64::from(pages) * page > length)
}

/// Touches every table, or in a small library everything, so that damage shows now.
fn probe(connection: &Connection, path: &Path) -> Result<(), rusqlite::Error> {
    const TABLES: [&str; 9] =
        ["publications", "editions", "imports", "pages", "sources", "articles", "bodies", "readings", "grams_config"];
    if fs::metadata(path).is_ok_and(|metadata| metadata.len() <= CHECKED_WHOLE) {
        let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        return if verdict == "ok" { Ok(()) } else { Err(damaged()) };
    }
    TABLES.iter().try_for_each(|table| {
        connection.query_row(&format!("SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT 1)"), [], |_| Ok(()))
    })
}

fn damaged() -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT), None)
}

/// Renames a damaged library with what belongs to it; nothing where another program did so before.
pub(super) fn set_aside(path: &Path) -> Result<Option<Notice>, Error> {
    let _lock = safe_file::lock(path)?;
    if matches!(connect(path), Ok(_) | Err(Refusal::Other(_))) {
        return Ok(None);
    }
    let aside = safe_file::aside(path).map_err(Error::file(path))?;
    for end in ["-wal", "-shm"] {
        match fs::rename(sidecar(path, end), sidecar(&aside, end)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(Error::file(path)(error)),
            _ => {}
        }
    }
    Ok(Some(Notice::SetAside { file: path.to_owned(), aside }))
}

fn sidecar(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// A library that may only be read, where that is possible.
fn read_only(path: &Path) -> Option<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let address = format!("file:{}?immutable=1", percent_encoded(path.to_str()?));
    let connection = Connection::open_with_flags(address, flags).ok()?;
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).ok();
    let known = number("application_id")? == APPLICATION && number("user_version")? == MIGRATIONS.len() as i64;
    known.then_some(connection)
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

    /// What a database is made of, whichever way it came to be.
    fn shape(c: &Connection) -> Vec<String> {
        let mut statement = c.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn every_earlier_version_becomes_the_latest() {
        let latest = in_memory().unwrap();
        for version in 0..=MIGRATIONS.len() {
            let mut earlier = Connection::open_in_memory().unwrap();
            for migration in &MIGRATIONS[..version] {
                earlier.execute_batch(migration).unwrap();
            }
            earlier.pragma_update(None, "user_version", version as i64).unwrap();
            if version > 0 {
                earlier.execute_batch("INSERT INTO publications (name) VALUES ('江州日报')").unwrap();
            }
            migrate(&mut earlier, version).unwrap();
            assert_eq!(shape(&earlier), shape(&latest), "from version {version}");
            let reached: i64 = earlier.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
            assert_eq!(reached, MIGRATIONS.len() as i64);
            let kept: i64 = earlier.query_row("SELECT count(*) FROM publications", [], |row| row.get(0)).unwrap();
            assert_eq!(kept, i64::from(version > 0));
        }
    }

    #[test]
    fn a_path_is_an_address() {
        assert_eq!(percent_encoded("/home/林/a?b#c%.db"), "/home/%E6%9E%97/a%3Fb%23c%25.db");
    }
}
