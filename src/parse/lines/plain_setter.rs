//! A page being set anew: its lines one by one, each with the lines of the source that it is from.

use crate::model::LineRange;
use crate::parse::line::Line;

/// A page that is being set anew.
#[derive(Default)]
pub struct PlainSetter {
    /// The text so far.
    pub text: String,
    /// Its lines.
    pub lines: Vec<Line>,
    /// What was of the old setting alone.
    pub marks: Vec<(u32, String)>,
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
