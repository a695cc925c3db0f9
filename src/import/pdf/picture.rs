//! A page as a picture, drawn by a process of its own.

use std::sync::Arc;

use super::answer::{Answer, DrawnPage};
use super::apart::PdfReading;
use super::limits::PICTURE_PATIENCE;
use super::request::{PagePart, Request};
use crate::import::pdf_fault::PdfFault;
use crate::model::{NoPicture, Picture, PictureRequest, PixelSize};

/// How far the size of a page may be from what it is known to be, in points.
const TOLERANCE: f32 = 1.0;

/// Draws what is asked for of a file.
///
/// # Errors
/// Where it cannot be drawn, or is another file than it was.
pub fn picture(bytes: Vec<u8>, request: &PictureRequest) -> Result<Picture, NoPicture> {
    let size = request.size;
    let part = PagePart { page: request.page.page, region: request.region, size: (size.width, size.height) };
    let drawn = drawn(bytes, part).map_err(|_| NoPicture::Failed)?;
    let (width, height) = drawn.page;
    let is_the_same = (width - request.page.width).abs().max((height - request.page.height).abs()) < TOLERANCE;
    let size = PixelSize { width: drawn.size.0, height: drawn.size.1 };
    match Picture::new(size, drawn.rgb) {
        Some(picture) if is_the_same && size == request.size => Ok(picture),
        Some(_) if !is_the_same => Err(NoPicture::Changed),
        _ => Err(NoPicture::Failed),
    }
}

fn drawn(bytes: Vec<u8>, part: PagePart) -> Result<DrawnPage, PdfFault> {
    let reading = PdfReading::begin(Arc::new(bytes), 1).map_err(|_| PdfFault::NoReader)?;
    match next(&reading)? {
        Answer::Opened(count) if part.page <= count => reading.ask(Request::Draw(part)),
        Answer::Opened(_) => return Err(PdfFault::DamagedPage),
        Answer::Fault(fault) => return Err(fault),
        Answer::Page(_) | Answer::Picture(_) => return Err(PdfFault::Nonsense),
    }
    match next(&reading)? {
        Answer::Picture(drawn) => drawn,
        Answer::Fault(fault) => Err(fault),
        Answer::Opened(_) | Answer::Page(_) => Err(PdfFault::Nonsense),
    }
}

fn next(reading: &PdfReading) -> Result<Answer, PdfFault> {
    reading.answers.recv_timeout(PICTURE_PATIENCE).map_err(|_| PdfFault::Exhausted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bounds, PageSize};

    /// A page of 200 by 100 points: red below 40 points from its upper edge, blue on the right of 150 points.
    const FLAG: &str = "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n\
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n\
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R >> endobj\n\
        4 0 obj << /Length 56 >> stream\n1 0 0 rg 0 0 200 60 re f\n0 0 1 rg 150 0 50 100 re f  \nendstream endobj\n\
        trailer << /Root 1 0 R /Size 5 >>\n";

    fn request(region: [f32; 4], width: u32, height: u32) -> PictureRequest {
        let [left, top, right, bottom] = region;
        PictureRequest {
            source: "flag.pdf".into(),
            page: PageSize { page: 1, width: 200.0, height: 100.0 },
            region: Bounds { left, top, right, bottom },
            size: PixelSize { width, height },
            lit: Vec::new(),
        }
    }

    #[track_caller]
    fn shows(request: &PictureRequest, expected: &[(u32, u32, [u8; 3])]) {
        let picture = picture(FLAG.into(), request).unwrap();
        assert_eq!(picture.size, request.size);
        for (x, y, colour) in expected {
            let at = (y * picture.size.width + x) as usize * 3;
            assert_eq!(picture.rgb[at..at + 3], *colour, "{x}, {y}");
        }
    }

    const RED: [u8; 3] = [255, 0, 0];
    const BLUE: [u8; 3] = [0, 0, 255];
    const WHITE: [u8; 3] = [255; 3];

    #[test]
    fn a_page_is_drawn_as_large_as_is_wanted() {
        let whole = [0.0, 0.0, 200.0, 100.0];
        shows(&request(whole, 400, 200), &[(299, 79, WHITE), (299, 81, RED), (301, 79, BLUE), (399, 199, BLUE)]);
        shows(&request(whole, 20, 30), &[(14, 11, WHITE), (14, 12, RED), (15, 11, BLUE)]);
    }

    #[test]
    fn a_part_of_a_page_is_drawn() {
        shows(&request([140.0, 30.0, 160.0, 50.0], 20, 20), &[(9, 9, WHITE), (9, 10, RED), (10, 9, BLUE)]);
    }

    #[test]
    fn another_page_than_it_was_is_told() {
        let mut other = request([0.0, 0.0, 200.0, 100.0], 20, 10);
        other.page.width = 210.0;
        assert_eq!(picture(FLAG.into(), &other), Err(NoPicture::Changed));
        other.page.page = 2;
        assert_eq!(picture(FLAG.into(), &other), Err(NoPicture::Failed));
    }

    #[test]
    fn what_no_picture_is_made_of_is_refused() {
        for (region, width, height) in [
            ([0.0, 0.0, 200.0, 100.0], 60_000, 60_000),
            ([0.0, 0.0, 200.0, 100.0], 0, 9),
            ([0.0, 0.0, f32::NAN, 100.0], 9, 9),
            ([9.0, 0.0, 9.0, 100.0], 9, 9),
        ] {
            assert_eq!(picture(FLAG.into(), &request(region, width, height)), Err(NoPicture::Failed));
        }
    }
}
