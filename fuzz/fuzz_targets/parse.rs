//! Any text: parsed without a panic, no character lost or made up.
//!
//! `cargo +nightly fuzz run parse`

#![no_main]

#[path = "../properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| properties::parsed(text));
