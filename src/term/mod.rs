//! The terminal and the loop.
//!
//! **Invariant:** everything that waits, reads or writes happens here; what is shown and what
//! happens next is decided by [`crate::app`] alone.

mod aside;
mod config;
mod guard;
mod input;
mod intake;
mod library_worker;
mod message;
mod question;
mod runtime;
mod screen;
mod signals;
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

use config::LoadedConfig;
use message::Message;
use runtime::{Outcome, Runtime};
use workers::Workers;

use crate::app::{App, Event, Size, StartWith};
use crate::phrase::Lang;
use crate::store::Dirs;
use crate::text::sanitize::shown_text;

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
    let dirs = Dirs::of_the_user().ok();
    let start = if paths.is_empty() { StartWith::Library } else { StartWith::Pages };
    let workers = Workers::start(dirs.clone(), paths, &sender);
    let tell = |notice: String| drop(sender.send(Message::Event(Event::Notice(notice))));
    let (loaded, wrong) = config::read(dirs.as_ref());
    config::summary(&wrong, dirs.as_ref()).into_iter().for_each(tell);

    let to = sender.clone();
    signals::watch(move |signal| drop(to.send(Message::Signal(signal))))?;
    let guard = guard::take(loaded.settings.mouse)?;
    dirs.into_iter().for_each(|dirs| watch(dirs, loaded.clone(), sender.clone()));
    thread::spawn(move || input::read(|event| drop(sender.send(Message::Event(event)))));
    let (width, height) = crossterm::terminal::size()?;
    let (app, effects) = App::new(&loaded.settings, lang(), Size { width, height }, start);
    Runtime::new(app, loaded.theme, messages, workers, guard).run(effects)
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
