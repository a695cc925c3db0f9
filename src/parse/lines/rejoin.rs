//! Printed lines that the source holds in pieces, put together again: an extractor that breaks a
//! line at a squeezed mark or at a change of font.
//!
//! Pieces and measure are found together, by dynamic programming over the pieces: what fills a
//! measure is a printed line, and a measure is what printed lines fill. `breaks` says which breaks
//! may be an extractor's and what would explain each, `printed` what pieces cost as one printed
//! line: the first of a paragraph, one inside it, its last, one of a head.

mod breaks;
mod printed;
#[cfg(test)]
mod tests;

use crate::parse::rules;
use std::ops::Range;

use super::measure::measures;
use crate::parse::emission::habit::Habit;
use crate::parse::grammar::credit::closing_credit;
use crate::parse::grammar::speaker::{Speakers, turn, turns};
use crate::parse::line::{Ending, Line};
use crate::parse::weights::pieces as weight;
use breaks::Break;
use printed::{ColumnState, Fragment, Printed};

/// The most pieces of a printed line.
const MOST: usize = 10;
/// The most measures that are tried on a page of pieces.
const MEASURES: usize = 12;
/// The narrowest and the widest of them, in half characters.
const NARROWEST: i32 = 14;
const WIDEST: i32 = 120;
/// How many lines round a break that may be taken back are divided anew, on a page that shows no
/// lines in pieces.
const REACH: usize = 3;

/// Puts pieces together where the page has any.
pub fn rejoin(page: &str, lines: Vec<Line>) -> Vec<Line> {
    if lines.iter().any(|line| line.measure.is_some()) {
        return lines;
    }
    let Some(division) = Division::new(page, &lines) else { return lines };
    let ends = division.printed_lines();
    let mut out = Vec::with_capacity(ends.len());
    let mut start = 0;
    for end in ends {
        out.push(lines[start].with_fragments(page, &lines[start + 1..end]));
        start = end;
    }
    out
}

/// A page to be divided into printed lines.
struct Division<'a> {
    lines: &'a [Line],
    /// What the break before each line is.
    breaks: Vec<Break>,
    /// What is seen of each line; none of lines that are whole without a doubt.
    seen: Vec<Option<Fragment>>,
    /// The measures to try, each as what it is at every line.
    measures: Vec<Vec<i32>>,
    /// The indent of first lines.
    habit: Habit,
    /// What each break taken back costs.
    join: f32,
}

/// How the cheapest division up to a place ends, under a measure and in a state.
#[derive(Clone, Copy)]
struct DivisionEnd {
    cost: f32,
    /// How many pieces the last printed line has.
    pieces: u8,
    /// The column of the line before it, by its index.
    before: u8,
}

/// The cheapest divisions of the lines from a first one on.
struct Trail {
    first: usize,
    /// How they end at each place, in each column.
    best: Vec<DivisionEnd>,
    /// The cheapest column of each state at each place.
    cheapest: Vec<[(f32, MeasuredState); ColumnState::COUNT]>,
}

/// A measure, by its index, and what stands in it so far.
#[derive(Clone, Copy, Default)]
struct MeasuredState {
    measure: usize,
    state: ColumnState,
}

impl MeasuredState {
    fn index(self) -> usize {
        self.measure * ColumnState::COUNT + self.state as usize
    }

    /// The column of an index.
    fn at(index: u8) -> Self {
        let (measure, state) = (usize::from(index) / ColumnState::COUNT, usize::from(index) % ColumnState::COUNT);
        Self { measure, state: ColumnState::ALL[state] }
    }
}

impl<'a> Division<'a> {
    /// None where nothing may be joined.
    fn new(page: &str, lines: &'a [Line]) -> Option<Self> {
        let in_pieces = breaks::in_pieces(lines);
        let leads = if in_pieces { breaks::leads(page, lines) } else { vec![false; lines.len()] };
        let breaks = breaks::read(page, lines, &leads, in_pieces);
        if !rules::pieces::joined() || breaks.iter().all(|found| *found == Break::Kept) {
            return None;
        }
        let measures = if in_pieces {
            likely_measures(lines, &breaks).into_iter().map(|width| vec![width; lines.len()]).collect()
        } else {
            vec![measures(lines)]
        };
        let kana: i32 = lines.iter().map(|line| line.look.kana).sum();
        let speakers =
            if in_pieces { Speakers::in_lines(page, lines, &turns(page, lines)) } else { Speakers::default() };
        let open =
            |i: usize| breaks[i.saturating_sub(REACH)..lines.len().min(i + REACH)].iter().any(|b| *b != Break::Kept);
        let seen = |i: usize| (in_pieces || open(i)).then(|| seen(page, &lines[i], &leads, i, &speakers));
        Some(Self {
            lines,
            seen: (0..lines.len()).map(seen).collect(),
            breaks,
            measures,
            join: if in_pieces { weight::join() } else { weight::join_whole() },
            habit: Habit { indent: if kana * 20 > lines.len() as i32 * 15 { 2 } else { 4 }, ..Habit::default() },
        })
    }

    /// Where each printed line ends, as the index of the piece after it.
    fn printed_lines(&self) -> Vec<usize> {
        let mut ends = Vec::with_capacity(self.lines.len());
        let mut at = 0;
        for run in self.seen.chunk_by(|a, b| a.is_some() == b.is_some()) {
            let range = at..at + run.len();
            at = range.end;
            match run.first() {
                Some(Some(_)) => ends.extend(self.divided(range)),
                _ => ends.extend(range.map(|i| i + 1)),
            }
        }
        ends
    }

    /// Where each printed line of a range ends: the cheapest division.
    fn divided(&self, range: Range<usize>) -> Vec<usize> {
        let count = self.measures.len() * ColumnState::COUNT;
        let end = |state: ColumnState| if range.end == self.lines.len() { state.at_end() } else { 0.0 };
        let mut trail =
            Trail { first: range.start, best: Vec::with_capacity((range.len() + 1) * count), cheapest: Vec::new() };
        for _ in 0..self.measures.len() {
            trail.best.extend(ColumnState::ALL.map(|_| DivisionEnd { cost: 0.0, pieces: 0, before: 0 }));
        }
        trail.cheapest.push(self.cheapest(&trail.best));
        for end in range.start + 1..=range.end {
            for measure in 0..self.measures.len() {
                let steps = self.last_lines(&trail, end, measure);
                trail.best.extend(steps);
            }
            trail.cheapest.push(self.cheapest(&trail.best[(end - range.start) * count..]));
        }
        let mut ends = Vec::new();
        let mut at = range.end;
        let last = trail.cheapest[at - range.start];
        let ended = ColumnState::ALL.map(|state| (last[state as usize].0 + end(state), last[state as usize].1));
        let mut column = ended.into_iter().fold(ended[0], |a, b| if b.0 < a.0 { b } else { a }).1;
        while at > range.start {
            ends.push(at);
            let step = trail.best[(at - range.start) * count + column.index()];
            at -= usize::from(step.pieces.max(1));
            column = MeasuredState::at(step.before);
        }
        ends.reverse();
        ends
    }

    /// The cheapest measure in each state, of the steps that end at one place.
    fn cheapest(&self, steps: &[DivisionEnd]) -> [(f32, MeasuredState); ColumnState::COUNT] {
        ColumnState::ALL.map(|state| {
            let columns = (0..self.measures.len()).map(|measure| MeasuredState { measure, state });
            let costs = columns.map(|column| (steps[column.index()].cost, column));
            costs.fold((f32::INFINITY, MeasuredState { measure: 0, state }), |a, b| if b.0 < a.0 { b } else { a })
        })
    }

    /// The cheapest last printed line of those that end before a piece, at one of the measures,
    /// for each state that it leads to.
    fn last_lines(&self, trail: &Trail, end: usize, measure: usize) -> [DivisionEnd; ColumnState::COUNT] {
        let count = self.measures.len() * ColumnState::COUNT;
        let none = MeasuredState { measure, state: ColumnState::Ended };
        let none = DivisionEnd { cost: f32::INFINITY, pieces: 1, before: none.index() as u8 };
        let mut steps = [none; ColumnState::COUNT];
        let mut printed = Printed::default();
        let next = self.lines.get(end).map_or(2, |line| line.look.unit);
        for start in (end.saturating_sub(MOST).max(trail.first)..end).rev() {
            let after = if start + 1 < end { self.breaks[start + 1] } else { Break::Kept };
            printed.add(&self.lines[start], self.seen[start].unwrap_or_default(), after);
            let costs = printed.costs(self.measures[measure][start], next, &self.habit, self.join);
            for (from, costs) in ColumnState::ALL.into_iter().zip(costs) {
                let same = MeasuredState { measure, state: from };
                let stay = trail.best[(start - trail.first) * count + same.index()].cost;
                let (other, column) = trail.cheapest[start - trail.first][from as usize];
                let switch =
                    other + if from == ColumnState::Running { weight::switch() } else { weight::switch_at_end() };
                let (base, before) = if switch < stay { (switch, column) } else { (stay, same) };
                for (step, cost) in steps.iter_mut().zip(costs) {
                    if base + cost < step.cost {
                        *step = DivisionEnd {
                            cost: base + cost,
                            pieces: (end - start) as u8,
                            before: before.index() as u8,
                        };
                    }
                }
            }
            if self.breaks[start] == Break::Kept {
                break;
            }
        }
        steps
    }
}

/// What is seen of one line of the page.
fn seen(page: &str, line: &Line, leads: &[bool], at: usize, speakers: &Speakers) -> Fragment {
    let text = line.text(page);
    let speaks = turn(text).filter(|turn| speakers.begins(*turn));
    let silent = speaks.is_some_and(|turn| turn.said.is_empty());
    let signed = line.look.spaces > 0 || line.look.ending == Ending::Closer;
    let closes = signed && line.look.lead_word && closing_credit(page, std::slice::from_ref(line)).is_some();
    Fragment {
        pairs: breaks::pairs(text),
        ending: match line.look.ending {
            _ if closes => Ending::Sentence,
            _ if silent => Ending::Comma,
            ending => ending,
        },
        begins: leads[at] || speaks.is_some(),
    }
}

/// The measures that the page may have: the widths of many lines, of pieces and of what
/// neighbouring pieces add up to.
fn likely_measures(lines: &[Line], breaks: &[Break]) -> Vec<i32> {
    const ROOM: usize = (WIDEST + 8) as usize;
    let (mut alone, mut together) = ([0_i32; ROOM], [0_i32; ROOM]);
    let count = |counts: &mut [i32; ROOM], width: i32| {
        if let Some(count) = usize::try_from(width).ok().and_then(|width| counts.get_mut(width)) {
            *count += 1;
        }
    };
    for start in 0..lines.len() {
        let mut width = lines[start].look.width;
        count(&mut alone, width);
        for next in start + 1..lines.len().min(start + MOST) {
            if breaks[next] == Break::Kept {
                break;
            }
            width += lines[next].look.width;
            count(&mut together, width);
        }
    }
    let likely = |width: i32| {
        let of = |counts: &[i32; ROOM], width: i32| usize::try_from(width).map_or(0, |width| counts[width]);
        4 * of(&alone, width) + of(&alone, width - 4) + of(&together, width) + 2 * of(&together, width + 2)
    };
    let mut widths: Vec<i32> = (NARROWEST..=WIDEST).step_by(2).filter(|&width| likely(width) > 0).collect();
    widths.sort_by_key(|&width| (std::cmp::Reverse(likely(width)), std::cmp::Reverse(width)));
    widths.truncate(MEASURES);
    if widths.is_empty() { vec![NARROWEST] } else { widths }
}
