//! Whether programs wait for something: then all that a key set off has been done. Asked of the system, so that a
//! busy machine makes a test slower and not wrong; where the system does not say it, nothing for a while stands for
//! it.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::terminal::PATIENCE;

/// Between two looks.
const LOOK: Duration = Duration::from_millis(8);
/// How many looks in a row are to find the same: what is typed is on its way through the system's terminal for a
/// moment in which nobody is awake.
const LOOKS: usize = 5;
/// How long nothing is to happen where nothing else is known.
const WHILE: Duration = Duration::from_millis(150);

/// The thread that this is called on, as the system knows it.
pub fn this_thread() -> PathBuf {
    fs::canonicalize("/proc/thread-self").unwrap_or_default()
}

/// Waits until all threads of these programs and of what they have started, and these other threads, are asleep and
/// were it at several looks with nothing done between them.
#[track_caller]
pub fn wait(programs: &[u32], threads: &[PathBuf]) {
    if !Path::new("/proc/thread-self/status").exists() {
        return thread::sleep(WHILE);
    }
    let started = Instant::now();
    let (mut before, mut alike) = (None, 0);
    while alike < LOOKS {
        let now = turns(programs, threads);
        alike = if now.is_some() && now == before { alike + 1 } else { 0 };
        before = now;
        assert!(started.elapsed() < PATIENCE, "{programs:?} come to no rest");
        thread::sleep(LOOK);
    }
}

/// Does something to a program, and waits until it has woken.
#[track_caller]
pub fn wake(program: u32, does: impl FnOnce()) {
    let before = turns(&[program], &[]);
    does();
    let started = Instant::now();
    while before.is_some() && turns(&[program], &[]) == before {
        assert!(started.elapsed() < PATIENCE, "{program} sleeps on");
        thread::sleep(LOOK / 10);
    }
}

/// How often each thread has gone to sleep; none where one is awake.
fn turns(programs: &[u32], threads: &[PathBuf]) -> Option<Vec<(PathBuf, String)>> {
    let mut threads = threads.to_vec();
    programs.iter().for_each(|program| add_threads(*program, &mut threads));
    threads.into_iter().filter_map(|thread| Some((fs::read_to_string(thread.join("status")).ok()?, thread))).try_fold(
        Vec::new(),
        |mut turns, (status, thread)| {
            let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim();
            let is_asleep = ["S", "Z", "X", "I", "T"].iter().any(|state| field("State:").starts_with(state));
            turns.push((
                thread,
                format!("{} {}", field("voluntary_ctxt_switches:"), field("nonvoluntary_ctxt_switches:")),
            ));
            is_asleep.then_some(turns)
        },
    )
}

/// Adds the threads of a program, and of those that it has started.
fn add_threads(program: u32, threads: &mut Vec<PathBuf>) {
    let own = fs::read_dir(format!("/proc/{program}/task")).into_iter().flatten().flatten();
    for thread in own.map(|entry| entry.path()) {
        let children = fs::read_to_string(thread.join("children")).unwrap_or_default();
        threads.push(thread);
        children
            .split_whitespace()
            .filter_map(|child| child.parse().ok())
            .for_each(|child| add_threads(child, threads));
    }
}
