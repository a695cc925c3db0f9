//! `library`: figures, integrity, room given back.

use clap::{Args, Subcommand};

use super::progress::ProgressLine;
use super::report::{Output, Report, Stop, count};
use super::user_library::{open, user_dirs};
use crate::export::table::{self, TableColumn};
use crate::ingest::{self, Reparsed};
use crate::store::{Library, bookmarks};

/// The arguments of `library`.
#[derive(Args, Debug)]
pub struct LibraryArgs {
    #[command(subcommand)]
    what: LibraryCommand,
}

/// LibraryCommand to do with the library.
#[derive(Clone, Copy, Debug, Subcommand)]
enum LibraryCommand {
    /// How much is in it.
    Stats,
    /// Look for damage, and name it.
    Check,
    /// Give room back.
    Compact,
    /// Read the stored pages anew with this version's parser.
    Reparse,
}

/// Does it.
pub fn run(arguments: &LibraryArgs, report: &mut Report) -> Result<(), Stop> {
    let dirs = user_dirs()?;
    let mut library = open(&dirs, report)?;
    match arguments.what {
        LibraryCommand::Stats => stats(&library),
        LibraryCommand::Check => check(&library, report),
        LibraryCommand::Compact => {
            let before = library.stats()?.bytes;
            library.compact()?;
            report.note(format!("{} bytes before, {} now", before, library.stats()?.bytes));
            Ok(())
        }
        LibraryCommand::Reparse => {
            let progress = ProgressLine::default();
            let reparsed = ingest::reparse(&mut library, |done, all| progress.show(" pages", done, all));
            progress.clear();
            let Reparsed { pages, changed, bare } = reparsed?;
            let (_, notice) = bookmarks::follow(&dirs, &library)?;
            notice.into_iter().for_each(|notice| report.note(notice));
            report.note(format!("{} read anew, {changed} changed", count(pages - bare, "page")));
            if bare > 0 {
                let pages = count(bare, "page");
                report.note(format!("{pages} of PDF or HTML came with an earlier version: import their files again"));
            }
            Ok(())
        }
    }
}

fn stats(library: &Library) -> Result<(), Stop> {
    let stats = library.stats()?;
    let days = stats.days.map(|(first, last)| format!("{first} to {last}"));
    let figures = [
        ("file", library.path().display().to_string()),
        ("bytes", stats.bytes.to_string()),
        ("publications", stats.publications.to_string()),
        ("editions", stats.editions.to_string()),
        ("days", days.unwrap_or_else(|| "unknown".to_owned())),
        ("pages", stats.pages.to_string()),
        ("articles", stats.articles.to_string()),
        ("characters", stats.characters.to_string()),
        ("read", stats.read.to_string()),
    ];
    let mut out = Output::new();
    for (name, figure) in figures {
        out.line(&table::row([TableColumn::Cells(12), TableColumn::Rest], [name, &figure]))?;
    }
    out.finish()
}

fn check(library: &Library, report: &mut Report) -> Result<(), Stop> {
    let faults = library.check()?;
    let name = library.path().display();
    for fault in &faults {
        report.fault(format!("{name}: {fault}"));
    }
    if faults.is_empty() {
        report.note(format!("{name}: sound"));
    }
    Ok(())
}
