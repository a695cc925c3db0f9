//! Arguments in, exit code out.

use std::process::ExitCode;

#[cfg(feature = "pdf")]
use paper_reader::import;
use paper_reader::term::OpenOn;
use paper_reader::{app, cli, term};

/// What the commands need to know of the settings.
const SETTINGS: cli::ConfigAccess = cli::ConfigAccess {
    example: app::EXAMPLE,
    diagnostics: term::check_settings,
    setting: |text| app::Settings::read(text).0.setting,
};

fn main() -> ExitCode {
    cli::tell_of_panics();
    term::outlive_limits();
    #[cfg(feature = "pdf")]
    if let Some(ended) = cli::read_pdf() {
        return ended;
    }
    #[cfg(feature = "pdf")]
    import::read_pdf_apart();
    match cli::arguments() {
        Ok(cli::Arguments { command: Some(command), .. }) => {
            cli::run(&command, &SETTINGS, || term::run(OpenOn::Tutorial))
        }
        Ok(cli::Arguments { command: None, paths }) => term::run(OpenOn::Library(paths)),
        Err(ended) => ended,
    }
}
