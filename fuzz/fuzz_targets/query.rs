//! Any query: finds what is there, and nothing else.
//!
//! `cargo +nightly fuzz run query`

#![no_main]

#[path = "../properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| properties::asked(text));
