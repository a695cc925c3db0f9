//! A filter as a query for rows of the list.

use std::ops::Range;

use rusqlite::types::Value;

use super::access_path::AccessPath;
use crate::model::{Direction, Filter, Group, Reading, RowKey};
use crate::store::tables::{grams, keys, reading};
use crate::text::Squeezed;

/// Where a window of the list lies: beside a row, which belongs to it or not, in a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The row.
    pub key: RowKey,
    /// Whether it belongs to the window.
    pub included: bool,
    /// Which way the window lies.
    pub direction: Direction,
}

/// A query for articles: an access path, conditions, and the values of their parameters.
pub struct RowQuery {
    /// In which order the tables are gone through.
    pub path: AccessPath,
    conditions: Vec<String>,
    /// The values for the question marks in the conditions.
    pub values: Vec<Value>,
}

impl RowQuery {
    /// The articles that a filter lets through, so far as conditions tell, by the path that finds them
    /// soonest, in a window.
    pub fn of(filter: &Filter, beside: Option<Beside>) -> Self {
        Self::by(AccessPath::of(filter), filter, beside)
    }

    /// The articles that a filter lets through, so far as conditions tell, by this path, in a window.
    pub fn by(path: AccessPath, filter: &Filter, beside: Option<Beside>) -> Self {
        Self { path, conditions: Vec::new(), values: Vec::new() }.restricted(filter, beside)
    }

    /// The article of this number, if the filter lets it through.
    pub fn one(article: i64, filter: &Filter) -> Self {
        let mut query = Self { path: AccessPath::List, conditions: Vec::new(), values: Vec::new() };
        query.push("a.id = ?", [article.into()]);
        query.restricted(filter, None)
    }

    fn restricted(mut self, filter: &Filter, beside: Option<Beside>) -> Self {
        self.equals("instr(lower(u.name), lower(?)) > 0", &filter.newspaper);
        self.equals("p.name = ?", &filter.page_name);
        self.between(keys::editions(filter.since, filter.until), beside);
        if filter.since.or(filter.until).is_some() {
            self.push(&format!("{} & ? = 0", self.path.edition()), [keys::UNDATED.into()]);
        }
        match filter.reading {
            Some(Reading::Unread) => {
                self.push("coalesce(r.reading, ?) = ?", ["unread"; 2].map(|w| w.to_owned().into()))
            }
            Some(reading) => self.push("r.reading = ?", [reading::word(reading).to_owned().into()]),
            None => {}
        }
        if let Some(articles) = &filter.articles {
            self.any("a.name IN (SELECT unhex(value) FROM json_each(?))", articles.iter().map(ToString::to_string));
        }
        if let Some(name) = filter.byline.as_ref().filter(|_| self.path == AccessPath::Candidates) {
            let grams = grams::of_words(Squeezed::new(name).as_str(), &grams::exactly).join(" AND ");
            self.push("grams MATCH ?", [grams.into()]);
        }
        if !filter.sources.is_empty() {
            let newest = "SELECT max(id) FROM pages WHERE source IN (SELECT value FROM json_each(?)) GROUP BY source";
            self.any(&format!("p.id IN ({newest})"), filter.sources.iter().map(String::as_str));
        }
        if !filter.pages.is_empty() {
            self.any("p.id IN (SELECT value FROM json_each(?))", filter.pages.iter().map(|page| page.0));
        }
        self
    }

    /// Only the articles of an edition or a page.
    pub fn within(&mut self, group: Group) {
        match group {
            Group::Edition(edition) => self.push("a.edition = ?", [edition.into()]),
            Group::Page(edition, page) => self.push("(a.edition, a.place) = (?, ?)", [edition.into(), page.into()]),
        }
    }

    /// Adds a condition with the values for its question marks.
    pub fn push(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.conditions.push(condition.to_owned());
        self.values.extend(values);
    }

    /// The conditions, as they stand behind WHERE.
    pub fn conditions(&self) -> String {
        if self.conditions.is_empty() { "1".to_owned() } else { self.conditions.join(" AND ") }
    }

    /// The query for these columns of the articles, in no order.
    pub fn select(&self, columns: &str) -> String {
        format!("SELECT {columns} FROM {} WHERE {}", self.path.joined(), self.conditions())
    }

    /// The list's own order in a direction, as it stands behind ORDER BY.
    pub fn list_order(&self, direction: Direction) -> String {
        let way = match direction {
            Direction::Forward => "ASC",
            Direction::Backward => "DESC",
        };
        format!("{} {way}, a.place {way}, a.turn {way}", self.path.edition())
    }

    /// Restricts the editions, and the window to what lies beside a row. A bound of the editions that
    /// the row's key implies is left out, or SQLite may start at that bound instead of at the row.
    fn between(&mut self, editions: Range<i64>, beside: Option<Beside>) {
        let edition = self.path.edition();
        let first = beside.filter(|b| b.direction == Direction::Forward && b.key.edition >= editions.start);
        let last = beside.filter(|b| b.direction == Direction::Backward && b.key.edition < editions.end);
        if let Some(Beside { key, included, .. }) = first.or(last) {
            let way = if first.is_some() { ">" } else { "<" };
            let or_equal = if included { "=" } else { "" };
            let row = [key.edition, key.page, key.article].map(Value::from);
            self.push(&format!("(a.edition, a.place, a.turn) {way}{or_equal} (?, ?, ?)"), row);
            if edition == "e.key" {
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

    /// A condition on a list of values, handed over as one JSON array: SQLite limits the number of
    /// parameters, but not the length of an array.
    fn any(&mut self, condition: &str, values: impl IntoIterator<Item = impl Into<serde_json::Value>>) {
        let list: serde_json::Value = values.into_iter().map(Into::into).collect();
        self.push(condition, [list.to_string().into()]);
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::{Connection, params_from_iter};

    use super::*;
    use crate::store::disk::schema;

    fn plan(c: &Connection, filter: &Filter, beside: Option<Beside>) -> String {
        let query = RowQuery::of(filter, beside);
        explained(c, &query, &query.list_order(beside.map_or(Direction::Forward, |beside| beside.direction)))
    }

    fn explained(c: &Connection, query: &RowQuery, order: &str) -> String {
        let plan = format!("EXPLAIN QUERY PLAN {} ORDER BY {order}", query.select("a.title"));
        let mut statement = c.prepare(&plan).unwrap();
        let steps = statement.query_map(params_from_iter(&query.values), |row| row.get::<_, String>(3)).unwrap();
        steps.collect::<Result<Vec<_>, _>>().unwrap().join("\n")
    }

    /// A window costs what is in it, however large the library is.
    #[test]
    fn no_window_is_sorted_or_searched_for_from_the_beginning() {
        let c = schema::in_memory().unwrap();
        let key = RowKey { edition: -(40_000 << 24), page: 3, article: 2 };
        let beside = |direction, included| Some(Beside { key, included, direction });
        let dates = Filter { since: "0078-01-01".parse().ok(), until: "9000-01-01".parse().ok(), ..Filter::default() };
        let unread = Filter { reading: Some(Reading::Unread), ..Filter::default() };
        let papers = Filter { newspaper: Some("江州".into()), ..Filter::default() };
        let page = Filter { page_name: Some("要闻".into()), ..Filter::default() };
        for filter in [Filter::default(), dates, papers, unread, page] {
            for beside in [None, beside(Direction::Forward, false), beside(Direction::Backward, true)] {
                let plan = plan(&c, &filter, beside);
                assert!(!plan.contains("TEMP B-TREE"), "{filter:?} {beside:?}: {plan}");
                let seeks = ["(edition,place,turn)", "SEARCH e USING INTEGER PRIMARY KEY"];
                let seeks = seeks.iter().any(|seek| plan.contains(seek));
                assert!(beside.is_none() || seeks, "{filter:?} {beside:?}: {plan}");
            }
        }
        assert_eq!(plan(&c, &Filter::default(), None).lines().count(), 1, "nothing is joined for a headline");
        let few = Filter { pages: vec![crate::model::PageId(1)], ..Filter::default() };
        assert!(plan(&c, &few, None).contains("SEARCH a USING INDEX articles_in_order (edition=? AND place=?)"));
        for filter in [few, Filter { newspaper: Some("江州".into()), ..Filter::default() }] {
            let plan = explained(&c, &RowQuery::one(7, &filter), "1");
            assert!(plan.starts_with("SEARCH a USING INTEGER PRIMARY KEY"), "{plan}");
        }
    }

    /// What is rare is not looked for among everything.
    #[test]
    fn a_few_articles_are_found_by_what_makes_them_few() {
        let c = schema::in_memory().unwrap();
        for (filter, expected) in [
            (Filter { reading: Some(Reading::Started), ..Filter::default() }, "SCAN r"),
            (Filter { articles: Some(vec![Default::default()]), ..Filter::default() }, "articles_by_name (name=?)"),
            (Filter { byline: Some("林 远".into()), ..Filter::default() }, "SCAN g VIRTUAL TABLE INDEX"),
        ] {
            let plan = plan(&c, &filter, None);
            assert!(plan.contains(expected), "{filter:?}: {plan}");
        }
    }
}
