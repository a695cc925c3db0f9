//! Going through the rows of a list from a place on, in any order.

use std::ops::ControlFlow;

use rusqlite::{Connection, OptionalExtension, Row as SqlRow, params_from_iter};

use super::access_path::AccessPath;
use super::columns::{self, COLUMNS};
use super::query::{Beside, RowQuery};
use super::row_filter::RowFilter;
use crate::model::{Direction, Filter, Order, Reading, Row, Seat};

/// The articles of a library in an order, as far as a filter lets them through.
#[derive(Clone, Copy)]
pub struct Scan<'a> {
    /// Asked before each article that is looked at: whether to end the scan there.
    pub stop: &'a dyn Fn() -> bool,
    /// Which articles.
    pub filter: &'a Filter,
    /// In which order.
    pub order: Order,
    /// In which direction.
    pub direction: Direction,
}

/// Where a scan begins: at a seat, and whether that seat's row belongs to it.
pub type ScanStart = Option<(Seat, bool)>;

/// A query and the order of its rows, as it stands behind ORDER BY.
struct OrderedQuery {
    query: RowQuery,
    order: String,
}

impl OrderedQuery {
    fn select(&self, columns: &str) -> String {
        format!("{} ORDER BY {}", self.query.select(columns), self.order)
    }
}

impl Scan<'_> {
    /// Hands over rows until `each` breaks the scan off; gives what it broke off with.
    pub fn rows<B>(
        &self,
        c: &Connection,
        start: ScanStart,
        mut each: impl FnMut(Row) -> ControlFlow<B>,
    ) -> rusqlite::Result<Option<B>> {
        let filter = RowFilter::of(self.filter);
        // Where few rows fit, only what tells whether one fits is read first, and the rest of those
        // that do.
        let columns = if filter.is_open() { COLUMNS } else { "a.id, a.title" };
        let fitting = |article: &SqlRow<'_>| {
            let number = article.get(0)?;
            match filter.lets_through(c, number, article.get_ref(1)?.as_str()?)? {
                true => columns::row_of(c, number, &Filter::default()),
                false => Ok(None),
            }
        };
        for part in self.queries(c, start)? {
            let mut statement = c.prepare_cached(&part.select(columns))?;
            let mut met = statement.query(params_from_iter(&part.query.values))?;
            while let Some(article) = met.next()? {
                if (self.stop)() {
                    return Ok(None);
                }
                let row = if filter.is_open() { Some(columns::row(article)?) } else { fitting(article)? };
                if let Some(ControlFlow::Break(end)) = row.map(&mut each) {
                    return Ok(Some(end));
                }
            }
        }
        Ok(None)
    }

    /// The queries whose rows, one query after the other, are those of the scan.
    fn queries(&self, c: &Connection, start: ScanStart) -> rusqlite::Result<Vec<OrderedQuery>> {
        match self.order {
            Order::Newest => Ok(vec![self.newest(self.filter, start)]),
            Order::Oldest => Ok(self.oldest(start)),
            Order::Longest => Ok(vec![self.longest(c, start)?]),
            Order::Unread => Ok(self.unread_first(start)),
        }
    }

    fn newest(&self, filter: &Filter, start: ScanStart) -> OrderedQuery {
        let direction = self.direction;
        let beside = start.map(|(seat, included)| Beside { key: seat.key, included, direction });
        let query = RowQuery::of(filter, beside);
        OrderedQuery { order: query.list_order(direction), query }
    }

    /// The rest of the edition in which the scan begins, then the editions after it.
    fn oldest(&self, start: ScanStart) -> Vec<OrderedQuery> {
        let (editions, articles, after, next) = match self.direction {
            Direction::Forward => ("DESC", "ASC", ">", "<"),
            Direction::Backward => ("ASC", "DESC", "<", ">"),
        };
        let mut parts = Vec::new();
        let mut others = RowQuery::of(self.filter, None);
        if others.path == AccessPath::List {
            others = RowQuery::by(AccessPath::Editions, self.filter, None);
        }
        let edition = others.path.edition();
        if let Some((Seat { key, .. }, included)) = start {
            let mut rest = RowQuery::of(self.filter, None);
            let or_equal = if included { "=" } else { "" };
            rest.push(&format!("{} = ?", rest.path.edition()), [key.edition.into()]);
            rest.push(&format!("(a.place, a.turn) {after}{or_equal} (?, ?)"), [key.page.into(), key.article.into()]);
            parts.push(OrderedQuery { query: rest, order: format!("a.place {articles}, a.turn {articles}") });
            others.push(&format!("{edition} {next} ?"), [key.edition.into()]);
        }
        let order = format!("{edition} {editions}, a.place {articles}, a.turn {articles}");
        parts.push(OrderedQuery { query: others, order });
        parts
    }

    /// Articles of the same length are ordered by their number, the newest first.
    fn longest(&self, c: &Connection, start: ScanStart) -> rusqlite::Result<OrderedQuery> {
        let (way, after) = match self.direction {
            Direction::Forward => ("DESC", "<"),
            Direction::Backward => ("ASC", ">"),
        };
        let mut query = RowQuery::of(self.filter, None);
        let is_dated = self.filter.since.is_some() || self.filter.until.is_some();
        if query.path == AccessPath::List && !is_dated {
            query = RowQuery::by(AccessPath::Lengths, self.filter, None);
        }
        if let Some((seat, included)) = start {
            let mut at = c.prepare_cached(
                "SELECT characters, id FROM articles WHERE edition = ?1 AND place = ?2 AND turn = ?3",
            )?;
            let key = seat.key;
            let found = at.query_row([key.edition, key.page, key.article], |row| Ok((row.get(0)?, row.get(1)?)));
            if let Some::<(i64, i64)>((characters, number)) = found.optional()? {
                let or_equal = if included { "=" } else { "" };
                let row = [characters.into(), number.into()];
                query.push(&format!("(a.characters, a.id) {after}{or_equal} (?, ?)"), row);
            }
        }
        Ok(OrderedQuery { order: format!("a.characters {way}, a.id {way}"), query })
    }

    /// The articles that were read as far as the one where the scan begins had been when it was listed,
    /// then those that come after in this order.
    fn unread_first(&self, start: ScanStart) -> Vec<OrderedQuery> {
        let mut readings = vec![Reading::Unread, Reading::Started, Reading::Read];
        if self.direction == Direction::Backward {
            readings.reverse();
        }
        let first = start.and_then(|(seat, _)| readings.iter().position(|reading| *reading == seat.reading));
        let wanted = readings.into_iter().skip(first.unwrap_or(0));
        let fits = |reading: &Reading| self.filter.reading.is_none_or(|only| only == *reading);
        let part = |reading| {
            let filter = Filter { reading: Some(reading), ..self.filter.clone() };
            self.newest(&filter, start.filter(|(seat, _)| seat.reading == reading))
        };
        wanted.filter(fits).map(part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RowKey;
    use crate::store::disk::schema;

    /// A window costs what is in it, in any order. Only articles that were begun or read are sorted:
    /// they are few beside a library.
    #[test]
    fn no_order_is_sorted_or_searched_for_from_the_beginning() {
        let c = schema::in_memory().unwrap();
        c.execute_batch("INSERT INTO articles VALUES (7, x'00', 1, 2, 3, 0, 'story', '', 50)").unwrap();
        let seat = Seat { key: RowKey { edition: 1, page: 2, article: 3 }, reading: Reading::Unread };
        for order in Order::ALL {
            for direction in [Direction::Forward, Direction::Backward] {
                for start in [None, Some((seat, false)), Some((seat, true))] {
                    let scan = Scan { stop: &|| false, filter: &Filter::default(), order, direction };
                    for part in scan.queries(&c, start).unwrap() {
                        let plan = plan(&c, &part);
                        let few = part.query.path == AccessPath::Readings;
                        assert!(few || !plan.contains("TEMP B-TREE"), "{order:?} {start:?}: {plan}");
                        assert!(start.is_none() || plan.contains("SEARCH"), "{order:?} {start:?}: {plan}");
                    }
                }
            }
        }
        let (order, direction) = (Order::Longest, Direction::Forward);
        let longest = Scan { stop: &|| false, filter: &Filter::default(), order, direction };
        let part = longest.queries(&c, Some((seat, false))).unwrap().remove(0);
        assert!(plan(&c, &part).contains("articles_by_length (characters<?)"), "{}", plan(&c, &part));
    }

    fn plan(c: &Connection, part: &OrderedQuery) -> String {
        let mut statement = c.prepare(&format!("EXPLAIN QUERY PLAN {}", part.select(COLUMNS))).unwrap();
        let steps = statement.query_map(params_from_iter(&part.query.values), |row| row.get::<_, String>(3)).unwrap();
        steps.collect::<Result<Vec<_>, _>>().unwrap().join("\n")
    }
}
