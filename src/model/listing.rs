//! How a list of rows is shown: which articles, in which order, what is folded.

use std::collections::BTreeSet;

use super::query::{Direction, Filter, Reading, Row, RowKey};

/// What a list shows of a library, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Which articles.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// Which editions and pages stand as one line.
    pub folds: Folds,
}

impl Listing {
    /// The folded edition or page that stands in place of a row. Nothing is folded in an order that
    /// does not keep pages together.
    pub fn hiding(&self, row: &Row) -> Option<Group> {
        if self.order.is_by_page() { self.folds.hiding(row) } else { None }
    }
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// Newest edition first; each from its first page on.
    #[default]
    Newest,
    /// Oldest edition first; each from its first page on.
    Oldest,
    /// Longest article first; of one length the newest.
    Longest,
    /// What is unread first, then what was begun, then what was read; each newest first.
    Unread,
}

impl Order {
    /// Every order, in the order in which they take turns.
    pub const ALL: [Self; 4] = [Self::Newest, Self::Oldest, Self::Longest, Self::Unread];

    /// The order that comes after it in turn.
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }

    /// Whether the articles of a page stand together in it.
    pub fn is_by_page(self) -> bool {
        matches!(self, Self::Newest | Self::Oldest)
    }
}

/// An edition or one of its pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// An edition, by its key.
    Edition(i64),
    /// A page, by its edition's key and its own.
    Page(i64, i64),
}

impl Group {
    /// The page of a row.
    pub fn page(row: &Row) -> Self {
        Self::Page(row.key.edition, row.key.page)
    }

    /// The edition of a row; its page, where neither newspaper nor day is known.
    pub fn edition(row: &Row) -> Self {
        let known = row.publication.is_some() || row.date.is_some();
        if known { Self::Edition(row.key.edition) } else { Self::page(row) }
    }

    /// Whether a row is one of it.
    pub fn holds(self, row: &Row) -> bool {
        match self {
            Self::Edition(edition) => row.key.edition == edition,
            Self::Page(edition, page) => (row.key.edition, row.key.page) == (edition, page),
        }
    }

    /// A place in the list beyond all its rows, seen in a direction.
    pub fn end(self, direction: Direction) -> RowKey {
        let far = match direction {
            Direction::Forward => i64::MAX,
            Direction::Backward => i64::MIN,
        };
        match self {
            Self::Edition(edition) => RowKey { edition, page: far, article: far },
            Self::Page(edition, page) => RowKey { edition, page, article: far },
        }
    }
}

/// How much is folded at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Every page is a line.
    Pages,
    /// Every edition is a line.
    Editions,
}

/// Which editions and pages are folded: all of a level, or none, but for some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds {
    all: Option<Level>,
    but: BTreeSet<Group>,
}

impl Folds {
    /// Everything of a level folded.
    pub fn all(level: Level) -> Self {
        Self { all: Some(level), but: BTreeSet::new() }
    }

    /// The level that is folded but for some; none: everything is open but for some.
    pub fn level(&self) -> Option<Level> {
        self.all
    }

    /// The edition or page that stands in place of a row, if it is folded; the larger, if both are.
    pub fn hiding(&self, row: &Row) -> Option<Group> {
        let (edition, page) = (Group::edition(row), Group::page(row));
        let is_folded = |group: Group, by_level: bool| (by_level != self.but.contains(&group)).then_some(group);
        if edition == page {
            return is_folded(page, self.all.is_some());
        }
        let edition = is_folded(edition, self.all == Some(Level::Editions));
        edition.or_else(|| is_folded(page, self.all == Some(Level::Pages)))
    }

    /// Folds what is open, opens what is folded.
    pub fn turn(&mut self, group: Group) {
        if !self.but.remove(&group) {
            self.but.insert(group);
        }
    }
}

/// An entry of a list: an article, or what stands in place of a folded group.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The article; the first of a folded group.
    pub row: Row,
    /// What it stands for, where that is folded.
    pub folded: Option<Folded>,
    /// Where it stands in the list.
    pub seat: Seat,
}

/// What a folded line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folded {
    /// The edition or page.
    pub group: Group,
    /// Its articles that the filter lets through.
    pub articles: u64,
}

impl Listed {
    /// An article.
    pub fn article(row: Row) -> Self {
        let seat = Seat { key: row.key, reading: row.reading };
        Self { row, folded: None, seat }
    }

    /// A folded group, by the first of its articles.
    pub fn folded(first: Row, folded: Folded) -> Self {
        Self { folded: Some(folded), ..Self::article(first) }
    }

    /// The articles that it stands for.
    pub fn articles(&self) -> u64 {
        self.folded.map_or(1, |folded| folded.articles)
    }

    /// Where what comes after it in a direction begins.
    pub fn beyond(&self, direction: Direction) -> Seat {
        match self.folded {
            Some(folded) => Seat { key: folded.group.end(direction), ..self.seat },
            None => self.seat,
        }
    }
}

/// Where a row stands in a list, as it was when it was listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The row.
    pub key: RowKey,
    /// How far it had been read.
    pub reading: Reading,
}

/// A stretch of a list that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it begins; none: at the list's beginning (forward) or end (backward).
    pub from: Option<Seat>,
    /// Whether what stands there belongs to it.
    pub included: bool,
    /// Which way it lies from there.
    pub direction: Direction,
    /// The most entries wanted.
    pub limit: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Kind};

    fn row(publication: Option<&str>, edition: i64, page: i64) -> Row {
        Row {
            key: RowKey { edition, page, article: 0 },
            id: ArticleId::default(),
            kind: Kind::Story,
            headline: String::new(),
            publication: publication.map(str::to_owned),
            date: None,
            page_number: None,
            page_name: None,
            page_label: None,
            source: String::new(),
            characters: 0,
            reading: Reading::Unread,
        }
    }

    #[test]
    fn the_larger_fold_hides() {
        let row = row(Some("江州日报"), 1, 2);
        let mut folds = Folds::default();
        assert_eq!(folds.hiding(&row), None);
        folds.turn(Group::Page(1, 2));
        assert_eq!(folds.hiding(&row), Some(Group::Page(1, 2)));
        folds.turn(Group::Edition(1));
        assert_eq!(folds.hiding(&row), Some(Group::Edition(1)));
        folds.turn(Group::Edition(1));
        folds.turn(Group::Page(1, 2));
        assert_eq!(folds, Folds::default());
    }

    #[test]
    fn one_of_all_is_opened() {
        let (known, unknown) = (row(Some("江州日报"), 1, 2), row(None, 1, 2));
        for level in [Level::Pages, Level::Editions] {
            for row in [&known, &unknown] {
                let mut folds = Folds::all(level);
                let group = folds.hiding(row).unwrap();
                folds.turn(group);
                assert_eq!(folds.hiding(row), None, "{level:?}");
            }
        }
    }
}
