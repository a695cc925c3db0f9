//! The table of mends: what was put right on a page, beside what the parser gave, to be done again whenever the
//! page is stored anew.

use std::borrow::Cow;

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::articles;
use super::prepared::PreparedPage;
use super::stored::{self, PageHead};
use crate::model::{Article, Mend, Page};
use crate::store::tables::body;

/// What is kept of a page that was mended.
pub struct PageMends {
    parsed: Parsed,
    /// Its mends, the oldest first.
    pub mends: Vec<Mend>,
}

/// A page as the parser gave it.
#[derive(Serialize, Deserialize)]
struct Parsed {
    articles: Vec<Article>,
    furniture: Vec<String>,
}

/// A page that comes in again, with the mends that it was given before.
pub fn applied<'a>(c: &Connection, number: i64, prepared: &'a PreparedPage) -> rusqlite::Result<Cow<'a, PreparedPage>> {
    let Some(kept) = kept(c, number)? else { return Ok(Cow::Borrowed(prepared)) };
    let (mended, _) = prepared.page.clone().mended(&kept.mends);
    prepared.mended(mended).map(Cow::Owned)
}

/// Keeps a page that was mended and has come in again as the parser gives it now.
pub fn keep_parsed(c: &Connection, number: i64, page: &Page) -> rusqlite::Result<()> {
    match kept(c, number)? {
        Some(kept) => keep(c, number, &PageMends { parsed: Parsed::of(page), ..kept }),
        None => Ok(()),
    }
}

/// A page as the parser gave it, and what was put right on it since.
pub fn parsed(c: &Connection, number: i64, page: Page) -> rusqlite::Result<(Page, Vec<Mend>)> {
    Ok(match kept(c, number)? {
        Some(PageMends { parsed, mends }) => (parsed.within(page), mends),
        None => (page, Vec::new()),
    })
}

/// The articles of a page as the parser gave them, by whose words it is recognised.
pub fn parsed_articles(c: &Connection, number: i64) -> rusqlite::Result<Vec<Article>> {
    kept_articles(c, number)?.map_or_else(|| articles::of_page(c, number), Ok)
}

/// The same of a page that was mended.
pub fn kept_articles(c: &Connection, number: i64) -> rusqlite::Result<Option<Vec<Article>>> {
    Ok(kept(c, number)?.map(|kept| kept.parsed.articles))
}

/// Gives a page mends: it with them, to be put in the place of what stands there; none where there are none.
pub fn given(c: &Connection, number: i64, mends: Vec<Mend>) -> rusqlite::Result<Option<PreparedPage>> {
    if mends.is_empty() {
        return Ok(None);
    }
    let mut kept = PageMends::of(c, number, &page_and_text(c, number)?.0)?;
    kept.mends.extend(mends);
    keep(c, number, &kept)?;
    kept.prepared(c, number).map(Some)
}

/// Hands the mends of a page that goes over to those that stand for it: each to the one that has its lines, the
/// first where none has. Returns these with their mends, to be put in the place of what stands there.
pub fn hand_over(c: &Connection, from: i64, pages: &[i64]) -> rusqlite::Result<Vec<(i64, PreparedPage)>> {
    match kept(c, from)? {
        Some(PageMends { mends, .. }) => hand_out(c, mends, pages),
        None => Ok(Vec::new()),
    }
}

/// Gives each of some mends to the page that has its lines, the first where none has; a page that has it already
/// is not given it again. Returns the pages that are others now, as [`hand_over`] does.
pub fn hand_out(c: &Connection, mends: Vec<Mend>, pages: &[i64]) -> rusqlite::Result<Vec<(i64, PreparedPage)>> {
    let held: Vec<Vec<Mend>> = pages
        .iter()
        .map(|page| Ok(kept(c, *page)?.map_or_else(Vec::new, |kept| kept.mends)))
        .collect::<rusqlite::Result<_>>()?;
    let stored: Vec<Page> = pages.iter().map(|page| Ok(page_and_text(c, *page)?.0)).collect::<rusqlite::Result<_>>()?;
    let mut given_to: Vec<Vec<Mend>> = vec![Vec::new(); pages.len()];
    for mend in mends {
        if held.iter().flatten().any(|held| *held == mend) {
            continue;
        }
        let has_lines = |page: &Page| page.clone().mended(std::slice::from_ref(&mend)).1 == [true];
        let to = stored.iter().position(has_lines).unwrap_or_default();
        given_to.get_mut(to).into_iter().for_each(|given| given.push(mend.clone()));
    }
    let mut changed = Vec::new();
    for (number, more) in pages.iter().zip(given_to) {
        changed.extend(given(c, *number, more)?.map(|page| (*number, page)));
    }
    Ok(changed)
}

impl PageMends {
    /// What is kept of a page: what was kept of it before, or else it as it is.
    pub fn of(c: &Connection, number: i64, now: &Page) -> rusqlite::Result<Self> {
        Ok(kept(c, number)?.unwrap_or_else(|| Self { parsed: Parsed::of(now), mends: Vec::new() }))
    }

    /// The page with its mends, ready to take the place of what stands there.
    pub fn prepared(&self, c: &Connection, number: i64) -> rusqlite::Result<PreparedPage> {
        let PageHead { page, digest, attribution, .. } = stored::head(c, number)?;
        let (mended, _) = self.parsed.within(page).mended(&self.mends);
        let prepared = PreparedPage::known_as(digest, mended, "")?;
        let prepared = prepared.recognised_by(&self.parsed.articles);
        Ok(prepared.with_source(stored::source(c, number)?).attributed(attribution))
    }

    /// Of each mend whether its lines are there.
    pub fn found(&self, c: &Connection, number: i64) -> rusqlite::Result<Vec<bool>> {
        Ok(self.parsed.within(stored::head(c, number)?.page).mended(&self.mends).1)
    }
}

impl Parsed {
    fn of(page: &Page) -> Self {
        Self { articles: page.articles.clone(), furniture: page.furniture.clone() }
    }

    /// The page as the parser gave it, with what else is known of it.
    fn within(&self, head: Page) -> Page {
        Page { articles: self.articles.clone(), furniture: self.furniture.clone(), ..head }
    }
}

/// Keeps the mends of a page; where it has none any more, nothing of it.
pub fn keep(c: &Connection, number: i64, kept: &PageMends) -> rusqlite::Result<()> {
    if kept.mends.is_empty() {
        return c.prepare_cached("DELETE FROM mends WHERE page = ?1")?.execute([number]).map(drop);
    }
    let parsed = body::pack_text(&serde_json::to_string(&kept.parsed).map_err(json_fault)?);
    let mends = serde_json::to_string(&kept.mends).map_err(json_fault)?;
    c.prepare_cached("INSERT OR REPLACE INTO mends (page, parsed, mends) VALUES (?1, ?2, ?3)")?
        .execute(params![number, parsed, mends])
        .map(drop)
}

/// What is kept of a page that was mended.
pub fn kept(c: &Connection, number: i64) -> rusqlite::Result<Option<PageMends>> {
    c.prepare_cached("SELECT parsed, mends FROM mends WHERE page = ?1")?
        .query_row([number], |row| {
            let parsed = body::unpack_text(row.get_ref(0)?.as_blob()?)?;
            Ok(PageMends { parsed: read(&parsed)?, mends: read(row.get_ref(1)?.as_str()?)? })
        })
        .optional()
}

/// The mends of a page alone.
pub fn listed(c: &Connection, number: i64) -> rusqlite::Result<Option<Vec<Mend>>> {
    c.prepare_cached("SELECT mends FROM mends WHERE page = ?1")?
        .query_row([number], |row| read(row.get_ref(0)?.as_str()?))
        .optional()
}

fn read<T: DeserializeOwned>(json: &str) -> rusqlite::Result<T> {
    serde_json::from_str(json).map_err(json_fault)
}

fn json_fault(error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(error.into())
}

/// A page as it stands in the tables, and its text.
pub fn page_and_text(c: &Connection, number: i64) -> rusqlite::Result<(Page, String)> {
    let articles = articles::of_page(c, number)?;
    Ok((Page { articles, ..stored::head(c, number)?.page }, stored::text(c, number)?))
}
