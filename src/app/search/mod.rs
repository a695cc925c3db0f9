//! Searching: words in the library and in the article at hand.

pub(super) mod hits;
pub(super) mod library;
pub(super) mod matches;
pub(super) mod query;
