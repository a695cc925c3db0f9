//! Chains: the blocks of a page, each read behind at most one other. The links kept are those that
//! save most against chains that end and begin there.

use super::links::{Link, Links};
use super::view::BlockView;

/// The chains of a page, from the top; each has its blocks in the order of reading.
pub fn chains(view: &BlockView, links: &Links) -> Vec<Vec<usize>> {
    let next = unwound(matched(links, view.blocks.len()));
    let mut begins = vec![true; next.len()];
    next.iter().flatten().for_each(|&to| begins[to] = false);
    let chain = |first: usize| std::iter::successors(Some(first), |&block| next[block]).collect::<Vec<_>>();
    let mut chains: Vec<Vec<usize>> = (0..next.len()).filter(|&block| begins[block]).map(chain).collect();
    in_page_order(view, &mut chains);
    chains
}

/// Puts chains in the order of the page: from the top, and from the left where they begin as high.
fn in_page_order(view: &BlockView, chains: &mut [Vec<usize>]) {
    const AS_HIGH: f32 = 0.8;
    let first = |chain: &Vec<usize>| &view.blocks[chain[0]];
    chains.sort_by(|a, b| first(a).bounds.top.total_cmp(&first(b).bounds.top));
    let as_high = |a: &Vec<usize>, b: &Vec<usize>| {
        let (a, b) = (first(a), first(b));
        b.bounds.top - a.bounds.top < AS_HIGH * a.size.min(b.size)
    };
    for row in chains.chunk_by_mut(as_high) {
        row.sort_by(|a, b| first(a).bounds.left.total_cmp(&first(b).bounds.left));
    }
}

/// The best matching of blocks to the blocks behind them, and what each link saves.
fn matched(links: &Links, count: usize) -> Vec<Option<(usize, f32)>> {
    let mut ways: Vec<Vec<(usize, f32)>> = vec![Vec::new(); count];
    for &Link { from, to, cost } in &links.links {
        let saved = links.end[from] + links.begin[to] - cost;
        if saved > 0.0 {
            ways[from].push((to, saved));
        }
    }
    let mut matching = Matching { ways, next: vec![None; count], before: vec![None; count] };
    (0..count).for_each(|from| matching.augment(from));
    matching.next
}

struct Matching {
    /// Where one may go from each block, and what that saves.
    ways: Vec<Vec<(usize, f32)>>,
    /// Where one goes.
    next: Vec<Option<(usize, f32)>>,
    /// From where one comes to each block.
    before: Vec<Option<usize>>,
}

impl Matching {
    /// Takes a block into the matching by the path that saves most: it takes a block from another,
    /// which takes one from a third, and so on to one that is free or one that gives its own up.
    fn augment(&mut self, start: usize) {
        let count = self.ways.len();
        let mut gain = vec![f32::NEG_INFINITY; count];
        let mut by = vec![None; count];
        gain[start] = 0.0;
        let mut waiting = std::collections::VecDeque::from([start]);
        let mut best = (0.0, None);
        let mut steps = 0;
        while let Some(from) = waiting.pop_front() {
            steps += 1;
            if steps > count * 40 {
                break;
            }
            if gain[from] > best.0 {
                best = (gain[from], Some((from, None)));
            }
            for &(to, saved) in &self.ways[from] {
                let Some(owner) = self.before[to] else {
                    if gain[from] + saved > best.0 {
                        best = (gain[from] + saved, Some((from, Some((to, saved)))));
                    }
                    continue;
                };
                let given = self.next[owner].map_or(0.0, |(_, saved)| saved);
                let total = gain[from] + saved - given;
                if owner != from && total > gain[owner] + 1e-4 {
                    gain[owner] = total;
                    by[owner] = Some((from, to, saved));
                    waiting.push_back(owner);
                }
            }
        }
        let Some((mut from, mut link)) = best.1 else { return };
        loop {
            self.next[from] = link;
            if let Some((to, _)) = link {
                self.before[to] = Some(from);
            }
            let Some((earlier, to, saved)) = by[from].take().filter(|_| from != start) else { return };
            (from, link) = (earlier, Some((to, saved)));
        }
    }
}

/// The links without circles: each circle is cut where its link saves least.
fn unwound(mut next: Vec<Option<(usize, f32)>>) -> Vec<Option<usize>> {
    for start in 0..next.len() {
        let mut circle = vec![start];
        let mut at = start;
        while let Some((to, _)) = next[at].filter(|_| circle.len() <= next.len()) {
            if to == start {
                let least = |a: &&usize, b: &&usize| {
                    let saved = |block: usize| next[block].map_or(0.0, |(_, saved)| saved);
                    saved(**a).total_cmp(&saved(**b))
                };
                if let Some(&cut) = circle.iter().min_by(least) {
                    next[cut] = None;
                }
                break;
            }
            if circle.contains(&to) {
                break;
            }
            circle.push(to);
            at = to;
        }
    }
    next.into_iter().map(|link| link.map(|(to, _)| to)).collect()
}
