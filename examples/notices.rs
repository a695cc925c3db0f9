//! Prints the notice of the parts that others wrote: `cargo run --example notices > assets/THIRD-PARTY.md`.
//!
//! Every crate that may be built into the program, on any system, with its licence and its copyright lines; then the
//! text of each licence once. Of a choice of licences the first of [`PREFERRED`] is taken.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Licences as they are chosen among; the names that files of theirs have hold the second word.
const PREFERRED: [(&str, &str); 7] = [
    ("MIT", "MIT"),
    ("Apache-2.0", "APACHE"),
    ("BSD-3-Clause", "BSD"),
    ("Zlib", "ZLIB"),
    ("Unicode-3.0", "UNICODE"),
    ("MPL-2.0", "MPL"),
    ("Unlicense", "UNLICENSE"),
];

/// What is not a crate.
const BESIDE_CRATES: &str = "\
Beside these:

- the tables of simplified and traditional characters are those of OpenCC (Apache-2.0), by way of `ferrous-opencc`;
- the readings of characters are those of pinyin-data (MIT), by way of `pinyin`;
- properties of characters are those of the Unicode Character Database (Unicode-3.0), by way of the `unicode-*` crates;
- SQLite, built in by `libsqlite3-sys`, is in the public domain;
- the colour profile CGATS001Compat-v2-micro, by way of `hayro-interpret`, is in the public domain (CC0).
";

/// A crate that is built in.
struct Part {
    name: String,
    version: String,
    expression: String,
    licence: &'static str,
    copyright: BTreeSet<String>,
    text: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let output = Command::new("cargo").args(["metadata", "--format-version", "1", "--locked"]).output()?;
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let mut parts = built_in(&metadata).into_iter().filter_map(part).collect::<Vec<_>>();
    parts.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    print(&parts);
    Ok(())
}

/// The packages that the program depends on when it is built in, itself left out.
fn built_in(metadata: &Value) -> Vec<&Value> {
    let root = metadata["resolve"]["root"].as_str().unwrap_or_default();
    let nodes: BTreeMap<_, _> = array(&metadata["resolve"]["nodes"]).map(|node| (node["id"].as_str(), node)).collect();
    let is_normal = |dependency: &&Value| array(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
    let (mut ahead, mut seen) = (vec![Some(root)], BTreeSet::new());
    while let Some(id) = ahead.pop() {
        if let Some(node) = nodes.get(&id).filter(|_| seen.insert(id)) {
            ahead.extend(array(&node["deps"]).filter(is_normal).map(|dependency| dependency["pkg"].as_str()));
        }
    }
    seen.remove(&Some(root));
    array(&metadata["packages"]).filter(|package| seen.contains(&package["id"].as_str())).collect()
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn part(package: &Value) -> Option<Part> {
    let expression = package["license"].as_str()?.to_owned();
    let words: Vec<_> = expression.split(|c: char| !c.is_alphanumeric() && !"-.".contains(c)).collect();
    let (licence, file) = PREFERRED.into_iter().find(|(name, _)| words.contains(name))?;
    let folder = Path::new(package["manifest_path"].as_str()?).parent()?;
    let text = licence_file(folder, file).unwrap_or_default();
    let is_copyright = |line: &&str| {
        line.trim_start().to_lowercase().starts_with("copyright")
            && line.contains(|c: char| c.is_ascii_digit() || c == '©')
    };
    let copyright = text.lines().filter(is_copyright).map(|line| line.trim().to_owned()).collect();
    let name = package["name"].as_str()?.to_owned();
    Some(Part { name, version: package["version"].as_str()?.to_owned(), expression, licence, copyright, text })
}

/// The text of a licence in a crate's folder: the file with the licence's name, or else the only one.
fn licence_file(folder: &Path, word: &str) -> Option<String> {
    let mut files: Vec<_> =
        fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
    files.retain(|path| ["LICEN", "COPYING", "UNLICENSE"].iter().any(|word| name(path).starts_with(word)));
    files.sort();
    let chosen = files.iter().find(|path| name(path).contains(word)).or(files.first())?;
    fs::read_to_string(chosen).ok()
}

fn print(parts: &[Part]) {
    println!("# Parts that others wrote\n\nMade by `cargo run --example notices`.\n");
    println!("| crate | version | licence | copyright |\n|---|---|---|---|");
    for Part { name, version, expression, copyright, .. } in parts {
        let copyright = copyright.iter().map(String::as_str).collect::<Vec<_>>().join("; ").replace('|', "/");
        println!("| {name} | {version} | {expression} | {copyright} |");
    }
    println!("\n{BESIDE_CRATES}");
    for (licence, _) in PREFERRED {
        let texts = parts.iter().filter(|part| part.licence == licence && !part.text.is_empty());
        if let Some(Part { text, name, .. }) = texts.min_by_key(|part| part.text.len()) {
            println!("## {licence}\n\nAs it stands in `{name}`.\n\n```text\n{}\n```\n", text.trim());
        }
    }
}
