//! The stretch of the list that is held, and what is asked of the library to go on with it.

use std::collections::VecDeque;

use crate::app::effect::Window;
use crate::app::event::Ticket;
use crate::model::{Direction, Listed, Listing, Row, Seat, Stretch};

/// The entries asked for at once.
pub const WINDOW: usize = 200;
/// The most entries held; beyond it the far ones are let go.
pub const MOST: usize = 5 * WINDOW;
/// How near to an end of what is held the cursor comes before more is asked for.
const NEAR: usize = 60;

/// What is known of one end of what is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// The library has no more that way.
    #[default]
    Reached,
    /// It has more.
    More,
    /// It is asked for.
    Asked(Ticket),
}

impl End {
    fn of(more: bool) -> Self {
        if more { Self::More } else { Self::Reached }
    }
}

/// Entries that are to take the place of those held.
#[derive(Clone, Debug)]
enum Anew {
    /// From the beginning (forward) or the end (backward) of the list; asked for or not yet.
    From(Direction, Option<Ticket>),
    /// Around an article.
    Around(Around),
}

/// Entries around an article: one half ends with it, the other begins after it.
#[derive(Clone, Debug)]
struct Around {
    ending: Half,
    following: Half,
    /// Where the halves meet.
    middle: Seat,
    /// The number of the article in the whole list, from 1, where it stays the same.
    number: Option<u64>,
    /// The lines wanted above the article.
    above: usize,
    /// Entries that the cursor is to go on afterwards.
    steps: isize,
    /// Whether the list has changed once more since it was asked for.
    again: bool,
}

#[derive(Clone, Debug, Default)]
enum Half {
    #[default]
    Wanted,
    Asked(Ticket),
    Come(Vec<Listed>, End),
}

impl Half {
    fn take(&mut self, ticket: Ticket, listed: &mut Vec<Listed>, end: End) -> bool {
        let awaited = matches!(self, Self::Asked(asked) if *asked == ticket);
        if awaited {
            *self = Self::Come(std::mem::take(listed), end);
        }
        awaited
    }
}

/// What has taken the place of what was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewed {
    /// The list's beginning, or its end.
    From(Direction),
    /// What lies around an article; the lines wanted above it.
    Around(usize),
}

/// Entries of the list, and the one that the cursor is on.
#[derive(Clone, Debug, Default)]
pub struct Held {
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

impl Held {
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

    /// Takes a count, if it was the last asked for.
    pub fn counted(&mut self, ticket: Ticket, count: u64) {
        if self.counting == Some(ticket) {
            self.total = Some(count);
            if self.after == End::Reached && self.anew.is_none() {
                self.skipped = Some(count.saturating_sub(self.articles()));
            }
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

    /// Lists anew around an article; what is held stays until the answers come. `number`: the
    /// article's in the whole list, where it stays the same; `above`: the lines wanted above it.
    pub fn load_around(&mut self, row: &Row, number: Option<u64>, above: usize) {
        if let Some(Anew::Around(around)) = &mut self.anew {
            around.again = true;
            return;
        }
        let seat = Seat { key: row.key, reading: row.reading };
        let middle = self.listing.hiding(row).map_or(seat, |group| Seat { key: group.end(Direction::Forward), ..seat });
        let (ending, following) = Default::default();
        self.anew = Some(Anew::Around(Around { ending, following, middle, number, above, steps: 0, again: false }));
        (self.before, self.after) = (End::Reached, End::Reached);
    }

    /// The steps that the cursor is to make once the entries around an article have come, if they
    /// are on their way.
    pub fn steps_to_come(&mut self) -> Option<&mut isize> {
        match &mut self.anew {
            Some(Anew::Around(around)) => Some(&mut around.steps),
            _ => None,
        }
    }

    /// Takes entries, if they are still wanted; what has become of what was held before.
    pub fn take(&mut self, ticket: Ticket, mut listed: Vec<Listed>, more: bool) -> Option<Renewed> {
        let end = End::of(more);
        match &mut self.anew {
            Some(Anew::From(direction, asked)) if *asked == Some(ticket) => {
                let direction = *direction;
                self.replace(listed, end, direction);
                return Some(Renewed::From(direction));
            }
            Some(Anew::Around(around)) => {
                let taken =
                    around.ending.take(ticket, &mut listed, end) || around.following.take(ticket, &mut listed, end);
                return if taken { self.meet() } else { None };
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
                self.skipped = self.total.map(|total| total.saturating_sub(self.articles()));
            }
        }
    }

    /// Puts the halves around an article together, once both have come.
    fn meet(&mut self) -> Option<Renewed> {
        match self.anew.take() {
            Some(Anew::Around(Around {
                ending: Half::Come(ending, before),
                following: Half::Come(following, after),
                number,
                above,
                steps,
                again,
                ..
            })) => {
                self.cursor = ending.len().saturating_sub(1);
                self.entries = ending.into();
                (self.before, self.after) = (before, after);
                let articles = self.entries.iter().take(self.cursor).map(Listed::articles).sum::<u64>();
                let skipped = number.map(|number| number.saturating_sub(articles + 1));
                self.skipped = if before == End::Reached { Some(0) } else { skipped };
                self.entries.extend(following);
                if let Some(row) = self.entries.get(self.cursor).map(|entry| entry.row.clone()).filter(|_| again) {
                    self.load_around(&row, self.number(self.cursor), above);
                }
                self.cursor = self.cursor.saturating_add_signed(steps).min(self.entries.len().saturating_sub(1));
                Some(Renewed::Around(above))
            }
            waiting => {
                self.anew = waiting;
                None
            }
        }
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
        let (from, included, direction) = match &mut self.anew {
            Some(Anew::From(direction, asked @ None)) => {
                *asked = Some(ticket);
                (None, false, *direction)
            }
            Some(Anew::Around(Around { ending: half @ Half::Wanted, middle, .. })) => {
                *half = Half::Asked(ticket);
                (Some(*middle), true, Backward)
            }
            Some(Anew::Around(Around { following: half @ Half::Wanted, middle, .. })) => {
                *half = Half::Asked(ticket);
                (Some(*middle), false, Forward)
            }
            Some(_) => return None,
            None if self.after == End::More && self.cursor + NEAR >= self.entries.len() => {
                self.after = End::Asked(ticket);
                (self.entries.back().map(|entry| entry.beyond(Forward)), false, Forward)
            }
            None if self.before == End::More && self.cursor < NEAR => {
                self.before = End::Asked(ticket);
                (self.entries.front().map(|entry| entry.beyond(Backward)), false, Backward)
            }
            None => return None,
        };
        let stretch = Stretch { from, included, direction, limit: WINDOW };
        Some(Window { ticket, listing: self.listing.clone(), stretch })
    }
}
