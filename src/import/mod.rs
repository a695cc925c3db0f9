//! Files to raw pages.
//!
//! **Invariant:** an importer knows how a source holds its lines, and nothing of what they mean.

mod error;
mod file_name;
mod folder;
mod html;
mod html_fault;
mod importer;
mod left_out;
mod limits;
mod natural;
mod ocr;
mod opening;
mod packed;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod pdf_fault;
mod picture;
mod plain;
mod sample;
mod sources;

pub use error::{ImportError, ImportFailure, place};
pub use file_name::imprint as imprint_of_name;
pub use folder::{FolderLook, is_whole, look_into};
pub use html_fault::HtmlFault;
pub use importer::{Importer, Pages};
pub use left_out::{FileKind, LeftOut};
pub use limits::{LIMIT, MOST_LINES};
#[cfg(feature = "pdf")]
pub use pdf::{COMMAND as READ_PDF, read_apart as read_pdf_apart, serve as serve_pdf};
#[cfg(feature = "pdf")]
pub use pdf_fault::PdfFault;
pub use picture::picture;
pub use sample::sample;
pub use sources::{Found, Source, Takes, find, find_of_folders, read};

use crate::model::RawPage;

/// Every importer but that of plain text, in the order in which they are asked.
const IMPORTERS: &[&dyn Importer] = &[
    #[cfg(feature = "pdf")]
    &pdf::Pdf,
    &ocr::Alto,
    &ocr::Hocr,
    &html::Html,
];

/// The raw pages of bytes that came from `source`, each of which may fail by itself.
pub fn pages(source: &str, bytes: Vec<u8>) -> impl Iterator<Item = Result<RawPage, ImportFailure>> + Send + use<> {
    let name = source.to_owned();
    let pages = importer(source, &bytes).pages(source, bytes);
    (1..).zip(pages).map(move |(source_page, page)| {
        let page = page.and_then(within_limits);
        page.map_err(|error| match error {
            ImportError::BrokenOff => ImportFailure::new(&name, error),
            error => ImportFailure { source_page, ..ImportFailure::new(&name, error) },
        })
    })
}

/// The importer that knows the file by what is in it, or else by its name; or else it is plain text.
fn importer(name: &str, bytes: &[u8]) -> &'static dyn Importer {
    let by_name = || IMPORTERS.iter().find(|importer| importer.knows_name(name));
    let by_content = || IMPORTERS.iter().find(|importer| importer.knows_content(bytes));
    by_content().or_else(by_name).copied().unwrap_or(&plain::Plain)
}

fn within_limits(page: RawPage) -> Result<RawPage, ImportError> {
    if page.lines.len() > MOST_LINES { Err(ImportError::TooManyLines) } else { Ok(page) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::{Lang, Said};

    fn only(text: String) -> Result<RawPage, ImportFailure> {
        let mut pages: Vec<_> = pages("page.txt", text.into_bytes()).collect();
        assert_eq!(pages.len(), 1);
        pages.remove(0)
    }

    #[test]
    fn a_text_is_a_page() {
        let page = only("渡口\n\n灯塔\n".into()).unwrap();
        assert_eq!((page.source.as_str(), page.source_page, page.lines.len()), ("page.txt", 1, 2));
    }

    #[test]
    fn what_has_too_many_lines_for_a_page_is_refused() {
        assert_eq!(only("渡口\n".repeat(20_000)).unwrap().lines.len(), 20_000);
        let failure = only("渡\n".repeat(MOST_LINES + 1)).unwrap_err();
        assert!(matches!(failure.error, ImportError::TooManyLines));
        assert!(failure.said(Lang::English).contains("4000000 lines"), "{failure:?}");
    }

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        let failure = only(" \n".into()).unwrap_err();
        assert!(matches!(failure.error, ImportError::NotText(_)));
        assert_eq!(failure.said(Lang::English), "page.txt: there is no text in it");
        let third = ImportFailure { source_page: 3, ..failure };
        assert_eq!(third.said(Lang::English), "page.txt, page 3: there is no text in it");
    }
}
