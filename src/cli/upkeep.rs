//! `library`: figures, integrity, room given back, what was put right by hand.

use clap::{Args, Subcommand};

use super::progress::ProgressLine;
use super::report::{Output, Report, Stop};
use super::row_format::RowFormat;
use super::user_library::{lost_mends, open, say_lost_mends, user_dirs};
use crate::export::json;
use crate::export::table::{self, TableColumn};
use crate::ingest::{self, Reparsed};
use crate::model::{MendReport, MendedPage};
use crate::phrase::{Said, Sentence};
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
    /// What was put right by hand, with the pages' lines: a report for a fault of the parser.
    Mends {
        /// How to print.
        #[arg(long, value_enum, default_value_t)]
        format: RowFormat,
    },
}

/// Does it.
pub fn run(arguments: &LibraryArgs, report: &mut Report) -> Result<(), Stop> {
    let dirs = user_dirs()?;
    let mut library = open(&dirs, report)?;
    match arguments.what {
        LibraryCommand::Stats => stats(&library),
        LibraryCommand::Check => check(&library, report),
        LibraryCommand::Mends { format } => mends(&library, format),
        LibraryCommand::Compact => {
            let before = library.stats()?.bytes;
            library.compact()?;
            report.note(Sentence::Compacted { before, now: library.stats()?.bytes });
            Ok(())
        }
        LibraryCommand::Reparse => {
            let (progress, lost) = (ProgressLine::default(), lost_mends(&library)?);
            let words = Sentence::PagesProgress.said(report.lang());
            let reparsed = ingest::reparse(&mut library, |done, all| progress.show(&words, done, all));
            progress.clear();
            let Reparsed { pages, changed, bare } = reparsed?;
            let (_, notice) = bookmarks::follow(&dirs, &library)?;
            notice.into_iter().for_each(|notice| report.note(notice));
            report.note(Sentence::ReadAnew { pages: pages - bare, changed });
            say_lost_mends(&library, lost, report)?;
            if bare > 0 {
                report.note(Sentence::ImportAgain(bare));
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

fn mends(library: &Library, format: RowFormat) -> Result<(), Stop> {
    let pages = library.mends()?;
    let mut out = Output::new();
    match format {
        RowFormat::Table => {
            for page in &pages {
                page.mends.iter().try_for_each(|report| out.line(&mend_line(page, report)))?;
            }
        }
        RowFormat::Json => out.array(pages.iter().map(|page| Ok(json::line(page)?)))?,
    }
    out.finish()
}

fn mend_line(page: &MendedPage, MendReport { mend, found }: &MendReport) -> String {
    let columns = [TableColumn::Cells(24), TableColumn::Cells(10), TableColumn::Cells(10), TableColumn::Rest];
    let words = mend.lines.first().map_or("", |line| &line.text);
    let state = if *found { "" } else { "lines gone" };
    table::row(columns, [&page.source, mend.remedy.name(), state, words])
}

fn check(library: &Library, report: &mut Report) -> Result<(), Stop> {
    let faults = library.check()?;
    let name = library.path().display().to_string();
    if faults.is_empty() {
        report.note((name.clone(), Sentence::Sound));
    }
    faults.into_iter().for_each(|fault| report.fault((name.clone(), fault)));
    Ok(())
}
