//! How things are shown: the settings as they were read last, what of them keys and choices have turned
//! since, and what is being looked at before it is chosen.

use serde::{Deserialize, Serialize};

use crate::app::input::action::Action;
use crate::phrase::{Lang, Phrase};
use crate::typeset::{Layout, Setting};

use super::choice::{Choice, ChosenSetting, layout_phrase};
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

/// How everything is shown.
#[derive(Clone, Debug)]
pub struct Display {
    /// The settings as they were read last.
    read: Settings,
    /// What keys and choices have made of them.
    turned: Settings,
    /// What is being looked at before it is chosen.
    preview: Option<Choice>,
    /// All of it together.
    shown: Settings,
    /// The language that the environment asks for.
    locale: Lang,
}

impl Display {
    /// As the settings have it, in the locale's language where they name none.
    pub fn new(settings: &Settings, locale: Lang) -> Self {
        let [read, turned, shown] = [settings, settings, settings].map(Settings::clone);
        Self { read, turned, preview: None, shown, locale }
    }

    /// Turns everything as it was turned when the program was left.
    pub fn turn(&mut self, turned: TurnedDisplay) {
        let setting = &mut self.turned.setting;
        setting.layout = turned.layout.over(setting.layout);
        setting.pinyin = turned.pinyin.over(setting.pinyin);
        self.turned.script = turned.script.over(self.turned.script);
        self.show();
    }

    /// What keys and choices have turned, of what is so again at the next start.
    pub fn turned(&self) -> TurnedDisplay {
        let (read, turned) = (&self.read, &self.turned);
        TurnedDisplay {
            layout: Turned { from: read.setting.layout, to: turned.setting.layout },
            script: Turned { from: read.script, to: turned.script },
            pinyin: Turned { from: read.setting.pinyin, to: turned.setting.pinyin },
        }
    }

    /// The settings as they were read last.
    pub fn read(&self) -> &Settings {
        &self.read
    }

    /// The settings that everything is shown by.
    pub fn settings(&self) -> &Settings {
        &self.shown
    }

    /// How articles are set.
    pub fn setting(&self) -> Setting {
        self.shown.setting
    }

    /// The characters that articles are shown in.
    pub fn script(&self) -> Script {
        self.shown.script
    }

    /// The language of the interface.
    pub fn lang(&self) -> Lang {
        self.shown.lang.unwrap_or(self.locale)
    }

    /// Turns to the next layout, the next script, to pinyin or no longer; what is said of it.
    pub fn update(&mut self, action: Action) -> Phrase {
        let Settings { setting, script, .. } = &mut self.turned;
        let said = match action {
            Action::Script => {
                *script = script.next();
                script.phrase()
            }
            Action::Pinyin => {
                setting.pinyin = !setting.pinyin;
                match (setting.pinyin, setting.layout) {
                    (false, _) => Phrase::PinyinOff,
                    (true, Layout::Vertical) => Phrase::PinyinNotVertical,
                    (true, _) => Phrase::PinyinOn,
                }
            }
            _ => {
                setting.layout = setting.layout.next();
                layout_phrase(setting.layout)
            }
        };
        self.show();
        said
    }

    /// What is being looked at before it is chosen.
    pub fn preview(&self) -> Option<&Choice> {
        self.preview.as_ref()
    }

    /// Shows a choice before it is made, or no longer.
    pub fn look_at(&mut self, choice: Option<Choice>) {
        self.preview = choice;
        self.show();
    }

    /// Makes a choice.
    pub fn choose(&mut self, choice: &Choice) {
        choice.put(&mut self.turned);
        self.show();
    }

    /// The settings have this choice now.
    pub fn kept(&mut self, choice: &Choice) {
        choice.put(&mut self.read);
    }

    /// Takes settings that were changed. What keys and choices have turned since stays as they
    /// turned it, unless it is among the changes.
    pub fn take(&mut self, settings: Settings) {
        let before = std::mem::replace(&mut self.read, settings);
        let turned = std::mem::replace(&mut self.turned, self.read.clone());
        for setting in ChosenSetting::ALL {
            if setting.of(&before) == setting.of(&self.read) {
                setting.of(&turned).put(&mut self.turned);
            }
        }
        if before.script == self.read.script {
            self.turned.script = turned.script;
        }
        if before.setting.pinyin == self.read.setting.pinyin {
            self.turned.setting.pinyin = turned.setting.pinyin;
        }
        self.show();
    }

    fn show(&mut self) {
        self.shown = self.turned.clone();
        self.preview.iter().for_each(|choice| choice.put(&mut self.shown));
    }
}
