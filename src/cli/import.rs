//! `import`: pages parsed and added to the library, on all processors.

use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::Args;

use super::progress::ProgressLine;
use super::report::{Report, Stop};
use super::user_library::{lost_mends, open, say_lost_mends, user_dirs};
use crate::import::Takes;
use crate::ingest::{self, BatchSize, Gate, Ingest, IngestEvent, undecodable};
use crate::model::{Date, Imprint};
use crate::phrase::Sentence;
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

/// So many articles tell whether what came are pages.
const FEW: usize = 4;

/// The arguments of `import`.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// Files or folders; - is standard input.
    #[arg(required = true, value_hint = clap::ValueHint::AnyPath)]
    paths: Vec<PathBuf>,
    /// The newspaper of pages that do not say it themselves.
    #[arg(long, value_name = "NAME")]
    publication: Option<String>,
    /// The day of pages that do not say it themselves.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// The number of a page that does not say it itself.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..10_000))]
    page_number: Option<u32>,
    /// The name of a page that does not say it itself: 要闻.
    #[arg(long, value_name = "NAME")]
    page_name: Option<String>,
    /// Take every file of a folder, what looks like no page too.
    #[arg(long)]
    all: bool,
}

impl ImportArgs {
    /// What is said of the pages by hand.
    fn given(&self) -> Result<Imprint, Stop> {
        let is_of_page = self.page_number.is_some() || self.page_name.is_some();
        let is_one_file = self.paths.len() == 1 && !self.paths[0].is_dir();
        if is_of_page && !is_one_file {
            return Err(Stop::usage(Sentence::OneFileAlone));
        }
        let said =
            |name: &Option<String>| name.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
        Ok(Imprint {
            publication: said(&self.publication),
            date: self.date,
            page_number: self.page_number,
            page_name: said(&self.page_name),
            page_label: None,
        })
    }
}

/// Adds pages to the library. A page that cannot be read does not stop the rest.
pub fn run(arguments: &ImportArgs, report: &mut Report) -> Result<(), Stop> {
    let given = arguments.given()?;
    let takes = if arguments.all { Takes::All } else { Takes::Pages };
    let dirs = user_dirs()?;
    let library = open(&dirs, report)?;
    let lost = lost_mends(&library)?;
    let mut ingest = Ingest::into(library, &arguments.paths, BATCH)?.given(given).taking(takes);
    let mut tally = Tally::default();
    let _ = ingest.run(&Gate::opened(), &mut |event| tally.take(event, report));
    tally.progress.clear();
    report.note(tally.summary());
    tally.doubt().into_iter().for_each(|doubt| report.note(doubt));
    if let Some(error) = tally.ended_by {
        return Err(error.into());
    }
    ingest.finish()?;
    for _ in 0..TIDYING.0 + TIDYING.1 * tally.batches {
        if !ingest.tidy()? {
            break;
        }
    }
    give_room_back(&ingest, report)?;
    if tally.replaced + tally.new > 0
        && let Some(library) = ingest.library()
    {
        say_lost_mends(library, lost, report)?;
        let (_, notice) = bookmarks::follow(&dirs, library)?;
        notice.into_iter().for_each(|notice| report.note(notice));
    }
    Ok(())
}

/// Gives back the room that the import has left free in the library's file; where that cannot be done in steps and is
/// much, says how it is done.
fn give_room_back(ingest: &Ingest, report: &Report) -> Result<(), Stop> {
    /// So much is worth a word, in bytes, and so large a part of the file.
    const MUCH: (u64, u64) = (64 << 20, 4);
    let Some(library) = ingest.library() else { return Ok(()) };
    while library.give_room_back()? {}
    let (idle, all) = (library.idle_room()?, library.path().metadata().map_or(0, |metadata| metadata.len()));
    if idle >= MUCH.0 && idle * MUCH.1 >= all {
        report.note((library.path().display().to_string(), Sentence::RoomIdle(idle >> 20)));
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
    /// Those of them that have no headline and few words.
    fragments: usize,
    failed: usize,
    /// The pages one after the other that the library would not take.
    refused: usize,
    /// Why it would not take the last of so many that nothing more is tried.
    ended_by: Option<Error>,
}

impl Tally {
    fn take(&mut self, event: IngestEvent, report: &mut Report) -> ControlFlow<()> {
        match event {
            IngestEvent::LeftOut(files) => {
                ingest::left_out(&files).into_iter().for_each(|sentence| report.note(sentence));
                report.note(Sentence::AllTakesThese);
            }
            IngestEvent::FirstPage { .. } => {}
            IngestEvent::Failed(error) => {
                self.progress.clear();
                self.failed += 1;
                report.fault(error);
            }
            IngestEvent::Undecodable { source, unread } => {
                self.progress.clear();
                report.note(undecodable(source, unread));
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
                report.fault((page.source, error));
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
        self.fragments += added.fragments;
    }

    /// What is to be said where most of what came is no article.
    fn doubt(&self) -> Option<Sentence> {
        let Self { fragments, articles, .. } = *self;
        let in_doubt = articles >= FEW && fragments * 2 > articles;
        in_doubt.then_some(Sentence::FragmentsMostly { fragments, articles })
    }

    fn summary(&self) -> Sentence {
        let Self { new, articles, known, replaced: anew, failed, .. } = *self;
        Sentence::Imported { new, articles, known, anew, failed }
    }
}
