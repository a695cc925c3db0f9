//! The README says what the program obeys: its table of keys is made from the table of actions.
//! `cargo test --test house readme -- --ignored` writes it anew.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

use paper_reader::app::{Action, ActionGroup, Keymap};
use paper_reader::phrase::Lang;

const START: &str = "<!-- keys: made from the table of actions; tests/house/readme.rs holds them together -->\n";
const END: &str = "<!-- end of keys -->\n";

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// What stands before the table, the table, and what stands after it.
fn parts(readme: &str) -> (&str, &str, &str) {
    let (before, rest) = readme.split_once(START).unwrap();
    let (table, after) = rest.split_once(END).unwrap();
    (before, table, after)
}

fn table() -> String {
    let keymap = Keymap::default();
    let mut table = "\n| keys | | name in settings |\n|---|---|---|\n".to_owned();
    for group in ActionGroup::ALL {
        table += &format!("| | **{}** | |\n", Lang::English.say(group.phrase()));
        for entry in Action::TABLE.iter().filter(|entry| entry.group == group) {
            let keys: Vec<_> = keymap.keys_of(entry.action).iter().map(|key| format!("`{key}`")).collect();
            table += &format!("| {} | {} | `{}` |\n", keys.join(" "), Lang::English.say(entry.phrase), entry.name);
        }
    }
    table + "\n"
}

#[test]
fn the_keys_are_those_of_the_program() {
    let readme = fs::read_to_string(path()).unwrap();
    assert_eq!(parts(&readme).1, table());
}

#[test]
#[ignore = "writes the table into README.md; run it when an action or a key has changed"]
fn write_the_keys() {
    let readme = fs::read_to_string(path()).unwrap();
    let (before, _, after) = parts(&readme);
    fs::write(path(), [before, START, &table(), END, after].concat()).unwrap();
}
