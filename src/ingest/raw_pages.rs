//! Sources read page by page, and the pages put together that are read through.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::vec;

use super::event::UnreadCount;
use super::{Advance, IngestError, Unread};
use crate::import::{self, ImportFailure, Source};
use crate::model::RawPage;
use crate::parse::{FileRun, FileRuns};

/// What comes of reading a source, one after the other.
pub enum RawItem {
    /// Pages that are read through, one or more.
    Pages {
        /// They.
        run: FileRun,
        /// Whether the source has no others.
        is_all: bool,
    },
    /// A page, or all of a source, cannot be read.
    Failed(IngestError),
    /// A part of a source cannot be read.
    Undecodable {
        /// The source, as given.
        source: String,
        /// How much.
        unread: Unread,
    },
    /// The source has ended.
    Nothing,
}

/// What comes of sources, in their order. Those that come next are opened before they are wanted: what reads
/// them in a process of its own begins then.
pub struct RawPages<F> {
    sources: vec::IntoIter<Result<Source, ImportFailure>>,
    /// How many there are.
    all: usize,
    /// How many have ended.
    done: usize,
    open: VecDeque<OpenSource>,
    /// How many are opened.
    ahead: usize,
    first: Option<F>,
    /// What comes next.
    ready: VecDeque<(RawItem, Advance)>,
}

/// A source that is being read.
struct OpenSource {
    name: String,
    pages: Box<dyn Iterator<Item = Result<RawPage, IngestError>> + Send>,
    /// How many pages have come.
    read: usize,
    runs: FileRuns,
    /// Whether pages that are read through have been handed on.
    has_begun: bool,
    unread: UnreadCount,
}

impl<F: FnOnce(&RawPage)> RawPages<F> {
    /// Those of sources; `first` sees the first page.
    pub fn of(sources: Vec<Result<Source, ImportFailure>>, first: F) -> Self {
        let ahead = thread::available_parallelism().map_or(1, usize::from);
        let (all, sources) = (sources.len(), sources.into_iter());
        Self { sources, all, done: 0, open: VecDeque::new(), ahead, first: Some(first), ready: VecDeque::new() }
    }

    /// Reads one more page, or ends a source; none where there are no more.
    fn read_on(&mut self) -> Option<()> {
        if self.open.is_empty() {
            self.open.push_back(OpenSource::of(self.sources.next()?));
        }
        let source = self.open.front_mut()?;
        match source.next() {
            Some(Ok(page)) => {
                if let Some(first) = self.first.take_if(|_| !page.is_index()) {
                    first(&page);
                }
                source.unread.add(&page);
                let complete = catch_unwind(AssertUnwindSafe(|| source.runs.push(page)));
                let broken = IngestError::Internal(source.name.clone(), 1);
                source.has_begun |= matches!(complete, Ok(Some(_)));
                let pages = |run| RawItem::Pages { run, is_all: false };
                let item = complete.map_or(Some(RawItem::Failed(broken)), |run| run.map(pages));
                item.into_iter().for_each(|item| self.hand_on(item));
            }
            Some(Err(error)) => self.hand_on(RawItem::Failed(error)),
            None => self.end_source(),
        }
        Some(())
    }

    fn hand_on(&mut self, item: RawItem) {
        let progress = self.progress();
        self.ready.push_back((item, progress));
    }

    fn end_source(&mut self) {
        let Some(OpenSource { name, runs, unread, has_begun, .. }) = self.open.pop_front() else { return };
        let runs = catch_unwind(AssertUnwindSafe(|| runs.end()));
        let broken = |_| vec![RawItem::Failed(IngestError::Internal(name.clone(), 1))];
        let pages = |runs: Vec<FileRun>| {
            let is_all = !has_begun && runs.len() == 1;
            runs.into_iter().map(|run| RawItem::Pages { run, is_all }).collect()
        };
        let mut items = runs.map_or_else(broken, pages);
        items.extend(unread.told().map(|unread| RawItem::Undecodable { source: name.clone(), unread }));
        if items.is_empty() {
            items.push(RawItem::Nothing);
        }
        self.done += 1;
        items.into_iter().for_each(|item| self.hand_on(item));
    }

    /// How far it has come: in pages where there is one source and it says how many it has.
    fn progress(&self) -> Advance {
        match self.open.front().filter(|_| self.all == 1).and_then(OpenSource::progress) {
            Some((done, all)) => Advance { done, all },
            None => Advance { done: self.done, all: self.all },
        }
    }

    /// Opens the sources that come next, but not the standard input: what comes from there may have to be
    /// waited for.
    fn open_ahead(&mut self) {
        let is_file = |source: &Result<Source, ImportFailure>| !matches!(source, Ok(Source::Stdin));
        while self.open.len() < self.ahead && self.sources.as_slice().first().is_some_and(is_file) {
            self.open.extend(self.sources.next().map(OpenSource::of));
        }
    }
}

impl<F: FnOnce(&RawPage)> Iterator for RawPages<F> {
    type Item = (RawItem, Advance);

    fn next(&mut self) -> Option<Self::Item> {
        if self.first.is_none() {
            self.open_ahead();
        }
        while self.ready.is_empty() {
            self.read_on()?;
        }
        self.ready.pop_front()
    }
}

impl OpenSource {
    /// A source, or what keeps it from having any pages.
    fn of(source: Result<Source, ImportFailure>) -> Self {
        let name = source.as_ref().map_or_else(|failure| failure.source.clone(), Source::name);
        let opened = catch_unwind(AssertUnwindSafe(|| {
            let bytes = import::read(&source?)?;
            Ok::<_, ImportFailure>(import::pages(&name, bytes))
        }));
        let pages: Box<dyn Iterator<Item = _> + Send> = match opened {
            Ok(Ok(pages)) => Box::new(pages.map(|page| page.map_err(IngestError::from))),
            Ok(Err(failure)) => Box::new(std::iter::once(Err(failure.into()))),
            Err(_) => Box::new(std::iter::once(Err(IngestError::Internal(name.clone(), 1)))),
        };
        Self { name, pages, read: 0, runs: FileRuns::default(), has_begun: false, unread: UnreadCount::default() }
    }

    fn next(&mut self) -> Option<Result<RawPage, IngestError>> {
        let next = catch_unwind(AssertUnwindSafe(|| self.pages.next()));
        let next = next.unwrap_or_else(|_| {
            self.pages = Box::new(std::iter::empty());
            Some(Err(IngestError::Internal(self.name.clone(), 1)))
        });
        self.read += usize::from(next.is_some());
        next
    }

    /// How many pages have come, and how many there are, where that is known.
    fn progress(&self) -> Option<(usize, usize)> {
        let left = self.pages.size_hint().1?;
        Some((self.read, self.read + left))
    }
}
