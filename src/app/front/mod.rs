//! The front page: where its boxes stand, moving among them.

pub(super) mod layout;
pub(super) mod page;
