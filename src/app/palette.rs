//! The palette: all actions, found by their names, the recent ones first.

use super::input::action::Action;
use super::pane::Cursor;

/// How many actions are remembered as recent.
const RECENT: usize = 8;

/// The actions that are offered, and the one that is chosen.
#[derive(Clone, Debug)]
pub struct Palette {
    offered: Vec<Action>,
    shown: Vec<Action>,
    pub(super) cursor: Cursor,
}

impl Palette {
    /// All actions but this palette itself, the recent ones first.
    pub fn new(recent: &[Action]) -> Self {
        let others = Action::TABLE.iter().map(|entry| entry.action).filter(|action| !recent.contains(action));
        let offered: Vec<_> = recent.iter().copied().chain(others).filter(|&one| one != Action::Palette).collect();
        Self { cursor: Cursor::new(0, offered.len()), shown: offered.clone(), offered }
    }

    /// Shows those that have the words in their names, those that begin with them first, and chooses
    /// the first.
    pub fn narrow(&mut self, words: &str) {
        let found = self.offered.iter().filter_map(|action| Some((action.entry().distance(words)?, *action)));
        let mut found: Vec<_> = found.collect();
        found.sort_by_key(|(distance, _)| *distance);
        self.shown = found.into_iter().map(|(_, action)| action).collect();
        self.cursor.set_len(self.shown.len());
        self.cursor.move_to(0);
    }

    /// Those that are shown.
    pub fn shown(&self) -> &[Action] {
        &self.shown
    }

    /// The number of the one that is chosen among those shown, and the number of the first that is seen.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The one that is chosen.
    pub fn chosen(&self) -> Option<Action> {
        self.shown.get(self.cursor.at).copied()
    }

    /// The rows that it fills, however few are shown: it stays where it is while one types.
    pub fn rows(&self) -> usize {
        self.offered.len()
    }
}

/// Makes an action the most recent one.
pub fn remember(recent: &mut Vec<Action>, action: Action) {
    recent.retain(|other| *other != action);
    recent.insert(0, action);
    recent.truncate(RECENT);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recent_actions_come_first_and_each_once() {
        let mut recent = Vec::new();
        for action in [Action::Zen, Action::Note, Action::Zen] {
            remember(&mut recent, action);
        }
        let palette = Palette::new(&recent);
        assert_eq!(palette.shown()[..3], [Action::Zen, Action::Note, Action::Down]);
        assert_eq!(palette.shown().len(), Action::TABLE.len() - 1);
    }
}
