//! How things are shown: the layout, the script, and settings that change while the reader runs.

use crate::phrase::Phrase;
use crate::typeset::{Layout, Setting};

use crate::app::{App, Panel, Script, Settings};

impl App {
    /// Shows everything in the next script.
    pub(in crate::app) fn next_script(&mut self) {
        self.show_in_script(self.script.next());
        self.say(self.script.phrase());
    }

    fn show_in_script(&mut self, script: Script) {
        self.script = script;
        if let Some(reader) = &mut self.reader {
            reader.turn(script);
        }
        self.first_lines.turn(script);
        if matches!(self.panel, Some(Panel::Outline { .. })) {
            self.panel = None;
            self.open_outline();
        }
    }

    /// Sets articles in the next layout.
    pub(in crate::app) fn next_layout(&mut self) {
        self.set(Setting { layout: self.setting.layout.next(), ..self.setting });
        self.say(match self.setting.layout {
            Layout::Column => Phrase::LayoutColumn,
            Layout::Columns => Phrase::LayoutColumns,
            Layout::Vertical => Phrase::LayoutVertical,
        });
    }

    /// Sets the sounds of characters above them, or no longer.
    pub(in crate::app) fn toggle_pinyin(&mut self) {
        self.set(Setting { pinyin: !self.setting.pinyin, ..self.setting });
        self.say(match self.setting {
            Setting { pinyin: false, .. } => Phrase::PinyinOff,
            Setting { layout: Layout::Vertical, .. } => Phrase::PinyinNotVertical,
            _ => Phrase::PinyinOn,
        });
    }

    /// Sets everything in another way.
    fn set(&mut self, setting: Setting) {
        self.setting = setting;
        self.headlines.measure_by(setting.metrics);
        let arrived = self.arrival.as_mut().and_then(|arrival| arrival.page.as_mut());
        arrived.into_iter().chain(&mut self.page_text).for_each(|page| page.measure_by(setting.metrics));
        if let Some(reader) = &mut self.reader {
            reader.set(setting);
        }
    }

    /// Takes settings that were changed. What keys have turned since stays as they turned it,
    /// unless it is among the changes.
    pub(in crate::app) fn settings_came(&mut self, settings: Settings) {
        let before = std::mem::replace(&mut self.settings, settings);
        let after = &self.settings;
        self.lang = after.lang.unwrap_or(self.locale);
        if after.any_script != before.any_script {
            self.any_script = after.any_script;
        }
        let script = Some(after.script).filter(|script| *script != before.script);
        let (old, mut new) = (before.setting, after.setting);
        if new.layout == old.layout {
            new.layout = self.setting.layout;
        }
        if new.pinyin == old.pinyin {
            new.pinyin = self.setting.pinyin;
        }
        self.set(new);
        script.into_iter().for_each(|script| self.show_in_script(script));
        self.say(Phrase::SettingsTaken);
    }
}
