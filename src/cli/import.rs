//! `import`: pages parsed and added to the library, on all processors.

use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::Args;

use super::progress::ProgressLine;
use super::report::{Report, Stop, count};
use super::user_library::{open, user_dirs};
use crate::ingest::{self, BatchSize, Gate, Ingest, IngestEvent, undecodable};
use crate::store::{Added, Error, bookmarks};

/// Enough that the disk is not waited for often, little enough that not much is lost when the
/// program is killed.
const BATCH: BatchSize = BatchSize { pages: 512, bytes: 4 << 20 };

/// The most steps in which the index is tidied after an import, and more of them for each time that
/// something was brought to the disk: a part of what that took. What is left unmerged would hold up
/// a page that is added later.
const TIDYING: (usize, usize) = (16, 8);

/// The pages one after the other that the library may refuse: on a full disk a smaller one may still find room.
const MOST_REFUSED: usize = 3;

/// The arguments of `import`.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// Files or folders; - is standard input.
    #[arg(required = true, value_hint = clap::ValueHint::AnyPath)]
    paths: Vec<PathBuf>,
}

/// Adds pages to the library. A page that cannot be read does not stop the rest.
pub fn run(arguments: &ImportArgs, report: &mut Report) -> Result<(), Stop> {
    let dirs = user_dirs()?;
    let mut ingest = Ingest::into(open(&dirs, report)?, &arguments.paths, BATCH)?;
    let mut tally = Tally::default();
    let _ = ingest.run(&Gate::opened(), &mut |event| tally.take(event, report));
    tally.progress.clear();
    report.note(tally.summary());
    if let Some(error) = tally.ended_by {
        return Err(error.into());
    }
    ingest.finish()?;
    for _ in 0..TIDYING.0 + TIDYING.1 * tally.batches {
        if !ingest.tidy()? {
            break;
        }
    }
    if tally.replaced + tally.new > 0
        && let Some(library) = ingest.library()
    {
        let (_, notice) = bookmarks::follow(&dirs, library)?;
        notice.into_iter().for_each(|notice| report.note(notice));
    }
    Ok(())
}

/// What became of the pages.
#[derive(Default)]
struct Tally {
    progress: ProgressLine,
    /// The batches that are on the disk.
    batches: usize,
    new: usize,
    known: usize,
    replaced: usize,
    articles: usize,
    failed: usize,
    /// The pages one after the other that the library would not take.
    refused: usize,
    /// Why it would not take the last of so many that nothing more is tried.
    ended_by: Option<Error>,
}

impl Tally {
    fn take(&mut self, event: IngestEvent, report: &mut Report) -> ControlFlow<()> {
        match event {
            IngestEvent::FirstPage { .. } => {}
            IngestEvent::Failed(error) => {
                self.progress.clear();
                self.failed += 1;
                report.fault(error);
            }
            IngestEvent::Undecodable { source, unread } => {
                self.progress.clear();
                report.note(undecodable(&source, unread));
            }
            IngestEvent::Stored(added) => {
                self.batches += 1;
                self.refused = 0;
                added.iter().for_each(|added| self.count(added));
            }
            IngestEvent::Unstored(page, error) => {
                self.refused += 1;
                if self.refused == MOST_REFUSED {
                    self.ended_by = Some(error);
                    return ControlFlow::Break(());
                }
                self.progress.clear();
                self.failed += 1;
                report.fault(format!("{}: {error}", page.source));
            }
            IngestEvent::Progress(ingest::Advance { done, all }) => {
                self.progress.show("", done, all);
            }
        }
        ControlFlow::Continue(())
    }

    fn count(&mut self, added: &Added) {
        match (added.known, added.articles) {
            (false, _) => self.new += 1,
            (true, 0) => self.known += 1,
            (true, _) => self.replaced += 1,
        }
        self.articles += added.articles;
    }

    fn summary(&self) -> String {
        let mut parts = vec![format!("{} new, {}", count(self.new, "page"), count(self.articles, "article"))];
        let others = [(self.known, "already known"), (self.replaced, "parsed anew"), (self.failed, "failed")];
        parts.extend(others.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")));
        parts.join(", ")
    }
}
