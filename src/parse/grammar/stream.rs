//! The characters from a place in the page on, without white space: what the grammars read.

use crate::parse::line::Line;

/// A stretch of text for a grammar: characters, where each stands, and what parted it from the
/// one before.
#[derive(Clone, Debug, Default)]
pub struct Stream {
    /// The characters that are no white space.
    pub chars: Vec<char>,
    /// The byte in the page's text behind each character.
    pub ends: Vec<usize>,
    /// Whether a space stands before each character.
    pub spaced: Vec<bool>,
    /// Whether a printed line begins with each character.
    pub starts_line: Vec<bool>,
    /// The line, counted from the first given, that each character is on.
    pub lines: Vec<usize>,
}

impl Stream {
    /// The most characters that a stream holds.
    const LONGEST: usize = 120;

    /// The beginning of the text of lines.
    pub fn of(page: &str, lines: &[Line]) -> Self {
        let mut stream = Self {
            chars: Vec::with_capacity(Self::LONGEST),
            ends: Vec::with_capacity(Self::LONGEST),
            spaced: Vec::with_capacity(Self::LONGEST),
            starts_line: Vec::with_capacity(Self::LONGEST),
            lines: Vec::with_capacity(Self::LONGEST),
        };
        for (n, line) in lines.iter().enumerate() {
            let mut spaced = false;
            let mut starts_line = true;
            for (at, c) in line.text(page).char_indices() {
                if stream.chars.len() >= Self::LONGEST {
                    return stream;
                }
                if c == '\n' {
                    starts_line = true;
                } else if c.is_whitespace() {
                    spaced = true;
                } else {
                    stream.chars.push(c);
                    stream.ends.push(line.start + at + c.len_utf8());
                    stream.spaced.push(spaced);
                    stream.starts_line.push(starts_line);
                    stream.lines.push(n);
                    (spaced, starts_line) = (false, false);
                }
            }
        }
        stream
    }

    /// The stream of one text.
    #[cfg(test)]
    pub fn of_text(text: &str) -> Self {
        let page = crate::model::RawPage::from_text("test", text);
        Self::of(&page.text, &crate::parse::line::read(&page, &page.lines))
    }

    /// The characters from a place on.
    pub fn rest(&self, at: usize) -> &[char] {
        self.chars.get(at..).unwrap_or_default()
    }

    /// The character at a place.
    pub fn at(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// Whether white space or a line break stands before a place, or the stream begins or ends there.
    pub fn parted(&self, at: usize) -> bool {
        at >= self.chars.len() || self.spaced[at] || self.starts_line[at]
    }

    /// Where the printed line of a place ends: the first place on a later line.
    pub fn line_end(&self, at: usize) -> usize {
        (at + 1..self.chars.len()).find(|&i| self.starts_line[i]).unwrap_or(self.chars.len())
    }
}
