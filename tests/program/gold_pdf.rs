//! The gold pages that are PDF files, through the real program: nothing of their lines is lost or made up,
//! and a file comes apart into the newspaper pages that it has.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::user::User;

/// The PDF files of a half, each with its answer.
fn files(half: &str) -> Vec<(PathBuf, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/pdf").join(half);
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("not tested: {} is not in this copy", folder.display());
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "pdf"));
    paths.sort();
    let gold = |path: &PathBuf| fs::read_to_string(path.with_extension("gold.json")).unwrap();
    paths.iter().map(|path| (path.clone(), serde_json::from_str(&gold(path)).unwrap())).collect()
}

/// The characters of a text that are no space, sorted.
fn characters(text: &str) -> Vec<char> {
    let mut characters: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{AD}').collect();
    characters.sort_unstable();
    characters
}

/// All that pages say, furniture among it.
fn said(pages: &Value) -> String {
    let strings = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut said = String::new();
    for page in pages.as_array().unwrap() {
        said.extend(page["furniture"].as_array().unwrap().iter().map(strings));
        for article in page["articles"].as_array().unwrap() {
            said.extend(["kicker", "headline", "deck", "lead", "credit"].map(|part| strings(&article[part])));
            said.extend(article["body"].as_array().unwrap().iter().map(|block| strings(&block["text"])));
        }
    }
    said
}

#[test]
fn pdf_pages_keep_their_characters() {
    let user = User::new();
    for (path, gold) in ["fit", "held"].into_iter().flat_map(files) {
        let path = path.to_str().unwrap();
        let lines = user.done(&["parse", "--format", "lines", path]);
        let parsed: Value = serde_json::from_str(&user.done(&["parse", "--format", "json", path])).unwrap();
        assert_eq!(characters(&said(&parsed["pages"])), characters(&lines), "{path}");
        assert_eq!(parsed["pages"].as_array().unwrap().len(), gold["pages"].as_array().unwrap().len(), "{path}");
    }
}

#[test]
fn the_printed_page_of_the_sample_edition_comes_out_whole() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/printed/04-english.pdf");
    let parsed = User::new().done(&["parse", "--format", "json", path.to_str().unwrap()]);
    let page = &serde_json::from_str::<Value>(&parsed).unwrap()["pages"][0];
    let facts = ["publication", "date", "page_number", "page_name"].map(|field| page[field].to_string());
    assert_eq!(facts, ["\"Riverside Reader\"", "\"2026-11-23\"", "4", "\"English\""]);
    let articles = page["articles"].as_array().unwrap();
    let heads: Vec<_> = articles.iter().map(|article| article["headline"].as_str().unwrap_or_default()).collect();
    let column = "The column that went for a walk comes home";
    assert_eq!(heads, [column, "Ferry bell rings again after eleven silent winters", "Five keys for a first day", ""]);
    let blocks: Vec<_> = articles.iter().map(|article| article["body"].as_array().unwrap().len()).collect();
    assert_eq!(blocks, [8, 3, 5, 1]);
    assert!(articles.iter().all(|article| !article["boxes"].as_array().unwrap().is_empty()));
}
