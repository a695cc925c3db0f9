//! Reads in the pages that the reader was started with.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::desk::Job;
use super::runtime::Message;
use crate::app::Event;
use crate::import::{self, Fault, Source};
use crate::model::{Page, PageId, RawPage};
use crate::parse;
use crate::store::{Dirs, Error, Library};

/// Pages whose articles are shown together.
const BATCH: usize = 16;

/// Lets one page after the other through, until it is closed.
#[derive(Default)]
pub struct Turnstile {
    closed: Mutex<bool>,
}

impl Turnstile {
    /// Lets no more pages through; returns when the one that is in it is done.
    pub fn close(&self) {
        *self.lock() = true;
    }

    /// A poisoned lock says nothing here: a panic ends the program.
    fn lock(&self) -> MutexGuard<'_, bool> {
        self.closed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads, parses and stores pages one after the other; the text of the first is shown at once.
/// What cannot be stored goes to the `desk`, which holds it for as long as the program runs.
pub fn read_in(
    dirs: Option<Dirs>,
    paths: &[PathBuf],
    turnstile: &Turnstile,
    first_frame: &Receiver<()>,
    desk: &Sender<Job>,
    messages: &Sender<Message>,
) {
    let (library, ready) = (None, Vec::new());
    let mut intake = Intake { dirs, paths, library, turnstile, first_frame, desk, messages, ready, shown: false };
    let sources = import::sources(paths);
    let all = sources.len();
    for (done, source) in sources.into_iter().enumerate() {
        if let Err(fault) = source.and_then(|source| intake.take(&source)) {
            intake.send(Message::Fault(fault.to_string()));
        }
        if intake.ready.len() >= BATCH {
            intake.hand_over(false);
            intake.send(Message::Event(Event::Progress { done: done + 1, all }));
        }
    }
    intake.hand_over(true);
    intake.finish();
}

struct Intake<'a> {
    dirs: Option<Dirs>,
    paths: &'a [PathBuf],
    library: Option<Library>,
    turnstile: &'a Turnstile,
    /// Closed when the first frame is drawn.
    first_frame: &'a Receiver<()>,
    desk: &'a Sender<Job>,
    messages: &'a Sender<Message>,
    ready: Vec<PageId>,
    shown: bool,
}

impl Intake<'_> {
    fn take(&mut self, source: &Source) -> Result<(), Fault> {
        let bytes = import::read(source)?;
        let closed = self.turnstile.lock();
        if !*closed && let Err(reason) = self.store(source, &bytes) {
            // Told while the turnstile is held: who waits for it to close hears of it.
            self.send(Message::Fault(Fault { source: source.name(), reason }.to_string()));
        }
        Ok(())
    }

    fn store(&mut self, source: &Source, bytes: &[u8]) -> Result<(), String> {
        let raw = import::page(&source.name(), bytes)?;
        self.show(&raw);
        // Nothing is ever sent: it ends when the other side is dropped.
        let _ = self.first_frame.recv();
        let page = parse::parse(&raw);
        match self.library().and_then(|library| library.add(&page, &raw.text)) {
            Ok(added) => {
                self.ready.push(added.page);
                self.library.iter().for_each(|library| drop(library.tidy()));
                Ok(())
            }
            Err(error) => {
                self.hold(page, raw.text);
                Err(error.to_string())
            }
        }
    }

    fn hold(&mut self, page: Page, text: String) {
        let (answer, held) = mpsc::channel();
        let _ = self.desk.send(Job::Hold { page: Box::new(page), text, answer });
        self.ready.extend(held.recv());
    }

    /// Opened after the first page's text is on its way to the screen.
    fn library(&mut self) -> Result<&mut Library, Error> {
        match &mut self.library {
            Some(library) => Ok(library),
            none => {
                let mut library = Library::open(self.dirs.as_ref().ok_or(Error::NoHome)?)?.library;
                library.begin_import(self.paths)?;
                Ok(none.insert(library))
            }
        }
    }

    /// Ends the import, unless the program ended first: the same paths then go on with it. The
    /// index is tidied in small steps until the program ends.
    fn finish(&mut self) {
        let Some(library) = &mut self.library else { return };
        let closed = self.turnstile.lock();
        let mut more = !*closed && library.finish_import().is_ok();
        drop(closed);
        while more {
            more = library.tidy().unwrap_or(false) && !*self.turnstile.lock();
        }
    }

    fn show(&mut self, raw: &RawPage) {
        if !self.shown {
            self.shown = true;
            let (source, text) = (raw.source.clone(), raw.text.as_str().into());
            self.send(Message::Event(Event::PageRead { source, text }));
        }
    }

    fn hand_over(&mut self, finished: bool) {
        let pages = std::mem::take(&mut self.ready);
        self.send(Message::Event(Event::Imported { pages, finished }));
    }

    fn send(&self, message: Message) {
        // The loop is gone only when the program ends.
        let _ = self.messages.send(message);
    }
}
