//! A program in a pseudo-terminal, from its start to its first text; shared by the bench `start` and the example `peers`.

use std::io::Read;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const RUNS: usize = 30;
const PATIENCE: Duration = Duration::from_secs(20);

/// What a start took.
#[derive(Clone, Copy)]
pub struct Start {
    /// Milliseconds until a line's worth of Han characters was written.
    pub milliseconds: f64,
    /// The most memory that the process held by then, in megabytes; zero where the system does not say.
    #[allow(dead_code, reason = "the bench asks for the time alone")]
    pub megabytes: f64,
}

/// The median of many starts by time and the median by memory; none where the program cannot be started.
pub fn median(command: &dyn Fn() -> CommandBuilder) -> Option<Start> {
    first_text(command())?;
    let starts: Vec<_> = (0..RUNS).filter_map(|_| first_text(command())).collect();
    let middle = |value: fn(&Start) -> f64| {
        let mut values: Vec<_> = starts.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    };
    Some(Start { milliseconds: middle(|start| start.milliseconds)?, megabytes: middle(|start| start.megabytes)? })
}

/// One start; none where the program cannot be started or writes no text.
fn first_text(mut command: CommandBuilder) -> Option<Start> {
    command.env("TERM", "xterm-256color");
    let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
    let mut output = pair.master.try_clone_reader().expect("its output");
    let started = Instant::now();
    let mut child = pair.slave.spawn_command(command).ok()?;
    drop(pair.slave);
    let mut seen = Vec::new();
    let mut buffer = [0; 65536];
    while !han_characters(&seen) && started.elapsed() < PATIENCE {
        match output.read(&mut buffer) {
            Ok(count @ 1..) => seen.extend(&buffer[..count]),
            _ => break,
        }
    }
    let taken = started.elapsed();
    let megabytes = child.process_id().and_then(most_memory).unwrap_or_default();
    let _ = child.kill();
    let _ = child.wait();
    han_characters(&seen).then_some(Start { milliseconds: taken.as_secs_f64() * 1000.0, megabytes })
}

/// Whether a line's worth of Han characters has come: the lead bytes E4 to E9 of UTF-8.
fn han_characters(bytes: &[u8]) -> bool {
    bytes.iter().filter(|byte| (0xE4..=0xE9).contains(*byte)).count() >= 20
}

/// The most memory that a process has held, in megabytes, where the system says so.
fn most_memory(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?;
    Some(kilobytes.parse::<f64>().ok()? / 1024.0)
}
