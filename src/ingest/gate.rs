//! Holds pages back until they may be parsed, and lets no more through once the program ends.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// The way that every page goes through. At first it is shut: pages are read, but not parsed.
#[derive(Debug, Default)]
pub struct Gate {
    state: Mutex<GateState>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct GateState {
    open: bool,
    closed: bool,
    /// The pages that have been let in and are not done with.
    inside: usize,
}

impl Gate {
    /// A gate that is open from the beginning.
    pub fn opened() -> Self {
        let gate = Self::default();
        gate.open();
        gate
    }

    /// Lets pages be parsed.
    pub fn open(&self) {
        self.lock().open = true;
        self.changed.notify_all();
    }

    /// Lets no more pages in; returns when those inside are stored, and what became of them is told.
    pub fn close(&self) {
        let mut state = self.lock();
        state.closed = true;
        self.changed.notify_all();
        drop(self.changed.wait_while(state, |state| state.inside > 0));
    }

    /// Whether no more pages are let in.
    pub fn is_closed(&self) -> bool {
        self.lock().closed
    }

    /// Lets a page in, unless the gate is closed.
    pub fn enter(&self) -> Option<Pass<'_>> {
        let mut state = self.lock();
        if state.closed {
            return None;
        }
        state.inside += 1;
        Some(Pass(self))
    }

    /// Waits until pages may be parsed.
    pub fn wait(&self) {
        drop(self.changed.wait_while(self.lock(), |state| !state.open && !state.closed));
    }

    /// A poisoned lock says nothing here: nothing panics while it is held.
    fn lock(&self) -> MutexGuard<'_, GateState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a page holds for as long as it is inside.
#[derive(Debug)]
pub struct Pass<'a>(&'a Gate);

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        self.0.lock().inside -= 1;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn closing_waits_for_what_is_inside() {
        let (gate, done) = (Gate::default(), AtomicBool::new(false));
        let pass = gate.enter().unwrap();
        thread::scope(|scope| {
            scope.spawn(|| {
                gate.wait();
                thread::sleep(Duration::from_millis(20));
                done.store(true, Ordering::SeqCst);
                drop(pass);
            });
            gate.open();
            gate.close();
            assert!(done.load(Ordering::SeqCst));
        });
        assert!(gate.is_closed() && gate.enter().is_none());
    }

    #[test]
    fn closing_lets_go_of_those_that_wait() {
        let gate = Gate::default();
        thread::scope(|scope| {
            scope.spawn(|| gate.wait());
            gate.close();
        });
    }
}
