//! The commands: arguments in, results out, an exit code at the end.
//!
//! **Invariant:** standard output carries results only; whatever else is said goes to standard
//! error, a line a fault, and nothing from outside reaches a terminal but through the border.

mod bookmarks;
mod config;
mod export;
mod import;
mod lines;
mod list;
mod parse;
mod progress;
mod query;
mod remove;
mod report;
mod row_format;
mod search;
mod shell;
mod show;
mod undo;
mod upkeep;
mod usage;
mod user_library;
mod wrap;

#[cfg(feature = "pdf")]
use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

pub use config::ConfigAccess;
pub use report::tell_of_panics;
use report::{Output, Report};

use crate::phrase::{Lang, Sentence};
use crate::text::nearest;

/// The kinds of files that are read.
#[cfg(feature = "pdf")]
macro_rules! inputs {
    () => {
        "text in its encodings, PDF, saved HTML, ALTO, hOCR"
    };
}

/// The kinds of files that are read.
#[cfg(not(feature = "pdf"))]
macro_rules! inputs {
    () => {
        "text in its encodings, saved HTML, ALTO, hOCR (built without PDF)"
    };
}

/// What the help and the manual page show of five usual days.
const EXAMPLES: &str = "\
A PDF each morning:
  paper-reader 2031-03-04.pdf              add an issue and read it
  paper-reader                             go on where you were
An archive of thirty years:
  paper-reader import ~/archive            add every page of a folder
  paper-reader search '图书馆 开放' --since 1998-01-01 --limit 0
                                           every article that holds both words
  paper-reader list --reading unread --order longest
                                           what is left to read, the longest first
  paper-reader show 3f9a --width 60        an article by the beginning of its id
A pipe:
  pdftotext page.pdf - | paper-reader -    a page's text, from another program
  paper-reader parse page.txt | jq .pages  the articles of a page as JSON
An e-ink terminal:
  paper-reader config init                 then theme = \"contrast\" in the file that it names
Over SSH:
  ssh -t host paper-reader                 read there; what is copied comes here";

/// The version and what is read.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "\nReads ", inputs!());

/// A terminal reader for newspapers: pages ruined by a PDF's text layer in, well-set articles out.
#[derive(Debug, Parser)]
#[command(version = VERSION, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
pub struct Arguments {
    /// Pages to parse, add to the library and open; - is standard input.
    #[arg(help = concat!("Pages to parse, add to the library and open (", inputs!(), "); - is standard input"), value_hint = clap::ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// What to do instead of opening the reader.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do instead of opening the reader.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add pages to the library without opening it.
    Import(import::ImportArgs),
    /// Print the articles of pages; touches no library.
    Parse(parse::ParseArgs),
    /// Print the library's articles, one a line.
    List(list::ListArgs),
    /// Print one article, set as the reader sets it.
    Show(show::ShowArgs),
    /// Break each line of standard input, a paragraph, at a number of terminal cells.
    Wrap(wrap::WrapArgs),
    /// Find articles of the library that hold all the terms, newest first.
    Search(search::SearchArgs),
    /// Print, export or import the bookmarks and highlights.
    Bookmarks(bookmarks::BookmarksArgs),
    /// Print articles of the library, whole.
    Export(export::ExportArgs),
    /// Take pages or articles out of the library; asks first.
    Remove(remove::RemoveArgs),
    /// Take the last import out again, and bring back what it replaced; asks first.
    Undo(undo::UndoArgs),
    /// Look after the library: figures, integrity, room given back.
    Library(upkeep::LibraryArgs),
    /// Open the articles about the program; touches no library.
    Tutorial,
    /// Find, begin or check the file of settings.
    Config(config::ConfigArgs),
    /// Print what a shell completes the commands by.
    Completions(shell::CompletionsArgs),
    /// Print the manual page, in roff.
    Man,
}

/// The arguments of this run; or, where they ask for help or are wrong, what it ends with.
///
/// # Errors
/// The exit code, once all is said: 2 for bad usage.
pub fn arguments(lang: Lang) -> Result<Arguments, ExitCode> {
    let arguments = Arguments::try_parse().map_err(|error| {
        if error.use_stderr() && error.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
            report::say_lines(&usage::wrong_call(&error, lang));
            return ExitCode::from(2);
        }
        let text = error.render().to_string();
        if error.use_stderr() {
            report::say_lines(&text);
            return ExitCode::from(2);
        }
        let mut out = Output::new();
        let ended = out.text(&text).and_then(|()| out.finish());
        Report::new(lang).exit_code(ended)
    })?;
    match meant_command(&arguments.paths) {
        Some(sentence) => Err(Report::new(lang).exit_code(Err(report::Stop::usage(sentence)))),
        None => Ok(arguments),
    }
}

/// What to say where the first path is no file but nearly the name of a command.
fn meant_command(paths: &[PathBuf]) -> Option<(String, Sentence)> {
    let word = paths.first().filter(|path| !path.exists())?.to_str()?;
    let command = Arguments::command();
    let meant = nearest(word, command.get_subcommands().map(clap::Command::get_name))?;
    Some((word.to_owned(), Sentence::NoSuchCommand(meant.to_owned())))
}

/// Does the work of a process that reads a PDF for another one of this program, if it is one. No user
/// calls it, so no help names it.
#[cfg(feature = "pdf")]
pub fn read_pdf() -> Option<ExitCode> {
    let mut arguments = env::args_os().skip(1);
    let is_one = arguments.next().is_some_and(|first| first == crate::import::READ_PDF) && arguments.next().is_none();
    is_one.then(|| Report::new(Lang::default()).exit_code(crate::import::serve_pdf().map_err(report::Stop::Output)))
}

/// Runs a command.
pub fn run(command: &Command, settings: &ConfigAccess, lang: Lang, tutorial: fn() -> ExitCode) -> ExitCode {
    let mut report = Report::new(lang);
    let ended = match command {
        Command::Import(arguments) => import::run(arguments, &mut report),
        Command::Parse(arguments) => parse::run(arguments, &mut report),
        Command::List(arguments) => list::run(arguments, &mut report),
        Command::Show(arguments) => show::run(arguments, settings, &mut report),
        Command::Wrap(arguments) => return wrap::run(arguments, report),
        Command::Search(arguments) => search::run(arguments, &mut report),
        Command::Bookmarks(arguments) => bookmarks::run(arguments, &mut report),
        Command::Export(arguments) => export::run(arguments, &mut report),
        Command::Remove(arguments) => remove::run(arguments, &mut report),
        Command::Undo(arguments) => undo::run(arguments, &mut report),
        Command::Library(arguments) => upkeep::run(arguments, &mut report),
        Command::Tutorial => return tutorial(),
        Command::Config(arguments) => config::run(arguments, settings, &mut report),
        Command::Completions(arguments) => shell::completions(arguments, Arguments::command()),
        Command::Man => shell::man(Arguments::command(), EXAMPLES),
    };
    report.exit_code(ended)
}
