//! The ends of the part of the list that is held, and how much is asked for beyond them.

use crate::app::effect::Ticket;

/// The entries asked for at once.
pub const WINDOW: usize = 200;

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
    /// The end of an answer.
    pub fn of(more: bool) -> Self {
        if more { Self::More } else { Self::Reached }
    }
}
