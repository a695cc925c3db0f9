//! `config`: the file of settings, where it is, begun, checked.

use std::io;

use clap::{Args, Subcommand};

use super::report::{Output, Report, Stop};
use super::user_library::user_dirs;
use crate::export::table::{self, TableColumn};
use crate::phrase::{Said, Sentence};
use crate::store::{Dirs, read_text};
use crate::typeset::Setting;

/// ConfigCommand the commands need to know of settings, which belong to a layer above them.
#[derive(Clone, Copy, Debug)]
pub struct ConfigAccess {
    /// A file of all settings with their defaults, commented out.
    pub example: &'static str,
    /// ConfigCommand is wrong in the file of settings and in those of themes, each by file, line and column.
    pub diagnostics: fn(&Dirs) -> Vec<Box<dyn Said>>,
    /// How a file of settings wants articles set.
    pub setting: fn(&str) -> Setting,
}

/// The arguments of `config`.
#[derive(Args, Debug)]
pub struct ConfigArgs {
    #[command(subcommand)]
    what: ConfigCommand,
}

/// ConfigCommand to do with the settings.
#[derive(Clone, Copy, Debug, Subcommand)]
enum ConfigCommand {
    /// Print where the file of settings is, or would be.
    Path,
    /// Write a file of all settings, commented out; never over an existing one.
    Init,
    /// Name what is wrong in the file and in those of themes, by line and column.
    Check,
}

/// Does it.
pub fn run(arguments: &ConfigArgs, settings: &ConfigAccess, report: &mut Report) -> Result<(), Stop> {
    let dirs = user_dirs()?;
    let path = dirs.settings();
    match arguments.what {
        ConfigCommand::Path => {
            let mut out = Output::new();
            out.line(&table::row([TableColumn::Rest], [&path.display().to_string()]))?;
            out.finish()
        }
        ConfigCommand::Init if dirs.begin_settings(settings.example)? => {
            report.note((path.display().to_string(), Sentence::Written));
            Ok(())
        }
        ConfigCommand::Init => Err(Stop::nothing((path.display().to_string(), Sentence::LeftAloneThere))),
        ConfigCommand::Check => {
            if !path.exists() {
                report.note((path.display().to_string(), Sentence::DefaultsHold));
            }
            (settings.diagnostics)(&dirs).into_iter().for_each(|diagnostic| report.fault(diagnostic));
            Ok(())
        }
    }
}

/// How the user wants articles set; the default where the file cannot be read.
pub fn setting(settings: &ConfigAccess, dirs: &Dirs) -> Setting {
    read(dirs).ok().flatten().map_or_else(Setting::default, |text| (settings.setting)(&text))
}

/// The file of settings; none where it is not there.
fn read(dirs: &Dirs) -> Result<Option<String>, Stop> {
    let path = dirs.settings();
    match read_text(&path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Stop::nothing((path.display().to_string(), error))),
    }
}
