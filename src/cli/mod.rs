//! The commands: arguments in, results out, an exit code at the end.

mod commands;
mod wrap;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A terminal reader for newspapers.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// Pages to parse, add to the library and open; - is standard input.
    pub paths: Vec<PathBuf>,
    /// What to do instead of opening the reader.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do instead of opening the reader.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the articles of pages; touches no library.
    Parse(commands::Parse),
    /// Break each line of standard input, a paragraph, at a number of terminal cells.
    Wrap(wrap::Wrap),
}

/// Runs a command.
pub fn run(command: Command) -> ExitCode {
    match command {
        Command::Parse(parse) => commands::parse(&parse),
        Command::Wrap(wrap) => wrap::run(&wrap),
    }
}
