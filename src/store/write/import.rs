//! Pages come in: the library's own part of an import.

use std::path::PathBuf;

use super::attribution::Attribution;
use super::page::{self, Added};
use super::prepared::PreparedPage;
use crate::model::Page;
use crate::store::error::Error;
use crate::store::library::Library;
use crate::store::tables::import_run::ImportRun;
use crate::store::tables::printed;

impl Library {
    /// Begins a run of imports from these paths, or goes on with one that was broken off: pages
    /// without a date stand in the list by the run that brought them.
    ///
    /// # Errors
    /// Those of the library.
    pub fn begin_import(&mut self, paths: &[PathBuf]) -> Result<(), Error> {
        let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
        let paths: Vec<_> = paths.iter().map(|path| absolute(path).to_string_lossy().into_owned()).collect();
        let paths = paths.join("\n");
        self.import_run = self.sql(|c| ImportRun::begin(c, &paths))?;
        Ok(())
    }

    /// Ends the run: the same paths begin a new one.
    ///
    /// # Errors
    /// Those of the library.
    pub fn finish_import(&mut self) -> Result<(), Error> {
        let run = std::mem::take(&mut self.import_run);
        self.sql(|c| run.finish(c))
    }

    /// Adds a page with the decoded text it was made of, in one transaction. A page whose text is
    /// known adds nothing, whatever its source is called. If it was parsed into other articles than
    /// before, its articles are replaced, and how far they were read goes over to the new ones.
    ///
    /// # Errors
    /// Those of the library, which is then as it was.
    pub fn add(&mut self, page: &Page, text: &str) -> Result<Added, Error> {
        let mut added = self.add_all(&[PreparedPage::new(page.clone(), text)?])?;
        added.pop().ok_or_else(|| self.fault(rusqlite::Error::QueryReturnedNoRows))
    }

    /// Adds pages as [`Library::add`] does, all in one transaction: for many at once.
    ///
    /// # Errors
    /// Those of the library, which is then as it was.
    pub fn add_all(&mut self, pages: &[PreparedPage]) -> Result<Vec<Added>, Error> {
        let mut run = self.import_run.clone();
        let added = self.change(|c| page::add_all(c, &mut run, pages))?;
        self.import_run = run;
        Ok(added)
    }

    /// Whether it has articles of the newspaper page that a page is.
    ///
    /// # Errors
    /// Those of the library.
    pub fn has_articles_of(&self, page: &PreparedPage) -> Result<bool, Error> {
        self.sql(|c| printed::has_articles(c, &page.completed(Attribution::default()).page))
    }
}
