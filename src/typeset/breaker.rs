//! The lines of one paragraph, as byte ranges.
//!
//! One pass, greedy: the last joint that fits and does the least harm ends the line. What lies
//! between that joint and the overflow is read again for the next line; it holds joints of greater
//! harm only, so that no cluster is read more often than there are harms, and time is linear
//! whatever the text. Most of a line of Chinese is only measured: joints are looked at from its last two
//! Han characters side by side on.

mod soft;

use std::ops::Range;

use super::breaks::{Context, Joint};
use super::class::Class;
use super::kinsoku::Harm;
use super::ruby;
use super::vertical::rows;
use crate::text::width::{HAN_BYTES, HAN_CELLS};
use crate::text::{Cluster, Metrics};

/// What the length of a line is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// The cells of its characters.
    #[default]
    Cells,
    /// The cells of its characters with their pinyin above them.
    Pinyin,
    /// Rows: it runs from top to bottom.
    Rows,
}

/// How long lines are, and what may stand in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The cells of the first line, its indent left out; at least 1.
    pub first: usize,
    /// The cells of every other line; at least 1.
    pub rest: usize,
    /// Whether a stop may hang in the two cells after the measure (标点悬挂).
    pub hanging: bool,
    /// Whether a cell parts Chinese from Latin letters and digits.
    pub latin_spacing: bool,
    /// What the length of a line is made of.
    pub extent: Extent,
    /// Whether spare cells are spread over the line afterwards (两端对齐): then it may end a little
    /// earlier for a soft rule's sake.
    pub justified: bool,
}

impl Measure {
    /// Lines of this many cells.
    pub fn of(cells: usize) -> Self {
        Self {
            first: cells,
            rest: cells,
            hanging: false,
            latin_spacing: false,
            extent: Extent::Cells,
            justified: false,
        }
    }

    /// How far a Han character takes the line.
    pub fn han(&self) -> usize {
        if self.extent == Extent::Rows { 1 } else { HAN_CELLS }
    }
}

/// A line of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its bytes in the paragraph, without the spaces at its ends.
    pub bytes: Range<usize>,
    /// Its cells, a hanging stop included.
    pub cells: usize,
}

/// The lines of a paragraph; see [`lines`].
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    metrics: Metrics,
    measure: Measure,
    /// The cells of the line that comes next.
    limit: usize,
    /// Where that line begins, and what is before it.
    start: usize,
    context: Context,
    done: bool,
}

/// A joint at which the line may end.
#[derive(Clone, Copy)]
struct Candidate {
    harm: Harm,
    /// The end of the line and its cells.
    end: usize,
    cells: usize,
    /// The beginning of the next line, and what is before it.
    next: usize,
    context: Context,
}

/// Breaks a paragraph into lines. A line is wider than the measure only where a stop hangs or where
/// its only cluster is wider. Spaces at both ends of every line vanish; a text of nothing but spaces
/// has one line, empty.
pub fn lines(text: &str, metrics: Metrics, measure: Measure) -> Lines<'_> {
    let text = text.trim_end_matches(is_space);
    Lines { text, metrics, measure, limit: measure.first.max(1), start: 0, context: Context::START, done: false }
}

/// Whether a character vanishes at the end of a line.
pub fn is_space(c: char) -> bool {
    Class::of(c) == Class::Space
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        if self.done {
            return None;
        }
        let line = match self.joint() {
            Ok(joint) => self.end_at(self.softened(joint).unwrap_or(joint)),
            Err(last) => {
                self.done = true;
                last
            }
        };
        self.limit = self.measure.rest.max(1);
        Some(line)
    }
}

impl Lines<'_> {
    /// The joint at which the next line is fullest with the least harm, or what is left of the text
    /// where it fits.
    fn joint(&mut self) -> Result<Candidate, Line> {
        let mut line = Line { bytes: self.start..self.start, cells: 0 };
        let mut context = self.context;
        let mut best: Option<Candidate> = None;
        if let Some(skimmed) = self.skim() {
            let (next, cells) = (skimmed.bytes.end - HAN_BYTES, skimmed.cells - self.measure.han());
            best = Some(Candidate { harm: Harm::None, end: next, cells, next, context: Context::HAN });
            (line, context) = (skimmed, Context::HAN);
        }
        let mut cells = line.cells;
        for cluster in self.metrics.clusters_from(self.text, line.bytes.end) {
            let before = context;
            let joint = context.step(self.text, &cluster);
            let advance = self.advance(&cluster);
            if joint.class == Class::Space {
                if line.bytes.is_empty() {
                    self.start = cluster.end();
                    line.bytes = self.start..self.start;
                } else {
                    cells += advance;
                }
                continue;
            }
            let apart = advance > 0 || before.spaces();
            if apart && (line.cells > 0 || before.spaces() && !line.bytes.is_empty()) {
                if best.as_ref().is_none_or(|best| joint.harm <= best.harm) {
                    let (end, next) = (line.bytes.end, cluster.start);
                    best = Some(Candidate { harm: joint.harm, end, cells: line.cells, next, context: before });
                }
                cells += self.gap(&cluster, &joint);
            }
            cells += advance;
            let over = cells > self.limit + self.hanging(&cluster, before);
            if over
                && apart
                && let Some(best) = best
            {
                return Ok(best);
            }
            line = Line { bytes: self.start..cluster.end(), cells };
        }
        Err(line)
    }

    /// The line up to the last two Han characters side by side that are sure to fit: a line may end
    /// between them, so that no joint before matters. None where there are no such two, or where the
    /// joints have cells of their own.
    fn skim(&self) -> Option<Line> {
        let gaps = self.measure.latin_spacing || self.measure.extent == Extent::Pinyin;
        if gaps || self.text[self.start..].starts_with(is_space) {
            return None;
        }
        let mut clusters = self.metrics.clusters_from(self.text, self.start);
        let mut skimmed = None;
        let mut cells = 0;
        while cells <= self.limit {
            let passed = clusters.pass_han((self.limit - cells) / self.measure.han());
            cells += passed * self.measure.han();
            if passed > 1 {
                skimmed = Some(Line { bytes: self.start..clusters.at(), cells });
            }
            let Some(cluster) = clusters.next() else { break };
            cells += self.advance(&cluster);
        }
        skimmed
    }

    /// The cells after the measure in which a cluster may stand: a stop's, but not a second one's.
    fn hanging(&self, cluster: &Cluster, before: Context) -> usize {
        let hangs = self.measure.hanging && cluster.source.starts_with(is_stop) && !is_stop(before.last());
        if hangs { self.measure.han() } else { 0 }
    }

    /// How far a cluster takes the line.
    #[inline]
    fn advance(&self, cluster: &Cluster) -> usize {
        match self.measure.extent {
            Extent::Cells => cluster.cells,
            Extent::Pinyin => ruby::cells(self.text, cluster, self.metrics),
            Extent::Rows => rows(self.text, cluster),
        }
    }

    /// The cells that are free before a cluster within a line.
    fn gap(&self, cluster: &Cluster, joint: &Joint) -> usize {
        let latin = joint.mixed && self.measure.latin_spacing;
        usize::from(latin) + if self.measure.extent == Extent::Pinyin { ruby::gap(self.text, cluster) } else { 0 }
    }

    fn end_at(&mut self, joint: Candidate) -> Line {
        let line = Line { bytes: self.start..joint.end, cells: joint.cells };
        (self.start, self.context) = (joint.next, joint.context);
        line
    }
}

/// A stop that may hang (CLREQ 标点悬挂); brackets and quotation marks do not.
fn is_stop(c: char) -> bool {
    matches!(c, '。' | '，' | '、' | '；' | '：' | '？' | '！')
}
