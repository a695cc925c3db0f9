//! Any text: shown so that nothing of it acts.
//!
//! `cargo +nightly fuzz run border`

#![no_main]

#[path = "../properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| properties::bordered(text));
