//! Parts: characters that were drawn one after the other and stand so.

use super::course::{Course, Placed};
use super::glyph::Glyph;
use crate::text::chars::is_cjk;

/// A piece of a printed line: its characters, in their order along the line.
#[derive(Clone, Debug)]
pub struct LinePart {
    /// Its characters; space is none.
    pub glyphs: Vec<Placed>,
    /// For each of them, whether the file has a space before it.
    pub spaced: Vec<bool>,
}

/// The widest gap inside a part, in ems: wider ones may be gutters.
const GAP: f32 = 0.8;

/// How much wider the blank between two marks may look, in ems: marks are half empty.
const BLANK: f32 = 0.3;

/// How far a character may stand inside the box of the one before, in ems: squeezed punctuation.
const OVERLAP: f32 = 1.2;

/// How far characters of one line may be off its baseline, in ems.
const DRIFT: f32 = 0.25;

/// How many times as large as another a character of the same line may be.
const GROWTH: f32 = 1.6;

/// The widest gap between the characters of a word that is spread out, in ems.
const SPREAD: f32 = 3.5;

impl LinePart {
    fn of(placed: Placed) -> Self {
        Self { glyphs: vec![placed], spaced: vec![false] }
    }

    /// Where it begins along the line.
    pub fn start(&self) -> f32 {
        self.glyphs.first().map_or(0.0, |glyph| glyph.start)
    }

    /// Where it ends.
    pub fn end(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.end).fold(f32::NEG_INFINITY, f32::max)
    }

    /// Its last character.
    pub fn last(&self) -> Option<&Placed> {
        self.glyphs.last()
    }

    /// Its first character.
    pub fn first(&self) -> Option<&Placed> {
        self.glyphs.first()
    }

    /// Joins another to its end.
    pub fn append(&mut self, next: Self) {
        self.glyphs.extend(next.glyphs);
        self.spaced.extend(next.spaced);
    }

    /// Takes off what begins at a character.
    pub fn split_off(&mut self, at: usize) -> Self {
        Self { glyphs: self.glyphs.split_off(at), spaced: self.spaced.split_off(at) }
    }
}

/// Whether a character may follow another on its line, with at most such a gap, in ems.
pub fn follows(before: &Placed, next: &Placed, gap: f32) -> bool {
    let (small, large) = (before.size.min(next.size), before.size.max(next.size));
    let between = next.start - before.end;
    let blank = next.ink_start - before.ink_end;
    (next.across - before.across).abs() <= DRIFT * large
        && large <= GROWTH * small
        && between <= gap * small
        && blank <= (gap + BLANK) * small
        && between >= -OVERLAP * small
        && next.start > before.start
}

/// The parts of the page's characters of one course, in the order of drawing.
pub fn line_parts(glyphs: &[Glyph], course: Course, members: &[usize]) -> Vec<LinePart> {
    let placed: Vec<Placed> =
        members.iter().filter_map(|&index| Some(course.place(index, glyphs.get(index)?))).collect();
    let is_space = |placed: &Placed| glyphs.get(placed.index).is_none_or(|glyph| glyph.text.is_space());
    let is_cjk = |placed: &Placed| glyphs.get(placed.index).is_some_and(|glyph| is_cjk(glyph.text.first()));
    let mut parts: Vec<LinePart> = Vec::new();
    let mut spaced = false;
    let solid: Vec<(Placed, bool)> = placed
        .into_iter()
        .filter_map(|placed| {
            let solid = !is_space(&placed);
            let before = std::mem::replace(&mut spaced, !solid);
            solid.then_some((placed, before))
        })
        .collect();
    for (at, (placed, spaced)) in solid.iter().enumerate() {
        let last = parts.last().and_then(LinePart::last);
        let after = solid.get(at + 1).map(|(after, _)| after);
        let is_spread = |last: &Placed| is_cjk(last) && is_cjk(placed) && is_spread(last, placed, after);
        match (last.is_some_and(|last| follows(last, placed, GAP) || is_spread(last)), parts.last_mut()) {
            (true, Some(part)) => {
                part.glyphs.push(*placed);
                part.spaced.push(*spaced);
            }
            _ => parts.push(LinePart::of(*placed)),
        }
    }
    parts
}

/// Whether two characters are of a word that is spread out: a third one follows at the same distance.
fn is_spread(before: &Placed, next: &Placed, after: Option<&Placed>) -> bool {
    let is_even = |after: &Placed| {
        let (first, second) = (next.start - before.start, after.start - next.start);
        (first - second).abs() <= 0.1 * next.size && follows(next, after, SPREAD)
    };
    follows(before, next, SPREAD) && after.is_some_and(is_even)
}
