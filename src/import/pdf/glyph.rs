//! A character at its place on the page.

use hayro_interpret::kurbo::Point;

/// A character as the page has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// What it says: nearly always one character.
    pub text: GlyphText,
    /// Where its baseline begins, in points from the upper left corner of the page.
    pub x: f32,
    /// Where its baseline begins, from the top.
    pub y: f32,
    /// Which way the baseline runs: the cosine and the sine of its angle, clockwise.
    pub direction: [f32; 2],
    /// The type size in points.
    pub size: f32,
    /// How far the next character stands from it, in points.
    pub advance: f32,
    /// Whether the line runs from the top down.
    pub vertical: bool,
    /// Its typeface, where the file tells one from another.
    pub face: Option<u32>,
    /// The thickness of its strokes in 1/1000 em.
    pub weight: Option<f32>,
    /// Its colour; none for patterns.
    pub colour: Option<[u8; 3]>,
    /// Whether it cannot be seen.
    pub hidden: bool,
}

/// What a glyph says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum GlyphText {
    /// A character.
    One(char),
    /// Several, as of a ligature.
    Many(Box<str>),
}

impl GlyphText {
    /// Its first character.
    pub fn first(&self) -> char {
        match self {
            Self::One(c) => *c,
            Self::Many(text) => text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER),
        }
    }

    /// Its last character.
    pub fn last(&self) -> char {
        match self {
            Self::One(c) => *c,
            Self::Many(text) => text.chars().next_back().unwrap_or(char::REPLACEMENT_CHARACTER),
        }
    }

    /// Whether it is nothing but space.
    pub fn is_space(&self) -> bool {
        match self {
            Self::One(c) => c.is_whitespace(),
            Self::Many(text) => text.trim().is_empty(),
        }
    }

    /// Adds it to a text.
    pub fn push_to(&self, text: &mut String) {
        match self {
            Self::One(c) => text.push(*c),
            Self::Many(many) => text.push_str(many),
        }
    }
}

/// How far the box of a character reaches above its baseline, in ems.
pub const ASCENT: f32 = 0.88;

/// How far it reaches below.
pub const DESCENT: f32 = 0.12;

impl Glyph {
    /// The middle of its box.
    pub fn centre(&self) -> Point {
        let (along, up) = if self.vertical {
            (self.size / 2.0, (ASCENT - DESCENT) / 2.0 * self.size)
        } else {
            (self.advance / 2.0, (ASCENT - DESCENT) / 2.0 * self.size)
        };
        let [cos, sin] = self.direction;
        Point::new(f64::from(self.x + along * cos + up * sin), f64::from(self.y + along * sin - up * cos))
    }
}
