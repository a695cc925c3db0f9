//! The walls between the layers: what `src/lib.rs` says a layer uses is all that it uses.
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Crates behind a wall, and the layers that may use them. Helpers that any layer may use
/// (serde, thiserror, memchr) do not stand here.
const CRATES: [(&str, &[&str]); 14] = [
    ("crossterm", &["term"]),
    ("signal_hook", &["term"]),
    ("rustix", &["term"]),
    ("ratatui", &["ui", "term"]),
    ("rusqlite", &["store"]),
    ("directories", &["store"]),
    ("tempfile", &["store"]),
    ("toml", &["app", "ui"]),
    ("clap", &["cli"]),
    ("encoding_rs", &["text"]),
    ("ferrous_opencc", &["hanzi"]),
    ("pinyin", &["hanzi"]),
    ("unicode_width", &["text"]),
    ("unicode_segmentation", &["text"]),
];

#[test]
fn no_layer_uses_what_its_line_does_not_name() {
    let walls = walls();
    let mut breaches = Vec::new();
    for (layer, uses) in &walls {
        for file in files(&source().join(layer)) {
            for used in modules_used(&code(&file)) {
                if used != *layer && walls.contains_key(&used) && !uses.contains(&used) {
                    breaches.push(format!("{}: {layer} uses {used}", file.display()));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn no_layer_uses_a_crate_that_is_not_its_own() {
    let mut breaches = Vec::new();
    for layer in walls().keys() {
        for file in files(&source().join(layer)) {
            let code = without_tests(&code(&file));
            for (name, layers) in CRATES {
                if names(&code, name) && !layers.contains(&layer.as_str()) {
                    breaches.push(format!("{}: {layer} uses {name}", file.display()));
                }
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_folder_is_a_layer() {
    let folders: BTreeSet<_> = fs::read_dir(source())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    assert_eq!(folders, walls().into_keys().collect());
}

#[test]
fn a_grouped_use_is_read() {
    let code = "use crate::{export, text::{width, chars}};\nfn f() { crate::store::open() }";
    assert_eq!(modules_used(code), BTreeSet::from(["export".into(), "text".into(), "store".into()]));
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Layer → the layers it may use, read from the crate's documentation.
fn walls() -> BTreeMap<String, BTreeSet<String>> {
    let documentation = fs::read_to_string(source().join("lib.rs")).unwrap();
    let mut walls: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in documentation.lines().filter_map(|line| line.strip_prefix("//! - [`")) {
        let (layer, rest) = line.split_once("`]").unwrap();
        let (_, uses) = rest.rsplit_once("Uses ").unwrap();
        let above = || walls.keys().cloned();
        let listed = |list: &str| list.split(',').map(|name| name.trim().to_owned()).collect::<BTreeSet<_>>();
        let uses = match uses.trim_end_matches('.') {
            "nothing" => BTreeSet::new(),
            "all above" => above().collect(),
            all_but if all_but.starts_with("all but ") => {
                let but = listed(&all_but["all but ".len()..]);
                above().filter(|layer| !but.contains(layer)).collect()
            }
            list => listed(list),
        };
        walls.insert(layer.to_owned(), uses);
    }
    assert!(walls.len() > 10, "the layers stand in the documentation of src/lib.rs");
    walls
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut ahead = vec![folder.to_owned()];
    while let Some(path) = ahead.pop() {
        if path.is_dir() {
            ahead.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// A file without its line comments.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Everything before the unit tests, which may use what they like.
fn without_tests(code: &str) -> String {
    code.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

/// Whether the code names a crate in a path or imports it whole.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let imported = code[..at].ends_with("use ");
        let after = &code[at + name.len()..];
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
            && (after.starts_with("::") || imported && after.starts_with(';'))
    })
}

/// The modules at the root of the crate that the code names.
fn modules_used(code: &str) -> BTreeSet<String> {
    code.match_indices("crate::").flat_map(|(at, found)| first_names(&code[at + found.len()..])).collect()
}

/// The first name of each path in `a::b` or `{a::b, c::{d, e}}`.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut names, mut start) = (0, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            c if start && !c.is_whitespace() => {
                names.push(name(&group[at..]));
                start = false;
            }
            _ => {}
        }
    }
    names
}
