//! What the program is made of: nothing that reaches a network.
//! Licences and advisories are cargo-deny's, where it is installed (`.ci/run`).
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

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

#[test]
fn every_crate_that_is_built_in_is_named_in_the_notice() {
    let notice = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/THIRD-PARTY.md")).unwrap();
    let named: BTreeSet<_> = notice.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | ")).collect();
    let named: BTreeSet<_> =
        named.into_iter().map(|(name, rest)| format!("{name} {}", rest.split(' ').next().unwrap())).collect();
    let missing: Vec<_> = built_in().into_iter().filter(|part| !named.contains(part)).collect();
    assert!(missing.is_empty(), "cargo run --example notices > assets/THIRD-PARTY.md: {missing:?}");
    let lock = table("Cargo.lock");
    let locked: BTreeSet<_> = lock["package"].as_array().unwrap().iter().map(name_and_version).collect();
    let gone: Vec<_> = named.iter().filter(|part| *part != "crate version" && !locked.contains(*part)).collect();
    assert!(gone.is_empty(), "cargo run --example notices > assets/THIRD-PARTY.md: {gone:?}");
}

fn name_and_version(package: &toml::Value) -> String {
    format!("{} {}", package["name"].as_str().unwrap(), package["version"].as_str().unwrap())
}

/// The crates that the program is built of on this system, itself left out, by name and version.
fn built_in() -> BTreeSet<String> {
    let said = run("rustc", &["-vV"]);
    let host = said.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let arguments = ["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host];
    let metadata: Value = serde_json::from_str(&run("cargo", &arguments)).unwrap();
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    let (mut ahead, mut seen) = (vec![&metadata["resolve"]["root"]], BTreeSet::new());
    while let Some(id) = ahead.pop() {
        if seen.insert(id.as_str().unwrap()) {
            let node = nodes.iter().find(|node| &node["id"] == id).unwrap();
            let is_normal = |dependency: &&Value| {
                dependency["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"].is_null())
            };
            ahead
                .extend(node["deps"].as_array().unwrap().iter().filter(is_normal).map(|dependency| &dependency["pkg"]));
        }
    }
    seen.remove(metadata["resolve"]["root"].as_str().unwrap());
    let packages = metadata["packages"].as_array().unwrap().iter();
    let parts = packages.filter(|package| seen.contains(package["id"].as_str().unwrap()));
    parts.map(|part| format!("{} {}", part["name"].as_str().unwrap(), part["version"].as_str().unwrap())).collect()
}

/// What a program prints, run where the crate is.
fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
