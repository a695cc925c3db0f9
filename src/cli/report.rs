//! What a command says: results to standard output, sentences to standard error, an exit code.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::process::ExitCode;

use crate::phrase::{Lang, Said, Sentence};
use crate::store::{self, Library};
use crate::text::sanitize::shown_text;

/// What ends a command before its end.
#[derive(Debug)]
pub enum Stop {
    /// The library or the bookmarks would not do as asked.
    Store(store::Error),
    /// Standard output would not take the results.
    Output(io::Error),
    /// There is nothing to do it to; what is said of it.
    Nothing(Box<dyn Said>),
    /// The command was called wrongly; what is said of it.
    Usage(Box<dyn Said>),
}

impl Stop {
    /// There is nothing to do it to.
    pub fn nothing(said: impl Said + 'static) -> Self {
        Self::Nothing(Box::new(said))
    }

    /// The command was called wrongly.
    pub fn usage(said: impl Said + 'static) -> Self {
        Self::Usage(Box::new(said))
    }
}

impl From<store::Error> for Stop {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Said for Stop {
    fn said(&self, lang: Lang) -> String {
        match self {
            Self::Store(error) => error.said(lang),
            Self::Output(error) => format!("{}: {}", Sentence::StandardOutput.said(lang), error.said(lang)),
            Self::Nothing(said) | Self::Usage(said) => said.said(lang),
        }
    }
}

/// The sentences of a command, and whether one of them was a fault.
#[derive(Debug)]
pub struct Report {
    lang: Lang,
    failed: bool,
}

impl Report {
    /// A report in a language.
    pub fn new(lang: Lang) -> Self {
        Self { lang, failed: false }
    }

    /// The language it is in.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Names a fault; the command goes on, and ends with exit code 1.
    pub fn fault(&mut self, fault: impl Said) {
        self.failed = true;
        say(&fault.said(self.lang));
    }

    /// Says how many articles of a library are damaged, if any are.
    pub fn damaged(&mut self, library: &Library, articles: usize) {
        if articles > 0 {
            self.fault((library.path().display().to_string(), Sentence::ArticlesDamaged(articles)));
        }
    }

    /// Says something that is no fault.
    pub fn note(&self, note: impl Said) {
        say(&note.said(self.lang));
    }

    /// The exit code of a command that ended so.
    pub fn exit_code(mut self, ended: Result<(), Stop>) -> ExitCode {
        match ended {
            Ok(()) => {}
            Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {}
            Err(Stop::Usage(sentence)) => {
                say(&sentence.said(self.lang));
                return ExitCode::from(2);
            }
            Err(stop) => self.fault(stop),
        }
        ExitCode::from(u8::from(self.failed))
    }
}

/// One line on standard error; nobody is there to hear of it where that fails.
pub fn say(sentence: &str) {
    let _ = writeln!(io::stderr().lock(), "paper-reader: {}", shown_text(sentence));
}

/// Says a text of several lines as it is, but for what would act on a terminal.
pub fn say_lines(text: &str) {
    let mut err = io::stderr().lock();
    for line in text.lines() {
        let _ = writeln!(err, "{}", shown_text(line));
    }
}

/// Has a panic told through the border: its words may quote a page.
pub fn tell_of_panics(lang: Lang) {
    std::panic::set_hook(Box::new(move |panic| {
        let fault = Sentence::OwnFault(panic.to_string());
        say_lines(&format!("paper-reader: {}", fault.said(lang)));
    }));
}

/// Standard output.
#[derive(Debug)]
pub struct Output {
    out: BufWriter<StdoutLock<'static>>,
    is_terminal: bool,
}

impl Output {
    /// Standard output, written in large pieces: [`Output::finish`] brings the last one out.
    pub fn new() -> Self {
        let out = io::stdout().lock();
        Self { is_terminal: out.is_terminal(), out: BufWriter::new(out) }
    }

    /// Writes a text with its line ends: exactly, unless it goes to a terminal.
    pub fn text(&mut self, text: &str) -> Result<(), Stop> {
        if !self.is_terminal {
            return Ok(self.out.write_all(text.as_bytes())?);
        }
        text.split_inclusive('\n').try_for_each(|line| match line.strip_suffix('\n') {
            Some(line) => Ok(writeln!(self.out, "{}", shown_text(line))?),
            None => Ok(write!(self.out, "{}", shown_text(line))?),
        })
    }

    /// Writes what is already fit for a terminal, and a line end.
    pub fn line(&mut self, line: &str) -> Result<(), Stop> {
        Ok(writeln!(self.out, "{line}")?)
    }

    /// Writes a text as [`Output::text`] does, behind a line that parts it from the one before.
    pub fn parted(&mut self, text: &str, line: &str, is_parted: bool) -> Result<(), Stop> {
        if is_parted {
            self.raw(line.as_bytes())?;
        }
        self.text(text)
    }

    /// Writes items as a JSON array.
    pub fn array(&mut self, items: impl Iterator<Item = Result<String, Stop>>) -> Result<(), Stop> {
        self.out.write_all(b"[")?;
        let mut between = "\n";
        for item in items {
            write!(self.out, "{between}{}", item?)?;
            between = ",\n";
        }
        Ok(writeln!(self.out, "\n]")?)
    }

    /// Writes as it is.
    pub fn raw(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        Ok(self.out.write_all(bytes)?)
    }

    /// Brings out what is still held.
    pub fn finish(mut self) -> Result<(), Stop> {
        Ok(self.out.flush()?)
    }
}
