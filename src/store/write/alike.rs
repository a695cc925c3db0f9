//! Pages recognised by their words: the same page through another extractor, corrected a little, from a PDF
//! instead of a text; the pages of a file that was once stored as one.

use rusqlite::{Connection, OptionalExtension};

use super::articles;
use super::attribution::Attribution;
use super::mends;
use super::prepared::PreparedPage;
use crate::model::{Article, Date, Imprint, Page};
use crate::store::tables::shingles::{self, Shingles};

/// How many pages are looked into at most.
const CANDIDATES: usize = 24;
/// Two pages are one that share so much of all their shingles; of ours, the same page by two extractors
/// shares 0.48 to 0.99, different pages of one newspaper 0.2 at most.
const SAME: f64 = 0.5;
/// Where both say that they are the same page of the same day, so much will do.
const SAME_BY_NAME: f64 = 0.35;
/// A page stands in another, or in others together, when they have so much of its shingles.
const HELD: f64 = 0.85;
/// A page that stands in another and has less than so much of its shingles is a part of it.
const PART: f64 = 0.85;

/// What a page in the library says of itself.
#[derive(Clone, Debug, Default)]
pub struct Provenance {
    publication: Option<String>,
    date: Option<Date>,
    page_number: Option<u32>,
    page_name: Option<String>,
    page_label: Option<String>,
    /// Whether it is known where its articles are printed.
    is_placed: bool,
    /// What of it was given by hand: what the page says itself may be other.
    given: Imprint,
}

/// A page in the library that shares words with another.
pub struct Alike {
    /// The page, by its number.
    pub id: i64,
    /// What it says of itself.
    provenance: Provenance,
    /// Its articles.
    pub articles: Vec<Article>,
    /// How many shingles it has.
    size: usize,
    /// How many it has in common with the other page.
    common: usize,
}

/// How a new page stands to those that the library has.
pub enum Likeness {
    /// Nothing is known of it.
    New,
    /// It is a page that the library has, in a reading that is no better.
    Known(i64),
    /// It is a better reading of this page.
    Better(Box<Alike>),
    /// It is a better reading of these pages together.
    Whole(Vec<Alike>),
    /// It is a part of this page.
    PartOf(Box<Alike>),
}

/// Looks for a page by its words.
pub fn find(c: &Connection, prepared: &PreparedPage) -> rusqlite::Result<Likeness> {
    let (page, own) = (&prepared.page, &prepared.shingles);
    let provenance = Provenance::of(page);
    let mut alike = of_shingles(c, own, &provenance)?;
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let is_same = |other: &Alike| {
        let needed = if provenance.is_same_page(&other.provenance) { SAME_BY_NAME } else { SAME };
        provenance.may_be_page(&other.provenance)
            && share(other.common, own.len() + other.size - other.common) >= needed
    };
    if let Some(at) = alike.iter().position(is_same) {
        let other = alike.swap_remove(at);
        let is_mere_part = share(other.common, own.len()) >= HELD && share(own.len(), other.size) < PART;
        let is_better = match (provenance.is_placed, other.provenance.is_placed) {
            (true, false) => true,
            (false, true) => false,
            _ => !is_mere_part,
        };
        return Ok(if is_better { Likeness::Better(Box::new(other)) } else { Likeness::Known(other.id) });
    }
    let is_part = |other: &Alike| share(other.common, other.size) >= HELD && other.size < own.len();
    let parts: Vec<&Alike> = alike.iter().filter(|other| is_part(other)).collect();
    if share(parts.iter().map(|part| part.common).sum(), own.len()) >= HELD {
        let is_better = provenance.is_placed && parts.iter().all(|part| !part.provenance.is_placed);
        let first = parts[0].id;
        alike.retain(is_part);
        return Ok(if is_better { Likeness::Whole(alike) } else { Likeness::Known(first) });
    }
    let holds = |other: &Alike| share(other.common, own.len()) >= HELD && own.len() < other.size;
    Ok(match alike.iter().position(holds).map(|at| alike.swap_remove(at)) {
        Some(whole) if whole.provenance.is_placed && !provenance.is_placed => Likeness::Known(whole.id),
        Some(whole) => Likeness::PartOf(Box::new(whole)),
        None => Likeness::New,
    })
}

/// The pages that a page has come to stand in, if they have all its words together: it need not be kept.
pub fn parts_of(c: &Connection, whole: &Alike) -> rusqlite::Result<Option<Vec<Alike>>> {
    let own = shingles::of_articles(&mends::parsed_articles(c, whole.id)?);
    let mut parts = of_shingles(c, &own, &whole.provenance)?;
    parts.retain(|part| part.id != whole.id && part.common as f64 >= HELD * part.size as f64 && part.size < own.len());
    let mut missing = own;
    for part in &parts {
        let held = shingles::of_articles(&mends::parsed_articles(c, part.id)?);
        missing.retain(|hash| held.binary_search(hash).is_err());
    }
    Ok((missing.len() as f64 <= (1.0 - HELD) * whole.size as f64).then_some(parts))
}

/// The pages that share words with some shingles and may be of the same newspaper and day.
fn of_shingles(c: &Connection, own: &Shingles, provenance: &Provenance) -> rusqlite::Result<Vec<Alike>> {
    let mut alike = Vec::new();
    for id in shingles::candidates(c, own, CANDIDATES)? {
        let Some(other) = Provenance::of_stored(c, id)?.filter(|other| provenance.may_be_edition(other)) else {
            continue;
        };
        let articles = articles::of_page(c, id)?;
        let theirs = match mends::kept_articles(c, id)? {
            Some(parsed) => shingles::of_articles(&parsed),
            None => shingles::of_articles(&articles),
        };
        let (size, common) = (theirs.len(), shingles::common(own, &theirs));
        alike.push(Alike { id, provenance: other, articles, size, common });
    }
    Ok(alike)
}

impl Alike {
    /// What is known of it.
    pub fn imprint(&self) -> Imprint {
        let Provenance { publication, date, page_number, page_name, page_label, .. } = self.provenance.clone();
        Imprint { publication, date, page_number, page_name, page_label }
    }
}

impl Provenance {
    fn of(page: &Page) -> Self {
        Self {
            publication: page.publication.clone(),
            date: page.date,
            page_number: page.page_number,
            page_name: page.page_name.clone(),
            page_label: page.page_label.clone(),
            is_placed: !page.sizes.is_empty(),
            given: Imprint::default(),
        }
    }

    fn of_stored(c: &Connection, page: i64) -> rusqlite::Result<Option<Self>> {
        let query = "SELECT u.name, e.date, p.number, p.name, p.label, p.sizes IS NOT NULL, p.given, p.named FROM pages p \
            JOIN editions e ON e.key = p.edition LEFT JOIN publications u ON u.id = e.publication WHERE p.id = ?1";
        let provenance = c.prepare_cached(query)?.query_row([page], |row| {
            let date: Option<String> = row.get(1)?;
            Ok(Self {
                publication: row.get(0)?,
                date: date.and_then(|date| date.parse().ok()),
                page_number: row.get(2)?,
                page_name: row.get(3)?,
                page_label: row.get(4)?,
                is_placed: row.get(5)?,
                given: Attribution::of_row(row, 6)?.given,
            })
        });
        provenance.optional()
    }

    /// Whether nothing says that it is of another newspaper or day.
    fn may_be_edition(&self, other: &Self) -> bool {
        (other.given.publication.is_some() || agree(&self.publication, &other.publication))
            && (other.given.date.is_some() || agree(&self.date, &other.date))
    }

    /// Whether nothing says that it is another page.
    fn may_be_page(&self, other: &Self) -> bool {
        let is_numbered_alike =
            agree(&self.page_number, &other.page_number) && agree(&self.page_label, &other.page_label);
        self.may_be_edition(other) && (other.given.page_number.is_some() || is_numbered_alike)
    }

    /// Whether both say that they are the same page of the same newspaper and day.
    fn is_same_page(&self, other: &Self) -> bool {
        self.may_be_page(other)
            && self.publication.is_some()
            && self.publication == other.publication
            && self.date.is_some()
            && self.date == other.date
            && self.page_number.is_some()
            && self.page_number == other.page_number
    }
}

/// Whether two things are the same, or one of them is not known.
fn agree<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> bool {
    one.is_none() || other.is_none() || one == other
}
