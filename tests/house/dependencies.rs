//! What the program is made of: nothing that reaches a network.
//! Licences and advisories are cargo-deny's, where it is installed (`.ci/run`).
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn table(file: &str) -> toml::Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(path).unwrap().parse().unwrap()
}

/// The strings under a key of each table in a list.
fn each(list: &toml::Value, key: &str) -> BTreeSet<String> {
    list.as_array().unwrap().iter().map(|entry| entry[key].as_str().unwrap().to_owned()).collect()
}

#[test]
fn no_crate_that_is_banned_is_locked() {
    let banned = each(&table("deny.toml")["bans"]["deny"], "crate");
    let locked = each(&table("Cargo.lock")["package"], "name");
    assert!(banned.contains("reqwest") && locked.contains("ratatui"), "the two files are read");
    assert_eq!(banned.intersection(&locked).collect::<Vec<_>>(), [] as [&String; 0]);
}

#[test]
fn no_source_names_a_socket() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(path) = folders.pop() {
        if path.is_dir() {
            folders.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let text = fs::read_to_string(&path).unwrap_or_default();
        for word in ["std::net", "TcpStream", "UdpSocket", "rustix::net"] {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}
