//! The headline list: its rows, how many there are, one of them.

use std::ops::ControlFlow;

use rusqlite::{Connection, Row as SqlRow, params_from_iter};

use crate::model::{ArticleId, Date, Direction, Filter, Kind, Order, Row, RowKey, Seat};
use crate::store::error::Error;
use crate::store::library::Library;
use crate::store::list::byline::Byline;
use crate::store::list::filter::{Headline, Wanted};
use crate::store::list::scan::Walk;
use crate::store::tables::reading;

/// The columns of a [`Row`].
pub(in crate::store) const COLUMNS: &str = "a.edition, a.place, a.turn, a.name, a.kind, a.title, u.name, e.date, p.number, \
    p.name, p.source, a.characters, r.reading";

impl Library {
    /// Rows of the list, newest edition first whichever way the window lies: the first after `from`
    /// (forward) or the last before it (backward); without it from the list's beginning or end.
    ///
    /// # Errors
    /// Those of the library.
    pub fn rows(
        &self,
        filter: &Filter,
        from: Option<RowKey>,
        direction: Direction,
        limit: usize,
    ) -> Result<Vec<Row>, Error> {
        let walk = Walk { stop: &|| false, filter, order: Order::Newest, direction };
        let start = from.map(|key| (Seat { key, reading: Default::default() }, false));
        let mut rows = Vec::new();
        self.sql(|c| {
            walk.rows(c, start, |row| {
                rows.push(row);
                if rows.len() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            })
        })?;
        if direction == Direction::Backward {
            rows.reverse();
        }
        Ok(rows)
    }

    /// How many articles a filter lets through. Takes time in proportion to the library.
    ///
    /// # Errors
    /// Those of the library.
    pub fn count(&self, filter: &Filter) -> Result<u64, Error> {
        self.count_until(filter, &|| false)
    }

    /// The same, broken off where `stop` says so, which is asked before each article that is
    /// looked at; the count is then one of those before it.
    ///
    /// # Errors
    /// Those of the library.
    pub fn count_until(&self, filter: &Filter, stop: &dyn Fn() -> bool) -> Result<u64, Error> {
        self.sql(|c| match *filter == Filter::default() {
            true => c.prepare_cached("SELECT count(*) FROM articles")?.query_row([], number),
            false => count(c, filter, &Wanted::of(filter, None), stop),
        })
    }

    /// An article's line in the list.
    ///
    /// # Errors
    /// Those of the library.
    pub fn row(&self, id: ArticleId) -> Result<Option<Row>, Error> {
        self.sql(|c| {
            let mut newest = c.prepare_cached("SELECT max(id) FROM articles WHERE name = ?1")?;
            match newest.query_row([id.bytes()], |row| row.get(0))? {
                Some(article) => row_of(c, article, &Filter::default()),
                None => Ok(None),
            }
        })
    }

    /// Whether there is no article in it.
    ///
    /// # Errors
    /// Those of the library.
    pub fn is_empty(&self) -> Result<bool, Error> {
        self.sql(|c| c.query_row("SELECT NOT EXISTS (SELECT 1 FROM articles)", [], |row| row.get(0)))
    }
}

/// How many articles a filter lets through of those that are wanted, until it is to stop.
pub(in crate::store) fn count(
    c: &Connection,
    filter: &Filter,
    wanted: &Wanted,
    stop: &dyn Fn() -> bool,
) -> rusqlite::Result<u64> {
    let (headline, byline) = (Headline::of(filter), Byline::of(filter));
    // Where nothing is asked of headlines, an index may tell all.
    let title = if headline.is_any() { "''" } else { "a.title" };
    let (tables, clause) = (wanted.tables.joined(), wanted.clause());
    let mut statement = c.prepare_cached(&format!("SELECT {title}, a.id FROM {tables} WHERE {clause}"))?;
    let mut titles = statement.query(params_from_iter(&wanted.values))?;
    let mut count = 0;
    while let Some(row) = titles.next()? {
        if stop() {
            break;
        }
        count += u64::from(headline.is_in(row.get_ref(0)?.as_str()?) && byline.is_in(c, row.get(1)?)?);
    }
    Ok(count)
}

/// The row of an article, by its number in the library, if the filter lets it through.
pub(in crate::store) fn row_of(c: &Connection, article: i64, filter: &Filter) -> rusqlite::Result<Option<Row>> {
    let wanted = Wanted::one(article, filter);
    let query = format!("SELECT {COLUMNS} FROM {} WHERE {}", wanted.tables.joined(), wanted.clause());
    let mut statement = c.prepare_cached(&query)?;
    let mut rows = statement.query_map(params_from_iter(&wanted.values), row)?;
    let Some(row) = rows.next().transpose()? else { return Ok(None) };
    let fits = Headline::of(filter).is_in(&row.headline) && Byline::of(filter).is_in(c, article)?;
    Ok(fits.then_some(row))
}

/// A count.
pub(in crate::store) fn number(row: &SqlRow<'_>) -> rusqlite::Result<u64> {
    Ok(row.get::<_, i64>(0)?.unsigned_abs())
}

/// The row that the columns make.
pub(in crate::store) fn row(row: &SqlRow<'_>) -> rusqlite::Result<Row> {
    let kind = row.get_ref(4)?.as_str()?;
    Ok(Row {
        key: RowKey { edition: row.get(0)?, page: row.get(1)?, article: row.get(2)? },
        id: ArticleId::from_bytes(row.get(3)?),
        kind: if kind == "photo" { Kind::Photo } else { Kind::Story },
        headline: row.get(5)?,
        publication: row.get(6)?,
        date: row.get::<_, Option<String>>(7)?.and_then(|date| date.parse::<Date>().ok()),
        page_number: row.get(8)?,
        page_name: row.get(9)?,
        source: row.get(10)?,
        characters: row.get::<_, i64>(11)?.unsigned_abs(),
        reading: reading::named(row.get_ref(12)?.as_str_or_null()?),
    })
}
