//! PDF files: every character at its place, and from that the printed lines.
//!
//! The interpreter draws a page on a device that keeps characters and shapes; what is printed twice or
//! not to be seen is left out; characters are joined to lines; lines make a raw page.
//!
//! All this is done in a process of its own, which is this program with a hidden command: a file may do
//! with it what it likes. What that process says is checked as any input.
//!
//! **Invariant:** nothing here knows what a line means.

mod answer;
mod apart;
mod budget;
mod column;
mod confine;
mod course;
mod device;
mod faces;
mod glyph;
mod gutter;
mod hidden;
mod limits;
mod line_part;
mod lines;
mod overprint;
mod page;
mod pages;
mod read;
mod serve;
mod shapes;
mod unicode;

pub use apart::{COMMAND, read_apart};

pub use serve::serve;

use self::pages::PdfPages;
use super::importer::{Importer, Pages};
use crate::model::RawPage;

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
        let source = source.to_owned();
        Box::new(PdfPages::of(bytes).map(move |page| Ok(RawPage { source: source.clone(), ..page? })))
    }
}
