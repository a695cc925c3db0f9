//! The loop: wait, change the state, do the effects, draw when something happened.

use std::io::{self, BufWriter, Stdout};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

use super::guard::{self, Guard};
use super::message::{Inbox, Message};
use super::screen::Screen;
use super::signals::{self, Signal};
use super::workers::Workers;
use crate::app::{self, App, Effect, Event, Size};
use crate::ui::{self, Theme};

/// What the first frame waits for at the most: the rows of a small library, the text of a page.
const FIRST_FRAME: Duration = Duration::from_millis(3);

/// How the reading ended.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The signal that ended it, if one did.
    pub signal: Option<i32>,
    /// What could not be read or stored, a line each.
    pub faults: Vec<String>,
    /// What else is to be known of the pages, a line each.
    pub notes: Vec<String>,
}

/// Runs the reader's state against the terminal and the workers.
pub struct Runtime {
    app: App,
    theme: Theme,
    screen: Screen<BufWriter<Stdout>>,
    inbox: Inbox,
    workers: Workers,
    guard: Guard,
    outcome: Outcome,
}

impl Runtime {
    /// Puts state, terminal and workers together.
    pub fn new(app: App, theme: Theme, messages: Receiver<Message>, workers: Workers, guard: Guard) -> Self {
        let screen = Screen::new(BufWriter::with_capacity(1 << 16, io::stdout()));
        Self { app, theme, screen, inbox: Inbox::new(messages), workers, guard, outcome: Outcome::default() }
    }

    /// Runs until the user, a signal or a fault ends it.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn run(mut self, first: Vec<Effect>) -> io::Result<Outcome> {
        let mut going_on = self.perform(first)?;
        match self.inbox.wait_for(FIRST_FRAME) {
            Ok(()) => going_on &= self.handle_all()?,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => going_on = false,
        }
        while going_on {
            self.draw()?;
            self.workers.begin();
            going_on = self.inbox.wait().is_ok() && self.handle_all()?;
        }
        guard::give_back();
        self.workers.finish();
        self.outcome.faults.extend(self.inbox.faults());
        Ok(self.outcome)
    }

    /// Handles the messages that wait, so that one frame shows them together.
    fn handle_all(&mut self) -> io::Result<bool> {
        while let Some(message) = self.inbox.next() {
            if !self.handle(message)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn handle(&mut self, message: Message) -> io::Result<bool> {
        match message {
            Message::Event(event) => self.tell(event),
            Message::Signal(Signal::Resized) => self.resized(),
            Message::Signal(Signal::Stop) => self.suspend(),
            Message::Signal(Signal::Continued) => self.take_again(),
            Message::Signal(Signal::End(signal)) => {
                self.outcome.signal = Some(signal);
                self.tell(Event::End)?;
                Ok(false)
            }
            Message::Settings(loaded) => {
                self.theme = loaded.theme;
                self.guard.listen_to_mouse(loaded.settings.mouse)?;
                self.tell(Event::Settings(Box::new(loaded.settings)))
            }
            Message::Fault(fault) => {
                self.outcome.faults.push(fault.clone());
                self.tell(Event::Notice(fault))
            }
            Message::Note(note) => {
                self.outcome.notes.push(note.clone());
                self.tell(Event::Notice(note))
            }
            Message::Fatal(fault) => {
                self.outcome.faults.push(fault);
                Ok(false)
            }
        }
    }

    fn tell(&mut self, event: Event) -> io::Result<bool> {
        let effects = app::update(&mut self.app, event);
        self.perform(effects)
    }

    /// Does effects; `false` where one of them ends the program.
    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<bool> {
        for effect in effects {
            match effect {
                Effect::Quit => return Ok(false),
                Effect::Suspend => {
                    self.suspend()?;
                }
                Effect::Redraw => self.screen.forget(),
                Effect::Copy(text) => {
                    execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))?;
                    self.tell(Event::Copied)?;
                }
                effect => self.workers.assign(effect),
            }
        }
        Ok(true)
    }

    fn draw(&mut self) -> io::Result<()> {
        let (width, height) = crossterm::terminal::size()?;
        let (app, theme) = (&self.app, &self.theme);
        self.screen.draw(Size { width, height }, |frame| ui::draw(app, theme, frame))
    }

    /// A terminal of another size may have moved what it shows, also where it is back at the old one.
    fn resized(&mut self) -> io::Result<bool> {
        self.screen.forget();
        let (width, height) = crossterm::terminal::size()?;
        self.tell(Event::Resize(Size { width, height }))
    }

    fn suspend(&mut self) -> io::Result<bool> {
        guard::give_back();
        signals::stop();
        self.take_again()
    }

    /// After a stop the terminal may be in any mode and of any size.
    fn take_again(&mut self) -> io::Result<bool> {
        guard::give_back();
        self.guard.enter()?;
        self.resized()
    }
}
