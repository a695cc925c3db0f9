//! What one sees of a page's blocks at a glance: which are heads, what stands below what.

use super::blocks::{BOLD, Closing, TypeBlock, is_ruled};
use crate::model::{Bounds, PageGeometry};

/// The blocks of a page and how they stand to one another.
pub struct BlockView<'a> {
    /// What is printed besides text.
    pub geometry: &'a PageGeometry,
    /// The blocks.
    pub blocks: &'a [TypeBlock],
    /// The frame that each block's text has for itself; none for a tint behind heads.
    pub rooms: Vec<Option<usize>>,
    /// The frames in which no text stands: a picture's edge, or its ground.
    empty_frames: Vec<Bounds>,
    /// What each block is.
    pub kinds: Vec<TypeKind>,
    /// Whether each may be a picture's caption, by its place and its type.
    pub captions: Vec<bool>,
    /// Whether each stands at the page's edge, as folios do.
    pub at_edge: Vec<bool>,
    /// The blocks that one sees below each, from the left.
    pub below: Vec<Vec<usize>>,
    /// The block that stands nearest above each.
    pub above: Vec<Option<usize>>,
    /// The heads that stand together with each head: the number of one of them.
    pub stacks: Vec<usize>,
}

/// What a block is by its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeKind {
    /// Larger than the body's type.
    Head,
    /// Hardly larger, or bolder, and short: a title in the text, or a small head.
    Title,
    /// The body's type.
    Text,
    /// Smaller type.
    Small,
}

impl TypeKind {
    fn of(block: &TypeBlock) -> Self {
        const LARGE: f32 = 1.3;
        const LARGER: f32 = 1.1;
        const SMALLER: f32 = 0.91;
        const SHORT: usize = 3;
        match block.scale {
            scale if scale >= LARGE => Self::Head,
            scale if scale >= LARGER && block.lines.len() <= SHORT => Self::Title,
            scale
                if scale >= SMALLER
                    && block.boldness >= BOLD
                    && block.lines.len() <= 2
                    && block.closing == Closing::Open =>
            {
                Self::Title
            }
            scale if scale <= SMALLER => Self::Small,
            _ => Self::Text,
        }
    }

    /// Whether it is set as a head of any kind.
    pub fn is_title(self) -> bool {
        matches!(self, Self::Head | Self::Title)
    }
}

impl<'a> BlockView<'a> {
    /// The view of a page.
    pub fn of(geometry: &'a PageGeometry, blocks: &'a [TypeBlock]) -> Self {
        let captions: Vec<bool> = blocks.iter().map(|block| is_caption(geometry, block)).collect();
        let below: Vec<Vec<usize>> = (0..blocks.len()).map(|block| seen_below(blocks, &captions, block)).collect();
        let above = (0..blocks.len()).map(|block| nearest_above(blocks, &captions, block)).collect();
        let mut view = Self {
            geometry,
            blocks,
            rooms: rooms(blocks),
            empty_frames: empty_frames(geometry, blocks),
            captions,
            at_edge: Vec::new(),
            kinds: blocks.iter().map(TypeKind::of).collect(),
            below,
            above,
            stacks: Vec::new(),
        };
        let titles: Vec<usize> = (0..blocks.len()).filter(|&block| view.is_small_title(block)).collect();
        titles.into_iter().for_each(|block| view.kinds[block] = TypeKind::Title);
        view.stacks = view.stacked();
        view.at_edge =
            (0..blocks.len()).map(|block| is_at_edge(geometry, &blocks[block]) && view.is_apart(block)).collect();
        view
    }

    /// The space between two blocks, one below the other, in ems of the smaller type.
    pub fn gap(&self, above: usize, below: usize) -> f32 {
        let [a, b] = [&self.blocks[above], &self.blocks[below]];
        (b.bounds.top - a.bounds.bottom) / a.size.min(b.size)
    }

    /// The same without what pictures and their captions between them take.
    pub fn space(&self, above: usize, below: usize) -> f32 {
        let [a, b] = [&self.blocks[above], &self.blocks[below]].map(|block| block.bounds);
        let captions = self.blocks.iter().zip(&self.captions).filter(|(_, caption)| **caption);
        let captions = captions.map(|(block, _)| block.bounds);
        let shapes = self.geometry.pictures.iter().copied().chain(self.empty_frames.iter().copied()).chain(captions);
        let between = |shape: &Bounds| {
            let across = shape.right.min(b.right) - shape.left.max(b.left);
            shape.top < b.top && shape.bottom > a.bottom && across * 2.0 > b.width()
        };
        let mut shapes: Vec<Bounds> = shapes.filter(between).collect();
        shapes.sort_by(|one, other| one.top.total_cmp(&other.top));
        let (mut free, mut foot) = (0.0, a.bottom);
        for shape in shapes {
            free += (shape.top - foot).max(0.0);
            foot = foot.max(shape.bottom);
        }
        (free + (b.top - foot).max(0.0)) / self.blocks[above].size.min(self.blocks[below].size)
    }

    /// Whether a drawn line parts two blocks, one below the other.
    pub fn is_ruled(&self, above: usize, below: usize) -> bool {
        is_ruled(self.geometry, self.blocks[above].bounds, self.blocks[below].bounds)
    }

    /// Whether a drawn line stands between two boxes that are beside each other.
    pub fn is_parted(&self, a: Bounds, b: Bounds) -> bool {
        let (left, right) = if a.left < b.left { (a, b) } else { (b, a) };
        let (top, bottom) = (left.top.max(right.top), left.bottom.min(right.bottom));
        self.geometry.rules.iter().map(|rule| rule.bounds).any(|rule| {
            let between = rule.left > left.right - 2.0 && rule.right < right.left + 2.0;
            rule.height() > rule.width() && between && rule.top < bottom && rule.bottom > top
        })
    }

    /// Whether nothing stands close above or below a block.
    fn is_apart(&self, block: usize) -> bool {
        const CLOSE: f32 = 1.6;
        let below = self.below[block].iter().all(|&below| self.gap(block, below) > CLOSE);
        below && self.above[block].is_none_or(|above| self.gap(above, block) > CLOSE)
    }

    /// Whether small type is a title in the text: bold, of a line or two, amid a column.
    fn is_small_title(&self, block: usize) -> bool {
        const CLOSE: f32 = 2.0;
        let own = &self.blocks[block];
        let text = |other: usize| self.kinds[other] == TypeKind::Text && self.blocks[other].frame == own.frame;
        let above = self.above[block].is_some_and(|above| text(above) && self.gap(above, block) < CLOSE);
        let below = self.below[block].first().is_some_and(|&below| text(below) && self.gap(block, below) < CLOSE);
        self.kinds[block] == TypeKind::Small && own.boldness > BOLD && own.lines.len() <= 2 && above && below
    }

    /// Whether a block is a head set vertically: its characters one below another.
    pub fn is_tall(&self, block: usize) -> bool {
        let bounds = self.blocks[block].bounds;
        bounds.height() > 2.0 * bounds.width()
    }

    fn stacked(&self) -> Vec<usize> {
        const NEAR: f32 = 1.6;
        let mut stacks: Vec<usize> = (0..self.blocks.len()).collect();
        for above in 0..self.blocks.len() {
            for &below in &self.below[above] {
                let [a, b] = [above, below].map(|block| &self.blocks[block]);
                let near = b.bounds.top - a.bounds.bottom <= NEAR * a.size.max(b.size).min(2.0 * a.size.min(b.size));
                let beside = |&&block: &&usize| {
                    self.kinds[block] == TypeKind::Head && !self.is_tall(block) && b.frame == self.blocks[block].frame
                };
                let alone = self.below[above].iter().filter(beside).count() < 2;
                let heads = alone && self.kinds[above].is_title() && self.kinds[below].is_title();
                let heads = heads && !self.is_tall(above) && !self.is_tall(below);
                if heads && near && !self.is_ruled(above, below) && self.rooms[above] == self.rooms[below] {
                    let (old, new) = (stacks[below], stacks[above]);
                    stacks.iter_mut().filter(|stack| **stack == old).for_each(|stack| *stack = new);
                }
            }
        }
        for (a, b) in self.tall_pairs() {
            let (old, new) = (stacks[b], stacks[a]);
            stacks.iter_mut().filter(|stack| **stack == old).for_each(|stack| *stack = new);
        }
        stacks
    }

    /// The lines of heads set vertically, side by side: each and the one to its left.
    pub fn tall_pairs(&self) -> Vec<(usize, usize)> {
        let tall = |block: &usize| self.kinds[*block].is_title() && self.is_tall(*block);
        let heads: Vec<usize> = (0..self.blocks.len()).filter(tall).collect();
        let beside = |a: usize, b: usize| {
            let [right, left] = [a, b].map(|block| &self.blocks[block]);
            let apart = (right.bounds.left - left.bounds.right) / right.size.min(left.size);
            let level = right.bounds.top < left.bounds.bottom && left.bounds.top < right.bounds.bottom;
            (-0.3..1.2).contains(&apart) && level
        };
        let pairs = heads.iter().flat_map(|&a| heads.iter().map(move |&b| (a, b)));
        pairs.filter(|&(a, b)| a != b && beside(a, b)).collect()
    }
}

/// The frames of blocks, but those in which there are only heads.
fn rooms(blocks: &[TypeBlock]) -> Vec<Option<usize>> {
    let text = |frame: usize| {
        blocks
            .iter()
            .any(|block| block.frame == Some(frame) && !TypeKind::of(block).is_title() && block.lines.len() > 1)
    };
    blocks.iter().map(|block| block.frame.filter(|&frame| text(frame))).collect()
}

/// The frames in which no block stands.
fn empty_frames(geometry: &PageGeometry, blocks: &[TypeBlock]) -> Vec<Bounds> {
    let meets = |frame: &Bounds, block: Bounds| {
        let across = block.left < frame.right && frame.left < block.right;
        across && block.top < frame.bottom && frame.top < block.bottom
    };
    let is_empty = |frame: &&Bounds| !blocks.iter().any(|block| meets(frame, block.bounds));
    geometry.frames.iter().filter(is_empty).copied().collect()
}

/// Whether a block is a line or two at the page's edge: as folios are, no larger than a small head.
fn is_at_edge(geometry: &PageGeometry, block: &TypeBlock) -> bool {
    const BAND: f32 = 0.055;
    const MARGIN: f32 = 0.035;
    const LARGEST: f32 = 2.0;
    let middle = |a: f32, b: f32, whole: f32| (a + b) / 2.0 / whole.max(1.0);
    let down = middle(block.bounds.top, block.bounds.bottom, geometry.height);
    let across = middle(block.bounds.left, block.bounds.right, geometry.width);
    let outside = !(BAND..1.0 - BAND).contains(&down) || !(MARGIN..1.0 - MARGIN).contains(&across);
    outside && block.lines.len() <= 2 && block.scale < LARGEST && block.closing == Closing::Open
}

/// Whether a block is small type, or little type, right below, above or beside a picture.
fn is_caption(geometry: &PageGeometry, block: &TypeBlock) -> bool {
    const SMALL: f32 = 0.97;
    const MOST: usize = 6;
    block.scale < SMALL
        && block.lines.len() <= MOST
        && geometry.pictures.iter().any(|picture| is_close(*picture, block))
}

fn is_close(picture: Bounds, block: &TypeBlock) -> bool {
    const NEAR: f32 = 2.5;
    let own = block.bounds;
    let across = (own.left - picture.right).max(picture.left - own.right);
    let down = (own.top - picture.bottom).max(picture.top - own.bottom);
    let near = NEAR * block.size;
    across < 0.0 && down < near || down < 0.0 && across < near
}

/// How much of the narrower of two boxes stands over the other.
pub fn overlap(a: Bounds, b: Bounds) -> f32 {
    let common = a.right.min(b.right) - a.left.max(b.left);
    common / a.width().min(b.width()).max(1.0)
}

/// The blocks that one sees from a block when one looks down, from the left.
fn seen_below(blocks: &[TypeBlock], captions: &[bool], from: usize) -> Vec<usize> {
    let bounds = blocks[from].bounds;
    let is_below = |&other: &usize| {
        let block = blocks[other].bounds;
        other != from
            && (!captions[other] || captions[from])
            && block.top + block.bottom > bounds.top + bounds.bottom
            && block.top > bounds.bottom - 0.6 * blocks[from].size
            && overlap(block, bounds) > 0.2
    };
    let mut below: Vec<usize> = (0..blocks.len()).filter(is_below).collect();
    below.sort_by(|&a, &b| blocks[a].bounds.top.total_cmp(&blocks[b].bounds.top));
    let mut seen: Vec<usize> = Vec::new();
    for block in below {
        let hidden = |&other: &usize| {
            overlap(blocks[other].bounds, blocks[block].bounds) > 0.2
                && blocks[other].bounds.bottom <= blocks[block].bounds.top + 0.6 * blocks[block].size
        };
        if !seen.iter().any(hidden) {
            seen.push(block);
        }
    }
    seen.sort_by(|&a, &b| blocks[a].bounds.left.total_cmp(&blocks[b].bounds.left));
    seen
}

/// The block nearest above another.
fn nearest_above(blocks: &[TypeBlock], captions: &[bool], from: usize) -> Option<usize> {
    let bounds = blocks[from].bounds;
    let is_above = |&other: &usize| {
        let block = blocks[other].bounds;
        other != from
            && (!captions[other] || captions[from])
            && block.top + block.bottom < bounds.top + bounds.bottom
            && block.bottom < bounds.top + 0.6 * blocks[from].size
            && overlap(block, bounds) > 0.2
    };
    (0..blocks.len()).filter(is_above).max_by(|&a, &b| blocks[a].bounds.bottom.total_cmp(&blocks[b].bounds.bottom))
}
