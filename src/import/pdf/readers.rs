//! The processes that read a file, side by side, and what has come of its pages.
//!
//! Each takes the next page that nobody has begun. Where one dies over a page, the others end and one goes
//! on alone, with all the memory that is allowed: first with that page. What dies then costs that page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::answer::Answer;
use super::apart::PdfReading;
use super::limits::{AHEAD, LOST_TIME, MEMORY_TIME, PAGE_PROCESSOR_TIME, PAGE_TIME, PATIENCE, READERS, SEVERAL_PAGES};
use super::request::Request;
use crate::import::pdf_fault::PdfFault;
use crate::model::RawPage;

/// How often it is looked whether anybody still wants the answer.
const GLANCE: Duration = Duration::from_millis(50);

/// The processes that read a file; they end when this is dropped.
pub struct Readers(Arc<Shared>);

struct Shared {
    bytes: Arc<Vec<u8>>,
    /// How many processes share the memory allowed, where there are several.
    shares: u32,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// How many pages the file has, once it is open.
    count: Option<u32>,
    /// The last page that was begun.
    begun: u32,
    /// The last page that was wanted.
    taken: u32,
    /// Pages that died for want of memory, to be read again by a process that has all of it.
    again: BTreeSet<u32>,
    results: BTreeMap<u32, Result<RawPage, PdfFault>>,
    /// Processes that are running.
    running: u32,
    /// Threads that care for a process.
    readers: u32,
    /// Whether only one process reads, the one that may take all memory.
    is_alone: bool,
    /// How much time went into pages that are not read in the end.
    lost_time: Duration,
    /// Why no more pages can be had.
    fault: Option<PdfFault>,
    is_closed: bool,
}

impl Readers {
    /// Begins to read a file.
    pub fn of(bytes: Vec<u8>) -> Self {
        let processors = thread::available_parallelism().map_or(1, usize::from) as u32;
        let shares = processors.min(READERS);
        let shared = Shared { bytes: Arc::new(bytes), shares, state: Mutex::default(), changed: Condvar::new() };
        let readers = Self(Arc::new(shared));
        readers.add();
        readers
    }

    /// How many pages the file has, once that is known.
    pub fn count(&self) -> Option<u32> {
        self.0.lock().count
    }

    /// What has come of a page, waited for so long at most; none behind the last one. The pages are to be
    /// taken in their order.
    ///
    /// # Errors
    /// The fault of the whole file.
    pub fn take(&self, page: u32, patience: Duration) -> Result<Option<Result<RawPage, PdfFault>>, PdfFault> {
        let mut state = self.0.lock();
        state.taken = page;
        self.0.changed.notify_all();
        let is_wanting = |state: &mut State| !state.has_said(page);
        let counted = self.0.wait(state, patience, |state| state.count.is_none() && is_wanting(state));
        let count = counted.count.unwrap_or_default();
        let left = count.saturating_sub(counted.begun);
        let others = if counted.is_alone || count < SEVERAL_PAGES { 0 } else { self.0.shares.min(left) };
        let missing = others.saturating_sub(counted.readers);
        drop(counted);
        (0..missing).for_each(|_| self.add());
        let mut state = self.0.wait(self.0.lock(), patience, is_wanting);
        match (state.results.remove(&page), state.fault) {
            (Some(result), _) => Ok(Some(result)),
            (None, _) if state.count.is_some_and(|count| page > count) => Ok(None),
            (None, Some(fault)) => Err(fault),
            (None, None) => Err(PdfFault::Exhausted),
        }
    }

    fn add(&self) {
        let shared = Arc::clone(&self.0);
        shared.lock().readers += 1;
        thread::spawn(move || {
            shared.read();
            let mut state = shared.lock();
            state.readers -= 1;
            shared.changed.notify_all();
        });
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        self.0.lock().is_closed = true;
        self.0.changed.notify_all();
    }
}

/// What came of asking a process.
enum ChildReply {
    Answer(Answer),
    /// It has died, or does not answer.
    Died,
    /// Nobody wants to know.
    Closed,
}

impl Shared {
    /// Reads pages, with one process after another, until there are no more.
    fn read(&self) {
        while let Some(shares) = self.begin() {
            let ended = self.read_with_a_process(shares);
            self.lock().running -= 1;
            self.changed.notify_all();
            if !ended {
                return;
            }
        }
    }

    /// Lets one more process run: how many share the memory.
    fn begin(&self) -> Option<u32> {
        let others_run = |state: &State| state.is_alone && state.running > 0 && !state.has_ended();
        let mut state =
            self.changed.wait_while(self.lock(), |state| others_run(state)).unwrap_or_else(PoisonError::into_inner);
        if state.has_ended() || state.has_begun_all() {
            return None;
        }
        state.running += 1;
        Some(if state.is_alone { 1 } else { self.shares })
    }

    /// Reads pages until the process dies; whether another one is to go on.
    fn read_with_a_process(&self, shares: u32) -> bool {
        let Ok(mut reading) = PdfReading::begin(Arc::clone(&self.bytes), shares) else {
            self.fail(PdfFault::NoReader);
            return false;
        };
        match self.answer(&reading) {
            ChildReply::Answer(Answer::Opened(count)) => self.opened(count),
            ChildReply::Answer(Answer::Fault(fault)) => self.fail(fault),
            ChildReply::Answer(Answer::Page(_) | Answer::Picture(_)) => self.fail(PdfFault::Nonsense),
            ChildReply::Died => self.fail(PdfFault::Exhausted),
            ChildReply::Closed => return false,
        }
        while let Some(page) = self.next(shares) {
            reading.ask(Request::Read(page));
            match self.answer(&reading) {
                ChildReply::Answer(Answer::Page(result)) => self.done(page, result),
                ChildReply::Answer(Answer::Fault(fault)) => self.fail(fault),
                ChildReply::Answer(Answer::Opened(_) | Answer::Picture(_)) => self.fail(PdfFault::Nonsense),
                ChildReply::Died => return self.died(page, shares, reading.end()),
                ChildReply::Closed => return false,
            }
        }
        false
    }

    fn answer(&self, reading: &PdfReading) -> ChildReply {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            match reading.answers.recv_timeout(GLANCE) {
                Ok(answer) => return ChildReply::Answer(answer),
                Err(RecvTimeoutError::Disconnected) => return ChildReply::Died,
                Err(RecvTimeoutError::Timeout) if self.lock().is_closed => return ChildReply::Closed,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
        ChildReply::Died
    }

    /// The next page for a process; none where there is none for it. Waits while enough has been read.
    fn next(&self, shares: u32) -> Option<u32> {
        let ends = |state: &State| state.has_ended() || state.is_alone && shares > 1 || state.has_begun_all();
        let is_ahead =
            |state: &State| state.again.is_empty() && state.begun >= state.taken.max(1) + AHEAD * self.shares;
        let waits = |state: &mut State| !ends(state) && is_ahead(state);
        let mut state = self.changed.wait_while(self.lock(), waits).unwrap_or_else(PoisonError::into_inner);
        if ends(&state) {
            return None;
        }
        let again = state.again.pop_first();
        if again.is_none() {
            state.begun += 1;
        }
        again.or(Some(state.begun))
    }

    fn opened(&self, count: u32) {
        self.lock().count = Some(count);
        self.changed.notify_all();
    }

    fn done(&self, page: u32, result: Result<RawPage, PdfFault>) {
        let mut state = self.lock();
        if let Err(PdfFault::TooSlow) = result {
            state.lose(PAGE_TIME);
        }
        state.results.insert(page, result);
        self.changed.notify_all();
    }

    /// A process has died over a page; whether another one is to go on.
    fn died(&self, page: u32, shares: u32, out_of_time: bool) -> bool {
        let mut state = self.lock();
        let is_first = !state.is_alone;
        let had_share = shares > 1 && state.count.is_some_and(|count| count >= SEVERAL_PAGES);
        if had_share && !out_of_time {
            state.again.insert(page);
            state.is_alone = true;
        } else {
            state.results.insert(page, Err(PdfFault::Exhausted));
            state.lose(if out_of_time { Duration::from_secs(PAGE_PROCESSOR_TIME) } else { MEMORY_TIME });
        }
        drop(state);
        self.changed.notify_all();
        is_first || shares == 1
    }

    fn fail(&self, fault: PdfFault) {
        self.lock().fault.get_or_insert(fault);
        self.changed.notify_all();
    }

    fn wait<'a>(
        &'a self,
        state: MutexGuard<'a, State>,
        patience: Duration,
        while_so: impl Fn(&mut State) -> bool,
    ) -> MutexGuard<'a, State> {
        self.changed.wait_timeout_while(state, patience, while_so).unwrap_or_else(PoisonError::into_inner).0
    }

    /// A poisoned lock says nothing here: nothing panics while it is held.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Whether all is known of a page that will be.
    fn has_said(&self, page: u32) -> bool {
        self.results.contains_key(&page) || self.fault.is_some() || self.count.is_some_and(|count| page > count)
    }

    fn has_begun_all(&self) -> bool {
        self.again.is_empty() && self.count.is_some_and(|count| self.begun >= count)
    }

    fn has_ended(&self) -> bool {
        self.is_closed || self.fault.is_some()
    }

    /// Counts a page that is not read in the end; where there are too many the file is given up.
    fn lose(&mut self, time: Duration) {
        self.lost_time += time;
        if self.lost_time >= LOST_TIME {
            self.fault.get_or_insert(PdfFault::Exhausted);
        }
    }
}
