//! Articles as JSON, Markdown, tables and text: what the commands print.

mod json;

pub use json::pages as json;
