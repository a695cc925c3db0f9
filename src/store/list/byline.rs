//! Who wrote an article: no column has the names, the article itself has.

use rusqlite::Connection;

use crate::model::{ArticleId, Filter};
use crate::store::tables::body;
use crate::store::tables::prefilter::Probe;
use crate::text::{Needle, Squeezed};

/// What one of the names in a byline must hold; white space makes no difference.
pub struct Byline(Option<Needle>);

impl Byline {
    /// The name of a filter.
    pub fn of(filter: &Filter) -> Self {
        Self(filter.byline.as_deref().and_then(Needle::new))
    }

    /// Whether nothing is asked of bylines.
    pub fn is_any(&self) -> bool {
        self.0.is_none()
    }

    /// Whether the article of this number has the name.
    pub fn is_in(&self, c: &Connection, article: i64) -> rusqlite::Result<bool> {
        let Some(needle) = &self.0 else { return Ok(true) };
        let needles = std::slice::from_ref(needle);
        c.prepare_cached("SELECT json FROM bodies WHERE article = ?1")?.query_row([article], |row| {
            let packed = row.get_ref(0)?.as_blob()?;
            if !Probe::new(needles, false).may_be_in(packed) {
                return Ok(false);
            }
            let article = body::article_of(ArticleId::default(), &body::json(packed)?)?;
            Ok(article.byline.iter().any(|person| needle.is_in(&Squeezed::new(&person.name))))
        })
    }
}
