//! Files to raw pages.
//!
//! **Invariant:** an importer knows how a source holds its lines, and nothing of what they mean.

mod plain;
mod sample;
mod walk;

pub use sample::sample;
pub use walk::{Fault, LIMIT, Source, read, sources};

use crate::model::RawPage;

/// One way in which pages come.
pub trait Importer: Sync {
    /// Whether the bytes look like this importer's; `name` is the file's.
    fn recognises(&self, name: &str, bytes: &[u8]) -> bool;

    /// The page that the bytes hold.
    ///
    /// # Errors
    /// A sentence that says why there is none.
    fn page(&self, source: &str, bytes: &[u8]) -> Result<RawPage, String>;
}

/// Every importer; the first that recognises a file reads it.
const IMPORTERS: [&dyn Importer; 1] = [&plain::Plain];

/// Makes a raw page of bytes that came from `source`.
///
/// # Errors
/// A sentence that says why the bytes are no page.
pub fn page(source: &str, bytes: &[u8]) -> Result<RawPage, String> {
    IMPORTERS
        .iter()
        .find(|importer| importer.recognises(source, bytes))
        .ok_or_else(|| "no importer knows this kind of file".to_owned())?
        .page(source, bytes)
}
