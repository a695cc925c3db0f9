//! Any text at any width: broken into lines that fit.
//!
//! `cargo +nightly fuzz run wrap`

#![no_main]

#[path = "../properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &str)| properties::wrapped(input.0, input.1));
