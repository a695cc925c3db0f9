//! A page as an importer hands it over: its lines in the order of the source, with what more the
//! source knows of them.

/// A page before it is parsed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RawPage {
    /// Where it is from: the path as given, or a name for what has none.
    pub source: String,
    /// The whole text; lines end with `\n`.
    pub text: String,
    /// The lines of the text that are not empty, in its order.
    pub lines: Vec<RawLine>,
    /// Groups of lines that the source says belong together (a block of ALTO, a frame of a PDF).
    pub zones: Vec<Zone>,
}

/// One printed line, or the piece of one that the source holds on a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RawLine {
    /// Where its text begins in [`RawPage::text`], in bytes.
    pub start: usize,
    /// Where its text ends, in bytes, its line end left out.
    pub end: usize,
    /// Its line in the source, from 1.
    pub number: u32,
    /// Where it stands on the printed page, if the source knows.
    pub bounds: Option<Bounds>,
    /// Its type size in points, if the source knows.
    pub type_size: Option<f32>,
}

/// A rectangle on the printed page, in points from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The left edge.
    pub x: f32,
    /// The upper edge.
    pub y: f32,
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
}

/// Lines that the source groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    /// The first of [`RawPage::lines`] in it, and the one after its last.
    pub lines: std::ops::Range<usize>,
}

impl RawPage {
    /// A page of bare text: lines and their numbers, no geometry.
    ///
    /// A form feed ends a line as a line feed does, but has no number of its own.
    pub fn from_text(source: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let mut lines = Vec::with_capacity(text.len() / 40);
        let mut start = 0;
        for (number, line) in (1..).zip(text.split('\n')) {
            if !line.trim().is_empty() {
                lines.push(RawLine { start, end: start + line.len(), number, bounds: None, type_size: None });
            }
            start += line.len() + 1;
        }
        Self { source: source.into(), text, lines, zones: Vec::new() }
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
