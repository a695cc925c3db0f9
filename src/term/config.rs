//! The user's settings and the theme that they name, from their files.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::told::Told;
use crate::app::{self, Choice, Diagnostic, Settings};
use crate::phrase::{Lang, Said, Sentence};
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

/// Something wrong with a file of settings or of a theme.
#[derive(Debug)]
pub struct SettingsFault {
    /// The file.
    file: PathBuf,
    /// What is wrong.
    what: SettingsFlaw,
}

/// What is wrong with a file of settings.
#[derive(Debug)]
enum SettingsFlaw {
    /// It cannot be read.
    Unread(io::Error),
    /// Something in it makes no sense.
    Diagnostic(Diagnostic),
}

impl SettingsFault {
    fn in_file(file: &Path, diagnostic: Diagnostic) -> Self {
        Self { file: file.to_owned(), what: SettingsFlaw::Diagnostic(diagnostic) }
    }
}

impl Said for SettingsFault {
    fn said(&self, lang: Lang) -> String {
        match &self.what {
            SettingsFlaw::Unread(error) => format!("{}: {}", self.file.display(), error.said(lang)),
            SettingsFlaw::Diagnostic(diagnostic) => format!("{}:{}", self.file.display(), diagnostic.said(lang)),
        }
    }
}

/// The first of what is wrong, and how much more there is.
#[derive(Debug)]
pub struct FaultSummary {
    first: SettingsFault,
    more: usize,
}

impl Said for FaultSummary {
    fn said(&self, lang: Lang) -> String {
        let first = self.first.said(lang);
        if self.more == 0 { first } else { format!("{first} {}", Sentence::AndMoreWrong(self.more).said(lang)) }
    }
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

/// What is wrong, in one line of a screen: the first of it, the file named as it is in its folder.
pub fn summary(wrong: Vec<SettingsFault>, dirs: Option<&Dirs>) -> Option<FaultSummary> {
    let more = wrong.len().saturating_sub(1);
    let mut first = wrong.into_iter().next()?;
    if let Some(short) = dirs.and_then(|dirs| first.file.strip_prefix(&dirs.config).ok()) {
        first.file = short.to_owned();
    }
    Some(FaultSummary { first, more })
}

fn settings(dirs: &Dirs, wrong: &mut Vec<SettingsFault>) -> Settings {
    let file = dirs.settings();
    let text = read_text(&file).unwrap_or_else(|error| {
        if error.kind() != io::ErrorKind::NotFound {
            wrong.push(SettingsFault { file: file.clone(), what: SettingsFlaw::Unread(error) });
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
    let keep = |dirs: &Dirs| {
        dirs.change_settings(|file| {
            let kept = app::keep_choice(file.unwrap_or(app::EXAMPLE), choice);
            kept.map_err(|wrong| {
                let wrong = wrong.into_iter().map(|flaw| SettingsFault::in_file(&dirs.settings(), flaw)).collect();
                NotKept::Unfit(summary(wrong, Some(dirs)))
            })
        })
    };
    let kept = dirs.ok_or(NotKept::Store(Error::NoHome)).and_then(keep);
    kept.map_err(|not_kept| match not_kept {
        NotKept::Store(error) => Box::new(error) as Told,
        NotKept::Unfit(faults) => Box::new(faults.into_iter().collect::<Vec<_>>()),
    })
}

/// Why a choice is not in the file of settings.
enum NotKept {
    /// The file cannot be read or written.
    Store(Error),
    /// Something is wrong in it.
    Unfit(Option<FaultSummary>),
}

impl From<Error> for NotKept {
    fn from(error: Error) -> Self {
        Self::Store(error)
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
            wrong.push(SettingsFault { file, what: SettingsFlaw::Unread(error) });
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
