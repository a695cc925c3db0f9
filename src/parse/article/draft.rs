//! An article in the making: a head and the pieces of a body; bodies that break off and go on later.

use crate::parse::rules;
use std::ops::Range;

use super::blocks::{LineBlock, LineBlockKind, Piece};

/// How many pieces behind the place where one broke off its rest may stand.
pub const NEAR: usize = 8;

/// An article in the making.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The lines of its head, in the order of the page.
    pub head: Vec<Range<usize>>,
    /// Its body: blocks, and heads that turned out to be section titles.
    pub body: Vec<DraftPart>,
    /// Whether it begins inside a paragraph.
    pub starts_inside: bool,
    /// Whether it ends inside a paragraph.
    pub ends_inside: bool,
    /// Whether it begins with a lead.
    pub led: bool,
    /// Whether it ends as a caption does, with a credit.
    pub closed: bool,
    /// The measure of its last line.
    pub measure: i32,
}

/// A part of a draft's body.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftPart {
    /// A block, by its index.
    Block(usize),
    /// A block that goes on with the paragraph before it.
    Rest(usize),
    /// The lines of a section title.
    Section(Range<usize>),
}

impl Draft {
    /// Its lines in reading order.
    pub fn lines<'a>(&'a self, blocks: &'a [LineBlock]) -> impl Iterator<Item = usize> + 'a {
        let of_part = |part: &DraftPart| match part {
            DraftPart::Block(block) | DraftPart::Rest(block) => blocks[*block].lines.clone(),
            DraftPart::Section(lines) => lines.clone(),
        };
        self.head.iter().cloned().chain(self.body.iter().map(of_part)).flatten()
    }

    /// Adds a piece to the end of the body.
    pub fn take(&mut self, piece: &Piece) {
        if self.body.is_empty() {
            self.starts_inside = piece.starts_inside;
            self.led = piece.led;
        }
        let goes_on = self.ends_inside && piece.starts_inside;
        let part = |(n, block)| if n == 0 && goes_on { DraftPart::Rest(block) } else { DraftPart::Block(block) };
        self.body.extend(piece.blocks.clone().enumerate().map(part));
        self.ends_inside = piece.ends_inside;
        self.closed = piece.closed;
        self.measure = piece.measure;
    }
}

/// Joins what breaks off and what goes on later: an article that ends inside a paragraph and a
/// headless one, not far behind it, that begins inside one at the same measure.
pub fn rejoin(drafts: Vec<Draft>, blocks: &[LineBlock]) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        let whole = draft.closed && !draft.starts_inside;
        let homeless = rules::article::rejoin() && draft.head.is_empty() && !draft.led && !whole;
        let near = out.len().saturating_sub(NEAR);
        let open = |d: &&mut Draft| d.ends_inside && (d.measure - draft.measure).abs() <= 2;
        match out[near..].iter_mut().rev().filter(|_| homeless).find(open) {
            Some(home) => {
                home.ends_inside = draft.ends_inside;
                if let Some(DraftPart::Block(first)) = draft.body.first().cloned()
                    && (draft.starts_inside || rules::article::remainder() && is_remainder(&blocks[first]))
                {
                    draft.body[0] = DraftPart::Rest(first);
                }
                home.body.extend(draft.body);
            }
            None => out.push(draft),
        }
    }
    out
}

/// Whether a block may be what was left of a broken paragraph: a single line.
fn is_remainder(block: &LineBlock) -> bool {
    block.kind == LineBlockKind::Paragraph && block.lines.len() == 1
}
