//! Where the program keeps its files.

use std::env;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{private, safe_file};
use crate::store::error::Error;

/// The folders of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dirs {
    /// Settings and bookmarks.
    pub config: PathBuf,
    /// The library.
    pub data: PathBuf,
}

impl Dirs {
    /// The user's folders: where `XDG_CONFIG_HOME` and `XDG_DATA_HOME` say, on every system, else as the system has
    /// them; variables that are relative paths are ignored. Nothing is made yet.
    ///
    /// # Errors
    /// [`Error::NoHome`] where the user has no home folder.
    pub fn of_the_user() -> Result<Self, Error> {
        let dirs = directories::ProjectDirs::from("", "", "paper-reader").ok_or(Error::NoHome)?;
        let moved = |variable| env::var_os(variable).map(PathBuf::from).filter(|folder| folder.is_absolute());
        let folder = |variable, usual: &Path| match moved(variable) {
            Some(folder) => folder.join("paper-reader"),
            None => usual.to_owned(),
        };
        Ok(Self {
            config: folder("XDG_CONFIG_HOME", dirs.config_dir()),
            data: folder("XDG_DATA_HOME", dirs.data_dir()),
        })
    }

    /// Folders that are there for as long as what is given back is kept.
    ///
    /// # Errors
    /// [`Error::File`] where none can be made.
    pub fn for_now() -> Result<(Self, TempDir), Error> {
        let folder = tempfile::tempdir().map_err(Error::file(&env::temp_dir()))?;
        Ok((Self { config: folder.path().join("config"), data: folder.path().join("data") }, folder))
    }

    /// `library.db`.
    pub fn library(&self) -> PathBuf {
        self.data.join("library.db")
    }

    /// `view.json`: how the reader was left.
    pub fn view(&self) -> PathBuf {
        self.data.join("view.json")
    }

    /// `bookmarks.json`.
    pub fn bookmarks(&self) -> PathBuf {
        self.config.join("bookmarks.json")
    }

    /// `config.toml`.
    pub fn settings(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The folder of the user's own themes.
    pub fn themes(&self) -> PathBuf {
        self.config.join("themes")
    }

    /// Writes the file of settings, unless there is one. Returns whether it was written.
    ///
    /// # Errors
    /// [`Error::File`] where it cannot be written.
    pub fn begin_settings(&self, text: &str) -> Result<bool, Error> {
        let path = self.settings();
        let fault = Error::file(&path);
        private::make_folder(&self.config).map_err(&fault)?;
        match safe_file::begin(&path, text.as_bytes()) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            begun => begun.map(|()| true).map_err(fault),
        }
    }

    /// Changes the file of settings as a whole: its text, none where there is no file, becomes another,
    /// unless none is given. Returns whether it was written.
    ///
    /// # Errors
    /// [`Error::File`] where it cannot be read or written; it is then as it was.
    pub fn change_settings(&self, change: impl FnOnce(Option<&str>) -> Option<String>) -> Result<bool, Error> {
        let path = self.settings();
        let fault = Error::file(&path);
        let _lock = safe_file::lock(&path)?;
        let file = match safe_file::read_text(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            file => Some(file.map_err(&fault)?),
        };
        match change(file.as_deref()) {
            Some(changed) => safe_file::replace_writable(&path, changed.as_bytes()).map(|()| true).map_err(fault),
            None => Ok(false),
        }
    }
}
