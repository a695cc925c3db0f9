//! The library opened; what is sound of a damaged one is brought over into the new one.

use std::ops::ControlFlow;

use super::disk::dirs::Dirs;
use super::disk::open::{self, Opened};
use super::error::{Error, FileNotice};
use super::library::Library;
use super::tables::index::Telling;
use super::write::salvage::Salvaged;

impl Library {
    /// Opens the user's library: made where there is none, migrated where it is of an earlier version,
    /// set aside and made anew where it is damaged, only read where it cannot be written.
    ///
    /// # Errors
    /// [`Error::Later`] where a later version wrote it, else what keeps it from being opened.
    pub fn open(dirs: &Dirs) -> Result<Opened, Error> {
        Self::open_telling(dirs, &|_, _| ControlFlow::Continue(()))
    }

    /// Opens it as [`Library::open`] does. Where a library of an earlier version is indexed anew, `tell` hears how
    /// many articles are done and how many there are, and may break it off: it is then as it was.
    ///
    /// # Errors
    /// As [`Library::open`]; also where `tell` broke it off.
    pub fn open_telling(dirs: &Dirs, tell: Telling<'_>) -> Result<Opened, Error> {
        let mut opened = open::open(dirs, tell)?;
        if let Some(FileNotice::SetAside { aside, .. }) = opened.notices.first().cloned() {
            let Salvaged { pages, lost } = opened.library.salvage(&aside)?;
            if pages > 0 {
                opened.notices.push(FileNotice::Salvaged { aside, pages, lost });
            }
        }
        Ok(opened)
    }
}
