//! How things are shown: the settings as they were read last, and what of them keys have turned since.

use serde::{Deserialize, Serialize};

use crate::app::input::action::Action;
use crate::phrase::{Lang, Phrase};
use crate::typeset::{Layout, Setting};

use super::script::Script;
use super::settings::Settings;

/// What keys have turned of the settings, to be so again at the next start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TurnedDisplay {
    layout: Turned<Layout>,
    script: Turned<Script>,
    pinyin: Turned<bool>,
}

/// A setting that a key has turned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Turned<T> {
    /// As the settings had it.
    from: T,
    /// As it was turned.
    to: T,
}

impl<T: PartialEq> Turned<T> {
    /// The setting as it was turned, or, where the settings have been changed since, as they have it.
    fn over(self, setting: T) -> T {
        if setting == self.from { self.to } else { setting }
    }
}

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

    /// Turns everything as it was turned when the program was left.
    pub fn turn(&mut self, turned: TurnedDisplay) {
        self.setting.layout = turned.layout.over(self.setting.layout);
        self.setting.pinyin = turned.pinyin.over(self.setting.pinyin);
        self.script = turned.script.over(self.script);
    }

    /// What keys have turned.
    pub fn turned(&self) -> TurnedDisplay {
        let Settings { setting, script, .. } = &self.settings;
        TurnedDisplay {
            layout: Turned { from: setting.layout, to: self.setting.layout },
            script: Turned { from: *script, to: self.script },
            pinyin: Turned { from: setting.pinyin, to: self.setting.pinyin },
        }
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
