//! How a chain of blocks stands on the page: as a text, as a head alone, as furniture; and which of its
//! lines are titles inside it.

use super::blocks::{BOLD, Closing, TypeBlock, bounds, size};
use super::view::{BlockView, TypeKind};
use crate::parse::line::{Ending, Line, Standing};

/// The share of the page's height at its top and at its foot where furniture stands.
const BAND: f32 = 0.1;

/// How a chain stands on the page.
pub fn standing(view: &BlockView, chain: &[usize]) -> Standing {
    let blocks = || chain.iter().map(|&block| &view.blocks[block]);
    let lines: usize = blocks().map(|block| block.lines.len()).sum();
    let ends = blocks().any(|block| block.closing == Closing::Sentence);
    let titles = chain.iter().all(|&block| view.kinds[block].is_title());
    let headed = chain.first().is_some_and(|&block| view.kinds[block] == TypeKind::Head);
    let edge = blocks().all(|block| {
        let middle = (block.bounds.top + block.bounds.bottom) / 2.0 / view.geometry.height.max(1.0);
        !(BAND..1.0 - BAND).contains(&middle)
    });
    let listed = chain.iter().any(|&block| !view.kinds[block].is_title() && view.blocks[block].lines.len() > 2);
    let framed = blocks().all(|block| block.frame.is_some());
    match () {
        _ if edge && !ends && lines <= 4 => Standing::Aside,
        _ if headed && framed && !ends && lines <= 6 && !listed => Standing::Aside,
        _ if is_caption(view, chain) => Standing::Caption,
        _ if titles => Standing::Alone,
        _ => Standing::Text,
    }
}

/// Whether a chain is a picture's caption: little, in small type or in one block, close to a picture.
fn is_caption(view: &BlockView, chain: &[usize]) -> bool {
    const MOST: usize = 8;
    let texts = || chain.iter().filter(|&&block| !view.kinds[block].is_title());
    let lines: usize = texts().map(|&block| view.blocks[block].lines.len()).sum();
    (1..=MOST).contains(&lines) && texts().all(|&block| view.captions[block])
}

/// How bold each line is where it stands out: the rest of a bold paragraph does not.
pub fn stands_out(blocks: &[TypeBlock], boldness: &[f32]) -> Vec<f32> {
    let mut stands_out = boldness.to_vec();
    for pair in blocks.iter().flat_map(|block| block.lines.windows(2)) {
        if boldness[pair[0]] > BOLD {
            stands_out[pair[1]] = 1.0;
        }
    }
    stands_out
}

/// Which lines of a chain are titles inside it: set apart by their type, below text, and smaller than
/// the head of the chain.
pub fn titles(view: &BlockView, chain: &[usize], lines: &[Line], boldness: &[f32]) -> Vec<bool> {
    let head = chain.iter().map(|&block| view.blocks[block].scale).next().unwrap_or_default();
    let headed = chain.first().is_some_and(|&block| view.kinds[block].is_title());
    let mut below_text = false;
    let mut titles = Vec::new();
    for &block in chain {
        let own = &view.blocks[block];
        let smaller = headed && own.scale < head - 0.1;
        if view.kinds[block].is_title() {
            titles.extend(own.lines.iter().map(|_| below_text && smaller));
        } else {
            below_text = true;
            titles.extend((0..own.lines.len()).map(|n| smaller && is_bold_title(lines, boldness, &own.lines, n)));
        }
    }
    titles
}

/// Whether a line of a column is a title in bold type of the text's size: short, and alone.
fn is_bold_title(lines: &[Line], boldness: &[f32], run: &[usize], at: usize) -> bool {
    let bold = |n: usize| run.get(n).is_some_and(|&line| boldness[line] > BOLD);
    let line = &lines[run[at]];
    let above = at > 1 && bold(at - 1) && bold(at - 2);
    let below = bold(at + 1) && bold(at + 2);
    let column = run.iter().map(|&line| bounds(&lines[line]).right).fold(0.0, f32::max);
    let short = bounds(line).right < column - size(line) && matches!(line.look.ending, Ending::Open | Ending::Closer);
    bold(at) && !above && !below && short && !line.look.lead_word
}
