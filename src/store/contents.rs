//! The headline list: windows of rows by their keys, never all of it.

use rusqlite::types::Value;
use rusqlite::{Connection, Row as SqlRow, params_from_iter};

use super::{Error, Library, order, reading};
use crate::model::{ArticleId, Date, Direction, Filter, Kind, Row, RowKey};
use crate::text::{Needle, Squeezed};

/// The columns of a [`Row`].
const ROW: &str = "SELECT a.edition, a.place, a.turn, a.name, a.kind, a.title, u.name, e.date, p.number, p.name, \
    p.source, a.characters, r.reading FROM articles a JOIN pages p ON p.id = a.page \
    JOIN editions e ON e.key = a.edition LEFT JOIN publications u ON u.id = e.publication \
    LEFT JOIN readings r ON r.article = a.name";

impl Library {
    /// Rows of the list, in its order whichever way the window lies: the first after `from`
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
        let (beyond, order) = match direction {
            Direction::Forward => (">", "ASC"),
            Direction::Backward => ("<", "DESC"),
        };
        let mut wanted = Conditions::of(filter);
        if let Some(key) = from {
            wanted.conditions.push(format!("(a.edition, a.place, a.turn) {beyond} (?, ?, ?)"));
            wanted.values.extend([key.edition, key.page, key.article].map(Value::from));
        }
        let query = format!(
            "{ROW} WHERE {} ORDER BY a.edition {order}, a.place {order}, a.turn {order}",
            wanted.conditions.join(" AND ")
        );
        let headline = Headline::new(&filter.headline);
        let mut rows: Vec<Row> = self.sql(|c| {
            let mut statement = c.prepare_cached(&query)?;
            let rows = statement.query_map(params_from_iter(&wanted.values), row)?;
            rows.filter(|row| row.as_ref().map_or(true, |row| headline.is_in(&row.headline))).take(limit).collect()
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
        let wanted = Conditions::of(filter);
        let headline = Headline::new(&filter.headline);
        let from = "FROM articles a JOIN pages p ON p.id = a.page JOIN editions e ON e.key = a.edition \
            LEFT JOIN publications u ON u.id = e.publication WHERE";
        let conditions = wanted.conditions.join(" AND ");
        self.sql(|c| {
            if *filter == Filter::default() {
                return c.prepare_cached("SELECT count(*) FROM articles")?.query_row([], number);
            }
            if headline.0.is_none() {
                return c
                    .prepare_cached(&format!("SELECT count(*) {from} {conditions}"))?
                    .query_row(params_from_iter(&wanted.values), number);
            }
            let mut statement = c.prepare_cached(&format!("SELECT a.title {from} {conditions}"))?;
            let mut titles = statement.query(params_from_iter(&wanted.values))?;
            let mut count = 0;
            while let Some(row) = titles.next()? {
                count += u64::from(headline.is_in(row.get_ref(0)?.as_str()?));
            }
            Ok(count)
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

/// The row of an article, by its number in the library, if the filter lets it through.
pub(super) fn row_of(c: &Connection, article: i64, filter: &Filter) -> rusqlite::Result<Option<Row>> {
    let mut wanted = Conditions::of(filter);
    wanted.conditions.push("a.id = ?".to_owned());
    wanted.values.push(article.into());
    let query = format!("{ROW} WHERE {}", wanted.conditions.join(" AND "));
    let mut statement = c.prepare_cached(&query)?;
    let mut rows = statement.query_map(params_from_iter(&wanted.values), row)?;
    let headline = Headline::new(&filter.headline);
    Ok(rows.next().transpose()?.filter(|row| headline.is_in(&row.headline)))
}

/// A filter as conditions on articles `a`, pages `p`, editions `e` and publications `u`.
struct Conditions {
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    fn of(filter: &Filter) -> Self {
        let mut wanted = Self { conditions: vec!["1".to_owned()], values: Vec::new() };
        wanted.equals("u.name = ?", &filter.publication);
        wanted.equals("p.name = ?", &filter.page_name);
        if filter.since.is_some() || filter.until.is_some() {
            let editions = order::editions(filter.since, filter.until);
            wanted.push("a.edition >= ? AND a.edition < ?", [editions.start.into(), editions.end.into()]);
        }
        if !filter.sources.is_empty() {
            wanted.any("p.id IN (SELECT max(id) FROM pages WHERE source IN (", ") GROUP BY source)", &filter.sources);
        }
        if !filter.pages.is_empty() {
            wanted.any("p.id IN (", ")", &filter.pages.iter().map(|page| page.0).collect::<Vec<_>>());
        }
        wanted
    }

    fn equals(&mut self, condition: &str, value: &Option<String>) {
        if let Some(value) = value {
            self.push(condition, [value.clone().into()]);
        }
    }

    fn any<T: Clone + Into<Value>>(&mut self, before: &str, after: &str, values: &[T]) {
        let marks = vec!["?"; values.len()].join(",");
        self.push(&format!("{before}{marks}{after}"), values.iter().map(|value| value.clone().into()));
    }

    fn push(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.conditions.push(condition.to_owned());
        self.values.extend(values);
    }
}

/// What a headline must hold; capital letters and white space make no difference here.
struct Headline(Option<Needle>);

impl Headline {
    fn new(words: &str) -> Self {
        Self(Needle::new(&words.to_lowercase()))
    }

    fn is_in(&self, headline: &str) -> bool {
        self.0.as_ref().is_none_or(|needle| needle.is_in(&Squeezed::new(&headline.to_lowercase())))
    }
}

fn number(row: &SqlRow<'_>) -> rusqlite::Result<u64> {
    Ok(row.get::<_, i64>(0)?.unsigned_abs())
}

fn row(row: &SqlRow<'_>) -> rusqlite::Result<Row> {
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
