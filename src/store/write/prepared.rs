//! A page made ready for the library: all the work that needs no database, to be done on any thread.

use sha2::{Digest, Sha256};

use crate::model::Page;
use crate::store::error::Error;
use crate::store::tables::body;
use crate::store::tables::grams;

/// A page packed and cut into grams.
#[derive(Clone, Debug)]
pub struct Parcel {
    pub(in crate::store) page: Page,
    /// What the page is known by.
    pub(in crate::store) digest: [u8; 32],
    /// Its text, packed.
    pub(in crate::store) text: Vec<u8>,
    /// Its articles, in its order.
    pub(in crate::store) articles: Vec<Entry>,
    size: usize,
}

/// What the tables take of an article.
#[derive(Clone, Debug)]
pub(in crate::store) struct Entry {
    /// It whole, packed.
    pub json: Vec<u8>,
    /// What the index takes.
    pub grams: String,
}

impl Parcel {
    /// Makes a page ready, with the decoded text that it was made of.
    ///
    /// # Errors
    /// [`Error::Library`] where an article has no JSON.
    pub fn new(page: Page, text: &str) -> Result<Self, Error> {
        let entry = |article| Ok(Entry { json: body::article(article)?, grams: grams::of_article(article) });
        let articles = page.articles.iter().map(entry).collect::<rusqlite::Result<_>>();
        let articles = articles.map_err(|source| Error::Library { path: page.source.clone().into(), source })?;
        Ok(Self { digest: digest(text), text: body::text(text), articles, size: text.len(), page })
    }

    /// The bytes of the text that it was made of.
    pub fn size(&self) -> usize {
        self.size
    }
}

/// What a page is known by: its lines without the white space at their ends.
fn digest(text: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    for line in text.trim_end().split('\n') {
        hash.update(line.trim_end());
        hash.update(b"\n");
    }
    hash.finalize().into()
}
