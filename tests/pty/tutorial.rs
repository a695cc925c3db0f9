//! The tutorial: opened by a command, from the help, from the palette; nothing of it comes into the library.

use std::fs;

use crate::terminal::{Home, Terminal};

/// The tutorial's first headline and a later one in each language, and what the help's status line says.
const LANGUAGES: [(&str, &str, &str, &str); 2] = [
    ("zh_CN.UTF-8", "先走几步", "留得住", "T 教程"),
    ("en_GB.UTF-8", "A few steps", "How to keep things", "T tutorial"),
];

fn start(home: &Home, arguments: &[&str], language: &str) -> Terminal {
    let mut command = home.command(arguments);
    command.env("LANG", language);
    Terminal::start(command, 110, 30)
}

fn files(home: &Home) -> Vec<String> {
    fn all(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                all(&entry.path(), found)
            } else {
                found.push(entry.path().display().to_string())
            }
        }
    }
    let mut found = Vec::new();
    all(home.path(), &mut found);
    found
}

#[test]
fn the_command_opens_it_and_touches_no_library() {
    for (language, first, later, _) in LANGUAGES {
        let home = Home::new();
        let before = files(&home);
        let mut terminal = start(&home, &["tutorial"], language);
        terminal.wait_until("both its pages", |screen| screen.contains(first) && screen.contains(later));
        // What is tried there works there.
        terminal.type_keys("\rb");
        terminal.wait_for("★");
        terminal.type_keys("B");
        terminal.wait_until("the bookmark", |screen| screen.contains("──") && screen.matches(first).count() > 1);
        terminal.type_keys("\x1b");
        terminal.type_keys("h/ctrl-x\r");
        terminal.wait_for("1/1");
        terminal.type_keys("q");
        assert_eq!(terminal.wait_for_exit(), 0);
        assert_eq!(files(&home), before);
    }
}

#[test]
fn from_the_library_and_back() {
    const PAGE: &str = "江畔读报\n2031年3月4日 星期二\n第1版 要闻\n\n雨水花园进社区\n本报讯 一场大雨之后，梅园社区的草沟里没有积水。\n";
    for (language, first, later, hint) in LANGUAGES {
        let home = Home::new();
        let page = home.file("1.txt", PAGE);
        let mut terminal = start(&home, &[&page], language);
        terminal.wait_for("梅园社区");
        for open in ["?T", ":tutorial\r"] {
            terminal.type_keys(open);
            terminal.wait_until("the tutorial", |screen| screen.contains(first) && screen.contains(later));
            assert!(!terminal.screen().contains("梅园社区"));
            terminal.type_keys("\rb");
            terminal.wait_for("★");
            terminal.type_keys(",tj\r");
            terminal.type_keys("q");
            terminal.wait_until("the library again", |screen| screen.contains("梅园社区") && !screen.contains(first));
            terminal.type_keys("\x1b");
        }
        terminal.type_keys("?");
        terminal.wait_for(hint);
        terminal.type_keys("\x1bq");
        assert_eq!(terminal.wait_for_exit(), 0);
        assert!(!fs::exists(home.path().join("config/paper-reader/bookmarks.json")).unwrap());
        let mut again = start(&home, &[], language);
        again.wait_until("the one article", |screen| screen.contains("梅园社区") && screen.contains("1/1"));
        again.type_keys("q");
        assert_eq!(again.wait_for_exit(), 0);
    }
}
