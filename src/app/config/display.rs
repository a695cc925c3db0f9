//! How things are shown: the settings as they were read last, and what of them keys have turned since.

use crate::app::input::action::Action;
use crate::phrase::{Lang, Phrase};
use crate::typeset::{Layout, Setting};

use super::script::Script;
use super::settings::Settings;

/// The language, the layout and the script that everything is shown in.
#[derive(Clone, Debug)]
pub struct Display {
    settings: Settings,
    setting: Setting,
    script: Script,
    /// The language that the environment asks for.
    locale: Lang,
}

impl Display {
    /// As the settings have it, in the locale's language where they name none.
    pub fn new(settings: &Settings, locale: Lang) -> Self {
        Self { settings: settings.clone(), setting: settings.setting, script: settings.script, locale }
    }

    /// The settings as they were read last.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// How articles are set.
    pub fn setting(&self) -> Setting {
        self.setting
    }

    /// The characters that articles are shown in.
    pub fn script(&self) -> Script {
        self.script
    }

    /// The language of the interface.
    pub fn lang(&self) -> Lang {
        self.settings.lang.unwrap_or(self.locale)
    }

    /// Turns to the next layout, the next script, to pinyin or no longer; what is said of it.
    pub fn update(&mut self, action: Action) -> Phrase {
        match action {
            Action::Script => {
                self.script = self.script.next();
                return self.script.phrase();
            }
            Action::Pinyin => self.setting.pinyin = !self.setting.pinyin,
            _ => self.setting.layout = self.setting.layout.next(),
        }
        match (action, self.setting.layout) {
            (Action::Pinyin, _) if !self.setting.pinyin => Phrase::PinyinOff,
            (Action::Pinyin, Layout::Vertical) => Phrase::PinyinNotVertical,
            (Action::Pinyin, _) => Phrase::PinyinOn,
            (_, Layout::Column) => Phrase::LayoutColumn,
            (_, Layout::Columns) => Phrase::LayoutColumns,
            (_, Layout::Vertical) => Phrase::LayoutVertical,
        }
    }

    /// Takes settings that were changed; those before. What keys have turned since stays as they
    /// turned it, unless it is among the changes.
    pub fn take(&mut self, settings: Settings) -> Settings {
        let before = std::mem::replace(&mut self.settings, settings);
        let after = &self.settings;
        if after.script != before.script {
            self.script = after.script;
        }
        let turned = self.setting;
        self.setting = after.setting;
        if after.setting.layout == before.setting.layout {
            self.setting.layout = turned.layout;
        }
        if after.setting.pinyin == before.setting.pinyin {
            self.setting.pinyin = turned.pinyin;
        }
        before
    }
}
