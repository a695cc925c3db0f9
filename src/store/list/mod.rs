//! The headline list: its rows in any order, under any filter, with editions and pages folded.
//!
//! **Invariant:** a window costs what is in it, however large the library is. It knows nothing of
//! full text, but for the index that finds a byline.

mod byline;
mod filter;
mod folded;
pub mod rows;
mod scan;
