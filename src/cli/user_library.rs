//! The user's library and bookmarks, as the commands open them.

use std::ops::ControlFlow;

use super::progress::ProgressLine;
use super::report::{Report, Stop};
use crate::model::{ArticleId, Bookmark};
use crate::phrase::{Said, Sentence};
use crate::store::{self, Dirs, IdMatch, Library};

/// Where the user's files are.
pub fn user_dirs() -> Result<Dirs, Stop> {
    Ok(Dirs::of_the_user()?)
}

/// The user's library; what happened on the way is said.
pub fn open(dirs: &Dirs, report: &Report) -> Result<Library, Stop> {
    let progress = ProgressLine::default();
    let words = Sentence::IndexedProgress.said(report.lang());
    let indexing = |done: u64, all: u64| {
        progress.show(&words, done as usize, all as usize);
        ControlFlow::Continue(())
    };
    let opened = Library::open_telling(dirs, &indexing)?;
    progress.clear();
    opened.notices.into_iter().for_each(|notice| report.note(notice));
    Ok(opened.library)
}

/// How much of what was put right by hand finds its lines no more.
pub fn lost_mends(library: &Library) -> Result<usize, Stop> {
    let pages = library.mends()?;
    Ok(pages.iter().flat_map(|page| &page.mends).filter(|mend| !mend.found).count())
}

/// Says that more of what was put right finds its lines no more than before.
pub fn say_lost_mends(library: &Library, before: usize, report: &Report) -> Result<(), Stop> {
    let more = lost_mends(library)?.saturating_sub(before);
    if more > 0 {
        report.note(Sentence::MendsLost(more));
    }
    Ok(())
}

/// The user's bookmarks; where the file of them had to be set aside, that is said.
pub fn load_bookmarks(dirs: &Dirs, report: &Report) -> Result<Vec<Bookmark>, Stop> {
    let (bookmarks, notice) = store::bookmarks::load(dirs)?;
    notice.into_iter().for_each(|notice| report.note(notice));
    Ok(bookmarks)
}

/// The article whose id begins so.
pub fn find(library: &Library, beginning: &str) -> Result<ArticleId, Stop> {
    match library.find_id(beginning)? {
        IdMatch::One(id) => Ok(id),
        IdMatch::None => Err(Stop::nothing((beginning.to_owned(), Sentence::NoIdBeginsSo))),
        IdMatch::Several => Err(Stop::nothing((beginning.to_owned(), Sentence::SeveralIdsBeginSo))),
    }
}

/// The digits of an id in a table: enough to tell the articles of a century apart, as good as always.
pub const SHORT: usize = 12;

/// An id as tables have it.
pub fn short(id: ArticleId) -> String {
    id.to_string().chars().take(SHORT).collect()
}
