//! Any keys, texts, clicks and sizes: every frame is whole.
//!
//! `cargo +nightly fuzz run keys`

#![no_main]

#[path = "../pressing.rs"]
mod pressing;
#[path = "../../tests/support/mod.rs"]
mod support;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| pressing::pressed(bytes, 1));
