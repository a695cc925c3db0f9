//! What holds of any bytes and any text, each arrow of the data's way by itself. The fuzz targets
//! and `tests/pure/fuzz.rs` share it.

#![allow(dead_code, clippy::unwrap_used, reason = "every target uses one")]

use std::collections::BTreeMap;
use std::fs;

use paper_reader::app::Settings;
use paper_reader::import;
use paper_reader::model::{RawPage, Search};
use paper_reader::parse;
use paper_reader::store::{Dirs, Error, Library, bookmarks};
use paper_reader::text::decode::decode;
use paper_reader::text::sanitize::{is_visible, shown_text};
use paper_reader::text::{Metrics, Needle, Squeezed};
use paper_reader::typeset::{Measure, break_lines};

/// Bytes are refused, or become text without a line end that is none here.
pub fn decoded(bytes: &[u8]) {
    if let Ok(decoded) = decode(bytes) {
        assert!(!decoded.text.trim().is_empty() && !decoded.text.contains('\r'));
        let is_html = |error: import::ImportFailure| matches!(error.error, import::ImportError::Html(_));
        assert!(import::pages("page", bytes.to_vec()).all(|page| page.map_or_else(is_html, |_| true)));
    }
}

/// A saved page is refused, or becomes lines that are marked, each whole and on a line of its own, none lost in
/// the articles that they make.
pub fn saved(html: &[u8]) {
    let bytes = [b"<!DOCTYPE html>", html].concat();
    for raw in import::pages("page.html", bytes).flatten() {
        assert!(!raw.lines.is_empty() && raw.lines.iter().all(|line| line.role.is_some()));
        held(&raw);
    }
}

/// A page loses no character and makes none up; its articles are lines of it.
pub fn parsed(text: &str) {
    held(&RawPage::from_text("page", text));
}

fn held(raw: &RawPage) {
    let page = parse::parse(raw);
    let articles = page.articles.iter().flat_map(|article| article.parts().map(|(_, text)| text));
    assert_eq!(counts(page.furniture.iter().map(String::as_str).chain(articles)), counts([raw.text.as_str()]));
    let last = raw.lines.last().map_or(0, |line| line.number);
    let lines = page.articles.iter().flat_map(|article| &article.lines);
    assert!(lines.into_iter().all(|lines| 1 <= lines.0 && lines.0 <= lines.1 && lines.1 <= last));
}

fn counts<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in texts.into_iter().flat_map(str::chars).filter(|c| !c.is_whitespace()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// Lines follow one another through the text, and none but a single cluster is too wide.
pub fn wrapped(width: u8, text: &str) {
    let width = usize::from(width).max(1);
    let mut end = 0;
    for line in break_lines(text, Metrics::TERMINAL, Measure::of(width)) {
        let between = &text[end..line.bytes.start];
        assert!(between.chars().all(|c| c.is_whitespace() || !is_visible(c)), "{between:?} is on no line");
        let set = text[line.bytes.clone()].trim_end();
        let single = Metrics::TERMINAL.clusters(set).filter(|cluster| cluster.cells > 0).count() <= 1;
        assert!(single || Metrics::TERMINAL.cells(set) <= width, "{set:?} in {width}");
        end = line.bytes.end;
    }
}

/// Nothing that is shown acts; what is clean is shown as it is; the cells of a cluster are those that the screen counts in what is shown of it.
pub fn bordered(text: &str) {
    let shown = shown_text(text);
    assert!(!shown.chars().any(char::is_control), "{shown:?}");
    if text.chars().all(is_visible) {
        assert_eq!(shown, text);
    }
    for cluster in Metrics::TERMINAL.clusters(text) {
        assert_eq!(cluster.cells, Metrics::TERMINAL.shown_cells(&cluster.shown()), "{:?}", cluster.shown());
    }
}

/// Whatever `bookmarks.json` holds, reading it loses no byte: it is understood, refused, or kept aside.
pub fn kept(bytes: &[u8]) {
    let home = tempfile::tempdir().unwrap();
    let dirs = Dirs { config: home.path().join("config"), data: home.path().join("data") };
    fs::create_dir_all(&dirs.config).unwrap();
    fs::write(dirs.bookmarks(), bytes).unwrap();
    match bookmarks::load(&dirs) {
        Ok((_, None)) | Err(Error::Later { .. }) => assert_eq!(fs::read(dirs.bookmarks()).unwrap(), bytes),
        Ok((read, Some(_))) => {
            assert!(read.is_empty() && !dirs.bookmarks().exists());
            assert_eq!(fs::read(dirs.config.join("bookmarks.json.damaged-1")).unwrap(), bytes);
        }
        Err(error) => panic!("{error}"),
    }
}

/// Settings are read or complained of, each complaint on one line that shows.
pub fn set_up(text: &str) {
    let (_, complaints) = Settings::read(text);
    for complaint in complaints {
        assert!(!shown_text(&complaint.to_string()).chars().any(char::is_control));
    }
}

/// An article in a library is found exactly by the queries whose every term is in one of its parts.
pub fn asked(query: &str) {
    const PAGE: &str = "渡口今起改建\n本报江州5月2日讯（记者 林远）渡口 PM2.5 今起改建，100% 照常_。\n";
    let page = parse::parse(&RawPage::from_text("page", PAGE));
    let mut library = Library::in_memory().unwrap();
    library.add(&page, PAGE).unwrap();
    let search = Search::parse(query, None);
    let needles: Vec<_> = search.terms.iter().filter_map(|term| Needle::new(term)).collect();
    let is_in = |needle: &Needle| page.articles[0].parts().any(|(_, part)| needle.is_in(&Squeezed::new(part)));
    let hits = library.search(&search, None).unwrap();
    if !needles.is_empty() {
        assert_eq!(!hits.is_empty(), needles.iter().all(is_in), "{query:?}");
    }
}
