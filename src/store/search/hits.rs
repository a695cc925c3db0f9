//! Hits: the index names candidates, newest first, and each is looked into.

use std::cmp::Reverse;
use std::ops::{ControlFlow, Range};

use rusqlite::Connection;

use super::rank::Score;
use super::{matches, plan};
use crate::hanzi::Folding;
use crate::model::{Article, ArticleId, Filter, Hit, HitOrder, Place, RowKey, Search};
use crate::store::error::{Error, is_damage};
use crate::store::library::Library;
use crate::store::list::columns::row_of;
use crate::store::tables::prefilter::Prefilter;
use crate::store::tables::{body, keys};
use crate::text::Needle;

/// How many of the newest articles are looked into without asking the index, where every term is a
/// single character: one that is in every second article is found sooner so.
const NEWEST: usize = 512;
/// How many hits at least are compared where the best are asked for. Of a word with more hits, these
/// are the newest.
const RANKED: usize = 5000;

impl Library {
    /// Articles that hold all the terms, from the newest or after a row.
    ///
    /// # Errors
    /// Those of the library.
    pub fn search(&self, search: &Search, after: Option<RowKey>) -> Result<Vec<Hit>, Error> {
        let mut hits = Vec::new();
        self.search_each(search, after, &|| false, |hit| {
            hits.push(hit);
            ControlFlow::Continue(())
        })?;
        Ok(hits)
    }

    /// Hands over the hits that [`Library::search`] gives, each as soon as it is found or, where the best
    /// come first, as soon as they are known. The search ends where `found` breaks it off or where
    /// `stop` says so, which is asked before each article that is looked into. Articles that are damaged are
    /// passed over; it returns how many they were.
    ///
    /// # Errors
    /// Those of the library.
    pub fn search_each(
        &self,
        search: &Search,
        after: Option<RowKey>,
        stop: &dyn Fn() -> bool,
        mut found: impl FnMut(Hit) -> ControlFlow<()>,
    ) -> Result<usize, Error> {
        match search.order {
            HitOrder::Newest => self.newest(search, search.limit, after, stop, |hit, _| found(hit)),
            HitOrder::Best => {
                let mut hits = Vec::new();
                let ranked = search.limit.map(|limit| limit.max(RANKED));
                let damaged = self.newest(search, ranked, after, stop, |hit, score| {
                    hits.push((score, hit));
                    ControlFlow::Continue(())
                })?;
                hits.sort_by_key(|(score, _)| Reverse(*score));
                let best = hits.into_iter().map(|(_, hit)| hit).take(search.limit.unwrap_or(usize::MAX));
                let _ = best.map(found).find(ControlFlow::is_break);
                Ok(damaged)
            }
        }
    }

    /// Hands over each hit with its score, the newest first; returns how many articles are damaged.
    fn newest(
        &self,
        search: &Search,
        limit: Option<usize>,
        after: Option<RowKey>,
        stop: &dyn Fn() -> bool,
        found: impl FnMut(Hit, Score) -> ControlFlow<()>,
    ) -> Result<usize, Error> {
        let mut numbers = keys::numbers(search.filter.since, search.filter.until);
        if let Some(key) = after {
            numbers.end = numbers.end.min(self.sql(|c| number(c, key))?);
        }
        let alike = Folding { scripts: search.any_script, widths: search.any_width };
        let needles: Vec<_> = search.terms.iter().filter_map(|term| Needle::new(&alike.compared(term))).collect();
        let left = limit.unwrap_or(usize::MAX);
        let prefilter = Prefilter::new(&needles, alike);
        let mut finder = HitFinder { search, alike, needles: &needles, prefilter, left, damaged: 0, stop, found };
        let _ = self.sql(|c| finder.run(c, numbers))?;
        Ok(finder.damaged)
    }
}

/// Looks into candidates and hands over those that are hits.
struct HitFinder<'a, F> {
    search: &'a Search,
    /// Which characters count as one.
    alike: Folding,
    /// The terms.
    needles: &'a [Needle],
    prefilter: Prefilter<'a>,
    /// How many more hits are wanted.
    left: usize,
    /// How many articles were damaged so far.
    damaged: usize,
    stop: &'a dyn Fn() -> bool,
    found: F,
}

impl<F: FnMut(Hit, Score) -> ControlFlow<()>> HitFinder<'_, F> {
    /// Finds the hits among the articles of these numbers.
    fn run(&mut self, c: &Connection, mut numbers: Range<i64>) -> rusqlite::Result<ControlFlow<()>> {
        const ALL: &str = "SELECT id FROM articles WHERE id >= ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3";
        const CANDIDATES: &str =
            "SELECT rowid FROM grams WHERE grams MATCH ?3 AND rowid >= ?1 AND rowid < ?2 ORDER BY rowid DESC";
        if self.needles.is_empty() {
            let mut all = c.prepare_cached(ALL)?;
            return self.look_into_all(c, all.query((numbers.start, numbers.end, -1))?).map(|(flow, _)| flow);
        }
        if self.needles.iter().all(|needle| needle.as_str().chars().nth(1).is_none()) {
            let mut newest = c.prepare_cached(ALL)?;
            let (flow, last) = self.look_into_all(c, newest.query((numbers.start, numbers.end, NEWEST as i64))?)?;
            match (flow, last) {
                (ControlFlow::Continue(()), Some(last)) => numbers.end = last,
                (flow, _) => return Ok(flow),
            }
        }
        let forms = |c| self.alike.forms(c);
        let Some(query) = plan::query(c, self.needles, &forms, &numbers)? else { return Ok(ControlFlow::Continue(())) };
        let mut candidates = c.prepare_cached(CANDIDATES)?;
        self.look_into_all(c, candidates.query((numbers.start, numbers.end, query))?).map(|(flow, _)| flow)
    }

    /// Looks into the articles that a query gives; returns the last one looked into, too.
    fn look_into_all(
        &mut self,
        c: &Connection,
        mut articles: rusqlite::Rows<'_>,
    ) -> rusqlite::Result<(ControlFlow<()>, Option<i64>)> {
        let mut last = None;
        while let Some(row) = articles.next()? {
            if self.left == 0 || (self.stop)() {
                return Ok((ControlFlow::Break(()), last));
            }
            let id = row.get(0)?;
            last = Some(id);
            let looked_into = match self.look_into(c, id) {
                Err(error) if is_damage(&error) => {
                    self.damaged += 1;
                    None
                }
                looked_into => looked_into?,
            };
            if let Some((hit, score)) = looked_into {
                self.left -= 1;
                if (self.found)(hit, score).is_break() {
                    return Ok((ControlFlow::Break(()), last));
                }
            }
        }
        Ok((ControlFlow::Continue(()), last))
    }

    /// The hit that an article is, if it fits the filter and has all the terms.
    fn look_into(&self, c: &Connection, id: i64) -> rusqlite::Result<Option<(Hit, Score)>> {
        let filter = &self.search.filter;
        if *filter != Filter::default() && row_of(c, id, filter)?.is_none() {
            return Ok(None);
        }
        let Some(article) = self.body(c, id)? else { return Ok(None) };
        let Some(matches) = matches::of(&article, self.needles, self.alike, self.search) else { return Ok(None) };
        let Some(row) = row_of(c, id, &Filter::default())? else { return Ok(None) };
        let (part, range) = matches.first;
        let excerpt = matches::excerpt(article.part(part).unwrap_or_default(), range.clone());
        let place = Place { article: article.id, part, byte: range.start };
        let score = Score::of(&article, matches.heads, matches.count);
        Ok(Some((Hit { row, place, matches: matches.count, excerpt }, score)))
    }
}

impl<F> HitFinder<'_, F> {
    /// The article, unless the prefilter is certain that it lacks a term.
    fn body(&self, c: &Connection, id: i64) -> rusqlite::Result<Option<Article>> {
        let json = c.prepare_cached("SELECT json FROM bodies WHERE article = ?1")?.query_row([id], |row| {
            let packed = row.get_ref(0)?.as_blob()?;
            let may_be_in = self.prefilter.may_be_in(packed);
            may_be_in.then(|| body::json(packed)).transpose()
        })?;
        let Some(json) = json else { return Ok(None) };
        let name = c.prepare_cached("SELECT name FROM articles WHERE id = ?1")?.query_row([id], |row| row.get(0))?;
        body::from_json(ArticleId::from_bytes(name), &json).map(Some)
    }
}

/// The number of the article at a row; 0, below every number, where it is gone.
fn number(c: &Connection, key: RowKey) -> rusqlite::Result<i64> {
    c.prepare_cached("SELECT coalesce(max(id), 0) FROM articles WHERE edition = ?1 AND place = ?2 AND turn = ?3")?
        .query_row([key.edition, key.page, key.article], |row| row.get(0))
}
