//! The file that says how the reader was left. Losing it loses no data, so what cannot be read of it
//! is as if it were not there.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::dirs::Dirs;
use super::safe_file;
use crate::store::error::Error;

/// What the file holds.
pub fn load<T: DeserializeOwned + Default>(dirs: &Dirs) -> T {
    let bytes = safe_file::read(&dirs.view()).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

/// Puts something in the place of what the file holds.
///
/// # Errors
/// [`Error::File`] where it cannot be written; it is then as it was.
pub fn keep<T: Serialize>(dirs: &Dirs, view: &T) -> Result<(), Error> {
    let path = dirs.view();
    let _lock = safe_file::lock(&path)?;
    let write = || safe_file::replace(&path, &serde_json::to_vec_pretty(view)?);
    write().map_err(Error::file(&path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_loaded_and_what_is_damaged_is_as_if_it_were_not_there() {
        let home = tempfile::tempdir().unwrap();
        let dirs = Dirs { config: home.path().join("config"), data: home.path().join("data") };
        assert!(load::<Vec<u32>>(&dirs).is_empty());
        keep(&dirs, &[1, 2]).unwrap();
        keep(&dirs, &[3]).unwrap();
        assert_eq!(load::<Vec<u32>>(&dirs), [3]);
        std::fs::write(dirs.view(), "[1, ").unwrap();
        assert!(load::<Vec<u32>>(&dirs).is_empty());
    }
}
