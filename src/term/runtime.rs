//! The loop: wait, change the state, do the effects, draw when something happened.

use std::io::{self, BufWriter, Stdout};
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use super::asking::Asking;
use super::clipboard;
use super::guard::{self, Guard};
use super::message::{Inbox, Message};
use super::pictures::{self, Inquiry, Pictures};
use super::screen::Screen;
use super::signals::{self, Signal};
use super::workers::Workers;
use crate::app::{self, App, Effect, Event, PictureSupport, Size};
use crate::model::{NoPicture, PixelSize};
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

impl Outcome {
    /// How it ended where nothing could be read.
    pub fn of_nothing(inbox: &mut Inbox) -> Self {
        Self { faults: inbox.faults().collect(), ..Self::default() }
    }
}

/// Runs the reader's state against the terminal and the workers.
pub struct Runtime {
    app: App,
    theme: Theme,
    screen: Screen<BufWriter<Stdout>>,
    inbox: Inbox,
    workers: Workers,
    guard: Guard,
    asking: Asking,
    /// What the terminal was asked about pictures.
    inquiry: Option<Inquiry>,
    pictures: Pictures,
    outcome: Outcome,
    started: Instant,
}

impl Runtime {
    /// Puts state, terminal and workers together.
    pub fn new(app: App, theme: Theme, inbox: Inbox, workers: Workers, guard: Guard, asking: Asking) -> Self {
        let screen = Screen::new(BufWriter::with_capacity(1 << 16, io::stdout()));
        let (outcome, started) = (Outcome::default(), Instant::now());
        let (inquiry, pictures) = (None, Pictures::default());
        Self { app, theme, screen, inbox, workers, guard, asking, inquiry, pictures, outcome, started }
    }

    /// Runs until the user, a signal or a fault ends it.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn run(mut self, first: Vec<Effect>) -> io::Result<Outcome> {
        let ended = self.go_on(first);
        if ended.is_err() {
            // The terminal is gone: what is being read is kept all the same.
            let _ = self.tell(Event::End);
        }
        guard::give_back();
        self.workers.finish();
        self.outcome.faults.extend(self.inbox.faults());
        match ended {
            Err(error) if !signals::is_hangup(&error) => Err(error),
            Err(_) => Ok(Outcome { signal: self.outcome.signal.or(Some(signals::HANGUP)), ..self.outcome }),
            Ok(()) => Ok(self.outcome),
        }
    }

    fn go_on(&mut self, first: Vec<Effect>) -> io::Result<()> {
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
        Ok(())
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
            Message::Answer(answer) => match self.inquiry.as_mut().map(|inquiry| inquiry.hear(&answer)) {
                Some(true) => self.take_answers(),
                Some(false) | None => Ok(true),
            },
            Message::NoAnswer if self.inquiry.as_ref().is_some_and(Inquiry::is_answered) => Ok(true),
            Message::NoAnswer => self.take_answers(),
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
                self.workers.look_into(&loaded.settings.folders);
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

    /// Tells the reader what happened; what the user does, with the time before it.
    fn tell(&mut self, event: Event) -> io::Result<bool> {
        let mut effects = Vec::new();
        if matches!(event, Event::Key(_) | Event::Mouse(_) | Event::End) {
            effects.extend(app::update(&mut self.app, Event::Time(self.started.elapsed())));
        }
        effects.extend(app::update(&mut self.app, event));
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
                Effect::Redraw => self.forget_screen(),
                Effect::AskForPictures => {
                    self.ask_for_pictures()?;
                }
                Effect::Copy(text) => {
                    let to = clipboard::copy(&text)?;
                    self.tell(Event::Copied(to))?;
                }
                effect => self.workers.assign(effect),
            }
        }
        Ok(true)
    }

    fn draw(&mut self) -> io::Result<()> {
        let (width, height) = crossterm::terminal::size()?;
        let placed = self.app.placed_picture();
        if self.pictures.must_repaint(placed.as_ref()) {
            self.forget_screen();
        }
        let (app, theme, pictures) = (&self.app, &self.theme, &mut self.pictures);
        let over = pictures.change_to(placed.as_ref(), app.page_picture().is_some());
        let paint = |frame: &mut _| {
            let cursor = ui::draw(app, theme, frame);
            pictures.stand_in(frame, placed.as_ref());
            cursor
        };
        self.screen.draw_under(Size { width, height }, paint, &over)
    }

    /// Has the next frame painted whole, the picture in it too.
    fn forget_screen(&mut self) {
        self.screen.forget();
        self.pictures.leave_screen();
    }

    /// Asks the terminal whether it shows pictures; its answers come as messages.
    fn ask_for_pictures(&mut self) -> io::Result<bool> {
        match Inquiry::begin() {
            Ok(inquiry) => {
                self.asking.ask(&inquiry)?;
                self.inquiry = Some(inquiry);
                Ok(true)
            }
            Err(why) => self.tell(Event::PictureSupport(PictureSupport::None(why))),
        }
    }

    /// Takes what the terminal has answered by now. One that knows no pictures may have printed the question.
    fn take_answers(&mut self) -> io::Result<bool> {
        let protocol = self.inquiry.as_ref().map_or(Err(NoPicture::Terminal), Inquiry::protocol);
        match protocol {
            Ok(protocol) => {
                self.pictures.show_by(protocol);
                self.tell(Event::PictureSupport(PictureSupport::Shown(self.cell())))
            }
            Err(why) => {
                self.forget_screen();
                self.tell(Event::PictureSupport(PictureSupport::None(why)))
            }
        }
    }

    /// How large a cell of the terminal is.
    fn cell(&self) -> PixelSize {
        pictures::cell(self.inquiry.as_ref().and_then(Inquiry::cell))
    }

    /// A terminal of another size may have moved what it shows, also where it is back at the old one.
    fn resized(&mut self) -> io::Result<bool> {
        self.forget_screen();
        let (width, height) = crossterm::terminal::size()?;
        if self.pictures.are_shown() {
            self.tell(Event::PictureSupport(PictureSupport::Shown(self.cell())))?;
        }
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
        self.pictures.lose_all();
        self.guard.enter()?;
        self.resized()
    }
}
