//! Any text as `config.toml`: read, or complained of.
//!
//! `cargo +nightly fuzz run settings`

#![no_main]

#[path = "../properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| properties::set_up(text));
