//! A line of text being typed.

use crate::app::strides::{Stride, boundaries};
use crate::model::{ArticleId, Filter, Group, Imprint, LastImport, Place, Row, Span};
use crate::text::Metrics;
use crate::typeset::Anchor;

use super::key::{Key, KeyCode};

/// The longest line, in bytes: a pasted novel is cut here.
const LONGEST: usize = 4096;

/// What a typed line is for, and what was there before it, to go back to if it is given up.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// Finds words in the article.
    Find {
        /// What stood at the top of the screen.
        top: Anchor,
        /// Where the reader was.
        from: Place,
    },
    /// Searches the library.
    Search,
    /// Narrows the headline list.
    Filter(Box<ListBefore>),
    /// Narrows the list of bookmarks, which some other filter narrowed before.
    FilterBookmarks(String),
    /// Finds an action in the palette.
    Palette,
    /// Narrows the help, which some other words narrowed before.
    Help(String),
    /// Names the file that an article is saved to.
    Save(ArticleId),
    /// Says something beside the bookmark of a span.
    Note(Span),
    /// Agrees that the last import is undone.
    UndoImport(Box<LastImport>),
    /// Says what a page or an edition is.
    Imprint {
        /// The page, or the edition.
        group: Group,
        /// What was known of it.
        before: Box<Imprint>,
        /// The article that was at hand.
        article: ArticleId,
    },
}

/// The headline list before it was narrowed.
#[derive(Clone, Debug, PartialEq)]
pub struct ListBefore {
    /// Which articles it showed.
    pub filter: Filter,
    /// What was typed for them.
    pub typed: String,
    /// The row at hand.
    pub row: Option<Row>,
    /// The place in the article that was being read.
    pub reading: Option<Place>,
}

impl Purpose {
    /// Whether words are typed that are looked for in texts.
    pub fn is_query(&self) -> bool {
        matches!(self, Self::Find { .. } | Self::Search)
    }

    /// Whether a list is narrowed, in which the arrows still move.
    pub fn is_filter(&self) -> bool {
        matches!(self, Self::Filter(_) | Self::FilterBookmarks(_) | Self::Palette | Self::Help(_))
    }
}

/// What a key did to the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromptChange {
    /// The text is another now.
    Changed,
    /// The line is done.
    Entered,
    /// The line is given up.
    Left,
    /// Nothing but the cursor, or nothing.
    Nothing,
}

/// The line and its cursor.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    /// What it is for, and where it came from.
    pub purpose: Purpose,
    text: String,
    /// The byte the cursor is before; always between clusters.
    at: usize,
    /// What was deleted last by clauses or to an end of the line.
    cut: String,
}

impl Prompt {
    /// A line that begins with some text.
    pub fn new(purpose: Purpose, text: &str) -> Self {
        Self { purpose, text: text.to_owned(), at: text.len(), cut: String::new() }
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    pub fn before_cursor(&self) -> &str {
        &self.text[..self.at]
    }

    /// Whether a character that is typed with alt held edits the line.
    pub fn edits_with_alt(key: Key) -> bool {
        key.alt && matches!(key.code, KeyCode::Char('b' | 'f' | 'd'))
    }

    /// Takes a key.
    pub fn update(&mut self, key: Key) -> PromptChange {
        match key.code {
            KeyCode::Enter => PromptChange::Entered,
            KeyCode::Esc => PromptChange::Left,
            KeyCode::Backspace if key.alt || key.ctrl => self.cut(self.clause_before(), self.at),
            KeyCode::Left if key.alt || key.ctrl => self.move_to(self.clause_before()),
            KeyCode::Right if key.alt || key.ctrl => self.move_to(self.clause_after()),
            KeyCode::Backspace if self.text.is_empty() => PromptChange::Left,
            KeyCode::Backspace => self.delete(self.previous(), self.at),
            KeyCode::Delete => self.delete(self.at, self.next()),
            KeyCode::Left => self.move_to(self.previous()),
            KeyCode::Right => self.move_to(self.next()),
            KeyCode::Home => self.move_to(0),
            KeyCode::End => self.move_to(self.text.len()),
            KeyCode::Char(c) if key.ctrl => self.control(c),
            KeyCode::Char('b') if key.alt => self.move_to(self.clause_before()),
            KeyCode::Char('f') if key.alt => self.move_to(self.clause_after()),
            KeyCode::Char('d') if key.alt => self.cut(self.at, self.clause_after()),
            KeyCode::Char(_) => key.typed().map_or(PromptChange::Nothing, |c| self.insert(c.encode_utf8(&mut [0; 4]))),
            _ => PromptChange::Nothing,
        }
    }

    /// Puts another text in place of the line.
    pub fn replace(&mut self, text: &str) -> PromptChange {
        self.text.clear();
        self.at = 0;
        self.insert(text)
    }

    /// Takes pasted text: line ends become blanks.
    pub fn insert(&mut self, text: &str) -> PromptChange {
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let room = LONGEST.saturating_sub(self.text.len());
        let end = (0..=room.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        self.text.insert_str(self.at, &text[..end]);
        self.at += end;
        PromptChange::Changed
    }

    /// The keys that shells have for a line being typed.
    fn control(&mut self, c: char) -> PromptChange {
        match c {
            'a' => self.move_to(0),
            'e' => self.move_to(self.text.len()),
            'b' => self.move_to(self.previous()),
            'f' => self.move_to(self.next()),
            'u' => self.cut(0, self.at),
            'k' => self.cut(self.at, self.text.len()),
            'w' => self.cut(self.clause_before(), self.at),
            'y' => self.insert(&self.cut.clone()),
            'h' => self.delete(self.previous(), self.at),
            'd' => self.delete(self.at, self.next()),
            'c' | 'g' => PromptChange::Left,
            _ => PromptChange::Nothing,
        }
    }

    /// Deletes what can be put back.
    fn cut(&mut self, start: usize, end: usize) -> PromptChange {
        if start < end {
            self.cut = self.text[start..end].to_owned();
        }
        self.delete(start, end)
    }

    fn delete(&mut self, start: usize, end: usize) -> PromptChange {
        if start == end {
            return PromptChange::Nothing;
        }
        self.text.replace_range(start..end, "");
        self.at = start;
        PromptChange::Changed
    }

    fn move_to(&mut self, at: usize) -> PromptChange {
        self.at = at;
        PromptChange::Nothing
    }

    fn previous(&self) -> usize {
        Metrics::TERMINAL.clusters(self.before_cursor()).last().map_or(0, |cluster| cluster.start)
    }

    fn next(&self) -> usize {
        self.at + Metrics::TERMINAL.clusters(&self.text[self.at..]).next().map_or(0, |cluster| cluster.end())
    }

    /// Where the clause before the cursor begins; of words parted by blanks, the word.
    fn clause_before(&self) -> usize {
        let ends = boundaries(self.before_cursor(), 0, Stride::Clause, Metrics::TERMINAL);
        ends.take_while(|end| *end < self.at).last().unwrap_or(0)
    }

    /// Where the clause after the cursor ends.
    fn clause_after(&self) -> usize {
        let end = boundaries(&self.text, self.at, Stride::Clause, Metrics::TERMINAL).next();
        end.unwrap_or(self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types keys named as settings name them, parted by spaces; the text with `|` at the cursor.
    #[track_caller]
    fn typing(keys: &str, expected: &str) {
        let mut prompt = Prompt::new(Purpose::Search, "");
        for name in keys.split(' ') {
            prompt.update(name.parse().unwrap());
        }
        assert_eq!(format!("{}|{}", prompt.before_cursor(), &prompt.text()[prompt.at..]), expected);
    }

    #[test]
    fn keys_edit_the_line() {
        typing("河 港", "河港|");
        typing("河 港 left 新", "河新|港");
        typing("河 港 left backspace", "|港");
        typing("河 港 home delete", "|港");
        typing("河 港 home end 新", "河港新|");
        typing("河 space 港 space ctrl-w", "河 |");
        typing("a b left ctrl-k", "a|");
        typing("a b left ctrl-u", "|b");
        typing("home left delete", "|");
        typing("渡 轮 ， 灯 塔 ctrl-w", "渡轮，|");
        typing("渡 轮 ， 灯 塔 ctrl-w ctrl-w", "|");
        typing("渡 轮 ， 灯 塔 alt-b alt-b alt-f 新", "渡轮，新|灯塔");
        typing("渡 轮 ， 灯 塔 ctrl-left alt-d", "渡轮，|");
        typing("渡 轮 。 灯 塔 alt-backspace ctrl-a ctrl-y", "灯塔|渡轮。");
        typing("a space b c ctrl-b ctrl-b ctrl-d ctrl-f", "a c|");
        typing("a b ctrl-u ctrl-y ctrl-y", "abab|");
    }

    #[test]
    fn deleting_takes_whole_clusters() {
        let mut prompt = Prompt::new(Purpose::Search, "河e\u{301}");
        prompt.update(Key::plain(KeyCode::Backspace));
        assert_eq!(prompt.text(), "河");
    }

    #[test]
    fn deleting_nothing_gives_up() {
        let mut prompt = Prompt::new(Purpose::Search, "a");
        assert_eq!(prompt.update(Key::plain(KeyCode::Backspace)), PromptChange::Changed);
        assert_eq!(prompt.update(Key::plain(KeyCode::Backspace)), PromptChange::Left);
    }

    #[test]
    fn a_pasted_novel_is_one_line_of_bounded_length() {
        let mut prompt = Prompt::new(Purpose::Search, "");
        prompt.insert(&"河\n".repeat(10_000));
        assert!(prompt.text().len() <= LONGEST && !prompt.text().contains('\n'));
    }
}
