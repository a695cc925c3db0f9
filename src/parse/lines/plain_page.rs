//! A page's text in the plain setting that the rest of the parser reads: one printed line on a line,
//! in reading order, without marks of layout. A page that comes so stays as it is; one that comes
//! otherwise is set anew, and its lines then are spans of the text as set.

use std::borrow::Cow;

use super::{columns, markdown, vertical};
use crate::model::LineRange;
use crate::parse::line::Line;

/// A page in the plain setting.
pub struct PlainPage<'a> {
    /// Its text.
    pub text: Cow<'a, str>,
    /// The lines of the text.
    pub lines: Vec<Line>,
    /// What was on the page for the sake of its setting alone, with its line
    /// of the source.
    pub marks: Vec<(u32, String)>,
}

impl<'a> PlainPage<'a> {
    /// The plain setting of a page's text and its lines.
    pub fn of(text: &'a str, lines: Vec<Line>) -> Self {
        let mut page = Self { text: Cow::Borrowed(text), lines, marks: Vec::new() };
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

/// A page that is being set anew.
#[derive(Default)]
pub struct PlainSetter {
    /// The text so far.
    text: String,
    /// Its lines.
    lines: Vec<Line>,
    /// What was of the old setting alone.
    marks: Vec<(u32, String)>,
}

impl PlainSetter {
    /// Adds a line with so much white space before it; none where the text is white space alone.
    pub fn line(&mut self, text: &str, indent: usize, numbers: LineRange, gap: bool) -> Option<&mut Line> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let start = self.text.len();
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.text.push_str(text);
        self.lines.push(Line::of(&self.text, start..self.text.len(), numbers, gap));
        self.text.push('\n');
        self.lines.last_mut()
    }

    /// Adds a line as it stood on the page.
    pub fn keep(&mut self, page: &str, line: &Line) {
        let indent = usize::try_from(line.look.indent).unwrap_or_default();
        self.line(line.text(page), indent, line.numbers, line.gap);
    }

    /// Adds what a line of the source has for the setting's sake alone.
    pub fn mark(&mut self, number: u32, mark: &str) {
        if !mark.trim().is_empty() {
            self.marks.push((number, mark.trim().to_owned()));
        }
    }
}
