//! Which cells of a row are to be written so that the row looks as if it had been written whole.
//!
//! **Invariant:** what a terminal shows of a row depends on the row alone, never on the rows that
//! stood there before. So whatever a change touches is written again: all of a character that is
//! half painted over, and everything that one may reach whose width terminals do not agree on.

use ratatui::buffer::Cell;

use super::footprint::{Certainty, Footprint, footprints};

/// The changes of one row.
#[derive(Debug, Default)]
pub struct Changes {
    dirty: Vec<bool>,
    before: Vec<Footprint>,
    after: Vec<Footprint>,
}

impl Changes {
    /// Compares two states of a row.
    pub fn find(&mut self, before: &[Cell], after: &[Cell]) {
        self.dirty.clear();
        self.dirty.extend(before.iter().zip(after).map(|(before, after)| before != after));
        footprints(before, &mut self.before);
        footprints(after, &mut self.after);
        while self.spread() {}
    }

    /// What stands in the row now, each with whether it is to be written.
    pub fn after(&self) -> &[Footprint] {
        &self.after
    }

    /// Whether something that stands in the row now is to be written.
    pub fn is_dirty(&self, footprint: &Footprint) -> bool {
        self.dirty.get(footprint.column).copied().unwrap_or_default()
    }

    /// Has what is touched written whole, from the left and from the right; whether there is more of
    /// it now.
    fn spread(&mut self) -> bool {
        let mut more = false;
        let both = self.before.iter().chain(&self.after);
        for footprint in both.clone().chain(both.rev()) {
            more |= touch(&mut self.dirty, footprint);
        }
        more
    }
}

fn touch(dirty: &mut [bool], footprint: &Footprint) -> bool {
    let most = dirty.len();
    if !dirty[footprint.column..footprint.end().min(most)].contains(&true) {
        return false;
    }
    // A terminal may have joined it to what stands before it.
    let from =
        if footprint.certainty == Certainty::Doubtful { footprint.column.saturating_sub(1) } else { footprint.column };
    let touched = &mut dirty[from..(footprint.column + footprint.reach).min(most)];
    let more = touched.contains(&false);
    touched.fill(true);
    more
}
