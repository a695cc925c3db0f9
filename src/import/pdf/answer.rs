//! What the process that reads a PDF says of it, and how much of that is believed.

use serde::{Deserialize, Serialize};

use super::limits;
use crate::import::limits::MOST_PAGES;
use crate::import::pdf_fault::PdfFault;
use crate::model::RawPage;

/// One thing said of a file: first whether it can be opened, then what came of each page that is asked
/// for.
#[derive(Debug, Deserialize, Serialize)]
pub enum Answer {
    /// The file has so many pages.
    Opened(u32),
    /// What came of the page asked for.
    Page(Result<RawPage, PdfFault>),
    /// What came of the picture asked for.
    Picture(Result<DrawnPage, PdfFault>),
    /// Nothing more can be had of the file.
    Fault(PdfFault),
}

/// A page that has been drawn, or a part of one.
#[derive(Debug, Deserialize, Serialize)]
pub struct DrawnPage {
    /// The width and height of the whole page in points.
    pub page: (f32, f32),
    /// The width and height of the picture in pixels.
    pub size: (u32, u32),
    /// Its pixels, row by row: red, green, blue. They are told behind the answer.
    #[serde(skip)]
    pub rgb: Vec<u8>,
}

impl DrawnPage {
    /// How many bytes its pixels are; none where no picture is so large.
    pub fn length(&self) -> Option<usize> {
        let (width, height) = (u64::from(self.size.0), u64::from(self.size.1));
        (width * height <= limits::PIXELS).then_some((width * height) as usize * 3)
    }
}

/// What a file may still say.
#[derive(Debug)]
pub struct Allowance {
    pages: usize,
    bytes: usize,
    shapes: usize,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { pages: 0, bytes: limits::FILE_TEXT, shapes: limits::FILE_SHAPES }
    }
}

impl Allowance {
    /// Whether a page makes sense as the next one and the file has not said too much by it.
    pub fn admits(&mut self, page: &RawPage) -> bool {
        let geometry = page.geometry.as_ref();
        let shapes =
            geometry.map_or(0, |geometry| geometry.rules.len() + geometry.frames.len() + geometry.pictures.len());
        let left = self.bytes.checked_sub(page.text.len()).zip(self.shapes.checked_sub(shapes));
        let Some((bytes, shapes)) = left else { return false };
        (self.bytes, self.shapes) = (bytes, shapes);
        self.count_page() && page.source_page as usize == self.pages && page.is_sound()
    }

    /// Counts a page; whether there may be so many.
    pub fn count_page(&mut self) -> bool {
        self.pages += 1;
        self.pages <= MOST_PAGES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> RawPage {
        RawPage::from_text("", "渡口\n灯塔\n")
    }

    #[track_caller]
    fn refused(change: impl FnOnce(&mut RawPage)) {
        let mut changed = page();
        change(&mut changed);
        assert!(!Allowance::default().admits(&changed));
    }

    #[test]
    fn a_sound_page_is_believed_in_its_turn() {
        let mut allowance = Allowance::default();
        assert!(allowance.admits(&page()));
        assert!(!allowance.admits(&page()), "a second page 1");
    }

    #[test]
    fn what_makes_no_sense_is_not_believed() {
        refused(|page| page.source_page = 2);
        refused(|page| page.lines[0].end = 1000);
        refused(|page| page.text = "字".repeat(limits::FILE_TEXT / 3 + 1));
    }
}
