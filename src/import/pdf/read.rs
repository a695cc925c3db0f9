//! The bytes of a PDF to its raw pages, in this process.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_interpret::kurbo::Rect;
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf, PdfData};

use super::answer::Answer;
use super::device::{Drawing, Fonts};
use super::draw::draw;
use super::hidden::drop_hidden;
use super::limits::CONTENTS;
use super::overprint::print_once;
use super::page::raw_page;
use super::request::Request;
use crate::import::limits::MOST_PAGES;
use crate::import::pdf_fault::PdfFault;
use crate::model::RawPage;

/// Opens a file, says how many pages it has or why it cannot be read, and reads or draws the pages that are asked
/// for; ends when no more are asked for or nobody takes the answer.
pub fn read(
    bytes: Arc<Vec<u8>>,
    asked: &mut dyn FnMut() -> Option<Request>,
    answer: &mut dyn FnMut(Answer) -> ControlFlow<()>,
) {
    let data = PdfData::from(bytes);
    let mut fonts = Fonts::default();
    let mut is_open = false;
    loop {
        let opened = guarded(|| Pdf::new(data.clone()).map_err(fault)).and_then(|pdf| Ok((count(&pdf)?, pdf)));
        let pdf = match opened {
            Ok((count, pdf)) if is_open || answer(Answer::Opened(count)).is_continue() => pdf,
            Ok(_) => return,
            Err(fault) => {
                let _ = answer(Answer::Fault(fault));
                return;
            }
        };
        is_open = true;
        if read_pages(&pdf, &mut fonts, asked, answer).is_break() {
            return;
        }
    }
}

/// Reads pages until the memory that their contents take is to be given back.
fn read_pages(
    pdf: &Pdf,
    fonts: &mut Fonts,
    asked: &mut dyn FnMut() -> Option<Request>,
    answer: &mut dyn FnMut(Answer) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let cache = InterpreterCache::new();
    let mut contents = 0;
    while contents <= CONTENTS {
        let Some(request) = asked() else { return ControlFlow::Break(()) };
        let number = request.page();
        let page = (number as usize).checked_sub(1).and_then(|index| pdf.pages().get(index));
        let sound = page.ok_or(PdfFault::DamagedPage).and_then(|page| whole(page).map(|()| page));
        answer(match request {
            Request::Read(_) => {
                Answer::Page(sound.and_then(|page| guarded(|| read_page(pdf, page, &cache, fonts, number))))
            }
            Request::Draw(part) => Answer::Picture(sound.and_then(|page| guarded(|| draw(page, &part)))),
        })?;
        contents += page.and_then(Page::page_stream).map_or(0, <[u8]>::len);
    }
    ControlFlow::Continue(())
}

/// How many pages a file has.
fn count(pdf: &Pdf) -> Result<u32, PdfFault> {
    match pdf.pages().len() {
        0 => Err(PdfFault::NoPages),
        count @ 1..=MOST_PAGES => Ok(count as u32),
        _ => Err(PdfFault::TooManyPages),
    }
}

/// The longest side of a page, in points: half a kilometre.
const LARGEST: f32 = 1e6;

/// Whether what is drawn on a page is all there, and the page no larger than any.
fn whole(page: &Page<'_>) -> Result<(), PdfFault> {
    let is_cut_off = page.raw().contains_key(b"Contents") && page.page_stream().is_none();
    let (width, height) = page.render_dimensions();
    if is_cut_off || width.max(height) > LARGEST { Err(PdfFault::DamagedPage) } else { Ok(()) }
}

fn read_page<'a>(
    pdf: &'a Pdf,
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    fonts: &mut Fonts,
    number: u32,
) -> Result<RawPage, PdfFault> {
    let (width, height) = page.render_dimensions();
    let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, whole, cache, pdf.xref(), InterpreterSettings::default());
    let mut drawing = Drawing::new(pdf, fonts, (width, height));
    interpret_page(page, &mut context, &mut drawing);
    let Drawing { mut glyphs, shapes, .. } = drawing;
    print_once(&mut glyphs);
    drop_hidden(&mut glyphs, shapes.pictured());
    raw_page(&glyphs, shapes.geometry, number)
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
