//! A look for the next article that is unread.

use crate::app::effect::Ticket;

/// What was asked for, and what is to be done with the article that is found.
#[derive(Clone, Copy, Debug)]
pub struct UnreadLook {
    /// The question.
    pub ticket: Ticket,
    /// Whether the article is to be read when it is found.
    pub enters: bool,
    /// Whether it goes on from the list's beginning if nothing is found.
    pub goes_round: bool,
}
