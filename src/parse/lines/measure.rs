//! The measure of each line's column, by dynamic programming over the lines: a measure costs
//! what its lines' widths say against it, and changing it costs something.

use std::cell::OnceCell;

use crate::parse::line::{Ending, Line};
use crate::parse::weights::measure as weight;

/// The narrowest and the widest column, in half characters.
const NARROWEST: i32 = 14;
const WIDEST: i32 = 120;
const MEASURES: usize = (WIDEST - NARROWEST + 1) as usize;
/// The most marks of a line that count as squeezed.
const SQUEEZED: usize = 4;

/// The measure of most lines.
pub fn usual(measures: &[i32]) -> i32 {
    let mut measures = measures.to_vec();
    let middle = measures.len() / 2;
    if measures.is_empty() { 0 } else { *measures.select_nth_unstable(middle).1 }
}

/// The measure that each line is set to, in half characters.
pub fn measures(lines: &[Line]) -> Vec<i32> {
    if let Some(measures) = lines.iter().map(|line| line.measure).collect() {
        return measures;
    }
    let tables = Tables::default();
    let mut cost = [0.0_f32; MEASURES];
    // For each line: which measures were cheaper to come to from the cheapest one, and which that was.
    let mut trail = Vec::with_capacity(lines.len());
    let mut best = 0;
    let support = support(lines);
    let mut ended = true;
    for line in lines {
        let limit = cost[best] + if ended || line.gap { weight::switch_at_end() } else { weight::switch() };
        ended = !matches!(line.look.ending, Ending::Open | Ending::Comma);
        let mut from_best = [0_u8; MEASURES];
        for (((cost, from_best), add), support) in
            cost.iter_mut().zip(&mut from_best).zip(tables.row(line)).zip(&support)
        {
            *from_best = u8::from(*cost > limit);
            *cost = if *cost > limit { limit } else { *cost } + add + support;
        }
        trail.push((from_best, best as u8));
        best = cheapest(&cost);
        let base = cost[best];
        cost.iter_mut().for_each(|cost| *cost -= base);
    }
    let mut measures = vec![0; lines.len()];
    let mut state = best;
    for (measure, (from_best, before)) in measures.iter_mut().zip(trail).rev() {
        *measure = NARROWEST + state as i32;
        if from_best[state] == 1 {
            state = usize::from(before);
        }
    }
    measures
}

/// What it costs each measure, for every line, to have few full lines on the page, or so few beside
/// the measure one character narrower that they may well be its squeezed ones, or to be no whole
/// number of Han characters.
fn support(lines: &[Line]) -> [f32; MEASURES] {
    const ENOUGH: u32 = 3;
    let mut full = [0_u32; MEASURES + 2];
    for line in lines {
        let index = line.look.width - NARROWEST;
        if (0..MEASURES as i32).contains(&index) {
            (0..3).for_each(|near| full[index as usize + near] += 1);
        }
    }
    std::array::from_fn(|i| {
        let squeezed = i >= 2 && full[i + 1] * 2 < full[i - 1];
        let lonely = if full[i + 1] < ENOUGH || squeezed { weight::unsupported() } else { 0.0 };
        let odd = if (NARROWEST as usize + i) % 2 == 1 { weight::odd() } else { 0.0 };
        lonely + odd
    })
}

fn cheapest(cost: &[f32; MEASURES]) -> usize {
    let least = cost.iter().copied().fold(f32::INFINITY, |least, cost| if cost < least { cost } else { least });
    cost.iter().position(|&cost| cost <= least).unwrap_or(0)
}

/// What a line costs under every measure, ready to be read as one slice: a table for each number
/// of marks that may have been squeezed, made when a line needs it.
#[derive(Default)]
struct Tables {
    rows: [OnceCell<Vec<f32>>; SQUEEZED + 1],
    /// The same for lines in pieces: marks on them were squeezed, for they were too long.
    torn: [OnceCell<Vec<f32>>; SQUEEZED + 1],
}

impl Tables {
    /// The costs of a line from the narrowest measure to the widest.
    fn row(&self, line: &Line) -> &[f32] {
        let width = line.look.width.min(WIDEST);
        let squeezed = line.look.marks.clamp(0, SQUEEZED as i32);
        let row = |cost: fn(i32, i32) -> f32| (-WIDEST..=WIDEST).map(|spare| cost(spare, squeezed)).collect();
        let row = match line.numbers.0 < line.numbers.1 {
            true => self.torn[squeezed as usize].get_or_init(|| row(torn_cost)),
            false => self.rows[squeezed as usize].get_or_init(|| row(cost)),
        };
        let start = (NARROWEST - width + WIDEST) as usize;
        &row[start..start + MEASURES]
    }
}

/// The cost of a line with so much room to spare, so many of its marks perhaps squeezed.
fn cost(spare: i32, squeezed: i32) -> f32 {
    let over = -spare - squeezed;
    match spare {
        _ if over > 0 => (weight::full() + over as f32).min(weight::over()),
        0 => weight::full(),
        ..0 => weight::squeezed() + weight::wider() * -spare as f32,
        1..=2 => weight::full() + weight::spare() * spare as f32,
        4 => weight::first(),
        3 | 5 => weight::nearly_first(),
        _ => weight::short(),
    }
}

/// The same of a line that is too long for its column, or for a first line of it.
fn torn_cost(spare: i32, squeezed: i32) -> f32 {
    match spare {
        -2..=-1 => weight::full(),
        2..=3 => weight::first(),
        _ => cost(spare, squeezed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::line;

    fn of(widths: &[usize]) -> Vec<i32> {
        let text: Vec<String> = widths.iter().map(|&width| "字".repeat(width)).collect();
        let page = RawPage::from_text("test", text.join("\n"));
        measures(&line::read(&page, &page.lines))
    }

    #[test]
    fn the_measure_is_that_of_the_full_lines() {
        assert_eq!(of(&[15, 17, 17, 17, 9]), [34; 5]);
    }

    #[test]
    fn columns_have_measures_of_their_own() {
        let measures = of(&[15, 17, 17, 17, 17, 17, 23, 25, 25, 25, 25, 25]);
        assert_eq!((measures[2], measures[9]), (34, 50));
    }

    #[test]
    fn a_long_headline_is_no_measure() {
        assert_eq!(of(&[15, 17, 17, 26, 17, 17, 9])[3], 34);
    }

    #[test]
    fn no_lines_no_measures() {
        assert_eq!(of(&[]), Vec::<i32>::new());
    }
}
