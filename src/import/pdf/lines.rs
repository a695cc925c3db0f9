//! Characters to printed lines.

use std::collections::BTreeMap;

use super::fragment::{Fragment, follows, fragments};
use super::frame::{Frame, Placed};
use super::glyph::Glyph;
use super::gutter::cut_at_gutters;

/// A printed line.
#[derive(Debug)]
pub struct PrintedLine {
    /// Which way it runs.
    pub frame: Frame,
    /// Its characters.
    pub run: Fragment,
}

impl PrintedLine {
    /// Where it is in the order of drawing.
    pub fn order(&self) -> usize {
        self.run.glyphs.iter().map(|glyph| glyph.index).min().unwrap_or(0)
    }
}

/// The widest gap inside a line between what was not drawn together, in ems.
const GAP: f32 = 0.8;

/// The printed lines of a page, in the order in which their first characters were drawn.
pub fn printed_lines(glyphs: &[Glyph]) -> Vec<PrintedLine> {
    let mut frames: BTreeMap<Frame, Vec<usize>> = BTreeMap::new();
    for (index, frame) in super::column::frames(glyphs).into_iter().enumerate() {
        frames.entry(frame).or_default().push(index);
    }
    let mut lines: Vec<PrintedLine> = Vec::new();
    for (frame, members) in frames {
        let joined = joined(fragments(glyphs, frame, &members));
        lines.extend(cut_at_gutters(joined).into_iter().map(|run| PrintedLine { frame, run }));
    }
    lines.sort_by_key(PrintedLine::order);
    lines
}

/// Fragments joined to lines: each to the nearest that may follow it.
fn joined(fragments: Vec<Fragment>) -> Vec<Fragment> {
    let mut next: Vec<Option<usize>> = vec![None; fragments.len()];
    let mut has_before = vec![false; fragments.len()];
    for (_, before, after) in pairs(&fragments) {
        if let (Some(next @ None), Some(taken @ false)) = (next.get_mut(before), has_before.get_mut(after)) {
            *next = Some(after);
            *taken = true;
        }
    }
    let mut fragments: Vec<Option<Fragment>> = fragments.into_iter().map(Some).collect();
    let mut lines = Vec::new();
    let starts = has_before.iter().enumerate().filter(|(_, has_before)| !**has_before);
    for (start, _) in starts {
        let mut line = fragments.get_mut(start).and_then(Option::take);
        let mut ahead = next.get(start).copied().flatten();
        while let (Some(line), Some(at)) = (&mut line, ahead) {
            if let Some(fragment) = fragments.get_mut(at).and_then(Option::take) {
                line.append(fragment);
            }
            ahead = next.get(at).copied().flatten();
        }
        lines.extend(line);
    }
    lines
}

/// Fragments of which one may follow another, with the gap between them, the narrowest first.
fn pairs(fragments: &[Fragment]) -> Vec<(f32, usize, usize)> {
    let mut starts: Vec<(&Placed, usize)> =
        fragments.iter().enumerate().filter_map(|(at, fragment)| Some((fragment.first()?, at))).collect();
    starts.sort_by(|a, b| a.0.across.total_cmp(&b.0.across));
    let mut pairs = Vec::new();
    for (at, fragment) in fragments.iter().enumerate() {
        let Some(last) = fragment.last() else { continue };
        let first = starts.partition_point(|(start, _)| start.across < last.across - last.size);
        let level = starts.iter().skip(first).take_while(|(start, _)| start.across <= last.across + last.size);
        pairs.extend(
            level
                .filter(|(start, other)| *other != at && follows(last, start, GAP))
                .map(|(start, other)| ((start.start - last.end).abs(), at, *other)),
        );
    }
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    pairs
}
