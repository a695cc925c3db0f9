//! Answers what the reader asks, from the library and the files beside it.

use std::fs::File;
use std::io::Write;
use std::ops::ControlFlow;
use std::slice;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::home::in_home;
use super::message::Message;
use super::question::Question;
use crate::app::{Effect, Event, LoadedArticle, Marking, Ticket, Tutorial, Window, WrittenAs};
use crate::export::{self, PageOrigin};
use crate::import;
use crate::ingest;
use crate::model::{
    Article, ArticleId, Bookmark, Direction, Group, Imprint, LastImport, Page, PageId, RawPage, Reading, Row, Search,
    Span, Stretch, Tag,
};
use crate::parse;
use crate::phrase::Lang;
use crate::store::{self, Dirs, Error, Library, PreparedPage, bookmarks};

/// Hits that are handed over together.
const HITS: usize = 20;

/// Work for the library worker.
pub enum Job {
    /// An effect that needs the library or the bookmarks.
    Effect(Effect),
    /// The same, and whether the answer is still wanted. One that does not take long is answered
    /// whole: the reader may be waiting for it although it has asked for more since.
    Question(Question),
    /// A page that could not be stored, to be shown all the same.
    Hold {
        /// The page.
        parcel: Box<PreparedPage>,
        /// Takes the page's name.
        answer: Sender<PageId>,
    },
    /// Pages have come to the library: it is shown in place of the bundled edition.
    ShowLibrary,
    /// Nothing more.
    End,
}

/// How long more rows are looked for once there are some, and how long what is unread is counted.
const PATIENCE: Duration = Duration::from_millis(50);

/// One worker's way to the library.
pub struct LibraryWorker {
    library: Library,
    dirs: Option<Dirs>,
    /// A library in memory: the bundled edition, or pages that could not be stored.
    memory: Option<Library>,
    shows_memory: bool,
    /// Whether pages are in memory that could not be stored.
    holds_pages: bool,
    /// The language whose pages stand first in the bundled edition.
    sample: Option<Lang>,
}

impl LibraryWorker {
    /// A worker over a library. `sample`: in place of the library the bundled edition is shown, what is in this
    /// language first.
    pub fn new(library: Library, dirs: Option<Dirs>, sample: Option<Lang>) -> Self {
        Self { library, dirs, memory: None, shows_memory: sample.is_some(), holds_pages: false, sample }
    }

    /// Does a job; `false` after the last.
    pub fn does(&mut self, job: Job, tell: &dyn Fn(Message)) -> bool {
        match job {
            Job::Effect(effect) => self.answer(&effect, tell, &|| false),
            Job::Question(question) => {
                let stop = || question.takes_long() && question.is_stale();
                self.answer(&question.effect, tell, &stop);
            }
            Job::Hold { parcel, answer } => match self.hold(&parcel) {
                // Whoever asked may be gone.
                Ok(held) => held.into_iter().for_each(|page| answer.send(page).unwrap_or_default()),
                Err(error) => tell(Message::notice(error)),
            },
            Job::ShowLibrary => self.show_library(),
            Job::End => return false,
        }
        true
    }

    /// Does an effect that needs the library or the bookmarks, and tells what came of it; what takes
    /// long until `stop` says so.
    pub fn answer(&mut self, effect: &Effect, tell: &dyn Fn(Message), stop: &dyn Fn() -> bool) {
        if let Err(failed) = self.try_to(effect, tell, stop) {
            let (error, answer) = *failed;
            tell(Message::notice(error));
            answer.into_iter().for_each(|event| tell(event.into()));
        }
    }

    /// The error comes with the empty answer that the reader waits for.
    fn try_to(
        &mut self,
        effect: &Effect,
        tell: &dyn Fn(Message),
        stop: &dyn Fn() -> bool,
    ) -> Result<(), Box<(Error, Option<Event>)>> {
        let (result, otherwise) = match effect {
            Effect::LoadRows(window) | Effect::FindRow(window) => {
                let nothing = Event::Rows { ticket: window.ticket, rows: Vec::new(), more: false };
                (self.rows(window, stop), Some(nothing))
            }
            Effect::Count { ticket, filter } => {
                let count = self.shown().and_then(|library| library.count_until(filter, stop));
                let nothing = Event::Counted { ticket: *ticket, count: 0 };
                (count.map(|count| Event::Counted { ticket: *ticket, count }), Some(nothing))
            }
            Effect::LoadArticle(id) => (self.article(*id), Some(Event::Article { id: *id, found: None })),
            Effect::LoadSource(id) => (self.source(*id), Some(Event::Source { id: *id, page: None })),
            Effect::LoadPrintedPage(key) => {
                let page = self.shown().and_then(|library| library.printed_page_at(*key));
                let nothing = Event::PrintedPage { key: *key, page: None };
                (page.map(|page| Event::PrintedPage { key: *key, page }), Some(nothing))
            }
            Effect::Search { ticket, search } => {
                let nothing = Event::Hits { ticket: *ticket, hits: Vec::new(), finished: true };
                (self.search(*ticket, search, tell, stop), Some(nothing))
            }
            Effect::LoadBookmarks => (self.bookmarks(tell), None),
            Effect::SetBookmark { span, tag } => (self.set_bookmark(*span, *tag), None),
            Effect::KeepBookmark(bookmark) => (self.keep(|dirs| bookmarks::set(dirs, bookmark.clone())), None),
            Effect::EditBookmark { span, edit } => (self.keep(|dirs| bookmarks::edit(dirs, *span, edit)), None),
            Effect::RemoveBookmark(span) => (self.keep(|dirs| bookmarks::remove(dirs, *span)), None),
            Effect::SaveReading { id, reading, place } => {
                let saved = self.shown().and_then(|library| library.set_reading(*id, *reading, Some(*place)));
                (saved.map(|()| Event::ReadingSaved { id: *id, reading: *reading }), None)
            }
            Effect::Mark(marking) => {
                let marked = self.shown().and_then(|library| mark(library, marking));
                (marked.map(|(articles, reading)| Event::Marked { articles, reading }), None)
            }
            Effect::FindMend(id) => {
                let last = self.holder(*id).and_then(|library| library.last_mend(*id));
                let found = |last| Event::LastMend { id: *id, last };
                (last.map(found), Some(found(None)))
            }
            Effect::Mend { id, part, remedy } => {
                let mended = self.holder(*id).and_then(|library| library.mend(*id, *part, *remedy));
                (mended.map(Event::Mended), None)
            }
            Effect::UndoMend(id) => {
                let undone = self.holder(*id).and_then(|library| library.undo_mend(*id));
                (undone.map(Event::Mended), None)
            }
            Effect::FindLastImport => {
                (self.library.last_import().map(Event::LastImport), Some(Event::LastImport(None)))
            }
            Effect::UndoImport(last) => (self.undo_import(last), Some(Event::ImportUndone(false))),
            Effect::SayOfPages { group, before, now, article } => {
                (self.say_of_pages(*group, before, now, *article), None)
            }
            Effect::FindJump { from, page, is_onward } => {
                let place = self.shown().and_then(|library| library.jump(from, page, *is_onward));
                let found = |place| Event::JumpFound { from: from.id, place };
                (place.map(found), Some(found(None)))
            }
            Effect::CountUnread { ticket, filter, groups } => {
                let since = Instant::now();
                let enough = || stop() || since.elapsed() > PATIENCE;
                let counts = self.shown().and_then(|library| library.unread(filter, groups, &enough));
                let nothing = Event::UnreadCounted { ticket: *ticket, counts: Vec::new() };
                (counts.map(|counts| Event::UnreadCounted { ticket: *ticket, counts }), Some(nothing))
            }
            Effect::WriteOut { id, format } => {
                let text = self.written_out(*id, *format);
                (text.map(|text| Event::ArticleText(text.unwrap_or_default())), None)
            }
            Effect::SaveArticle { id, path } => {
                return self.save(*id, path).map(tell).map_err(|error| Box::new((error, None)));
            }
            Effect::KeepView(view) => {
                // It is asked for at the end, and losing it loses no data: nobody needs to know.
                let _ = self.dirs.as_ref().map(|dirs| store::keep_view(dirs, view));
                return Ok(());
            }
            Effect::StopSearch
            | Effect::LookForPages
            | Effect::AskForPictures
            | Effect::DrawPicture(_)
            | Effect::Copy(_)
            | Effect::ShowTheme(_)
            | Effect::ListThemes
            | Effect::KeepChoice(_)
            | Effect::OpenTutorial
            | Effect::Redraw
            | Effect::Suspend
            | Effect::Quit => return Ok(()),
        };
        result.map(|event| tell(event.into())).map_err(|error| Box::new((error, otherwise)))
    }

    /// Whether what is shown is the library, not what is held in memory.
    pub fn shows_library(&self) -> bool {
        !self.shows_memory
    }

    /// Shows the library in place of the bundled edition, once there is something in it.
    fn show_library(&mut self) {
        if self.shows_memory && !self.holds_pages {
            self.shows_memory = self.library.is_empty().unwrap_or(true);
        }
    }

    /// What is shown: the library, or what is held in memory.
    fn shown(&mut self) -> Result<&Library, Error> {
        if self.shows_memory { self.memory().map(|memory| &*memory) } else { Ok(&self.library) }
    }

    /// What is in memory: the bundled edition unless pages are held.
    fn memory(&mut self) -> Result<&mut Library, Error> {
        match &mut self.memory {
            Some(memory) => Ok(memory),
            none => Ok(none.insert(sample_library(self.sample)?)),
        }
    }

    fn hold(&mut self, parcel: &PreparedPage) -> Result<Option<PageId>, Error> {
        if !self.shows_memory {
            self.memory = Some(Library::in_memory()?);
            self.shows_memory = true;
        }
        self.holds_pages = true;
        let added = self.memory()?.add_all(slice::from_ref(parcel))?;
        Ok(added.first().map(|added| added.page))
    }

    /// An article wherever it is: bookmarks lead into the bundled edition too.
    fn find(&mut self, id: ArticleId) -> Result<Option<Article>, Error> {
        match self.library.article(id)? {
            Some(article) => Ok(Some(article)),
            None => self.memory()?.article(id),
        }
    }

    /// The library that has an article.
    fn holder(&mut self, id: ArticleId) -> Result<&mut Library, Error> {
        if self.library.row(id)?.is_some() { Ok(&mut self.library) } else { self.memory() }
    }

    fn row(&mut self, id: ArticleId) -> Result<Option<Row>, Error> {
        match self.library.row(id)? {
            Some(row) => Ok(Some(row)),
            None => self.memory()?.row(id),
        }
    }

    /// Undoes an import, if it is still the last.
    fn undo_import(&mut self, last: &LastImport) -> Result<Event, Error> {
        let is_last = self.library.last_import()?.as_ref() == Some(last);
        Ok(Event::ImportUndone(is_last && self.library.undo_import()?.is_some()))
    }

    /// Says of pages what is other; what is said no more is found on the page again.
    fn say_of_pages(
        &mut self,
        group: Group,
        before: &Imprint,
        now: &Imprint,
        article: ArticleId,
    ) -> Result<Event, Error> {
        let library = self.holder(article)?;
        let pages = library.give(group, before, now)?;
        if now.lacks(before) {
            ingest::reparse_pages(library, &pages, |_, _| {})?;
        }
        let row = library.row(article)?.map(Box::new);
        Ok(Event::ImprintSet { pages: pages.len(), row })
    }

    /// Rows of the list; fewer than are wanted where they are far between, so that the first are
    /// seen while the next are looked for.
    fn rows(&mut self, window: &Window, stop: &dyn Fn() -> bool) -> Result<Event, Error> {
        let Stretch { direction, limit, .. } = window.stretch;
        let one_more = Stretch { limit: limit.saturating_add(1), ..window.stretch };
        let since = Instant::now();
        let enough = |found| stop() || found > 0 && since.elapsed() > PATIENCE;
        let (mut rows, broken_off) = self.shown()?.listed_until(&window.listing, &one_more, &enough)?;
        let more = broken_off || rows.len() > limit;
        if rows.len() > limit {
            match direction {
                Direction::Forward => rows.truncate(limit),
                Direction::Backward => drop(rows.remove(0)),
            }
        }
        Ok(Event::Rows { ticket: window.ticket, rows, more })
    }

    fn article(&mut self, id: ArticleId) -> Result<Event, Error> {
        let place = self.shown()?.reading_place(id)?;
        let found = match (self.find(id)?.map(Arc::new), self.row(id)?) {
            (Some(article), Some(row)) => Some(Box::new(LoadedArticle { article, row, place })),
            _ => None,
        };
        Ok(Event::Article { id, found })
    }

    /// An article as a text of its own, with its source.
    fn written_out(&mut self, id: ArticleId, format: WrittenAs) -> Result<Option<String>, Error> {
        let (Some(article), Some(row)) = (self.find(id)?, self.row(id)?) else { return Ok(None) };
        let origin = PageOrigin::from(&row);
        Ok(Some(match format {
            WrittenAs::Text => export::text::article(&origin, &article),
            WrittenAs::Markdown => export::markdown::article(&origin, &article),
        }))
    }

    /// Saves an article to a file that is not there yet.
    fn save(&mut self, id: ArticleId, path: &str) -> Result<Message, Error> {
        let is_markdown = [".md", ".markdown"].iter().any(|end| path.to_lowercase().ends_with(end));
        let format = if is_markdown { WrittenAs::Markdown } else { WrittenAs::Text };
        let text = self.written_out(id, format)?.unwrap_or_default();
        let written = File::create_new(in_home(path)).and_then(|mut file| file.write_all(text.as_bytes()));
        Ok(match written {
            Ok(()) => Event::ArticleSaved(path.to_owned()).into(),
            Err(error) => Message::notice((path.to_owned(), error)),
        })
    }

    fn source(&mut self, id: ArticleId) -> Result<Event, Error> {
        let page = match self.library.source(id)? {
            Some(page) => Some(page),
            None => self.memory()?.source(id)?,
        };
        Ok(Event::Source { id, page })
    }

    /// Tells hits as they are found; the last event is returned.
    fn search(
        &mut self,
        ticket: Ticket,
        search: &Search,
        tell: &dyn Fn(Message),
        stop: &dyn Fn() -> bool,
    ) -> Result<Event, Error> {
        let mut found = Vec::new();
        self.shown()?.search_each(search, None, stop, |hit| {
            found.push(hit);
            if found.len() == HITS {
                tell(Event::Hits { ticket, hits: std::mem::take(&mut found), finished: false }.into());
            }
            ControlFlow::Continue(())
        })?;
        Ok(Event::Hits { ticket, hits: found, finished: true })
    }

    fn bookmarks(&mut self, tell: &dyn Fn(Message)) -> Result<Event, Error> {
        let Some(dirs) = &self.dirs else { return Ok(Event::Bookmarks(Vec::new())) };
        let (bookmarks, notice) = bookmarks::follow(dirs, &self.library)?;
        notice.into_iter().for_each(|notice| tell(Message::notice(notice)));
        Ok(Event::Bookmarks(bookmarks))
    }

    fn set_bookmark(&mut self, span: Span, tag: Option<Tag>) -> Result<Event, Error> {
        let (article, row) = (self.find(span.place.article)?, self.row(span.place.article)?);
        self.keep(|dirs| match article {
            Some(article) => {
                let bookmark = Bookmark::new(span, &article, row.as_ref(), now());
                bookmarks::set(dirs, Bookmark { tag, ..bookmark })
            }
            None => bookmarks::load(dirs).map(|(bookmarks, _)| bookmarks),
        })
    }

    fn keep(&self, change: impl FnOnce(&Dirs) -> Result<Vec<Bookmark>, Error>) -> Result<Event, Error> {
        change(self.dirs.as_ref().ok_or(Error::NoHome)?).map(Event::Bookmarks)
    }
}

/// Sets articles read or unread.
fn mark(library: &Library, marking: &Marking) -> Result<(Vec<ArticleId>, Reading), Error> {
    match marking {
        Marking::Article(id, reading) => library.set_reading(*id, *reading, None).map(|()| (vec![*id], *reading)),
        Marking::Group(group, filter) => library.toggle_group(*group, filter),
    }
}

/// The bundled edition in a library that is in memory only: of newspapers of one day the one added first stands first.
fn sample_library(first: Option<Lang>) -> Result<Library, Error> {
    let mut library = Library::in_memory()?;
    let mut pages: Vec<_> = import::sample().collect();
    if first == Some(Lang::English) {
        pages.rotate_right(1);
    }
    for raw in pages {
        library.add(&parse::parse(&raw), &raw.text)?;
    }
    Ok(library)
}

/// The tutorial in a library that is in memory only.
///
/// # Errors
/// Where there is no memory for it.
pub fn tutorial_library(tutorial: &Tutorial) -> Result<Library, Error> {
    let mut library = Library::in_memory()?;
    for (text, number) in tutorial.pages.iter().zip(1..) {
        let page = parse::parse(&RawPage::from_text(&tutorial.publication, text));
        let (publication, page_number) = (Some(tutorial.publication.clone()), Some(number));
        library.add(&Page { publication, page_number, ..page }, text)?;
    }
    Ok(library)
}

/// Seconds since 1970-01-01T00:00:00Z.
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Keymap;
    use crate::model::{Direction, Listing};
    use crate::phrase::Lang;

    /// The headlines of the tutorial, with how many paragraphs each article has.
    fn tutorial(lang: Lang) -> Vec<(String, usize)> {
        let library = tutorial_library(&Tutorial::new(lang, &Keymap::default())).unwrap();
        let stretch = Stretch { from: None, included: false, direction: Direction::Forward, limit: 100 };
        let (rows, _) = library.listed_until(&Listing::default(), &stretch, &|_| false).unwrap();
        let article = |row: &Row| library.article(row.id).unwrap().unwrap();
        rows.iter().map(|listed| (listed.row.headline.clone(), article(&listed.row).body.len())).collect()
    }

    #[test]
    fn the_tutorial_comes_out_whole_in_both_languages() {
        let [chinese, english] = [Lang::Chinese, Lang::English].map(tutorial);
        let paragraphs = [4, 3, 4, 3, 3, 2, 2];
        for articles in [&chinese, &english] {
            assert_eq!(articles.iter().map(|(_, count)| *count).collect::<Vec<_>>(), paragraphs, "{articles:?}");
        }
        assert_eq!(chinese[0].0, "先走几步 再坐下来读");
        assert_eq!(english[0].0, "A few steps before you sit down");
    }
}
