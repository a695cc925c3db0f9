//! The headline list: its rows in any order, under any filter, with editions and pages folded.
//!
//! **Invariant:** a window costs what is in it, however large the library is. It knows nothing of
//! full text, but for the index that finds a byline.

mod access_path;
pub mod columns;
mod folded;
pub mod holdings;
mod jump;
mod marking;
mod query;
mod row_filter;
mod rows;
mod scan;
mod unread;
