//! Arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;
use paper_reader::{app, cli, term};

/// What the commands need to know of the settings.
const SETTINGS: cli::Settings = cli::Settings {
    example: app::EXAMPLE,
    complaints: |text| app::Settings::read(text).1.iter().map(ToString::to_string).collect(),
    setting: |text| app::Settings::read(text).0.setting,
};

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    match arguments.command {
        Some(command) => cli::run(&command, &SETTINGS),
        None => term::run(arguments.paths),
    }
}
