//! A page made ready for the library: all the work that needs no database, to be done on any thread.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use super::attribution::Attribution;
use crate::model::{Article, Imprint, Page, RawPage};
use crate::store::error::Error;
use crate::store::tables::shingles::{self, Shingles};
use crate::store::tables::{body, grams, raw};

/// A page packed and cut into grams.
#[derive(Clone, Debug)]
pub struct PreparedPage {
    /// The page, as it says of itself.
    pub(super) page: Page,
    /// What is said of it beside that.
    pub(super) attribution: Attribution,
    /// What the page is recognised by.
    pub(super) digest: [u8; 32],
    /// Its text, compressed.
    pub(super) text: Vec<u8>,
    /// What its importer knew of it beside the text, packed; none where that is not known.
    pub(super) lines: Option<Vec<u8>>,
    /// Its articles, in the page's order.
    pub(super) articles: Vec<PreparedArticle>,
    /// By what it is recognised where its text is another.
    pub(super) shingles: Shingles,
    size: usize,
}

/// A page's text, and what its importer knew of it, as they stand in the table `sources`.
pub(super) type SourceColumns = (Vec<u8>, Option<Vec<u8>>);

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
        let source = page.source.clone();
        Self::known_as(digest(text), page, text).map_err(|fault| Error::Library { path: source.into(), source: fault })
    }

    /// Makes a page ready, with all that it was made of.
    ///
    /// # Errors
    /// As [`PreparedPage::new`].
    pub fn of_raw(page: Page, source: &RawPage) -> Result<Self, Error> {
        let lines =
            raw::pack(source).map_err(|fault| Error::Library { path: page.source.clone().into(), source: fault })?;
        Ok(Self { lines: Some(lines), ..Self::new(page, &source.text)? })
    }

    /// Makes a page ready that a library recognises by this.
    pub(super) fn known_as(digest: [u8; 32], page: Page, text: &str) -> rusqlite::Result<Self> {
        let prepare = |article| Ok(PreparedArticle { json: body::pack(article)?, grams: grams::of_article(article) });
        let articles = page.articles.iter().map(prepare).collect::<rusqlite::Result<_>>()?;
        let (shingles, text, size) = (shingles::of_articles(&page.articles), body::pack_text(text), text.len());
        Ok(Self { digest, text, lines: None, articles, shingles, size, page, attribution: Attribution::default() })
    }

    /// It, with other articles made of the same text; it is recognised as before.
    pub(super) fn mended(&self, page: Page) -> rusqlite::Result<Self> {
        let Self { digest, text, lines, attribution, shingles, size, .. } = self.clone();
        Ok(Self { text, lines, attribution, shingles, size, ..Self::known_as(digest, page, "")? })
    }

    /// It, recognised by the words of these articles.
    pub(super) fn recognised_by(self, articles: &[Article]) -> Self {
        Self { shingles: shingles::of_articles(articles), ..self }
    }

    /// It, with what is said of the page beside its text.
    #[must_use]
    pub fn attributed(self, attribution: Attribution) -> Self {
        Self { attribution, ..self }
    }

    /// The page as the library has it, of which this was said before: what is given by hand and what names say
    /// is in it.
    pub(super) fn completed(&self, before: Attribution) -> Cow<'_, Self> {
        let attribution = self.attribution.clone().behind(before, &self.page.imprint());
        if attribution == Attribution::default() && self.attribution == attribution {
            return Cow::Borrowed(self);
        }
        let imprint = attribution.completed(self.page.imprint());
        Cow::Owned(Self { page: self.page.clone().with(imprint), attribution, ..self.clone() })
    }

    /// It, with this given by hand, whatever the page says itself.
    pub(super) fn given(self, given: Imprint) -> Self {
        let attribution = Attribution { given, ..self.attribution };
        let imprint = attribution.completed(self.page.imprint());
        Self { page: self.page.with(imprint), attribution, ..self }
    }

    /// It, with the packed text of a library in place of its own.
    pub(super) fn with_source(self, (text, lines): SourceColumns) -> Self {
        Self { text, lines, ..self }
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
