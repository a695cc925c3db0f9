//! Nothing from outside reaches a terminal as anything but visible text: in any view, in any table.

use crate::stream::acts_on_nothing;
use crate::terminal::{Home, Terminal};

/// What acts on a terminal, and a flood.
fn hostile() -> String {
    let flood = "\u{301}".repeat(3_000);
    format!(
        "甲\x1b]0;题\x07乙\x1b]52;c;aGk=\x07丙\x1b]8;;http://x\x1b\\丁\x1b[2J戊\x1b[?1049l己\u{9b}31m庚\u{9d}0;辛\u{9c}\
         壬\u{202e}癸\u{2066}子\u{200b}丑\u{feff}寅\u{2028}卯\u{e0041}辰\u{3164}巳\x7f午\x08未\x0e申{flood}酉"
    )
}

fn page() -> String {
    let bad = hostile();
    format!(
        "江州日报{bad} 2026年11月23日 星期一 第3版 民生\n\n市图书馆{bad}开放\n\n本报讯（记者 江{bad}帆） 市图书馆今起\n\
         延长开放时间，{bad}双休\n日照常。\n\n一、{bad}\n\n记者：{bad}？\n\n林远：{bad}。\n（{bad} 摄）\n"
    )
}

/// A home that is hostile from top to bottom, and the page in it.
fn hostile_home() -> (Home, String) {
    let home = Home::new();
    let bad = serde_json::to_string(&hostile()).unwrap();
    let kept = r#"{"place":{"article":"00000000000000000000000000000001","part":"headline","byte":0},"#;
    home.file(
        "config/paper-reader/bookmarks.json",
        &format!(r#"{{"version":1,"bookmarks":[{kept}"headline":{bad},"excerpt":{bad},"note":{bad},"created":0}}]}}"#),
    );
    home.file("config/paper-reader/config.toml", &format!("theme = {bad}\n\"甲\u{9b}\" = {bad}\n[keys]\n{bad} = 3\n"));
    let page = home.file("页\x1b[2J\u{202e}\u{9b}2J.txt", &page());
    (home, page)
}

#[test]
fn in_any_view_what_is_hostile_is_text() {
    let (home, page) = hostile_home();
    let absent = hostile();
    for size in [(120, 40), (60, 20)] {
        let mut terminal = home.open(size.0, size.1, &[&page, &absent]);
        terminal.wait_for("▌");
        let bad = hostile();
        let pasted = format!("\x1b[200~{bad}\x1b[201~");
        for keys in [
            "\r", "r", "r", "o", "\x1b", "v", "v", "v", "b", "B", "\x1b", "/", &pasted, "\r", "\x1b", "h", "f",
            &pasted, "\r", "\x1b", "/", &pasted, "\r", "\x1b", "w", "w", "?", "\x1b", "\x1b",
        ] {
            terminal.type_keys(keys);
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
        acts_on_nothing(&terminal.bytes());
        // A key behind an escape that came late counts as held with alt: some may have gone astray.
        for keys in ["\x1b", "\x1b", "\x1b", "q"] {
            terminal.settled();
            terminal.type_keys(keys);
        }
        assert_eq!(terminal.wait_for_exit(), 1);
        terminal.wait_for("paper-reader: ");
        acts_on_nothing(&terminal.bytes());
    }
}

#[test]
fn in_any_table_on_a_terminal_what_is_hostile_is_text() {
    let (home, page) = hostile_home();
    let bad = hostile();
    let flag = format!("--{bad}");
    for arguments in [
        &["import", &*page, &bad][..],
        &["list"],
        &["list", "--format", "json"],
        &["search", "图书馆"],
        &["search", "图书馆", "--format", "json"],
        &["search", &bad],
        &["export"],
        &["export", "--format", "text"],
        &["export", "--format", "jsonl"],
        &["parse", &page],
        &["parse", "--format", "markdown", &page],
        &["parse", "--format", "text", &page],
        &["bookmarks"],
        &["bookmarks", "export"],
        &["bookmarks", "export", "--format", "markdown"],
        &["bookmarks", "import", &page],
        &["config", "check"],
        &["library", "stats"],
        &["library", "check"],
        &["remove", "--source", &bad],
        &["show", &bad],
        &[&flag],
    ] {
        let mut terminal = home.open(200, 50, arguments);
        terminal.wait_for_exit();
        terminal.settled();
        acts_on_nothing(&terminal.bytes());
    }
}

#[test]
fn a_line_broken_on_a_terminal_is_text() {
    let home = Home::new();
    let page = home.file("page.txt", &page());
    let mut command = home.command(&[]);
    let script = format!("exec {} wrap --width 30 < {page}", env!("CARGO_BIN_EXE_paper-reader"));
    *command.get_argv_mut() = vec!["/bin/sh".into(), "-c".into(), script.into()];
    let mut terminal = Terminal::start(command, 80, 50);
    terminal.wait_for_exit();
    assert!(terminal.settled().contains("林远"));
    acts_on_nothing(&terminal.bytes());
}
