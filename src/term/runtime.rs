//! The loop: wait, change the state, do the effects, draw when something happened.

use std::io::{self, BufWriter, Stdout};
use std::sync::mpsc::{RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::asking::Asking;
use super::clipboard;
use super::config;
use super::guard::{self, Guard};
use super::message::{Inbox, Message};
use super::pictures::{self, Inquiry, Pictures};
use super::screen::Screen;
use super::settings_fault::FaultSummary;
use super::signals::{self, Signal};
use super::told::Told;
use super::workers::Workers;
use crate::app::{self, App, Effect, Event, PictureSupport, Size, StartWith, Tutorial};
use crate::model::{NoPicture, PixelSize};
use crate::phrase::{Lang, Said};
use crate::store::Dirs;
use crate::ui::{self, Theme};

/// What the first frame waits for at the most: the rows of a small library, the text of a page.
const FIRST_FRAME: Duration = Duration::from_millis(3);

/// How the reading ended.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The signal that ended it, if one did.
    pub signal: Option<i32>,
    /// What could not be read or stored, a line each.
    pub faults: Vec<Told>,
    /// What else is to be known of the pages, a line each.
    pub notes: Vec<Told>,
    /// The language that was spoken at the end.
    pub lang: Lang,
}

impl Outcome {
    /// How it ended where nothing could be read.
    pub fn of_nothing(inbox: &mut Inbox, lang: Lang) -> Self {
        Self { faults: inbox.faults().collect(), lang, ..Self::default() }
    }
}

/// A reader's state, and those who work for it.
pub struct Session {
    /// The state.
    pub app: App,
    /// The workers.
    pub workers: Workers,
}

/// Which reader is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SessionName {
    /// The one that the program was started for.
    First,
    /// The tutorial that was opened over it.
    Tutorial,
}

/// Runs the reader's state against the terminal and the workers.
pub struct Runtime {
    first: Session,
    tutorial: Option<Session>,
    /// Where the tutorial's workers send what they find out.
    sender: Sender<Message>,
    theme: Theme,
    dirs: Option<Dirs>,
    screen: Screen<BufWriter<Stdout>>,
    inbox: Inbox,
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
    pub fn new(
        first: Session,
        (theme, dirs): (Theme, Option<Dirs>),
        (sender, inbox): (Sender<Message>, Inbox),
        guard: Guard,
        asking: Asking,
    ) -> Self {
        let screen = Screen::new(BufWriter::with_capacity(1 << 16, io::stdout()));
        let (outcome, started) = (Outcome::default(), Instant::now());
        let (tutorial, inquiry, pictures) = (None, None, Pictures::default());
        Self { first, tutorial, sender, theme, dirs, screen, inbox, guard, asking, inquiry, pictures, outcome, started }
    }

    /// Runs until the user, a signal or a fault ends it.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn run(mut self, first: Vec<Effect>) -> io::Result<Outcome> {
        let ended = self.go_on(first);
        if ended.is_err() {
            // The terminal is gone: what is being read is kept all the same.
            let _ = self.tell(SessionName::First, Event::End);
        }
        guard::give_back();
        self.first.workers.finish();
        self.outcome.faults.extend(self.inbox.faults());
        self.outcome.lang = self.first.app.lang();
        match ended {
            Err(error) if !signals::is_hangup(&error) => Err(error),
            Err(_) => Ok(Outcome { signal: self.outcome.signal.or(Some(signals::HANGUP)), ..self.outcome }),
            Ok(()) => Ok(self.outcome),
        }
    }

    fn go_on(&mut self, first: Vec<Effect>) -> io::Result<()> {
        let mut going_on = self.perform(SessionName::First, first)?;
        match self.inbox.wait_for(FIRST_FRAME) {
            Ok(()) => going_on &= self.handle_all()?,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => going_on = false,
        }
        while going_on {
            self.draw()?;
            self.first.workers.begin();
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
            Message::Event(event) => match event {
                Event::Key(_) | Event::Mouse(_) | Event::Paste(_) => self.tell(self.seen(), event),
                event => self.tell(SessionName::First, event),
            },
            Message::Notice(told) => self.tell_of(SessionName::First, &told),
            Message::Tutorial(message) => match *message {
                Message::Event(event) => self.tell(SessionName::Tutorial, event),
                Message::Notice(told) => self.tell_of(SessionName::Tutorial, &told),
                _ => Ok(true),
            },
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
                self.tell(SessionName::First, Event::End)?;
                Ok(false)
            }
            Message::Settings(loaded) => {
                self.first.workers.look_into(&loaded.settings.folders);
                let named = loaded.settings.theme.clone();
                self.guard.listen_to_mouse(loaded.settings.mouse)?;
                let goes_on = self.tell_both(&Event::Settings(Box::new(loaded.settings)))?;
                // The theme's own file may be another now; one that was chosen since stays.
                if self.app().theme() == named {
                    self.theme = loaded.theme;
                }
                Ok(goes_on)
            }
            Message::Fault(fault) => {
                let going_on = self.tell_of(SessionName::First, &fault);
                self.outcome.faults.push(fault);
                going_on
            }
            Message::Note(note) => {
                let going_on = self.tell_of(SessionName::First, &note);
                self.outcome.notes.push(note);
                going_on
            }
            Message::Fatal(fault) => {
                self.outcome.faults.push(fault);
                Ok(false)
            }
        }
    }

    /// The reader that is on the screen.
    fn seen(&self) -> SessionName {
        if self.tutorial.is_some() { SessionName::Tutorial } else { SessionName::First }
    }

    /// The state of the reader that is on the screen.
    fn app(&self) -> &App {
        &self.tutorial.as_ref().unwrap_or(&self.first).app
    }

    /// A reader, if it is open.
    fn session(&mut self, of: SessionName) -> Option<&mut Session> {
        match of {
            SessionName::First => Some(&mut self.first),
            SessionName::Tutorial => self.tutorial.as_mut(),
        }
    }

    /// Tells a reader what happened; what the user does, with the time before it.
    fn tell(&mut self, of: SessionName, event: Event) -> io::Result<bool> {
        let now = self.started.elapsed();
        let Some(Session { app, .. }) = self.session(of) else { return Ok(true) };
        let mut effects = Vec::new();
        if matches!(event, Event::Key(_) | Event::Mouse(_) | Event::End) {
            effects.extend(app::update(app, Event::Time(now)));
        }
        effects.extend(app::update(app, event));
        self.perform(of, effects)
    }

    /// Tells a reader's user something, in the language that the reader speaks.
    fn tell_of(&mut self, of: SessionName, told: &impl Said) -> io::Result<bool> {
        let Some(Session { app, .. }) = self.session(of) else { return Ok(true) };
        let notice = told.said(app.lang());
        self.tell(of, Event::Notice(notice))
    }

    /// Tells both readers, the one on the screen last.
    fn tell_both(&mut self, event: &Event) -> io::Result<bool> {
        Ok(self.tell(SessionName::First, event.clone())? && self.tell(SessionName::Tutorial, event.clone())?)
    }

    /// Does effects; `false` where one of them ends the program.
    fn perform(&mut self, of: SessionName, effects: Vec<Effect>) -> io::Result<bool> {
        for effect in effects {
            match effect {
                Effect::Quit if of == SessionName::Tutorial => self.close_tutorial()?,
                Effect::Quit => return Ok(false),
                Effect::OpenTutorial => self.open_tutorial()?,
                Effect::Suspend => {
                    self.suspend()?;
                }
                Effect::ShowTheme(theme) => self.show_theme(of, &theme)?,
                Effect::ListThemes => {
                    let names = config::theme_names(self.dirs.as_ref());
                    self.tell(of, Event::Themes(names))?;
                }
                Effect::KeepChoice(choice) => {
                    match config::keep(&choice, self.dirs.as_ref()) {
                        Ok(()) => self.tell(of, Event::ChoiceKept(choice))?,
                        Err(not_kept) => self.tell_of(of, &not_kept)?,
                    };
                }
                Effect::Redraw => self.forget_screen(),
                Effect::AskForPictures => {
                    self.ask_for_pictures()?;
                }
                Effect::Copy(text) => {
                    let to = clipboard::copy(&text)?;
                    self.tell(of, Event::Copied(to))?;
                }
                effect => {
                    if let Some(session) = self.session(of) {
                        session.workers.assign(effect);
                    }
                }
            }
        }
        Ok(true)
    }

    /// Opens the tutorial over the reader that is open: one with a library and bookmarks of its own, which are
    /// gone with it.
    fn open_tutorial(&mut self) -> io::Result<()> {
        let app = self.app();
        let tutorial = Tutorial::new(app.lang(), app.keymap());
        let (settings, lang) = (app.settings().clone(), app.lang());
        let (width, height) = crossterm::terminal::size()?;
        let to = self.sender.clone();
        let workers =
            Workers::of_tutorial(tutorial, move |message| drop(to.send(Message::Tutorial(Box::new(message)))));
        let (app, effects) = App::new(&settings, lang, Size { width, height }, StartWith::Tutorial);
        self.tutorial = Some(Session { app, workers });
        self.perform(SessionName::Tutorial, effects).map(drop)
    }

    /// Leaves the tutorial for the reader that it was opened over.
    fn close_tutorial(&mut self) -> io::Result<()> {
        if let Some(mut session) = self.tutorial.take() {
            session.workers.finish();
        }
        let name = self.first.app.theme().to_owned();
        self.show_theme(SessionName::First, &name)
    }

    /// Draws in the theme of a name from now on.
    fn show_theme(&mut self, of: SessionName, name: &str) -> io::Result<()> {
        let (theme, wrong) = config::theme(name, self.dirs.as_ref());
        self.theme = theme;
        if let Some(notice) = FaultSummary::of_any(wrong, self.dirs.as_ref()) {
            self.tell_of(of, &notice)?;
        }
        Ok(())
    }

    fn draw(&mut self) -> io::Result<()> {
        let (width, height) = crossterm::terminal::size()?;
        let app = &self.tutorial.as_ref().unwrap_or(&self.first).app;
        let placed = app.placed_picture();
        if self.pictures.must_repaint(placed.as_ref()) {
            self.forget_screen();
        }
        let app = &self.tutorial.as_ref().unwrap_or(&self.first).app;
        let (theme, pictures) = (&self.theme, &mut self.pictures);
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
            Err(why) => self.tell_both(&Event::PictureSupport(PictureSupport::None(why))),
        }
    }

    /// Takes what the terminal has answered by now. One that knows no pictures may have printed the question.
    fn take_answers(&mut self) -> io::Result<bool> {
        let protocol = self.inquiry.as_ref().map_or(Err(NoPicture::Terminal), Inquiry::protocol);
        match protocol {
            Ok(protocol) => {
                self.pictures.show_by(protocol);
                self.tell_both(&Event::PictureSupport(PictureSupport::Shown(self.cell())))
            }
            Err(why) => {
                self.forget_screen();
                self.tell_both(&Event::PictureSupport(PictureSupport::None(why)))
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
            self.tell_both(&Event::PictureSupport(PictureSupport::Shown(self.cell())))?;
        }
        self.tell_both(&Event::Resize(Size { width, height }))
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
