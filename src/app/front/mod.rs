//! The front page: what its boxes hold, where they stand, moving among them.

pub(super) mod border;
pub(super) mod layout;
pub(super) mod matter;
pub(super) mod page;
pub(super) mod printed;
