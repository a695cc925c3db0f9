//! The worked pages of `tests/pages`: what the parser makes of each is what the answer beside it
//! says, article by article and part by part, and no character is lost or made up.
//!
//! `tests/pages/README.md` has the answers' conventions. A difference that is known and not mended
//! yet stands in the answer's `not_yet`; the test fails when it is gone, too. Of the gold pages of
//! `tests/gold` only the characters are compared: they are there to measure the parser.
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use paper_reader::import;
use paper_reader::parse::parse_file;
use serde_json::Value;

/// The page's fields that are compared.
const PAGE: [&str; 7] = ["source_page", "publication", "date", "page_number", "page_name", "page_label", "furniture"];

/// The article's fields that are compared: all but its id and its source lines.
const ARTICLE: [&str; 11] =
    ["kind", "kicker", "headline", "deck", "lead", "dateline", "byline", "body", "credit", "continues", "continued"];

#[test]
fn pages_come_apart_as_their_answers_say() {
    let mut faults = Vec::new();
    for Worked { name, text: _, gold, parsed } in worked_pages() {
        let known = strings(&gold[0]["not_yet"]);
        let mut found: Vec<String> =
            gold.iter().zip(&parsed).flat_map(|(gold, parsed)| differences(gold, parsed)).collect();
        if gold.len() != parsed.len() {
            found.push(format!("{} pages", parsed.len()));
        }
        faults.extend(found.iter().filter(|f| !known.contains(f)).map(|fault| format!("{name}: {fault}")));
        faults.extend(known.iter().filter(|k| !found.contains(k)).map(|fault| format!("{name}: mended: {fault}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn pages_keep_their_characters() {
    for Worked { name, text, gold, parsed } in worked_pages() {
        let all = |pages: &[Value]| pages.iter().map(texts).collect::<String>();
        assert_eq!(count(&all(&gold)), count(&text), "{name}: the answer");
        assert_eq!(count(&all(&parsed)), count(&text), "{name}: the parsed page");
    }
}

#[test]
fn gold_pages_keep_their_characters() {
    for half in ["tests/gold/fit", "tests/gold/held"] {
        for Worked { name, text, parsed, .. } in worked_in(half) {
            let kept: String = parsed.iter().map(texts).collect();
            assert_eq!(count(&kept), count(&text), "{name}");
        }
    }
}

/// A file, the answer for each of its newspaper pages and what the parser makes of it.
struct Worked {
    name: String,
    text: String,
    gold: Vec<Value>,
    parsed: Vec<Value>,
}

fn worked_pages() -> Vec<Worked> {
    worked_in("tests/pages")
}

fn worked_in(folder: &str) -> Vec<Worked> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut answers: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    answers.retain(|path| path.to_string_lossy().ends_with(".gold.json"));
    answers.sort();
    assert!(answers.len() >= 12, "the worked pages are in {}", folder.display());
    answers.iter().map(|answer| worked(&folder, answer)).collect()
}

fn worked(folder: &Path, answer: &Path) -> Worked {
    let mut gold: Value = serde_json::from_str(&fs::read_to_string(answer).unwrap()).unwrap();
    let gold: Vec<Value> = serde_json::from_value(gold["pages"].take()).unwrap();
    let source = gold[0]["source"].as_str().unwrap().to_owned();
    let bytes = fs::read(folder.join(&source)).unwrap();
    let raw: Vec<_> = import::pages(&source, bytes).map(Result::unwrap).collect();
    let text = raw.iter().map(|page| page.text.as_str()).collect();
    let parsed = parse_file(raw).iter().map(|(page, _)| serde_json::to_value(page).unwrap()).collect();
    Worked { name: source, text, gold, parsed }
}

/// What is not as the answer says, a sentence each.
fn differences(gold: &Value, parsed: &Value) -> Vec<String> {
    let mut found: Vec<String> =
        PAGE.iter().filter(|key| !same(key, gold, parsed)).map(|&key| key.to_owned()).collect();
    let mut left: Vec<&Value> = articles(parsed).collect();
    for wanted in articles(gold) {
        let title = title(wanted);
        let Some(at) = left.iter().position(|article| self::title(article) == title) else {
            found.push(format!("{title}: not found"));
            continue;
        };
        let article = left.remove(at);
        found.extend(ARTICLE.iter().filter(|key| !same(key, wanted, article)).map(|key| format!("{title}: {key}")));
    }
    found.extend(left.into_iter().map(|article| format!("{}: no such article", title(article))));
    found
}

fn same(key: &str, gold: &Value, parsed: &Value) -> bool {
    match key {
        "furniture" => bare(&gold[key]) == bare(&parsed[key]),
        "source_page" => gold[key].as_u64().unwrap_or(1) == parsed[key].as_u64().unwrap(),
        _ => gold[key] == parsed[key],
    }
}

/// Furniture without its white space, in any order.
fn bare(furniture: &Value) -> Vec<String> {
    let mut lines = strings(furniture);
    lines.iter_mut().for_each(|line| line.retain(|c| !c.is_whitespace()));
    lines.sort();
    lines
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn articles(page: &Value) -> impl Iterator<Item = &Value> {
    page["articles"].as_array().into_iter().flatten()
}

/// The headline, or the body's first words: what tells a page's articles from one another.
fn title(article: &Value) -> String {
    let first = article["headline"].as_str().or_else(|| article["body"][0]["text"].as_str());
    first.unwrap_or_default().chars().take(24).collect()
}

/// Every text of a page that counts towards its characters.
fn texts(page: &Value) -> String {
    const PARTS: [&str; 5] = ["kicker", "headline", "deck", "lead", "credit"];
    let body = |article: &Value| -> String {
        article["body"].as_array().into_iter().flatten().filter_map(|block| block["text"].as_str()).collect()
    };
    let article = |a: &Value| PARTS.iter().filter_map(|&part| a[part].as_str()).collect::<String>() + &body(a);
    strings(&page["furniture"]).concat() + &articles(page).map(article).collect::<String>()
}

fn count(text: &str) -> BTreeMap<char, usize> {
    let mut characters = BTreeMap::new();
    let counts = |c: &char| !c.is_whitespace() && !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}');
    for c in text.chars().filter(counts) {
        *characters.entry(c).or_default() += 1;
    }
    characters
}
