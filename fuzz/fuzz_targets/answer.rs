//! Any bytes as what the process that reads PDFs says of a page: not believed, or parsed whole.
//!
//! `cargo +nightly fuzz run answer`

#![no_main]

#[path = "../properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|json: &[u8]| properties::answered(json));
