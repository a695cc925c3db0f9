//! The lines of one paragraph, as byte ranges.
//!
//! One pass, greedy: of the break opportunities that fit, the last one of the least penalty ends the
//! line. What lies between it and the overflow is read again for the next line; it holds breaks of
//! greater penalty only, so that no cluster is read more often than there are penalties, and time is
//! linear whatever the text. Most of a line of Chinese is only measured: breaks are looked at from its
//! last two Han characters side by side on.
//!
//! A line ends a little earlier than it must where the text reads better for it (`soft`).

mod soft;

use std::ops::Range;

use super::breaks::{BreakOpportunity, Context};
use super::class::Class;
use super::justify::Justification;
use super::kinsoku::Penalty;
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
    /// What is done with spare cells afterwards (两端对齐): where a line can spare them, it ends a
    /// little earlier so that a number stays with what it counts.
    pub justification: Justification,
    /// 孤字不成行: whether the last line but one gives up a character so that the last is not a
    /// single one.
    pub no_lone_character: bool,
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
            justification: Justification::Ragged,
            no_lone_character: true,
        }
    }

    /// How far a Han character takes the line.
    pub fn han(&self) -> usize {
        if self.extent == Extent::Rows { 1 } else { HAN_CELLS }
    }
}

/// A line of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphLine {
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

/// A break at which the line may end.
#[derive(Clone, Copy)]
struct LineEnd {
    penalty: Penalty,
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
    type Item = ParagraphLine;

    fn next(&mut self) -> Option<ParagraphLine> {
        if self.done {
            return None;
        }
        let line = match self.line_end() {
            Ok(end) => self.end_at(self.softened(end).unwrap_or(end)),
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
    /// The break of the least penalty at which the next line is fullest, or what is left of the text
    /// where it fits.
    fn line_end(&mut self) -> Result<LineEnd, ParagraphLine> {
        let mut line = ParagraphLine { bytes: self.start..self.start, cells: 0 };
        let mut context = self.context;
        let mut best: Option<LineEnd> = None;
        if let Some(skimmed) = self.skim() {
            let (next, cells) = (skimmed.bytes.end - HAN_BYTES, skimmed.cells - self.measure.han());
            best = Some(LineEnd { penalty: Penalty::None, end: next, cells, next, context: Context::HAN });
            (line, context) = (skimmed, Context::HAN);
        }
        let mut cells = line.cells;
        for cluster in self.metrics.clusters_from(self.text, line.bytes.end) {
            let before = context;
            let opportunity = context.step(self.text, &cluster);
            let advance = self.advance(&cluster);
            if opportunity.class == Class::Space {
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
                if best.as_ref().is_none_or(|best| opportunity.penalty <= best.penalty) {
                    let (end, next) = (line.bytes.end, cluster.start);
                    best =
                        Some(LineEnd { penalty: opportunity.penalty, end, cells: line.cells, next, context: before });
                }
                cells += self.gap(&cluster, &opportunity);
            }
            cells += advance;
            let over = cells > self.limit + self.hanging(&cluster, before);
            if over
                && apart
                && let Some(best) = best
            {
                return Ok(best);
            }
            line = ParagraphLine { bytes: self.start..cluster.end(), cells };
        }
        Err(line)
    }

    /// The line up to the last two Han characters side by side that are sure to fit: a line may end
    /// between them, so that no break before matters. None where there are no such two, or where
    /// cells are left free between clusters.
    fn skim(&self) -> Option<ParagraphLine> {
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
                skimmed = Some(ParagraphLine { bytes: self.start..clusters.at(), cells });
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
    fn gap(&self, cluster: &Cluster, opportunity: &BreakOpportunity) -> usize {
        let latin = opportunity.mixed && self.measure.latin_spacing;
        usize::from(latin) + if self.measure.extent == Extent::Pinyin { ruby::gap(self.text, cluster) } else { 0 }
    }

    fn end_at(&mut self, end: LineEnd) -> ParagraphLine {
        let line = ParagraphLine { bytes: self.start..end.end, cells: end.cells };
        (self.start, self.context) = (end.next, end.context);
        line
    }

    /// An earlier end, where a soft rule asks for it and the line can spare it.
    fn softened(&self, end: LineEnd) -> Option<LineEnd> {
        let next = &self.text[end.next..];
        let justified = self.measure.justification != Justification::Ragged;
        if self.measure.no_lone_character && soft::is_lone(next) {
            self.earlier(&end).filter(|earlier| self.is_last_line(earlier))
        } else if justified && soft::parts_a_number(end.context.last(), next) {
            self.earlier(&end).filter(|earlier| self.can_spare(earlier))
        } else {
            None
        }
    }

    /// The last end before one that has no penalty and leaves little of the line free.
    fn earlier(&self, end: &LineEnd) -> Option<LineEnd> {
        let limit = end.cells.checked_sub(1).filter(|&limit| limit > 0)?;
        let measure = Measure { hanging: false, ..self.measure };
        let earlier = Self { limit, measure, ..self.clone() }.line_end().ok()?;
        let little = (self.limit / 4).min(soft::LITTLE * self.measure.han());
        (earlier.penalty == Penalty::None && end.cells - earlier.cells <= little).then_some(earlier)
    }

    /// Whether what follows an end is one line.
    fn is_last_line(&self, end: &LineEnd) -> bool {
        let limit = self.measure.rest.max(1);
        Self { limit, start: end.next, context: end.context, ..self.clone() }.line_end().is_err()
    }

    /// Whether a line that ends there looks as well.
    fn can_spare(&self, end: &LineEnd) -> bool {
        let spare = self.limit.saturating_sub(end.cells);
        let line = &self.text[self.start..end.end];
        self.measure.justification.suits(line, self.metrics, spare, self.measure.latin_spacing)
    }
}

/// A stop that may hang (CLREQ 标点悬挂); brackets and quotation marks do not.
fn is_stop(c: char) -> bool {
    matches!(c, '。' | '，' | '、' | '；' | '：' | '？' | '！')
}
