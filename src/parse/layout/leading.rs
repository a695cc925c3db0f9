//! Space that parts paragraphs: the lines of a block whose right edge is ragged, and of which some stand further
//! apart than others.

use super::blocks::{TypeBlock, bounds, size};
use crate::parse::line::Line;

/// For each line of a block, whether a paragraph's space stands above it; nothing where space parts no paragraphs
/// there, or may not.
pub fn spaced(lines: &[Line], block: &TypeBlock) -> Vec<Option<bool>> {
    let none = vec![None; block.lines.len()];
    if block.lines.len() < 3 || !is_ragged(lines, block) {
        return none;
    }
    let spaces: Vec<f32> = block.lines.windows(2).map(|pair| space(lines, pair)).collect();
    let Some(usual) = usual(&spaces) else { return none };
    let above = spaces.iter().map(|&space| Some(space > usual));
    std::iter::once(None).chain(above).collect()
}

/// Whether most lines of a block begin at its left edge and end before its right one.
fn is_ragged(lines: &[Line], block: &TypeBlock) -> bool {
    const NEAR: f32 = 0.7;
    let count = |is: &dyn Fn(usize) -> bool| block.lines.iter().filter(|&&line| is(line)).count();
    let flush = count(&|line| bounds(&lines[line]).left < block.bounds.left + 0.3 * block.size);
    let full = count(&|line| bounds(&lines[line]).right > block.bounds.right - NEAR * block.size);
    flush == block.lines.len() && full * 2 <= block.lines.len()
}

/// The space between two lines, in type sizes.
fn space(lines: &[Line], pair: &[usize]) -> f32 {
    (bounds(&lines[pair[1]]).top - bounds(&lines[pair[0]]).bottom) / size(&lines[pair[0]])
}

/// What parts lines from paragraphs: the middle between two kinds of spaces, each of which is even; none where
/// there is one kind.
fn usual(spaces: &[f32]) -> Option<f32> {
    const EVEN: f32 = 0.15;
    const MORE: f32 = 0.2;
    let mut sorted = spaces.to_vec();
    sorted.sort_by(f32::total_cmp);
    let steps = sorted.windows(2).enumerate();
    let (at, step) = steps.map(|(n, pair)| (n, pair[1] - pair[0])).max_by(|a, b| a.1.total_cmp(&b.1))?;
    let even = |group: &[f32]| group[group.len() - 1] - group[0] <= EVEN;
    let (near, far) = sorted.split_at(at + 1);
    (step >= MORE && even(near) && even(far)).then_some(near[near.len() - 1] + step / 2.0)
}
