//! The way through tmux to the terminal that it runs in.

use std::env;
use std::process::{Command, Stdio};

/// Whether the program runs in tmux.
pub fn is_around() -> bool {
    env::var_os("TMUX").is_some_and(|tmux| !tmux.is_empty())
}

/// Whether tmux lets through what is for the terminal alone.
pub fn lets_through() -> bool {
    let mut tmux = Command::new("tmux");
    let tmux = tmux.args(["show-options", "-Apqv", "allow-passthrough"]).stdin(Stdio::null()).stderr(Stdio::null());
    tmux.output().is_ok_and(|output| matches!(output.stdout.trim_ascii(), b"on" | b"all"))
}

/// Wraps a sequence so that tmux lets it through.
pub fn wrapped(sequence: &[u8]) -> Vec<u8> {
    let mut wrapped = b"\x1bPtmux;".to_vec();
    for byte in sequence {
        if *byte == 0x1b {
            wrapped.push(0x1b);
        }
        wrapped.push(*byte);
    }
    wrapped.extend_from_slice(b"\x1b\\");
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_escape_is_doubled() {
        assert_eq!(wrapped(b"\x1b_Ga=d\x1b\\"), b"\x1bPtmux;\x1b\x1b_Ga=d\x1b\x1b\\\x1b\\");
    }
}
