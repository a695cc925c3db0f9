//! Lines cut where another typeface begins behind a space: a head that is run in before its text.

use super::glyph::Glyph;
use super::line_part::LinePart;

/// The least gap at which a line is cut, in ems.
const GAP: f32 = 0.6;

/// The fewest characters of a head.
const FEWEST: usize = 3;

/// A line cut where its face changes for the first time, behind a gap.
pub fn cut_at_face(mut line: LinePart, glyphs: &[Glyph]) -> Vec<LinePart> {
    let face = |at: usize| line.glyphs.get(at).and_then(|placed| glyphs.get(placed.index)).and_then(|glyph| glyph.face);
    let changes = |at: &usize| face(*at).zip(face(*at - 1)).is_some_and(|(face, before)| face != before);
    let apart = |at: &usize| line.glyphs[*at].start - line.glyphs[*at - 1].end >= GAP * line.glyphs[*at].size;
    let cut = (1..line.glyphs.len()).find(changes).filter(|at| *at >= FEWEST && apart(at));
    let rest = cut.map(|at| line.split_off(at));
    std::iter::once(line).chain(rest).collect()
}
