//! The help: the keys as they are bound, wrapped to the width that there is, so that nothing is cut.

use crate::phrase::Lang;
use crate::text::Metrics;
use crate::typeset::{Measure, break_lines};

use super::input::action::{Action, ActionEntry, ActionGroup};
use super::input::keymap::Keymap;
use super::pane::Cursor;

/// The columns between the keys and what they do, the margin before the keys included.
const GAPS: usize = 4;

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// White space between groups.
    Blank,
    /// The name of a group.
    Group(ActionGroup),
    /// A line of an action: of its keys and of what it does.
    Action(String, String),
}

/// The help, narrowed to what is looked for.
#[derive(Clone, Debug)]
pub struct Help {
    /// Every action with its keys and its sentence.
    entries: Vec<(&'static ActionEntry, String, String)>,
    metrics: Metrics,
    words: String,
    width: usize,
    lines: Vec<HelpLine>,
    pub(super) cursor: Cursor,
}

impl Help {
    /// All actions with their keys.
    pub fn new(keymap: &Keymap, lang: Lang, metrics: Metrics) -> Self {
        let keys = |action: Action| keymap.keys_of(action).join(" ");
        let entry = |entry: &'static ActionEntry| (entry, keys(entry.action), lang.say(entry.phrase).into_owned());
        let entries = Action::TABLE.iter().map(entry).collect();
        Self { entries, metrics, words: String::new(), width: 0, lines: Vec::new(), cursor: Cursor::new(0, 0) }
    }

    /// Takes the width that there is.
    pub fn set_width(&mut self, width: u16) {
        if self.width != usize::from(width) {
            self.width = width.into();
            self.wrap();
        }
    }

    /// What is looked for.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Shows the actions that have the words in their names.
    pub fn narrow(&mut self, words: &str) {
        self.words = words.to_owned();
        self.wrap();
        self.cursor.scroll(isize::MIN / 2);
    }

    /// Its lines.
    pub fn lines(&self) -> &[HelpLine] {
        &self.lines
    }

    /// Those that are seen, and those below.
    pub fn seen(&self) -> impl Iterator<Item = &HelpLine> {
        self.lines.iter().skip(self.cursor.top)
    }

    /// The columns of the keys.
    pub fn keys_width(&self) -> usize {
        let widest = self.entries.iter().map(|(_, keys, _)| self.metrics.cells(keys)).max().unwrap_or(0);
        widest.min(self.width / 3).max(1)
    }

    fn wrap(&mut self) {
        let keys_width = self.keys_width();
        let room = self.width.saturating_sub(keys_width + GAPS).max(1);
        let mut lines = Vec::new();
        for group in ActionGroup::ALL {
            let mut found =
                self.entries.iter().filter(|(entry, ..)| entry.group == group && entry.is_named(&self.words));
            let Some(first) = found.next() else { continue };
            if !lines.is_empty() {
                lines.push(HelpLine::Blank);
            }
            lines.push(HelpLine::Group(group));
            for (_, keys, sentence) in [first].into_iter().chain(found) {
                let (keys, sentence) = (self.broken(keys, keys_width), self.broken(sentence, room));
                let part = |parts: &[String], row: usize| parts.get(row).cloned().unwrap_or_default();
                let rows = 0..keys.len().max(sentence.len());
                lines.extend(rows.map(|row| HelpLine::Action(part(&keys, row), part(&sentence, row))));
            }
        }
        self.cursor.set_len(lines.len());
        self.lines = lines;
    }

    fn broken(&self, text: &str, cells: usize) -> Vec<String> {
        break_lines(text, self.metrics, Measure::of(cells)).map(|line| text[line.bytes].to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All that the lines say, white space left out, however they are broken.
    fn said(width: u16, words: &str) -> String {
        let mut help = Help::new(&Keymap::default(), Lang::Chinese, Metrics::TERMINAL);
        help.narrow(words);
        help.set_width(width);
        let room = usize::from(width).saturating_sub(help.keys_width() + GAPS);
        let sentence = |line: &HelpLine| match line {
            HelpLine::Action(keys, sentence) => {
                assert!(Metrics::TERMINAL.cells(sentence) <= room.max(2), "{sentence:?} at {width}");
                assert!(Metrics::TERMINAL.cells(keys) <= help.keys_width().max(2) || !keys.contains(' '), "{keys:?}");
                sentence.clone()
            }
            _ => String::new(),
        };
        help.lines().iter().map(sentence).collect::<String>().split_whitespace().collect()
    }

    #[test]
    fn nothing_is_cut_at_any_width() {
        let whole = said(400, "");
        for width in 12..120 {
            assert_eq!(said(width, ""), whole, "{width}");
        }
    }

    #[test]
    fn it_is_narrowed_by_words() {
        assert_eq!(said(100, "tuichu"), "退出；列表中为关上");
        assert_eq!(said(100, "无此操作"), "");
    }
}
