//! A stretch of an article as one long column: its rows, each with its face and its place.

use std::ops::Range;

use super::breaker::{Extent, Measure, ParagraphLine, lines};
use super::head::balanced;
use super::justify::Justification;
use super::passages::{Passage, Passages};
use super::run::Face;
use super::setting::Setting;
use crate::model::{Article, Part};

/// The widths of a galley: cells, or rows where lines run from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Widths {
    /// The measure of the article's head.
    pub head: usize,
    /// The measure of its body.
    pub body: usize,
    /// What the length of a line is made of.
    pub extent: Extent,
}

/// A row of a galley.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GalleyRow {
    /// Nothing.
    Blank,
    /// A line of text.
    Text(TextRow),
}

impl GalleyRow {
    /// Its text, where it has some.
    pub fn text(&self) -> Option<&TextRow> {
        match self {
            Self::Blank => None,
            Self::Text(row) => Some(row),
        }
    }
}

/// A line of text in a row of a galley.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRow {
    /// The text it is from.
    pub part: Part,
    /// Its bytes there.
    pub bytes: Range<usize>,
    /// What it is.
    pub face: Face,
    /// The cells left free before it, from the left edge of the measure.
    pub indent: usize,
    /// Its own cells, a hanging stop included.
    pub cells: usize,
    /// The cells it is short of the measure, where they may be spread over it.
    pub spare: usize,
    /// Whether it begins its paragraph.
    pub first: bool,
    /// Whether it ends its paragraph.
    pub last: bool,
}

/// A stretch of an article at given widths.
#[derive(Clone, Debug, Default)]
pub struct Galley {
    /// Its rows from the top. The last is no blank one.
    pub rows: Vec<GalleyRow>,
}

impl Galley {
    /// Sets a stretch.
    pub fn set(article: &Article, passages: &Passages, stretch: usize, setting: &Setting, widths: Widths) -> Self {
        let mut galley = Self::default();
        for (before, passage) in passages.stretch(stretch) {
            let Some(text) = article.part(passage.part).and_then(|text| text.get(passage.bytes.clone())) else {
                continue;
            };
            let mut lines = set_passage(text, passage, setting, widths);
            lines.retain(|row| !row.bytes.is_empty());
            if !lines.is_empty() {
                let begins = stretch == 0 && galley.rows.is_empty();
                galley.leave(before.filter(|_| !begins).map_or(0, |before| blanks(before, passage, setting)));
                galley.add(lines, if passage.in_head() { 0 } else { setting.line_spacing });
            }
        }
        galley
    }

    fn leave(&mut self, blanks: usize) {
        self.rows.extend(std::iter::repeat_n(GalleyRow::Blank, blanks));
    }

    fn add(&mut self, lines: Vec<TextRow>, spacing: usize) {
        for (i, line) in lines.into_iter().enumerate() {
            self.leave(if i > 0 { spacing } else { 0 });
            self.rows.push(GalleyRow::Text(line));
        }
    }

    /// The row that shows a place, or the last one before it.
    pub fn row_of(&self, part: Part, byte: usize) -> usize {
        let mut found = 0;
        for (i, row) in self.rows.iter().enumerate() {
            match row.text() {
                Some(row) if (row.part, row.bytes.start) > (part, byte) => break,
                Some(_) => found = i,
                None => {}
            }
        }
        found
    }

    /// The rows of the article's head and the blank ones after it.
    pub fn head(&self) -> usize {
        let body = self.rows.iter().position(|row| row.text().is_some_and(|row| row.part >= Part::Body(0)));
        body.unwrap_or(self.rows.len())
    }
}

/// The blank rows between two passages.
fn blanks(before: &Passage, passage: &Passage, setting: &Setting) -> usize {
    let goes_on = before.part == passage.part;
    let apart = match passage.face {
        Face::Kicker | Face::Headline | Face::Deck => 0,
        Face::Lead | Face::Heading => 1,
        _ if before.in_head() => 1,
        _ => setting.line_spacing,
    };
    if goes_on { setting.line_spacing } else { apart }
}

fn set_passage(text: &str, passage: &Passage, setting: &Setting, widths: Widths) -> Vec<TextRow> {
    match passage.face {
        Face::Kicker | Face::Headline | Face::Deck | Face::Lead => centred(text, passage, setting, widths),
        Face::Credit => ranged_right(text, passage, setting, widths),
        _ => paragraph(text, passage, setting, widths),
    }
}

fn measure(cells: usize, setting: &Setting, widths: Widths) -> Measure {
    let latin_spacing = setting.latin_spacing && widths.extent == Extent::Cells;
    Measure { latin_spacing, extent: widths.extent, ..Measure::of(cells) }
}

fn centred(text: &str, passage: &Passage, setting: &Setting, widths: Widths) -> Vec<TextRow> {
    let lines = balanced(text, setting.metrics, measure(widths.head, setting, widths));
    rows(lines, passage, |_, line| (widths.head.saturating_sub(line.cells) / 2, 0))
}

fn ranged_right(text: &str, passage: &Passage, setting: &Setting, widths: Widths) -> Vec<TextRow> {
    let lines = lines(text, setting.metrics, measure(widths.body, setting, widths));
    rows(lines, passage, |_, line| (widths.body.saturating_sub(line.cells), 0))
}

fn paragraph(text: &str, passage: &Passage, setting: &Setting, widths: Widths) -> Vec<TextRow> {
    let mut measure = measure(widths.body, setting, widths);
    measure.hanging = setting.hanging;
    measure.no_lone_character = false;
    if widths.extent == Extent::Cells && passage.face != Face::Heading {
        measure.justification = setting.justify;
    }
    let indents = indents(passage, setting, widths.body, measure.han());
    (measure.first, measure.rest) = (widths.body - indents.0, widths.body - indents.1);
    let rows = rows(lines(text, setting.metrics, measure), passage, |i, line| {
        let (indent, room) = if i == 0 { (indents.0, measure.first) } else { (indents.1, measure.rest) };
        (indent, room.saturating_sub(line.cells))
    });
    let justified = measure.justification != Justification::Ragged;
    let spare = |row: &TextRow| if justified && !row.last { row.spare } else { 0 };
    rows.into_iter().map(|row| TextRow { spare: spare(&row), ..row }).collect()
}

/// The Han characters of the measure from which on a question or an answer hangs on its speaker, and
/// an item of a list on its number.
const SPEAKERS_HANG: usize = 24;
const ITEMS_HANG: usize = 12;

/// The indents of a paragraph's first line and of its others. A question or an answer hangs on its
/// speaker and an item of a list on its number (凸排) where the measure is wide enough; what goes on
/// from an answer hangs with it.
fn indents(passage: &Passage, setting: &Setting, cells: usize, han: usize) -> (usize, usize) {
    let characters = cells / han;
    let indent = setting.indent_in(characters) * han;
    let (speakers_hang, items_hang) = (characters >= SPEAKERS_HANG, characters >= ITEMS_HANG);
    let (first, rest) = match passage.face {
        Face::Heading => (0, 0),
        Face::Question | Face::Answer if speakers_hang => (0, indent),
        Face::Paragraph if passage.item && items_hang => (0, indent),
        Face::Paragraph if passage.speech && speakers_hang => (2 * indent, indent),
        _ => (indent, 0),
    };
    let first = if passage.bytes.start > 0 { rest } else { first };
    let most = cells.saturating_sub(han);
    (first.min(most), rest.min(most))
}

/// Lines of a passage as rows, with the indent and the spare cells that `place` says.
fn rows(
    lines: impl IntoIterator<Item = ParagraphLine>,
    passage: &Passage,
    place: impl Fn(usize, &ParagraphLine) -> (usize, usize),
) -> Vec<TextRow> {
    let start = passage.bytes.start;
    let mut rows: Vec<TextRow> = Vec::new();
    for (i, line) in lines.into_iter().enumerate() {
        let (indent, spare) = place(i, &line);
        let bytes = start + line.bytes.start..start + line.bytes.end;
        let (part, face, cells) = (passage.part, passage.face, line.cells);
        rows.push(TextRow { part, bytes, face, indent, cells, spare, first: i == 0, last: false });
    }
    if let Some(row) = rows.last_mut() {
        row.last = true;
    }
    rows
}
