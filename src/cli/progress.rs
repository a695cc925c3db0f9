//! The line of progress on standard error, where somebody may see it.

use std::cell::Cell;
use std::io::{self, IsTerminal, Write};

/// The cells of the bar.
const WIDTH: usize = 30;
/// The cells of the whole line.
const LINE: usize = 79;

/// A line of progress, or none where standard error is no terminal.
#[derive(Debug, Default)]
pub struct ProgressLine {
    is_shown: Cell<bool>,
}

impl ProgressLine {
    /// Shows how much of something is done, if that is more than a moment's work.
    pub fn show(&self, what: &str, done: usize, all: usize) {
        if all > 1 && io::stderr().is_terminal() {
            let full = (done * WIDTH / all).min(WIDTH);
            let bar = "━".repeat(full) + &"─".repeat(WIDTH - full);
            let _ = write!(io::stderr().lock(), "\r{bar} {done}/{all}{what}");
            self.is_shown.set(true);
        }
    }

    /// Takes the line away.
    pub fn clear(&self) {
        if self.is_shown.take() {
            let _ = write!(io::stderr().lock(), "\r{:LINE$}\r", "");
        }
    }
}
