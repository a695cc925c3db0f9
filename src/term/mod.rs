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
mod settings_fault;
mod signals;
mod told;
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
use runtime::{Outcome, Runtime, Session};
use settings_fault::FaultSummary;
use workers::Workers;

use crate::app::{App, Settings, Size, StartWith, Tutorial};
use crate::phrase::{Lang, Said, Sentence};
use crate::store::{self, Dirs};
use crate::text::sanitize::shown_text;

/// How long the first page is waited for before the parser may begin with whatever there is.
const FIRST_PAGE: Duration = Duration::from_millis(3);

/// What the reader is opened on.
#[derive(Debug)]
pub enum OpenOn {
    /// The library; these pages, if there are any.
    Library(Vec<PathBuf>),
    /// The tutorial, and no library.
    Tutorial,
}

/// Opens the reader and runs it to its end.
pub fn run(on: OpenOn) -> ExitCode {
    if let Some(reason) = guard::no_terminal() {
        return failed(&reason, spoken());
    }
    match read(on) {
        Ok(ending) => {
            for fault in ending.notes.iter().chain(&ending.faults) {
                failed(fault, ending.lang);
            }
            match ending.signal {
                Some(signal) => ExitCode::from(signals::exit_code(signal)),
                None if ending.faults.is_empty() => ExitCode::SUCCESS,
                None => ExitCode::from(1),
            }
        }
        Err(error) => failed(&(Sentence::Terminal.said(spoken()), error), spoken()),
    }
}

fn read(on: OpenOn) -> io::Result<Outcome> {
    let (sender, messages) = mpsc::channel();
    let mut inbox = Inbox::new(messages);
    let dirs = Dirs::of_the_user().ok();
    let (start, mut workers, loaded) = match on {
        OpenOn::Library(paths) => {
            let start = if paths.is_empty() { StartWith::Library } else { StartWith::Pages };
            (start, Workers::start(dirs.clone(), paths, lang(), &sender), None)
        }
        OpenOn::Tutorial => {
            let loaded = config::read(dirs.as_ref());
            let settings = &loaded.0.settings;
            let tutorial = Tutorial::new(settings.lang.unwrap_or_else(lang), &settings.keymap);
            let to = sender.clone();
            let tell = move |message| drop(to.send(message));
            (StartWith::Tutorial, Workers::of_tutorial(tutorial, tell), Some(loaded))
        }
    };
    if start == StartWith::Pages && !a_page_comes(&mut inbox, &workers) {
        workers.finish();
        return Ok(Outcome::of_nothing(&mut inbox, spoken()));
    }
    let tell = |summary| drop(sender.send(Message::Note(Box::new(summary))));
    let (loaded, wrong) = loaded.unwrap_or_else(|| config::read(dirs.as_ref()));
    workers.look_into(&loaded.settings.folders);
    FaultSummary::of_any(wrong, dirs.as_ref()).into_iter().for_each(tell);

    let to = sender.clone();
    signals::watch(move |signal| drop(to.send(Message::Signal(signal))))?;
    let guard = guard::take(loaded.settings.mouse)?;
    let own = dirs.as_ref().filter(|_| start != StartWith::Tutorial);
    let last = own.map(store::load_view).unwrap_or_default();
    dirs.iter().for_each(|dirs| watch(dirs.clone(), loaded.clone(), sender.clone()));
    let listening = Listening::default();
    let (replies, to) = (Replies::new(listening.clone()), sender.clone());
    thread::spawn(move || input::read(replies, |message| drop(to.send(message))));
    let asking = Asking::new(listening, sender.clone());
    let (width, height) = crossterm::terminal::size()?;
    let (app, effects) = App::resume(&loaded.settings, lang(), Size { width, height }, start, last);
    let session = Session { app, workers };
    Runtime::new(session, (loaded.theme, dirs), (sender, inbox), guard, asking).run(effects)
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
            Err(wrong) => FaultSummary::of_any(wrong, Some(&at)).map(Message::notice),
        };
        message.into_iter().for_each(|message| drop(sender.send(message)));
    });
}

/// The language that the environment asks for.
fn lang() -> Lang {
    let [all, messages, lang] = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| env::var(name).ok());
    Lang::of_environment(all.as_deref(), messages.as_deref(), lang.as_deref())
}

/// The language of the interface: what the settings say, else what the environment asks for.
pub fn spoken() -> Lang {
    let settings = Dirs::of_the_user().ok().and_then(|dirs| store::read_text(&dirs.settings()).ok());
    settings.and_then(|text| Settings::read(&text).0.lang).unwrap_or_else(lang)
}

/// Says something on standard error.
fn failed(sentence: &impl Said, lang: Lang) -> ExitCode {
    let _ = writeln!(io::stderr(), "paper-reader: {}", shown_text(&sentence.said(lang)));
    ExitCode::from(1)
}
