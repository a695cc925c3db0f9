//! What an importer is.

use super::error::ImportError;
use crate::model::RawPage;

/// One way in which pages come.
pub trait Importer: Sync {
    /// Whether files of this name are this importer's.
    fn knows_name(&self, name: &str) -> bool;

    /// Whether the bytes look like this importer's.
    fn knows_content(&self, bytes: &[u8]) -> bool;

    /// The pages that the bytes hold, in their order and each made when it is asked for. One that
    /// fails does not end them; where the whole file fails, that is the only item.
    fn pages(&self, source: &str, bytes: Vec<u8>) -> Pages;
}

/// The pages of a file.
pub type Pages = Box<dyn Iterator<Item = Result<RawPage, ImportError>> + Send>;
