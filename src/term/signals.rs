//! All signals in one place, and the terminal that goes away without one.

use std::io;
#[cfg(unix)]
use std::time::Duration;

/// How long the program may take to end by itself.
#[cfg(unix)]
const PATIENCE: Duration = Duration::from_millis(1400);
/// How long a terminal may then take to be given back.
#[cfg(unix)]
const LAST_WORDS: Duration = Duration::from_millis(200);

/// The number of the signal for a terminal that is gone, on every system that has it.
pub const HANGUP: i32 = 1;

/// Whether an error means that the terminal is gone.
pub fn is_hangup(error: &io::Error) -> bool {
    #[cfg(unix)]
    return error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error());
    #[cfg(not(unix))]
    return error.kind() == io::ErrorKind::BrokenPipe;
}

/// What the system asks of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(unix), allow(dead_code, reason = "there are no signals"))]
pub enum Signal {
    /// The terminal has another size.
    Resized,
    /// Stop, as for Ctrl-Z.
    Stop,
    /// Going on after a stop that may not have been ours.
    Continued,
    /// End, by this signal's number.
    End(i32),
}

/// Sends every signal to `sender`, from a thread of its own, for as long as the program runs.
///
/// After an ending signal, or after the terminal went away, the program has two seconds to end by
/// itself; then it is ended, also if it hangs on a terminal that takes no bytes.
///
/// # Errors
/// Those of the system.
#[cfg(unix)]
pub fn watch(sender: impl Fn(Signal) + Send + Clone + 'static) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    let send = sender.clone();
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGWINCH => send(Signal::Resized),
                SIGTSTP => send(Signal::Stop),
                SIGCONT => send(Signal::Continued),
                ending => end(ending, &send),
            }
        }
    })?;
    std::thread::Builder::new().name("hangup".into()).spawn(move || {
        if wait_for_hangup() {
            end(SIGHUP, &sender);
        }
    })?;
    Ok(())
}

/// Elsewhere the event library tells all there is to tell.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn watch(_sender: impl Fn(Signal) + Send + Clone + 'static) -> io::Result<()> {
    Ok(())
}

/// Has a file that may not grow beyond a limit be an error like a full disk, and not the end of the
/// program with the terminal as it is.
pub fn outlive_limits() {
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
}

/// Stops the program as a shell expects it; returns when it goes on.
pub fn stop() {
    #[cfg(unix)]
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
}

/// The exit code of a program ended by a signal.
pub fn exit_code(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(1)
}

#[cfg(unix)]
fn end(signal: i32, send: &impl Fn(Signal)) {
    send(Signal::End(signal));
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        let (done, is_done) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            super::guard::give_back();
            done.send(())
        });
        let _ = is_done.recv_timeout(LAST_WORDS);
        super::guard::give_back_mode();
        std::process::exit(exit_code(signal).into());
    });
}

/// Waits until the terminal is gone; `false` where that cannot be known.
#[cfg(unix)]
fn wait_for_hangup() -> bool {
    use rustix::event::{PollFd, PollFlags, poll};

    let Some(terminal) = super::tty::tty() else { return false };
    loop {
        let mut fds = [PollFd::new(&terminal, PollFlags::empty())];
        match poll(&mut fds, None) {
            Ok(_) => return fds[0].revents().contains(PollFlags::HUP),
            Err(rustix::io::Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
