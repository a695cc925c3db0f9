//! What can be changed: the parser's weights, its rules and its word lists.

use paper_reader::parse::{self, Knob};

/// All that can be changed, each as it is in the program.
pub struct Knobs {
    all: Vec<(Knob, Vec<f32>)>,
}

/// One number of one knob, changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Which knob.
    pub knob: usize,
    /// Which of its numbers.
    pub at: usize,
    /// What it becomes.
    pub number: f32,
}

/// What a knob is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A weight.
    Weight,
    /// A rule: on or off.
    Rule,
    /// A word list: read or empty.
    List,
}

impl Knobs {
    /// All, as they are in the program.
    pub fn all() -> Self {
        let knobs = [parse::weights(), parse::rules(), parse::lists()].concat();
        Self { all: knobs.into_iter().map(|knob| (knob, (knob.numbers)())).collect() }
    }

    /// The places of those of a kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = usize> + use<> {
        let (weights, rules) = (parse::weights().len(), parse::rules().len());
        match kind {
            Kind::Weight => 0..weights,
            Kind::Rule => weights..weights + rules,
            Kind::List => weights + rules..self.all.len(),
        }
    }

    /// A knob's numbers in the program.
    pub fn numbers(&self, knob: usize) -> &[f32] {
        &self.all[knob].1
    }

    /// The group that a knob stands in.
    pub fn group(&self, knob: usize) -> &'static str {
        self.all[knob].0.group
    }

    /// What a knob means.
    pub fn meaning(&self, knob: usize) -> &'static str {
        self.all[knob].0.meaning.trim()
    }

    /// The name of one number of a knob: look.head, look.lead[1].
    pub fn name(&self, knob: usize, at: usize) -> String {
        let (Knob { group, name, .. }, numbers) = &self.all[knob];
        if numbers.len() > 1 { format!("{group}.{name}[{at}]") } else { format!("{group}.{name}") }
    }

    /// A change as it is written: `look.head=0.4`, `look.lead[1]=6`, `title.tall=0`.
    ///
    /// # Errors
    /// Where there is no such knob or number.
    pub fn change(&self, text: &str) -> Result<Change, String> {
        let (name, number) = text.split_once('=').ok_or(format!("{text}: write NAME=NUMBER"))?;
        let number = number.parse().map_err(|_| format!("{text}: {number} is no number"))?;
        let places = (0..self.all.len()).flat_map(|knob| (0..self.all[knob].1.len()).map(move |at| (knob, at)));
        let mut named = places.filter(|&(knob, at)| self.name(knob, at) == name);
        let (knob, at) = named.next().ok_or(format!("{text}: nothing is called {name}"))?;
        Ok(Change { knob, at, number })
    }

    /// Does something under changes, on this thread.
    pub fn with<T>(&self, changes: &[Change], work: impl FnOnce() -> T) -> T {
        for Change { knob, at, number } in changes {
            (self.all[*knob].0.set)(*at, *number);
        }
        let done = work();
        for Change { knob, .. } in changes {
            let (knob, numbers) = &self.all[*knob];
            numbers.iter().enumerate().for_each(|(at, number)| (knob.set)(at, *number));
        }
        done
    }
}
