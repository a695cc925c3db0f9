//! The typefaces of a file: which is which, and how heavy each is by its ink.

use std::collections::HashMap;

use hayro_interpret::font::{OutlineFontData, OutlineGlyph};
use hayro_interpret::kurbo::Shape;

/// The typefaces met so far; a number means the same face on every page of the file.
#[derive(Default)]
pub struct Faces {
    numbers: HashMap<(u128, Option<String>), u32>,
    faces: Vec<FaceInk>,
    /// The weights of fonts that have no names, by their glyphs.
    nameless: HashMap<u128, Option<f32>>,
}

/// What is known of a face.
#[derive(Default)]
struct FaceInk {
    samples: Vec<f32>,
    weight: Option<f32>,
}

/// After so many glyphs the weight of a face is known.
const SAMPLES: usize = 16;

/// The most glyphs of nameless fonts that are looked at.
const NAMELESS: usize = 2_000;

impl Faces {
    /// The number of a face.
    pub fn number(&mut self, font: &OutlineFontData) -> u32 {
        let next = self.faces.len() as u32;
        let number = *self.numbers.entry((font.cache_key, font.postscript_name.clone())).or_insert(next);
        if number == next {
            self.faces.push(FaceInk::default());
        }
        number
    }

    /// The weight of a glyph of a face, or of the face once enough of its glyphs have been measured.
    pub fn weight(&mut self, face: Option<u32>, glyph: &OutlineGlyph) -> Option<f32> {
        match face.and_then(|face| self.faces.get_mut(face as usize)) {
            Some(face) => face.weight(glyph),
            None if self.nameless.len() > NAMELESS => None,
            None => *self.nameless.entry(glyph.identifier().cache_key()).or_insert_with(|| stroke(glyph)),
        }
    }
}

impl FaceInk {
    fn weight(&mut self, glyph: &OutlineGlyph) -> Option<f32> {
        if self.samples.len() < SAMPLES {
            self.samples.extend(stroke(glyph));
            self.weight = median(&mut self.samples);
        }
        self.weight
    }
}

/// The middle one of some numbers.
pub fn median(numbers: &mut [f32]) -> Option<f32> {
    numbers.sort_by(f32::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

/// How thick the strokes of a glyph are, in 1/1000 em: the area of a stroke is its length times its
/// thickness, its outline runs along both its sides.
fn stroke(glyph: &OutlineGlyph) -> Option<f32> {
    let outline = glyph.outline();
    let around = outline.perimeter(1.0);
    let thickness = 2.0 * outline.area().abs() / around;
    (around > 400.0 && thickness.is_finite()).then_some(thickness as f32)
}
