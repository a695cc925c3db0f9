//! The library: pages go in whole, articles come out by name.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::model::{Article, ArticleId, Page, PageId, SourcePage};
use crate::store::disk::dirs::Dirs;
use crate::store::disk::open;
use crate::store::disk::open::Opened;
use crate::store::disk::schema;
use crate::store::error::Error;
use crate::store::tables::body;
use crate::store::tables::import_run::Run;
use crate::store::write::page;
use crate::store::write::prepared::Parcel;

/// Articles and the pages they were made of, in one file. One connection: a worker thread opens
/// its own.
#[derive(Debug)]
pub struct Library {
    connection: Connection,
    path: PathBuf,
    /// The run of imports that pages come in with.
    run: Run,
}

/// What became of a page that was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The page.
    pub page: PageId,
    /// The name of its source in the library: that under which it came first.
    pub source: String,
    /// The articles that are new, or that took the place of others.
    pub articles: usize,
    /// Whether the library had the page before.
    pub known: bool,
}

/// What a beginning of an article's id stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// No article.
    None,
    /// One.
    One(ArticleId),
    /// More than one.
    Several,
}

impl Library {
    /// Opens the user's library; makes it, migrates it or sets it aside as need be.
    ///
    /// # Errors
    /// [`Error::Later`] where a later version wrote it, else what keeps it from being opened.
    pub fn open(dirs: &Dirs) -> Result<Opened, Error> {
        open::open(dirs)
    }

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

    pub(in crate::store) fn over(connection: Connection, path: PathBuf) -> Self {
        Self { connection, path, run: Run::default() }
    }

    /// The library's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Begins a run of imports from these paths, or goes on with one that was broken off: pages
    /// without a date stand in the list by the run that brought them.
    ///
    /// # Errors
    /// Those of the library.
    pub fn begin_import(&mut self, paths: &[PathBuf]) -> Result<(), Error> {
        let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let paths: Vec<_> = paths.iter().map(|path| absolute(path).to_string_lossy().into_owned()).collect();
        let paths = paths.join("\n");
        self.run = self.sql(|c| Run::from(c, &paths))?;
        Ok(())
    }

    /// Ends the run: the same paths begin a new one.
    ///
    /// # Errors
    /// Those of the library.
    pub fn finish_import(&mut self) -> Result<(), Error> {
        let run = std::mem::take(&mut self.run);
        self.sql(|c| run.finish(c))
    }

    /// Adds a page with the decoded text it was made of, in one transaction. A page whose text is
    /// known adds nothing, whatever its source is called; if it comes apart otherwise than before,
    /// its articles are replaced, and how far they were read goes over to the new ones.
    ///
    /// # Errors
    /// Those of the library, which is then as it was.
    pub fn add(&mut self, page: &Page, text: &str) -> Result<Added, Error> {
        let mut added = self.add_all(&[Parcel::new(page.clone(), text)?])?;
        added.pop().ok_or_else(|| self.fault(rusqlite::Error::QueryReturnedNoRows))
    }

    /// Adds pages as [`Library::add`] does, all in one transaction: for many at once.
    ///
    /// # Errors
    /// Those of the library, which is then as it was.
    pub fn add_all(&mut self, parcels: &[Parcel]) -> Result<Vec<Added>, Error> {
        let mut run = self.run.clone();
        let added = self.change(|c| page::add_all(c, &mut run, parcels))?;
        self.run = run;
        Ok(added)
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
            .query_row([id.bytes()], page::article)
            .optional()
        })
    }

    /// The article whose id begins with these hexadecimal digits.
    ///
    /// # Errors
    /// Those of the library.
    pub fn find_id(&self, prefix: &str) -> Result<Found, Error> {
        let digits = prefix.to_ascii_lowercase();
        let bound = |filler: &str| format!("{digits}{}", filler.repeat(32 - digits.len().min(32))).parse::<ArticleId>();
        let (Ok(first), Ok(last), false) = (bound("0"), bound("f"), digits.is_empty()) else { return Ok(Found::None) };
        let names: Vec<[u8; 16]> = self.sql(|c| {
            c.prepare_cached("SELECT DISTINCT name FROM articles WHERE name BETWEEN ?1 AND ?2 LIMIT 2")?
                .query_map([first.bytes(), last.bytes()], |row| row.get(0))?
                .collect()
        })?;
        Ok(match names[..] {
            [] => Found::None,
            [name] => Found::One(ArticleId::from_bytes(name)),
            _ => Found::Several,
        })
    }

    /// The page that an article was made of, as it was.
    ///
    /// # Errors
    /// Those of the library.
    pub fn source(&self, id: ArticleId) -> Result<Option<SourcePage>, Error> {
        let query = "SELECT a.name, b.json, p.source, s.text FROM articles a JOIN pages p ON p.id = a.page \
            JOIN sources s ON s.page = a.page JOIN bodies b ON b.article = a.id \
            WHERE a.name = ?1 ORDER BY a.id DESC LIMIT 1";
        self.sql(|c| {
            c.prepare_cached(query)?
                .query_row([id.bytes()], |row| {
                    let text = body::unpacked(row.get_ref(3)?.as_blob()?)?;
                    Ok(SourcePage { source: row.get(2)?, text, lines: page::article(row)?.lines })
                })
                .optional()
        })
    }

    /// The articles of the pages that once had an article of this id.
    pub(in crate::store) fn successors(&self, id: ArticleId) -> Result<Vec<Article>, Error> {
        let query = "SELECT a.name, b.json FROM former f JOIN pages p ON p.id = f.page \
            JOIN articles a ON a.edition = p.edition AND a.place = p.place JOIN bodies b ON b.article = a.id \
            WHERE f.article = ?1 ORDER BY a.turn";
        self.sql(|c| c.prepare_cached(query)?.query_map([id.bytes()], page::article)?.collect())
    }

    /// Asks the database, and names the file in what goes wrong.
    pub(in crate::store) fn sql<T>(&self, ask: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, Error> {
        ask(&self.connection).map_err(|source| self.fault(source))
    }

    /// Changes the database in one transaction, and names the file in what goes wrong.
    pub(in crate::store) fn change<T>(
        &mut self,
        how: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, Error> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let done = transaction.and_then(|transaction| {
            let done = how(&transaction)?;
            transaction.commit()?;
            Ok(done)
        });
        done.map_err(|source| self.fault(source))
    }

    fn fault(&self, source: rusqlite::Error) -> Error {
        Error::Library { path: self.path.clone(), source }
    }
}
