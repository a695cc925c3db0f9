//! Looks into the user's folders for as long as the reader runs, reads in what is new there, and says what others
//! have brought to the library.
//!
//! A look asks the file system for names, sizes and times; only what is new is opened.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::library_worker::Job;
use super::message::Message;
use crate::app::Event;
use crate::import::{self, ImportFailure};
use crate::ingest::{Advance, BatchSize, FolderWatch, Gate, Ingest, IngestEvent, undecodable};
use crate::model::FolderFile;
use crate::phrase::{Lang, Phrase, Said};
use crate::store::{Dirs, Error, Holdings, Library};

/// How often it looks.
const EVERY: Duration = Duration::from_secs(5);
/// How long a file must have been the same before it is read.
const SETTLED: Duration = Duration::from_secs(1);
/// Of a large folder so much of the time at most goes into looking: one part in this.
const LEISURE: u32 = 50;
/// Pages whose articles are stored together.
const BATCH: BatchSize = BatchSize { pages: 64, bytes: 1 << 20 };
/// Files after which it is kept that they have been read.
const TOGETHER: usize = 256;
/// How long it takes until what came in is listed again while more is coming.
const LISTED_EVERY: Duration = Duration::from_secs(2);

/// What is wanted of the looking.
#[derive(Debug)]
pub enum FolderWish {
    /// It is to begin, for the library is open; none where there is none on the disk.
    Begin(Option<Dirs>),
    /// These are the folders.
    Folders(Vec<PathBuf>),
    /// A look now, and an answer.
    Look,
}

/// Looks until the program ends.
pub fn watch(gate: &Gate, wishes: &Receiver<FolderWish>, library: &Sender<Job>, messages: &Sender<Message>) {
    let started = Instant::now();
    let mut reader = FolderReader {
        gate,
        jobs: library,
        messages,
        started,
        dirs: None,
        folders: Vec::new(),
        library: None,
        holdings: Holdings::default(),
        watch: FolderWatch::default(),
        unread: BTreeSet::new(),
        is_refused: false,
        is_asked: false,
        has_begun: false,
    };
    let mut pause = None;
    loop {
        let wish = match pause {
            Some(pause) => wishes.recv_timeout(pause),
            None => wishes.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match wish {
            Ok(wish) => reader.take(wish),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        wishes.try_iter().for_each(|wish| reader.take(wish));
        if !reader.has_begun {
            continue;
        }
        gate.wait();
        if gate.is_closed() {
            return;
        }
        let since = Instant::now();
        reader.look();
        pause = reader.dirs.is_some().then(|| reader.pause(since.elapsed()));
    }
}

/// What looks into the folders.
struct FolderReader<'a> {
    gate: &'a Gate,
    jobs: &'a Sender<Job>,
    messages: &'a Sender<Message>,
    started: Instant,
    dirs: Option<Dirs>,
    folders: Vec<PathBuf>,
    library: Option<Library>,
    /// Which pages the library held at the last look.
    holdings: Holdings,
    watch: FolderWatch,
    /// The folders that could not be looked into at the last look.
    unread: BTreeSet<String>,
    /// Whether the library refused a page: nothing more is read until that is asked for.
    is_refused: bool,
    /// Whether an answer is awaited.
    is_asked: bool,
    has_begun: bool,
}

impl FolderReader<'_> {
    fn take(&mut self, wish: FolderWish) {
        match wish {
            FolderWish::Begin(dirs) => (self.dirs, self.has_begun) = (dirs, true),
            FolderWish::Folders(folders) => self.folders = folders,
            FolderWish::Look => (self.is_asked, self.is_refused) = (true, false),
        }
    }

    /// How long until the next look, after one that took so long.
    fn pause(&self, took: Duration) -> Duration {
        if self.watch.is_settling() { SETTLED } else { EVERY.max(took * LEISURE) }
    }

    /// Looks once, and reads what is to be read.
    fn look(&mut self) {
        if let Err(error) = self.try_to_look()
            && std::mem::take(&mut self.is_asked)
        {
            self.send(Message::Notice(Box::new(error)));
        }
    }

    fn try_to_look(&mut self) -> Result<(), Error> {
        let Some(dirs) = &self.dirs else { return Err(Error::NoHome) };
        let library = match self.library.take() {
            Some(library) => library,
            None => {
                let library = Library::open(dirs)?.library;
                self.holdings = library.holdings(&Holdings::default())?;
                library
            }
        };
        let kept = self.take_others(&library);
        let due = if self.is_refused { Vec::new() } else { self.files_due(&library) };
        match due.is_empty() {
            true => self.library = Some(library),
            false => self.read_in(library, due)?,
        }
        if self.is_asked && !self.watch.is_settling() {
            self.is_asked = false;
            self.tell(Event::NothingCame { has_folders: !self.folders.is_empty() });
        }
        kept
    }

    /// Says what others have brought to the library, or have taken out of it.
    fn take_others(&mut self, library: &Library) -> Result<(), Error> {
        let holdings = library.holdings(&self.holdings)?;
        if holdings.differ_from(&self.holdings) {
            let articles = library.articles_since(&self.holdings)?;
            self.came_in(articles, true);
        }
        self.holdings = holdings;
        Ok(())
    }

    /// The files that are to be read now. A folder that cannot be looked into is said once.
    fn files_due(&mut self, library: &Library) -> Vec<FolderFile> {
        let (mut files, mut unread) = (Vec::new(), BTreeSet::new());
        for folder in &self.folders {
            let look = import::look_into(folder);
            files.extend(look.files);
            for failure in look.unread {
                let is_new = !self.unread.contains(&failure.source);
                unread.insert(failure.source.clone());
                is_new.then(|| self.send(Message::Notice(Box::new(FolderUnread(failure)))));
            }
        }
        self.unread = unread;
        let is_read = |file: &FolderFile| library.has_read(file).unwrap_or(false);
        self.watch.look(files, self.started.elapsed(), is_read, |file| import::is_whole(&file.path))
    }

    /// Reads files in, and keeps that they have been read.
    fn read_in(&mut self, library: Library, files: Vec<FolderFile>) -> Result<(), Error> {
        let mut ingest = Ingest::into(library, &self.folders, BATCH)?;
        let mut tally =
            FolderTally { articles: 0, has_changed: false, listed: Instant::now(), before: 0, all: files.len() };
        for some in files.chunks(TOGETHER) {
            let paths = some.iter().map(|file| file.path.clone()).collect();
            let ended = ingest.run_files(paths, self.gate, &mut |event| self.hear(event, &mut tally));
            tally.before += some.len();
            self.is_refused = ended.is_break();
            let Some(_pass) = self.gate.enter().filter(|_| !self.is_refused) else { break };
            ingest.library_mut().map_or(Ok(()), |library| library.keep_read(some))?;
            self.watch.take_read(some);
        }
        let finished = self.gate.enter().map_or(Ok(()), |_pass| ingest.finish());
        self.is_asked &= tally.articles == 0;
        self.came_in(tally.articles, true);
        while !self.gate.is_closed() && ingest.tidy().unwrap_or(false) {}
        if let Some(library) = ingest.into_library() {
            self.holdings = library.holdings(&Holdings::default())?;
            self.library = Some(library);
        }
        finished
    }

    /// Takes what becomes of files.
    fn hear(&self, event: IngestEvent, tally: &mut FolderTally) -> ControlFlow<()> {
        match event {
            // What is no page there has not been asked for.
            IngestEvent::LeftOut(_) | IngestEvent::FirstPage { .. } => {}
            IngestEvent::Failed(error) => self.send(Message::Note(Box::new(error))),
            IngestEvent::Undecodable { source, unread } => {
                self.send(Message::Note(Box::new(undecodable(source, unread))));
            }
            IngestEvent::Stored(added) => {
                tally.articles += added.iter().filter(|added| !added.known).map(|added| added.articles).sum::<usize>();
                let has_changed = added.iter().any(|added| !added.known || added.articles > 0);
                let is_first = has_changed && !tally.has_changed;
                tally.has_changed |= has_changed;
                if is_first || has_changed && tally.listed.elapsed() > LISTED_EVERY {
                    tally.listed = Instant::now();
                    self.came_in(0, false);
                }
            }
            IngestEvent::Unstored(page, error) => {
                self.send(Message::Note(Box::new((page.source, error))));
                return ControlFlow::Break(());
            }
            IngestEvent::Progress(Advance { done, .. }) => {
                let done = (tally.before + done).min(tally.all);
                self.tell(Event::Progress { done, all: tally.all });
            }
        }
        ControlFlow::Continue(())
    }

    /// Says that pages have come; the library is shown now, if the bundled edition was.
    fn came_in(&self, articles: usize, finished: bool) {
        // Whoever is gone needs to know nothing.
        let _ = self.jobs.send(Job::ShowLibrary);
        self.tell(Event::CameIn { articles, finished });
    }

    fn tell(&self, event: Event) {
        self.send(Message::Event(event));
    }

    fn send(&self, message: Message) {
        // The loop is gone only when the program ends.
        let _ = self.messages.send(message);
    }
}

/// A folder that cannot be looked into, and why.
#[derive(Debug)]
struct FolderUnread(ImportFailure);

impl Said for FolderUnread {
    fn said(&self, lang: Lang) -> String {
        format!("{}{}", lang.say(Phrase::FolderUnread), self.0.said(lang))
    }
}

/// What has become of the files that are being read in.
struct FolderTally {
    /// The new articles.
    articles: usize,
    /// Whether the library is another.
    has_changed: bool,
    /// When what came in was last listed.
    listed: Instant,
    /// The files before those that are being read.
    before: usize,
    /// All of them.
    all: usize,
}
