//! A text layer as it is: one line a line.

use std::iter;

use super::{ImportError, Importer, Pages};
use crate::model::RawPage;
use crate::text::decode;

/// Plain text in any encoding that [`decode()`] knows; takes whatever no other importer knows.
pub struct Plain;

impl Importer for Plain {
    /// A text may have any name.
    fn knows_name(&self, _name: &str) -> bool {
        false
    }

    fn knows_content(&self, _bytes: &[u8]) -> bool {
        true
    }

    fn pages(&self, source: &str, bytes: Vec<u8>) -> Pages {
        let source = source.to_owned();
        Box::new(iter::once_with(move || page(&source, &bytes)))
    }
}

fn page(source: &str, bytes: &[u8]) -> Result<RawPage, ImportError> {
    let decoded = decode(bytes)?;
    Ok(RawPage { unread: decoded.undecodable, ..RawPage::from_text(source, decoded.text) })
}
