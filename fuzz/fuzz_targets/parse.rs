//! Any text: parsed without a panic, no character lost or made up.
//!
//! `cargo +nightly fuzz run parse`

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use paper_reader::model::RawPage;
use paper_reader::parse::parse;

fn count<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in texts.into_iter().flat_map(str::chars).filter(|c| !c.is_whitespace()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

fuzz_target!(|text: &str| {
    let page = parse(&RawPage::from_text("fuzz", text));
    let articles = page.articles.iter().flat_map(|article| article.parts().map(|(_, text)| text));
    assert_eq!(count(page.furniture.iter().map(String::as_str).chain(articles)), count([text]));
});
