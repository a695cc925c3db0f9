//! The published JSON of pages and articles.

use std::io::{self, Write};

use serde::Serialize;

use crate::model::Page;

#[derive(Serialize)]
struct Document<'a> {
    pages: &'a [Page],
}

/// Prints pages as one JSON document.
///
/// # Errors
/// Those of the writer.
pub fn pages(pages: &[Page], mut out: impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, &Document { pages })?;
    writeln!(out)
}
