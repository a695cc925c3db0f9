//! The stretch of the list that is held, and what is asked of the library to go on with it.

use std::collections::VecDeque;

use crate::app::effect::Ticket;
use crate::app::effect::Window;
use crate::model::{Direction, Listed, Listing, Row, Seat, Stretch};

use super::around::Around;
use super::end::{End, WINDOW};

/// The most entries held; beyond it the far ones are let go.
pub const MOST: usize = 5 * WINDOW;
/// How near to an end of what is held the cursor comes before more is asked for.
const NEAR: usize = 60;

/// Entries that are to take the place of those held.
#[derive(Clone, Debug)]
enum Anew {
    /// From the beginning (forward) or the end (backward) of the list; asked for or not yet.
    From(Direction, Option<Ticket>),
    /// Around an article.
    Around(Around),
}

/// What has taken the place of what was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewed {
    /// The list's beginning, or its end.
    From(Direction),
    /// What lies around an article; the lines wanted above it.
    Around(usize),
    /// The same list, the cursor on the same article.
    InPlace,
}

/// Entries of the list, and the one that the cursor is on.
#[derive(Clone, Debug, Default)]
pub struct EntryWindow {
    /// What the list shows, and how.
    pub listing: Listing,
    /// The entries, in the list's order.
    pub entries: VecDeque<Listed>,
    /// The entry the cursor is on.
    pub cursor: usize,
    before: End,
    after: End,
    anew: Option<Anew>,
    total: Option<u64>,
    counting: Option<Ticket>,
    /// The articles of the list before the first entry, where that is known.
    skipped: Option<u64>,
}

impl EntryWindow {
    /// Whether the first entries have not come yet.
    pub fn is_waiting(&self) -> bool {
        self.entries.is_empty() && self.anew.is_some()
    }

    /// Whether the list ends where what is held ends, that way.
    pub fn is_at_end(&self, direction: Direction) -> bool {
        match direction {
            Direction::Forward => self.after == End::Reached,
            Direction::Backward => self.before == End::Reached,
        }
    }

    /// The articles that the filter lets through, once counted.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// The number of an entry's first article in the whole list, from 1, where it is known.
    pub fn number(&self, entry: usize) -> Option<u64> {
        let before = self.entries.iter().take(entry).map(Listed::articles).sum::<u64>();
        self.skipped.filter(|_| entry < self.entries.len()).map(|skipped| skipped + before + 1)
    }

    /// Expects a count.
    pub fn count(&mut self, ticket: Ticket) {
        self.total = None;
        self.counting = Some(ticket);
    }

    /// Expects another count; the one before stands until it comes.
    pub fn recount(&mut self, ticket: Ticket) {
        self.counting = Some(ticket);
    }

    /// Takes a count, if it was the last asked for.
    pub fn counted(&mut self, ticket: Ticket, count: u64) {
        if self.counting == Some(ticket) {
            self.total = Some(count);
            self.count_back();
        }
    }

    /// Numbers the entries from the list's end, where they reach it and its articles are counted.
    fn count_back(&mut self) {
        if self.after == End::Reached && self.anew.is_none() {
            let skipped = self.total.map(|total| total.saturating_sub(self.articles()));
            self.skipped = skipped.or(self.skipped);
        }
    }

    fn articles(&self) -> u64 {
        self.entries.iter().map(Listed::articles).sum()
    }

    /// Lists anew from the beginning or the end; what is held stays until the answer comes.
    pub fn load(&mut self, direction: Direction) {
        self.anew = Some(Anew::From(direction, None));
        (self.before, self.after) = (End::Reached, End::Reached);
    }

    /// Asks once more for the list from its beginning or end, if that has not come yet; whether it
    /// was on its way.
    pub fn load_once_more(&mut self) -> bool {
        let on_its_way = matches!(self.anew, Some(Anew::From(..)));
        if let Some(Anew::From(_, asked)) = &mut self.anew {
            *asked = None;
        }
        on_its_way
    }

    /// Lists anew around an article; what is held stays until the answers come. `number`: the
    /// article's in the whole list, where it stays the same; `above`: the lines wanted above it.
    pub fn load_around(&mut self, row: &Row, number: Option<u64>, above: usize) {
        if let Some(Anew::Around(around)) = &mut self.anew {
            around.again = true;
            around.number = around.number.filter(|_| number.is_some());
            return;
        }
        let seat = Seat { key: row.key, reading: row.reading };
        let middle = self.listing.hiding(row).map_or(seat, |group| Seat { key: group.end(Direction::Forward), ..seat });
        self.anew = Some(Anew::Around(Around::new(middle, number, above)));
        (self.before, self.after) = (End::Reached, End::Reached);
    }

    /// Lists the same anew around the cursor's article; the cursor goes on moving in what is held until the
    /// answers come, and is then on the same article.
    pub fn renew_around(&mut self, row: &Row) {
        if self.load_once_more() {
            return;
        }
        let is_new = self.anew.is_none();
        self.load_around(row, None, 0);
        if let Some(Anew::Around(around)) = self.anew.as_mut().filter(|_| is_new) {
            around.in_place = true;
        }
    }

    /// The steps that the cursor is to make once the entries around an article have come, if they
    /// are on their way.
    pub fn steps_to_come(&mut self) -> Option<&mut isize> {
        match &mut self.anew {
            Some(Anew::Around(around)) if !around.in_place => Some(&mut around.steps),
            _ => None,
        }
    }

    /// Takes entries, if they are still wanted; what has become of what was held before.
    pub fn take(&mut self, ticket: Ticket, listed: Vec<Listed>, more: bool) -> Option<Renewed> {
        let end = End::of(more);
        match &mut self.anew {
            Some(Anew::From(direction, asked)) if *asked == Some(ticket) => {
                let direction = *direction;
                self.replace(listed, end, direction);
                return Some(Renewed::From(direction));
            }
            Some(Anew::Around(around)) => {
                around.take(ticket, listed, end);
                return self.meet();
            }
            _ => {}
        }
        if self.after == End::Asked(ticket) {
            self.after = end;
            self.entries.extend(listed);
            self.let_go_before();
        } else if self.before == End::Asked(ticket) {
            self.before = end;
            self.cursor += listed.len();
            let articles = listed.iter().map(Listed::articles).sum();
            self.skipped = self.skipped.map(|skipped| skipped.saturating_sub(articles));
            listed.into_iter().rev().for_each(|entry| self.entries.push_front(entry));
            self.let_go_after();
        }
        None
    }

    fn replace(&mut self, listed: Vec<Listed>, end: End, direction: Direction) {
        self.anew = None;
        self.entries = listed.into();
        match direction {
            Direction::Forward => {
                (self.before, self.after, self.cursor) = (End::Reached, end, 0);
                self.skipped = Some(0);
            }
            Direction::Backward => {
                (self.before, self.after) = (end, End::Reached);
                self.cursor = self.entries.len().saturating_sub(1);
                self.skipped = None;
                self.count_back();
            }
        }
    }

    /// Puts the halves around an article together, once both have come.
    fn meet(&mut self) -> Option<Renewed> {
        let Some(Anew::Around(around)) = &mut self.anew else { return None };
        let [(ending, before), (following, after)] = around.halves()?;
        let Around { middle, number, above, steps, again, in_place, .. } = *around;
        if again && ending.is_empty() {
            // What is no longer asked may have been broken off before it came to the article.
            *around = Around::new(middle, number, above);
            (around.steps, around.in_place) = (steps, in_place);
            return None;
        }
        self.anew = None;
        let at_hand = self.entries.get(self.cursor).map(|entry| entry.row.clone()).filter(|_| in_place);
        self.cursor = ending.len().saturating_sub(1);
        self.entries = ending.into();
        (self.before, self.after) = (before, after);
        let articles = self.entries.iter().take(self.cursor).map(Listed::articles).sum::<u64>();
        let skipped = number.map(|number| number.saturating_sub(articles + 1));
        self.skipped = if before == End::Reached { Some(0) } else { skipped };
        self.entries.extend(following);
        if self.skipped.is_none() {
            self.count_back();
        }
        if let Some(row) = self.entries.get(self.cursor).map(|entry| entry.row.clone()).filter(|_| again) {
            self.load_around(&row, number.and_then(|_| self.number(self.cursor)), above);
        }
        self.cursor = self.cursor.saturating_add_signed(steps).min(self.entries.len().saturating_sub(1));
        if !in_place {
            return Some(Renewed::Around(above));
        }
        let is_at_hand = |entry: &Listed| at_hand.as_ref().is_some_and(|row| row.key == entry.row.key);
        match (self.entries.iter().position(is_at_hand), at_hand.as_ref().filter(|row| row.key != middle.key)) {
            (Some(entry), _) => self.cursor = entry,
            // It has been moved far from where it was when the list was asked for.
            (None, Some(row)) if !again => self.load_around(row, None, above),
            (None, _) => {}
        }
        Some(Renewed::InPlace)
    }

    fn let_go_before(&mut self) {
        let spare = self.entries.len().saturating_sub(MOST).min(self.cursor.saturating_sub(WINDOW));
        if spare > 0 {
            let articles = self.entries.drain(..spare).map(|entry| entry.articles()).sum::<u64>();
            self.cursor -= spare;
            self.before = End::More;
            self.skipped = self.skipped.map(|skipped| skipped + articles);
        }
    }

    fn let_go_after(&mut self) {
        let kept = self.entries.len().min(MOST.max(self.cursor + WINDOW));
        if kept < self.entries.len() {
            self.entries.truncate(kept);
            self.after = End::More;
        }
    }

    /// The entries that are wanted next, now that the cursor may be near an end; they count as
    /// asked for, by this ticket.
    pub fn wanted(&mut self, ticket: Ticket) -> Option<Window> {
        use Direction::{Backward, Forward};
        let stretch = match &mut self.anew {
            Some(Anew::From(direction, asked @ None)) => {
                *asked = Some(ticket);
                Stretch { from: None, included: false, direction: *direction, limit: WINDOW }
            }
            Some(Anew::From(..)) => return None,
            Some(Anew::Around(around)) => around.wanted(ticket)?,
            None if self.after == End::More && self.cursor + NEAR >= self.entries.len() => {
                self.after = End::Asked(ticket);
                beyond(self.entries.back(), Forward)
            }
            None if self.before == End::More && self.cursor < NEAR => {
                self.before = End::Asked(ticket);
                beyond(self.entries.front(), Backward)
            }
            None => return None,
        };
        Some(Window { ticket, listing: self.listing.clone(), stretch })
    }
}

/// The stretch beyond an entry.
fn beyond(entry: Option<&Listed>, direction: Direction) -> Stretch {
    Stretch { from: entry.map(|entry| entry.beyond(direction)), included: false, direction, limit: WINDOW }
}
