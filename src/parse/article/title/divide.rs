//! The lines of a head divided into kicker, headline and deck, where the costs of the parts are least.

use std::ops::Range;

use super::evidence::Head;
use super::setting::{HeadRoom, is_vertical};
use crate::model::LineRole;
use crate::parse::line::Line;
use crate::parse::rules;
use crate::parse::weights::print as weight;

/// A head's parts, as lines of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Title {
    /// 引题.
    pub kicker: Vec<usize>,
    /// 主题.
    pub headline: Vec<usize>,
    /// 副题.
    pub deck: Vec<usize>,
}

/// A head as its source divides it; none where that marks no lines.
pub fn marked(lines: &[Line], runs: &[Range<usize>]) -> Option<Title> {
    let mut title = Title::default();
    for i in runs.iter().cloned().flatten() {
        let part = match lines[i].role? {
            LineRole::Kicker => &mut title.kicker,
            LineRole::Deck => &mut title.deck,
            _ => &mut title.headline,
        };
        part.push(i);
    }
    Some(title)
}

/// Divides a head: `runs` are its runs of lines in the order of the page, `body` is the text below,
/// `room` what its lines have, where that is known.
/// Type sizes tell, where they are known; where they are not, what the lines and the body say.
pub fn divide(page: &str, lines: &[Line], runs: &[Range<usize>], body: &str, room: Option<HeadRoom>) -> Title {
    let all: Vec<usize> = runs.iter().cloned().flatten().collect();
    if let [_] | [] = all[..] {
        return Title { headline: all, ..Title::default() };
    }
    if let Some(title) = by_size(lines, &all).filter(|_| rules::title::by_size()) {
        return title;
    }
    if is_vertical(lines, all.iter().copied()) {
        return Title { headline: all, ..Title::default() };
    }
    parts(&all, cheapest(&Head::new(page, all.iter().map(|&i| &lines[i]).collect(), body, room)))
}

/// The parts of a head, of which the headline and the deck begin so.
fn parts(all: &[usize], [headline, deck]: [usize; 2]) -> Title {
    let [kicker, headline, deck] = [&all[..headline], &all[headline..deck], &all[deck..]].map(<[usize]>::to_vec);
    Title { kicker, headline, deck }
}

/// Where the headline and the deck of a head begin, at the least cost.
fn cheapest(head: &Head) -> [usize; 2] {
    let parted: Vec<f32> = (0..=head.len()).map(|at| head.parted(at)).collect();
    let divisions = (0..head.len()).flat_map(|start| (start + 1..=head.len()).map(move |end| [start, end]));
    let cost = |[start, end]: [usize; 2]| {
        let parts = head.kicker(start, end) + head.headline(start, end) + head.deck(end, start);
        parts + parted[start] + parted[end]
    };
    let costs = divisions.map(|division| (division, cost(division)));
    costs.min_by(|a, b| a.1.total_cmp(&b.1)).map_or([0, head.len()], |(division, _)| division)
}

/// A head divided by its type sizes, where they are known: the largest lines are the
/// headline, what is smaller above them the kicker, what is smaller below them the deck.
fn by_size(lines: &[Line], all: &[usize]) -> Option<Title> {
    let sizes: Vec<f32> = all.iter().map(|&i| lines[i].print?.size).collect::<Option<_>>()?;
    let largest = sizes.iter().copied().max_by(f32::total_cmp)?;
    let is_large = |size: &f32| *size >= largest * weight::equal();
    let (first, last) = (sizes.iter().position(is_large)?, sizes.iter().rposition(is_large)?);
    let [kicker, headline, deck] = [&all[..first], &all[first..=last], &all[last + 1..]].map(<[usize]>::to_vec);
    Some(Title { kicker, headline, deck })
}
