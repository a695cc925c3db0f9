//! A page's text in the plain setting that the rest of the parser reads: one printed line on a line,
//! in reading order, without marks of layout. A page that comes so stays as it is; one that comes
//! otherwise is set anew, and its lines then are spans of the text as set.

use std::borrow::Cow;

use super::{columns, markdown, vertical};
use crate::parse::line::Line;

/// A page in the plain setting.
pub struct Sheet<'a> {
    /// Its text.
    pub text: Cow<'a, str>,
    /// The lines of the text.
    pub lines: Vec<Line>,
    /// What was on the page for the sake of its setting alone.
    pub marks: Vec<String>,
}

impl<'a> Sheet<'a> {
    /// The sheet of a page's text and its lines.
    pub fn of(text: &'a str, lines: Vec<Line>) -> Self {
        let mut sheet = Self { text: Cow::Borrowed(text), lines, marks: Vec::new() };
        if sheet.lines.iter().any(|line| line.print.is_some()) {
            return sheet;
        }
        for set in [markdown::set, columns::set, vertical::set] {
            if let Some(anew) = set(&sheet.text, &sheet.lines) {
                sheet.marks.extend(anew.marks);
                sheet.text = Cow::Owned(anew.text);
                sheet.lines = anew.lines;
            }
        }
        sheet
    }
}
