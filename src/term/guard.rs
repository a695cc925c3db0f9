//! The terminal taken, and given back as it was however the program ends.
//!
//! Everything that [`take`] switches on, [`give_back`] switches off: the alternate screen, raw
//! mode, bracketed paste, mouse reports, the hidden cursor, lines that do not wrap, pictures. It may be called from anywhere, any
//! number of times.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture, KeyboardEnhancementFlags,
    PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::queue;
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};

use crate::phrase::Sentence;

use super::pictures;

/// Whether the terminal is ours at the moment.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Gives the terminal back when it goes out of scope.
#[derive(Debug)]
pub struct Guard {
    mouse: bool,
}

/// Why there is no terminal to read in.
///
/// Only what a user can mend: it is asked before a single byte is written.
pub fn no_terminal() -> Option<Sentence> {
    if !io::stdout().is_terminal() {
        return Some(Sentence::NoTerminal);
    }
    if cfg!(unix) && std::env::var("TERM").map_or(true, |term| term.is_empty() || term == "dumb") {
        return Some(Sentence::DumbTerminal);
    }
    None
}

/// Takes the terminal.
///
/// # Errors
/// Where there is no terminal to take the keys from.
pub fn take(mouse: bool) -> io::Result<Guard> {
    tell_of_panics_on_the_main_screen();
    let guard = Guard { mouse };
    guard.enter()?;
    Ok(guard)
}

impl Guard {
    /// Has the mouse go to the reader, or leaves it to the terminal.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn listen_to_mouse(&mut self, mouse: bool) -> io::Result<()> {
        if mouse != self.mouse {
            self.mouse = mouse;
            let mut out = io::stdout();
            if mouse {
                queue!(out, EnableMouseCapture)?
            } else {
                queue!(out, DisableMouseCapture)?
            }
            out.flush()?;
        }
        Ok(())
    }

    /// Switches everything on; also after the program was stopped and goes on.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn enter(&self) -> io::Result<()> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let mut out = io::stdout();
        // Without wrapping, what is wider on the terminal than we count does no harm beyond its line.
        queue!(out, EnterAlternateScreen, EnableBracketedPaste, DisableLineWrap, Hide, Clear(ClearType::All))?;
        if self.mouse {
            queue!(out, EnableMouseCapture)?;
        }
        if knows_kitty_keys() {
            queue!(out, PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES))?;
        }
        out.flush()
    }
}

/// Whether the terminal may be told to report keys by the kitty keyboard protocol, in which escape is never the
/// beginning of another key. Those of this kind that do not offer it pass over the request; a console would print it.
fn knows_kitty_keys() -> bool {
    const KINDS: [&str; 8] = ["xterm", "tmux", "screen", "foot", "alacritty", "wezterm", "ghostty", "rio"];
    let term = std::env::var("TERM").unwrap_or_default();
    cfg!(unix) && KINDS.iter().any(|kind| term.starts_with(kind))
}

/// Switches everything off, if it is on.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    // A terminal that is gone takes nothing more, and there is nobody left to tell.
    let _ = out.write_all(&pictures::forget_all());
    if knows_kitty_keys() {
        let _ = queue!(out, PopKeyboardEnhancementFlags);
    }
    let _ =
        queue!(out, DisableMouseCapture, DisableBracketedPaste, ResetColor, EnableLineWrap, Show, LeaveAlternateScreen);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Gives back cooked mode alone: what can be done for a terminal that takes no bytes.
#[cfg(unix)]
pub fn give_back_mode() {
    let _ = disable_raw_mode();
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

/// A panic in any thread ends the program: the terminal is given back, then the panic is told.
fn tell_of_panics_on_the_main_screen() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        // Held to the end: no other thread draws on the main screen.
        let _out = io::stdout().lock();
        give_back();
        before(panic);
        std::process::exit(101);
    }));
}

#[cfg(all(test, unix))]
mod tests {
    use std::io::Read;

    use portable_pty::{CommandBuilder, PtySize, native_pty_system};

    use super::*;

    /// Set where a panic is wanted.
    const TORN: &str = "PAPER_READER_TORN";

    #[test]
    #[ignore = "the test below runs it, in a terminal of its own"]
    fn panics_in_a_thread() {
        if std::env::var_os(TORN).is_none() {
            return;
        }
        let _guard = take(true).unwrap();
        let _ = std::thread::spawn(|| panic!("the paper is torn")).join();
        unreachable!("a panic in any thread ends the program");
    }

    #[test]
    fn a_panic_in_any_thread_gives_the_terminal_back_and_is_then_told() {
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let modes = || pair.master.get_termios().map(|modes| format!("{modes:?}"));
        let before = modes();
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        command.args(["--ignored", "--exact", "--nocapture", "term::guard::tests::panics_in_a_thread"]);
        command.env(TORN, "1");
        let mut child = pair.slave.spawn_command(command).unwrap();
        // A terminal that its last program has left ends with an error: what came before is read.
        let mut reader = pair.master.try_clone_reader().unwrap();
        let reading = std::thread::spawn(move || {
            let mut written = Vec::new();
            let _ = reader.read_to_end(&mut written);
            String::from_utf8(written).unwrap()
        });
        assert_eq!(child.wait().unwrap().exit_code(), 101);
        assert_eq!(modes(), before);
        drop(pair.slave);
        let written = reading.join().unwrap();
        let (screen, after) = written.split_once("\x1b[?1049l").unwrap();
        for mode in ["2004", "1000", "1006"] {
            assert!(screen.contains(&format!("\x1b[?{mode}h")) && screen.contains(&format!("\x1b[?{mode}l")), "{mode}");
        }
        assert!(screen.contains("\x1b[?25l") && screen.contains("\x1b[?25h"));
        assert!(after.contains("the paper is torn") && !after.contains('\x1b'), "{after:?}");
    }
}
