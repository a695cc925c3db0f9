//! The threads that do what takes time: one for the library and the bookmarks, one for searching,
//! one that reads in the pages that were asked for.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::desk::{Desk, Job};
use super::intake;
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
}

impl Workers {
    /// Sets the threads to work; what they find out comes as messages. `paths` are read in.
    pub fn start(dirs: Option<Dirs>, paths: Vec<PathBuf>, messages: &Sender<Message>) -> Self {
        let (library, jobs) = mpsc::channel();
        let (opened, is_open) = mpsc::channel();
        let shows_library = !paths.is_empty();
        let (to, at) = (messages.clone(), dirs.clone());
        let at_work = thread::spawn(move || keep_library(at, shows_library, &jobs, &opened, &to));

        let newest = Arc::new(AtomicU64::new(0));
        let (search, searches) = mpsc::channel();
        let (to, seen) = (messages.clone(), newest.clone());
        thread::spawn(move || search_library(is_open.recv().ok().flatten(), &searches, &seen, &to));

        if !paths.is_empty() {
            let (to, desk) = (messages.clone(), library.clone());
            thread::spawn(move || intake::read_in(dirs, &paths, &desk, &to));
        }
        Self { library: Some(library), at_work: Some(at_work), search: Some(search), newest }
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

    /// Waits until the library and the bookmarks hold all that was asked for; pages that are still
    /// being read in are not waited for.
    pub fn finish(&mut self) {
        if let Some(library) = self.library.take() {
            let _ = library.send(Job::End);
        }
        self.search = None;
        if let Some(at_work) = self.at_work.take() {
            let _ = at_work.join();
        }
    }
}

/// What a second connection needs to know: where the library is, and whether the sample is shown.
type Opened = Option<(Dirs, bool)>;

/// The library's own thread: opens it and answers until nobody asks any more.
fn keep_library(
    dirs: Option<Dirs>,
    shows_library: bool,
    jobs: &Receiver<Job>,
    opened: &Sender<Opened>,
    messages: &Sender<Message>,
) {
    let tell = |event| drop(messages.send(Message::Event(event)));
    let library = match open(dirs.as_ref(), &tell) {
        Ok(library) => library,
        Err(error) => return drop(messages.send(Message::Fatal(error.to_string()))),
    };
    let shows_sample = !shows_library && library.is_empty().unwrap_or(true);
    let _ = opened.send(dirs.clone().map(|dirs| (dirs, shows_sample)));
    let mut desk = Desk::new(library, dirs, shows_sample);
    while let Ok(job) = jobs.recv() {
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

/// The searching thread: has a connection of its own, so that a long search delays nothing.
fn search_library(opened: Opened, searches: &Receiver<Effect>, newest: &AtomicU64, messages: &Sender<Message>) {
    let tell = |event| drop(messages.send(Message::Event(event)));
    let library = opened.as_ref().and_then(|(dirs, _)| Library::open(dirs).ok()).map(|opened| opened.library);
    let Some(library) = library.or_else(|| Library::in_memory().ok()) else { return };
    let mut desk = Desk::new(library, None, opened.is_none_or(|(_, shows_sample)| shows_sample));
    for effect in searches {
        let Effect::Search { ticket, .. } = effect else { continue };
        let is_stale = || newest.load(Ordering::SeqCst) != ticket.0;
        desk.answer(&effect, &tell, &is_stale);
    }
}
