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

/// The most lines of one page, a thousand times those of the fullest: what is known of each takes
/// some hundreds of bytes.
pub const MOST_LINES: usize = 4_000_000;

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
        .and_then(|page| match page.lines.len() {
            0..=MOST_LINES => Ok(page),
            _ => Err(format!("this has more than {MOST_LINES} lines, the most that are read as one page")),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_too_many_lines_for_a_page_is_refused() {
        assert_eq!(page("page.txt", "渡口\n".repeat(20_000).as_bytes()).unwrap().lines.len(), 20_000);
        let refusal = page("page.txt", "渡\n".repeat(MOST_LINES + 1).as_bytes()).unwrap_err();
        assert!(refusal.contains("4000000 lines"), "{refusal}");
    }
}
