//! What is said of pages by hand in the reader.

use rusqlite::Connection;

use super::attribution::Attribution;
use super::{articles, page, stored};
use crate::model::{Group, Imprint, PageId};
use crate::store::error::Error;
use crate::store::library::Library;

impl Library {
    /// Says of the pages of a page or an edition by hand what is other in `now` than in `before`: it stands above what
    /// they say themselves, and survives every later import of them. What is said no more is left to what the page
    /// says itself: it is to be parsed anew. Of an edition's pages numbers and names stay as they are. Returns the
    /// pages that are others now.
    ///
    /// # Errors
    /// Those of the library, which is then as it was.
    pub fn give(&mut self, group: Group, before: &Imprint, now: &Imprint) -> Result<Vec<PageId>, Error> {
        self.change(|c| {
            let mut changed = Vec::new();
            for id in pages(c, group)? {
                let said = Attribution::of_stored(c, id)?;
                let given = corrected(said.given.clone(), before, now, matches!(group, Group::Page(..)));
                if given != said.given {
                    let page = stored::page(c, id)?.given(given);
                    page::replace(c, id, stored::head(c, id)?.import, &page, &articles::of_page(c, id)?)?;
                    changed.push(PageId(id));
                }
            }
            Ok(changed)
        })
    }
}

/// What is given of a page, with what is other now.
fn corrected(given: Imprint, before: &Imprint, now: &Imprint, is_of_page: bool) -> Imprint {
    fn field<T: Clone + PartialEq>(given: Option<T>, before: &Option<T>, now: &Option<T>) -> Option<T> {
        if before == now { given } else { now.clone() }
    }
    let of_edition = Imprint {
        publication: field(given.publication.clone(), &before.publication, &now.publication),
        date: field(given.date, &before.date, &now.date),
        ..given.clone()
    };
    if !is_of_page {
        return of_edition;
    }
    let is_numbered_anew = (before.page_number, &before.page_label) != (now.page_number, &now.page_label);
    let (page_number, page_label) = match is_numbered_anew {
        true => (now.page_number, now.page_label.clone()),
        false => (given.page_number, given.page_label),
    };
    Imprint {
        page_number,
        page_label,
        page_name: field(given.page_name, &before.page_name, &now.page_name),
        ..of_edition
    }
}

/// The numbers of the pages of a page or an edition.
fn pages(c: &Connection, group: Group) -> rusqlite::Result<Vec<i64>> {
    let (edition, place) = match group {
        Group::Edition(edition) => (edition, None),
        Group::Page(edition, place) => (edition, Some(place)),
    };
    c.prepare_cached("SELECT id FROM pages WHERE edition = ?1 AND place = coalesce(?2, place) ORDER BY id")?
        .query_map((edition, place), |row| row.get(0))?
        .collect()
}
