//! Sources to parsed pages, on all processors and in order.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::vec;

use super::IngestError;
use super::gate::{Gate, Pass};
use super::in_order::in_order;
use crate::import::{self, ImportFailure, Source};
use crate::model::{Page, RawPage};
use crate::parse;

/// A page, or a source without one, on its way through the gate.
pub struct PageItem<'a, T> {
    /// The number of its source, from 1.
    pub nth: usize,
    /// What has been made of it.
    pub made: Result<T, IngestError>,
    /// Held until it is done with.
    pub pass: Pass<'a>,
}

/// Reads and parses sources, does `work` to each page and its text while still on its own thread,
/// and hands over what came of it, or what keeps the source from being a page.
///
/// # Errors
/// The first of `take`, which ends it.
pub fn each_page<R: Send, E>(
    sources: Vec<Result<Source, ImportFailure>>,
    work: impl Fn(Page, String) -> R + Sync,
    mut take: impl FnMut(Result<R, IngestError>) -> Result<(), E>,
) -> Result<(), E> {
    let gate = Gate::opened();
    let work = |page, text| Ok(work(page, text));
    each_item(sources, &gate, |_| {}, work, |item| item.map_or(Ok(()), |item| take(item.made)))
}

/// Does so with all that goes through a gate: `first` sees the first page before it is parsed, and
/// `take` gets none where nothing has come for a while.
pub fn each_item<'a, R: Send, E>(
    sources: Vec<Result<Source, ImportFailure>>,
    gate: &'a Gate,
    first: impl FnOnce(&RawPage) + Send,
    work: impl Fn(Page, String) -> Result<R, IngestError> + Sync,
    take: impl FnMut(Option<PageItem<'a, R>>) -> Result<(), E>,
) -> Result<(), E> {
    let pages = RawPages { sources: sources.into_iter(), nth: 0, pages: None, gate, first: Some(first) };
    let work = |item: PageItem<'a, RawPage>| {
        gate.wait();
        PageItem { nth: item.nth, made: item.made.and_then(|raw| parsed(raw, &work)), pass: item.pass }
    };
    in_order(pages, work, take)
}

fn parsed<R>(raw: RawPage, work: impl Fn(Page, String) -> Result<R, IngestError>) -> Result<R, IngestError> {
    let source = raw.source.clone();
    let parsed = catch_unwind(AssertUnwindSafe(|| work(parse::parse(&raw), raw.text)));
    parsed.unwrap_or(Err(IngestError::Internal(source)))
}

/// The pages of one file.
type FilePages = Box<dyn Iterator<Item = Result<RawPage, ImportFailure>> + Send>;

/// The pages of sources, read one by one.
struct RawPages<'a, F> {
    sources: vec::IntoIter<Result<Source, ImportFailure>>,
    /// The number of the source that is being read, from 1.
    nth: usize,
    /// Its name, and the pages that are still to come of it.
    pages: Option<(String, FilePages)>,
    gate: &'a Gate,
    first: Option<F>,
}

impl<'a, F: FnOnce(&RawPage)> Iterator for RawPages<'a, F> {
    type Item = PageItem<'a, RawPage>;

    fn next(&mut self) -> Option<Self::Item> {
        let made = self.read()?;
        let pass = self.gate.enter()?;
        if let Ok(raw) = &made
            && let Some(first) = self.first.take()
        {
            first(raw);
        }
        Some(PageItem { nth: self.nth, made, pass })
    }
}

impl<F> RawPages<'_, F> {
    /// The next page, or what keeps a source from having one.
    fn read(&mut self) -> Option<Result<RawPage, IngestError>> {
        loop {
            if let Some((name, mut pages)) = self.pages.take() {
                match catch_unwind(AssertUnwindSafe(|| pages.next())) {
                    Ok(Some(page)) => {
                        self.pages = Some((name, pages));
                        return Some(page.map_err(IngestError::from));
                    }
                    Ok(None) => {}
                    Err(_) => return Some(Err(IngestError::Internal(name))),
                }
            }
            let source = self.sources.next()?;
            self.nth += 1;
            match source.and_then(|source| Ok((source.name(), import::read(&source)?))) {
                Ok((name, bytes)) => {
                    let pages = import::pages(&name, bytes);
                    self.pages = Some((name, Box::new(pages)));
                }
                Err(failure) => return Some(Err(failure.into())),
            }
        }
    }
}
