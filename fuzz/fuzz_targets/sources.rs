//! Any line above an article, any text below it: nothing lost, no impossible page.
//!
//! `cargo +nightly fuzz run sources`

#![no_main]

#[path = "../properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| properties::sourced(text));
