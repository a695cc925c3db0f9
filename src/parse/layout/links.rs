//! Links: what it costs that one reads one block behind another, that a chain of blocks begins with a
//! block, and that it ends with one.

use super::blocks::{Closing, Opening, TypeBlock};
use super::roofs::roofs;
use super::view::{BlockView, TypeKind, overlap};
use crate::parse::weights::links as weight;

/// A link from a block to the one read behind it.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// The block.
    pub from: usize,
    /// The one behind it.
    pub to: usize,
    /// What it costs, in nats.
    pub cost: f32,
}

/// What the chains of a page may be made of.
pub struct Links {
    /// The links that may be.
    pub links: Vec<Link>,
    /// What it costs that a chain begins with each block.
    pub begin: Vec<f32>,
    /// What it costs that a chain ends with each block.
    pub end: Vec<f32>,
}

/// The links of a page.
pub fn links(view: &BlockView) -> Links {
    let linker = Linker { view, roofs: roofs(view) };
    let count = view.blocks.len();
    let lines_of_heads = view.tall_pairs().into_iter();
    let mut links: Vec<Link> = lines_of_heads.map(|(from, to)| Link { from, to, cost: weight::stacked() }).collect();
    for from in 0..count {
        let below = &view.below[from];
        links.extend(below.iter().enumerate().map(|(n, &to)| Link { from, to, cost: linker.down(from, to, n) }));
        let others = (0..count).filter(|to| *to != from && !below.contains(to));
        links.extend(others.filter_map(|to| Some(Link { from, to, cost: linker.elsewhere(from, to)? })));
    }
    let begin = (0..count).map(|block| linker.begin(block)).collect();
    Links { links, begin, end: (0..count).map(|block| linker.end(block)).collect() }
}

struct Linker<'a> {
    view: &'a BlockView<'a>,
    /// The heads that each block stands under.
    roofs: Vec<Option<usize>>,
}

impl Linker<'_> {
    fn pair(&self, from: usize, to: usize) -> [(&TypeBlock, TypeKind); 2] {
        [from, to].map(|block| (&self.view.blocks[block], self.view.kinds[block]))
    }

    /// The cost of reading on straight below; `rank` counts the blocks below from the left.
    fn down(&self, from: usize, to: usize, rank: usize) -> f32 {
        let [(_, kind_a), (_, kind_b)] = self.pair(from, to);
        let gap = self.view.gap(from, to);
        let far = match kind_a.is_title() {
            true => (weight::far_head() * (self.view.space(from, to) - 2.0)).clamp(0.0, weight::farthest_head()),
            false => (weight::far() * (gap - 1.0)).clamp(0.0, weight::farthest()),
        };
        let ruled = if self.view.is_ruled(from, to) { weight::ruled() } else { 0.0 };
        let kinds = match (kind_a.is_title(), kind_b.is_title()) {
            (true, true) if self.view.stacks[from] == self.view.stacks[to] => weight::stacked(),
            (true, true) => weight::heads(),
            (true, false) => weight::first_text() + weight::rank() * rank as f32,
            (false, true) => self.to_title(from, to, gap),
            (false, false) => self.text_below(from, to, gap),
        };
        far + ruled + self.apart(from, to) + kinds
    }

    /// The cost of a head or a title straight below a text.
    fn to_title(&self, from: usize, to: usize, gap: f32) -> f32 {
        let [(a, kind_a), (b, kind_b)] = self.pair(from, to);
        let kicker = kind_a == TypeKind::Small && a.lines.len() == 1 && b.bounds.top - a.bounds.bottom < b.size;
        match kind_b {
            TypeKind::Head if kicker && is_within(a, b) => weight::kicker(),
            TypeKind::Head if is_within(b, a) && b.scale < weight::small_head() => weight::heads(),
            TypeKind::Head => weight::head_below_text(),
            _ if is_within(b, a) && gap < weight::broken_column() => weight::title(),
            _ if is_within(b, a) => weight::title_apart(),
            _ => weight::heads(),
        }
    }

    /// The cost of a text straight below another.
    fn text_below(&self, from: usize, to: usize, gap: f32) -> f32 {
        let [(a, kind_a), (b, kind_b)] = self.pair(from, to);
        match (kind_a, kind_b) {
            (TypeKind::Small, TypeKind::Small) if gap < weight::close() => weight::small(),
            (TypeKind::Text, TypeKind::Small) if b.lines.len() == 1 && gap < weight::close() => weight::signature(),
            _ if overlap(a.bounds, b.bounds) > 0.8 => self.texts(a, b) + self.caption(from, to),
            _ => self.texts(a, b) + self.caption(from, to) + weight::askew(),
        }
    }

    /// What the frames, the edges of the page and captions say against a link.
    fn apart(&self, from: usize, to: usize) -> f32 {
        let framed = if self.view.rooms[from] == self.view.rooms[to] { 0.0 } else { weight::framed() };
        let folio = if self.view.at_edge[from] == self.view.at_edge[to] { 0.0 } else { weight::folio() };
        framed + folio
    }

    /// What two blocks of text say against one being read behind the other.
    fn texts(&self, a: &TypeBlock, b: &TypeBlock) -> f32 {
        let alike = (a.size - b.size).abs() <= weight::alike() * a.size.max(b.size);
        let words = match (a.closing, b.opening) {
            (Closing::Jump, _) => weight::behind_jump(),
            (_, Opening::Lead) => weight::to_lead(),
            (Closing::Open, Opening::Flush | Opening::Amid) => weight::runs_on(),
            (Closing::Open, Opening::Unknown) => weight::may_run_on(),
            (Closing::Open, Opening::Indented) | (Closing::Sentence, Opening::Amid) => weight::runs_off(),
            (Closing::Sentence, Opening::Flush) => weight::not_indented(),
            (Closing::Sentence, Opening::Indented | Opening::Unknown) => 0.0,
        };
        words + if alike { 0.0 } else { weight::other_type() }
    }

    /// The cost of reading on elsewhere than straight below, if one may: at the top of another column, or
    /// beside a head that is set vertically.
    fn elsewhere(&self, from: usize, to: usize) -> Option<f32> {
        let [(_, kind_a), (_, kind_b)] = self.pair(from, to);
        let cost = match (kind_a.is_title(), kind_b) {
            (true, _) | (_, TypeKind::Head) => self.beside(from, to),
            _ => self.across(from, to),
        };
        cost.map(|cost| cost + self.apart(from, to))
    }

    fn across(&self, from: usize, to: usize) -> Option<f32> {
        let [(a, _), (b, kind_b)] = self.pair(from, to);
        let title = if kind_b == TypeKind::Title { weight::title_across() } else { self.texts(a, b) };
        let top = if self.is_column_top(to) { 0.0 } else { weight::amid_column() };
        let bottom = if self.is_column_bottom(from) { 0.0 } else { weight::not_at_foot() };
        let caption = self.caption(from, to);
        Some(
            self.columns_between(a, b)? + self.height(from, to)? + self.roof(from, to) + title + top + bottom + caption,
        )
    }

    /// What it costs that only one of two blocks is a picture's caption.
    fn caption(&self, from: usize, to: usize) -> f32 {
        if self.view.captions[from] == self.view.captions[to] { 0.0 } else { weight::caption() }
    }

    /// What the columns between two blocks cost: the next one to the right nothing, those further on and
    /// those to the left, lower down, something.
    fn columns_between(&self, a: &TypeBlock, b: &TypeBlock) -> Option<f32> {
        const FARTHEST: f32 = 6.0;
        let columns = (b.bounds.left - a.bounds.left) / a.bounds.width().max(b.bounds.width());
        let cost = match columns {
            columns if columns > 0.6 => weight::column() * (columns - 1.15).abs(),
            columns if b.bounds.top > a.bounds.bottom => weight::row_below() + columns.abs(),
            _ => return None,
        };
        Some(cost).filter(|cost| *cost < FARTHEST)
    }

    /// What it costs that the second block stands higher than the text of the first one begins, or below
    /// its end. Above another head one never reads on.
    fn height(&self, from: usize, to: usize) -> Option<f32> {
        let [a, b] = [from, to].map(|block| &self.view.blocks[block]);
        let ceiling = match (self.roofs[from], self.roofs[to]) {
            (Some(roof), None) => self.ceiling(from).min(self.top_of(roof)),
            _ => self.ceiling(from),
        };
        let above = ceiling - b.bounds.top;
        let other_roof = self.roofs[from].is_some() && self.roofs[from] != self.roofs[to];
        if above > 2.0 * b.size && other_roof {
            return None;
        }
        let away = above.max(b.bounds.top - a.bounds.bottom).max(0.0) / b.size;
        Some((weight::away() * (away - 1.5)).clamp(0.0, weight::farthest_away()))
    }

    fn roof(&self, from: usize, to: usize) -> f32 {
        match (self.roofs[from], self.roofs[to]) {
            (Some(a), Some(b)) if a == b => 0.0,
            (Some(_), None) => weight::roofless(),
            (None, None) => weight::both_roofless(),
            _ => weight::other_roof(),
        }
    }

    /// How high up the page the text that a block is of begins: below the head above it, or at the top of
    /// its column.
    fn ceiling(&self, block: usize) -> f32 {
        let above = |&at: &usize| self.view.above[at].filter(|_| !self.is_column_top(at));
        let top = std::iter::successors(Some(block), above).last().unwrap_or(block);
        self.view.blocks[top].bounds.top
    }

    /// The top of heads that stand together: beside a head over one column, the next may begin as high.
    fn top_of(&self, stack: usize) -> f32 {
        let heads = self.view.stacks.iter().zip(self.view.blocks).filter(|(other, _)| **other == stack);
        heads.map(|(_, head)| head.bounds.top).fold(f32::INFINITY, f32::min)
    }

    /// Whether no text of its column stands close above a block.
    fn is_column_top(&self, block: usize) -> bool {
        self.view.above[block]
            .is_none_or(|above| self.view.kinds[above] == TypeKind::Head || self.is_broken(above, block))
    }

    /// Whether no text of its column stands close below a block.
    fn is_column_bottom(&self, block: usize) -> bool {
        let text = |&below: &usize| !self.view.kinds[below].is_title() && !self.is_broken(block, below);
        !self.view.below[block].iter().any(text)
    }

    fn is_broken(&self, above: usize, below: usize) -> bool {
        self.view.gap(above, below) > weight::broken_column() || self.view.is_ruled(above, below)
    }

    /// The cost of reading a text beside its head, which is set vertically.
    fn beside(&self, from: usize, to: usize) -> Option<f32> {
        const FARTHEST: f32 = 5.0;
        let [(a, kind_a), (b, kind_b)] = self.pair(from, to);
        if kind_a != TypeKind::Head || kind_b.is_title() || !self.view.is_tall(from) {
            return None;
        }
        let level = a.bounds.top.max(b.bounds.top) < a.bounds.bottom.min(b.bounds.bottom);
        let apart = (b.bounds.left - a.bounds.right).max(a.bounds.left - b.bounds.right) / b.size;
        let roof = if self.roofs[to].is_some() { weight::head_beside_roof() } else { 0.0 };
        let parted = if self.view.is_parted(a.bounds, b.bounds) { weight::parted() } else { 0.0 };
        let cost = weight::beside() + weight::far_head() * apart.max(0.0) + roof + parted;
        (level && apart > -0.5 && apart < FARTHEST).then_some(cost)
    }

    /// What it costs that a chain begins with a block.
    fn begin(&self, block: usize) -> f32 {
        match (self.view.kinds[block], self.view.blocks[block].opening) {
            (TypeKind::Head, _) => 0.0,
            (TypeKind::Title, _) => weight::begin_title(),
            (TypeKind::Small, _) => weight::begin_small(),
            (TypeKind::Text, Opening::Lead) => weight::begin_lead(),
            (TypeKind::Text, Opening::Amid) => weight::begin_amid(),
            (TypeKind::Text, Opening::Flush) => weight::begin_flush(),
            (TypeKind::Text, Opening::Unknown | Opening::Indented) => weight::begin_text(),
        }
    }

    /// What it costs that a chain ends with a block.
    fn end(&self, block: usize) -> f32 {
        match (self.view.kinds[block], self.view.blocks[block].closing) {
            (TypeKind::Head | TypeKind::Title, _) => weight::end_head(),
            (_, Closing::Jump) => weight::end_jump(),
            (_, Closing::Sentence) => weight::end_sentence(),
            (TypeKind::Small, Closing::Open) => weight::end_small(),
            (TypeKind::Text, Closing::Open) => weight::end_open(),
        }
    }
}

/// Whether a block is no wider than another and stands in its column.
fn is_within(block: &TypeBlock, column: &TypeBlock) -> bool {
    let slack = column.size;
    block.bounds.left > column.bounds.left - slack && block.bounds.right < column.bounds.right + slack
}
