//! `undo`: the last import taken out again, asked first.

use clap::Args;

use super::remove::is_agreed;
use super::report::{Report, Stop};
use super::user_library::{open, user_dirs};
use crate::model::LastImport;
use crate::phrase::{Said, Sentence};
use crate::store::bookmarks;

/// The arguments of `undo`.
#[derive(Args, Debug)]
pub struct UndoArgs {
    /// Do not ask.
    #[arg(long)]
    yes: bool,
}

/// Takes the last import out, if the answer is yes.
pub fn run(arguments: &UndoArgs, report: &mut Report) -> Result<(), Stop> {
    let dirs = user_dirs()?;
    let mut library = open(&dirs, report)?;
    let Some(last) = library.last_import()? else {
        return Err(Stop::nothing(Sentence::NoImportToUndo));
    };
    let lang = report.lang();
    let what = words(&last).said(lang);
    if !arguments.yes && !is_agreed(&Sentence::AskUndo(what.clone()), lang) {
        report.note(Sentence::NothingUndone);
        return Ok(());
    }
    library.undo_import()?;
    let (_, notice) = bookmarks::follow(&dirs, &library)?;
    notice.into_iter().for_each(|notice| report.note(notice));
    report.note(Sentence::Undone(what));
    Ok(())
}

/// What goes and what comes back.
fn words(last: &LastImport) -> Sentence {
    let LastImport { paths, day, pages, articles, replaced } = last;
    let mut paths = paths.lines();
    Sentence::LastImport {
        from: paths.next().unwrap_or_default().to_owned(),
        others: paths.next().is_some(),
        day: day.as_ref().map(ToString::to_string),
        pages: u64::from(*pages),
        articles: u64::from(*articles),
        back: u64::from(*replaced),
    }
}
