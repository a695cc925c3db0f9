//! Threads with a connection of their own, for questions that take long: a search, a list of which
//! little fits a filter, a count. They delay nothing, and what is no longer asked is not answered
//! to its end.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::desk::{Desk, Job};
use super::runtime::Message;
use crate::app::Effect;
use crate::model::Filter;
use crate::store::{Dirs, Library};

/// A question, and whether it is still asked.
pub struct Question {
    /// What is asked.
    pub effect: Effect,
    number: u64,
    newest: Arc<AtomicU64>,
}

impl Question {
    /// Whether another has taken its place.
    pub fn is_stale(&self) -> bool {
        self.newest.load(Ordering::SeqCst) != self.number
    }

    /// Whether it goes through more of the library than it brings back.
    pub fn takes_long(&self) -> bool {
        match &self.effect {
            Effect::Search { .. } | Effect::Count { .. } => true,
            Effect::LoadRows(window) => {
                let filter = &window.listing.filter;
                *filter != Filter { pages: filter.pages.clone(), ..Filter::default() }
            }
            _ => false,
        }
    }
}

/// Questions of one kind: each makes those before it stale.
#[derive(Default)]
pub struct Topic {
    newest: Arc<AtomicU64>,
}

impl Topic {
    /// The newest question.
    pub fn ask(&self, effect: Effect, number: u64) -> Question {
        self.newest.store(number, Ordering::SeqCst);
        Question { effect, number, newest: self.newest.clone() }
    }

    /// Nothing is asked any more.
    pub fn drop(&self) {
        self.newest.store(u64::MAX, Ordering::SeqCst);
    }
}

/// A thread aside.
pub struct Aside(Sender<Question>);

impl Aside {
    /// Begins one, which opens the library for its first question. What it cannot answer goes back
    /// to the library's own thread.
    pub fn start(dirs: Dirs, library: Sender<Job>, messages: Sender<Message>) -> Self {
        let (ask, questions) = mpsc::channel::<Question>();
        thread::spawn(move || {
            let tell = |event| drop(messages.send(Message::Event(event)));
            let mut own = None;
            for question in questions {
                let open = || Library::open(&dirs).ok().map(|opened| Desk::new(opened.library, None, false));
                match own.get_or_insert_with(open) {
                    Some(desk) => desk.answer(&question.effect, &tell, &|| question.is_stale()),
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
