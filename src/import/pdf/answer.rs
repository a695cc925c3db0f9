//! What the process that reads a PDF says of it, and how much of that is believed.

use serde::{Deserialize, Serialize};

use super::limits;
use crate::import::limits::MOST_PAGES;
use crate::import::pdf_fault::PdfFault;
use crate::model::{Bounds, LineGeometry, PageGeometry, RawPage};

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
        self.count_page()
            && page.source_page as usize == self.pages
            && page.unread <= page.text.len()
            && geometry.is_none_or(is_sound_page)
            && has_sound_lines(page)
    }

    /// Counts a page; whether there may be so many.
    pub fn count_page(&mut self) -> bool {
        self.pages += 1;
        self.pages <= MOST_PAGES
    }
}

/// Whether the lines are those of the text, in its order.
fn has_sound_lines(page: &RawPage) -> bool {
    let mut from = 0;
    page.lines.iter().all(|line| {
        let text = page.text.get(line.start..line.end);
        let is_next = line.start >= from && line.number >= page.first_line;
        from = line.end;
        is_next
            && text.is_some_and(|text| !text.contains('\n') && !text.trim().is_empty())
            && line.geometry.as_deref().is_none_or(is_sound_line)
    })
}

fn is_sound_line(geometry: &LineGeometry) -> bool {
    let numbers = [geometry.baseline, geometry.type_size, geometry.weight];
    is_sound_box(geometry.bounds) && numbers.into_iter().flatten().all(is_sound)
}

fn is_sound_page(geometry: &PageGeometry) -> bool {
    let rules = geometry.rules.iter().map(|rule| rule.bounds);
    let mut boxes = rules.chain(geometry.frames.iter().copied()).chain(geometry.pictures.iter().copied());
    is_sound(geometry.width)
        && is_sound(geometry.height)
        && geometry.rules.iter().all(|rule| is_sound(rule.thickness))
        && boxes.all(is_sound_box)
}

fn is_sound_box(bounds: Bounds) -> bool {
    [bounds.left, bounds.top, bounds.right, bounds.bottom].into_iter().all(is_sound)
        && bounds.left <= bounds.right
        && bounds.top <= bounds.bottom
}

/// No page is so large that a number of its geometry is larger.
fn is_sound(number: f32) -> bool {
    number.is_finite() && number.abs() <= limits::FAR
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> RawPage {
        let mut page = RawPage::from_text("", "渡口\n灯塔\n");
        page.geometry = Some(PageGeometry { width: 400.0, height: 600.0, ..PageGeometry::default() });
        let bounds = Bounds { left: 10.0, top: 20.0, right: 30.0, bottom: 30.0 };
        page.lines[0].geometry = Some(Box::new(LineGeometry {
            bounds,
            baseline: Some(28.0),
            type_size: Some(10.0),
            face: None,
            weight: None,
            writing: crate::model::Writing::Horizontal,
            colour: None,
        }));
        page
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
        refused(|page| page.unread = 1000);
        refused(|page| page.lines[0].end = 1000);
        refused(|page| page.lines[0].end = 1);
        refused(|page| page.lines[0].end = 9);
        refused(|page| page.lines[1].start = 0);
        refused(|page| page.lines[1].number = 0);
        refused(|page| page.geometry.as_mut().unwrap().width = f32::NAN);
        refused(|page| page.lines[0].geometry.as_mut().unwrap().bounds.right = f32::INFINITY);
        refused(|page| page.lines[0].geometry.as_mut().unwrap().bounds.right = 0.0);
        refused(|page| page.lines[0].geometry.as_mut().unwrap().type_size = Some(1e30));
        refused(|page| page.text = "字".repeat(limits::FILE_TEXT / 3 + 1));
    }
}
