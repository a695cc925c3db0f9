//! `import`: pages parsed and added to the library, on all processors.

use std::io::{self, IsTerminal, Write};
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use clap::Args;

use super::report::{Report, Stop};
use super::{open, pages, user_dirs};
use crate::import::{self, Fault};
use crate::store::{Error, Library, PreparedPage, bookmarks};

/// What is brought to the disk together, in bytes of text and in pages: enough that the disk is not
/// waited for often, little enough that not much is lost when the program is killed.
const BATCH: (usize, usize) = (4 << 20, 512);

/// The most steps in which the index is tidied after an import, and more of them for each time that
/// something was brought to the disk: a part of what that took. What is left unmerged would hold up
/// a page that is added later.
const TIDYING: (usize, usize) = (16, 8);

/// The arguments of `import`.
#[derive(Args, Debug)]
pub struct Import {
    /// Files or folders; - is standard input.
    #[arg(required = true, value_hint = clap::ValueHint::AnyPath)]
    paths: Vec<PathBuf>,
}

/// Adds pages to the library. A page that cannot be read does not stop the rest.
pub fn run(arguments: &Import, report: &mut Report) -> Result<(), Stop> {
    let dirs = user_dirs()?;
    let mut library = open(&dirs, report)?;
    library.begin_import(&arguments.paths)?;
    let sources = import::sources(&arguments.paths);
    let mut stored = Stored::default();
    let mut failed = 0;
    let ended = thread::scope(|scope| {
        let (batches, waiting) = mpsc::sync_channel(1);
        let storing = scope.spawn(|| stored.store(&mut library, waiting));
        let mut intake = Intake::new(batches, sources.len());
        let ended =
            pages::each(&sources, |page, text| PreparedPage::new(page, &text), |parcel| intake.take(parcel, report));
        let ended = ended.and_then(|()| intake.send());
        failed = intake.failed;
        drop(intake);
        let storing = storing.join().unwrap_or_else(|panic| resume_unwind(panic));
        storing.map_err(Stop::Store).and(ended)
    });
    clear_progress(sources.len());
    report.note(stored.summary(failed));
    ended?;
    library.finish_import()?;
    for _ in 0..TIDYING.0 + TIDYING.1 * stored.batches {
        if !library.tidy()? {
            break;
        }
    }
    if stored.replaced > 0 {
        let (_, notice) = bookmarks::follow(&dirs, &library)?;
        notice.into_iter().for_each(|notice| report.note(notice));
    }
    Ok(())
}

/// Pages on their way to the thread that stores them, which is never more than two batches behind.
struct Intake {
    /// Where batches go; there is an end of them when it is gone.
    batches: SyncSender<Vec<PreparedPage>>,
    batch: Vec<PreparedPage>,
    /// The bytes of the batch's text.
    size: usize,
    failed: usize,
    /// The pages that have been parsed or have failed.
    done: usize,
    /// The pages that there are.
    all: usize,
}

impl Intake {
    fn new(batches: SyncSender<Vec<PreparedPage>>, all: usize) -> Self {
        Self { batches, batch: Vec::new(), size: 0, failed: 0, done: 0, all }
    }

    fn take(&mut self, parcel: Result<Result<PreparedPage, Error>, Fault>, report: &mut Report) -> Result<(), Stop> {
        match parcel {
            Ok(parcel) => self.add(parcel?)?,
            Err(fault) => {
                clear_progress(self.all);
                self.failed += 1;
                report.fault(fault);
            }
        }
        self.done += 1;
        progress(self.done, self.all);
        Ok(())
    }

    fn add(&mut self, parcel: PreparedPage) -> Result<(), Stop> {
        self.size += parcel.size();
        self.batch.push(parcel);
        if self.size >= BATCH.0 || self.batch.len() >= BATCH.1 { self.send() } else { Ok(()) }
    }

    fn send(&mut self) -> Result<(), Stop> {
        self.size = 0;
        let batch = std::mem::take(&mut self.batch);
        // Whoever stored them has ended, and says why.
        self.batches.send(batch).map_err(|_| Stop::Nothing("nothing more was stored".to_owned()))
    }
}

/// What became of the pages.
#[derive(Default)]
struct Stored {
    /// The batches that are on the disk.
    batches: usize,
    new: usize,
    known: usize,
    replaced: usize,
    articles: usize,
}

impl Stored {
    fn store(&mut self, library: &mut Library, batches: Receiver<Vec<PreparedPage>>) -> Result<(), Error> {
        for batch in batches {
            for added in library.add_all(&batch)? {
                match (added.known, added.articles) {
                    (false, _) => self.new += 1,
                    (true, 0) => self.known += 1,
                    (true, _) => self.replaced += 1,
                }
                self.articles += added.articles;
            }
            self.batches += 1;
        }
        Ok(())
    }

    fn summary(&self, failed: usize) -> String {
        let mut parts = vec![format!("{} new, {}", count(self.new, "page"), count(self.articles, "article"))];
        let others = [(self.known, "already known"), (self.replaced, "parsed anew"), (failed, "failed")];
        parts.extend(others.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")));
        parts.join(", ")
    }
}

/// `1 page`, `2 pages`.
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The line of progress, where somebody may see it and there is more than a moment's work.
fn progress(done: usize, all: usize) {
    const WIDTH: usize = 30;
    const STEP: usize = 16;
    if shows_progress(all) && (done.is_multiple_of(STEP) || done == all) {
        let full = done * WIDTH / all;
        let bar = "━".repeat(full) + &"─".repeat(WIDTH - full.min(WIDTH));
        let _ = write!(io::stderr().lock(), "\r{bar} {done}/{all}");
    }
}

fn clear_progress(all: usize) {
    if shows_progress(all) {
        let _ = write!(io::stderr().lock(), "\r{:60}\r", "");
    }
}

fn shows_progress(all: usize) -> bool {
    all > 1 && io::stderr().is_terminal()
}
