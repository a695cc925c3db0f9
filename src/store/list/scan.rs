//! The rows of a list from a place on, in any order: the queries that give them one after the other.

use std::ops::ControlFlow;

use rusqlite::{Connection, OptionalExtension, Row as SqlRow, params_from_iter};

use crate::model::{Direction, Filter, Order, Reading, Row, Seat};
use crate::store::list::byline::Byline;
use crate::store::list::filter::{Beside, Headline, Tables, Wanted};
use crate::store::list::rows;
use crate::store::list::rows::COLUMNS;

/// The articles of a library in an order, as far as a filter lets them through.
#[derive(Clone, Copy)]
pub struct Walk<'a> {
    /// Asked before each article that is looked at: whether to end the walk there.
    pub stop: &'a dyn Fn() -> bool,
    /// Which articles.
    pub filter: &'a Filter,
    /// In which order.
    pub order: Order,
    /// Which way it is gone.
    pub direction: Direction,
}

/// Where a walk begins: at a seat, which belongs to it or not.
pub type Start = Option<(Seat, bool)>;

/// A query and the order of its rows.
struct Part {
    wanted: Wanted,
    order: String,
}

impl Walk<'_> {
    /// Hands over rows until one breaks the walk off; what it broke off with.
    pub fn rows<B>(
        &self,
        c: &Connection,
        start: Start,
        mut each: impl FnMut(Row) -> ControlFlow<B>,
    ) -> rusqlite::Result<Option<B>> {
        let (headline, byline) = (Headline::of(self.filter), Byline::of(self.filter));
        // Where few fit, the rest of a row is fetched once it is known to.
        let all_fit = headline.is_any() && byline.is_any();
        let columns = if all_fit { COLUMNS } else { "a.id, a.title" };
        let fitting = |article: &SqlRow<'_>| {
            let number = article.get(0)?;
            match headline.is_in(article.get_ref(1)?.as_str()?) && byline.is_in(c, number)? {
                true => rows::row_of(c, number, &Filter::default()),
                false => Ok(None),
            }
        };
        for Part { wanted, order } in self.parts(c, start)? {
            let (tables, clause) = (wanted.tables.joined(), wanted.clause());
            let query = format!("SELECT {columns} FROM {tables} WHERE {clause} ORDER BY {order}");
            let mut statement = c.prepare_cached(&query)?;
            let mut met = statement.query(params_from_iter(&wanted.values))?;
            while let Some(article) = met.next()? {
                if (self.stop)() {
                    return Ok(None);
                }
                let row = if all_fit { Some(rows::row(article)?) } else { fitting(article)? };
                if let Some(ControlFlow::Break(end)) = row.map(&mut each) {
                    return Ok(Some(end));
                }
            }
        }
        Ok(None)
    }

    fn parts(&self, c: &Connection, start: Start) -> rusqlite::Result<Vec<Part>> {
        match self.order {
            Order::Newest => Ok(vec![self.newest(self.filter, start)]),
            Order::Oldest => Ok(self.oldest(start)),
            Order::Longest => Ok(vec![self.longest(c, start)?]),
            Order::Unread => Ok(self.unread_first(start)),
        }
    }

    fn newest(&self, filter: &Filter, start: Start) -> Part {
        let direction = self.direction;
        let beside = start.map(|(seat, included)| Beside { key: seat.key, included, direction });
        let wanted = Wanted::of(filter, beside);
        Part { order: wanted.order(direction), wanted }
    }

    /// The rest of the edition at hand, then the editions after it.
    fn oldest(&self, start: Start) -> Vec<Part> {
        let (editions, articles, after, next) = match self.direction {
            Direction::Forward => ("DESC", "ASC", ">", "<"),
            Direction::Backward => ("ASC", "DESC", "<", ">"),
        };
        let mut parts = Vec::new();
        let mut others = Wanted::of(self.filter, None);
        if others.tables == Tables::List {
            others = Wanted::from(Tables::Editions, self.filter, None);
        }
        let edition = others.tables.edition();
        if let Some((Seat { key, .. }, included)) = start {
            let mut rest = Wanted::of(self.filter, None);
            let or_equal = if included { "=" } else { "" };
            rest.push(&format!("{} = ?", rest.tables.edition()), [key.edition.into()]);
            rest.push(&format!("(a.place, a.turn) {after}{or_equal} (?, ?)"), [key.page.into(), key.article.into()]);
            parts.push(Part { wanted: rest, order: format!("a.place {articles}, a.turn {articles}") });
            others.push(&format!("{edition} {next} ?"), [key.edition.into()]);
        }
        let order = format!("{edition} {editions}, a.place {articles}, a.turn {articles}");
        parts.push(Part { wanted: others, order });
        parts
    }

    /// Articles of one length go by number, the newest first.
    fn longest(&self, c: &Connection, start: Start) -> rusqlite::Result<Part> {
        let (way, after) = match self.direction {
            Direction::Forward => ("DESC", "<"),
            Direction::Backward => ("ASC", ">"),
        };
        let mut wanted = Wanted::of(self.filter, None);
        let is_dated = self.filter.since.is_some() || self.filter.until.is_some();
        if wanted.tables == Tables::List && !is_dated {
            wanted = Wanted::from(Tables::Lengths, self.filter, None);
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
                wanted.push(&format!("(a.characters, a.id) {after}{or_equal} (?, ?)"), row);
            }
        }
        Ok(Part { order: format!("a.characters {way}, a.id {way}"), wanted })
    }

    /// What was read as far as the article at hand when that was listed, then what comes after.
    fn unread_first(&self, start: Start) -> Vec<Part> {
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

    /// A window costs what is in it, in any order. Only what was begun or read is sorted: it is
    /// little beside a library.
    #[test]
    fn no_order_is_sorted_or_searched_for_from_the_beginning() {
        let c = schema::in_memory().unwrap();
        c.execute_batch("INSERT INTO articles VALUES (7, x'00', 1, 2, 3, 0, 'story', '', 50)").unwrap();
        let seat = Seat { key: RowKey { edition: 1, page: 2, article: 3 }, reading: Reading::Unread };
        for order in Order::ALL {
            for direction in [Direction::Forward, Direction::Backward] {
                for start in [None, Some((seat, false)), Some((seat, true))] {
                    let walk = Walk { stop: &|| false, filter: &Filter::default(), order, direction };
                    for part in walk.parts(&c, start).unwrap() {
                        let plan = plan(&c, &part);
                        let few = part.wanted.tables == Tables::Readings;
                        assert!(few || !plan.contains("TEMP B-TREE"), "{order:?} {start:?}: {plan}");
                        assert!(start.is_none() || plan.contains("SEARCH"), "{order:?} {start:?}: {plan}");
                    }
                }
            }
        }
        let (order, direction) = (Order::Longest, Direction::Forward);
        let longest = Walk { stop: &|| false, filter: &Filter::default(), order, direction };
        let part = longest.parts(&c, Some((seat, false))).unwrap().remove(0);
        assert!(plan(&c, &part).contains("articles_by_length (characters<?)"), "{}", plan(&c, &part));
    }

    fn plan(c: &Connection, Part { wanted, order }: &Part) -> String {
        let (tables, clause) = (wanted.tables.joined(), wanted.clause());
        let query = format!("EXPLAIN QUERY PLAN SELECT {COLUMNS} FROM {tables} WHERE {clause} ORDER BY {order}");
        let mut statement = c.prepare(&query).unwrap();
        let steps = statement.query_map(params_from_iter(&wanted.values), |row| row.get::<_, String>(3)).unwrap();
        steps.collect::<Result<Vec<_>, _>>().unwrap().join("\n")
    }
}
