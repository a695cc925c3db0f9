//! The edges of the column that each line stands in.

use super::blocks::{TypeBlock, bounds};
use super::view::{BlockView, overlap};
use crate::model::Bounds;
use crate::parse::grammar::lead::is_bullet;
use crate::parse::grammar::numbering::numbering;
use crate::parse::line::Line;

/// The left and the right edge of the column of each line of a chain.
pub fn edges(page: &str, view: &BlockView, chain: &[usize], lines: &[Line]) -> Vec<[f32; 2]> {
    let of_block = |&block: &usize| {
        let own = &view.blocks[block];
        let column = framed(view, block, column(view, chain, block));
        (0..own.lines.len()).map(move |n| hanging(page, lines, own, n, round_shapes(view, lines, own, n, column)))
    };
    chain.iter().flat_map(of_block).collect()
}

/// The edges of a block's column: its own, or those of longer blocks of its chain above or below it.
fn column(view: &BlockView, chain: &[usize], block: usize) -> [f32; 2] {
    const ENOUGH: usize = 4;
    let own = &view.blocks[block];
    let [left, right] = own.bounds.sides();
    if own.lines.len() >= ENOUGH {
        return [left, right];
    }
    let same = |other: &&usize| {
        let title = view.kinds[block].is_title() && !view.kinds[**other].is_title();
        let other = &view.blocks[**other];
        let alike = title || (other.size - own.size).abs() < 0.1 * own.size;
        alike && overlap(other.bounds, own.bounds) > 0.9
    };
    let others = chain.iter().filter(same).map(|&other| &view.blocks[other]);
    others.fold([left, right], |[left, right], other| [left.min(other.bounds.left), right.max(other.bounds.right)])
}

/// The same in a frame that holds one column: as far from its right edge as from its left one.
fn framed(view: &BlockView, block: usize, [left, right]: [f32; 2]) -> [f32; 2] {
    let own = &view.blocks[block];
    let Some(frame) = own.frame.map(|frame| view.geometry.frames[frame]) else { return [left, right] };
    let beside = |other: &TypeBlock| {
        let level = other.bounds.top < own.bounds.bottom && own.bounds.top < other.bounds.bottom;
        other.frame == own.frame && level && (other.bounds.left > right || other.bounds.right < left)
    };
    let alone = !view.blocks.iter().any(beside);
    [left, if alone { right.max(frame.right - (left - frame.left)) } else { right }]
}

/// The edges of a line beside a picture that is cut out of its column: those of the lines about it.
fn round_shapes(view: &BlockView, lines: &[Line], own: &TypeBlock, n: usize, [left, right]: [f32; 2]) -> [f32; 2] {
    let line = bounds(&lines[own.lines[n]]);
    let near = || own.lines[n.saturating_sub(1)..own.lines.len().min(n + 2)].iter().map(|&line| bounds(&lines[line]));
    let level = |shape: &&Bounds| shape.top < line.bottom && line.top < shape.bottom;
    let around = |shape: &&Bounds| shape.left > left || shape.right < right;
    let mut shapes = view.geometry.pictures.iter().chain(view.geometry.frames.iter().filter(around)).filter(level);
    let cut_right = shapes.clone().any(|shape| shape.left < right && shape.right > line.right);
    let cut_left = shapes.any(|shape| shape.right > left && shape.left < line.left);
    [
        if cut_left { near().map(|line| line.left).fold(f32::INFINITY, f32::min) } else { left },
        if cut_right { near().map(|line| line.right).fold(0.0, f32::max) } else { right },
    ]
}

/// The edges of a line of an item whose lines hang: below its first one they begin where its text does,
/// which is their column's edge then; the first one counts as indented.
fn hanging(page: &str, lines: &[Line], own: &TypeBlock, n: usize, [left, right]: [f32; 2]) -> [f32; 2] {
    const DEEPER: f32 = 0.8;
    const EQUAL: f32 = 0.3;
    let at = |n: usize| bounds(&lines[own.lines[n]]);
    let begins = |n: usize| begins_item(lines[own.lines[n]].text(page)) && at(n).right > right - own.size * 1.5;
    let deeper = |n: usize, than: usize| at(n).left - at(than).left > DEEPER * own.size;
    if begins(n) && n + 1 < own.lines.len() && deeper(n + 1, n) {
        return [at(n).left - 2.0 * own.size, right];
    }
    let level = (0..n).rev().find(|&above| (at(above).left - at(n).left).abs() > EQUAL * own.size);
    match level.filter(|&first| begins(first) && deeper(n, first)) {
        Some(_) => [at(n).left, right],
        None => [left, right],
    }
}

/// Whether a text begins with a number or a bullet.
fn begins_item(text: &str) -> bool {
    numbering(text).is_some() || text.starts_with(is_bullet)
}
