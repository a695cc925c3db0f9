//! What the manual shows is what the program prints.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::user::User;

/// The text of the first block of a language in a page of the manual.
fn block<'a>(manual: &'a str, language: &str) -> &'a str {
    let (_, from) = manual.split_once(&format!("```{language}\n")).unwrap();
    from.split_once("```").unwrap().0
}

#[test]
fn the_json_is_that_of_its_page() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/manual/json.md");
    let manual = fs::read_to_string(path).unwrap();
    let user = User::new();
    user.write("page.txt", block(&manual, "text"));
    assert_eq!(user.done(&["parse", "page.txt"]).trim(), block(&manual, "json").trim());
}

#[test]
fn the_fields_that_the_manual_names_are_there() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/manual/json.md");
    let manual = fs::read_to_string(path).unwrap();
    let user = User::new();
    user.write("page.txt", block(&manual, "text"));
    user.done(&["import", "page.txt"]);
    for command in [
        &["parse", "--format", "jsonl", "page.txt"][..],
        &["parse", "--format", "lines-json", "page.txt"],
        &["list", "--format", "json"],
        &["list", "--sources", "--format", "json"],
        &["search", "--format", "json", "航线"],
    ] {
        let printed = user.done(command);
        let value: Value =
            serde_json::from_str(printed.lines().next().filter(|line| line.len() > 1).unwrap_or(&printed)).unwrap();
        let record = if value.is_array() { &value[0] } else { &value };
        for field in record.as_object().unwrap().keys() {
            assert!(manual.contains(&format!("`{field}`")), "{command:?} prints {field}");
        }
    }
}
