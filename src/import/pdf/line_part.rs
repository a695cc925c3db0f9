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

/// The widest gap between two characters that were drawn one after the other, in ems: the space of an
/// ideograph. Wider ones are gutters.
const GAP: f32 = 1.1;

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
        let after = solid.get(at + 1).map(|(after, _)| after);
        let goes_on = parts.last().is_some_and(|part| {
            let is_spread = |last: &Placed| is_cjk(last) && is_cjk(placed) && is_spread(part, placed, after);
            part.last().is_some_and(|last| follows(last, placed, GAP) || is_spread(last))
        });
        match parts.last_mut().filter(|_| goes_on) {
            Some(part) => {
                part.glyphs.push(*placed);
                part.spaced.push(*spaced);
            }
            None => parts.push(LinePart::of(*placed)),
        }
    }
    parts
}

/// Whether a character is of a word that is spread out: it stands as far from the one before it as that
/// one from its own, or as the next one from it.
fn is_spread(part: &LinePart, next: &Placed, after: Option<&Placed>) -> bool {
    let is_even = |first: &Placed, second: &Placed, third: &Placed| {
        let (before, behind) = (second.start - first.start, third.start - second.start);
        (before - behind).abs() <= 0.1 * second.size && follows(second, third, SPREAD)
    };
    let Some(last) = part.last() else { return false };
    let earlier = part.glyphs.iter().rev().nth(1);
    follows(last, next, SPREAD)
        && (after.is_some_and(|after| is_even(last, next, after))
            || earlier.is_some_and(|earlier| is_even(earlier, last, next)))
}
