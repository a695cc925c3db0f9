//! Any bytes: a text, or refused.
//!
//! `cargo +nightly fuzz run decode`

#![no_main]

#[path = "../properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| properties::decoded(bytes));
