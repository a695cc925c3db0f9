//! The headline list: stretches of its entries, never all of it. A folded edition or page is
//! stepped over, however many articles it has.

use std::cell::Cell;
use std::ops::ControlFlow;

use rusqlite::{Connection, params_from_iter};

use crate::model::{Direction, Filter, Folded, Group, Listed, Listing, Row, Seat, Stretch};
use crate::store::error::Error;
use crate::store::library::Library;
use crate::store::list::filter::Wanted;
use crate::store::list::rows;
use crate::store::list::scan::Walk;

impl Library {
    /// Entries of a list, in its order whichever way the stretch lies. Nothing is folded in an
    /// order that does not keep pages together.
    ///
    /// # Errors
    /// Those of the library.
    pub fn listed(&self, listing: &Listing, stretch: &Stretch) -> Result<Vec<Listed>, Error> {
        Ok(self.listed_until(listing, stretch, &|_| false)?.0)
    }

    /// The same, broken off where `stop` says so, which is told how many entries there are and
    /// asked before each article that is looked at: articles that a filter lets through may be far
    /// between. Also whether it was broken off.
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

fn entries(
    c: &Connection,
    listing: &Listing,
    stretch: &Stretch,
    number: &Cell<usize>,
    stop: &dyn Fn() -> bool,
) -> rusqlite::Result<Vec<Listed>> {
    let Stretch { direction, limit, .. } = *stretch;
    let walk = Walk { stop, filter: &listing.filter, order: listing.order, direction };
    let mut listed: Vec<Listed> = Vec::new();
    let mut start = stretch.from.map(|seat| (seat, stretch.included));
    while listed.len() < limit {
        let met = walk.rows(c, start, |row| {
            if let Some(group) = listing.hiding(&row) {
                return ControlFlow::Break(Some((row, group)));
            }
            listed.push(Listed::article(row));
            number.set(listed.len());
            if listed.len() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(None) }
        })?;
        let Some((row, group)) = met.flatten() else { break };
        let folded = folded(c, &walk, row, group)?;
        start = Some((folded.beyond(direction), false));
        listed.push(folded);
        number.set(listed.len());
    }
    Ok(listed)
}

/// What stands in place of a group, one of whose rows was met.
fn folded(c: &Connection, walk: &Walk<'_>, met: Row, group: Group) -> rusqlite::Result<Listed> {
    let first = match walk.direction {
        Direction::Forward => None,
        Direction::Backward => {
            let seat = Seat { key: group.end(Direction::Backward), reading: met.reading };
            let forward = Walk { stop: &|| false, direction: Direction::Forward, ..*walk };
            forward.rows(c, Some((seat, false)), ControlFlow::Break)?
        }
    };
    let articles = articles_of(c, walk.filter, group)?;
    Ok(Listed::folded(first.unwrap_or(met), Folded { group, articles }))
}

/// The articles of a group that a filter lets through.
fn articles_of(c: &Connection, filter: &Filter, group: Group) -> rusqlite::Result<u64> {
    let mut wanted = Wanted::of(filter, None);
    match group {
        Group::Edition(edition) => wanted.push("a.edition = ?", [edition.into()]),
        Group::Page(edition, page) => {
            wanted.push("(a.edition, a.place) = (?, ?)", [edition.into(), page.into()]);
        }
    }
    if *filter == Filter::default() {
        let query = format!("SELECT count(*) FROM articles a WHERE {}", wanted.clause());
        return c.prepare_cached(&query)?.query_row(params_from_iter(&wanted.values), rows::number);
    }
    rows::count(c, filter, &wanted, &|| false)
}
