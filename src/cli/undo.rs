//! `undo`: the last import taken out again, asked first.

use clap::Args;

use super::remove::is_agreed;
use super::report::{Report, Stop, count};
use super::user_library::{open, user_dirs};
use crate::model::LastImport;
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
        return Err(Stop::Nothing(
            "there is no import to undo: only the last one can be undone, and only once".to_owned(),
        ));
    };
    let what = words(&last);
    if !arguments.yes && !is_agreed(&format!("Undo the import of {what}? [y/N] ")) {
        report.note("nothing was undone");
        return Ok(());
    }
    library.undo_import()?;
    let (_, notice) = bookmarks::follow(&dirs, &library)?;
    notice.into_iter().for_each(|notice| report.note(notice));
    report.note(format!("undone: the import of {what}"));
    Ok(())
}

/// What goes and what comes back.
fn words(last: &LastImport) -> String {
    let LastImport { paths, day, pages, articles, replaced } = last;
    let from = match paths.lines().collect::<Vec<_>>()[..] {
        [] => String::new(),
        [path] => path.to_owned(),
        [path, ..] => format!("{path} and others"),
    };
    let day = day.as_ref().map(|day| format!(" on {day}")).unwrap_or_default();
    let back = match replaced {
        0 => String::new(),
        1 => "; 1 page comes back as it was".to_owned(),
        pages => format!("; {pages} pages come back as they were"),
    };
    format!("{from}{day} ({} with {} go{back})", count(*pages as usize, "page"), count(*articles as usize, "article"))
}
