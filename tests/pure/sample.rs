//! The bundled edition's printed page is kept as it is imported: `cargo test --test pure sample -- --ignored` writes it
//! anew from the PDF when that or its importer has changed.
#![cfg(feature = "pdf")]
#![allow(clippy::unwrap_used, reason = "a test fails as tests do")]

use std::fs;
use std::path::{Path, PathBuf};

use paper_reader::import;
use paper_reader::model::RawPage;

fn asset(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(name)
}

/// The page as it is imported now.
fn printed() -> RawPage {
    let bytes = fs::read(asset("printed/04-english.pdf")).unwrap();
    import::pages("04-english.pdf", bytes).next().unwrap().unwrap()
}

#[test]
fn the_printed_page_is_what_the_file_gives() {
    let pages: Vec<_> = import::sample().collect();
    assert_eq!(pages.len(), 4);
    assert!(pages[3] == printed(), "cargo test --test pure sample -- --ignored");
}

#[test]
#[ignore = "writes assets/printed/04-english.json; run it when the PDF or its importer has changed"]
fn write_the_printed_page() {
    fs::write(asset("printed/04-english.json"), serde_json::to_string(&printed()).unwrap() + "\n").unwrap();
}
