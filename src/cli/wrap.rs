//! `wrap`: each input line is a paragraph, printed broken at a number of cells.

use std::process::ExitCode;

use clap::Args;

/// The arguments of `wrap`.
#[derive(Args, Debug)]
pub struct Wrap {
    /// The width of a line in terminal cells.
    #[arg(long)]
    width: u64,
    /// Spaces before the first line of each paragraph, inside the width.
    #[arg(long, default_value_t = 0)]
    indent: u64,
    /// Let a mark hang in the two cells after the width.
    #[arg(long)]
    hang: bool,
}

/// Breaks standard input.
pub fn run(_arguments: &Wrap) -> ExitCode {
    ExitCode::SUCCESS
}
