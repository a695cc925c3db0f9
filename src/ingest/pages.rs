//! Sources to parsed pages, on all processors and in order.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::vec;

use super::event::Unread;
use super::gate::{Gate, Pass};
use super::in_order::in_order;
use super::{IngestError, PageOutcome};
use crate::import::{self, ImportFailure, Source};
use crate::model::{Page, RawPage};
use crate::parse;

/// A source on its way through the gate.
pub struct SourceItem<'a, T> {
    /// Its number, from 1.
    pub nth: usize,
    /// What it is, or has been made into.
    pub made: T,
    /// Held until it is done with.
    pub pass: Pass<'a>,
}

/// The pages of a source, and what of it could not be read.
type RawSource = Vec<Result<RawPage, IngestError>>;

/// Reads and parses sources, does `work` to each newspaper page and its text while still on its own
/// thread, and hands over what came of them.
///
/// # Errors
/// The first of `take`, which ends it.
pub fn each_page<R: Send, E>(
    sources: Vec<Result<Source, ImportFailure>>,
    work: impl Fn(Page, String) -> R + Sync,
    mut take: impl FnMut(PageOutcome<R>) -> Result<(), E>,
) -> Result<(), E> {
    let gate = Gate::opened();
    let work = |page, text| Ok(work(page, text));
    each_source(
        sources,
        &gate,
        |_| {},
        work,
        |item| item.map_or(Ok(()), |item| item.made.into_iter().try_for_each(&mut take)),
    )
}

/// Does so with all that goes through a gate, source by source: `first` sees the first page before it
/// is parsed, and `take` gets none where nothing has come for a while.
pub fn each_source<'a, R: Send, E>(
    sources: Vec<Result<Source, ImportFailure>>,
    gate: &'a Gate,
    first: impl FnOnce(&RawPage) + Send,
    work: impl Fn(Page, String) -> Result<R, IngestError> + Sync,
    take: impl FnMut(Option<SourceItem<'a, Vec<PageOutcome<R>>>>) -> Result<(), E>,
) -> Result<(), E> {
    let sources = RawSources { sources: sources.into_iter(), nth: 0, gate, first: Some(first) };
    let work = |item: SourceItem<'a, RawSource>| {
        gate.wait();
        SourceItem { nth: item.nth, made: outcomes(item.made, &work), pass: item.pass }
    };
    in_order(sources, work, take)
}

/// What becomes of the pages of a source.
fn outcomes<R>(raw: RawSource, work: impl Fn(Page, String) -> Result<R, IngestError>) -> Vec<PageOutcome<R>> {
    let mut outcomes = Vec::new();
    let mut pages = Vec::new();
    for page in raw {
        match page {
            Ok(page) => pages.push(page),
            Err(error) => outcomes.push(PageOutcome::Failed(error)),
        }
    }
    let Some(source) = pages.first().map(|page| page.source.clone()) else { return outcomes };
    if let Some(unread) = Unread::of(&pages) {
        outcomes.push(PageOutcome::Undecodable { source: source.clone(), unread });
    }
    let parsed = catch_unwind(AssertUnwindSafe(|| {
        parse::parse_file(pages).into_iter().map(|(page, text)| work(page, text)).collect::<Vec<_>>()
    }));
    let parsed = parsed.unwrap_or_else(|_| vec![Err(IngestError::Internal(source))]);
    outcomes.extend(parsed.into_iter().map(|page| page.map_or_else(PageOutcome::Failed, PageOutcome::Page)));
    outcomes
}

/// Sources, read one by one.
struct RawSources<'a, F> {
    sources: vec::IntoIter<Result<Source, ImportFailure>>,
    /// The number of the source that is being read, from 1.
    nth: usize,
    gate: &'a Gate,
    first: Option<F>,
}

impl<'a, F: FnOnce(&RawPage)> Iterator for RawSources<'a, F> {
    type Item = SourceItem<'a, RawSource>;

    fn next(&mut self) -> Option<Self::Item> {
        let source = self.sources.next()?;
        self.nth += 1;
        let made = read(source);
        let pass = self.gate.enter()?;
        if let Some(Ok(raw)) = made.iter().find(|page| page.is_ok())
            && let Some(first) = self.first.take()
        {
            first(raw);
        }
        Some(SourceItem { nth: self.nth, made, pass })
    }
}

/// The pages of a source, or what keeps it from having any.
fn read(source: Result<Source, ImportFailure>) -> RawSource {
    let source = match source {
        Ok(source) => source,
        Err(failure) => return vec![Err(failure.into())],
    };
    let name = source.name();
    let pages = catch_unwind(AssertUnwindSafe(|| match import::read(&source) {
        Ok(bytes) => import::pages(&name, bytes).map(|page| page.map_err(IngestError::from)).collect(),
        Err(failure) => vec![Err(failure.into())],
    }));
    pages.unwrap_or_else(|_| vec![Err(IngestError::Internal(name))])
}
