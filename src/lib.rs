//! paper-reader: newspaper pages ruined by a PDF's text layer, turned back into articles, kept in
//! a library and set well in a terminal.
//!
//! Layers, from the ground up; a module may use those that its line names, through their `mod.rs`
//! only, and no others (`tests/house/layers.rs` holds the walls):
//!
//! - [`text`] bytes, characters, clusters and cells. Uses nothing.
//! - [`hanzi`] traditional and simplified, forms of a character, pinyin. Uses nothing.
//! - [`model`] pages, articles, places, queries: plain values. Uses nothing.
//! - [`phrase`] what the program says, in each language. Uses nothing.
//! - [`import`] files to raw pages. Uses text, model, phrase.
//! - [`parse`] a raw page to a page of articles. Uses text, hanzi, model.
//! - [`typeset`] an article to placed lines of cells. Uses text, hanzi, model.
//! - [`store`] the library and the bookmarks on disk. Uses text, hanzi, model, phrase.
//! - [`ingest`] files in, articles stored, on all processors. Uses text, model, phrase, import, parse,
//!   store.
//! - [`export`] articles as JSON, Markdown, tables, text. Uses text, model.
//! - [`app`] the reader's state and its changes, pure. Uses text, hanzi, model, phrase, typeset.
//! - [`ui`] drawing: reads the state, writes cells. Uses text, model, phrase, typeset, app.
//! - [`term`] the terminal and the loop. Uses all above.
//! - [`cli`] the commands. Uses all but app, ui, term.
//!
//! To look at it from outside, take the bundled edition through it:
//!
//! ```
//! use paper_reader::{export, import, parse};
//!
//! let page = import::sample().next().map(|raw| parse::parse(&raw)).unwrap_or_default();
//! assert_eq!(page.publication.as_deref(), Some("江畔读报"));
//! assert_eq!(page.articles.len(), 5);
//! ```
//!
//! Where to begin reading: [`parse`] says how a page comes apart and is put together again, [`typeset`] how type is
//! set, [`store`] what is kept and how, [`app`] how a key becomes a change and a frame.
//!
//! The data's way: bytes → [`text::decode()`] → text → [`import`] → [`model::RawPage`] →
//! [`parse`] → [`model::Page`] → [`store`] (these joined by [`ingest`]) → [`model::Row`],
//! [`model::Article`] → [`app`] →
//! [`typeset`] → [`ui`] → [`term`].

pub mod hanzi;
pub mod text;

pub mod model;

pub mod phrase;

pub mod import;
pub mod parse;
pub mod typeset;

pub mod store;

pub mod ingest;

pub mod export;

pub mod app;
pub mod ui;

pub mod term;

pub mod cli;
