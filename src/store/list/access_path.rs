//! In which order the tables are gone through, so that a filter's rows are found soonest.

use crate::model::{Filter, Reading};
use crate::store::tables::grams;
use crate::text::Squeezed;

/// Tables joined, in the order in which the database goes through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessPath {
    /// Articles in the order of the list.
    List,
    /// Articles by their length.
    Lengths,
    /// Editions, and the articles of each.
    Editions,
    /// A few pages, and the articles of each.
    Pages,
    /// Articles that have been begun or read: few beside a library.
    Readings,
    /// Articles of these names.
    Names,
    /// Articles that the full-text index names as candidates.
    Candidates,
}

impl AccessPath {
    /// The path by which a filter's rows are found soonest.
    pub fn of(filter: &Filter) -> Self {
        let has_gram = |name: &String| !grams::of_words(Squeezed::new(name).as_str(), &grams::exactly).is_empty();
        match filter {
            Filter { articles: Some(_), .. } => Self::Names,
            Filter { sources, pages, .. } if !sources.is_empty() || !pages.is_empty() => Self::Pages,
            Filter { reading: Some(Reading::Started | Reading::Read), .. } => Self::Readings,
            Filter { byline: Some(name), .. } if has_gram(name) => Self::Candidates,
            Filter { newspaper: Some(_), .. } => Self::Editions,
            _ => Self::List,
        }
    }

    /// Articles `a`, pages `p`, editions `e`, publications `u` and readings `r` (and of candidates
    /// the index `g`), joined. SQLite keeps the order of a CROSS JOIN.
    pub fn joined(self) -> String {
        // Every article has a page and an edition. They are left joins because the database skips
        // a left join of which no column is asked.
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
            Self::Pages => format!(
                "pages p CROSS JOIN articles a ON a.edition = p.edition AND a.place = p.place {EDITION} {READING}"
            ),
            Self::Readings => format!("readings r CROSS JOIN articles a ON a.name = r.article {PAGE} {EDITION}"),
            Self::Names => format!("articles a INDEXED BY articles_by_name {PAGE} {EDITION} {READING}"),
            Self::Candidates => format!("grams g CROSS JOIN articles a ON a.id = g.rowid {PAGE} {EDITION} {READING}"),
        }
    }

    /// The column of the edition's key, by which the list is ordered first: that of the table which
    /// the path goes through first.
    pub fn edition(self) -> &'static str {
        if self == Self::Editions { "e.key" } else { "a.edition" }
    }
}
