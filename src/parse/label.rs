//! What each line is, by dynamic programming over the page: the labels whose costs, from line to
//! line and of each line, add up to least. The page is explained under every habit; the cheapest
//! explanation stands.

use super::evidence::{self, Costs};
use super::habit::Habit;
use super::lines::Line;
use super::signs::Sign;
use super::weights::step as weight;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// The first line of a paragraph that goes on.
    First,
    /// A line inside a paragraph.
    Inner,
    /// The last line of a paragraph.
    Last,
    /// The only line of a paragraph.
    Only,
    /// A line of a head, or a section title without a number.
    Head,
    /// A numbered section title on a line of its own.
    Heading,
    /// A line of verse.
    Verse,
    /// A row of a table.
    Row,
    /// A byline on a line of its own.
    Byline,
    /// A credit on a line of its own.
    Credit,
}

impl Label {
    /// The number of labels.
    pub const COUNT: usize = 10;
    /// All labels, each at its own index.
    pub const ALL: [Self; Self::COUNT] = [
        Self::First,
        Self::Inner,
        Self::Last,
        Self::Only,
        Self::Head,
        Self::Heading,
        Self::Verse,
        Self::Row,
        Self::Byline,
        Self::Credit,
    ];

    /// Whether a paragraph goes on behind it.
    pub fn goes_on(self) -> bool {
        matches!(self, Self::First | Self::Inner)
    }

    /// Whether a paragraph goes on in it.
    pub fn continues(self) -> bool {
        matches!(self, Self::Inner | Self::Last)
    }
}

/// Kinds of steps from line to line, by what a blank line there means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// From a paragraph's first line to its next.
    AfterFirst,
    /// Further inside a paragraph.
    Inside,
    /// From paragraph to paragraph, title or byline.
    Between,
    /// Into a head or out of it.
    AtHead,
    /// Inside a head.
    InHead,
    /// From row to row.
    Rows,
}

impl Step {
    /// The number of kinds.
    pub const COUNT: usize = 6;

    /// The kind of step between two labels.
    pub fn of(from: Label, to: Label) -> Self {
        match (from, to) {
            (Label::Head, Label::Head) => Self::InHead,
            (Label::Head, _) | (_, Label::Head) => Self::AtHead,
            (Label::Row, Label::Row) | (Label::Verse, Label::Verse) => Self::Rows,
            (Label::First, to) if to.continues() => Self::AfterFirst,
            (_, to) if to.continues() => Self::Inside,
            _ => Self::Between,
        }
    }
}

/// What the page is found to be.
pub struct Labelling {
    /// The label of each line.
    pub labels: Vec<Label>,
    /// The habit that explains the page best.
    pub habit: Habit,
}

/// Labels a page's lines. `measures` has the measure of each, `signs` what the grammars found.
pub fn label(lines: &[Line], measures: &[i32], signs: &[Sign]) -> Labelling {
    let mut best: Option<(f32, Habit)> = None;
    for habit in Habit::candidates(lines) {
        let costs = evidence::costs(lines, measures, signs, &habit);
        let cost = Page { lines, costs: &costs, habit: &habit }.cheapest().0 + habit_cost(&habit);
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, habit));
        }
    }
    let Some((_, habit)) = best else { return Labelling { labels: Vec::new(), habit: Habit::default() } };
    let costs = evidence::costs(lines, measures, signs, &habit);
    let first = Page { lines, costs: &costs, habit: &habit }.cheapest().1;
    let habit = habit.refined(lines, &first);
    let labels = Page { lines, costs: &costs, habit: &habit }.cheapest().1;
    Labelling { labels, habit }
}

/// What it takes to believe in an unusual habit.
fn habit_cost(habit: &Habit) -> f32 {
    match habit.indent {
        4 => 0.0,
        _ => weight::UNUSUAL_INDENT,
    }
}

struct Page<'a> {
    lines: &'a [Line],
    costs: &'a [Costs],
    habit: &'a Habit,
}

impl Page<'_> {
    /// The least cost of the page and the labels that have it.
    fn cheapest(&self) -> (f32, Vec<Label>) {
        let steps = self.steps();
        let mut cost = Label::ALL.map(begin);
        let mut came_from: Vec<[u8; Label::COUNT]> = Vec::with_capacity(self.lines.len());
        for (i, (line, own)) in self.lines.iter().zip(self.costs).enumerate() {
            let mut from = [0_u8; Label::COUNT];
            let mut next = [f32::INFINITY; Label::COUNT];
            for to in 0..Label::COUNT {
                let (least, best) = match i {
                    0 => (cost[to], to),
                    _ => least_step(&cost, &steps[usize::from(line.gap)][to]),
                };
                next[to] = least + own[to];
                from[to] = best as u8;
            }
            came_from.push(from);
            cost = next;
        }
        for (cost, label) in cost.iter_mut().zip(Label::ALL) {
            *cost += if label.goes_on() { weight::END_INSIDE } else { 0.0 };
        }
        let (mut at, total) = cost.iter().copied().enumerate().min_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or((0, 0.0));
        let mut labels = vec![Label::Only; self.lines.len()];
        for (label, from) in labels.iter_mut().zip(&came_from).rev() {
            *label = Label::ALL[at];
            at = usize::from(from[at]);
        }
        (total, labels)
    }

    /// The cost of each step, without and with a blank line: `[gap][to][from]`.
    fn steps(&self) -> [[[f32; Label::COUNT]; Label::COUNT]; 2] {
        [false, true].map(|gap| {
            Label::ALL.map(|to| Label::ALL.map(|from| step(from, to) + self.habit.gap_cost(Step::of(from, to), gap)))
        })
    }
}

fn least_step(cost: &[f32; Label::COUNT], steps: &[f32; Label::COUNT]) -> (f32, usize) {
    let mut least = (f32::INFINITY, 0);
    for (from, (cost, step)) in cost.iter().zip(steps).enumerate() {
        let sum = cost + step;
        if sum < least.0 {
            least = (sum, from);
        }
    }
    least
}

/// The cost of a page that begins with a label.
fn begin(label: Label) -> f32 {
    match label {
        Label::Inner | Label::Last => weight::BEGIN_INSIDE,
        label => step(Label::Only, label),
    }
}

/// The cost of a step, blank lines apart.
fn step(from: Label, to: Label) -> f32 {
    use Label::{Byline, Credit, First, Head, Heading, Inner, Last, Only, Row, Verse};
    match (from, to) {
        (First | Inner, Inner | Last) => 0.0,
        (Head, Inner | Last) => weight::RESUME,
        (Row | Verse | Credit | Byline, Inner | Last) => weight::RESUME + 2.0,
        (_, Inner | Last) => f32::INFINITY,
        (First | Inner, Head) => weight::INTERRUPT,
        (First | Inner, Credit) => weight::CREDIT_INSIDE,
        (First | Inner, Row | Verse) => weight::BREAK_OFF + weight::ROWS,
        (First | Inner, _) => weight::BREAK_OFF,
        (Head, Head) => weight::HEAD_ON,
        (_, Head) => weight::HEAD,
        (Row, Row) | (Verse, Verse) => 0.0,
        (Head | Heading | Byline, Row | Verse) => weight::ROWS_BELOW,
        (_, Row | Verse) => weight::ROWS,
        (Head, Byline) => 0.0,
        (_, Byline) => weight::BYLINE,
        (Last | Only | Head | Row | Verse | Heading | Byline | Credit, First | Only | Heading | Credit) => 0.0,
    }
}
