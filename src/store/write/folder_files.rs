//! The table of files that came in from folders by themselves, so that none is read twice.

use rusqlite::params;

use crate::model::FolderFile;
use crate::store::error::Error;
use crate::store::library::Library;

impl Library {
    /// Whether a file of a folder has been read as it is now.
    ///
    /// # Errors
    /// Those of the library.
    pub fn has_read(&self, file: &FolderFile) -> Result<bool, Error> {
        let query = "SELECT EXISTS (SELECT 1 FROM folder_files WHERE path = ?1 AND size = ?2 AND written = ?3)";
        let FolderFile { path, size, written } = file;
        let path = path.as_os_str().as_encoded_bytes();
        self.sql(|c| c.prepare_cached(query)?.query_row(params![path, size.cast_signed(), written], |row| row.get(0)))
    }

    /// Keeps that files of folders have been read as they are.
    ///
    /// # Errors
    /// Those of the library, which is then as it was.
    pub fn keep_read(&mut self, files: &[FolderFile]) -> Result<(), Error> {
        let query = "INSERT OR REPLACE INTO folder_files (path, size, written) VALUES (?1, ?2, ?3)";
        self.change(|c| {
            let mut keep = c.prepare_cached(query)?;
            files.iter().try_for_each(|FolderFile { path, size, written }| {
                keep.execute(params![path.as_os_str().as_encoded_bytes(), size.cast_signed(), written]).map(drop)
            })
        })
    }
}
