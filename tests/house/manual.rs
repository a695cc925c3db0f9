//! The manual says what the program obeys: its tables of keys are made from the table of actions.
//! `cargo test --test house manual -- --ignored` writes it anew.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

use paper_reader::app::{Action, ActionGroup, Keymap};
use paper_reader::phrase::Lang;

const START: &str = "<!-- keys: made from the table of actions; tests/house/manual.rs holds them together -->\n";
const END: &str = "<!-- end of keys -->\n";

/// The manual's pages of keys, and their languages.
const PAGES: [(&str, Lang); 2] = [("keys.md", Lang::English), ("keys.zh-CN.md", Lang::Chinese)];

fn path(page: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/manual").join(page)
}

/// What stands before the table, the table, and what stands after it.
fn parts(page: &str) -> (&str, &str, &str) {
    let (before, rest) = page.split_once(START).unwrap();
    let (table, after) = rest.split_once(END).unwrap();
    (before, table, after)
}

fn table(lang: Lang) -> String {
    let keymap = Keymap::default();
    let heads = match lang {
        Lang::English => "| keys | | name in settings |",
        Lang::Chinese => "| 键 | | 设置里的名字 |",
    };
    let mut table = format!("\n{heads}\n|---|---|---|\n");
    for group in ActionGroup::ALL {
        table += &format!("| | **{}** | |\n", lang.say(group.phrase()));
        for entry in Action::TABLE.iter().filter(|entry| entry.group == group) {
            let keys: Vec<_> = keymap.keys_of(entry.action).iter().map(|key| format!("`{key}`")).collect();
            table += &format!("| {} | {} | `{}` |\n", keys.join(" "), lang.say(entry.phrase), entry.name);
        }
    }
    table + "\n"
}

#[test]
fn the_keys_are_those_of_the_program() {
    for (page, lang) in PAGES {
        assert_eq!(parts(&fs::read_to_string(path(page)).unwrap()).1, table(lang), "{page}");
    }
}

#[test]
#[ignore = "writes the tables into the manual; run it when an action or a key has changed"]
fn write_the_keys() {
    for (page, lang) in PAGES {
        let text = fs::read_to_string(path(page)).unwrap();
        let (before, _, after) = parts(&text);
        fs::write(path(page), [before, START, &table(lang), END, after].concat()).unwrap();
    }
}

/// Where the links of a page lead, those within it and those to the web left out.
fn links(page: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(page).unwrap();
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
    targets
        .filter(|target| !target.is_empty() && !target.contains("://"))
        .map(|target| page.with_file_name(target))
        .collect()
}

#[test]
fn every_link_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [root.to_owned(), root.join("assets/manual")];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let pages: Vec<_> = files.filter(|file| file.extension().is_some_and(|extension| extension == "md")).collect();
    assert!(pages.len() > 8, "{pages:?}");
    for page in &pages {
        for target in links(page) {
            assert!(target.exists(), "{} → {}", page.display(), target.display());
        }
    }
}

#[test]
fn both_readmes_show_every_picture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pictures: Vec<_> =
        fs::read_dir(root.join("assets/pictures")).unwrap().map(|entry| entry.unwrap().path()).collect();
    pictures.sort();
    for readme in ["README.md", "README.zh-CN.md"] {
        let mut shown = links(&root.join(readme));
        shown.retain(|target| target.extension().is_some_and(|extension| extension == "svg"));
        shown.sort();
        assert_eq!(shown, pictures, "{readme}");
    }
}
