//! Pages that are being read in, until the first of them is in the library.

use std::sync::Arc;

use crate::text::Metrics;
use crate::typeset::Size;

use super::pane::Pane;
use super::reader::page_text::PageText;

/// Pages that are being read in.
#[derive(Clone, Debug, Default)]
pub struct Arrival {
    first: FirstPage,
    /// Pages in the library, pages altogether, while some are still to come.
    progress: Option<(usize, usize)>,
    /// Articles in the index, articles altogether, while an earlier library is indexed anew.
    indexing: Option<(u64, u64)>,
    /// Articles that have come by themselves, of which nothing has been said.
    unsaid: usize,
}

/// The first of the pages that the reader began with.
#[derive(Clone, Debug, Default)]
enum FirstPage {
    /// It is in the library, or none was asked for.
    #[default]
    Listed,
    /// It has not been read.
    Awaited,
    /// It has been read, and its articles are being made: its text.
    Read(PageText),
}

impl Arrival {
    /// Pages that the reader begins with: nothing is listed until one of them is in the library.
    pub fn awaited() -> Self {
        Self { first: FirstPage::Awaited, ..Self::default() }
    }

    /// Whether nothing is listed because no page is in the library yet.
    pub fn is_awaited(&self) -> bool {
        !matches!(self.first, FirstPage::Listed)
    }

    /// The text of the first page, shown until its articles come.
    pub fn page(&self) -> Option<&PageText> {
        match &self.first {
            FirstPage::Read(page) => Some(page),
            FirstPage::Listed | FirstPage::Awaited => None,
        }
    }

    /// The text of the first page, to be moved in.
    pub fn page_mut(&mut self) -> Option<&mut PageText> {
        match &mut self.first {
            FirstPage::Read(page) => Some(page),
            FirstPage::Listed | FirstPage::Awaited => None,
        }
    }

    /// How many pages are in the library and how many altogether, while some are still to come.
    pub fn progress(&self) -> Option<(usize, usize)> {
        self.progress
    }

    /// Takes how many pages are in the library, and how many there are altogether.
    pub fn take_progress(&mut self, done: usize, all: usize) {
        self.progress = Some((done, all)).filter(|_| done < all);
    }

    /// How many articles are in the index and how many altogether, while an earlier library is indexed anew.
    pub fn indexing(&self) -> Option<(u64, u64)> {
        self.indexing
    }

    /// Takes how many articles are in the index, and how many there are altogether.
    pub fn take_indexing(&mut self, done: u64, all: u64) {
        self.indexing = Some((done, all)).filter(|_| done < all);
    }

    /// Takes how many articles have come by themselves.
    pub fn take_new(&mut self, articles: usize) {
        self.unsaid += articles;
    }

    /// How many articles have come by themselves and are to be said; they count as said.
    pub fn say_new(&mut self) -> Option<usize> {
        Some(std::mem::take(&mut self.unsaid)).filter(|articles| *articles > 0)
    }

    /// Takes a page that has been read, if it is the first.
    pub fn take_page(&mut self, source: String, text: Arc<str>, metrics: Metrics) {
        if let FirstPage::Awaited = self.first {
            self.first = FirstPage::Read(PageText::new(source, text, Vec::new(), metrics));
        }
    }

    /// No more pages are to come.
    pub fn finish(&mut self) {
        self.progress = None;
    }

    /// The first page is in the library; whether it was awaited.
    pub fn list(&mut self) -> bool {
        let awaited = self.is_awaited();
        self.first = FirstPage::Listed;
        awaited
    }

    /// Takes the size that the page's text has on the screen.
    pub fn fit(&mut self, size: Size) {
        if let Some(page) = self.page_mut() {
            page.fit(size);
        }
    }

    /// Measures the page's text in another way from now on.
    pub fn measure_by(&mut self, metrics: Metrics) {
        if let Some(page) = self.page_mut() {
            page.measure_by(metrics);
        }
    }
}
