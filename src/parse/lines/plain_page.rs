//! A page's text in the plain setting that the rest of the parser reads: one printed line on a line,
//! in reading order, without marks of layout. A page that comes so stays as it is; one that comes
//! otherwise is set anew, and its lines then are spans of the text as set.

use std::borrow::Cow;

use super::{columns, markdown, placed, vertical};
use crate::model::PageGeometry;
use crate::parse::layout::QuarterTurn;
use crate::parse::line::Line;

/// The most lines whose places are weighed, for each is weighed against all others; no newspaper page has
/// as many. What has more stays in the order of its source.
const MOST_PLACED: usize = 2_500;

/// A page in the plain setting.
pub struct PlainPage<'a> {
    /// Its text.
    pub text: Cow<'a, str>,
    /// The lines of the text.
    pub lines: Vec<Line>,
    /// What was on the page for the sake of its setting alone, with its line
    /// of the source.
    pub marks: Vec<(u32, String)>,
    /// How the boxes of the lines were turned.
    pub turn: QuarterTurn,
}

impl<'a> PlainPage<'a> {
    /// The plain setting of a page's text and its lines.
    pub fn of(text: &'a str, lines: Vec<Line>, geometry: Option<&PageGeometry>) -> Self {
        let mut page = Self { text: Cow::Borrowed(text), lines, marks: Vec::new(), turn: QuarterTurn::default() };
        let placed = page.lines.iter().all(|line| line.print.is_some());
        if !page.lines.is_empty() && page.lines.len() <= MOST_PLACED && placed {
            let (anew, turn) = placed::set(text, geometry, &page.lines);
            return Self { text: Cow::Owned(anew.text), lines: anew.lines, marks: anew.marks, turn };
        }
        if page.lines.iter().any(|line| line.print.is_some()) {
            return page;
        }
        for set in [markdown::set, columns::set, vertical::set] {
            if let Some(anew) = set(&page.text, &page.lines) {
                page.marks.extend(anew.marks);
                page.text = Cow::Owned(anew.text);
                page.lines = anew.lines;
            }
        }
        page
    }
}
