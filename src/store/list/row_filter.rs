//! What a filter asks of an article that no condition of a query can tell: the words of its headline,
//! as they are typed, and the names in its byline, for which no column exists.

use rusqlite::Connection;

use crate::hanzi::Folding;
use crate::hanzi::Typed;
use crate::model::{ArticleId, Filter};
use crate::store::tables::body;
use crate::store::tables::prefilter::Prefilter;
use crate::text::{Needle, Squeezed};

/// The words asked of headlines and of bylines.
pub struct RowFilter {
    headline: Option<Typed>,
    /// What one of the names in a byline must hold; white space makes no difference.
    byline: Option<Needle>,
}

impl RowFilter {
    /// What a filter asks.
    pub fn of(filter: &Filter) -> Self {
        let byline = filter.byline.as_deref().and_then(Needle::new);
        Self { headline: Typed::new(&filter.headline), byline }
    }

    /// Whether it lets every article through.
    pub fn is_open(&self) -> bool {
        self.headline.is_none() && self.byline.is_none()
    }

    /// Whether headlines matter to it.
    pub fn reads_headlines(&self) -> bool {
        self.headline.is_some()
    }

    /// Whether it lets an article through, given its number and its headline.
    pub fn lets_through(&self, c: &Connection, article: i64, headline: &str) -> rusqlite::Result<bool> {
        let is_fitting = self.headline.as_ref().is_none_or(|typed| typed.is_in(headline));
        Ok(is_fitting && self.has_name(c, article)?)
    }

    fn has_name(&self, c: &Connection, article: i64) -> rusqlite::Result<bool> {
        let Some(needle) = &self.byline else { return Ok(true) };
        let needles = std::slice::from_ref(needle);
        c.prepare_cached("SELECT json FROM bodies WHERE article = ?1")?.query_row([article], |row| {
            let packed = row.get_ref(0)?.as_blob()?;
            if !Prefilter::new(needles, Folding::default()).may_be_in(packed) {
                return Ok(false);
            }
            let article = body::from_json(ArticleId::default(), &body::json(packed)?)?;
            Ok(article.byline.iter().any(|person| needle.is_in(&Squeezed::new(&person.name))))
        })
    }
}
