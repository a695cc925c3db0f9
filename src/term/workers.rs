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
use super::library_worker::{Job, LibraryWorker, tutorial_library};
use super::message::Message;
use super::pictures::Drawer;
use super::question::Topic;
use crate::app::{Effect, Event, Tutorial};
use crate::ingest::Gate;
use crate::model::Filter;
use crate::phrase::Lang;
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
    /// Sets the threads to work; what they find out comes as messages. `paths` are read in. `lang` is the environment's.
    pub fn start(dirs: Option<Dirs>, paths: Vec<PathBuf>, lang: Lang, messages: &Sender<Message>) -> Self {
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
        let drawn = move |message| drop(drawn.send(message));
        let passing = gate.clone();
        let begin = folders.clone();
        let opened = move |dirs| drop(begin.send(FolderWish::Begin(dirs)));
        let sample = (!reads_in).then_some(lang);
        let at_work = thread::spawn(move || keep_library(dirs, sample, &passing, &jobs, &own, &to, &opened));

        Self::of(library, at_work, gate, folders, drawn)
    }

    /// Sets the threads of the tutorial to work; what they find out is told.
    pub fn of_tutorial(tutorial: Tutorial, tell: impl Fn(Message) + Clone + Send + 'static) -> Self {
        let (library, jobs) = mpsc::channel();
        let to = tell.clone();
        let at_work = thread::spawn(move || keep_tutorial(&tutorial, &jobs, &to));
        // No folders are looked into.
        Self::of(library, at_work, Arc::default(), mpsc::channel().0, tell)
    }

    fn of(
        library: Sender<Job>,
        at_work: JoinHandle<()>,
        gate: Arc<Gate>,
        folders: Sender<FolderWish>,
        drawn: impl Fn(Message) + Send + 'static,
    ) -> Self {
        Self {
            library: Some(library),
            at_work: Some(at_work),
            searches: Topic::default(),
            lists: Topic::default(),
            looks: Topic::default(),
            unread: Topic::default(),
            folders,
            drawer: LazyCell::new(Box::new(|| Drawer::start(move |event| drawn(event.into())))),
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

/// The tutorial's own thread: what is kept there is gone with it.
fn keep_tutorial(tutorial: &Tutorial, jobs: &Receiver<Job>, tell: &dyn Fn(Message)) {
    let opened = tutorial_library(tutorial).and_then(|library| Ok((library, Dirs::for_now()?)));
    let (library, (dirs, _folder)) = match opened {
        Ok(opened) => opened,
        Err(error) => return tell(Message::notice(error)),
    };
    let mut worker = LibraryWorker::new(library, Some(dirs), None);
    while jobs.recv().is_ok_and(|job| worker.does(job, tell)) {}
}

/// The library's own thread: opens it and answers until nobody asks any more. `sample`: the language whose pages stand
/// first in the bundled edition, which an empty library shows; none where pages are read in. `opened` hears where the
/// library is, if it is on the disk.
fn keep_library(
    dirs: Option<Dirs>,
    sample: Option<Lang>,
    gate: &Gate,
    jobs: &Receiver<Job>,
    own: &Sender<Job>,
    messages: &Sender<Message>,
    opened: &dyn Fn(Option<Dirs>),
) {
    let tell = |message| drop(messages.send(message));
    // A page's text goes before: it is to be on the screen while the library is being opened.
    let first = if sample.is_none() { jobs.recv().ok() } else { None };
    let library = match open(dirs.as_ref(), gate, &tell) {
        Ok(library) => library,
        Err(error) => return tell(Message::Fatal(Box::new(error))),
    };
    let sample = sample.filter(|_| library.is_empty().unwrap_or(true));
    let on_disk = dirs.clone().filter(|_| library.path().is_file());
    opened(on_disk.clone());
    let asides = on_disk.map(|dirs| {
        let start = || Aside::start(dirs.clone(), own.clone(), messages.clone());
        (start(), start())
    });
    let mut worker = LibraryWorker::new(library, dirs, sample);
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
fn open(dirs: Option<&Dirs>, gate: &Gate, tell: &dyn Fn(Message)) -> Result<Library, Error> {
    let indexing = |done, all| {
        tell(Event::Indexing(done, all).into());
        if gate.is_closed() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let opened = dirs.ok_or(Error::NoHome).and_then(|dirs| Library::open_telling(dirs, &indexing));
    tell(Event::Indexing(0, 0).into());
    match opened {
        Ok(opened) => {
            opened.notices.into_iter().for_each(|notice| tell(Message::notice(notice)));
            Ok(opened.library)
        }
        Err(error @ Error::Later { .. }) => Err(error),
        Err(error) => {
            tell(Message::notice(error));
            Library::in_memory()
        }
    }
}
