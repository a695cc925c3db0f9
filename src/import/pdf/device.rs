//! What the interpreter draws on: it keeps characters and shapes, and nothing is painted.

use std::ops::RangeInclusive;

use hayro_interpret::font::{Glyph as DrawnGlyph, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask};
use hayro_syntax::Pdf;

use super::budget::Budget;
use super::faces::{Faces, median};
use super::glyph::{Glyph, GlyphText};
use super::shapes::{Shapes, is_white};
use super::unicode::Collections;

/// What is known of a file's fonts, kept from page to page.
#[derive(Default)]
pub struct Fonts {
    /// Its typefaces.
    pub faces: Faces,
    /// What their codes mean.
    pub collections: Collections,
}

/// A page as it is drawn.
pub struct Drawing<'a, 'f> {
    /// Its characters, in the order in which they are drawn.
    pub glyphs: Vec<Glyph>,
    /// What is drawn besides.
    pub shapes: Shapes,
    pdf: &'a Pdf,
    fonts: &'f mut Fonts,
    clips: Vec<Rect>,
    opacities: Vec<f32>,
    budget: Budget,
}

/// What is less opaque cannot be seen.
const FAINTEST: f32 = 0.02;

/// The most glyphs of a run whose ink is measured.
const SAMPLES: usize = 3;

/// A glyph is so many units to the em.
const EM: f64 = 1000.0;

/// The farthest that a character may stand from the page's corner, in points.
const FARTHEST: f64 = 1e6;

/// The largest type, in points.
const LARGEST: f64 = 1e5;

/// How far type is squeezed or stretched at most where its font is not known: what looks more so is a font
/// that stands in for one that the file has not.
const STRETCH: RangeInclusive<f64> = 0.5..=1.6;

impl<'a, 'f> Drawing<'a, 'f> {
    /// An empty page of a size in points.
    pub fn new(pdf: &'a Pdf, fonts: &'f mut Fonts, (width, height): (f32, f32)) -> Self {
        let page = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        Self {
            glyphs: Vec::new(),
            shapes: Shapes::of(width, height),
            pdf,
            fonts,
            clips: vec![page],
            opacities: vec![1.0],
            budget: Budget::of_a_page(),
        }
    }

    fn clip(&self) -> Rect {
        self.clips.last().copied().unwrap_or(Rect::ZERO)
    }

    fn opacity(&self) -> f32 {
        self.opacities.last().copied().unwrap_or(1.0)
    }

    /// The colour of a paint, none for patterns; and whether it covers anything.
    fn colour(&self, paint: &Paint<'_>) -> (Option<[u8; 3]>, bool) {
        match paint {
            Paint::Color(colour) => {
                let [red, green, blue, alpha] = colour.to_rgba().to_rgba8();
                (Some([red, green, blue]), f32::from(alpha) / 255.0 * self.opacity() >= FAINTEST)
            }
            Paint::Pattern(_) => (None, self.opacity() >= FAINTEST),
        }
    }

    /// What a glyph says: what the font says it does, or else what its character collection says.
    fn text(&mut self, glyph: &DrawnGlyph<'_>, vertical: bool) -> GlyphText {
        let meaning = glyph.as_unicode().or_else(|| match glyph {
            DrawnGlyph::Outline(outline) => {
                self.fonts.collections.meaning(self.pdf, &outline.font_data()?, vertical, glyph.char_code())
            }
            DrawnGlyph::Type3(_) => None,
        });
        match meaning {
            Some(BfString::Char(c)) => GlyphText::One(c),
            Some(BfString::String(text)) if !text.is_empty() => GlyphText::Many(text.into()),
            _ => GlyphText::One(char::REPLACEMENT_CHARACTER),
        }
    }

    /// The face and the weight of a run, by a few of its letters.
    fn face(&mut self, run: &GlyphRun<'_, '_>, texts: &[GlyphText]) -> (Option<u32>, Option<f32>) {
        let outlines = run.glyphs().iter().zip(texts).filter_map(|(glyph, text)| match &**glyph {
            DrawnGlyph::Outline(outline) => Some((outline, text)),
            DrawnGlyph::Type3(_) => None,
        });
        let font = outlines.clone().next().and_then(|(outline, _)| outline.font_data());
        let face = font.map(|font| self.fonts.faces.number(&font));
        let letters = outlines.filter(|(_, text)| text.first().is_alphanumeric());
        let mut weights: Vec<f32> = letters
            .step_by(texts.len().div_ceil(SAMPLES).max(1))
            .filter_map(|(outline, _)| self.fonts.faces.weight(face, outline))
            .collect();
        (face, median(&mut weights))
    }
}

/// How a glyph stands on the page.
struct Stance {
    origin: Point,
    direction: [f32; 2],
    size: f64,
    stretch: f64,
}

impl Stance {
    /// None where it has no size or stands nowhere.
    fn of(transform: Affine, is_known_font: bool) -> Option<Self> {
        let [a, b, c, d, x, y] = transform.as_coeffs();
        let (along, size) = (a.hypot(b) * EM, c.hypot(d) * EM);
        let is_sound = x.abs().max(y.abs()) < FARTHEST && along.max(size) < LARGEST;
        let stretch = along / size;
        let stretch = if is_known_font || STRETCH.contains(&stretch) { stretch } else { 1.0 };
        let direction = [(a * EM / along) as f32, (b * EM / along) as f32];
        (is_sound && size > 0.01 && along > 0.0).then_some(Self { origin: Point::new(x, y), direction, size, stretch })
    }
}

impl<'a> Device<'a> for Drawing<'a, '_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.budget.spend_operation();
        let (colour, is_seen) = self.colour(&props.paint);
        if is_seen {
            self.shapes.path(path, props.transform, mode, self.clip(), colour);
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.budget.spend_operation();
        self.clips.push(self.clip().intersect(clip.path.bounding_box()));
    }

    fn push_transparency_group(&mut self, opacity: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.budget.spend_operation();
        self.opacities.push(self.opacity() * opacity);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.budget.spend_glyphs(run.glyphs().len());
        let (colour, is_seen) = self.colour(&props.paint);
        let is_seen = is_seen && !matches!(mode, DrawMode::Invisible);
        let vertical = run.writing_mode() == WritingMode::Vertical;
        let texts: Vec<GlyphText> = run.glyphs().iter().map(|glyph| self.text(glyph, vertical)).collect();
        let (face, weight) = self.face(run, &texts);
        for (glyph, text) in run.glyphs().iter().zip(texts) {
            let Some(stance) = Stance::of(props.transform * glyph.transform(), face.is_some()) else { continue };
            let width = match &**glyph {
                DrawnGlyph::Outline(outline) => outline.advance_width(),
                DrawnGlyph::Type3(drawn) => drawn.advance_width(),
            };
            let width = f64::from(width.filter(|width| width.is_finite()).unwrap_or(500.0)).clamp(0.0, 4.0 * EM);
            let advance = if vertical { stance.size } else { width / EM * stance.size * stance.stretch };
            let mut glyph = Glyph {
                text,
                x: stance.origin.x as f32,
                y: stance.origin.y as f32,
                direction: stance.direction,
                size: stance.size as f32,
                advance: advance as f32,
                vertical,
                face,
                weight,
                colour,
                hidden: false,
            };
            let centre = glyph.centre();
            let on_white = colour.is_some_and(is_white) && self.shapes.is_white_at(centre);
            glyph.hidden = !is_seen || on_white || !self.clip().contains(centre);
            self.glyphs.push(glyph);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.budget.spend_operation();
        let picture = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let bounds = (props.transform * picture.to_path(0.1)).bounding_box();
        if self.opacity() >= FAINTEST {
            self.shapes.picture(bounds.intersect(self.clip()), true);
        }
    }

    fn pop_clip(&mut self) {
        if self.clips.len() > 1 {
            self.clips.pop();
        }
    }

    fn pop_transparency_group(&mut self) {
        if self.opacities.len() > 1 {
            self.opacities.pop();
        }
    }
}
