//! A filter as conditions of a query, and the tables in the order that finds its rows soonest.

use std::ops::Range;

use rusqlite::types::Value;

use crate::hanzi::Typed;
use crate::model::{Direction, Filter, Reading, RowKey};
use crate::store::tables::grams;
use crate::store::tables::keys;
use crate::store::tables::reading;
use crate::text::Squeezed;

/// Tables joined, in the order in which they are gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tables {
    /// Articles in the order of the list.
    List,
    /// Articles by their length.
    Lengths,
    /// Editions, and the articles of each.
    Editions,
    /// A publication's editions, and the articles of each: its next edition may be far down the list.
    Publication,
    /// A few pages, and the articles of each.
    Pages,
    /// Articles that have been begun or read: few beside a library.
    Readings,
    /// Articles of these names.
    Names,
    /// Articles that the full-text index proposes.
    Proposed,
}

impl Tables {
    /// Those that find a filter's rows soonest.
    fn of(filter: &Filter) -> Self {
        let has_gram = |name: &String| !grams::of_words(Squeezed::new(name).as_str(), grams::exactly).is_empty();
        match filter {
            Filter { articles: Some(_), .. } => Self::Names,
            Filter { sources, pages, .. } if !sources.is_empty() || !pages.is_empty() => Self::Pages,
            Filter { reading: Some(Reading::Started | Reading::Read), .. } => Self::Readings,
            Filter { byline: Some(name), .. } if has_gram(name) => Self::Proposed,
            Filter { publication: Some(_), .. } => Self::Publication,
            Filter { newspaper: Some(_), .. } => Self::Editions,
            _ => Self::List,
        }
    }

    /// Articles `a`, pages `p`, editions `e`, publications `u` and readings `r`, joined.
    pub fn joined(self) -> String {
        // Every article has a page and an edition: these are left joins because the database
        // leaves them alone where nothing is asked of them.
        const PAGE: &str = "LEFT JOIN pages p ON p.id = a.page";
        const EDITION: &str =
            "LEFT JOIN editions e ON e.key = a.edition LEFT JOIN publications u ON u.id = e.publication";
        const READING: &str = "LEFT JOIN readings r ON r.article = a.name";
        match self {
            Self::List => format!("articles a {PAGE} {EDITION} {READING}"),
            Self::Lengths => format!("articles a INDEXED BY articles_by_length {PAGE} {EDITION} {READING}"),
            Self::Editions => format!(
                "editions e LEFT JOIN publications u ON u.id = e.publication \
                 CROSS JOIN articles a ON a.edition = e.key {PAGE} {READING}"
            ),
            Self::Publication => format!(
                "publications u CROSS JOIN editions e ON e.publication = u.id \
                 CROSS JOIN articles a ON a.edition = e.key {PAGE} {READING}"
            ),
            Self::Pages => format!(
                "pages p CROSS JOIN articles a ON a.edition = p.edition AND a.place = p.place {EDITION} {READING}"
            ),
            Self::Readings => format!("readings r CROSS JOIN articles a ON a.name = r.article {PAGE} {EDITION}"),
            Self::Names => format!("articles a INDEXED BY articles_by_name {PAGE} {EDITION} {READING}"),
            Self::Proposed => format!("grams g CROSS JOIN articles a ON a.id = g.rowid {PAGE} {EDITION} {READING}"),
        }
    }

    /// The column by which the list is ordered first.
    pub fn edition(self) -> &'static str {
        if matches!(self, Self::Publication | Self::Editions) { "e.key" } else { "a.edition" }
    }
}

/// Where a window lies: beside a row, which belongs to it or not, in a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The row.
    pub key: RowKey,
    /// Whether it belongs to the window.
    pub included: bool,
    /// Which way the window lies.
    pub direction: Direction,
}

/// What is asked of the tables.
pub struct Wanted {
    /// The tables.
    pub tables: Tables,
    conditions: Vec<String>,
    /// What stands for the marks in the conditions.
    pub values: Vec<Value>,
}

impl Wanted {
    /// What a filter asks, but for what only the rows themselves tell, and where the window lies.
    pub fn of(filter: &Filter, beside: Option<Beside>) -> Self {
        Self::from(Tables::of(filter), filter, beside)
    }

    /// The same from other tables.
    pub fn from(tables: Tables, filter: &Filter, beside: Option<Beside>) -> Self {
        Self { tables, conditions: Vec::new(), values: Vec::new() }.restricted(filter, beside)
    }

    /// The article of this number, if the filter lets it through.
    pub fn one(article: i64, filter: &Filter) -> Self {
        let mut wanted = Self { tables: Tables::List, conditions: Vec::new(), values: Vec::new() };
        wanted.push("a.id = ?", [article.into()]);
        wanted.restricted(filter, None)
    }

    fn restricted(mut self, filter: &Filter, beside: Option<Beside>) -> Self {
        self.equals("u.name = ?", &filter.publication);
        self.equals("instr(lower(u.name), lower(?)) > 0", &filter.newspaper);
        self.equals("p.name = ?", &filter.page_name);
        self.between(keys::editions(filter.since, filter.until), beside);
        match filter.reading {
            Some(Reading::Unread) => {
                self.push("coalesce(r.reading, ?) = ?", ["unread"; 2].map(|w| w.to_owned().into()))
            }
            Some(reading) => self.push("r.reading = ?", [reading::name(reading).to_owned().into()]),
            None => {}
        }
        if let Some(articles) = &filter.articles {
            self.any("a.name IN (SELECT unhex(value) FROM json_each(?))", articles.iter().map(ToString::to_string));
        }
        if let Some(name) = filter.byline.as_ref().filter(|_| self.tables == Tables::Proposed) {
            let grams = grams::of_words(Squeezed::new(name).as_str(), grams::exactly).join(" AND ");
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

    /// One more condition.
    pub fn push(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
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
        format!("{} {way}, a.place {way}, a.turn {way}", self.tables.edition())
    }

    /// Editions, and the row beside which the window lies. A bound that the row makes idle is left
    /// out, lest the index be asked for it instead of the row.
    fn between(&mut self, editions: Range<i64>, beside: Option<Beside>) {
        let edition = self.tables.edition();
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

    /// Any of these, handed over as one JSON list: there is no limit to how many they may be.
    fn any(&mut self, condition: &str, values: impl IntoIterator<Item = impl Into<serde_json::Value>>) {
        let list: serde_json::Value = values.into_iter().map(Into::into).collect();
        self.push(condition, [list.to_string().into()]);
    }
}

/// What a headline must hold, as it is typed.
pub struct Headline(Option<Typed>);

impl Headline {
    /// The words of a filter.
    pub fn of(filter: &Filter) -> Self {
        Self(Typed::new(&filter.headline))
    }

    /// Whether nothing is asked of headlines.
    pub fn is_any(&self) -> bool {
        self.0.is_none()
    }

    /// Whether the headline holds the words.
    pub fn is_in(&self, headline: &str) -> bool {
        self.0.as_ref().is_none_or(|typed| typed.is_in(headline))
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::{Connection, params_from_iter};

    use super::*;
    use crate::store::disk::schema;

    fn plan(c: &Connection, filter: &Filter, beside: Option<Beside>) -> String {
        let wanted = Wanted::of(filter, beside);
        explained(c, &wanted, &wanted.order(beside.map_or(Direction::Forward, |beside| beside.direction)))
    }

    fn explained(c: &Connection, wanted: &Wanted, order: &str) -> String {
        let (tables, clause) = (wanted.tables.joined(), wanted.clause());
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
        let beside = |direction, included| Some(Beside { key, included, direction });
        let dates = Filter { since: "0078-01-01".parse().ok(), until: "9000-01-01".parse().ok(), ..Filter::default() };
        let paper = Filter { publication: Some("江州日报".into()), ..Filter::default() };
        let unread = Filter { reading: Some(Reading::Unread), ..Filter::default() };
        let papers = Filter { newspaper: Some("江州".into()), ..Filter::default() };
        let page = Filter { page_name: Some("要闻".into()), ..Filter::default() };
        for filter in [Filter::default(), dates, paper, papers, unread, page] {
            for beside in [None, beside(Direction::Forward, false), beside(Direction::Backward, true)] {
                let plan = plan(&c, &filter, beside);
                assert!(!plan.contains("TEMP B-TREE"), "{filter:?} {beside:?}: {plan}");
                let seeks = ["(edition,place,turn)", "publication=? AND rowid", "SEARCH e USING INTEGER PRIMARY KEY"];
                let seeks = seeks.iter().any(|seek| plan.contains(seek));
                assert!(beside.is_none() || seeks, "{filter:?} {beside:?}: {plan}");
            }
        }
        assert_eq!(plan(&c, &Filter::default(), None).lines().count(), 1, "nothing is joined for a headline");
        let few = Filter { pages: vec![crate::model::PageId(1)], ..Filter::default() };
        assert!(plan(&c, &few, None).contains("SEARCH a USING INDEX articles_in_order (edition=? AND place=?)"));
        for filter in [few, Filter { publication: Some("江州日报".into()), ..Filter::default() }] {
            let plan = explained(&c, &Wanted::one(7, &filter), "1");
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
