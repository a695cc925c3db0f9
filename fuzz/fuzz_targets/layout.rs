//! Lines, rules and pictures anywhere on a page: parsed whole.
//!
//! `cargo +nightly fuzz run layout`

#![no_main]

#[path = "../properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| properties::laid_out(bytes));
