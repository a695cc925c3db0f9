//! Damage to the library's file: how it is found, and how a damaged file is put out of the way.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::safe_file;

/// Files up to this size, in bytes, are checked from end to end when they are opened.
const CHECKED_WHOLE: u64 = 1 << 20;

/// Whether the file is shorter than its header says. SQLite's file format, section 1.3: the page size
/// stands at byte 16, the number of pages at 28; the number is valid when the counters at 24 and 92 agree.
pub fn is_cut_short(path: &Path) -> bool {
    let mut header = [0; 100];
    let Ok(mut file) = File::open(path) else { return false };
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

/// Reads of every table, and of a small library everything, so that damage shows now and not later.
pub fn probe(connection: &Connection, path: &Path) -> Result<(), rusqlite::Error> {
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

/// Renames a damaged library with the files that SQLite keeps beside it; gives its new name. The
/// caller holds the lock.
pub fn rename(path: &Path) -> io::Result<PathBuf> {
    let aside = safe_file::aside(path)?;
    for end in ["-wal", "-shm"] {
        match fs::rename(sidecar(path, end), sidecar(&aside, end)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(aside)
}

/// A file that SQLite keeps beside the library.
fn sidecar(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}
