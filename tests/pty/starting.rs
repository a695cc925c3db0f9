//! What the reader is started with: pages, half of them none, nothing that is a page.

use crate::terminal::{Home, Terminal};

/// A page of one article.
const PAGE: &str = "江州日报 2031年3月4日 第3版\n\n渡口改建\n\n本报讯 渡口今天开工，轮渡明年春天复航。\n";

#[test]
fn what_is_no_page_opens_no_screen() {
    let home = Home::new();
    home.file("plan.docx", "PK\u{3}\u{4}");
    for (arguments, code, said) in [
        (&["imprt"][..], 2, &["是不是 paper-reader import？"][..]),
        (&["nofile.txt", "plan.docx"], 1, &["nofile.txt: 没有这个文件", "plan.docx: 这是二进制文件"]),
        (&["https://example.org/page"], 1, &["请先把网页存下来"]),
    ] {
        let mut terminal = home.open(120, 24, arguments);
        assert_eq!(terminal.wait_for_exit(), code, "{arguments:?}");
        said.iter().for_each(|sentence| drop(terminal.wait_for(sentence)));
        assert!(!terminal.bytes().contains(&0x1B), "{arguments:?}");
    }
}

#[test]
fn what_is_half_a_page_opens_and_every_fault_is_told() {
    let home = Home::new();
    let page = home.file("page.txt", PAGE);
    let mut terminal = home.open(120, 24, &["gone.txt", &page, "away.txt"]);
    terminal.wait_until("both faults, and the article", |screen| {
        screen.contains("有 2 处不对") && screen.contains("渡口改建")
    });
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 1);
    terminal.wait_for("gone.txt: 没有这个文件");
    terminal.wait_for("away.txt: 没有这个文件");
}

#[test]
fn an_empty_library_shows_the_sample_edition_in_the_readers_language_first() {
    for (language, first, count) in
        [("zh_CN.UTF-8", "江畔读报", "共16篇"), ("en_GB.UTF-8", "Riverside Reader", "16 articles")]
    {
        let home = Home::new();
        let mut command = home.command(&[]);
        command.env("LANG", language);
        let mut terminal = Terminal::start(command, 100, 40);
        terminal.wait_until("all four pages, one of them first", |screen| {
            screen.trim_start().starts_with(first) && screen.contains(count)
        });
        let english = if first == "Riverside Reader" { "w" } else { "}}}w" };
        terminal.type_keys(english);
        terminal.wait_until("the printed page at its places", |screen| {
            screen.contains("┌") && screen.contains("Five keys for a first day") && screen.contains("Ferry bell rings")
        });
    }
}
