//! How fast pages are taken apart, beside reading and validating the same bytes.
//!
//! The pages are those of the sample edition, over and over. The figure to look at is bytes a
//! second.

#![allow(clippy::unwrap_used, reason = "a bench that cannot begin had better stop")]

use std::fs;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;

use divan::Bencher;
use divan::counter::BytesCount;
use paper_reader::model::RawPage;
use paper_reader::parse::parse;

fn main() {
    divan::main();
}

/// The sample edition's pages, one after another, until there are so many lines.
fn text(lines: usize) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let pages: Vec<String> = paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let lines: Vec<&str> = pages.iter().flat_map(|page| page.lines()).cycle().take(lines).collect();
    lines.join("\n")
}

/// A page of 600 lines.
#[divan::bench]
fn page(bencher: Bencher) {
    pages(bencher, 600);
}

/// As much text as a year of a newspaper's front pages.
#[divan::bench(sample_count = 5)]
fn year(bencher: Bencher) {
    pages(bencher, 200_000);
}

fn pages(bencher: Bencher, lines: usize) {
    let raw = RawPage::from_text("bench", text(lines));
    bencher.counter(BytesCount::new(raw.text.len())).bench_local(|| parse(black_box(&raw)));
}

/// The peer: the same bytes read from a file and found to be UTF-8.
#[divan::bench]
fn year_read_and_validated(bencher: Bencher) {
    let text = text(200_000);
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    bencher.counter(BytesCount::new(text.len())).bench_local(|| {
        let bytes = fs::read(file.path()).unwrap();
        assert!(std::str::from_utf8(black_box(&bytes)).is_ok());
    });
}
