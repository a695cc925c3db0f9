//! A file of a folder, and by what it is known to be unchanged.

use std::path::PathBuf;

/// A file of a folder, as it was when it was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its bytes.
    pub size: u64,
    /// When it was last written, in nanoseconds since 1970.
    pub written: i64,
}
