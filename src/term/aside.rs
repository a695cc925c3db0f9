//! Threads with a connection of their own, for questions that take long: a search, a list of which
//! little fits a filter, a count. They delay nothing, and what is no longer asked is not answered
//! to its end.

use std::sync::mpsc::{self, Sender};
use std::thread;

use super::library_worker::{Job, LibraryWorker};
use super::message::Message;
use super::question::Question;
use crate::store::{Dirs, Library};

/// A thread aside.
pub struct Aside(Sender<Question>);

impl Aside {
    /// Begins one, which opens the library for its first question. What it cannot answer goes back
    /// to the library's own thread.
    pub fn start(dirs: Dirs, library: Sender<Job>, messages: Sender<Message>) -> Self {
        let (ask, questions) = mpsc::channel::<Question>();
        thread::spawn(move || {
            let tell = |message| drop(messages.send(message));
            let mut own = None;
            for question in questions {
                let open = || Library::open(&dirs).ok().map(|opened| LibraryWorker::new(opened.library, None, None));
                match own.get_or_insert_with(open) {
                    Some(worker) => worker.answer(&question.effect, &tell, &|| question.is_stale()),
                    None => drop(library.send(Job::Effect(question.effect))),
                }
            }
        });
        Self(ask)
    }

    /// Hands a question over.
    pub fn ask(&self, question: Question) {
        // A thread that is gone has said why.
        let _ = self.0.send(question);
    }
}
