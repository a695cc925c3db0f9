//! The directions in which lines run on a page, and places as seen along them.

use super::glyph::{ASCENT, DESCENT, Glyph};
use crate::model::{Bounds, Writing};
use crate::text::chars::{is_closer, is_opener};

/// A direction in which lines run. A place has two coordinates in it: how far along the lines, and how
/// far on from line to line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Course {
    /// From left to right.
    Horizontal,
    /// From the top down, columns from the right.
    Vertical,
    /// At an angle, in degrees clockwise.
    Turned(i16),
}

/// A character as seen along its line.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    /// Its place among the page's characters.
    pub index: usize,
    /// Where it begins along the line.
    pub start: f32,
    /// Where the next one stands.
    pub end: f32,
    /// Where its ink begins, about: half a full-width mark is empty.
    pub ink_start: f32,
    /// Where its ink ends.
    pub ink_end: f32,
    /// Where its baseline is; of a vertical line, its middle.
    pub across: f32,
    /// Its type size.
    pub size: f32,
}

/// A mark so wide, in ems, takes the place of an ideograph.
const FULL_WIDTH: f32 = 0.9;

/// Whether a mark of full width is empty in its second half.
fn is_half_empty(c: char) -> bool {
    is_closer(c) || matches!(c, '，' | '。' | '、' | '；' | '：' | '．')
}

/// What is less aslant is level, in degrees.
const LEVEL: f32 = 4.0;

impl Course {
    /// The one that a character's line runs in.
    pub fn of(glyph: &Glyph) -> Self {
        let [cos, sin] = glyph.direction;
        let angle = sin.atan2(cos).to_degrees();
        match (angle.abs() <= LEVEL, glyph.vertical) {
            (true, false) => Self::Horizontal,
            (true, true) => Self::Vertical,
            (false, false) => Self::Turned(angle.round() as i16),
            (false, true) => Self::Turned((angle + 90.0).round() as i16),
        }
    }

    /// Which way its lines run.
    pub fn writing(self) -> Writing {
        match self {
            Self::Horizontal => Writing::Horizontal,
            Self::Vertical => Writing::Vertical,
            Self::Turned(_) => Writing::Turned,
        }
    }

    /// A character as seen along the lines.
    pub fn place(self, index: usize, glyph: &Glyph) -> Placed {
        let size = glyph.size;
        let (start, length, across) = match self {
            Self::Vertical => (glyph.y - ASCENT * size, size, -(glyph.x + size / 2.0)),
            _ => {
                let [cos, sin] = self.axis();
                (glyph.x * cos + glyph.y * sin, glyph.advance, glyph.y * cos - glyph.x * sin)
            }
        };
        let end = start + length;
        let half = if length >= FULL_WIDTH * size { size / 2.0 } else { 0.0 };
        let ink_start = if is_opener(glyph.text.first()) { start + half } else { start };
        let ink_end = if is_half_empty(glyph.text.last()) { end - half } else { end };
        Placed { index, start, end, ink_start, ink_end, across, size }
    }

    /// The box on the page of a piece of a line.
    pub fn bounds(self, start: f32, end: f32, across: f32, size: f32) -> Bounds {
        match self {
            Self::Vertical => {
                Bounds { left: -across - size / 2.0, top: start, right: -across + size / 2.0, bottom: end }
            }
            _ => {
                let [cos, sin] = self.axis();
                let corners = [
                    (start, across - ASCENT * size),
                    (end, across - ASCENT * size),
                    (start, across + DESCENT * size),
                    (end, across + DESCENT * size),
                ];
                let x = corners.map(|(along, over)| along * cos - over * sin);
                let y = corners.map(|(along, over)| along * sin + over * cos);
                let least = |of: [f32; 4]| of.into_iter().fold(f32::INFINITY, f32::min);
                let most = |of: [f32; 4]| of.into_iter().fold(f32::NEG_INFINITY, f32::max);
                Bounds { left: least(x), top: least(y), right: most(x), bottom: most(y) }
            }
        }
    }

    /// Where a line's baseline is on the page: from the top; of a vertical line its middle, from the left.
    pub fn baseline(self, across: f32) -> Option<f32> {
        match self {
            Self::Horizontal => Some(across),
            Self::Vertical => Some(-across),
            Self::Turned(_) => None,
        }
    }

    fn axis(self) -> [f32; 2] {
        match self {
            Self::Turned(degrees) => {
                let angle = f32::from(degrees).to_radians();
                [angle.cos(), angle.sin()]
            }
            Self::Horizontal | Self::Vertical => [1.0, 0.0],
        }
    }
}
