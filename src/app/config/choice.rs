//! Settings that are chosen while the program runs: what each may be, and how a file of settings says it.

use toml_edit::Value;

use crate::app::input::action::Action;
use crate::phrase::{Lang, Phrase};
use crate::typeset::Layout;

use super::settings::{LANGUAGES, LAYOUTS, Settings};

/// The measures that are offered, in cells.
const MEASURES: [usize; 10] = [36, 44, 52, 60, 68, 76, 84, 96, 112, 132];

/// A setting that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChosenSetting {
    /// The colours.
    Theme,
    /// How lines are arranged.
    Layout,
    /// The longest line.
    Measure,
    /// Whether marks hang in the margin.
    Hanging,
    /// The language of the interface.
    Language,
}

/// A value of a setting that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The name of a theme.
    Theme(String),
    /// A layout.
    Layout(Layout),
    /// Cells.
    Measure(usize),
    /// Whether they hang.
    Hanging(bool),
    /// A language; none: the locale's.
    Language(Option<Lang>),
}

impl ChosenSetting {
    /// Every one.
    pub const ALL: [Self; 5] = [Self::Theme, Self::Layout, Self::Measure, Self::Hanging, Self::Language];

    /// The setting that an action offers the values of.
    pub fn of_action(action: Action) -> Option<Self> {
        Some(match action {
            Action::ChooseTheme => Self::Theme,
            Action::ChooseLayout => Self::Layout,
            Action::ChooseMeasure => Self::Measure,
            Action::ChooseHanging => Self::Hanging,
            Action::ChooseLanguage => Self::Language,
            _ => return None,
        })
    }

    /// What it is called.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Theme => Phrase::SettingTheme,
            Self::Layout => Phrase::SettingLayout,
            Self::Measure => Phrase::SettingMeasure,
            Self::Hanging => Phrase::SettingHanging,
            Self::Language => Phrase::SettingLanguage,
        }
    }

    /// Its table in a file of settings ("" at the beginning of the file), and its name.
    pub fn place(self) -> (&'static str, &'static str) {
        match self {
            Self::Theme => ("", "theme"),
            Self::Layout => ("reading", "layout"),
            Self::Measure => ("reading", "measure"),
            Self::Hanging => ("reading", "hanging"),
            Self::Language => ("", "language"),
        }
    }

    /// Its value.
    pub fn of(self, settings: &Settings) -> Choice {
        match self {
            Self::Theme => Choice::Theme(settings.theme.clone()),
            Self::Layout => Choice::Layout(settings.setting.layout),
            Self::Measure => Choice::Measure(settings.setting.measure),
            Self::Hanging => Choice::Hanging(settings.setting.hanging),
            Self::Language => Choice::Language(settings.lang),
        }
    }

    /// What it may be; of themes those of these names.
    pub fn choices(self, settings: &Settings, themes: &[String]) -> Vec<Choice> {
        match self {
            Self::Theme => themes.iter().cloned().map(Choice::Theme).collect(),
            Self::Layout => LAYOUTS.iter().map(|(_, layout)| Choice::Layout(*layout)).collect(),
            Self::Measure => {
                let mut measures: Vec<_> = MEASURES.into_iter().chain([settings.setting.measure]).collect();
                measures.sort_unstable();
                measures.dedup();
                measures.into_iter().map(Choice::Measure).collect()
            }
            Self::Hanging => [true, false].map(Choice::Hanging).to_vec(),
            Self::Language => LANGUAGES.iter().map(|(_, lang)| Choice::Language(*lang)).collect(),
        }
    }
}

impl Choice {
    /// The setting that it is a value of.
    pub fn setting(&self) -> ChosenSetting {
        match self {
            Self::Theme(_) => ChosenSetting::Theme,
            Self::Layout(_) => ChosenSetting::Layout,
            Self::Measure(_) => ChosenSetting::Measure,
            Self::Hanging(_) => ChosenSetting::Hanging,
            Self::Language(_) => ChosenSetting::Language,
        }
    }

    /// Gives the setting this value.
    pub fn put(&self, settings: &mut Settings) {
        match self {
            Self::Theme(name) => settings.theme.clone_from(name),
            Self::Layout(layout) => settings.setting.layout = *layout,
            Self::Measure(cells) => settings.setting.measure = *cells,
            Self::Hanging(hangs) => settings.setting.hanging = *hangs,
            Self::Language(lang) => settings.lang = *lang,
        }
    }

    /// The value as a file of settings has it.
    pub fn value(&self) -> Value {
        match self {
            Self::Theme(name) => name.into(),
            Self::Layout(layout) => name_of(&LAYOUTS, layout).into(),
            Self::Measure(cells) => i64::try_from(*cells).unwrap_or(i64::MAX).into(),
            Self::Hanging(hangs) => (*hangs).into(),
            Self::Language(lang) => name_of(&LANGUAGES, lang).into(),
        }
    }

    /// What it is called; none for a theme of the user's own, which has its name alone.
    pub fn phrase(&self) -> Option<Phrase> {
        Some(match self {
            Self::Theme(name) => match name.as_str() {
                "terminal" => Phrase::ThemeTerminal,
                "newsprint" => Phrase::ThemeNewsprint,
                "ink" => Phrase::ThemeInk,
                "contrast" => Phrase::ThemeContrast,
                _ => return None,
            },
            Self::Layout(layout) => layout_phrase(*layout),
            Self::Measure(cells) => Phrase::Cells(*cells),
            Self::Hanging(true) => Phrase::MarksHang,
            Self::Hanging(false) => Phrase::MarksDoNotHang,
            Self::Language(None) => Phrase::LanguageAuto,
            Self::Language(Some(Lang::Chinese)) => Phrase::LanguageChinese,
            Self::Language(Some(Lang::English)) => Phrase::LanguageEnglish,
        })
    }
}

/// What a layout is called.
pub fn layout_phrase(layout: Layout) -> Phrase {
    match layout {
        Layout::Column => Phrase::LayoutColumn,
        Layout::Columns => Phrase::LayoutColumns,
        Layout::Vertical => Phrase::LayoutVertical,
    }
}

fn name_of<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> &'static str {
    names.iter().find(|(_, known)| known == value).map_or("", |(name, _)| name)
}
