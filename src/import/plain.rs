//! A text layer as it is: one line a line.

use super::Importer;
use crate::model::RawPage;
use crate::text::{decode, read_as_meant};

/// Plain text in any encoding that [`decode()`] knows; takes whatever no other importer wants.
pub struct Plain;

impl Importer for Plain {
    fn recognises(&self, _name: &str, _bytes: &[u8]) -> bool {
        true
    }

    fn page(&self, source: &str, bytes: &[u8]) -> Result<RawPage, String> {
        let decoded = decode(bytes).map_err(|refusal| refusal.to_string())?;
        Ok(RawPage::from_text(source, read_as_meant(decoded.text)))
    }
}
