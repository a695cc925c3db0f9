//! Any name of a file: nothing said, or what may be true of a page.
//!
//! `cargo +nightly fuzz run names`

#![no_main]

#[path = "../properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|name: &str| properties::named(name));
