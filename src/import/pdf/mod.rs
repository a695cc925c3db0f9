//! PDF files: every character at its place, and from that the printed lines.
//!
//! The interpreter draws a page on a device that keeps characters and shapes; what is printed twice or
//! not to be seen is left out; characters are joined to lines; lines make a raw page.
//!
//! **Invariant:** nothing here knows what a line means.

mod budget;
mod column;
mod device;
mod faces;
mod fault;
mod fragment;
mod frame;
mod glyph;
mod gutter;
mod hidden;
mod limits;
mod lines;
mod overprint;
mod page;
mod read;
mod shapes;
mod unicode;

pub use fault::PdfFault;

use std::ops::ControlFlow;

use super::importer::{Importer, Pages};

/// The newspaper as it was printed.
pub struct Pdf;

/// What a PDF begins with, within the first [`HEAD`] bytes.
const MARK: &[u8] = b"%PDF-";

/// How far into a file its mark may stand.
const HEAD: usize = 1024;

impl Importer for Pdf {
    fn knows_name(&self, _name: &str) -> bool {
        false
    }

    fn knows_content(&self, bytes: &[u8]) -> bool {
        memchr::memmem::find(&bytes[..bytes.len().min(HEAD)], MARK).is_some()
    }

    fn pages(&self, source: &str, bytes: Vec<u8>) -> Pages {
        let mut pages = Vec::new();
        let ended = read::read(bytes, &mut |page| {
            pages.push(page);
            ControlFlow::Continue(())
        });
        pages.extend(ended.err().map(Err));
        if pages.iter().all(|page| page.as_ref().is_ok_and(|page| page.lines.is_empty())) {
            pages = vec![Err(PdfFault::Picture)];
        }
        let source = source.to_owned();
        Box::new(pages.into_iter().map(move |page| match page {
            Ok(page) => Ok(crate::model::RawPage { source: source.clone(), ..page }),
            Err(fault) => Err(fault.into()),
        }))
    }
}
