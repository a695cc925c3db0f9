//! What each line is, by dynamic programming over the page: the labels whose costs, from line to
//! line and of each line, add up to least. The page is explained under every habit; the cheapest
//! explanation stands.

use crate::parse::emission::evidence::{self, Costs};
use crate::parse::emission::habit::Habit;
use crate::parse::emission::kind::{Label, Step};
use crate::parse::emission::sign::Sign;
use crate::parse::line::Line;
use crate::parse::weights::step as weight;

/// What the page is found to be.
pub struct Labelling {
    /// The label of each line.
    pub labels: Vec<Label>,
    /// The habit that explains the page best.
    pub habit: Habit,
}

/// The most lines by which the habits are judged.
const SAMPLE: usize = 400;

/// Labels a page's lines. `measures` has the measure of each, `signs` what the grammars found.
pub fn label(lines: &[Line], measures: &[i32], signs: &[Sign]) -> Labelling {
    let costs_of = |count: usize, habit: &Habit| evidence::costs(&lines[..count], measures, signs, habit);
    let sample = lines.len().min(SAMPLE);
    let cost = |costs: &[Costs], habit: &Habit| {
        Chain { lines: &lines[..sample], costs, habit }.cost() + habit.oddness(&lines[..sample])
    };
    let candidates = Habit::candidates(lines);
    let mut costs = costs_of(sample, &candidates[0]);
    let tried = candidates.into_iter().map(|habit| (cost(&costs, &habit), habit));
    let (mut least, mut habit) = tried.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or_default();
    let usual = costs.clone();
    for other in habit.with_other_indents() {
        let others = evidence::costs_with_indent(&usual, &lines[..sample], measures, signs, &other);
        let total = cost(&others, &other);
        if total < least {
            (least, habit, costs) = (total, other, others);
        }
    }
    if sample < lines.len() {
        costs = costs_of(lines.len(), &habit);
    }
    let habit = habit.refined(lines, &Chain { lines, costs: &costs, habit: &habit }.labels());
    Labelling { labels: Chain { lines, costs: &costs, habit: &habit }.labels(), habit }
}

struct Chain<'a> {
    lines: &'a [Line],
    costs: &'a [Costs],
    habit: &'a Habit,
}

/// How many numbers there are room for, so that the loops over them are even.
const ROOM: usize = 12;

/// A number for each label.
type PerLabel<T> = [T; ROOM];

impl Chain<'_> {
    /// The least cost of the page.
    fn cost(&self) -> f32 {
        self.walk(|_| {})
    }

    /// The labels that have the least cost.
    fn labels(&self) -> Vec<Label> {
        let mut trail = Vec::with_capacity(self.lines.len());
        self.walk(|from| trail.push(*from));
        let mut labels = vec![Label::Only; self.lines.len()];
        let mut at = 0;
        for (label, from) in labels.iter_mut().rev().zip(trail.iter().rev()) {
            at = usize::from(from[at]);
            *label = Label::ALL[at];
        }
        labels
    }

    /// Walks the page; tells, for each label of the line to come, the best label of a line before
    /// it, and at last (at 0) the best label of the last line. Returns the least cost.
    fn walk(&self, mut tell: impl FnMut(&PerLabel<u8>)) -> f32 {
        let steps = self.steps();
        let mut cost = [f32::INFINITY; ROOM];
        let mut lines = self.lines.iter().zip(self.costs);
        let Some((_, own)) = lines.next() else { return 0.0 };
        for (i, label) in Label::ALL.into_iter().enumerate() {
            cost[i] = begin(label) + own[i];
        }
        for (line, own) in lines {
            let (mut next, from) = least_steps(&cost, &steps[usize::from(line.gap)]);
            next.iter_mut().zip(own).for_each(|(next, own)| *next += own);
            cost = next;
            tell(&from);
        }
        for (cost, label) in cost.iter_mut().zip(Label::ALL) {
            *cost += if label.goes_on() { weight::end_inside() } else { 0.0 };
        }
        let (last, total) = cost.into_iter().enumerate().min_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or((0, 0.0));
        let mut end = [0; ROOM];
        end[0] = last as u8;
        tell(&end);
        total
    }

    /// The cost of each step, without and with a blank line: `[gap][from][to]`.
    fn steps(&self) -> [[PerLabel<f32>; Label::COUNT]; 2] {
        [false, true].map(|gap| {
            let gap_costs = self.habit.gap_costs(gap);
            Label::ALL.map(|from| {
                let mut row = [f32::INFINITY; ROOM];
                for (cost, to) in row.iter_mut().zip(Label::ALL) {
                    *cost = step(from, to, gap) + gap_costs[Step::of(from, to) as usize];
                }
                row
            })
        })
    }
}

/// The least cost of coming to each label, and the label it comes from.
#[inline]
fn least_steps(cost: &PerLabel<f32>, steps: &[PerLabel<f32>; Label::COUNT]) -> (PerLabel<f32>, PerLabel<u8>) {
    let mut least = [f32::INFINITY; ROOM];
    let mut best = [0_u32; ROOM];
    for (from, row) in steps.iter().enumerate() {
        for to in 0..ROOM {
            let sum = cost[from] + row[to];
            let better = sum < least[to];
            least[to] = if better { sum } else { least[to] };
            best[to] = if better { from as u32 } else { best[to] };
        }
    }
    (least, best.map(|from| from as u8))
}

/// The cost of a page that begins with a label.
fn begin(label: Label) -> f32 {
    match label {
        Label::Inner | Label::Last => weight::begin_inside(),
        label => step(Label::Only, label, false),
    }
}

/// The cost of a step, over a blank line or not; what the habit says of that comes to it.
fn step(from: Label, to: Label, gap: bool) -> f32 {
    use Label::{Byline, Credit, First, Head, Heading, Inner, Last, Only, Row, Verse};
    match (from, to) {
        (First | Inner, Inner | Last) => 0.0,
        (Head, Inner | Last) => weight::resume(),
        (_, Inner | Last) if gap => weight::resume_at_gap(),
        (Row | Verse | Credit | Byline, Inner | Last) => weight::resume_below(),
        (_, Inner | Last) => f32::INFINITY,
        (First | Inner, Head) => weight::interrupt(),
        (First | Inner, Credit) => weight::credit_inside(),
        (Head, Credit) => weight::credit_below_head(),
        (First | Inner, Row | Verse) => weight::break_off() + weight::rows(),
        (First | Inner, _) => weight::break_off(),
        (Head, Head) => weight::head_on(),
        (Byline, Head) => weight::head_below_byline(),
        (_, Head) => weight::head(),
        (Row, Row) | (Verse, Verse) => 0.0,
        (Head | Heading | Byline, Row) => weight::rows_below(),
        (Byline, Verse) => weight::verse_signed(),
        (Head | Heading, Verse) => weight::verse_below(),
        (_, Row | Verse) => weight::rows(),
        (Head, Byline) => 0.0,
        (_, Byline) => weight::byline(),
        (Row | Verse, First | Only | Heading) => weight::below_rows(),
        (Last | Only | Head | Row | Verse | Heading | Byline | Credit, First | Only | Heading | Credit) => 0.0,
    }
}
