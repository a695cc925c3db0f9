//! The front page: where its boxes stand, moving among them.

pub(super) mod actions;
pub(super) mod layout;
