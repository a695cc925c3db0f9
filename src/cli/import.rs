//! `import`: pages parsed and added to the library, on all processors.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use clap::Args;

use super::report::{Report, Stop};
use super::{open, pages, user_dirs};
use crate::import;
use crate::store::{Library, Parcel, bookmarks};

/// What is brought to the disk together, in bytes of text and in pages: enough that the disk is not
/// waited for often, little enough that not much is lost when the program is killed.
const BATCH: (usize, usize) = (8 << 20, 512);

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
    let mut intake = Intake::new(open(&dirs, report)?);
    intake.library.begin_import(&arguments.paths)?;
    let sources = import::sources(&arguments.paths);
    let all = sources.len();
    let ended = pages::each(
        &sources,
        |page, text| Parcel::new(page, &text),
        |parcel| {
            match parcel {
                Ok(parcel) => intake.take(parcel?)?,
                Err(fault) => {
                    clear_progress(all);
                    intake.failed += 1;
                    report.fault(fault);
                }
            }
            progress(intake.pages() + intake.failed, all);
            Ok(())
        },
    );
    let ended = ended.and_then(|()| intake.store());
    clear_progress(all);
    report.note(intake.summary());
    ended?;
    intake.library.finish_import()?;
    for _ in 0..TIDYING.0 + TIDYING.1 * intake.batches {
        if !intake.library.tidy()? {
            break;
        }
    }
    if intake.replaced > 0 {
        let (_, notice) = bookmarks::follow(&dirs, &intake.library)?;
        notice.into_iter().for_each(|notice| report.note(notice));
    }
    Ok(())
}

/// Pages on their way into the library.
struct Intake {
    library: Library,
    batch: Vec<Parcel>,
    /// The bytes of the batch's text.
    size: usize,
    /// The batches that are on the disk.
    batches: usize,
    new: usize,
    known: usize,
    replaced: usize,
    articles: usize,
    failed: usize,
}

impl Intake {
    fn new(library: Library) -> Self {
        Self { library, batch: Vec::new(), size: 0, batches: 0, new: 0, known: 0, replaced: 0, articles: 0, failed: 0 }
    }

    fn take(&mut self, parcel: Parcel) -> Result<(), Stop> {
        self.size += parcel.size();
        self.batch.push(parcel);
        if self.size >= BATCH.0 || self.batch.len() >= BATCH.1 { self.store() } else { Ok(()) }
    }

    fn store(&mut self) -> Result<(), Stop> {
        for added in self.library.add_all(&self.batch)? {
            match (added.known, added.articles) {
                (false, _) => self.new += 1,
                (true, 0) => self.known += 1,
                (true, _) => self.replaced += 1,
            }
            self.articles += added.articles;
        }
        self.batch.clear();
        self.size = 0;
        self.batches += 1;
        Ok(())
    }

    fn pages(&self) -> usize {
        self.new + self.known + self.replaced + self.batch.len()
    }

    fn summary(&self) -> String {
        let mut parts = vec![format!("{} new, {}", count(self.new, "page"), count(self.articles, "article"))];
        let others = [(self.known, "already known"), (self.replaced, "parsed anew"), (self.failed, "failed")];
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
