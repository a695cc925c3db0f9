//! How a line is printed, where the source knows: its box, its type, the space above it.

use crate::model::{Bounds, RawLine};
use crate::parse::weights::print as weight;

/// The place and the type of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Print {
    /// Its box on the page, in points.
    pub bounds: Bounds,
    /// Its type size in points.
    pub size: Option<f32>,
    /// The thickness of its strokes, in 1/1000 em.
    pub weight: Option<f32>,
    /// The space between it and the line before, in points; none where that does not stand above it.
    pub above: Option<f32>,
    /// Its type size against that of the page's body.
    pub scale: f32,
    /// The thickness of its strokes against that of most type of its size on the page.
    pub boldness: f32,
    /// Where a head that is run in before a text ends, in bytes of the line.
    pub run_in: Option<usize>,
    /// Whether it is a row of cells.
    pub row: bool,
    /// Whether a paragraph's space stands above it, where space parts the paragraphs of its block.
    pub spaced: Option<bool>,
}

impl Print {
    /// The print of a line behind another.
    pub fn of(line: &RawLine, before: Option<&RawLine>) -> Option<Self> {
        let geometry = line.geometry.as_deref()?;
        let print = Self {
            bounds: geometry.bounds,
            size: geometry.type_size,
            weight: geometry.weight,
            scale: 1.0,
            boldness: 1.0,
            ..Self::default()
        };
        let before = before.and_then(|before| before.geometry.as_deref());
        Some(Self { above: before.and_then(|before| space(before.bounds, print.bounds)), ..print })
    }

    /// Its type size in points, at least one; where it is not known, the height of its box.
    pub fn type_size(&self) -> f32 {
        self.size.unwrap_or_else(|| self.bounds.height()).max(1.0)
    }

    /// The space between another line and this one, in points, where that stands above it.
    pub fn below(&self, other: &Self) -> Option<f32> {
        space(other.bounds, self.bounds)
    }

    /// Whether it stands apart from the line before: below more space than parts the lines of a
    /// paragraph, or elsewhere on the page.
    pub fn is_apart(&self) -> bool {
        self.above.is_none_or(|above| above > weight::apart() * self.size.unwrap_or_else(|| self.bounds.height()))
    }

    /// Cut in two; the first part takes a share of the width, from 0 to 1.
    pub fn split(self, share: f32) -> (Self, Self) {
        let cut = self.bounds.left + self.bounds.width() * share;
        let left = Bounds { right: cut, ..self.bounds };
        let right = Bounds { left: cut, ..self.bounds };
        (Self { bounds: left, ..self }, Self { bounds: right, ..self })
    }

    /// Together with a fragment behind it: the box round both, the type of the wider one.
    pub fn joined_to(self, behind: Self) -> Self {
        let (a, b) = (self.bounds, behind.bounds);
        let wider = if a.width() < b.width() { behind } else { self };
        Self { bounds: a.around(b), above: self.above, ..wider }
    }
}

/// The space between two boxes, where the first stands above the second.
fn space(above: Bounds, below: Bounds) -> Option<f32> {
    let stands_above = above.left < below.right && below.left < above.right && above.top < below.top;
    stands_above.then_some((below.top - above.bottom).max(0.0))
}
