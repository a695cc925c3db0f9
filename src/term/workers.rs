//! The threads that do what takes time: one for the library and the bookmarks, two aside for
//! searches and for lists, one that reads in the pages that were asked for and then what is new in the folders,
//! one that has pages drawn.

use std::cell::LazyCell;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::aside::Aside;
use super::folders::{self, FolderWish};
use super::home::in_home;
use super::intake;
use super::library_worker::{Job, LibraryWorker};
use super::message::Message;
use super::pictures::Drawer;
use super::question::Topic;
use crate::app::{Effect, Event};
use crate::ingest::Gate;
use crate::model::Filter;
use crate::store::{Dirs, Error, Library};

/// Hands effects to the threads that do them.
pub struct Workers {
    library: Option<Sender<Job>>,
    at_work: Option<JoinHandle<()>>,
    searches: Topic,
    lists: Topic,
    looks: Topic,
    unread: Topic,
    folders: Sender<FolderWish>,
    /// Begun when the first page is to be drawn.
    drawer: LazyCell<Drawer, Box<dyn FnOnce() -> Drawer>>,
    /// What the list is narrowed to, and how often that has changed.
    filter: (Filter, u64),
    /// Opened when the first frame is drawn; parsing pages waits for it.
    gate: Arc<Gate>,
}

impl Workers {
    /// Sets the threads to work; what they find out comes as messages. `paths` are read in.
    pub fn start(dirs: Option<Dirs>, paths: Vec<PathBuf>, messages: &Sender<Message>) -> Self {
        let (library, jobs) = mpsc::channel();
        let reads_in = !paths.is_empty();
        let gate = Arc::new(Gate::default());
        let (folders, wishes) = mpsc::channel();
        {
            let (to, jobs_to, gate, at) = (messages.clone(), library.clone(), gate.clone(), dirs.clone());
            thread::spawn(move || {
                if reads_in {
                    intake::read_in(at, paths, &gate, &jobs_to, &to);
                }
                folders::watch(&gate, &wishes, &jobs_to, &to);
            });
        }
        let (to, own) = (messages.clone(), library.clone());
        let drawn = messages.clone();
        let passing = gate.clone();
        let begin = folders.clone();
        let opened = move |dirs| drop(begin.send(FolderWish::Begin(dirs)));
        let at_work = thread::spawn(move || keep_library(dirs, reads_in, &passing, &jobs, &own, &to, &opened));

        Self {
            library: Some(library),
            at_work: Some(at_work),
            searches: Topic::default(),
            lists: Topic::default(),
            looks: Topic::default(),
            unread: Topic::default(),
            folders,
            drawer: LazyCell::new(Box::new(|| Drawer::start(move |event| drop(drawn.send(Message::Event(event)))))),
            filter: Default::default(),
            gate,
        }
    }

    /// The first frame is drawn: what takes time may begin.
    pub fn begin(&self) {
        self.gate.open();
    }

    /// These are the folders whose new files are read in, as the user writes them.
    pub fn look_into(&self, folders: &[String]) {
        let folders = folders.iter().map(|folder| in_home(folder)).collect();
        let _ = self.folders.send(FolderWish::Folders(folders));
    }

    /// Has an effect done.
    pub fn assign(&mut self, effect: Effect) {
        let job = match &effect {
            Effect::Search { ticket, .. } => {
                let number = ticket.0;
                Job::Question(self.searches.ask(effect, number))
            }
            Effect::StopSearch => return self.searches.drop(),
            Effect::LookForPages => return drop(self.folders.send(FolderWish::Look)),
            Effect::DrawPicture(request) => return self.drawer.draw((**request).clone()),
            Effect::LoadRows(window) => {
                let number = self.about(&window.listing.filter);
                Job::Question(self.lists.ask(effect, number))
            }
            Effect::CountUnread { ticket, .. } => {
                let number = ticket.0;
                Job::Question(self.unread.ask(effect, number))
            }
            Effect::FindRow(window) => {
                let number = window.ticket.0;
                Job::Question(self.looks.ask(effect, number))
            }
            Effect::Count { filter, .. } => {
                let number = self.about(filter);
                Job::Question(self.lists.ask(effect, number))
            }
            _ => Job::Effect(effect),
        };
        if let Some(library) = &self.library {
            // A thread that is gone has said why.
            let _ = library.send(job);
        }
    }

    /// The number of a question about articles that a filter lets through: the same for the same
    /// filter, until another is asked about.
    fn about(&mut self, filter: &Filter) -> u64 {
        let (last, number) = &mut self.filter;
        if last != filter {
            (*last, *number) = (filter.clone(), *number + 1);
        }
        *number
    }

    /// Waits until the library and the bookmarks hold all that was asked for, and the pages that are
    /// being parsed; those after them are not begun.
    pub fn finish(&mut self) {
        self.begin();
        self.gate.close();
        if let Some(library) = self.library.take() {
            let _ = library.send(Job::End);
        }
        if let Some(at_work) = self.at_work.take() {
            let _ = at_work.join();
        }
    }
}

/// The library's own thread: opens it and answers until nobody asks any more. `opened` hears where it is, if it is on
/// the disk.
fn keep_library(
    dirs: Option<Dirs>,
    reads_in: bool,
    gate: &Gate,
    jobs: &Receiver<Job>,
    own: &Sender<Job>,
    messages: &Sender<Message>,
    opened: &dyn Fn(Option<Dirs>),
) {
    let tell = |event| drop(messages.send(Message::Event(event)));
    // A page's text goes before: it is to be on the screen while the library is being opened.
    let first = if reads_in { jobs.recv().ok() } else { None };
    let library = match open(dirs.as_ref(), gate, &tell) {
        Ok(library) => library,
        Err(error) => return drop(messages.send(Message::Fatal(error.to_string()))),
    };
    let shows_sample = !reads_in && library.is_empty().unwrap_or(true);
    let on_disk = dirs.clone().filter(|_| library.path().is_file());
    opened(on_disk.clone());
    let asides = on_disk.map(|dirs| {
        let start = || Aside::start(dirs.clone(), own.clone(), messages.clone());
        (start(), start())
    });
    let mut worker = LibraryWorker::new(library, dirs, shows_sample);
    for job in first.into_iter().chain(jobs) {
        match (job, &asides) {
            (Job::Question(question), Some((searching, listing)))
                if question.takes_long() && worker.shows_library() =>
            {
                let is_search = matches!(question.effect, Effect::Search { .. });
                if is_search { searching.ask(question) } else { listing.ask(question) }
            }
            (job, _) => {
                if !worker.does(job, &tell) {
                    break;
                }
            }
        }
    }
}

/// The library, or one in memory where none can be had: reading goes on.
///
/// # Errors
/// Where a later version of the program wrote the library: it is left alone.
fn open(dirs: Option<&Dirs>, gate: &Gate, tell: &dyn Fn(Event)) -> Result<Library, Error> {
    let indexing = |done, all| {
        tell(Event::Indexing(done, all));
        if gate.is_closed() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let opened = dirs.ok_or(Error::NoHome).and_then(|dirs| Library::open_telling(dirs, &indexing));
    tell(Event::Indexing(0, 0));
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
