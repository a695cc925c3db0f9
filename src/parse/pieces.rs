//! Printed lines that the source holds in pieces, put together again: an extractor that breaks a
//! line at a squeezed mark or at a change of font.
//!
//! Pieces and measure are found together, by dynamic programming over the pieces: what fills a
//! measure is a printed line, and a measure is what printed lines fill.

use super::lines::{Ending, Line, numbering};
use super::measure::measures;
use super::signs::{sighted, whole_credit};
use super::weights::pieces as weight;
use crate::text::chars;

/// The most pieces of a printed line.
const MOST: usize = 10;
/// One line in so many begins with a mark that may not begin one, on a page of pieces.
const SIGNS: usize = 80;
/// The most measures that are tried on a page of pieces.
const MEASURES: usize = 8;

/// Puts pieces together where the page has any.
pub fn rejoin(page: &str, lines: Vec<Line>) -> Vec<Line> {
    let Some(division) = Division::new(page, &lines) else { return lines };
    let ends = division.printed_lines();
    let mut out = Vec::with_capacity(ends.len());
    let mut start = 0;
    for end in ends {
        out.push(lines[start].with_pieces(page, &lines[start + 1..end]));
        start = end;
    }
    out
}

/// A page to be divided into printed lines.
struct Division<'a> {
    lines: &'a [Line],
    /// Whether the break before each line may be taken back.
    open: Vec<bool>,
    /// Whether a paragraph may begin with each line.
    begins: Vec<bool>,
    /// The measures to try, each as what it is at every line.
    measures: Vec<Vec<i32>>,
    /// The indent of first lines.
    indent: i32,
}

/// How the cheapest division up to a place ends under a measure.
#[derive(Clone, Copy)]
struct Step {
    cost: f32,
    /// Where the last printed line begins.
    start: usize,
    /// The measure of the line before it.
    before: usize,
}

impl<'a> Division<'a> {
    /// None where nothing may be joined.
    fn new(page: &str, lines: &'a [Line]) -> Option<Self> {
        let kana: i32 = lines.iter().map(|line| line.look.kana).sum();
        let signs = lines.iter().filter(|line| breaks_kinsoku(line)).count();
        let in_pieces = signs > 0 && signs * SIGNS >= lines.len();
        let leads = if in_pieces { leads(page, lines) } else { vec![false; lines.len()] };
        let ended = |i: usize| i == 0 || lines[i - 1].look.ending.is_end();
        let open = |i: usize| {
            i > 0
                && !leads[i]
                && (in_pieces
                    || may_be_words(&lines[i - 1], &lines[i])
                    || (!ended(i) && !ended(i - 1) && !lines[i - 1].gap))
                && may_be_joined(page, lines, i)
                && (in_pieces || sighted(page, &lines[i..]).is_none())
        };
        let open: Vec<bool> = (0..lines.len()).map(open).collect();
        if !open.contains(&true) {
            return None;
        }
        let tried = if in_pieces {
            frequent_widths(lines).into_iter().map(|width| vec![width; lines.len()]).collect()
        } else {
            vec![measures(lines)]
        };
        Some(Self {
            lines,
            open,
            begins: (0..lines.len()).map(|i| lines[i].gap || leads[i] || ended(i)).collect(),
            measures: tried,
            indent: if kana * 20 > lines.len() as i32 * 15 { 2 } else { 4 },
        })
    }

    /// Where each printed line ends, as the index of the piece after it: the cheapest division.
    fn printed_lines(&self) -> Vec<usize> {
        let count = self.measures.len();
        let mut best = vec![Step { cost: 0.0, start: 0, before: 0 }; count];
        for end in 1..=self.lines.len() {
            for measure in 0..count {
                let step = self.last_line(&best, end, measure);
                best.push(step);
            }
        }
        let last = &best[self.lines.len() * count..];
        let mut measure = (0..count).min_by(|&a, &b| last[a].cost.total_cmp(&last[b].cost)).unwrap_or(0);
        let mut ends = Vec::new();
        let mut at = self.lines.len();
        while at > 0 {
            ends.push(at);
            let step = best[at * count + measure];
            (at, measure) = (step.start, step.before);
        }
        ends.reverse();
        ends
    }

    /// The cheapest last printed line of those that end before a piece, at one of the measures.
    fn last_line(&self, best: &[Step], end: usize, measure: usize) -> Step {
        let count = self.measures.len();
        let mut choice = Step { cost: f32::INFINITY, start: end - 1, before: measure };
        let (mut width, mut marks) = (0, 0);
        for start in (end.saturating_sub(MOST)..end).rev() {
            let look = &self.lines[start].look;
            width += look.width + i32::from(look.is_latin() && start + 1 < end);
            marks += look.marks;
            let switch = if self.begins[start] { weight::SWITCH_AT_END } else { weight::SWITCH };
            let cost = |before: usize| best[start * count + before].cost + if before == measure { 0.0 } else { switch };
            let before = (0..count).min_by(|&a, &b| cost(a).total_cmp(&cost(b))).unwrap_or(measure);
            let total = cost(before) + self.printed(start, end, width, marks, self.measures[measure][start]);
            if total < choice.cost {
                choice = Step { cost: total, start, before };
            }
            if !self.open[start] {
                break;
            }
        }
        choice
    }

    /// What pieces cost as one printed line.
    fn printed(&self, start: usize, end: usize, width: i32, marks: i32, measure: i32) -> f32 {
        let pieces = &self.lines[start..end];
        let joined = pieces.len() > 1;
        let squeeze = |room: i32| width - room;
        let fits = |room: i32| room > 0 && (-1..=marks.min(6)).contains(&squeeze(room));
        let words = joined && pieces.iter().all(|piece| piece.look.is_latin());
        let short = match (ends_sentence(pieces) || words, joined) {
            (true, false) => weight::LAST,
            (true, true) => weight::LAST + weight::SHORT_JOIN,
            (false, false) => weight::SHORT,
            (false, true) => weight::SHORT + weight::LOOSE_JOIN,
        };
        let line = if fits(measure) {
            weight::FULL + weight::SQUEEZE * squeeze(measure).max(0) as f32
        } else if width - marks.min(6) > measure {
            if joined { f32::INFINITY } else { weight::OVER }
        } else if fits(measure - self.indent) {
            let amid = if self.begins[start] { 0.0 } else { weight::FIRST_AMID };
            short.min(weight::FIRST + amid + weight::SQUEEZE * squeeze(measure - self.indent).max(0) as f32)
        } else {
            short
        };
        let begins = if breaks_kinsoku(&self.lines[start]) { weight::KINSOKU } else { 0.0 };
        let over_ends = pieces[..pieces.len() - 1].iter().filter(|piece| piece.look.ending == Ending::Sentence).count();
        begins + line + weight::JOIN * (pieces.len() - 1) as f32 + weight::OVER_END * over_ends as f32
    }
}

/// The widths of lines that the page has most of: its measures are among them.
fn frequent_widths(lines: &[Line]) -> Vec<i32> {
    const NARROWEST: i32 = 14;
    let mut counts = std::collections::BTreeMap::new();
    for width in lines.iter().map(|line| line.look.width).filter(|&width| width >= NARROWEST && width % 2 == 0) {
        *counts.entry(width).or_insert(0) += 1;
    }
    let mut widths: Vec<(i32, usize)> = counts.into_iter().collect();
    widths.sort_by_key(|&(width, count)| (std::cmp::Reverse(count), std::cmp::Reverse(width)));
    widths.truncate(MEASURES);
    if widths.is_empty() { vec![NARROWEST] } else { widths.into_iter().map(|(width, _)| width).collect() }
}

/// Whether a lead begins at each line.
fn leads(page: &str, lines: &[Line]) -> Vec<bool> {
    let mut covered = 0;
    let begins = |i: usize| {
        let found = sighted(page, &lines[i..]).filter(|_| i >= covered && whole_credit(page, &lines[i]).is_none());
        covered = found.as_ref().map_or(covered, |found| i + found.lines);
        found.is_some()
    };
    (0..lines.len()).map(begins).collect()
}

/// Whether no printed line could begin so.
fn breaks_kinsoku(line: &Line) -> bool {
    let c = line.look.first;
    chars::is_closer(c) || matches!(c, '，' | '。' | '、' | '；' | '：' | '？' | '！' | '・')
}

/// Whether the break before a line may be an extractor's: a mark stands at it, or the font changes
/// where a space was left.
fn may_be_joined(page: &str, lines: &[Line], at: usize) -> bool {
    let (a, b) = (&lines[at - 1], &lines[at]);
    let is_mark = |c: char| chars::is_cjk_mark(c) || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '・');
    let narrow = |c: char| chars::is_digit(c) || chars::is_latin(c) || c == '%';
    let at_mark = is_mark(a.look.last) || is_mark(b.look.first);
    let spaced = page.get(a.end..).is_some_and(|rest| rest.starts_with(' '));
    let at_font = spaced && narrow(a.look.last) != narrow(b.look.first);
    let vertical = |line: Option<&Line>| line.is_some_and(|line| line.look.width <= 4 && line.look.marks == 0);
    let head = vertical(lines.get(at)) && vertical(lines.get(at + 1));
    if may_be_words(a, b) {
        return true;
    }
    if b.gap || b.look.indent >= 2 || head || !(at_mark || at_font) {
        return false;
    }
    let numbered = numbering(b.text(page)).is_some() && (a.look.ending.is_end() || numbering(a.text(page)).is_some());
    !numbered && whole_credit(page, a).is_none()
}

/// Whether a line may be the next words of a Latin line that was broken at its wide spaces.
fn may_be_words(a: &Line, b: &Line) -> bool {
    let unended = matches!(a.look.ending, Ending::Open | Ending::Comma);
    !b.gap && a.look.is_latin() && b.look.is_latin() && unended && b.look.first.is_lowercase()
}

/// Whether pieces end a sentence; one that is nothing but closers ends what stands before it.
fn ends_sentence(pieces: &[Line]) -> bool {
    let last = pieces.iter().rev().find(|piece| piece.look.width > 2 || piece.look.ending != Ending::Closer);
    last.is_some_and(|piece| matches!(piece.look.ending, Ending::Sentence | Ending::Colon))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::lines;

    fn rejoined(text: &str) -> String {
        let page = RawPage::from_text("test", text);
        let lines = lines::read(&page, &page.lines);
        let joined = rejoin(&page.text, lines);
        joined.iter().map(|line| line.text(&page.text).replace('\n', "")).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn pieces_become_printed_lines() {
        let text = "河水退去以后的第三天早上\n老渡口的石阶露了出来，\n有\n人在上面找到一枚铜钱\n，\n看\n样子埋了很多年。\n岸上的人都跑来看看热闹";
        let expected = "河水退去以后的第三天早上\n老渡口的石阶露了出来，有\n人在上面找到一枚铜钱，看\n样子埋了很多年。\n岸上的人都跑来看看热闹";
        assert_eq!(rejoined(text), expected);
    }

    #[test]
    fn a_page_without_pieces_stays_as_it_is() {
        let text = "河水退去以后的第三天早上\n老渡口，\n有石阶\n岸上的人都跑来看看热闹";
        assert_eq!(rejoined(text), text);
    }
}
