//! A filter as conditions of a query, and the tables in the order that finds its rows soonest.

use std::ops::Range;

use rusqlite::types::Value;

use super::order;
use crate::model::{Direction, Filter, RowKey};
use crate::text::{Needle, Squeezed};

/// Articles in the order of the list.
const BY_LIST: &str = "articles a CROSS JOIN pages p ON p.id = a.page CROSS JOIN editions e ON e.key = a.edition \
    LEFT JOIN publications u ON u.id = e.publication";
/// A publication's editions, and the articles of each: its next edition may be far down the list.
const BY_PUBLICATION: &str = "publications u CROSS JOIN editions e ON e.publication = u.id \
    CROSS JOIN articles a ON a.edition = e.key CROSS JOIN pages p ON p.id = a.page";
/// A few pages, and the articles of each.
const BY_PAGE: &str = "pages p CROSS JOIN articles a ON a.edition = p.edition AND a.place = p.place \
    CROSS JOIN editions e ON e.key = a.edition LEFT JOIN publications u ON u.id = e.publication";

/// What is asked of articles `a`, pages `p`, editions `e` and publications `u`.
pub struct Wanted {
    /// The tables, joined.
    pub tables: &'static str,
    conditions: Vec<String>,
    /// What stands for the marks in the conditions.
    pub values: Vec<Value>,
    /// The column by which the list is ordered first.
    edition: &'static str,
}

impl Wanted {
    /// What a filter asks but for the headline, and where the window lies beside its row.
    pub fn of(filter: &Filter, from: Option<(RowKey, Direction)>) -> Self {
        let (tables, edition) = match filter {
            Filter { sources, pages, .. } if !sources.is_empty() || !pages.is_empty() => (BY_PAGE, "a.edition"),
            Filter { publication: Some(_), .. } => (BY_PUBLICATION, "e.key"),
            _ => (BY_LIST, "a.edition"),
        };
        Self { tables, conditions: Vec::new(), values: Vec::new(), edition }.restricted(filter, from)
    }

    /// The article of this number, if the filter lets it through.
    pub fn one(article: i64, filter: &Filter) -> Self {
        let mut wanted = Self { tables: BY_LIST, conditions: Vec::new(), values: Vec::new(), edition: "a.edition" };
        wanted.push("a.id = ?", [article.into()]);
        wanted.restricted(filter, None)
    }

    fn restricted(mut self, filter: &Filter, from: Option<(RowKey, Direction)>) -> Self {
        self.equals("u.name = ?", &filter.publication);
        self.equals("p.name = ?", &filter.page_name);
        self.between(order::editions(filter.since, filter.until), from);
        if !filter.sources.is_empty() {
            self.any("p.id IN (SELECT max(id) FROM pages WHERE source IN (", ") GROUP BY source)", &filter.sources);
        }
        if !filter.pages.is_empty() {
            self.any("p.id IN (", ")", &filter.pages.iter().map(|page| page.0).collect::<Vec<_>>());
        }
        self
    }

    fn push(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.conditions.push(condition.to_owned());
        self.values.extend(values);
    }

    /// The conditions as a clause.
    pub fn clause(&self) -> String {
        if self.conditions.is_empty() { "1".to_owned() } else { self.conditions.join(" AND ") }
    }

    /// The list's order, forwards or backwards, as a clause.
    pub fn order(&self, direction: Direction) -> String {
        let way = match direction {
            Direction::Forward => "ASC",
            Direction::Backward => "DESC",
        };
        format!("{} {way}, a.place {way}, a.turn {way}", self.edition)
    }

    /// Editions, and the row beside which the window lies. A bound that the row makes idle is left
    /// out, lest the index be asked for it instead of the row.
    fn between(&mut self, editions: Range<i64>, from: Option<(RowKey, Direction)>) {
        let edition = self.edition;
        let first = from.filter(|(key, way)| *way == Direction::Forward && key.edition >= editions.start);
        let last = from.filter(|(key, way)| *way == Direction::Backward && key.edition < editions.end);
        if let Some((key, _)) = first.or(last) {
            let way = if first.is_some() { ">" } else { "<" };
            let row = [key.edition, key.page, key.article].map(Value::from);
            self.push(&format!("(a.edition, a.place, a.turn) {way} (?, ?, ?)"), row);
            if self.tables == BY_PUBLICATION {
                self.push(&format!("e.key {way}= ?"), [key.edition.into()]);
            }
        }
        if first.is_none() && editions.start > i64::MIN {
            self.push(&format!("{edition} >= ?"), [editions.start.into()]);
        }
        if last.is_none() && editions.end < i64::MAX {
            self.push(&format!("{edition} < ?"), [editions.end.into()]);
        }
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
}

/// What a headline must hold; capital letters and white space make no difference here.
pub struct Headline(Option<Needle>);

impl Headline {
    /// The words of a filter.
    pub fn of(filter: &Filter) -> Self {
        Self(Needle::new(&filter.headline.to_lowercase()))
    }

    /// Whether anything is asked of headlines.
    pub fn is_any(&self) -> bool {
        self.0.is_none()
    }

    /// Whether the headline holds the words.
    pub fn is_in(&self, headline: &str) -> bool {
        self.0.as_ref().is_none_or(|needle| needle.is_in(&Squeezed::new(&headline.to_lowercase())))
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::{Connection, params_from_iter};

    use super::*;
    use crate::store::schema;

    fn plan(c: &Connection, filter: &Filter, from: Option<(RowKey, Direction)>) -> String {
        let wanted = Wanted::of(filter, from);
        explained(c, &wanted, &wanted.order(from.map_or(Direction::Forward, |(_, way)| way)))
    }

    fn explained(c: &Connection, wanted: &Wanted, order: &str) -> String {
        let (tables, clause) = (wanted.tables, wanted.clause());
        let query = format!("EXPLAIN QUERY PLAN SELECT a.title FROM {tables} WHERE {clause} ORDER BY {order}");
        let mut statement = c.prepare(&query).unwrap();
        let steps = statement.query_map(params_from_iter(&wanted.values), |row| row.get::<_, String>(3)).unwrap();
        steps.collect::<Result<Vec<_>, _>>().unwrap().join("\n")
    }

    /// A window costs what is in it, however large the library is.
    #[test]
    fn no_window_is_sorted_or_searched_for_from_the_beginning() {
        let c = schema::in_memory().unwrap();
        let key = RowKey { edition: -(40_000 << 24), page: 3, article: 2 };
        let dates = Filter { since: "0078-01-01".parse().ok(), until: "9000-01-01".parse().ok(), ..Filter::default() };
        let paper = Filter { publication: Some("江州日报".into()), ..Filter::default() };
        for filter in [Filter::default(), dates, paper] {
            for from in [None, Some((key, Direction::Forward)), Some((key, Direction::Backward))] {
                let plan = plan(&c, &filter, from);
                assert!(!plan.contains("TEMP B-TREE"), "{filter:?} {from:?}: {plan}");
                let seeks = plan.contains("(edition,place,turn)") || plan.contains("publication=? AND rowid");
                assert!(from.is_none() || seeks, "{filter:?} {from:?}: {plan}");
            }
        }
        let few = Filter { pages: vec![crate::model::PageId(1)], ..Filter::default() };
        assert!(plan(&c, &few, None).contains("SEARCH a USING INDEX articles_in_order (edition=? AND place=?)"));
        for filter in [few, Filter { publication: Some("江州日报".into()), ..Filter::default() }] {
            let plan = explained(&c, &Wanted::one(7, &filter), "1");
            assert!(plan.starts_with("SEARCH a USING INTEGER PRIMARY KEY"), "{plan}");
        }
    }
}
