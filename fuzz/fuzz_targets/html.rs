//! Any bytes as a saved page: refused, or lines of which nothing is lost.
//!
//! `cargo +nightly fuzz run html`

#![no_main]

#[path = "../properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| properties::saved(bytes));
