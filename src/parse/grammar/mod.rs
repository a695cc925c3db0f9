//! What words say: datelines, bylines, credits, folios, jumps, notices.
//!
//! **Invariant:** a grammar reads characters; it knows no labels, no neighbours and no articles.

pub mod calendar;
pub mod credit;
pub mod folio;
pub mod jump;
pub mod lead;
pub mod notice;
pub mod numbering;
pub mod numerals;
pub mod people;
pub mod source_line;
pub mod speaker;
pub mod stream;
