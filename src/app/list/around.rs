//! The list anew around an article, in two halves: what is on the screen stays until both have come.

use crate::app::effect::Ticket;
use crate::model::{Direction, Listed, Seat, Stretch};

use super::end::{End, WINDOW};

/// Entries around an article: one half ends with it, the other begins after it.
#[derive(Clone, Debug)]
pub struct Around {
    ending: Half,
    following: Half,
    /// Where the halves meet.
    pub middle: Seat,
    /// The number of the article in the whole list, from 1, where it stays the same.
    pub number: Option<u64>,
    /// The lines wanted above the article.
    pub above: usize,
    /// Entries that the cursor is to go on afterwards.
    pub steps: isize,
    /// Whether the list has changed once more since it was asked for.
    pub again: bool,
    /// Whether the cursor stays on the article that it is on when they come.
    pub in_place: bool,
}

#[derive(Clone, Debug, Default)]
enum Half {
    #[default]
    Wanted,
    Asked(Ticket),
    Come(Vec<Listed>, End),
}

impl Around {
    /// Nothing asked for yet.
    pub fn new(middle: Seat, number: Option<u64>, above: usize) -> Self {
        let (ending, following) = Default::default();
        Self { ending, following, middle, number, above, steps: 0, again: false, in_place: false }
    }

    /// The half that is to be asked for next; it counts as asked for, by this ticket.
    pub fn wanted(&mut self, ticket: Ticket) -> Option<Stretch> {
        let (half, included, direction) = match (&mut self.ending, &mut self.following) {
            (half @ Half::Wanted, _) => (half, true, Direction::Backward),
            (_, half @ Half::Wanted) => (half, false, Direction::Forward),
            _ => return None,
        };
        *half = Half::Asked(ticket);
        Some(Stretch { from: Some(self.middle), included, direction, limit: WINDOW })
    }

    /// Takes a half, if it is one that was asked for.
    pub fn take(&mut self, ticket: Ticket, listed: Vec<Listed>, end: End) {
        let awaited = [&mut self.ending, &mut self.following].into_iter().find(|half| half.is_asked_by(ticket));
        if let Some(half) = awaited {
            *half = Half::Come(listed, end);
        }
    }

    /// Hands over the halves with the list's ends beside them, once both have come.
    pub fn halves(&mut self) -> Option<[(Vec<Listed>, End); 2]> {
        match (&mut self.ending, &mut self.following) {
            (Half::Come(ending, before), Half::Come(following, after)) => {
                Some([(std::mem::take(ending), *before), (std::mem::take(following), *after)])
            }
            _ => None,
        }
    }
}

impl Half {
    fn is_asked_by(&self, ticket: Ticket) -> bool {
        matches!(self, Self::Asked(asked) if *asked == ticket)
    }
}
