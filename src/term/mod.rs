//! The terminal and the loop.
//!
//! **Invariant:** everything that waits, reads or writes happens here; what is shown and what
//! happens next is decided by [`crate::app`] alone.

mod aside;
mod asking;
mod clipboard;
mod config;
mod folders;
mod guard;
mod home;
mod input;
mod intake;
mod library_worker;
mod message;
mod pictures;
mod question;
#[cfg(unix)]
mod raw_input;
mod runtime;
mod screen;
mod signals;
#[cfg(unix)]
mod tty;
mod watch;
mod workers;

pub use config::check as check_settings;
pub use screen::Screen;
pub use signals::outlive_limits;

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use asking::Asking;
use config::LoadedConfig;
use message::{Inbox, Message};
use pictures::{Listening, Replies};
use runtime::{Outcome, Runtime};
use workers::Workers;

use crate::app::{App, Event, Size, StartWith};
use crate::phrase::Lang;
use crate::store::{self, Dirs};
use crate::text::sanitize::shown_text;

/// How long the first page is waited for before the parser may begin with whatever there is.
const FIRST_PAGE: Duration = Duration::from_millis(3);

/// Opens the reader, on these pages if there are any, and runs it to its end.
pub fn run(paths: Vec<PathBuf>) -> ExitCode {
    if let Some(reason) = guard::no_terminal() {
        return failed(reason);
    }
    match read(paths) {
        Ok(ending) => {
            for fault in ending.notes.iter().chain(&ending.faults) {
                failed(fault);
            }
            match ending.signal {
                Some(signal) => ExitCode::from(signals::exit_code(signal)),
                None if ending.faults.is_empty() => ExitCode::SUCCESS,
                None => ExitCode::from(1),
            }
        }
        Err(error) => failed(&format!("the terminal: {error}")),
    }
}

fn read(paths: Vec<PathBuf>) -> io::Result<Outcome> {
    let (sender, messages) = mpsc::channel();
    let mut inbox = Inbox::new(messages);
    let dirs = Dirs::of_the_user().ok();
    let start = if paths.is_empty() { StartWith::Library } else { StartWith::Pages };
    let mut workers = Workers::start(dirs.clone(), paths, &sender);
    if start == StartWith::Pages && !a_page_comes(&mut inbox, &workers) {
        workers.finish();
        return Ok(Outcome::of_nothing(&mut inbox));
    }
    let tell = |notice: String| drop(sender.send(Message::Note(notice)));
    let (loaded, wrong) = config::read(dirs.as_ref());
    config::summary(&wrong, dirs.as_ref()).into_iter().for_each(tell);
    workers.look_into(&loaded.settings.folders);

    let to = sender.clone();
    signals::watch(move |signal| drop(to.send(Message::Signal(signal))))?;
    let guard = guard::take(loaded.settings.mouse)?;
    let last = dirs.as_ref().map(store::load_view).unwrap_or_default();
    dirs.into_iter().for_each(|dirs| watch(dirs, loaded.clone(), sender.clone()));
    let listening = Listening::default();
    let (replies, to) = (Replies::new(listening.clone()), sender.clone());
    thread::spawn(move || input::read(replies, |message| drop(to.send(message))));
    let asking = Asking::new(listening, sender);
    let (width, height) = crossterm::terminal::size()?;
    let (app, effects) = App::resume(&loaded.settings, lang(), Size { width, height }, start, last);
    Runtime::new(app, loaded.theme, inbox, workers, guard, asking).run(effects)
}

/// Waits for the first of the pages; `false` where none of them can be read. A page that comes at once is
/// on the screen before it is parsed.
fn a_page_comes(inbox: &mut Inbox, workers: &Workers) -> bool {
    inbox.wait_for_page(FIRST_PAGE).unwrap_or_else(|| {
        workers.begin();
        inbox.wait_for_page(Duration::MAX).unwrap_or(false)
    })
}

/// Has settings that the user changes taken at once. Where they make no sense those before stand.
fn watch(dirs: Dirs, loaded: LoadedConfig, sender: Sender<Message>) {
    let at = dirs.clone();
    watch::watch(dirs, loaded, move |changed| {
        let message = match changed {
            Ok(loaded) => Some(Message::Settings(Box::new(loaded))),
            Err(wrong) => config::summary(&wrong, Some(&at)).map(|notice| Message::Event(Event::Notice(notice))),
        };
        message.into_iter().for_each(|message| drop(sender.send(message)));
    });
}

/// The language that the environment asks for.
fn lang() -> Lang {
    let [all, messages, lang] = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| env::var(name).ok());
    Lang::of_environment(all.as_deref(), messages.as_deref(), lang.as_deref())
}

/// Says a sentence on standard error, if there is one.
fn failed(sentence: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "paper-reader: {}", shown_text(sentence));
    ExitCode::from(1)
}
