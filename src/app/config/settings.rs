//! The user's settings: `config.toml` as text in, settings and diagnostics out.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use crate::app::diagnostic::{self, Diagnostic};
use crate::app::input::action::Action;
use crate::app::input::keymap::Keymap;
use crate::phrase::{Lang, Sentence};
use crate::text::{Ambiguous, nearest};
use crate::typeset::{Justification, Layout, Setting};

use super::pace::Pace;
use super::script::Script;

/// What a user can set.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The language of the interface; none: the locale's.
    pub lang: Option<Lang>,
    /// The name of the theme.
    pub theme: String,
    /// The folders whose new files come in by themselves, each an absolute path or one in the user's home, `~`.
    pub folders: Vec<String>,
    /// Whether the mouse is the reader's.
    pub mouse: bool,
    /// Whether traditional and simplified characters find each other in searches.
    pub any_script: bool,
    /// Whether searches find words only as they are printed.
    pub exact: bool,
    /// How articles are set.
    pub setting: Setting,
    /// The characters that articles are shown in.
    pub script: Script,
    /// How fast the user reads.
    pub pace: Pace,
    /// The keys.
    pub keymap: Keymap,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: None,
            theme: "terminal".to_owned(),
            folders: Vec::new(),
            mouse: true,
            any_script: false,
            exact: false,
            setting: Setting::default(),
            script: Script::default(),
            pace: Pace::default(),
            keymap: Keymap::default(),
        }
    }
}

/// All settings with their values, each commented out: what `config init` writes.
pub const EXAMPLE: &str = include_str!("../../../assets/config.toml");

/// The languages of the interface and their names; none: the locale's.
pub(super) const LANGUAGES: [(&str, Option<Lang>); 3] =
    [("auto", None), ("zh", Some(Lang::Chinese)), ("en", Some(Lang::English))];

/// The layouts and their names.
pub(super) const LAYOUTS: [(&str, Layout); 3] =
    [("column", Layout::Column), ("columns", Layout::Columns), ("vertical", Layout::Vertical)];

/// A setting: its table ("" at the beginning of the file), its name, and how a value is taken.
/// Taking returns what would have been right.
type Known = (&'static str, &'static str, fn(&mut Settings, &DeValue<'_>) -> Result<(), Sentence>);

const KNOWN: &[Known] = &[
    ("", "language", |settings, value| {
        settings.lang = one_of(value, LANGUAGES).ok_or(Sentence::OneOf(vec![r#""auto""#, r#""zh""#, r#""en""#]))?;
        Ok(())
    }),
    ("", "theme", |settings, value| {
        settings.theme = value.as_str().ok_or(Sentence::NameOfTheme)?.to_owned();
        Ok(())
    }),
    ("", "folders", |settings, value| {
        let written = value.as_array().ok_or(Sentence::ListOfFolders)?.iter().map(|folder| folder.get_ref().as_str());
        let is_whole = |folder: &&str| *folder == "~" || folder.starts_with("~/") || Path::new(folder).is_absolute();
        let folders: Option<Vec<String>> = written.map(|folder| Some(folder.filter(is_whole)?.to_owned())).collect();
        settings.folders = folders.ok_or(Sentence::ListOfFolders)?;
        Ok(())
    }),
    ("", "mouse", |settings, value| set_bool(&mut settings.mouse, value)),
    ("", "any-script", |settings, value| set_bool(&mut settings.any_script, value)),
    ("", "exact", |settings, value| set_bool(&mut settings.exact, value)),
    ("reading", "layout", |settings, value| {
        settings.setting.layout =
            one_of(value, LAYOUTS).ok_or(Sentence::OneOf(vec![r#""column""#, r#""columns""#, r#""vertical""#]))?;
        Ok(())
    }),
    ("reading", "measure", |settings, value| {
        settings.setting.measure = number(value, 4, 10_000).ok_or(Sentence::NumberOfCells)?;
        Ok(())
    }),
    ("reading", "indent", |settings, value| {
        settings.setting.indent = number(value, 0, 8).ok_or(Sentence::NumberOfCharacters)?;
        Ok(())
    }),
    ("reading", "justify", |settings, value| {
        settings.setting.justify = match value.as_bool() {
            Some(true) => Justification::Even,
            Some(false) => Justification::Ragged,
            None => one_of(value, [("full", Justification::Full)]).ok_or(Sentence::OneOf(vec![
                "true",
                "false",
                r#""full""#,
            ]))?,
        };
        Ok(())
    }),
    ("reading", "hanging", |settings, value| set_bool(&mut settings.setting.hanging, value)),
    ("reading", "line-spacing", |settings, value| {
        settings.setting.line_spacing = number(value, 0, 4).ok_or(Sentence::NumberOfRows)?;
        Ok(())
    }),
    ("reading", "latin-spacing", |settings, value| set_bool(&mut settings.setting.latin_spacing, value)),
    ("reading", "script", |settings, value| {
        let (simplified, traditional) = (Script::Simplified, Script::Traditional);
        let scripts = [("printed", Script::Printed), ("simplified", simplified), ("traditional", traditional)];
        settings.script = one_of(value, scripts).ok_or(Sentence::OneOf(vec![
            r#""printed""#,
            r#""simplified""#,
            r#""traditional""#,
        ]))?;
        Ok(())
    }),
    ("reading", "pinyin", |settings, value| set_bool(&mut settings.setting.pinyin, value)),
    ("reading", "characters-per-minute", |settings, value| {
        settings.pace.characters = number(value, 1, 100_000).ok_or(Sentence::NumberOfCharactersRead)? as u64;
        Ok(())
    }),
    ("reading", "words-per-minute", |settings, value| {
        settings.pace.words = number(value, 1, 100_000).ok_or(Sentence::NumberOfWordsRead)? as u64;
        Ok(())
    }),
    ("reading", "ambiguous", |settings, value| {
        settings.setting.metrics.ambiguous = one_of(value, [("narrow", Ambiguous::Narrow), ("wide", Ambiguous::Wide)])
            .ok_or(Sentence::OneOf(vec![r#""narrow""#, r#""wide""#]))?;
        Ok(())
    }),
];

impl Settings {
    /// Reads a file of settings. What makes no sense is reported and leaves what it was to
    /// set as it is by default.
    pub fn read(text: &str) -> (Self, Vec<Diagnostic>) {
        let mut settings = Self::default();
        let diagnostics = diagnostic::read(text, |table, report| settings.read_table("", table, report));
        (settings, diagnostics)
    }

    /// The diagnostic about the name of a theme in a file of settings, where it is none of those known.
    pub fn unknown_theme<'n>(text: &str, names: impl Iterator<Item = &'n str> + Clone) -> Option<Diagnostic> {
        let (file, _) = DeTable::parse_recoverable(text);
        let theme = file.get_ref().get("theme")?;
        let name = theme.get_ref().as_str().filter(|name| !names.clone().any(|known| known == *name))?;
        Some(Diagnostic::at(text, theme.span().start, diagnostic::unknown(Sentence::NamedTheme, name, names)))
    }

    /// Takes what a table sets; a value that the syntax already failed on stands nowhere and is
    /// passed over.
    fn read_table(&mut self, within: &str, table: &DeTable<'_>, report: &mut dyn FnMut(usize, Sentence)) {
        for (name, value) in table {
            let inner = value.get_ref().as_table().filter(|_| within.is_empty());
            match (name.get_ref().as_ref(), inner) {
                ("keys", Some(inner)) => self.keymap.bind(inner, report),
                ("reading", Some(inner)) => self.read_table("reading", inner, report),
                (name @ ("keys" | "reading"), None) if within.is_empty() => {
                    report(value.span().start, is_to_be(name, Sentence::ATable(name.to_owned())));
                }
                (known, _) => match KNOWN.iter().find(|(table, name, _)| *table == within && *name == known) {
                    Some(_) if value.span().is_empty() => {}
                    Some((_, _, take)) => {
                        if let Err(right) = take(self, value.get_ref()) {
                            report(value.span().start, is_to_be(known, right));
                        }
                    }
                    None => report(name.span().start, unknown(within, known)),
                },
            }
        }
    }
}

/// The sentence about a setting that has another kind of value.
fn is_to_be(name: &str, right: Sentence) -> Sentence {
    Sentence::IsToBe { name: name.to_owned(), right: Box::new(right) }
}

/// The sentence about a setting that a table does not know: it may belong in another one.
fn unknown(within: &str, name: &str) -> Sentence {
    let elsewhere = || {
        let settings = KNOWN.iter().map(|(table, name, _)| (*table, *name));
        settings.chain(Action::TABLE.iter().map(|entry| ("keys", entry.name))).filter(|(table, _)| *table != within)
    };
    let near = nearest(name, names(within)).filter(|_| elsewhere().all(|(_, other)| other != name));
    match near.is_none().then(|| nearest(name, elsewhere().map(|(_, name)| name))).flatten() {
        Some(other) => match elsewhere().find(|(_, name)| *name == other) {
            Some((table @ ("reading" | "keys"), _)) => {
                Sentence::BelongsIn { name: name.to_owned(), table, other: other.to_owned() }
            }
            _ => Sentence::BelongsAbove { name: name.to_owned(), other: other.to_owned() },
        },
        None => diagnostic::unknown(Sentence::NamedSetting, name, names(within)),
    }
}

/// The names that a table knows.
fn names(within: &str) -> impl Iterator<Item = &'static str> {
    let tables: &[&str] = if within.is_empty() { &["reading", "keys"] } else { &[] };
    KNOWN.iter().filter(move |(table, ..)| *table == within).map(|(_, name, _)| *name).chain(tables.iter().copied())
}

fn one_of<T: Copy, const N: usize>(value: &DeValue<'_>, values: [(&str, T); N]) -> Option<T> {
    let written = value.as_str()?;
    values.iter().find(|(name, _)| *name == written).map(|(_, value)| *value)
}

fn set_bool(setting: &mut bool, value: &DeValue<'_>) -> Result<(), Sentence> {
    *setting = value.as_bool().ok_or(Sentence::TrueOrFalse)?;
    Ok(())
}

fn number(value: &DeValue<'_>, least: usize, most: usize) -> Option<usize> {
    let integer = value.as_integer()?;
    let number = usize::from_str_radix(integer.as_str(), integer.radix()).ok()?;
    (least..=most).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::Said;

    #[track_caller]
    fn diagnostics(text: &str, expected: &[&str]) {
        let (_, diagnostics) = Settings::read(text);
        assert_eq!(diagnostics.iter().map(|one| one.said(Lang::English)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn settings_are_taken() {
        let (settings, said) = Settings::read(
            "language = 'zh'\ntheme = 'ink'\n[reading]\nmeasure = 60\njustify = false\nambiguous = 'wide'\n[keys]\nquit = 'Q'",
        );
        assert_eq!(said, []);
        assert_eq!(settings.lang, Some(Lang::Chinese));
        assert_eq!(settings.theme, "ink");
        assert_eq!(settings.setting.measure, 60);
        assert_eq!(settings.setting.justify, Justification::Ragged);
        assert_eq!(settings.setting.metrics.ambiguous, Ambiguous::Wide);
        assert_eq!(settings.keymap.keys_of(crate::app::Action::Quit), ["Q"]);
    }

    #[test]
    fn folders_are_whole_paths_or_in_the_home() {
        let folders = |text: &str| Settings::read(text).0.folders;
        assert_eq!(folders("folders = ['~/papers', '/srv/报纸', '~']"), ["~/papers", "/srv/报纸", "~"]);
        let right = r#"a list of folders in [ ], each a whole path or one that begins with "~/""#;
        for wrong in ["'~/papers'", "['papers']", "[3]", "['']"] {
            diagnostics(&format!("folders = {wrong}"), &[&format!("1:11: folders is to be {right}")]);
            assert_eq!(folders(&format!("folders = {wrong}")), [""; 0]);
        }
    }

    #[test]
    fn lines_are_justified_in_two_ways_or_not() {
        let justify = |value: &str| Settings::read(&format!("[reading]\njustify = {value}")).0.setting.justify;
        assert_eq!(justify("true"), Justification::Even);
        assert_eq!(justify("false"), Justification::Ragged);
        assert_eq!(justify("'full'"), Justification::Full);
        diagnostics("[reading]\njustify = 'half'", &[r#"2:11: justify is to be true, false or "full""#]);
    }

    #[test]
    fn what_is_wrong_is_said_by_line_and_column() {
        diagnostics("colour = 3", &[r#"1:1: no setting "colour""#]);
        diagnostics("measur = 3", &[r#"1:1: no setting "measur"; is it reading.measure?"#]);
        diagnostics("[reading]\ntheme = 'ink'", &[r#"2:1: no setting "theme"; is it "theme", above the first table?"#]);
        diagnostics("quit = 'Q'", &[r#"1:1: no setting "quit"; is it keys.quit?"#]);
        diagnostics("[reading]\nmesure = 3", &[r#"2:1: no setting "mesure"; is it "measure"?"#]);
        diagnostics("[reading]\nmeasure = 'wide'", &["2:11: measure is to be a number of cells, 4 or more"]);
        diagnostics(
            "mouse = 1\nlanguage = 'fr'",
            &["1:9: mouse is to be true or false", r#"2:12: language is to be "auto", "zh" or "en""#],
        );
        diagnostics("keys = 3", &["1:8: keys is to be a table, begun by a line [keys]"]);
    }

    #[test]
    fn what_is_no_toml_does_not_lose_the_rest() {
        let (settings, said) = Settings::read("theme = 'ink'\nmouse = = 3\nlanguage = 'zh'");
        assert_eq!(settings.theme, "ink");
        assert_eq!(settings.lang, Some(Lang::Chinese));
        assert!(said.iter().all(|diagnostic| diagnostic.line == 2), "{said:?}");
    }

    #[test]
    fn the_example_names_every_setting_with_its_default() {
        assert_eq!(Settings::read(EXAMPLE), (Settings::default(), Vec::new()));
        let uncommented: String = EXAMPLE
            .lines()
            .map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line))
            .map(|line| format!("{line}\n"))
            .collect();
        assert_eq!(Settings::read(&uncommented), (Settings::default(), Vec::new()));
        for (_, name, _) in KNOWN {
            assert!(uncommented.lines().any(|line| line.starts_with(&format!("{name} = "))), "{name}");
        }
    }
}
