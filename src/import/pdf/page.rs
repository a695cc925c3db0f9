//! Printed lines to a raw page.

use std::collections::BTreeMap;

use super::course::Placed;
use super::faces::median;
use super::glyph::{Glyph, GlyphText};
use super::lines::{PrintedLine, printed_lines};
use crate::import::pdf_fault::PdfFault;
use crate::model::{LineGeometry, PageGeometry, RawLine, RawPage};
use crate::text::chars::is_cjk;
use crate::text::read_as_meant;

/// A gap that is a space, in ems; in Chinese only a much wider one is.
const SPACE: f32 = 0.17;

/// A gap that is a space beside a Chinese character.
const CJK_SPACE: f32 = 0.8;

/// The page that some characters make; its lines are counted from 1.
///
/// # Errors
/// [`PdfFault::Unreadable`] where what most of them mean cannot be told.
pub fn raw_page(glyphs: &[Glyph], geometry: PageGeometry, source_page: u32) -> Result<RawPage, PdfFault> {
    let solid = glyphs.iter().filter(|glyph| !glyph.text.is_space());
    let (all, unread) =
        solid.fold((0, 0), |(all, unread), glyph| (all + 1, unread + usize::from(is_unread(&glyph.text))));
    if unread * 2 > all {
        return Err(PdfFault::Unreadable);
    }
    let printed = printed_lines(glyphs);
    let text: String = printed.iter().map(|line| text_of(line, glyphs) + "\n").collect();
    let text = read_as_meant(text);
    let mut page = RawPage {
        source: String::new(),
        source_page,
        first_line: 1,
        text: String::new(),
        lines: Vec::new(),
        geometry: Some(geometry),
        unread,
        imprint: Box::default(),
        map: None,
    };
    for (line, text) in printed.iter().zip(text.lines()) {
        let start = page.text.len();
        page.text.push_str(text);
        if !text.trim().is_empty() {
            let number = 1 + page.lines.len() as u32;
            let geometry = Some(Box::new(geometry_of(line, glyphs)));
            page.lines.push(RawLine { start, end: page.text.len(), number, geometry, role: None });
            page.text.push('\n');
        }
    }
    Ok(page)
}

/// Whether it stands for nothing that is known: what the file itself says is nonsense, too.
fn is_unread(text: &GlyphText) -> bool {
    let is_unread = |c: char| c == char::REPLACEMENT_CHARACTER || c.is_control() || is_private(c);
    match text {
        GlyphText::One(c) => is_unread(*c),
        GlyphText::Many(many) => many.chars().any(is_unread),
    }
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

/// What a line says, with a space where there is one or a gap as wide.
fn text_of(line: &PrintedLine, glyphs: &[Glyph]) -> String {
    let usual = usual_gap(&line.run.glyphs);
    let mut text = String::with_capacity(line.run.glyphs.len() * 3);
    let mut before: Option<(&Placed, char)> = None;
    for (placed, spaced) in line.run.glyphs.iter().zip(&line.run.spaced) {
        let Some(glyph) = glyphs.get(placed.index) else { continue };
        if let Some((before, last)) = before {
            let gap = (placed.start - before.end) / placed.size.min(before.size);
            let is_chinese = is_cjk(last) || is_cjk(glyph.text.first());
            let space = if is_chinese { CJK_SPACE.max(usual * 2.0 + 0.4) } else { SPACE.max(usual * 2.0) };
            if *spaced && gap > SPACE / 2.0 && !(is_chinese && usual > 0.5) || gap > space {
                text.push(' ');
            }
        }
        push(&glyph.text, &mut text);
        before = Some((placed, glyph.text.last()));
    }
    text
}

/// The gap that most characters of a line have before them, in ems: that of a word that is spread out.
fn usual_gap(glyphs: &[Placed]) -> f32 {
    let mut gaps: Vec<f32> =
        glyphs.iter().zip(glyphs.iter().skip(1)).map(|(before, next)| (next.start - before.end) / next.size).collect();
    median(&mut gaps).unwrap_or(0.0).max(0.0)
}

/// Adds what a glyph says; what would end the line stands for nothing.
fn push(says: &GlyphText, text: &mut String) {
    let from = text.len();
    says.push_to(text);
    if text[from..].contains(ends_line) {
        let kept = text.split_off(from).replace(ends_line, "\u{FFFD}");
        text.push_str(&kept);
    }
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn geometry_of(line: &PrintedLine, glyphs: &[Glyph]) -> LineGeometry {
    let placed = &line.run.glyphs;
    let own = || placed.iter().filter_map(|placed| glyphs.get(placed.index));
    let type_size = most(own().map(|glyph| (glyph.size * 10.0).round() as i64)).map(|tenths| tenths as f32 / 10.0);
    let across = median(&mut placed.iter().map(|placed| placed.across).collect::<Vec<_>>()).unwrap_or_default();
    let size = placed.iter().map(|placed| placed.size).fold(0.0, f32::max);
    LineGeometry {
        bounds: line.course.bounds(line.run.start(), line.run.end(), across, size),
        baseline: line.course.baseline(across),
        type_size,
        face: most(own().filter_map(|glyph| glyph.face)),
        weight: weight(&mut own().filter_map(|glyph| glyph.weight).collect::<Vec<_>>(), placed.len()),
        writing: line.course.writing(),
        colour: most(own().filter_map(|glyph| glyph.colour)),
    }
}

/// The weight of a line, if that of most of its characters is known.
fn weight(weights: &mut [f32], characters: usize) -> Option<f32> {
    if weights.len() * 2 > characters { median(weights) } else { None }
}

/// What occurs most often.
fn most<T: Ord>(items: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(item, _)| item)
}
