//! Where the jumps of an article lead: 下转第3版, 上接第1版.

use rusqlite::params;

use crate::model::{Article, PageRef, Part, Place, Row};
use crate::store::error::Error;
use crate::store::library::Library;
use crate::store::tables::body;

/// The share of a headline's characters that another has, for both to be of one article where neither
/// page says so.
const LIKE: f32 = 0.5;

impl Library {
    /// The beginning of the article on a page of the same edition in which another goes on, or the end
    /// of the one that it comes from: the one that names the other's page, or the one with a headline
    /// like its own.
    ///
    /// # Errors
    /// Those of the library.
    pub fn jump(&self, from: &Row, page: &PageRef, is_onward: bool) -> Result<Option<Place>, Error> {
        let on_page = self.articles_of_page(from.key.edition, page)?;
        let rated = on_page.iter().filter(|article| article.id != from.id).filter_map(|article| {
            let other = if is_onward { &article.continued } else { &article.continues };
            let names_it = other.as_ref().is_some_and(|other| names(other, from));
            let likeness = likeness(article.title(), &from.headline);
            (names_it || likeness >= LIKE).then_some((names_it, likeness, article))
        });
        let best = rated.max_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
        Ok(best.map(|(.., article)| if is_onward { Place::start_of(article) } else { end_of(article) }))
    }

    /// The articles of a page of an edition.
    fn articles_of_page(&self, edition: i64, page: &PageRef) -> Result<Vec<Article>, Error> {
        let query = "SELECT a.name, b.json FROM pages p JOIN articles a ON a.page = p.id \
            JOIN bodies b ON b.article = a.id WHERE p.edition = ?1 \
            AND CASE WHEN ?2 IS NULL OR p.label IS NULL THEN p.number = ?3 ELSE p.label = ?2 END \
            ORDER BY a.place, a.turn";
        self.sql(|c| {
            c.prepare_cached(query)?
                .query_map(params![edition, page.page_label, page.page_number], body::of_row)?
                .collect()
        })
    }
}

/// Whether a jump names the page that an article stands on.
fn names(page: &PageRef, row: &Row) -> bool {
    match (&page.page_label, &row.page_label) {
        (Some(named), Some(label)) => named == label,
        _ => page.page_number.is_some() && page.page_number == row.page_number,
    }
}

/// The share of the shorter headline's characters that the other has.
fn likeness(one: &str, other: &str) -> f32 {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<_>>();
    let (one, other) = (letters(one), letters(other));
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let shared = short.iter().filter(|c| long.contains(c)).count();
    shared as f32 / short.len().max(1) as f32
}

/// The last paragraph of an article.
fn end_of(article: &Article) -> Place {
    let last = article.body.len().checked_sub(1).map(Part::Body);
    last.map_or(Place::start_of(article), |part| Place { article: article.id, part, byte: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_are_alike_by_their_characters() {
        assert!(likeness("港区新增三条航线", "港区新增航线") > 0.9);
        assert!(likeness("港区新增三条航线", "古城墙修缮完工") < LIKE);
        assert_eq!(likeness("", "古城墙"), 0.0);
    }
}
