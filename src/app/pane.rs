//! What every scrolling part of the screen answers to.

use crate::typeset::Size;

use super::input::action::Action;

/// A way to move in a part of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// By lines or rows; forward where positive.
    Step(isize),
    /// By screens; forward where positive.
    Turn(isize),
    /// By half screens; forward where positive.
    Half(isize),
    /// To the beginning.
    Top,
    /// To the end.
    Bottom,
}

impl Motion {
    /// The motion that an action is, if it is one.
    pub fn of(action: Action) -> Option<Self> {
        Some(match action {
            Action::Down => Self::Step(1),
            Action::Up => Self::Step(-1),
            Action::PageDown => Self::Turn(1),
            Action::PageUp => Self::Turn(-1),
            Action::HalfPageDown => Self::Half(1),
            Action::HalfPageUp => Self::Half(-1),
            Action::Top => Self::Top,
            Action::Bottom => Self::Bottom,
            _ => return None,
        })
    }
}

/// A part of the screen that is moved in.
pub trait Pane {
    /// Takes the size it has on the screen now, and keeps its cursor or its place within it.
    fn fit(&mut self, size: Size);
    /// Moves by lines or rows; forward where positive.
    fn step(&mut self, lines: isize);
    /// Moves by screens; forward where positive.
    fn turn(&mut self, screens: isize);
    /// Moves by half screens; forward where positive.
    fn half(&mut self, halves: isize);
    /// To the beginning.
    fn top(&mut self);
    /// To the end.
    fn bottom(&mut self);

    /// Moves in one of these ways.
    fn moves(&mut self, motion: Motion) {
        match motion {
            Motion::Step(lines) => self.step(lines),
            Motion::Turn(screens) => self.turn(screens),
            Motion::Half(halves) => self.half(halves),
            Motion::Top => self.top(),
            Motion::Bottom => self.bottom(),
        }
    }
}

/// A cursor in a list of entries of one height, and the part of the list that is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The entry it is on.
    pub at: usize,
    /// The first entry seen.
    pub top: usize,
    /// The first entry that was seen after the last move: a smaller or larger screen changes what
    /// is seen but not this.
    wish: usize,
    /// How many entries there are.
    len: usize,
    /// How many entries are seen at once.
    seen: usize,
}

impl Cursor {
    /// A cursor on an entry of a list of so many.
    pub fn new(at: usize, len: usize) -> Self {
        Self { at: at.min(len.saturating_sub(1)), top: 0, wish: 0, len, seen: 1 }
    }

    /// Takes a new length of the list.
    pub fn set_len(&mut self, len: usize) {
        self.len = len;
        self.move_to(self.at);
    }

    /// Takes how many entries are seen at once.
    pub fn fit(&mut self, seen: usize) {
        self.seen = seen.max(1);
        self.settle();
    }

    /// Moves onto an entry, or the last.
    pub fn move_to(&mut self, at: usize) {
        self.at = at.min(self.len.saturating_sub(1));
        self.wish = self.top;
        self.settle();
        self.wish = self.top;
    }

    fn settle(&mut self) {
        let first = (self.at + 1).saturating_sub(self.seen);
        self.top = self.wish.min(self.len.saturating_sub(self.seen)).clamp(first, self.at);
    }

    /// Moves by entries.
    pub fn step(&mut self, entries: isize) {
        self.move_to(self.at.saturating_add_signed(entries));
    }

    /// Moves by screens.
    pub fn turn(&mut self, screens: isize) {
        self.step(screens * self.seen as isize);
    }

    /// Moves by half screens.
    pub fn half(&mut self, halves: isize) {
        self.step(halves * (self.seen / 2).max(1) as isize);
    }

    /// Moves what is seen by entries; the cursor is on its first entry then.
    pub fn scroll(&mut self, entries: isize) {
        self.top = self.top.saturating_add_signed(entries).min(self.len.saturating_sub(self.seen));
        (self.at, self.wish) = (self.top, self.top);
    }

    /// The number of the last entry seen, from 1, and of all; none where all are seen.
    pub fn seen_of_all(&self) -> Option<(usize, usize)> {
        (self.seen < self.len).then(|| ((self.top + self.seen).min(self.len), self.len))
    }

    /// How many entries are seen at once.
    pub fn seen(&self) -> usize {
        self.seen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_is_always_seen() {
        let mut cursor = Cursor::new(0, 10);
        for (seen, step, expected) in [(4, 3, (3, 0)), (4, 1, (4, 1)), (4, 9, (9, 6)), (6, 0, (9, 4)), (4, -9, (0, 0))]
        {
            cursor.fit(seen);
            cursor.step(step);
            assert_eq!((cursor.at, cursor.top), expected);
        }
    }

    #[test]
    fn an_empty_list_has_its_cursor_at_the_beginning() {
        let mut cursor = Cursor::new(3, 0);
        cursor.fit(0);
        cursor.turn(2);
        assert_eq!((cursor.at, cursor.top), (0, 0));
    }
}
