//! Where things stand on the printed page, where the source knows: blocks of type, which of them one
//! reads behind which, and so the order in which the page is read.
//!
//! A page is a set of chains of blocks: a headline, the column below it, the column beside that. Each
//! link of a chain costs what place, type and grammar say against it, and so does a chain's beginning
//! and its end; the cheapest set of chains is the page (`chains`). A page set vertically is read as a
//! page turned by a quarter (`turn`).

mod blocks;
mod chains;
mod edges;
mod leading;
mod links;
mod roofs;
mod standing;
mod strokes;
mod turn;
mod view;

pub use turn::{QuarterTurn, upright};
use view::BlockView;

use crate::model::PageGeometry;
use crate::parse::line::{Line, Standing};

/// A line in its place in the order of reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InOrder {
    /// Its number among the lines given.
    pub line: usize,
    /// The number of its chain.
    pub chain: u32,
    /// Whether its chain begins with it.
    pub begins: bool,
    /// How its chain stands on the page.
    pub standing: Standing,
    /// Whether it is set as a title inside its chain.
    pub title: bool,
    /// Its type size against that of the page's body.
    pub scale: f32,
    /// The thickness of its strokes against that of most type of its size on the page.
    pub boldness: f32,
    /// Whether a paragraph's space stands above it, where space parts the paragraphs of its block.
    pub spaced: Option<bool>,
    /// The left and the right edge of its column.
    pub edges: [f32; 2],
    /// Its own left and right edge, as its column has them.
    pub own: [f32; 2],
}

/// The lines of a page in the order in which one reads them.
pub fn in_reading_order(page: &str, geometry: &PageGeometry, lines: &[Line]) -> Vec<InOrder> {
    let boldness = strokes::boldness(geometry, lines);
    let blocks = blocks::blocks(page, geometry, lines, &boldness);
    let view = BlockView::of(geometry, &blocks);
    let chains = chains::chains(&view, &links::links(&view));
    let body = blocks::body_size(lines);
    let stands_out = standing::stands_out(&blocks, &boldness);
    let mut order = Vec::with_capacity(lines.len());
    for (number, chain) in (0..).zip(&chains) {
        let standing = standing::standing(&view, chain);
        let edges = edges::edges(page, &view, chain, lines);
        let titles = standing::titles(&view, chain, lines, &boldness);
        let spaced = chain.iter().flat_map(|&block| leading::spaced(lines, &blocks[block]));
        let placed = chain.iter().flat_map(|&block| &blocks[block].lines).zip(edges).zip(titles).zip(spaced);
        order.extend(placed.enumerate().map(|(n, (((&line, edges), title), spaced))| InOrder {
            line,
            chain: number,
            begins: n == 0,
            standing,
            title,
            spaced,
            scale: blocks::size(&lines[line]) / body,
            boldness: stands_out[line],
            edges,
            own: blocks::bounds(&lines[line]).sides(),
        }));
    }
    order
}
