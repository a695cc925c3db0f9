//! The places between pieces, and the heads that stand there.

use crate::parse::rules;
use std::ops::Range;

use super::seam::Seam;
use super::title::is_narrow;
use crate::parse::emission::sign::Sign;
use crate::parse::line::{Border, Line};
use crate::parse::weights::heads as weight;
use crate::parse::words::{Words, indices};

/// The place before a piece, or behind the last one: the lines of the head there, or none.
#[derive(Debug)]
pub struct Joint {
    /// The lines of its head.
    pub lines: Range<usize>,
    /// The words of each line.
    words: Vec<Vec<usize>>,
    /// Where its lines meet.
    seams: Vec<Seam>,
    /// Whether it is set few characters a line.
    narrow: bool,
    /// Whether its last line, and not its only one, may be the name of who wrote what is below it.
    pub signed: bool,
    /// The line before which furniture says that it is to be cut, and that one article ends there.
    pub border: Option<usize>,
}

/// What furniture says above the first line of a text, which may have bylines above it.
fn border_of_text(lines: &[Line], signs: &[Sign], first: usize) -> Option<Border> {
    const BYLINES: usize = 3;
    let signed = |i: usize| signs[i].lead.as_ref().is_some_and(|lead| lead.alone) || signs[i].is_name();
    let near = first..lines.len().min(first + BYLINES);
    near.take_while(|&i| i == first || signed(i - 1)).find_map(|i| lines[i].border)
}

impl Joint {
    /// The joint with a head of these lines.
    pub fn new(page: &str, lines: &[Line], signs: &[Sign], head: Range<usize>) -> Self {
        let words = head.clone().map(|i| indices(lines[i].text(page))).collect();
        let narrow = is_narrow(lines, head.clone());
        let seams = Seam::all(page, lines, head.clone());
        let signed = head.len() > 1 && head.clone().last().is_some_and(|i| signs[i].is_name());
        let end = |&i: &usize| lines.get(i).is_some_and(|line| line.border == Some(Border::End));
        let text = border_of_text(lines, signs, head.end)
            .filter(|border| rules::article::border_of_text() && *border != Border::End);
        let border = (head.start..=head.end).find(end).or(text.map(|_| head.start));
        Self { border, lines: head, words, seams, narrow, signed: signed && !narrow && rules::article::name_behind() }
    }

    /// The lines before which its head may be cut, its beginning and its end among them.
    pub fn cuts(&self) -> impl Iterator<Item = usize> + use<> {
        let step = if self.narrow && self.border.is_none() { self.lines.len() } else { 1 };
        (self.lines.start..=self.lines.end).step_by(step.max(1))
    }

    /// One of its cuts.
    pub fn cut(&self, n: usize) -> usize {
        self.cuts().nth(n).unwrap_or(self.lines.end)
    }

    /// Whether it may be cut before a line.
    pub fn parts_at(&self, cut: usize) -> bool {
        self.border.is_none_or(|border| border == cut)
    }

    /// Whether no head is there.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What it costs to tear it where two of its lines meet, where texts have these words.
    pub fn torn(&self, cut: usize, texts: [&Words; 2]) -> f32 {
        let seam = cut.checked_sub(self.lines.start + 1).and_then(|n| self.seams.get(n));
        seam.map_or(0.0, |seam| seam.cost(texts))
    }

    /// What the words that some of its lines share with a text are worth.
    pub fn shared(&self, lines: Range<usize>, words: &Words) -> f32 {
        let words_of = lines.flat_map(|line| &self.words[line - self.lines.start]);
        let (mut here, mut all) = (0, 0);
        for &word in words_of {
            all += 1;
            here += u32::from(words.has(word));
        }
        if all == 0 { 0.0 } else { weight::shared() * here as f32 / all as f32 }
    }

    /// Whether what a cut leaves of it is a name that a text does not speak of.
    pub fn ends_with_name(&self, cut: usize, text: &Words) -> bool {
        let heard = || self.words.last().is_some_and(|words| words.iter().any(|&word| text.has(word)));
        self.signed && cut + 1 == self.lines.end && !heard()
    }
}
