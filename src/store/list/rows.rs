//! Rows of the headline list in its own order, and how many a filter lets through.

use std::collections::HashSet;
use std::ops::ControlFlow;

use rusqlite::{Connection, Row as SqlRow, params_from_iter};

use super::columns::row_of;
use super::query::RowQuery;
use super::row_filter::RowFilter;
use super::scan::Scan;
use crate::model::{ArticleId, Direction, Filter, Order, Row, RowKey, Seat};
use crate::store::error::{Error, is_damage};
use crate::store::library::Library;

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
        let scan = Scan { stop: &|| false, filter, order: Order::Newest, direction };
        let start = from.map(|key| (Seat { key, reading: Default::default() }, false));
        let mut rows = Vec::new();
        self.sql(|c| {
            scan.rows(c, start, |row| {
                rows.push(row);
                if rows.len() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            })
        })?;
        if direction == Direction::Backward {
            rows.reverse();
        }
        Ok(rows)
    }

    /// All rows that can be read of a damaged library, the newest first, and how many cannot be: looked for by
    /// the index of their order, and each read by itself.
    ///
    /// # Errors
    /// Those of the library other than that it is damaged.
    pub fn sound_rows(&self, filter: &Filter) -> Result<(Vec<Row>, usize), Error> {
        const WAYS: [&str; 2] = [
            "SELECT id FROM articles INDEXED BY articles_in_order ORDER BY edition DESC, place, turn",
            "SELECT id FROM articles INDEXED BY articles_in_order ORDER BY edition, place DESC, turn DESC",
        ];
        self.sql(|c| {
            let mut numbers = Vec::new();
            for way in WAYS {
                let mut statement = c.prepare(way)?;
                let found: Vec<i64> = statement.query_map([], |row| row.get(0))?.map_while(Result::ok).collect();
                let known: HashSet<_> = numbers.iter().copied().collect();
                numbers.extend(found.into_iter().filter(|number| !known.contains(number)));
            }
            let (mut rows, mut damaged) = (Vec::new(), 0);
            for number in numbers {
                match row_of(c, number, filter) {
                    Err(error) if is_damage(&error) => damaged += 1,
                    row => rows.extend(row?),
                }
            }
            Ok((rows, damaged))
        })
    }

    /// How many articles a filter lets through. Takes time in proportion to the library.
    ///
    /// # Errors
    /// Those of the library.
    pub fn count(&self, filter: &Filter) -> Result<u64, Error> {
        self.count_until(filter, &|| false)
    }

    /// How many articles a filter lets through, or, where `stop` breaks the count off, how many of
    /// those counted until then. `stop` is asked before each article that is looked at.
    ///
    /// # Errors
    /// Those of the library.
    pub fn count_until(&self, filter: &Filter, stop: &dyn Fn() -> bool) -> Result<u64, Error> {
        self.sql(|c| match *filter == Filter::default() {
            true => c.prepare_cached("SELECT count(*) FROM articles")?.query_row([], number),
            false => count(c, filter, &RowQuery::of(filter, None), stop),
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

    /// Whether the library has no article.
    ///
    /// # Errors
    /// Those of the library.
    pub fn is_empty(&self) -> Result<bool, Error> {
        self.sql(|c| c.query_row("SELECT NOT EXISTS (SELECT 1 FROM articles)", [], |row| row.get(0)))
    }
}

/// How many articles of a query its filter lets through, until `stop` breaks the count off.
pub(super) fn count(
    c: &Connection,
    filter: &Filter,
    query: &RowQuery,
    stop: &dyn Fn() -> bool,
) -> rusqlite::Result<u64> {
    let row_filter = RowFilter::of(filter);
    // Where headlines do not matter, an index may answer without the table.
    let headline = if row_filter.reads_headlines() { "a.title" } else { "''" };
    let mut statement = c.prepare_cached(&query.select(&format!("{headline}, a.id")))?;
    let mut articles = statement.query(params_from_iter(&query.values))?;
    let mut count = 0;
    while let Some(article) = articles.next()? {
        if stop() {
            break;
        }
        count += u64::from(row_filter.lets_through(c, article.get(1)?, article.get_ref(0)?.as_str()?)?);
    }
    Ok(count)
}

/// The count that a row of an answer holds.
pub(super) fn number(row: &SqlRow<'_>) -> rusqlite::Result<u64> {
    Ok(row.get::<_, i64>(0)?.unsigned_abs())
}
