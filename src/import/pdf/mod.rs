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
mod draw;
mod face_change;
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
mod picture;
mod read;
mod readers;
mod request;
mod serve;
mod shapes;
mod unicode;

pub use apart::{COMMAND, read_apart};
pub use picture::picture;

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

#[cfg(test)]
mod tests {
    use super::*;

    const FERRY: &str = "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n\
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n\
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R \
        /Resources << /Font << /F 5 0 R >> >> >> endobj\n\
        4 0 obj << /Length 37 >> stream\nBT /F 10 Tf 20 50 Td (ferry) Tj ET   \nendstream endobj\n\
        5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj\n\
        trailer << /Root 1 0 R /Size 6 >>\n";

    #[test]
    fn a_file_is_read_in_this_process_too() {
        let pages: Vec<_> = Pdf.pages("ferry.pdf", FERRY.into()).collect();
        let page = pages[0].as_ref().unwrap();
        assert_eq!((pages.len(), page.source.as_str(), page.text.as_str()), (1, "ferry.pdf", "ferry\n"));
    }

    #[test]
    fn a_pdf_is_known_by_its_beginning() {
        assert!(Pdf.knows_content(FERRY.as_bytes()));
        assert!(Pdf.knows_content(&[b"\n".repeat(1000), b"%PDF-1.7".to_vec()].concat()));
        assert!(!Pdf.knows_content(&[b"\n".repeat(1020), b"%PDF-1.7".to_vec()].concat()));
    }
}
