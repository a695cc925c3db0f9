//! Lines to a page.

use super::recognised_line::RecognisedLine;
use super::scale::Scale;
use super::type_size;
use crate::model::{Bounds, LineGeometry, PageGeometry, RawPage, Rule};
use crate::text::read_as_meant;

/// A page as it is read.
#[derive(Debug)]
pub struct PageDraft {
    /// What its lengths are.
    pub scale: Scale,
    geometry: PageGeometry,
    /// What is printed on each line; an empty one stands behind each block.
    lines: Vec<(String, Option<LineGeometry>)>,
    /// The line that the block begins with, and those of it whose size is estimated.
    block: usize,
    estimated: Vec<usize>,
}

impl PageDraft {
    /// A page of a width and a height in units of the source, as far as they are known.
    pub fn of(scale: Scale, width: Option<f32>, height: Option<f32>) -> Self {
        let side = |length: Option<f32>| length.map_or(0.0, |length| scale.points(length));
        let geometry = PageGeometry { width: side(width), height: side(height), ..PageGeometry::default() };
        Self { scale, geometry, lines: Vec::new(), block: 0, estimated: Vec::new() }
    }

    /// Adds a line; one without text is none.
    pub fn add(&mut self, line: &RecognisedLine) {
        let text = line.text();
        if text.trim().is_empty() {
            return;
        }
        let mut geometry = line.geometry().filter(|geometry| self.holds(geometry.bounds));
        if let Some(geometry) = geometry.as_mut().filter(|geometry| geometry.type_size.is_none()) {
            geometry.type_size = Some(line.estimated_size(geometry));
            self.estimated.push(self.lines.len());
        }
        self.lines.push((text, geometry));
    }

    /// Ends a block: the next line is of another.
    pub fn end_block(&mut self) {
        if self.lines.len() == self.block {
            return;
        }
        let mut sizes = Vec::with_capacity(self.estimated.len());
        let mut estimated = self.estimated.drain(..).peekable();
        for (at, (_, geometry)) in self.lines.iter_mut().enumerate().skip(self.block) {
            if estimated.next_if_eq(&at).is_some() {
                sizes.extend(geometry.as_mut().and_then(|geometry| geometry.type_size.as_mut()));
            }
        }
        type_size::settle(&mut sizes);
        drop(estimated);
        self.lines.push((String::new(), None));
        self.block = self.lines.len();
    }

    /// Adds a picture.
    pub fn add_picture(&mut self, bounds: Bounds) {
        if self.holds(bounds) {
            self.geometry.pictures.push(bounds);
        }
    }

    /// Adds a drawn thing: a rule, if it is thin, or else a picture.
    pub fn add_drawing(&mut self, bounds: Bounds) {
        /// A drawing that is so many times as long as it is thick is a rule.
        const SLENDER: f32 = 8.0;
        let (width, height) = (bounds.width(), bounds.height());
        let thickness = width.min(height);
        if width.max(height) < SLENDER * thickness {
            self.add_picture(bounds);
        } else if self.holds(bounds) {
            self.geometry.rules.push(Rule { bounds, thickness });
        }
    }

    /// Whether a box is on the page, at least in part.
    fn holds(&self, bounds: Bounds) -> bool {
        let PageGeometry { width, height, .. } = self.geometry;
        let is_within = |side: f32, from: f32, to: f32| to > 0.0 && (side == 0.0 || from < side);
        is_within(width, bounds.left, bounds.right) && is_within(height, bounds.top, bounds.bottom)
    }

    /// The page, with its number in the source and the number of its first line there, both from 1.
    pub fn into_raw(mut self, source: &str, number: u32, first_line: u32) -> RawPage {
        self.end_block();
        let boxes = self.lines.iter().filter_map(|(_, geometry)| geometry.as_ref()).map(|geometry| geometry.bounds);
        let (right, bottom) =
            boxes.fold((0.0_f32, 0.0_f32), |(x, y), bounds| (x.max(bounds.right), y.max(bounds.bottom)));
        let (texts, lines): (Vec<String>, Vec<_>) = self.lines.into_iter().unzip();
        let mut page = RawPage::of_file(source, number, first_line, read_as_meant(texts.join("\n")));
        for line in &mut page.lines {
            let at = (line.number - first_line) as usize;
            line.geometry = lines.get(at).copied().flatten().map(Box::new);
        }
        let side = |told: f32, seen: f32| if told > 0.0 { told } else { seen };
        self.geometry.width = side(self.geometry.width, right);
        self.geometry.height = side(self.geometry.height, bottom);
        page.geometry = Some(self.geometry);
        page
    }

    /// Whether nothing is to be read on it.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}
