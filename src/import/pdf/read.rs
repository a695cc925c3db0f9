//! The bytes of a PDF to its raw pages, in this process.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::kurbo::Rect;
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf, PdfData};

use super::device::{Drawing, Fonts};
use super::hidden::drop_hidden;
use super::limits::CONTENTS;
use super::overprint::print_once;
use super::page::raw_page;
use crate::import::limits::MOST_PAGES;
use crate::import::pdf_fault::PdfFault;
use crate::model::RawPage;

/// Reads a file page by page and hands over what came of each; pages without text too, that the others
/// keep their numbers.
///
/// # Errors
/// The fault of the whole file.
pub fn read(
    bytes: Vec<u8>,
    take: &mut dyn FnMut(Result<RawPage, PdfFault>) -> ControlFlow<()>,
) -> Result<(), PdfFault> {
    let data = PdfData::from(bytes);
    let mut fonts = Fonts::default();
    let mut next = 0;
    let mut first_line = 1;
    loop {
        let pdf = guarded(|| Pdf::new(data.clone()).map_err(fault))?;
        let count = pdf.pages().len();
        match count {
            0 => return Err(PdfFault::NoPages),
            1..=MOST_PAGES => {}
            _ => return Err(PdfFault::TooManyPages),
        }
        let cache = InterpreterCache::new();
        let mut contents = 0;
        for page in pdf.pages().iter().skip(next) {
            next += 1;
            let read = guarded(|| read_page(&pdf, page, &cache, &mut fonts, next as u32, first_line));
            if let Ok(page) = &read {
                first_line += page.lines.len() as u32;
            }
            if take(read).is_break() {
                return Ok(());
            }
            contents += page.page_stream().map_or(0, <[u8]>::len);
            if contents > CONTENTS {
                break;
            }
        }
        if next >= count {
            return Ok(());
        }
    }
}

/// The longest side of a page, in points: half a kilometre.
const LARGEST: f32 = 1e6;

fn read_page<'a>(
    pdf: &'a Pdf,
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    fonts: &mut Fonts,
    number: u32,
    first_line: u32,
) -> Result<RawPage, PdfFault> {
    if page.raw().contains_key(b"Contents") && page.page_stream().is_none() {
        return Err(PdfFault::DamagedPage);
    }
    let (width, height) = page.render_dimensions();
    if width.max(height) > LARGEST {
        return Err(PdfFault::DamagedPage);
    }
    let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, whole, cache, pdf.xref(), InterpreterSettings::default());
    let mut drawing = Drawing::new(pdf, fonts, (width, height));
    interpret_page(page, &mut context, &mut drawing);
    let Drawing { mut glyphs, shapes, .. } = drawing;
    print_once(&mut glyphs);
    drop_hidden(&mut glyphs, shapes.pictured());
    raw_page(&glyphs, shapes.geometry, number, first_line)
}

/// Does something that may unwind with a fault, or break down.
fn guarded<T>(work: impl FnOnce() -> Result<T, PdfFault>) -> Result<T, PdfFault> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|panic| Err(panic.downcast_ref::<PdfFault>().copied().unwrap_or(PdfFault::BrokeDown)))
}

fn fault(error: LoadPdfError) -> PdfFault {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => PdfFault::Password,
        LoadPdfError::Decryption(_) => PdfFault::Encryption,
        LoadPdfError::Invalid => PdfFault::Damaged,
    }
}
