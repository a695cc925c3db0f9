//! Any bytes as `bookmarks.json`: none is lost.
//!
//! `cargo +nightly fuzz run bookmarks`

#![no_main]

#[path = "../properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| properties::kept(bytes));
