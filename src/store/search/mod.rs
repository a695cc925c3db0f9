//! Full text: the index names candidates, and the text of each is looked into.
//!
//! **Invariant:** the index only narrows down; what is a hit is decided by the article's text.

mod hits;
mod matches;
mod plan;
mod rank;
