//! The threads that do what takes time: one for the library and the bookmarks, one for searching,
//! one that reads in the pages that were asked for.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::desk::{Desk, Job};
use super::intake::{self, Turnstile};
use super::runtime::Message;
use crate::app::{Effect, Event};
use crate::store::{Dirs, Error, Library};

/// Hands effects to the threads that do them.
pub struct Workers {
    library: Option<Sender<Job>>,
    at_work: Option<JoinHandle<()>>,
    search: Option<Sender<Effect>>,
    /// The newest search; an older one stops.
    newest: Arc<AtomicU64>,
    intake: Arc<Turnstile>,
    /// Held until the first frame is drawn; taking pages apart waits for it.
    before_first_frame: Option<Sender<()>>,
}

impl Workers {
    /// Sets the threads to work; what they find out comes as messages. `paths` are read in.
    pub fn start(dirs: Option<Dirs>, paths: Vec<PathBuf>, messages: &Sender<Message>) -> Self {
        let (library, jobs) = mpsc::channel();
        let (opened, is_open) = mpsc::channel();
        let reads_in = !paths.is_empty();
        let intake = Arc::new(Turnstile::default());
        let (before_first_frame, first_frame) = mpsc::channel();
        if reads_in {
            let (to, desk, turnstile, at) = (messages.clone(), library.clone(), intake.clone(), dirs.clone());
            thread::spawn(move || intake::read_in(at, &paths, &turnstile, &first_frame, &desk, &to));
        }
        let to = messages.clone();
        let at_work = thread::spawn(move || keep_library(dirs, reads_in, &jobs, &opened, &to));

        let newest = Arc::new(AtomicU64::new(0));
        let (search, searches) = mpsc::channel();
        let (to, seen, desk) = (messages.clone(), newest.clone(), library.clone());
        thread::spawn(move || search_library(&is_open, &searches, &seen, &desk, &to));

        Self {
            library: Some(library),
            at_work: Some(at_work),
            search: Some(search),
            newest,
            intake,
            before_first_frame: Some(before_first_frame),
        }
    }

    /// The first frame is drawn: what takes time may begin.
    pub fn begin(&mut self) {
        self.before_first_frame = None;
    }

    /// Has an effect done.
    pub fn assign(&self, effect: Effect) {
        // A thread that is gone has said why.
        match (&effect, &self.search, &self.library) {
            (Effect::Search { ticket, .. }, Some(search), _) => {
                self.newest.store(ticket.0, Ordering::SeqCst);
                let _ = search.send(effect);
            }
            (Effect::StopSearch, ..) => self.newest.store(u64::MAX, Ordering::SeqCst),
            (_, _, Some(library)) => drop(library.send(Job::Effect(effect))),
            _ => {}
        }
    }

    /// Waits until the library and the bookmarks hold all that was asked for, and the page that is
    /// being taken apart; those after it are not begun.
    pub fn finish(&mut self) {
        self.begin();
        self.intake.close();
        if let Some(library) = self.library.take() {
            let _ = library.send(Job::End);
        }
        self.search = None;
        if let Some(at_work) = self.at_work.take() {
            let _ = at_work.join();
        }
    }
}

/// Where the library is that is shown; none where what is shown is in memory only.
type OnDisk = Option<Dirs>;

/// The library's own thread: opens it and answers until nobody asks any more.
fn keep_library(
    dirs: Option<Dirs>,
    reads_in: bool,
    jobs: &Receiver<Job>,
    opened: &Sender<OnDisk>,
    messages: &Sender<Message>,
) {
    let tell = |event| drop(messages.send(Message::Event(event)));
    // A page's text goes before: it is to be on the screen while the library is being opened.
    let first = if reads_in { jobs.recv().ok() } else { None };
    let library = match open(dirs.as_ref(), &tell) {
        Ok(library) => library,
        Err(error) => return drop(messages.send(Message::Fatal(error.to_string()))),
    };
    let shows_sample = !reads_in && library.is_empty().unwrap_or(true);
    let _ = opened.send(dirs.clone().filter(|_| !shows_sample));
    let mut desk = Desk::new(library, dirs, shows_sample);
    for job in first.into_iter().chain(jobs) {
        if !desk.does(job, &tell) {
            break;
        }
    }
}

/// The library, or one in memory where none can be had: reading goes on.
///
/// # Errors
/// Where a later version of the program wrote the library: it is left alone.
fn open(dirs: Option<&Dirs>, tell: &dyn Fn(Event)) -> Result<Library, Error> {
    let opened = dirs.ok_or(Error::NoHome).and_then(Library::open);
    match opened {
        Ok(opened) => {
            opened.notices.iter().for_each(|notice| tell(Event::Notice(notice.to_string())));
            Ok(opened.library)
        }
        Err(error @ Error::Later { .. }) => Err(error),
        Err(error) => {
            tell(Event::Notice(error.to_string()));
            Library::in_memory()
        }
    }
}

/// The searching thread: opens a connection of its own for the first search, so that a long one
/// delays nothing. What is not on the disk is searched at the library's desk.
fn search_library(
    is_open: &Receiver<OnDisk>,
    searches: &Receiver<Effect>,
    newest: &AtomicU64,
    library: &Sender<Job>,
    messages: &Sender<Message>,
) {
    let tell = |event| drop(messages.send(Message::Event(event)));
    let mut own = None;
    for effect in searches {
        let Effect::Search { ticket, .. } = effect else { continue };
        let is_stale = || newest.load(Ordering::SeqCst) != ticket.0;
        match own.get_or_insert_with(|| own_desk(is_open)) {
            Some(desk) => desk.answer(&effect, &tell, &is_stale),
            None => drop(library.send(Job::Effect(effect))),
        }
    }
}

fn own_desk(is_open: &Receiver<OnDisk>) -> Option<Desk> {
    let opened = Library::open(&is_open.recv().ok()??).ok()?;
    Some(Desk::new(opened.library, None, false))
}
