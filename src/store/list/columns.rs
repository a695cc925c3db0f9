//! The columns of a row of the list, and the row that they make.

use rusqlite::{Connection, Row as SqlRow, params_from_iter};

use super::query::RowQuery;
use super::row_filter::RowFilter;
use crate::model::{ArticleId, Date, Filter, Kind, Row, RowKey};
use crate::store::tables::reading;

/// The columns of a [`Row`].
pub const COLUMNS: &str = "a.edition, a.place, a.turn, a.name, a.kind, a.title, u.name, e.date, p.number, \
    p.name, p.source, a.characters, r.reading, p.label";

/// The row of an article, by its number in the library, if the filter lets it through.
pub fn row_of(c: &Connection, article: i64, filter: &Filter) -> rusqlite::Result<Option<Row>> {
    let query = RowQuery::one(article, filter);
    let mut statement = c.prepare_cached(&query.select(COLUMNS))?;
    let mut rows = statement.query_map(params_from_iter(&query.values), row)?;
    let Some(row) = rows.next().transpose()? else { return Ok(None) };
    let is_fitting = RowFilter::of(filter).lets_through(c, article, &row.headline)?;
    Ok(is_fitting.then_some(row))
}

/// The row that the columns make.
pub fn row(row: &SqlRow<'_>) -> rusqlite::Result<Row> {
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
        page_label: row.get(13)?,
        reading: reading::from_word(row.get_ref(12)?.as_str_or_null()?),
    })
}
