//! What stands over the panes: the outline, the bookmarks, the help, the palette, a choice.

use crate::model::Place;
use crate::typeset::Size;

use super::bookmarks::kept::Target;
use super::bookmarks::list::BookmarkList;
use super::choice_panel::ChoicePanel;
use super::config::choice::Choice;
use super::help::Help;
use super::mend_panel::MendPanel;
use super::palette::Palette;
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
    Help(Help),
    /// All actions.
    Palette(Palette),
    /// What a setting may be.
    Choice(ChoicePanel),
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

    /// The place that the chosen entry stands for.
    pub fn place(&self, reader: Option<&Reader>) -> Option<Place> {
        match self {
            Self::Outline { cursor, .. } => reader?.section_place(cursor.at),
            Self::Bookmarks(list) => list.chosen().map(|bookmark| bookmark.place),
            Self::Mend(_) | Self::Help(_) | Self::Palette(_) | Self::Choice(_) => None,
        }
    }

    /// The list of bookmarks, if that is what is open.
    pub fn bookmarks(&self) -> Option<&BookmarkList> {
        match self {
            Self::Bookmarks(list) => Some(list),
            _ => None,
        }
    }

    /// The list of bookmarks, to be changed, if that is what is open.
    pub fn bookmarks_mut(&mut self) -> Option<&mut BookmarkList> {
        match self {
            Self::Bookmarks(list) => Some(list),
            _ => None,
        }
    }

    /// The palette, to be changed, if that is what is open.
    pub fn palette_mut(&mut self) -> Option<&mut Palette> {
        if let Self::Palette(palette) = self { Some(palette) } else { None }
    }

    /// The help, to be changed, if that is what is open.
    pub fn help_mut(&mut self) -> Option<&mut Help> {
        if let Self::Help(help) = self { Some(help) } else { None }
    }

    /// The choice at the cursor, if that is what is open.
    pub fn choice(&self) -> Option<&Choice> {
        if let Self::Choice(panel) = self { panel.chosen() } else { None }
    }

    /// Takes the width of its lines, on which the number of its rows may depend.
    pub fn set_width(&mut self, width: u16) {
        self.help_mut().into_iter().for_each(|help| help.set_width(width));
    }

    /// The cursor of a panel whose entries are of one height.
    fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        match self {
            Self::Outline { cursor, .. } | Self::Mend(MendPanel { cursor, .. }) => Some(cursor),
            Self::Help(help) => Some(&mut help.cursor),
            Self::Palette(palette) => Some(&mut palette.cursor),
            Self::Choice(panel) => Some(&mut panel.cursor),
            Self::Bookmarks(_) => None,
        }
    }

    /// The number of the last entry seen, from 1, and of all; none where all are seen.
    pub fn seen_of_all(&self) -> Option<(usize, usize)> {
        match self {
            Self::Outline { cursor, .. } | Self::Mend(MendPanel { cursor, .. }) => cursor.seen_of_all(),
            Self::Help(help) => help.cursor.seen_of_all(),
            Self::Palette(palette) => palette.cursor.seen_of_all(),
            Self::Choice(panel) => panel.cursor.seen_of_all(),
            Self::Bookmarks(list) => list.seen_of_all(),
        }
    }

    /// The rows that it would fill.
    pub fn rows(&self) -> usize {
        match self {
            Self::Outline { sections, .. } => sections.len(),
            Self::Bookmarks(list) => list.rows(),
            Self::Mend(panel) => panel.choices().count(),
            Self::Help(help) => help.lines().len(),
            Self::Palette(palette) => palette.rows(),
            Self::Choice(panel) => panel.rows(),
        }
    }

    /// Chooses the entry in a row of the panel.
    pub fn point(&mut self, row: u16) {
        match self {
            Self::Bookmarks(list) => list.point(row),
            _ => self.cursor_mut().into_iter().for_each(|cursor| cursor.move_to(cursor.top + usize::from(row))),
        }
    }

    fn move_to(&mut self, entry: usize) {
        match self {
            Self::Bookmarks(list) => list.choose(entry),
            _ => self.cursor_mut().into_iter().for_each(|cursor| cursor.move_to(entry)),
        }
    }
}

impl Pane for Panel {
    fn fit(&mut self, size: Size) {
        match self {
            Self::Bookmarks(list) => list.fit(size.height),
            _ => self.cursor_mut().into_iter().for_each(|cursor| cursor.fit(size.height.into())),
        }
    }

    fn step(&mut self, lines: isize) {
        match self {
            Self::Bookmarks(list) => list.step(lines),
            Self::Help(help) => help.cursor.scroll(lines),
            _ => self.cursor_mut().into_iter().for_each(|cursor| cursor.step(lines)),
        }
    }

    fn turn(&mut self, screens: isize) {
        match self {
            Self::Bookmarks(list) => list.scroll(screens * list.height() as isize),
            Self::Help(help) => help.cursor.scroll(screens * help.cursor.seen() as isize),
            _ => self.cursor_mut().into_iter().for_each(|cursor| cursor.turn(screens)),
        }
    }

    fn half(&mut self, ways: isize) {
        match self {
            Self::Bookmarks(list) => list.scroll(ways * (list.height() / 2) as isize),
            Self::Help(help) => help.cursor.scroll(ways * (help.cursor.seen() / 2).max(1) as isize),
            _ => self.cursor_mut().into_iter().for_each(|cursor| cursor.half(ways)),
        }
    }

    fn top(&mut self) {
        self.move_to(0);
    }

    fn bottom(&mut self) {
        self.move_to(usize::MAX);
    }
}
