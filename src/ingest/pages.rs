//! Sources to parsed pages, on all processors and in order.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::gate::{Gate, Pass};
use super::in_order::in_order;
use super::raw_pages::{RawItem, RawPages};
use super::{Advance, IngestError, PageOutcome};
use crate::import::{ImportFailure, Source};
use crate::model::{Page, RawPage};
use crate::parse::FileRun;

/// A newspaper page, and what it was made of.
pub struct ParsedPage {
    /// The page.
    pub page: Page,
    /// What it was made of.
    pub raw: RawPage,
    /// Whether it is all that its source holds.
    pub is_all: bool,
}

/// A part of a source on its way through the gate.
pub struct SourceItem<'a, T> {
    /// What it is, or has been made into.
    pub made: T,
    /// How far the sources have been gone through with it.
    pub progress: Advance,
    /// Held until it is done with.
    pub pass: Pass<'a>,
}

/// Reads and parses sources, does `work` to each newspaper page while still on its own
/// thread, and hands over what came of them. An index holds no article, and fails by name.
///
/// # Errors
/// The first of `take`, which ends it.
pub fn each_page<R: Send, E>(
    sources: Vec<Result<Source, ImportFailure>>,
    work: impl Fn(ParsedPage) -> R + Sync,
    mut take: impl FnMut(PageOutcome<R>) -> Result<(), E>,
) -> Result<(), E> {
    let gate = Gate::opened();
    let work = |page: ParsedPage| {
        if page.raw.is_index() { Err(IngestError::index(&page.page.source)) } else { Ok(work(page)) }
    };
    each_item(
        sources,
        &gate,
        |_| {},
        work,
        |item| item.map_or(Ok(()), |item| item.made.into_iter().try_for_each(&mut take)),
    )
}

/// Does so with all that goes through a gate, item by item: `first` sees the first page before it
/// is parsed, and `take` gets none where nothing has come for a while.
pub fn each_item<'a, R: Send, E>(
    sources: Vec<Result<Source, ImportFailure>>,
    gate: &'a Gate,
    first: impl FnOnce(&RawPage) + Send,
    work: impl Fn(ParsedPage) -> Result<R, IngestError> + Sync,
    take: impl FnMut(Option<SourceItem<'a, Vec<PageOutcome<R>>>>) -> Result<(), E>,
) -> Result<(), E> {
    // A page that has been shown is inside: whoever closes the gate then waits for it.
    let shown = Mutex::new(None);
    let first = |page: &RawPage| {
        if let Some(pass) = gate.enter() {
            locked(&shown).replace(pass);
            first(page);
        }
    };
    let items = RawPages::of(sources, first).map_while(|(item, progress)| {
        let pass = locked(&shown).take().or_else(|| gate.enter())?;
        Some(SourceItem { made: item, progress, pass })
    });
    let work = |item: SourceItem<'a, RawItem>| {
        gate.wait();
        SourceItem { made: outcomes(item.made, &work), progress: item.progress, pass: item.pass }
    };
    in_order(items, work, take)
}

/// A poisoned lock says nothing here: nothing panics while it is held.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What becomes of an item.
fn outcomes<R>(item: RawItem, work: impl Fn(ParsedPage) -> Result<R, IngestError>) -> Vec<PageOutcome<R>> {
    match item {
        RawItem::Pages { run, is_all } => parsed(run, is_all, work),
        RawItem::Failed(error) => vec![PageOutcome::Failed(error)],
        RawItem::Undecodable { source, unread } => vec![PageOutcome::Undecodable { source, unread }],
        RawItem::Nothing => Vec::new(),
    }
}

fn parsed<R>(run: FileRun, is_all: bool, work: impl Fn(ParsedPage) -> Result<R, IngestError>) -> Vec<PageOutcome<R>> {
    let (source, page) = run.origin().map(|(source, page)| (source.to_owned(), page)).unwrap_or_default();
    let parsed = catch_unwind(AssertUnwindSafe(|| {
        let pages = run.parse();
        let is_all = is_all && pages.len() == 1;
        pages.into_iter().map(|(page, raw)| work(ParsedPage { page, raw, is_all })).collect::<Vec<_>>()
    }));
    let broken = |_| vec![Err(IngestError::Internal(source, page))];
    parsed
        .unwrap_or_else(broken)
        .into_iter()
        .map(|page| page.map_or_else(PageOutcome::Failed, PageOutcome::Page))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::thread;
    use std::time::Duration;

    use super::*;
    use crate::import::{self, Takes};

    #[test]
    fn a_page_that_has_been_shown_comes_in_though_the_gate_is_closed_then() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("page.txt"), "渡口改建\n\n本报讯 渡口今天开工。\n").unwrap();
        let sources = import::find(&[folder.path().join("page.txt")], Takes::default()).sources;
        let gate = Gate::default();
        let mut came = 0;
        thread::scope(|scope| {
            let closing = |_: &RawPage| {
                scope.spawn(|| {
                    gate.open();
                    gate.close();
                });
                while !gate.is_closed() {
                    thread::sleep(Duration::from_millis(1));
                }
            };
            let take = |item: Option<SourceItem<'_, Vec<PageOutcome<Page>>>>| {
                came += item.map_or(0, |item| item.made.len());
                Ok::<_, ()>(())
            };
            each_item(sources, &gate, closing, |page| Ok(page.page), take).unwrap();
        });
        assert_eq!(came, 1);
    }
}
