//! What a search of the library found, as it comes.

use crate::app::effect::Ticket;
use crate::app::pane::{Cursor, Pane};
use crate::model::Hit;
use crate::typeset::Size;

use super::query::Query;

/// The most hits asked for.
pub const MOST: usize = 1000;
/// The rows that a hit takes.
pub const ROWS: u16 = 3;

/// The articles that a search found.
#[derive(Clone, Debug)]
pub struct Hits {
    query: Query,
    ticket: Ticket,
    hits: Vec<Hit>,
    finished: bool,
    cursor: Cursor,
}

impl Hits {
    /// A search that is to be answered.
    pub fn new(query: Query, ticket: Ticket) -> Self {
        Self { query, ticket, hits: Vec::new(), finished: false, cursor: Cursor::default() }
    }

    /// What was searched for.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Whether all hits have come.
    pub fn is_finished(&self) -> bool {
        self.finished
    }

    /// How many there are so far.
    pub fn count(&self) -> usize {
        self.hits.len()
    }

    /// The number of the current one, from 0.
    pub fn number(&self) -> usize {
        self.cursor.at
    }

    /// The hit the cursor is on.
    pub fn current(&self) -> Option<&Hit> {
        self.hits.get(self.cursor.at)
    }

    /// Takes more hits, if they answer this search.
    pub fn take(&mut self, ticket: Ticket, hits: Vec<Hit>, finished: bool) {
        if ticket == self.ticket {
            self.hits.extend(hits);
            self.hits.truncate(MOST);
            self.finished = finished;
            self.cursor.set_len(self.hits.len());
        }
    }

    /// The hits that are seen, each with whether the cursor is on it.
    pub fn shown(&self) -> impl Iterator<Item = (&Hit, bool)> {
        self.hits.iter().enumerate().skip(self.cursor.top).map(|(i, hit)| (hit, i == self.cursor.at))
    }

    /// Moves to the hit in a row of the pane, if one is there.
    pub fn point(&mut self, row: u16) -> bool {
        let at = self.cursor.top + usize::from(row / ROWS);
        let there = at < self.hits.len();
        if there {
            self.cursor.move_to(at);
        }
        there
    }
}

impl Pane for Hits {
    fn fit(&mut self, size: Size) {
        self.cursor.fit((size.height / ROWS).into());
    }

    fn step(&mut self, lines: isize) {
        self.cursor.step(lines);
    }

    fn turn(&mut self, screens: isize) {
        self.cursor.turn(screens);
    }

    fn half(&mut self, halves: isize) {
        self.cursor.half(halves);
    }

    fn top(&mut self) {
        self.cursor.move_to(0);
    }

    fn bottom(&mut self) {
        self.cursor.move_to(usize::MAX);
    }
}
