//! The terminal that the keys come from.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};

/// Standard input where that is a terminal, or else the terminal of the session.
pub fn tty() -> Option<OwnedFd> {
    let stdin = io::stdin();
    let own = if stdin.is_terminal() { stdin.as_fd().try_clone_to_owned().ok() } else { None };
    own.or_else(|| File::open("/dev/tty").ok().map(Into::into))
}
