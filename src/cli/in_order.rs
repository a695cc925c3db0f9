//! Work on all processors, its results in the order of the work.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many items may be under way or waiting for an earlier one, for each worker.
const AHEAD: usize = 8;

/// Does `work` to every item on as many threads as there are processors, and hands the results to
/// `take` on this thread, in the order of the items. Workers wait when they are too far ahead. The
/// first error of `take` ends it all.
pub fn in_order<T: Sync, R: Send, E>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    let queue = Queue { ahead: workers * AHEAD, state: Mutex::default(), changed: Condvar::new() };
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((index, item)) = queue.next(items) {
                    queue.done(index, work(item));
                }
            });
        }
        let ended = (0..items.len()).try_for_each(|index| take(queue.result(index)));
        queue.close();
        ended
    })
}

struct Queue<R> {
    ahead: usize,
    state: Mutex<State<R>>,
    changed: Condvar,
}

struct State<R> {
    begun: usize,
    taken: usize,
    closed: bool,
    results: BTreeMap<usize, R>,
}

impl<R> Default for State<R> {
    fn default() -> Self {
        Self { begun: 0, taken: 0, closed: false, results: BTreeMap::new() }
    }
}

impl<R> Queue<R> {
    /// The next item to work on; none when all are begun or nobody waits for more.
    fn next<'t, T>(&self, items: &'t [T]) -> Option<(usize, &'t T)> {
        let mut state = self.wait(|state| !state.closed && state.begun >= state.taken + self.ahead);
        let index = state.begun;
        let item = items.get(index).filter(|_| !state.closed)?;
        state.begun += 1;
        Some((index, item))
    }

    fn done(&self, index: usize, result: R) {
        self.lock().results.insert(index, result);
        self.changed.notify_all();
    }

    fn result(&self, index: usize) -> R {
        loop {
            let mut state = self.wait(|state| !state.results.contains_key(&index));
            if let Some(result) = state.results.remove(&index) {
                state.taken += 1;
                self.changed.notify_all();
                return result;
            }
        }
    }

    fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    fn wait(&self, while_so: impl Fn(&State<R>) -> bool) -> MutexGuard<'_, State<R>> {
        self.changed.wait_while(self.lock(), |state| while_so(state)).unwrap_or_else(PoisonError::into_inner)
    }

    fn lock(&self) -> MutexGuard<'_, State<R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_work() {
        let items: Vec<u64> = (0..200).collect();
        let mut taken = Vec::new();
        let work = |item: &u64| {
            thread::sleep(Duration::from_micros(item * 7919 % 300));
            *item
        };
        let ended: Result<(), ()> = in_order(&items, work, |result| {
            taken.push(result);
            Ok(())
        });
        assert_eq!((ended, taken), (Ok(()), items));
    }

    #[test]
    fn an_error_ends_it() {
        let items: Vec<u32> = (0..1000).collect();
        assert_eq!(in_order(&items, |item| *item, |result| if result == 7 { Err(result) } else { Ok(()) }), Err(7));
        assert_eq!(in_order(&[], |item: &u32| *item, |_| Err(0)), Ok(()));
    }
}
