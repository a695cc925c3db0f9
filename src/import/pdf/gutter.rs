//! Lines that run over a gutter, cut there.

use super::line_part::LinePart;

/// A gap that may be a gutter is at least so wide, in ems.
const NARROWEST: f32 = 0.4;

/// Where several lines have so wide a gap below one another, it is a gutter, in ems.
const WIDE: f32 = 0.9;

/// The lines that tell of a gutter stand within so many of the line's type sizes.
const NEAR: f32 = 14.0;

/// How far the edges of a gutter are off, in ems.
const EDGE: f32 = 0.4;

/// So many lines near it begin where the line goes on.
const WITNESSES: usize = 3;

/// A gap inside a line.
struct Gap {
    /// Its line.
    line: usize,
    /// The character behind it.
    at: usize,
    start: f32,
    end: f32,
}

/// Cuts lines where others that are near show a gutter, which no other runs over.
pub fn cut_at_gutters(mut lines: Vec<LinePart>) -> Vec<LinePart> {
    let cuts: Vec<(usize, usize)> = {
        let neighbours = Neighbours::of(&lines);
        gaps(&lines).into_iter().filter(|gap| neighbours.show_a_gutter(gap)).map(|gap| (gap.line, gap.at)).collect()
    };
    let mut cut = Vec::new();
    // From the last, so that the places of the others stay.
    for (line, at) in cuts.into_iter().rev() {
        if let Some(line) = lines.get_mut(line) {
            cut.push(line.split_off(at));
        }
    }
    lines.extend(cut);
    lines
}

fn gaps(lines: &[LinePart]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let mut end = f32::NEG_INFINITY;
        for (at, glyph) in line.glyphs.iter().enumerate() {
            if at > 0 && glyph.ink_start - end >= NARROWEST * glyph.size {
                gaps.push(Gap { line: number, at, start: end, end: glyph.start });
            }
            end = end.max(glyph.ink_end);
        }
    }
    gaps
}

/// The lines of a course by how far down they are.
struct Neighbours<'a> {
    lines: &'a [LinePart],
    down: Vec<(f32, usize)>,
}

impl<'a> Neighbours<'a> {
    fn of(lines: &'a [LinePart]) -> Self {
        let across = |line: &LinePart| line.first().map_or(0.0, |glyph| glyph.across);
        let mut down: Vec<_> = lines.iter().enumerate().map(|(number, line)| (across(line), number)).collect();
        down.sort_by(|a, b| a.0.total_cmp(&b.0));
        Self { lines, down }
    }

    /// Whether lines near a gap begin where it ends, and hardly any runs over it.
    fn show_a_gutter(&self, gap: &Gap) -> bool {
        let Some(glyph) = self.lines.get(gap.line).and_then(|line| line.glyphs.get(gap.at)) else { return false };
        let size = glyph.size;
        let first = self.down.partition_point(|(across, _)| *across < glyph.across - NEAR * size);
        let near = self.down.iter().skip(first).take_while(|(across, _)| *across <= glyph.across + NEAR * size);
        let is_wide = gap.end - gap.start >= WIDE * size;
        let (mut begin, mut over) = (0, 0);
        for line in near.filter(|(_, number)| *number != gap.line).filter_map(|(_, number)| self.lines.get(*number)) {
            if (line.start() - gap.end).abs() <= EDGE * size {
                begin += 1;
            } else if line.start() < gap.start && line.end() > gap.end {
                let blank = blank_at(line, gap);
                begin += usize::from(is_wide && blank >= WIDE * size);
                over += usize::from(blank <= 0.0);
            }
        }
        begin >= WITNESSES && begin > 2 * over
    }
}

/// How much of a line is blank where another has a gap.
fn blank_at(line: &LinePart, gap: &Gap) -> f32 {
    let middle = (gap.start + gap.end) / 2.0;
    let mut blank = (f32::NEG_INFINITY, f32::INFINITY);
    for glyph in &line.glyphs {
        if glyph.ink_end <= middle {
            blank.0 = blank.0.max(glyph.ink_end);
        } else {
            blank.1 = blank.1.min(glyph.ink_start);
        }
    }
    if blank.1 > middle { blank.1 - blank.0 } else { 0.0 }
}
