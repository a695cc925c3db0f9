//! Weights fitted by coordinate descent, with folds: what is chosen on some newspapers must gain on
//! others, which it has not seen.

use std::collections::BTreeMap;

use crate::knobs::{Change, Kind};
use crate::pages::{Bench, Outcome};
use crate::score::Tally;

/// What a weight may be multiplied by.
const TIMES: [f32; 8] = [0.0, 0.5, 0.7, 0.85, 1.2, 1.4, 2.0, -0.5];

/// How a fit is done.
#[derive(Clone, Debug)]
pub struct Fit {
    /// How many folds.
    pub folds: usize,
    /// How many weights are changed at most.
    pub most: usize,
    /// What a change must gain on unseen folds, in points.
    pub least: f64,
    /// The groups of weights that are tried; all where none is named.
    pub groups: Vec<String>,
}

/// What a weight gains.
struct Gain {
    change: Change,
    /// On unseen folds, in points over all pages.
    unseen: f64,
    /// On all pages, with the value that is best on all.
    seen: f64,
    /// How many folds, each unseen, gain and lose.
    folds: [usize; 2],
}

/// Prints the weights that gain on unseen folds, one after the other, and the table that is proposed.
pub fn print(bench: &mut Bench, fit: Fit) {
    let folds = folds(bench, fit.folds);
    println!("{} pages in {} folds:", bench.pages.len(), fit.folds);
    for fold in 0..fit.folds {
        let pages = folds.iter().filter(|of| **of == fold).count();
        println!("  {fold}: {pages} pages, composite {:.2}", composite(&bench.tallies(), &folds, |of| of == fold));
    }
    let mut all: Vec<(usize, usize)> = numbers(bench, &fit.groups);
    println!("\n{:<28}{:>8}{:>8}{:>10}{:>10}   folds that gain, lose", "weight", "now", "new", "unseen", "seen");
    for _ in 0..fit.most {
        let mut gains: Vec<Gain> = gains(bench, &all, &folds, fit.folds);
        // What gains nothing now is not tried again.
        gains.retain(|gain| gain.unseen > 0.0 && gain.folds[0] > gain.folds[1]);
        gains.sort_by(|a, b| b.unseen.total_cmp(&a.unseen));
        all = gains.iter().map(|gain| (gain.change.knob, gain.change.at)).collect();
        let Some(gain) = gains.first().filter(|gain| gain.unseen >= fit.least) else { break };
        let now = standing(bench, gain.change.knob, gain.change.at);
        println!(
            "{:<28}{now:>8}{:>8}{:>10.3}{:>10.3}   {}, {}",
            bench.knobs.name(gain.change.knob, gain.change.at),
            gain.change.number,
            gain.unseen,
            gain.seen,
            gain.folds[0],
            gain.folds[1],
        );
        bench.change(vec![gain.change]);
    }
    println!("\ncomposite {:.2}; proposed:", Tally::sum(&bench.tallies()).composite());
    let mut proposed = BTreeMap::new();
    bench.changes.iter().for_each(|change| {
        proposed.insert((change.knob, change.at), change.number);
    });
    for ((knob, at), number) in proposed {
        println!("  --set {}={number}", bench.knobs.name(knob, at));
    }
}

/// All numbers of the weights of some groups, or of all.
fn numbers(bench: &Bench, groups: &[String]) -> Vec<(usize, usize)> {
    let knobs = &bench.knobs;
    let wanted = |&knob: &usize| groups.is_empty() || groups.iter().any(|group| group == knobs.group(knob));
    knobs
        .of(Kind::Weight)
        .filter(wanted)
        .flat_map(|knob| (0..knobs.numbers(knob).len()).map(move |at| (knob, at)))
        .collect()
}

/// What a number is as the bench stands.
fn standing(bench: &Bench, knob: usize, at: usize) -> f32 {
    let changed = bench.changes.iter().rev().find(|change| (change.knob, change.at) == (knob, at));
    changed.map_or(bench.knobs.numbers(knob)[at], |change| change.number)
}

/// The fold of each page: pages of one newspaper are in one, and folds are about as large.
fn folds(bench: &Bench, count: usize) -> Vec<usize> {
    let mut newspapers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (n, page) in bench.pages.iter().enumerate() {
        newspapers.entry(one_name(&page.newspaper)).or_default().push(n);
    }
    let mut newspapers: Vec<(&str, Vec<usize>)> = newspapers.into_iter().collect();
    newspapers.sort_by_key(|(name, pages)| (std::cmp::Reverse(pages.len()), *name));
    let mut folds = vec![0; bench.pages.len()];
    let mut sizes = vec![0; count];
    for (_, pages) in newspapers {
        let fold = (0..count).min_by_key(|&fold| sizes[fold]).unwrap_or(0);
        sizes[fold] += pages.len();
        pages.iter().for_each(|&page| folds[page] = fold);
    }
    folds
}

/// A newspaper's name in one script: some of the invented ones are printed in both.
fn one_name(name: &str) -> &str {
    match name {
        "江北日報" => "江北日报",
        "北嶺農報" => "北岭农报",
        name => name,
    }
}

/// The composite of the pages whose fold is wanted.
fn composite(tallies: &[Tally], folds: &[usize], wanted: impl Fn(usize) -> bool) -> f64 {
    let of = tallies.iter().zip(folds).filter(|(_, fold)| wanted(**fold)).map(|(tally, _)| tally);
    Tally::sum(of).composite()
}

/// What each number of some weights gains by itself, as the bench stands.
fn gains(bench: &Bench, numbers: &[(usize, usize)], folds: &[usize], count: usize) -> Vec<Gain> {
    let values = |&(knob, at): &(usize, usize)| {
        let now = standing(bench, knob, at);
        let values = if now == 0.0 { [-1.0, -0.5, -0.25, -0.1, 0.1, 0.25, 0.5, 1.0] } else { TIMES.map(|t| t * now) };
        values.map(|number| vec![Change { knob, at, number }])
    };
    let trials: Vec<Vec<Change>> = numbers.iter().flat_map(values).collect();
    let before = bench.tallies();
    let results = bench.trials(&trials);
    let tallies = |outcomes: &Vec<Outcome>| outcomes.iter().map(|outcome| outcome.tally).collect::<Vec<_>>();
    let results: Vec<Vec<Tally>> = results.iter().map(tallies).collect();
    let trials = trials.chunks(TIMES.len()).zip(results.chunks(TIMES.len()));
    trials.filter_map(|(changes, results)| gain(&before, changes, results, folds, count)).collect()
}

/// What one number gains: for each fold the value that is best on the others; none where no value gains.
fn gain(
    before: &[Tally],
    changes: &[Vec<Change>],
    results: &[Vec<Tally>],
    folds: &[usize],
    count: usize,
) -> Option<Gain> {
    if results.iter().all(|tallies| tallies == before) {
        return None;
    }
    // The best value, if one gains, on the folds that are wanted.
    let best = |wanted: &dyn Fn(usize) -> bool| {
        let least = composite(before, folds, wanted);
        let scores = results.iter().map(|tallies| composite(tallies, folds, wanted)).enumerate();
        scores.filter(|(_, score)| *score > least + 1e-9).max_by(|a, b| a.1.total_cmp(&b.1))
    };
    let mut unseen = before.to_vec();
    let mut agree = [0, 0];
    for fold in 0..count {
        let Some((chosen, _)) = best(&|of| of != fold) else { continue };
        let [was, is] = [before, &results[chosen]].map(|tallies| composite(tallies, folds, |of| of == fold));
        agree[0] += usize::from(is > was + 1e-9);
        agree[1] += usize::from(is + 1e-9 < was);
        let of_fold = (0..unseen.len()).filter(|&page| folds[page] == fold);
        of_fold.for_each(|page| unseen[page] = results[chosen][page]);
    }
    let (chosen, seen) = best(&|_| true)?;
    let all = Tally::sum(before).composite();
    let unseen = Tally::sum(&unseen).composite() - all;
    changes[chosen].first().map(|&change| Gain { change, unseen, seen: seen - all, folds: agree })
}
