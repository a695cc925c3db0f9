//! Pages put right by hand.

use rusqlite::{Connection, OptionalExtension};

use super::mends::{self, PageMends};
use super::{articles, page, stored};
use crate::model::{ArticleId, Mend, MendReport, Mended, MendedPage, Page, Part, Remedy};
use crate::store::error::Error;
use crate::store::library::Library;

impl Library {
    /// Puts something right about a part of an article, in one transaction: none where there is nothing to do.
    /// Reading marks follow as for a page that was parsed anew.
    ///
    /// # Errors
    /// Those of the library, which is then as it was.
    pub fn mend(&mut self, id: ArticleId, part: Part, remedy: Remedy) -> Result<Option<Mended>, Error> {
        self.change(|c| {
            let Some(number) = page_of(c, id)? else { return Ok(None) };
            let (now, text) = mends::page_and_text(c, number)?;
            let Some(at) = now.articles.iter().position(|article| article.id == id) else { return Ok(None) };
            let Some(mend) = Mend::of(&now, &text, at, part, remedy) else { return Ok(None) };
            let mut kept = PageMends::of(c, number, &now)?;
            kept.mends.push(mend);
            let article = store(c, number, &kept, at)?;
            Ok(Some(Mended { remedy, found: true, article, undone: false }))
        })
    }

    /// Undoes the last mend of the page that an article stands on: none where it has none.
    ///
    /// # Errors
    /// Those of the library, which is then as it was.
    pub fn undo_mend(&mut self, id: ArticleId) -> Result<Option<Mended>, Error> {
        self.change(|c| {
            let Some(number) = page_of(c, id)? else { return Ok(None) };
            let Some(mut kept) = mends::kept(c, number)? else { return Ok(None) };
            let Some(Mend { remedy, .. }) = kept.mends.last().cloned() else { return Ok(None) };
            let found = kept.found(c, number)?.last() == Some(&true);
            kept.mends.pop();
            let at = articles::of_page(c, number)?.iter().position(|article| article.id == id).unwrap_or_default();
            let article = store(c, number, &kept, at)?;
            Ok(Some(Mended { remedy, found, article, undone: true }))
        })
    }

    /// The last mend of the page that an article stands on, and whether its lines are there.
    ///
    /// # Errors
    /// Those of the library.
    pub fn last_mend(&self, id: ArticleId) -> Result<Option<(Remedy, bool)>, Error> {
        self.sql(|c| {
            let Some(number) = page_of(c, id)? else { return Ok(None) };
            let Some(kept) = mends::kept(c, number)? else { return Ok(None) };
            let found = kept.found(c, number)?.last() == Some(&true);
            Ok(kept.mends.last().map(|mend| (mend.remedy, found)))
        })
    }

    /// Every page that was mended, with its lines.
    ///
    /// # Errors
    /// Those of the library.
    pub fn mends(&self) -> Result<Vec<MendedPage>, Error> {
        self.sql(|c| {
            let numbers: Vec<i64> = c
                .prepare("SELECT page FROM mends ORDER BY page")?
                .query_map([], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            numbers.into_iter().filter_map(|number| report(c, number).transpose()).collect()
        })
    }
}

/// Keeps a page's mends and puts the page with them in the place of what stands there; the article that is at
/// this number among its articles, or the last.
fn store(c: &Connection, number: i64, kept: &PageMends, at: usize) -> rusqlite::Result<Option<ArticleId>> {
    mends::keep(c, number, kept)?;
    page::store_mended(c, number, &kept.prepared(c, number)?)?;
    let articles = articles::of_page(c, number)?;
    Ok(articles.get(at).or(articles.last()).map(|article| article.id))
}

fn report(c: &Connection, number: i64) -> rusqlite::Result<Option<MendedPage>> {
    let Some(kept) = mends::kept(c, number)? else { return Ok(None) };
    let found = kept.found(c, number)?;
    let Page { source, source_page, .. } = stored::head(c, number)?.page;
    let mends = kept.mends.into_iter().zip(found).map(|(mend, found)| MendReport { mend, found }).collect();
    let lines = stored::text(c, number)?.lines().map(str::to_owned).collect();
    Ok(Some(MendedPage { source, source_page, mends, lines }))
}

/// The number of the page that an article stands on.
fn page_of(c: &Connection, id: ArticleId) -> rusqlite::Result<Option<i64>> {
    c.prepare_cached("SELECT page FROM articles WHERE name = ?1 ORDER BY id DESC LIMIT 1")?
        .query_row([id.bytes()], |row| row.get(0))
        .optional()
}
