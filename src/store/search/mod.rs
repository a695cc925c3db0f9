//! Full text: the index names candidates, each of which is looked into.
//!
//! **Invariant:** the index only narrows down; what is a hit is decided by the article's text.

mod hits;
mod plan;
mod rank;
