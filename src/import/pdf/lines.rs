//! Characters to printed lines.

use std::collections::BTreeMap;

use super::course::{Course, Placed};
use super::face_change::cut_at_face;
use super::glyph::Glyph;
use super::gutter::cut_at_gutters;
use super::line_part::{LinePart, follows, line_parts};

/// A printed line.
#[derive(Debug)]
pub struct PrintedLine {
    /// Which way it runs.
    pub course: Course,
    /// Its characters.
    pub run: LinePart,
}

impl PrintedLine {
    /// Where it is in the order of drawing.
    pub fn order(&self) -> usize {
        self.run.glyphs.iter().map(|glyph| glyph.index).min().unwrap_or(0)
    }
}

/// The widest gap inside a line between what was not drawn together, in ems.
const GAP: f32 = 0.8;

/// The widest blank there, in ems: marks are half empty.
const BLANK: f32 = 0.95;

/// The printed lines of a page, in the order in which their first characters were drawn.
pub fn printed_lines(glyphs: &[Glyph]) -> Vec<PrintedLine> {
    let mut courses: BTreeMap<Course, Vec<usize>> = BTreeMap::new();
    for (index, course) in super::column::courses(glyphs).into_iter().enumerate() {
        courses.entry(course).or_default().push(index);
    }
    let mut lines: Vec<PrintedLine> = Vec::new();
    for (course, members) in courses {
        let joined = joined(line_parts(glyphs, course, &members));
        let cut = cut_at_gutters(joined).into_iter().flat_map(|line| cut_at_face(line, glyphs));
        lines.extend(cut.map(|run| PrintedLine { course, run }));
    }
    lines.sort_by_key(PrintedLine::order);
    lines
}

/// Parts joined to lines: each to the nearest that may follow it.
fn joined(parts: Vec<LinePart>) -> Vec<LinePart> {
    let mut next: Vec<Option<usize>> = vec![None; parts.len()];
    let mut has_before = vec![false; parts.len()];
    for (_, before, after) in pairs(&parts) {
        if let (Some(next @ None), Some(taken @ false)) = (next.get_mut(before), has_before.get_mut(after)) {
            *next = Some(after);
            *taken = true;
        }
    }
    let mut parts: Vec<Option<LinePart>> = parts.into_iter().map(Some).collect();
    let mut lines = Vec::new();
    let starts = has_before.iter().enumerate().filter(|(_, has_before)| !**has_before);
    for (start, _) in starts {
        let mut line = parts.get_mut(start).and_then(Option::take);
        let mut ahead = next.get(start).copied().flatten();
        while let (Some(line), Some(at)) = (&mut line, ahead) {
            if let Some(part) = parts.get_mut(at).and_then(Option::take) {
                line.append(part);
            }
            ahead = next.get(at).copied().flatten();
        }
        lines.extend(line);
    }
    lines
}

/// Whether so much between two characters is blank that a gutter may be there.
fn is_blank(before: &Placed, next: &Placed) -> bool {
    next.ink_start - before.ink_end > BLANK * next.size
}

/// Parts of which one may follow another, with the gap between them, the narrowest first.
fn pairs(parts: &[LinePart]) -> Vec<(f32, usize, usize)> {
    let mut starts: Vec<(&Placed, usize)> =
        parts.iter().enumerate().filter_map(|(at, part)| Some((part.first()?, at))).collect();
    starts.sort_by(|a, b| a.0.across.total_cmp(&b.0.across));
    let mut pairs = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let Some(last) = part.last() else { continue };
        let first = starts.partition_point(|(start, _)| start.across < last.across - last.size);
        let level = starts.iter().skip(first).take_while(|(start, _)| start.across <= last.across + last.size);
        pairs.extend(
            level
                .filter(|(start, other)| *other != at && follows(last, start, GAP) && !is_blank(last, start))
                .map(|(start, other)| ((start.start - last.end).abs(), at, *other)),
        );
    }
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    pairs
}
