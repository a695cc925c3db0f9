//! Full text: the index proposes articles, newest first, and each is looked into.

use std::cmp::Reverse;
use std::ops::{ControlFlow, Range};

use rusqlite::Connection;

use crate::hanzi;
use crate::model::{Article, ArticleId, Filter, Hit, HitOrder, Part, Place, RowKey, Search};
use crate::store::error::Error;
use crate::store::library::Library;
use crate::store::list::rows;
use crate::store::search::plan;
use crate::store::search::rank::Score;
use crate::store::tables::body;
use crate::store::tables::grams;
use crate::store::tables::keys;
use crate::store::tables::prefilter::Probe;
use crate::text::{Needle, Squeezed};

/// The newest articles that are looked into without asking the index for a single character: what
/// is in every second article is found sooner so.
const NEWEST: usize = 512;
/// The fewest hits of which the best are handed over, unless all are wanted: of a common word, the
/// newest.
const RANKED: usize = 5000;
/// The characters of an excerpt before its match and, counted from the match, after it.
const EXCERPT: (usize, usize) = (12, 40);

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

    /// The same, handing over each hit as soon as it is found, or as soon as the best are known. The
    /// search ends where `found` breaks it off or `stop` says so, which is asked before each article
    /// that is looked into.
    ///
    /// # Errors
    /// Those of the library.
    pub fn search_each(
        &self,
        search: &Search,
        after: Option<RowKey>,
        stop: &dyn Fn() -> bool,
        mut found: impl FnMut(Hit) -> ControlFlow<()>,
    ) -> Result<(), Error> {
        match search.order {
            HitOrder::Newest => self.newest(search, search.limit, after, stop, |hit, _| found(hit)),
            HitOrder::Best => {
                let mut hits = Vec::new();
                let ranked = search.limit.map(|limit| limit.max(RANKED));
                self.newest(search, ranked, after, stop, |hit, score| {
                    hits.push((score, hit));
                    ControlFlow::Continue(())
                })?;
                hits.sort_by_key(|(score, _)| Reverse(*score));
                let best = hits.into_iter().map(|(_, hit)| hit).take(search.limit.unwrap_or(usize::MAX));
                let _ = best.map(found).find(ControlFlow::is_break);
                Ok(())
            }
        }
    }

    /// Hands over each hit with its score, the newest first.
    fn newest(
        &self,
        search: &Search,
        limit: Option<usize>,
        after: Option<RowKey>,
        stop: &dyn Fn() -> bool,
        found: impl FnMut(Hit, Score) -> ControlFlow<()>,
    ) -> Result<(), Error> {
        let mut ids = keys::ids(search.filter.since, search.filter.until);
        if let Some(key) = after {
            ids.end = ids.end.min(self.sql(|c| number(c, key))?);
        }
        let needles: Vec<_> =
            search.terms.iter().filter_map(|term| Needle::new(&hanzi::compared(term, search.any_script))).collect();
        let left = limit.unwrap_or(usize::MAX);
        let probe = Probe::new(&needles, search.any_script);
        let mut sieve = Sieve { search, needles: &needles, probe, left, stop, found };
        self.sql(|c| sieve.run(c, ids)).map(drop)
    }
}

/// Lets through the articles that hold all the terms.
struct Sieve<'a, F> {
    search: &'a Search,
    needles: &'a [Needle],
    probe: Probe<'a>,
    left: usize,
    stop: &'a dyn Fn() -> bool,
    found: F,
}

impl<F: FnMut(Hit, Score) -> ControlFlow<()>> Sieve<'_, F> {
    fn run(&mut self, c: &Connection, mut ids: Range<i64>) -> rusqlite::Result<ControlFlow<()>> {
        const ALL: &str = "SELECT id FROM articles WHERE id >= ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3";
        const PROPOSED: &str =
            "SELECT rowid FROM grams WHERE grams MATCH ?3 AND rowid >= ?1 AND rowid < ?2 ORDER BY rowid DESC";
        if self.needles.is_empty() {
            let mut all = c.prepare_cached(ALL)?;
            return self.sift(c, all.query((ids.start, ids.end, -1))?).map(|(flow, _)| flow);
        }
        if self.needles.iter().all(|needle| needle.as_str().chars().nth(1).is_none()) {
            let mut newest = c.prepare_cached(ALL)?;
            let (flow, last) = self.sift(c, newest.query((ids.start, ids.end, NEWEST as i64))?)?;
            match (flow, last) {
                (ControlFlow::Continue(()), Some(last)) => ids.end = last,
                (flow, _) => return Ok(flow),
            }
        }
        let forms = if self.search.any_script { hanzi::forms } else { grams::exactly };
        let Some(query) = plan::query(c, self.needles, forms, &ids)? else { return Ok(ControlFlow::Continue(())) };
        let mut proposed = c.prepare_cached(PROPOSED)?;
        self.sift(c, proposed.query((ids.start, ids.end, query))?).map(|(flow, _)| flow)
    }

    /// Looks into articles; also gives the last one looked into.
    fn sift(
        &mut self,
        c: &Connection,
        mut ids: rusqlite::Rows<'_>,
    ) -> rusqlite::Result<(ControlFlow<()>, Option<i64>)> {
        let mut last = None;
        while let Some(row) = ids.next()? {
            if self.left == 0 || (self.stop)() {
                return Ok((ControlFlow::Break(()), last));
            }
            let id = row.get(0)?;
            last = Some(id);
            if let Some((hit, score)) = self.look_into(c, id)? {
                self.left -= 1;
                if (self.found)(hit, score).is_break() {
                    return Ok((ControlFlow::Break(()), last));
                }
            }
        }
        Ok((ControlFlow::Continue(()), last))
    }

    fn look_into(&self, c: &Connection, id: i64) -> rusqlite::Result<Option<(Hit, Score)>> {
        let filter = &self.search.filter;
        let fits = *filter == Filter::default() || rows::row_of(c, id, filter)?.is_some();
        if !fits {
            return Ok(None);
        }
        let Some(article) = self.body(c, id)? else { return Ok(None) };
        let Some(matches) = matches(&article, self.needles, self.search) else { return Ok(None) };
        let Some(row) = rows::row_of(c, id, &Filter::default())? else { return Ok(None) };
        let (part, range) = matches.first;
        let excerpt = excerpt(article.part(part).unwrap_or_default(), range.clone());
        let place = Place { article: article.id, part, byte: range.start };
        let score = Score::of(&article, matches.heads, matches.count);
        Ok(Some((Hit { row, place, matches: matches.count, excerpt }, score)))
    }
}

impl<F> Sieve<'_, F> {
    /// The article, unless it lacks a term for certain.
    fn body(&self, c: &Connection, id: i64) -> rusqlite::Result<Option<Article>> {
        let probed = c.prepare_cached("SELECT json FROM bodies WHERE article = ?1")?.query_row([id], |row| {
            let packed = row.get_ref(0)?.as_blob()?;
            let may_be_in = self.probe.may_be_in(packed);
            may_be_in.then(|| body::json(packed)).transpose()
        })?;
        let Some(json) = probed else { return Ok(None) };
        let name = c.prepare_cached("SELECT name FROM articles WHERE id = ?1")?.query_row([id], |row| row.get(0))?;
        body::article_of(ArticleId::from_bytes(name), &json).map(Some)
    }
}

struct Matches {
    count: u64,
    /// Terms that are in the heads.
    heads: usize,
    first: (Part, Range<usize>),
}

/// Where the terms are in an article, if all are; with no terms, its beginning.
fn matches(article: &Article, needles: &[Needle], search: &Search) -> Option<Matches> {
    let is_head = |part: Part| matches!(part, Part::Kicker | Part::Headline | Part::Deck);
    let mut missing: Vec<&Needle> = needles.iter().collect();
    let mut outside_heads: Vec<&Needle> = missing.clone();
    let mut count = 0;
    let mut first: Option<(Part, Range<usize>)> = None;
    for (part, text) in article.parts().filter(|(part, _)| !search.headlines_only || is_head(*part)) {
        let text = hanzi::compared(text, search.any_script);
        let text = Squeezed::new(&text);
        missing.retain(|needle| !needle.is_in(&text));
        if is_head(part) {
            outside_heads.retain(|needle| !needle.is_in(&text));
        }
        for range in needles.iter().flat_map(|needle| needle.ranges(&text)) {
            count += 1;
            if first.as_ref().is_none_or(|(p, r)| (part, range.start) < (*p, r.start)) {
                first = Some((part, range));
            }
        }
    }
    if needles.is_empty() {
        first = Some((Place::start_of(article).part, 0..0));
    }
    let heads = needles.len() - outside_heads.len();
    first.filter(|_| missing.is_empty()).map(|first| Matches { count, heads, first })
}

/// The words around a match; … where the text goes on.
fn excerpt(text: &str, range: Range<usize>) -> String {
    let (before, after) = EXCERPT;
    let (head, tail) = text.split_at_checked(range.start).unwrap_or((text, ""));
    let start = head.char_indices().rev().nth(before - 1).map_or(0, |(at, _)| at);
    let least = range.len();
    let end = tail.char_indices().nth(after).map_or(tail.len(), |(at, _)| at).max(least.min(tail.len()));
    let words = [&head[start..], &tail[..end]].concat();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let more = |is_cut| if is_cut { "…" } else { "" };
    format!("{}{words}{}", more(start > 0), more(end < tail.len()))
}

/// The number of the article at a row, or the first number where it is gone.
fn number(c: &Connection, key: RowKey) -> rusqlite::Result<i64> {
    c.prepare_cached("SELECT coalesce(max(id), 0) FROM articles WHERE edition = ?1 AND place = ?2 AND turn = ?3")?
        .query_row([key.edition, key.page, key.article], |row| row.get(0))
}
