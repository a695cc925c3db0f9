//! The user's settings and the theme that they name, from their files.

use std::env;
use std::fs;
use std::io;
use std::path::PathBuf;

use super::settings_fault::{FaultSummary, SettingsFault};
use super::told::Told;
use crate::app::{self, Choice, Settings};
use crate::store::{Dirs, Error, read_text};
use crate::ui::{Colours, Theme};

/// What the user's files ask for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadedConfig {
    /// The settings.
    pub settings: Settings,
    /// The theme that they name.
    pub theme: Theme,
}

/// Reads the files; what is wrong in them, a sentence each that names the file, line and column.
/// What makes no sense is as it is by default.
pub fn read(dirs: Option<&Dirs>) -> (LoadedConfig, Vec<SettingsFault>) {
    let mut wrong = Vec::new();
    let settings = dirs.map(|dirs| settings(dirs, &mut wrong)).unwrap_or_default();
    let (theme, wrong_in_theme) = theme(&settings.theme, dirs);
    wrong.extend(wrong_in_theme);
    (LoadedConfig { settings, theme }, wrong)
}

/// The colours of the terminal that the environment tells of.
fn colours() -> Colours {
    let [no_color, colorterm, term] = ["NO_COLOR", "COLORTERM", "TERM"].map(|name| env::var(name).ok());
    Colours::of_environment(no_color.as_deref(), colorterm.as_deref(), term.as_deref())
}

fn settings(dirs: &Dirs, wrong: &mut Vec<SettingsFault>) -> Settings {
    let file = dirs.settings();
    let text = read_text(&file).unwrap_or_else(|error| {
        if error.kind() != io::ErrorKind::NotFound {
            wrong.push(SettingsFault::unread(&file, error));
        }
        String::new()
    });
    let (settings, diagnostics) = Settings::read(&text);
    let unknown_theme = Settings::unknown_theme(&text, theme_names(Some(dirs)).iter().map(String::as_str));
    let mut diagnostics: Vec<_> = diagnostics.into_iter().chain(unknown_theme).collect();
    diagnostics.sort_by_key(|diagnostic| (diagnostic.line, diagnostic.column));
    wrong.extend(diagnostics.into_iter().map(|flaw| SettingsFault::in_file(&file, flaw)));
    settings
}

/// What is wrong in the files, those of themes that are not chosen included.
pub fn check(dirs: &Dirs) -> Vec<SettingsFault> {
    let (LoadedConfig { settings, .. }, mut wrong) = read(Some(dirs));
    for name in own_names(dirs).iter().filter(|name| **name != settings.theme) {
        own_theme(name, dirs, &mut wrong);
    }
    wrong
}

/// The theme of a name, in the colours of the terminal; what is wrong in its file.
pub fn theme(name: &str, dirs: Option<&Dirs>) -> (Theme, Vec<SettingsFault>) {
    let mut wrong = Vec::new();
    let own = || dirs.map(|dirs| own_theme(name, dirs, &mut wrong)).unwrap_or_default();
    let theme = Theme::built_in(name).unwrap_or_else(own);
    (theme.in_colours(colours()), wrong)
}

/// Keeps a choice in the file of settings, which is begun with all settings where there is none.
///
/// # Errors
/// Where the file cannot be understood, read or written; it is then as it was.
pub fn keep(choice: &Choice, dirs: Option<&Dirs>) -> Result<(), Told> {
    let in_file = |file: Option<&str>| app::keep_choice(file.unwrap_or(app::EXAMPLE), choice);
    let kept = dirs.ok_or(Error::NoHome).and_then(|dirs| dirs.change_settings(in_file));
    match (kept, dirs) {
        (Err(error), _) => Err(Box::new(error)),
        (Ok(false), Some(dirs)) => Err(Box::new(FaultSummary::of(read(Some(dirs)).1, Some(dirs)))),
        (Ok(_), _) => Ok(()),
    }
}

/// The file of a theme of the user's own.
pub fn theme_file(name: &str, dirs: &Dirs) -> PathBuf {
    dirs.themes().join(format!("{name}.toml"))
}

/// A theme of the user's own; the default where there is none, of which the settings complain.
fn own_theme(name: &str, dirs: &Dirs, wrong: &mut Vec<SettingsFault>) -> Theme {
    if !own_names(dirs).iter().any(|own| own == name) {
        return Theme::default();
    }
    let file = theme_file(name, dirs);
    let (theme, diagnostics) = match read_text(&file) {
        Ok(text) => Theme::read(&text),
        Err(error) => {
            wrong.push(SettingsFault::unread(&file, error));
            return Theme::default();
        }
    };
    wrong.extend(diagnostics.into_iter().map(|flaw| SettingsFault::in_file(&file, flaw)));
    theme
}

/// The names of the themes that there are, the program's own first.
pub fn theme_names(dirs: Option<&Dirs>) -> Vec<String> {
    Theme::names().map(str::to_owned).chain(dirs.map(own_names).unwrap_or_default()).collect()
}

/// The names of the user's own themes, in their order.
fn own_names(dirs: &Dirs) -> Vec<String> {
    let files = fs::read_dir(dirs.themes()).into_iter().flatten().flatten().map(|entry| entry.path());
    let themes = files.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    let mut names: Vec<_> = themes.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    names.sort();
    names
}
