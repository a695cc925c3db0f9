//! Runs: text that is painted from one cell on in one face.

use std::ops::Range;

use crate::model::Part;
use crate::text::Metrics;

/// What a text is, for the theme to choose its colour and weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// 引题.
    Kicker,
    /// 主题.
    Headline,
    /// 副题.
    Deck,
    /// Dateline and byline.
    Lead,
    /// A heading in the body.
    Heading,
    /// The body's plain text.
    Paragraph,
    /// Who speaks: the name and the colon before a question or an answer.
    Speaker,
    /// A question.
    Question,
    /// An answer.
    Answer,
    /// The closing credit.
    Credit,
    /// The pinyin above a character.
    Pinyin,
}

/// Text in its place on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRun {
    /// Its row, from 0 at the top.
    pub row: u16,
    /// Its first column, from 0 at the left.
    pub column: u16,
    /// What is shown, through the border.
    pub text: String,
    /// The cells it takes.
    pub cells: u16,
    /// What it is.
    pub face: Face,
    /// The text of the article that it is from.
    pub part: Part,
    /// Its bytes in that text.
    pub bytes: Range<usize>,
}

impl TextRun {
    /// Whether it shows a byte of a text.
    pub fn shows(&self, part: Part, byte: usize) -> bool {
        self.part == part && self.bytes.contains(&byte)
    }

    /// Whether it shows one of some bytes of its text.
    pub fn overlaps(&self, bytes: &Range<usize>) -> bool {
        self.bytes.start < bytes.end && bytes.start < self.bytes.end
    }

    /// The column of the cluster that holds a byte of the part's text `source`.
    pub(super) fn column_of(&self, source: &str, metrics: Metrics, byte: usize) -> u16 {
        let clusters = metrics.clusters(source.get(self.bytes.clone()).unwrap_or_default());
        let before = clusters.take_while(|cluster| self.bytes.start + cluster.end() <= byte);
        self.column + before.map(|cluster| cluster.cells as u16).sum::<u16>().min(self.cells)
    }

    /// The byte of the part's text `source` at which the cluster begins that covers a column; the
    /// last one for a column after the run, the first for one before it.
    pub(super) fn byte_at(&self, source: &str, metrics: Metrics, column: u16) -> usize {
        let mut right = self.column;
        let mut byte = self.bytes.start;
        for cluster in metrics.clusters(source.get(self.bytes.clone()).unwrap_or_default()) {
            byte = self.bytes.start + cluster.start;
            right += cluster.cells as u16;
            if right > column {
                break;
            }
        }
        byte
    }
}
