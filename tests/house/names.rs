//! One name, one thing: no two types of the sources have the same name.

#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::collections::BTreeMap;
use std::fs;

use crate::source::{Code, files, folder};

/// The layers some of whose types still have the names of others.
///
/// TO BE EMPTIED, and then to go: nothing is to be added.
const STILL: [&str; 5] = ["cli", "export", "import", "model", "term"];

#[test]
fn no_type_has_the_name_of_another() {
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files(&folder()) {
        let name = file.strip_prefix(folder()).unwrap().to_str().unwrap().to_owned();
        if STILL.iter().all(|layer| !name.starts_with(layer)) {
            for found in Code::read(&fs::read_to_string(&file).unwrap()).types() {
                homes.entry(found).or_default().push(name.clone());
            }
        }
    }
    let twice = homes.iter().filter(|(_, files)| files.len() > 1);
    let twice: Vec<_> = twice.map(|(name, files)| format!("{name}: {}", files.join(", "))).collect();
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}
