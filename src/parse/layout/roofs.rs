//! Roofs: the head under which each block of text stands.

use super::view::{BlockView, TypeKind};

/// The space, in ems, over which a column does not go on by itself.
const BREAK: f32 = 2.6;
/// So many widths of a column beside a head, a column may still be under it.
const REACH: f32 = 1.7;

/// The stack of heads that each block of text stands under.
pub fn roofs(view: &BlockView) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..view.blocks.len()).collect();
    order.sort_by(|&a, &b| view.blocks[a].bounds.top.total_cmp(&view.blocks[b].bounds.top));
    let mut roofs = vec![None; view.blocks.len()];
    for block in order {
        roofs[block] = roof(view, &roofs, block);
    }
    roofs
}

fn roof(view: &BlockView, roofs: &[Option<usize>], block: usize) -> Option<usize> {
    if view.kinds[block] == TypeKind::Head {
        return None;
    }
    let above =
        view.above[block].filter(|&above| view.rooms[above] == view.rooms[block] && !view.is_ruled(above, block));
    let close = above.filter(|&above| view.gap(above, block) < BREAK || view.kinds[above] == TypeKind::Head);
    match close {
        Some(above) if view.kinds[above] == TypeKind::Head => Some(view.stacks[above]),
        Some(above) if roofs[above].is_some() => roofs[above],
        Some(above) if view.kinds[above] == TypeKind::Title => Some(view.stacks[above]),
        Some(_) => None,
        None => beside(view, block),
    }
}

/// The head beside what stands above a block, if the block may be one of its outer columns.
fn beside(view: &BlockView, block: usize) -> Option<usize> {
    let own = &view.blocks[block];
    let ceiling = view.above[block].map_or(0.0, |above| view.blocks[above].bounds.bottom);
    let middle = (own.bounds.left + own.bounds.right) / 2.0;
    let cost = |head: usize| {
        let bounds = view.blocks[head].bounds;
        let level = bounds.bottom > ceiling && bounds.bottom <= own.bounds.top + own.size;
        let far = (bounds.left - middle).max(middle - bounds.right).max(0.0) / own.bounds.width();
        let behind = if bounds.left > own.bounds.right { 0.4 } else { 0.0 };
        let same = view.rooms[head] == view.rooms[block];
        (level && same && far + behind < REACH).then_some(far + behind)
    };
    let heads = (0..view.blocks.len()).filter(|&head| view.kinds[head] == TypeKind::Head);
    let nearest = heads.filter_map(|head| Some((cost(head)?, head))).min_by(|a, b| a.0.total_cmp(&b.0));
    nearest.map(|(_, head)| view.stacks[head])
}
