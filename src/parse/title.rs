//! The lines of a head divided into kicker, headline and deck.

use std::ops::Range;

use super::join::{Spacing, joined};
use super::lines::Line;

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

/// A line of a head so narrow, in half characters, is set vertically.
const VERTICAL: i32 = 4;

/// Divides a head: `runs` are its runs of lines in the order of the page.
pub fn divide(page: &str, lines: &[Line], runs: &[Range<usize>]) -> Title {
    let all: Vec<usize> = runs.iter().cloned().flatten().collect();
    let dash = all.iter().position(|&i| begins_with_dash(lines[i].text(page))).filter(|&at| at > 0);
    let (above, deck) = all.split_at(dash.unwrap_or(all.len()));
    let announces = |i: usize| lines[i].text(page).ends_with(['：', '—', ':']);
    let kicker = usize::from(above.len() > 1 && announces(above[0]));
    let (kicker, headline) = above.split_at(kicker);
    Title { kicker: kicker.to_vec(), headline: headline.to_vec(), deck: deck.to_vec() }
}

fn begins_with_dash(text: &str) -> bool {
    text.starts_with("——") || text.starts_with('—') || text.starts_with("--") || text.starts_with('―')
}

/// The text of lines of a head.
pub fn text(page: &str, lines: &[Line], of: &[usize], spacing: Spacing) -> Option<String> {
    let vertical = of.len() > 2 && of.iter().all(|&i| lines[i].look.width <= VERTICAL);
    let spacing = if vertical { Spacing::Running } else { spacing };
    (!of.is_empty()).then(|| joined(page, of.iter().map(|&i| lines[i].start..lines[i].end), spacing))
}
