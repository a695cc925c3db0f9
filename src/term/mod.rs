//! The terminal and the loop.
//!
//! **Invariant:** everything that waits, reads or writes happens here; what is shown and what
//! happens next is decided by [`crate::app`] alone.

mod aside;
mod desk;
mod guard;
mod input;
mod intake;
mod runtime;
mod screen;
mod signals;
mod workers;

pub use signals::outlive_limits;

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

use runtime::{Ending, Message, Runtime};
use workers::Workers;

use crate::app::{App, Event, Settings, Size, Start};
use crate::phrase::Lang;
use crate::store::{Dirs, read_text};
use crate::text::sanitize::shown_text;
use crate::ui::Theme;

/// Opens the reader, on these pages if there are any, and runs it to its end.
pub fn run(paths: Vec<PathBuf>) -> ExitCode {
    if let Some(complaint) = guard::complaint() {
        return failed(complaint);
    }
    match read(paths) {
        Ok(ending) => {
            for fault in &ending.faults {
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

fn read(paths: Vec<PathBuf>) -> io::Result<Ending> {
    let (sender, messages) = mpsc::channel();
    let dirs = Dirs::of_the_user().ok();
    let start = if paths.is_empty() { Start::Library } else { Start::Pages };
    let workers = Workers::start(dirs.clone(), paths, &sender);
    let tell = |notice: String| drop(sender.send(Message::Event(Event::Notice(notice))));
    let settings = settings(dirs.as_ref(), &tell);
    let theme = theme(&settings.theme, dirs.as_ref(), &tell);

    let to = sender.clone();
    signals::watch(move |signal| drop(to.send(Message::Signal(signal))))?;
    let guard = guard::take(settings.mouse)?;
    thread::spawn(move || input::read(|event| drop(sender.send(Message::Event(event)))));
    let (width, height) = crossterm::terminal::size()?;
    let (app, effects) = App::new(&settings, lang(), Size { width, height }, start);
    Runtime::new(app, theme, messages, workers, guard)?.run(effects)
}

/// The user's settings; what is wrong in them is told.
fn settings(dirs: Option<&Dirs>, tell: &dyn Fn(String)) -> Settings {
    let Some(path) = dirs.map(Dirs::settings) else { return Settings::default() };
    match read_text(&path) {
        Ok(text) => {
            let (settings, complaints) = Settings::read(&text);
            complaints.iter().for_each(|complaint| tell(format!("{}:{complaint}", path.display())));
            settings
        }
        Err(error) => {
            if error.kind() != io::ErrorKind::NotFound {
                tell(format!("{}: {error}", path.display()));
            }
            Settings::default()
        }
    }
}

/// The theme of a name: a bundled one, or a file in `themes/` beside the settings. `NO_COLOR`
/// (no-color.org) takes the colours out of it.
fn theme(name: &str, dirs: Option<&Dirs>, tell: &dyn Fn(String)) -> Theme {
    let theme = Theme::built_in(name).unwrap_or_else(|| own_theme(name, dirs, tell));
    if env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty()) { theme.without_colour() } else { theme }
}

fn own_theme(name: &str, dirs: Option<&Dirs>, tell: &dyn Fn(String)) -> Theme {
    let folder = dirs.map(|dirs| dirs.config.join("themes"));
    let file = folder.filter(|_| !name.contains(['/', '\\'])).map(|folder| folder.join(format!("{name}.toml")));
    match file.as_ref().map(|file| (file, read_text(file))) {
        Some((file, Ok(text))) => {
            let (theme, complaints) = Theme::read(&text);
            complaints.iter().for_each(|complaint| tell(format!("{}:{complaint}", file.display())));
            theme
        }
        _ => {
            let names: Vec<_> = Theme::names().collect();
            tell(format!("no theme {name:?}; there are {}", names.join(", ")));
            Theme::default()
        }
    }
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
