//! What stands over the panes: the outline, the bookmarks, the help.

use crate::model::Place;
use crate::typeset::Size;

use super::bookmarks::kept::Target;
use super::bookmarks::list::BookmarkList;
use super::input::action::{Action, ActionEntry, ActionGroup};
use super::mend_panel::MendPanel;
use super::pane::{Cursor, Pane};
use super::reader::article::Reader;
use super::reader::pane::ReaderPane;

/// A panel that is open.
#[derive(Clone, Debug)]
pub enum Panel {
    /// The sections of the article.
    Outline {
        /// Level and text of each section.
        sections: Vec<(u8, String)>,
        /// The section that is chosen.
        cursor: Cursor,
    },
    /// The bookmarks.
    Bookmarks(BookmarkList),
    /// What can be put right about the paragraph at hand.
    Mend(MendPanel),
    /// The keys as they are bound.
    Help {
        /// The first line seen.
        cursor: Cursor,
    },
}

/// A line of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// White space between groups.
    Blank,
    /// The name of a group.
    Group(ActionGroup),
    /// An action.
    Action(&'static ActionEntry),
}

/// Every line of the help.
pub fn help_lines() -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for group in ActionGroup::ALL {
        if !lines.is_empty() {
            lines.push(HelpLine::Blank);
        }
        lines.push(HelpLine::Group(group));
        lines.extend(Action::TABLE.iter().filter(|entry| entry.group == group).map(HelpLine::Action));
    }
    lines
}

/// What a bookmark is set, changed or taken away for: what is chosen in the panel, or the article.
pub fn bookmark_target<'a>(panel: Option<&'a Panel>, article: &'a mut ReaderPane) -> Target<'a> {
    match panel {
        Some(panel) => Target::List(panel.bookmarks()),
        None => Target::Article(article),
    }
}

impl Panel {
    /// The outline, with the section that the reader is in chosen.
    pub fn outline(sections: Vec<(u8, String)>, current: usize) -> Self {
        let cursor = Cursor::new(current, sections.len());
        Self::Outline { sections, cursor }
    }

    /// The help.
    pub fn help() -> Self {
        Self::Help { cursor: Cursor::new(0, help_lines().len()) }
    }

    /// The place that the chosen entry stands for.
    pub fn place(&self, reader: Option<&Reader>) -> Option<Place> {
        match self {
            Self::Outline { cursor, .. } => reader?.section_place(cursor.at),
            Self::Bookmarks(list) => list.chosen().map(|bookmark| bookmark.place),
            Self::Mend(_) | Self::Help { .. } => None,
        }
    }

    /// The list of bookmarks, if that is what is open.
    pub fn bookmarks(&self) -> Option<&BookmarkList> {
        match self {
            Self::Bookmarks(list) => Some(list),
            Self::Outline { .. } | Self::Mend(_) | Self::Help { .. } => None,
        }
    }

    /// The list of bookmarks, to be changed, if that is what is open.
    pub fn bookmarks_mut(&mut self) -> Option<&mut BookmarkList> {
        match self {
            Self::Bookmarks(list) => Some(list),
            Self::Outline { .. } | Self::Mend(_) | Self::Help { .. } => None,
        }
    }

    /// The number of the last entry seen, from 1, and of all; none where all are seen.
    pub fn seen_of_all(&self) -> Option<(usize, usize)> {
        match self {
            Self::Outline { cursor, .. } | Self::Mend(MendPanel { cursor, .. }) | Self::Help { cursor } => {
                cursor.seen_of_all()
            }
            Self::Bookmarks(list) => list.seen_of_all(),
        }
    }

    /// The rows that it would fill.
    pub fn rows(&self) -> usize {
        match self {
            Self::Outline { sections, .. } => sections.len(),
            Self::Bookmarks(list) => list.rows(),
            Self::Mend(panel) => panel.choices().count(),
            Self::Help { .. } => help_lines().len(),
        }
    }

    /// Chooses the entry in a row of the panel.
    pub fn point(&mut self, row: u16) {
        match self {
            Self::Bookmarks(list) => list.point(row),
            Self::Outline { cursor, .. } | Self::Mend(MendPanel { cursor, .. }) | Self::Help { cursor } => {
                cursor.move_to(cursor.top + usize::from(row))
            }
        }
    }

    fn move_to(&mut self, entry: usize) {
        match self {
            Self::Bookmarks(list) => list.choose(entry),
            Self::Outline { cursor, .. } | Self::Mend(MendPanel { cursor, .. }) | Self::Help { cursor } => {
                cursor.move_to(entry)
            }
        }
    }
}

impl Pane for Panel {
    fn fit(&mut self, size: Size) {
        match self {
            Self::Bookmarks(list) => list.fit(size.height),
            Self::Outline { cursor, .. } | Self::Mend(MendPanel { cursor, .. }) | Self::Help { cursor } => {
                cursor.fit(size.height.into())
            }
        }
    }

    fn step(&mut self, lines: isize) {
        match self {
            Self::Bookmarks(list) => list.step(lines),
            Self::Outline { cursor, .. } | Self::Mend(MendPanel { cursor, .. }) => cursor.step(lines),
            Self::Help { cursor } => cursor.scroll(lines),
        }
    }

    fn turn(&mut self, screens: isize) {
        match self {
            Self::Bookmarks(list) => list.scroll(screens * list.height() as isize),
            Self::Outline { cursor, .. } | Self::Mend(MendPanel { cursor, .. }) => cursor.turn(screens),
            Self::Help { cursor } => cursor.scroll(screens * cursor.seen() as isize),
        }
    }

    fn half(&mut self, ways: isize) {
        match self {
            Self::Bookmarks(list) => list.scroll(ways * (list.height() / 2) as isize),
            Self::Outline { cursor, .. } | Self::Mend(MendPanel { cursor, .. }) => cursor.half(ways),
            Self::Help { cursor } => cursor.scroll(ways * (cursor.seen() / 2).max(1) as isize),
        }
    }

    fn top(&mut self) {
        self.move_to(0);
    }

    fn bottom(&mut self) {
        self.move_to(usize::MAX);
    }
}
