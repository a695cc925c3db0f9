//! A page made ready for the library: all the work that needs no database, to be done on any thread.

use sha2::{Digest, Sha256};

use crate::model::Page;
use crate::store::error::Error;
use crate::store::tables::{body, grams};

/// A page packed and cut into grams.
#[derive(Clone, Debug)]
pub struct PreparedPage {
    pub(super) page: Page,
    /// What the page is recognised by.
    pub(super) digest: [u8; 32],
    /// Its text, compressed.
    pub(super) text: Vec<u8>,
    /// Its articles, in the page's order.
    pub(super) articles: Vec<PreparedArticle>,
    size: usize,
}

/// What the tables take of an article.
#[derive(Clone, Debug)]
pub(super) struct PreparedArticle {
    /// The whole article, packed.
    pub json: Vec<u8>,
    /// Its grams, for the index.
    pub grams: String,
}

impl PreparedPage {
    /// Makes a page ready, with the decoded text that it was made of.
    ///
    /// # Errors
    /// [`Error::Library`] where an article has no JSON.
    pub fn new(page: Page, text: &str) -> Result<Self, Error> {
        let prepare = |article| Ok(PreparedArticle { json: body::pack(article)?, grams: grams::of_article(article) });
        let articles = page.articles.iter().map(prepare).collect::<rusqlite::Result<_>>();
        let articles = articles.map_err(|source| Error::Library { path: page.source.clone().into(), source })?;
        Ok(Self { digest: digest(text), text: body::pack_text(text), articles, size: text.len(), page })
    }

    /// Makes a page ready that a library recognised by this.
    ///
    /// # Errors
    /// As [`PreparedPage::new`] does.
    pub(super) fn known_as(digest: [u8; 32], page: Page, text: &str) -> Result<Self, Error> {
        Ok(Self { digest, ..Self::new(page, text)? })
    }

    /// The bytes of the text that it was made of.
    pub fn size(&self) -> usize {
        self.size
    }
}

/// What a page is recognised by: a digest of its lines without the white space at their ends.
fn digest(text: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    for line in text.trim_end().split('\n') {
        hash.update(line.trim_end());
        hash.update(b"\n");
    }
    hash.finalize().into()
}
