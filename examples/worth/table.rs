//! What each weight, rule and word list is worth, in points of the composite over all pages.

use crate::knobs::{Change, Kind};
use crate::pages::{Bench, Outcome};
use crate::score::Tally;

/// One line of the table.
struct Worth {
    name: String,
    meaning: &'static str,
    now: f32,
    /// The loss, in points, and how many pages change, under each trial.
    losses: Vec<(f64, usize)>,
}

impl Worth {
    /// Whether nothing of any page comes out otherwise under any trial.
    fn is_nothing(&self) -> bool {
        self.losses.iter().all(|(_, pages)| *pages == 0)
    }

    /// The most that it loses or gains.
    fn most(&self) -> f64 {
        self.losses.iter().map(|(loss, _)| *loss).fold(f64::NEG_INFINITY, f64::max)
    }
}

/// Prints the tables of some kinds; the dearest first, or in the order of the program.
pub fn print(bench: &Bench, kinds: &[Kind], in_order: bool) {
    let before = Tally::sum(&bench.tallies()).composite();
    println!("{} pages, composite {before:.2}", bench.pages.len());
    for &kind in kinds {
        let (title, columns) = match kind {
            Kind::Weight => ("weight", &["zero", "half", "double"][..]),
            Kind::Rule => ("rule", &["off"][..]),
            Kind::List => ("word list", &["empty"][..]),
        };
        let mut worths = worths(bench, kind, before);
        if !in_order {
            worths.sort_by(|a, b| b.most().total_cmp(&a.most()));
        }
        let heads: String = columns.iter().map(|column| format!("{column:>14}")).collect();
        println!("\n{title:<28}{:>8}{heads}   points lost (pages changed)", "now");
        for worth in worths.iter().filter(|worth| !worth.is_nothing()) {
            let losses: String = worth.losses.iter().map(|(loss, pages)| format!("{loss:>8.2} ({pages:>3})")).collect();
            println!("{:<28}{:>8}{losses}   {}", worth.name, worth.now, worth.meaning);
        }
        let nothing: Vec<&Worth> = worths.iter().filter(|worth| worth.is_nothing()).collect();
        println!("\nworth nothing: {} of {} ({title}s)", nothing.len(), worths.len());
        nothing.iter().for_each(|worth| println!("  {:<28}{:>8}   {}", worth.name, worth.now, worth.meaning));
    }
}

fn worths(bench: &Bench, kind: Kind, before: f64) -> Vec<Worth> {
    let knobs = &bench.knobs;
    let numbers: Vec<(usize, usize)> =
        knobs.of(kind).flat_map(|knob| (0..knobs.numbers(knob).len()).map(move |at| (knob, at))).collect();
    let times: &[f32] = if kind == Kind::Weight { &[0.0, 0.5, 2.0] } else { &[0.0] };
    let trial = |&(knob, at): &(usize, usize)| {
        let now = knobs.numbers(knob)[at];
        times.iter().map(move |times| vec![Change { knob, at, number: now * times }])
    };
    let trials: Vec<Vec<Change>> = numbers.iter().flat_map(trial).collect();
    let results = bench.trials(&trials);
    let loss = |outcomes: &Vec<Outcome>| {
        let changed = outcomes.iter().filter(|outcome| outcome.changed).count();
        (before - Tally::sum(outcomes.iter().map(|outcome| &outcome.tally)).composite(), changed)
    };
    let worth = |(&(knob, at), results): (&(usize, usize), &[Vec<Outcome>])| Worth {
        name: knobs.name(knob, at),
        meaning: knobs.meaning(knob),
        now: knobs.numbers(knob)[at],
        losses: results.iter().map(loss).collect(),
    };
    numbers.iter().zip(results.chunks(times.len())).map(worth).collect()
}
