//! How everything is shown: settings that were changed, what keys turn, and choices that are seen before they are
//! made.

use crate::phrase::Phrase;

use super::choice_panel::ChoicePanel;
use super::config::choice::{Choice, ChosenSetting};
use super::config::display::Display;
use super::config::script::Script;
use super::config::settings::Settings;
use super::effect::Effect;
use super::input::action::Action;
use super::panels::Panel;
use super::state::App;

impl App {
    /// Another layout or script.
    pub(super) fn turn_display(&mut self, action: Action) {
        let phrase = self.change_display(|display| display.update(action));
        self.out.say(phrase);
    }

    /// Takes settings that were changed. What keys have turned since stays as they turned it,
    /// unless it is among the changes.
    pub(super) fn settings_came(&mut self, settings: Settings) {
        if settings != *self.display.read() {
            self.change_display(|display| display.take(settings));
            self.out.say(Phrase::SettingsTaken);
        }
    }

    /// Offers what a setting may be. Themes have to be looked for first.
    pub(super) fn begin_choice(&mut self, setting: ChosenSetting) {
        match setting {
            ChosenSetting::Theme => self.out.ask(Effect::ListThemes),
            _ => self.offer(setting, &[]),
        }
    }

    /// Takes the names of the themes that there are.
    pub(super) fn themes_came(&mut self, names: &[String]) {
        self.offer(ChosenSetting::Theme, names);
    }

    fn offer(&mut self, setting: ChosenSetting, themes: &[String]) {
        self.panel = Some(Panel::Choice(ChoicePanel::new(setting, self.display.settings(), themes)));
    }

    /// Makes the choice at the cursor, and closes its panel; the choice.
    pub(super) fn make_choice(&mut self) -> Option<Choice> {
        let choice = self.panel.take().and_then(|panel| panel.choice().cloned())?;
        self.change_display(|display| {
            display.choose(&choice);
            display.look_at(None);
        });
        Some(choice)
    }

    /// Makes the choice at the cursor and has it kept in the file of settings.
    pub(super) fn keep_choice(&mut self) {
        let choice = self.make_choice();
        choice.into_iter().for_each(|choice| self.out.ask(Effect::KeepChoice(choice)));
    }

    /// A choice is in the file of settings.
    pub(super) fn choice_kept(&mut self, choice: &Choice) {
        self.display.kept(choice);
        self.out.say(Phrase::ChoiceKept);
    }

    /// Shows the choice at the cursor while its panel is open, and no longer.
    pub(super) fn look_at_choice(&mut self) {
        let choice = self.panel.as_ref().and_then(Panel::choice);
        if choice != self.display.preview() {
            let choice = choice.cloned();
            self.change_display(|display| display.look_at(choice));
        }
    }

    /// Changes how things are shown, and shows anew what is shown otherwise now.
    fn change_display<T>(&mut self, change: impl FnOnce(&mut Display) -> T) -> T {
        let (before, lang) = (self.display.settings().clone(), self.lang());
        let changed = change(&mut self.display);
        let settings = self.display.settings();
        if settings.any_script != before.any_script {
            self.search.set_any_script(settings.any_script);
        }
        if settings.exact != before.exact {
            self.search.set_exact(settings.exact);
        }
        if settings.theme != before.theme {
            self.out.ask(Effect::ShowTheme(settings.theme.clone()));
        }
        let is_other_script = settings.script != before.script || self.lang() != lang;
        if self.setting() != before.setting {
            self.show_setting();
        }
        if is_other_script {
            self.show_script();
        }
        changed
    }

    /// Sets everything as it is to be set now.
    fn show_setting(&mut self) {
        let metrics = self.setting().metrics;
        self.headlines.measure_by(metrics);
        self.arrival.measure_by(metrics);
        self.article.set(&self.display);
    }

    /// Shows everything in the script that it is to be shown in now.
    fn show_script(&mut self) {
        let (script, lang) = (self.script(), self.lang());
        self.search.set_turned(script != Script::Printed);
        self.article.reader.iter_mut().for_each(|reader| reader.turn(script, lang));
        self.first_lines.turn(script);
        if matches!(self.panel, Some(Panel::Outline { .. })) {
            self.panel = None;
            self.toggle_outline();
        }
    }
}
