//! Questions to the library, and whether they are still asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::app::Effect;
use crate::model::Filter;

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
            Effect::Search { .. } | Effect::Count { .. } | Effect::FindRow(_) | Effect::CountUnread { .. } => true,
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
