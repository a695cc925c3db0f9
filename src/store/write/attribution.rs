//! What is said of a page beside what it says itself.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::model::Imprint;

/// What is said of a page beside what it says itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// By hand: it stands above what the page says, and survives every later import of it.
    pub given: Imprint,
    /// By the names of its file and folders: it counts where the page is silent.
    pub named: Imprint,
}

impl Attribution {
    /// It, said of a page of which other things were said before. What is given counts where the page is
    /// silent, or where it takes the place of what was given before.
    pub(super) fn behind(self, before: Self, page: &Imprint) -> Self {
        let Imprint { publication, date, page_number, page_name, page_label } = self.given;
        let earlier = before.given;
        let is_numbered = page.page_number.is_some() && earlier.page_number.is_none();
        let counting = Imprint {
            publication: publication.filter(|_| page.publication.is_none() || earlier.publication.is_some()),
            date: date.filter(|_| page.date.is_none() || earlier.date.is_some()),
            page_number: page_number.filter(|_| !is_numbered),
            page_label: page_label.filter(|_| !is_numbered),
            page_name: page_name.filter(|_| page.page_name.is_none() || earlier.page_name.is_some()),
        };
        Self { given: counting.or(earlier), named: self.named.or(before.named) }
    }

    /// All that is known of a page which says this of itself.
    pub(super) fn completed(&self, page: Imprint) -> Imprint {
        self.given.clone().or(page).or(self.named.clone())
    }

    /// What of a completed imprint the page may have said itself.
    pub(super) fn without(&self, whole: Imprint) -> Imprint {
        fn own<T: PartialEq>(whole: Option<T>, given: &Option<T>, named: &Option<T>) -> Option<T> {
            whole.filter(|_| given.is_none()).filter(|whole| named.as_ref() != Some(whole))
        }
        let Self { given, named } = self;
        let is_said = own(whole.page_number, &given.page_number, &named.page_number).is_some();
        Imprint {
            publication: own(whole.publication, &given.publication, &named.publication),
            date: own(whole.date, &given.date, &named.date),
            page_number: whole.page_number.filter(|_| is_said),
            page_label: whole.page_label.filter(|_| is_said),
            page_name: own(whole.page_name, &given.page_name, &named.page_name),
        }
    }

    /// What was said of a page in the library.
    pub(super) fn of_stored(c: &Connection, page: i64) -> rusqlite::Result<Self> {
        let said = c
            .prepare_cached(
                "SELECT given, named FROM pages WHERE id = ?1 AND (given IS NOT NULL OR named IS NOT NULL)",
            )?
            .query_row([page], |row| Self::of_row(row, 0))
            .optional()?;
        Ok(said.unwrap_or_default())
    }

    /// It from two columns of a row.
    pub(super) fn of_row(row: &Row<'_>, first: usize) -> rusqlite::Result<Self> {
        let imprint = |column| -> rusqlite::Result<Imprint> {
            let json = row.get_ref(column)?.as_str_or_null()?;
            Ok(json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default())
        };
        Ok(Self { given: imprint(first)?, named: imprint(first + 1)? })
    }

    /// It for its two columns.
    pub(super) fn columns(&self) -> rusqlite::Result<[Option<String>; 2]> {
        let json = |imprint: &Imprint| {
            let json = (!imprint.is_silent()).then(|| serde_json::to_string(imprint)).transpose();
            json.map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
        };
        Ok([json(&self.given)?, json(&self.named)?])
    }
}
