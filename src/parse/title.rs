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

/// Divides a head: `runs` are its runs of lines in the order of the page. Text alone does not
/// always tell: dashes and words of the trade do, then the number of lines and their widths.
pub fn divide(page: &str, lines: &[Line], runs: &[Range<usize>]) -> Title {
    let all: Vec<usize> = runs.iter().cloned().flatten().collect();
    let (first_deck, sure) = deck(page, lines, &all);
    let (above, deck) = all.split_at(first_deck);
    let kicker = usize::from(has_kicker(page, lines, above, sure));
    let (kicker, headline) = above.split_at(kicker);
    Title { kicker: kicker.to_vec(), headline: headline.to_vec(), deck: deck.to_vec() }
}

/// Where the deck begins among a head's lines, and whether a dash or a word says so.
fn deck(page: &str, lines: &[Line], all: &[usize]) -> (usize, bool) {
    let says_so = |&i: &usize| {
        let text = lines[i].text(page);
        begins_with_dash(text) || DECK_WORDS.iter().any(|word| text.starts_with(word))
    };
    if let Some(at) = all.iter().skip(1).position(says_so) {
        return (at + 1, true);
    }
    let look = |i: usize| &lines[i].look;
    let plain = |i: usize| look(i).commas == 0 && look(i).stops == 0;
    let halves = |i: usize| {
        let text = joined(page, Some(lines[i].start..lines[i].end), Spacing::Head);
        text.split(' ').filter(|half| half.chars().count() > 3).count() > 1
    };
    let at = (1..all.len()).find(|&n| {
        let (above, here) = (all[n - 1], all[n]);
        let comma = plain(above) && look(here).commas > 0;
        let parallel = halves(here) && !halves(above) && look(here).width > look(above).width;
        comma || parallel
    });
    (at.unwrap_or(all.len()), false)
}

/// Whether the first of the lines above the deck is a kicker.
fn has_kicker(page: &str, lines: &[Line], above: &[usize], sure_deck: bool) -> bool {
    let [first, second, ..] = above else { return false };
    let text = lines[*first].text(page);
    let width = |i: &usize| lines[*i].look.width;
    let announces = text.ends_with(['：', '—', ':']);
    let says_so = KICKER_WORDS.iter().any(|(start, end)| text.starts_with(start) && text.ends_with(end));
    let slogan = width(first) <= SLOGAN && 2 * width(second) >= 3 * width(first);
    let remainder = above.last().is_some_and(|last| width(last) <= REMAINDER);
    let tall = above.len() - usize::from(remainder) > 2
        && width(first) > width(second)
        && !is_vertical(lines, above.iter().copied());
    announces || says_so || slogan || sure_deck || tall
}

/// What a deck begins with, besides a dash.
const DECK_WORDS: [&str; 5] = ["访", "对话", "專訪", "對話", "记者手记"];
/// How a kicker begins and ends.
const KICKER_WORDS: [(&str, &str); 4] = [("专访", ""), ("專訪", ""), ("写在", "之际"), ("寫在", "之際")];
/// The widest kicker that is a mere name of a column or a catchword, in half characters.
const SLOGAN: i32 = 8;
/// The widest remainder of a headline that did not fit its line.
const REMAINDER: i32 = 6;

/// Whether lines are so narrow that they are a head set vertically.
pub fn is_vertical(lines: &[Line], of: impl ExactSizeIterator<Item = usize>) -> bool {
    of.len() > 2 && of.into_iter().all(|i| lines[i].look.width <= VERTICAL)
}

fn begins_with_dash(text: &str) -> bool {
    text.starts_with("——") || text.starts_with('—') || text.starts_with("--") || text.starts_with('―')
}

/// The text of lines of a head.
pub fn text(page: &str, lines: &[Line], of: &[usize], spacing: Spacing) -> Option<String> {
    let spacing = if is_vertical(lines, of.iter().copied()) { Spacing::Running } else { spacing };
    (!of.is_empty()).then(|| joined(page, of.iter().map(|&i| lines[i].start..lines[i].end), spacing))
}
