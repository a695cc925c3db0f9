//! What the parser's weights, rules and word lists are worth, measured on gold pages; and better weights.
//!
//! ```text
//! cargo run --release --features tune --example worth -- table
//! cargo run --release --features tune --example worth -- fit
//! cargo run --release --features tune --example worth -- score tests/gold/held
//! ```
//!
//! - `table` prints how many points the pages lose with each weight at zero, half and double, with each
//!   rule off and each word list empty, and names what is worth nothing.
//! - `fit` changes one weight after the other as long as that gains on newspapers which it was not chosen
//!   on, and prints what it proposes. It writes nothing.
//! - `score` prints the score of pages. It alone takes `tests/gold/held` and `tests/gold/pdf/held`, which
//!   are kept out of all else, and prints no page of them.
//!
//! All of them take `--set NAME=NUMBER`, any number of times, to begin from other values: a weight
//! (`look.head=0.4`, `look.lead[1]=6`), a rule or a word list (`titles.KICKERS=0`).
//!
//! The feature `tune` makes the weights changeable while the program runs; without it they are constants
//! and this tool is not built.
//!
//! Modules: [`places`] lays texts on a page, [`likeness`] compares two, [`score`] scores a page, [`knobs`]
//! are what can be changed, [`pages`] reads, parses and scores the gold pages under any changes, [`table`]
//! and [`fit`] print.

mod fit;
mod knobs;
mod likeness;
mod pages;
mod places;
mod score;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::fit::Fit;
use crate::knobs::{Kind, Knobs};
use crate::pages::Bench;
use crate::score::Tally;

/// What the parser's weights, rules and word lists are worth on gold pages.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// What each weight, rule and word list is worth, and which are worth nothing.
    Table {
        /// Weights only.
        #[arg(long)]
        weights: bool,
        /// Rules only.
        #[arg(long)]
        rules: bool,
        /// Word lists only.
        #[arg(long)]
        lists: bool,
        /// In the order of the program, not the dearest first.
        #[arg(long)]
        in_order: bool,
        #[command(flatten)]
        pages: Pages,
    },
    /// Which weights would gain on newspapers not seen, and by how much.
    Fit {
        /// In how many folds the newspapers are dealt.
        #[arg(long, default_value_t = 6)]
        folds: usize,
        /// How many weights are changed at most.
        #[arg(long, default_value_t = 20)]
        most: usize,
        /// What a change must gain on unseen folds, in points.
        #[arg(long, default_value_t = 0.02)]
        least: f64,
        /// A group of weights that is tried, as `heads`; all where none is named.
        #[arg(long, value_name = "GROUP")]
        group: Vec<String>,
        #[command(flatten)]
        pages: Pages,
    },
    /// The score of pages.
    Score {
        /// Each page's too.
        #[arg(long)]
        each: bool,
        #[command(flatten)]
        pages: Pages,
    },
}

#[derive(Args)]
struct Pages {
    /// Gold files, or folders of them.
    #[arg(default_values = ["tests/gold/fit", "tests/gold/pdf/fit", "tests/pages"])]
    paths: Vec<PathBuf>,
    /// A weight, a rule (0 is off) or a word list (0 is empty) changed beforehand.
    #[arg(long, value_name = "NAME=NUMBER")]
    set: Vec<String>,
    /// On how many threads.
    #[arg(long, default_value_t = 1)]
    jobs: usize,
}

impl Pages {
    /// Reads and scores them.
    fn bench(&self) -> Result<Bench, String> {
        let knobs = Knobs::all();
        let changes = self.set.iter().map(|text| knobs.change(text)).collect::<Result<_, _>>()?;
        let pages = pages::read(&self.paths).map_err(|error| error.to_string())?;
        Ok(Bench::new(pages, knobs, changes, self.jobs))
    }

    /// Does so where none of them is kept out of all but scoring.
    fn open_bench(&self) -> Result<Bench, String> {
        if self.are_held() {
            return Err("what is held is scored as a whole, and nothing else is done with it".to_owned());
        }
        self.bench()
    }

    fn are_held(&self) -> bool {
        self.paths.iter().any(|path| path.iter().any(|part| part == "held"))
    }
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), String> {
    match command {
        Command::Table { weights, rules, lists, in_order, pages } => {
            let wanted = [(weights, Kind::Weight), (rules, Kind::Rule), (lists, Kind::List)];
            let all = !(weights || rules || lists);
            let kinds: Vec<Kind> = wanted.into_iter().filter(|(is, _)| *is || all).map(|(_, kind)| kind).collect();
            table::print(&pages.open_bench()?, &kinds, in_order);
        }
        Command::Fit { folds, most, least, group: groups, pages } => {
            fit::print(&mut pages.open_bench()?, Fit { folds: folds.max(2), most, least, groups });
        }
        Command::Score { each, pages } => {
            let bench = if each { pages.open_bench()? } else { pages.bench()? };
            print_scores(&bench, each);
        }
    }
    Ok(())
}

fn print_scores(bench: &Bench, each: bool) {
    let tallies = bench.tallies();
    for (page, tally) in bench.pages.iter().zip(&tallies).filter(|_| each) {
        println!("{:<40}{:>8.2}", page.name, tally.composite());
    }
    let all = Tally::sum(&tallies);
    for (name, weight, value) in all.values() {
        println!(
            "{name:<12} x {weight:<3}{:>8}",
            value.map_or("-".to_owned(), |value| format!("{:.2}", value * 100.0))
        );
    }
    println!("{} pages, composite {:.2}", tallies.len(), all.composite());
}
