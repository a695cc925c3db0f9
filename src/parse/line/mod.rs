//! What is known of a line: where it is in the source, what its text looks like, how it is printed.

mod look;
mod print;

pub use look::{Ending, Look};
pub use print::Print;

use std::ops::Range;

use crate::model::{LineRange, LineRole, RawLine, RawPage};

/// A line of the page as the parser weighs it: a span of the source. It may hold several lines of
/// the source, where a printed line came in pieces, or a part of one, where two frames ran
/// together.
#[derive(Clone, Debug)]
pub struct Line {
    /// Where it begins in the page's text, in bytes; white space before it is left out.
    pub start: usize,
    /// Where it ends, in bytes; white space after it is left out.
    pub end: usize,
    /// The lines of the source it is on.
    pub numbers: LineRange,
    /// Whether space stands before it: a blank line, or, where boxes are known, more than between
    /// two lines of a paragraph.
    pub gap: bool,
    /// What furniture between it and the line before says of the articles.
    pub border: Option<Border>,
    /// The level, from 1, of the section's title that it is marked as.
    pub section: Option<u8>,
    /// How it is printed, where the source knows.
    pub print: Option<Print>,
    /// The measure of its column, in half characters, where boxes are known.
    pub measure: Option<i32>,
    /// The chain of blocks that it is of, where boxes are known.
    pub chain: Option<u32>,
    /// How that stands on the page.
    pub standing: Standing,
    /// What the source marks it as, where it marks its lines.
    pub role: Option<LineRole>,
    /// What its text looks like.
    pub look: Look,
}

/// What furniture says of the articles above and below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Border {
    /// The article above it ends.
    End,
    /// The text of an article begins, whose head stands above it.
    Text,
    /// The text of an article goes on from elsewhere; its head, if it has one, stands above it.
    Rest,
}

/// How a line, with the blocks of type that one reads together with it, stands on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// As an article, or a part of one; or one cannot tell.
    #[default]
    Text,
    /// As a head without a text.
    Alone,
    /// As a picture's caption.
    Caption,
    /// As furniture: an advertisement, the name of a section.
    Aside,
}

impl Line {
    /// The line that a span of the page's text makes.
    pub fn of(text: &str, span: Range<usize>, numbers: LineRange, gap: bool) -> Self {
        let whole = text.get(span.clone()).unwrap_or_default();
        let trimmed = whole.trim_start();
        let before = whole.len() - trimmed.len();
        let start = span.start + before;
        let trimmed = trimmed.trim_end();
        let indent = whole[..before].chars().map(|c| if matches!(c, '\u{3000}' | '\u{2003}') { 2 } else { 1 }).sum();
        let look = Look { indent, ..Look::of(trimmed) };
        Self {
            start,
            end: start + trimmed.len(),
            numbers,
            gap,
            border: None,
            section: None,
            print: None,
            measure: None,
            chain: None,
            standing: Standing::Text,
            role: None,
            look,
        }
    }

    /// The line cut in two at a byte of the page.
    pub fn split(&self, page: &str, at: usize) -> [Self; 2] {
        let first = Self::of(page, self.start..at, self.numbers, self.gap);
        let second = Self::of(page, at..self.end, self.numbers, false);
        let share = first.look.width as f32 / (first.look.width + second.look.width).max(1) as f32;
        let (left, right) = self.print.map(|print| print.split(share)).unzip();
        let look = Look { indent: self.look.indent, ..first.look };
        [
            Self {
                look,
                print: left,
                border: self.border,
                section: self.section,
                measure: self.measure,
                chain: self.chain,
                standing: self.standing,
                role: self.role,
                ..first
            },
            Self {
                print: right,
                measure: self.measure,
                chain: self.chain,
                standing: self.standing,
                role: self.role,
                ..second
            },
        ]
    }

    /// The line that this and the ones after it, its other fragments, make.
    pub fn with_fragments(&self, page: &str, fragments: &[Self]) -> Self {
        let Some(last) = fragments.last() else { return self.clone() };
        let numbers = fragments.iter().fold(self.numbers, |numbers, fragment| numbers.joined_to(fragment.numbers));
        let whole = Self::of(page, self.start..last.end, numbers, self.gap);
        let prints = fragments.iter().filter_map(|fragment| fragment.print);
        let print = self.print.map(|first| prints.fold(first, Print::joined_to));
        Self {
            look: Look { indent: self.look.indent, ..whole.look },
            print,
            border: self.border,
            section: self.section,
            ..whole
        }
    }

    /// Its text.
    pub fn text<'a>(&self, page: &'a str) -> &'a str {
        page.get(self.start..self.end).unwrap_or_default()
    }
}

/// Lines of a page, or of a file whose pages form feeds part.
pub fn read(raw: &RawPage, of: &[RawLine]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(of.len());
    let mut before: Option<&RawLine> = None;
    for line in of {
        let print = Print::of(line, before);
        let gap = match (print, before) {
            (Some(print), _) => print.is_apart(),
            (None, Some(before)) if is_page_turned(&raw.text[before.end..line.end]) => !runs_on(&lines),
            (None, before) => before.is_some_and(|before| before.number + 1 < line.number),
        };
        let numbers = LineRange(line.number, line.number);
        let (role, section) = (line.role, level_of(line.role));
        lines.push(Line { print, role, section, ..Line::of(&raw.text, line.start..line.end, numbers, gap) });
        before = Some(line);
    }
    lines
}

/// The level of the section's title that a line is marked as.
fn level_of(role: Option<LineRole>) -> Option<u8> {
    match role {
        Some(LineRole::Heading(level)) => Some(level),
        _ => None,
    }
}

/// Whether a form feed stands before the first word of a text.
fn is_page_turned(text: &str) -> bool {
    text.chars().take_while(|c| c.is_whitespace()).any(|c| c == '\u{C}')
}

/// Whether the text may well go on behind the last line.
fn runs_on(lines: &[Line]) -> bool {
    lines.last().is_some_and(|line| matches!(line.look.ending, Ending::Open | Ending::Comma))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_s_title_stays_one() {
        let page = RawPage::from_text("p", "渡口的灯\n亮了");
        let [mut first, second] = <[Line; 2]>::try_from(read(&page, &page.lines)).unwrap();
        first.section = Some(2);
        let whole = first.with_fragments(&page.text, &[second]);
        assert_eq!((whole.text(&page.text), whole.section), ("渡口的灯\n亮了", Some(2)));
        assert_eq!(first.split(&page.text, 6).map(|line| line.section), [Some(2), None]);
    }

    #[test]
    fn a_blank_line_is_a_gap_and_a_new_page_where_a_sentence_ended() {
        let page = RawPage::from_text("p", "甲\n\n乙\n\u{C}丙。\n\u{C}丁");
        let seen: Vec<_> =
            read(&page, &page.lines).iter().map(|l| (l.text(&page.text).to_owned(), l.numbers.0, l.gap)).collect();
        let line = |text: &str, number, gap| (text.to_owned(), number, gap);
        assert_eq!(seen, [line("甲", 1, false), line("乙", 3, true), line("丙。", 4, false), line("丁", 5, true)]);
    }
}
