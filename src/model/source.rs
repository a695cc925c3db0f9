//! A page as an importer hands it over: its lines in the order of the source, with what more the
//! source knows of them.

use serde::{Deserialize, Serialize};

use super::bounds::Bounds;
use super::date::Date;
use super::page_map::PageMap;

/// A page before it is parsed.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct RawPage {
    /// Where it is from: the path as given, or a name for what has none.
    pub source: String,
    /// Its number among the pages of the source, from 1.
    pub source_page: u32,
    /// The line of the source that its text begins with, from 1.
    pub first_line: u32,
    /// The whole text; lines end with `\n`.
    pub text: String,
    /// The lines of the text that are not empty, in its order.
    pub lines: Vec<RawLine>,
    /// What is printed on it besides text, if the source knows.
    pub geometry: Option<PageGeometry>,
    /// How much of it the source could not tell, in characters or, for text, in bytes; U+FFFD stands for
    /// it.
    pub unread: usize,
    /// What the source says of the page beside its text.
    pub imprint: Box<Imprint>,
    /// The map of the newspaper's page, where the source has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub map: Option<Box<PageMap>>,
}

/// What is said of a page beside its text: in its file's metadata, by the file's name, by hand.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(default)]
pub struct Imprint {
    /// The newspaper's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publication: Option<String>,
    /// The day it appeared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The page's number in its edition, or in its section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_number: Option<u32>,
    /// The page's name: 要闻, 城事.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_name: Option<String>,
    /// The page's label as printed, where that is more than its number: A07.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_label: Option<String>,
}

impl Imprint {
    /// Whether it says nothing.
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it does not say something that another says.
    pub fn lacks(&self, other: &Self) -> bool {
        self.publication.is_none() && other.publication.is_some()
            || self.date.is_none() && other.date.is_some()
            || self.page_number.is_none() && other.page_number.is_some()
            || self.page_name.is_none() && other.page_name.is_some()
    }

    /// It, and what only another says.
    pub fn or(self, other: Self) -> Self {
        let is_numbered = self.page_number.is_some();
        Self {
            publication: self.publication.or(other.publication),
            date: self.date.or(other.date),
            page_label: self.page_label.or(other.page_label.filter(|_| !is_numbered)),
            page_number: self.page_number.or(other.page_number),
            page_name: self.page_name.or(other.page_name),
        }
    }

    /// What it says of the page's edition.
    pub fn of_edition(self) -> Self {
        Self { publication: self.publication, date: self.date, ..Self::default() }
    }
}

/// One printed line, or the piece of one that the source holds on a line.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct RawLine {
    /// Where its text begins in [`RawPage::text`], in bytes.
    pub start: usize,
    /// Where its text ends, in bytes, its line end left out.
    pub end: usize,
    /// Its line in the source, from 1.
    pub number: u32,
    /// How it is printed, if the source knows; boxed, for text alone knows nothing of it.
    pub geometry: Option<Box<LineGeometry>>,
    /// What it is, if the source says so. A source says it of every line or of none.
    pub role: Option<LineRole>,
}

/// What a line is, where the source itself marks it, as HTML does; such a line is whole, not broken at a
/// measure.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub enum LineRole {
    /// 引题.
    Kicker,
    /// A line of the 主题.
    Headline,
    /// 副题.
    Deck,
    /// Who wrote the article.
    Byline,
    /// A section's title, of a depth from 1.
    Heading(u8),
    /// A paragraph, a line of verse, a row of a table.
    Paragraph,
    /// A picture's caption.
    Caption,
    /// A folio, a source line: what is no part of an article.
    Furniture,
}

/// What is printed on a page besides text.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct PageGeometry {
    /// The width in points, after rotation.
    pub width: f32,
    /// The height in points, after rotation.
    pub height: f32,
    /// The drawn lines that part columns and articles.
    pub rules: Vec<Rule>,
    /// The boxes drawn round text.
    pub frames: Vec<Bounds>,
    /// Where pictures are.
    pub pictures: Vec<Bounds>,
}

/// A drawn line.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Rule {
    /// Where it is.
    pub bounds: Bounds,
    /// The thickness of its stroke in points.
    pub thickness: f32,
}

/// How a line is printed; what the source does not know is none.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct LineGeometry {
    /// Where it stands.
    pub bounds: Bounds,
    /// Where its baseline is in points: from the top of the page; where it runs down, from the left.
    pub baseline: Option<f32>,
    /// Its type size in points: that of most of its characters.
    pub type_size: Option<f32>,
    /// Its typeface: a number that means the same face everywhere on one page.
    pub face: Option<u32>,
    /// The thickness of its strokes by their ink, in 1/1000 em: serif 48, serif bold 75, sans bold 105.
    pub weight: Option<f32>,
    /// Which way it runs.
    pub writing: Writing,
    /// Its colour: red, green, blue.
    pub colour: Option<[u8; 3]>,
}

/// Which way a line runs.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Hash, Serialize)]
pub enum Writing {
    /// From left to right.
    #[default]
    Horizontal,
    /// From the top down, the characters upright.
    Vertical,
    /// Turned on its side or its head.
    Turned,
}

impl PageGeometry {
    /// All that is printed so many points further down.
    pub fn moved(self, down: f32) -> Self {
        let moved = |bounds: Vec<Bounds>| bounds.into_iter().map(|bounds| bounds.moved(down)).collect();
        let rules = self.rules.into_iter().map(|rule| Rule { bounds: rule.bounds.moved(down), ..rule }).collect();
        Self { rules, frames: moved(self.frames), pictures: moved(self.pictures), ..self }
    }

    /// Puts what is printed on another page below this one.
    fn add_below(&mut self, below: Self) {
        let below = below.moved(self.height);
        self.rules.extend(below.rules);
        self.frames.extend(below.frames);
        self.pictures.extend(below.pictures);
        self.width = self.width.max(below.width);
        self.height += below.height;
    }
}

impl RawLine {
    /// The line so many points further down the page.
    pub fn moved(mut self, down: f32) -> Self {
        if let Some(geometry) = &mut self.geometry {
            geometry.bounds = geometry.bounds.moved(down);
            geometry.baseline = geometry.baseline.map(|baseline| baseline + down);
        }
        self
    }

    /// Its type size in points, if the source knows.
    pub fn type_size(&self) -> Option<f32> {
        self.geometry.as_ref()?.type_size
    }
}

impl RawPage {
    /// Puts what is printed on another page of the file below this one; how far down that is, in points.
    pub fn stand_below(&mut self, geometry: Option<PageGeometry>) -> f32 {
        let down = self.geometry.as_ref().map_or(0.0, |own| own.height);
        if let (Some(own), Some(below)) = (&mut self.geometry, geometry) {
            own.add_below(below);
        }
        down
    }

    /// Whether it is the index of a newspaper's page: a map of articles that it does not hold.
    pub fn is_index(&self) -> bool {
        self.map.is_some() && self.lines.iter().all(|line| line.role == Some(LineRole::Furniture))
    }

    /// The page behind so many lines of its source.
    pub fn behind(mut self, lines: u32) -> Self {
        self.first_line += lines;
        self.lines.iter_mut().for_each(|line| line.number += lines);
        self
    }

    /// A page of bare text: lines and their numbers, no geometry.
    pub fn from_text(source: impl Into<String>, text: impl Into<String>) -> Self {
        Self::of_file(source, 1, 1, text)
    }

    /// A page of a file: bare text that begins with a line of the file.
    pub fn of_file(source: impl Into<String>, source_page: u32, first_line: u32, text: impl Into<String>) -> Self {
        let text = text.into();
        let mut lines = Vec::with_capacity(text.len() / 40);
        let mut start = 0;
        for (number, line) in (first_line..).zip(text.split('\n')) {
            // A form feed parts pages that are read through.
            for part in line.split('\u{C}') {
                if !part.trim().is_empty() {
                    lines.push(RawLine { start, end: start + part.len(), number, geometry: None, role: None });
                }
                start += part.len() + 1;
            }
        }
        Self {
            source: source.into(),
            source_page,
            first_line,
            text,
            lines,
            geometry: None,
            unread: 0,
            imprint: Box::default(),
            map: None,
        }
    }

    /// The text of one of its lines.
    pub fn line(&self, line: &RawLine) -> &str {
        self.text.get(line.start..line.end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_numbers() {
        let page = RawPage::from_text("p", "甲\n\n 乙\n");
        let lines: Vec<_> = page.lines.iter().map(|l| (l.number, page.line(l))).collect();
        assert_eq!(lines, [(1, "甲"), (3, " 乙")]);
    }
}
