//! The headline list with folded editions and pages: stretches of its entries, never all of it. A
//! folded group is stepped over, however many articles it has.

use std::cell::Cell;
use std::ops::ControlFlow;

use rusqlite::{Connection, params_from_iter};

use super::query::RowQuery;
use super::rows;
use super::scan::Scan;
use crate::model::{Direction, Filter, Folded, Group, Listed, Listing, Row, Seat, Stretch};
use crate::store::error::Error;
use crate::store::library::Library;

impl Library {
    /// Entries of a list, in its order whichever way the stretch lies. Nothing is folded in an
    /// order that does not keep pages together.
    ///
    /// # Errors
    /// Those of the library.
    pub fn listed(&self, listing: &Listing, stretch: &Stretch) -> Result<Vec<Listed>, Error> {
        Ok(self.listed_until(listing, stretch, &|_| false)?.0)
    }

    /// Entries of a list, as [`Library::listed`] gives them, and whether `stop` broke the search for
    /// them off. `stop` is asked before each article that is looked at, since articles that a filter
    /// lets through may be far between, and is told how many entries there are so far.
    ///
    /// # Errors
    /// Those of the library.
    pub fn listed_until(
        &self,
        listing: &Listing,
        stretch: &Stretch,
        stop: &dyn Fn(usize) -> bool,
    ) -> Result<(Vec<Listed>, bool), Error> {
        let (listed, broken_off) = (Cell::new(0), Cell::new(false));
        let stop = || {
            broken_off.set(stop(listed.get()));
            broken_off.get()
        };
        let mut entries = self.sql(|c| entries(c, listing, stretch, &listed, &stop))?;
        if stretch.direction == Direction::Backward {
            entries.reverse();
        }
        Ok((entries, broken_off.get()))
    }
}

/// Entries of a list from a place on, in the direction of the stretch; `so_far` is kept at their number.
fn entries(
    c: &Connection,
    listing: &Listing,
    stretch: &Stretch,
    so_far: &Cell<usize>,
    stop: &dyn Fn() -> bool,
) -> rusqlite::Result<Vec<Listed>> {
    let Stretch { direction, limit, .. } = *stretch;
    let scan = Scan { stop, filter: &listing.filter, order: listing.order, direction };
    let mut listed: Vec<Listed> = Vec::new();
    let mut start = stretch.from.map(|seat| (seat, stretch.included));
    while listed.len() < limit {
        let met = scan.rows(c, start, |row| {
            if let Some(group) = listing.hiding(&row) {
                return ControlFlow::Break(Some((row, group)));
            }
            listed.push(Listed::article(row));
            so_far.set(listed.len());
            if listed.len() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(None) }
        })?;
        let Some((row, group)) = met.flatten() else { break };
        let folded = folded(c, &scan, row, group)?;
        start = Some((folded.beyond(direction), false));
        listed.push(folded);
        so_far.set(listed.len());
    }
    Ok(listed)
}

/// The entry that stands in place of a group, one of whose rows was met by the scan. It shows the group's
/// first row; going backward its last one was met.
fn folded(c: &Connection, scan: &Scan<'_>, met: Row, group: Group) -> rusqlite::Result<Listed> {
    let first = match scan.direction {
        Direction::Forward => None,
        Direction::Backward => {
            let seat = Seat { key: group.end(Direction::Backward), reading: met.reading };
            let forward = Scan { stop: &|| false, direction: Direction::Forward, ..*scan };
            forward.rows(c, Some((seat, false)), ControlFlow::Break)?
        }
    };
    let articles = articles_of(c, scan.filter, group)?;
    Ok(Listed::folded(first.unwrap_or(met), Folded { group, articles }))
}

/// The articles of a group that a filter lets through.
fn articles_of(c: &Connection, filter: &Filter, group: Group) -> rusqlite::Result<u64> {
    let mut query = RowQuery::of(filter, None);
    query.within(group);
    if *filter == Filter::default() {
        // Without a filter an index tells the count, and no other table is gone through.
        let count = format!("SELECT count(*) FROM articles a WHERE {}", query.conditions());
        return c.prepare_cached(&count)?.query_row(params_from_iter(&query.values), rows::number);
    }
    rows::count(c, filter, &query, &|| false)
}
