//! Arguments in, exit code out.

use std::process::ExitCode;

#[cfg(feature = "pdf")]
use paper_reader::import;
use paper_reader::phrase::Lang;
use paper_reader::term::OpenOn;
use paper_reader::{app, cli, term};

/// What the commands need to know of the settings.
const SETTINGS: cli::ConfigAccess = cli::ConfigAccess {
    example: app::EXAMPLE,
    diagnostics: |dirs| term::check_settings(dirs).into_iter().map(|fault| Box::new(fault) as _).collect(),
    setting: |text| app::Settings::read(text).0.setting,
};

fn main() -> ExitCode {
    cli::tell_of_panics(Lang::default());
    term::outlive_limits();
    #[cfg(feature = "pdf")]
    if let Some(ended) = cli::read_pdf() {
        return ended;
    }
    let lang = term::spoken();
    cli::tell_of_panics(lang);
    #[cfg(feature = "pdf")]
    import::read_pdf_apart();
    match cli::arguments(lang) {
        Ok(cli::Arguments { command: Some(command), .. }) => {
            cli::run(&command, &SETTINGS, lang, || term::run(OpenOn::Tutorial))
        }
        Ok(cli::Arguments { command: None, paths }) => term::run(OpenOn::Library(paths)),
        Err(ended) => ended,
    }
}
