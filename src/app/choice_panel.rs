//! The panel of what a setting may be: the choice at the cursor is seen on the whole screen.

use super::config::choice::{Choice, ChosenSetting};
use super::config::settings::Settings;
use super::pane::Cursor;

/// The most rows that it has: what is behind it is to be seen.
const ROWS: usize = 5;

/// The panel.
#[derive(Clone, Debug)]
pub struct ChoicePanel {
    /// The setting.
    pub setting: ChosenSetting,
    choices: Vec<Choice>,
    /// The choice that is at the cursor.
    pub cursor: Cursor,
}

impl ChoicePanel {
    /// The panel of a setting, at the value that it has; of themes those of these names.
    pub fn new(setting: ChosenSetting, settings: &Settings, themes: &[String]) -> Self {
        let choices = setting.choices(settings, themes);
        let now = setting.of(settings);
        let at = choices.iter().position(|choice| *choice == now).unwrap_or(0);
        Self { setting, cursor: Cursor::new(at, choices.len()), choices }
    }

    /// What the setting may be.
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// The choice at the cursor.
    pub fn chosen(&self) -> Option<&Choice> {
        self.choices.get(self.cursor.at)
    }

    /// The rows that it fills.
    pub fn rows(&self) -> usize {
        self.choices.len().min(ROWS)
    }
}
