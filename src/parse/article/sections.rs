//! Section titles as long as a sentence, which no label tells from a paragraph: what ends without a stop
//! amid an article whose paragraphs all end with one.

use super::blocks::{LineBlock, LineBlockKind};
use super::draft::DraftPart;
use crate::parse::emission::sign::Sign;
use crate::parse::line::{Ending, Line};
use crate::parse::rules;

/// The most lines of such a title.
const LINES: usize = 2;
/// The fewest paragraphs that end with a stop, for one that does not.
const ENDED: usize = 3;

/// Which parts of a body are such titles.
pub fn titles(lines: &[Line], signs: &[Sign], blocks: &[LineBlock], body: &[DraftPart]) -> Vec<bool> {
    let none = vec![false; body.len()];
    let paragraph = |part: &DraftPart| match part {
        DraftPart::Block(block) => Some(&blocks[*block]).filter(|block| block.kind == LineBlockKind::Paragraph),
        _ => None,
    };
    if !rules::article::long_sections() {
        return none;
    }
    let found: Vec<Option<&LineBlock>> = body.iter().map(paragraph).collect();
    let ended = |at: usize| found[at].is_some_and(|block| lines[block.lines.end - 1].look.ending == Ending::Sentence);
    let is_title = |at: usize| {
        let between = at > 0 && at + 1 < body.len() && ended(at - 1) && found[at + 1].is_some();
        between && found[at].is_some_and(|block| may_be_title(lines, signs, block))
    };
    let titles: Vec<bool> = (0..body.len()).map(is_title).collect();
    let whole = (0..body.len()).filter(|&at| ended(at)).count();
    let open = (0..body.len()).filter(|&at| found[at].is_some() && !ended(at)).count();
    let count = titles.iter().filter(|&&is| is).count();
    if open == count && whole >= ENDED * count { titles } else { none }
}

/// Whether a paragraph is short, has no stop and begins as nothing else does.
fn may_be_title(lines: &[Line], signs: &[Sign], block: &LineBlock) -> bool {
    let of = &lines[block.lines.clone()];
    let sign = &signs[block.lines.start];
    let plain = sign.lead.is_none() && sign.numbering.is_none() && !sign.bullet && !sign.speaks;
    let open = of.last().is_some_and(|line| matches!(line.look.ending, Ending::Open | Ending::Closer));
    plain && open && of.len() <= LINES && of.iter().all(|line| line.look.stops == 0 && !line.look.is_latin())
}
