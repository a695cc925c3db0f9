//! The library: a connection to its file, and articles by their ids.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::error::Error;
use super::tables::import_run::ImportRun;
use super::tables::{body, printed, reading};
use crate::model::{Article, ArticleId, Place, PrintedPage, Reading, RowKey, SourcePage};

/// Articles and the pages they were made of, in one file. It is one connection: each thread opens
/// its own.
#[derive(Debug)]
pub struct Library {
    connection: Connection,
    path: PathBuf,
    /// The run of imports that pages now come in with.
    pub(super) import_run: ImportRun,
}

/// The articles whose ids begin with certain digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdMatch {
    /// There is none.
    None,
    /// There is one.
    One(ArticleId),
    /// There are more than one.
    Several,
}

impl Library {
    /// The library at the other end of a connection.
    pub(super) fn over(connection: Connection, path: PathBuf) -> Self {
        Self { connection, path, import_run: ImportRun::default() }
    }

    /// The library's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// An article by its id.
    ///
    /// # Errors
    /// Those of the library.
    pub fn article(&self, id: ArticleId) -> Result<Option<Article>, Error> {
        self.sql(|c| {
            c.prepare_cached(
                "SELECT ?1, json FROM bodies WHERE article = (SELECT max(id) FROM articles WHERE name = ?1)",
            )?
            .query_row([id.bytes()], body::of_row)
            .optional()
        })
    }

    /// The articles whose ids begin with these hexadecimal digits.
    ///
    /// # Errors
    /// Those of the library.
    pub fn find_id(&self, prefix: &str) -> Result<IdMatch, Error> {
        let digits = prefix.to_ascii_lowercase();
        let bound = |filler: &str| format!("{digits}{}", filler.repeat(32 - digits.len().min(32))).parse::<ArticleId>();
        let (Ok(first), Ok(last), false) = (bound("0"), bound("f"), digits.is_empty()) else {
            return Ok(IdMatch::None);
        };
        let names: Vec<[u8; 16]> = self.sql(|c| {
            c.prepare_cached("SELECT DISTINCT name FROM articles WHERE name BETWEEN ?1 AND ?2 LIMIT 2")?
                .query_map([first.bytes(), last.bytes()], |row| row.get(0))?
                .collect()
        })?;
        Ok(match names[..] {
            [] => IdMatch::None,
            [name] => IdMatch::One(ArticleId::from_bytes(name)),
            _ => IdMatch::Several,
        })
    }

    /// The text of the page that an article was made of, as it was imported.
    ///
    /// # Errors
    /// Those of the library.
    pub fn source(&self, id: ArticleId) -> Result<Option<SourcePage>, Error> {
        let query = "SELECT a.name, b.json, p.source, s.text, p.first_line, p.sizes FROM articles a JOIN pages p ON p.id = a.page \
            JOIN sources s ON s.page = a.page JOIN bodies b ON b.article = a.id \
            WHERE a.name = ?1 ORDER BY a.id DESC LIMIT 1";
        self.sql(|c| {
            c.prepare_cached(query)?
                .query_row([id.bytes()], |row| {
                    let text = body::unpack_text(row.get_ref(3)?.as_blob()?)?;
                    let before = row.get::<_, u32>(4)?.saturating_sub(1);
                    let lines = body::of_row(row)?.lines.into_iter().map(|lines| lines.behind(before)).collect();
                    Ok(SourcePage { source: row.get(2)?, text, lines, sizes: printed::sizes(row.get(5)?) })
                })
                .optional()
        })
    }

    /// The page that an article stands on, as it is printed.
    ///
    /// # Errors
    /// Those of the library.
    pub fn printed_page(&self, id: ArticleId) -> Result<Option<PrintedPage>, Error> {
        self.sql(|c| printed::page_of(c, id))
    }

    /// The page that a row of the list stands on, as it is printed.
    ///
    /// # Errors
    /// Those of the library.
    pub fn printed_page_at(&self, key: RowKey) -> Result<Option<PrintedPage>, Error> {
        self.sql(|c| printed::page_at(c, key))
    }

    /// Keeps how far an article has been read and, if given, the place where its reader stopped.
    ///
    /// # Errors
    /// Those of the library.
    pub fn set_reading(&self, id: ArticleId, reading: Reading, place: Option<Place>) -> Result<(), Error> {
        self.sql(|c| reading::set(c, id, reading, place))
    }

    /// The place where an article's reader stopped.
    ///
    /// # Errors
    /// Those of the library.
    pub fn reading_place(&self, id: ArticleId) -> Result<Option<Place>, Error> {
        self.sql(|c| Ok(reading::of(c, id)?.and_then(|(_, place)| place)))
    }

    /// Asks the database; an error names the file.
    pub(super) fn sql<T>(&self, ask: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, Error> {
        ask(&self.connection).map_err(|source| self.fault(source))
    }

    /// Changes the database in one transaction; an error names the file.
    pub(super) fn change<T>(&mut self, how: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, Error> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let done = transaction.and_then(|transaction| {
            let done = how(&transaction)?;
            transaction.commit()?;
            Ok(done)
        });
        done.map_err(|source| self.fault(source))
    }

    /// The error that names the file.
    pub(super) fn fault(&self, source: rusqlite::Error) -> Error {
        Error::Library { path: self.path.clone(), source }
    }
}
