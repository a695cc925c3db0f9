//! Work on all processors, its results in the order of the work.

use std::collections::BTreeMap;
use std::iter::Fuse;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// How many items may be under way or waiting for an earlier one, for each worker.
const AHEAD: usize = 8;

/// How long a result may be waited for before that is said.
const PATIENCE: Duration = Duration::from_millis(100);

/// Does `work` to every item on as many threads as there are processors, and hands the results to
/// `take` on this thread, in the order of the items; none where nothing has come for a while. The
/// items are made as they are needed, by one worker at a time. Workers wait when they are too far
/// ahead. The first error of `take` ends it all.
pub fn in_order<T, R: Send, E>(
    items: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(Option<R>) -> Result<(), E>,
) -> Result<(), E> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let queue = Queue::new(items, workers * AHEAD);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((index, item)) = queue.next() {
                    queue.done(index, work(item));
                }
            });
        }
        let ended = queue.take_each(&mut take);
        queue.close();
        ended
    })
}

struct Queue<I, R> {
    items: Mutex<Fuse<I>>,
    ahead: usize,
    state: Mutex<QueueState<R>>,
    changed: Condvar,
}

struct QueueState<R> {
    begun: usize,
    taken: usize,
    /// Whether there are no more items, or nobody wants them.
    ended: bool,
    results: BTreeMap<usize, R>,
}

impl<T, I: Iterator<Item = T>, R> Queue<I, R> {
    fn new(items: I, ahead: usize) -> Self {
        let state = QueueState { begun: 0, taken: 0, ended: false, results: BTreeMap::new() };
        Self { items: Mutex::new(items.fuse()), ahead, state: Mutex::new(state), changed: Condvar::new() }
    }

    /// The next item to work on; none when all are begun or nobody waits for more.
    fn next(&self) -> Option<(usize, T)> {
        let mut items = lock(&self.items);
        let state = self.wait(|state| !state.ended && state.begun >= state.taken + self.ahead);
        if state.ended {
            return None;
        }
        drop(state);
        let item = items.next();
        let mut state = lock(&self.state);
        let index = state.begun;
        match item {
            Some(item) => {
                state.begun += 1;
                Some((index, item))
            }
            None => {
                state.ended = true;
                self.changed.notify_all();
                None
            }
        }
    }

    fn done(&self, index: usize, result: R) {
        lock(&self.state).results.insert(index, result);
        self.changed.notify_all();
    }

    /// Hands over the results until the last.
    fn take_each<E>(&self, take: &mut impl FnMut(Option<R>) -> Result<(), E>) -> Result<(), E> {
        loop {
            let lacks_next = |state: &mut QueueState<R>| {
                let is_last_taken = state.ended && state.taken == state.begun;
                !is_last_taken && !state.results.contains_key(&state.taken)
            };
            let waited = self.changed.wait_timeout_while(lock(&self.state), PATIENCE, lacks_next);
            let (mut state, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
            let next = state.taken;
            let result = state.results.remove(&next);
            if result.is_some() {
                state.taken += 1;
                self.changed.notify_all();
            } else if !timeout.timed_out() {
                return Ok(());
            }
            drop(state);
            take(result)?;
        }
    }

    fn close(&self) {
        lock(&self.state).ended = true;
        self.changed.notify_all();
    }

    fn wait(&self, while_so: impl Fn(&QueueState<R>) -> bool) -> MutexGuard<'_, QueueState<R>> {
        self.changed.wait_while(lock(&self.state), |state| while_so(state)).unwrap_or_else(PoisonError::into_inner)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_work() {
        let mut taken = Vec::new();
        let work = |item: u64| {
            thread::sleep(Duration::from_micros(item * 7919 % 300));
            item
        };
        let ended: Result<(), ()> = in_order(0..200, work, |result| {
            taken.extend(result);
            Ok(())
        });
        assert_eq!((ended, taken), (Ok(()), (0..200).collect()));
    }

    #[test]
    fn an_error_ends_it() {
        let until_seven = |result: Option<u32>| if result == Some(7) { Err(7) } else { Ok(()) };
        assert_eq!(in_order(0..1000, |item: u32| item, until_seven), Err(7));
        assert_eq!(in_order([].into_iter(), |item: u32| item, |_| Err(0)), Ok(()));
    }

    #[test]
    fn a_pause_is_said_before_the_result_after_it() {
        let pause = |item: u32| thread::sleep(PATIENCE * item * 2);
        let mut taken = Vec::new();
        let ended: Result<(), ()> = in_order([0, 1].into_iter(), pause, |result| {
            taken.push(result);
            Ok(())
        });
        assert_eq!(ended, Ok(()));
        assert!(taken.len() > 2 && taken[1].is_none() && taken.last() == Some(&Some(())), "{taken:?}");
    }
}
