//! Text into the clipboard, by whatever stands between the program and the user's screen.
//!
//! Under tmux it goes to tmux, which passes it on; elsewhere it is handed to the terminal by the sequence OSC 52,
//! to which no terminal answers: nobody knows then whether it was taken.

use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

use crate::app::CopiedTo;

/// Copies a text.
///
/// # Errors
/// Those of the terminal.
pub fn copy(text: &str) -> io::Result<CopiedTo> {
    if env::var_os("TMUX").is_some_and(|tmux| !tmux.is_empty()) {
        if load_buffer(&["load-buffer", "-w", "-"], text).is_ok() {
            return Ok(CopiedTo::Tmux);
        }
        // Before version 3.2 tmux passed nothing on.
        if load_buffer(&["load-buffer", "-"], text).is_ok() {
            return Ok(CopiedTo::TmuxAlone);
        }
    }
    execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))?;
    Ok(CopiedTo::Terminal)
}

fn load_buffer(arguments: &[&str], text: &str) -> io::Result<()> {
    let mut tmux = Command::new("tmux");
    let tmux = tmux.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut tmux = tmux.spawn()?;
    let written = tmux.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
    let ended = tmux.wait()?;
    written?;
    if ended.success() { Ok(()) } else { Err(io::ErrorKind::Other.into()) }
}
