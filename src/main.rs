//! Arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;
use paper_reader::{cli, term};

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    match arguments.command {
        Some(command) => cli::run(command),
        None => term::run(arguments.paths),
    }
}
