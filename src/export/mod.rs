//! Articles as JSON, Markdown, tables and text: what the commands print.
//!
//! **Invariant:** values in, text out; where it goes is not known here.

pub mod json;
pub mod lines;
pub mod markdown;
mod origin;
pub mod table;
pub mod text;
mod time;

pub use origin::PageOrigin;
pub use time::iso_8601;
