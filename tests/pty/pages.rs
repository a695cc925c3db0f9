//! Pages handed over on the command line.

use std::io::{self, Write};

use crate::terminal::{Home, Terminal};

const PAGE: &str = "江州日报 2026年11月23日 星期一 第3版 民生\n\n市图书馆延长开放时间\n\n本报讯（记者 江一帆） 市图书馆今起\n延长开放时间，每晚九时半闭馆，双休\n日照常。\n";

#[test]
fn a_page_is_opened_on_its_first_article() {
    let home = Home::new();
    let page = home.file("page.txt", PAGE);
    let terminal = home.open(100, 30, &[&page]);
    let screen = terminal.wait_for("本报讯");
    assert!(screen.contains("市图书馆延长开放时间"), "{screen}");
}

#[test]
fn a_page_is_in_the_library_afterwards() {
    let home = Home::new();
    let page = home.file("page.txt", PAGE);
    let mut terminal = home.open(100, 30, &[&page]);
    terminal.wait_for("本报讯");
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
    home.open(100, 30, &[]).wait_for("市图书馆延长开放时间");
}

#[test]
fn headlines_are_filtered_and_the_library_searched_on_the_disk() {
    let home = Home::new();
    let other = PAGE.replace("第3版", "第4版").replace("市图书馆延长开放时间", "渡口改建工程开工");
    let pages = [home.file("page.txt", PAGE), home.file("other.txt", &other)];
    home.open(100, 30, &[&pages[0], &pages[1]]).wait_for("渡口改建工程开工");
    let mut terminal = home.open(100, 30, &[]);
    terminal.wait_for("渡口改建工程开工");
    terminal.type_keys("ftushug");
    terminal.wait_until("one headline", |screen| screen.contains("市图书馆") && !screen.contains("渡口"));
    terminal.type_keys("\x15dkgj");
    terminal.wait_until("the other", |screen| screen.contains("渡口") && !screen.contains("市图书馆延长"));
    terminal.type_keys("\r/館今起\x14\r");
    terminal.wait_until("two hits", |screen| screen.contains("渡口") && screen.contains("市图书馆延长"));
}

#[test]
fn what_cannot_be_read_is_named_at_the_end_and_the_rest_is_read() {
    let home = Home::new();
    let page = home.file("page.txt", PAGE);
    let binary = home.file("noise.bin", &"\0\u{1}\u{2}".repeat(500));
    let mut terminal = home.open(100, 30, &["absent.txt", &binary, &page]);
    terminal.wait_for("市图书馆延长开放时间");
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 1);
    let said = terminal.wait_for("absent.txt");
    assert!(said.contains("noise.bin"), "{said}");
}

#[test]
fn a_page_on_standard_input_leaves_the_keys_to_the_terminal() {
    let home = Home::new();
    let page = home.file("page.txt", PAGE);
    let mut command = home.command(&[]);
    *command.get_argv_mut() =
        vec!["/bin/sh".into(), "-c".into(), format!("exec {} - < {page}", env!("CARGO_BIN_EXE_paper-reader")).into()];
    let mut terminal = Terminal::start(command, 100, 30);
    terminal.wait_for("市图书馆延长开放时间");
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
}

#[test]
fn nothing_of_a_hostile_page_acts_on_the_terminal() {
    let home = Home::new();
    let hostile = format!(
        "本报讯（记者 江一帆） 图书馆\x1b]52;c;aGFja2Vk\x07今起\x1b[31;5m开放\u{9b}2J，\u{202e}夜里\u{200b}照常\u{e0041}，\0{}。\n",
        "读\u{301}".to_owned() + &"\u{301}".repeat(5_000)
    );
    let page = home.file("hostile\x1b[2J.txt", &hostile);
    let mut terminal = home.open(100, 30, &[&page]);
    terminal.wait_for("图书馆");
    for keys in ["\r", "r", "r", "o", "\x1b", "B", "\x1b", "/夜里\r", "?"] {
        terminal.type_keys(keys);
        std::thread::sleep(std::time::Duration::from_millis(60));
    }
    let written = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    for acting in ["\x1b]52", "\x1b[31;5m", "\u{9b}", "\u{202e}", "\u{200b}", "\u{e0041}", "\0"] {
        assert!(!written.contains(acting), "{acting:?} reached the terminal");
    }
    assert!(!written.contains(&"\u{301}".repeat(20)));
}

#[test]
fn the_seed_page_opens_on_its_eight_items() {
    let seed = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/pages/seed.txt");
    let Ok(seed) = seed.canonicalize() else {
        // Past the harness, which keeps to itself what a test that passes prints.
        let name = "the_seed_page_opens_on_its_eight_items";
        return writeln!(io::stderr(), "skipped {name}: ../shared is not here").unwrap();
    };
    let home = Home::new();
    let terminal = home.open(120, 40, &[seed.to_str().unwrap()]);
    terminal.wait_until("eight articles", |screen| screen.contains("1/8"));
}

#[test]
#[cfg(feature = "pdf")]
fn a_pdf_is_shown_as_boxes_where_it_is_printed() {
    let home = Home::new();
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/gold/pdf/fit/f08-en-front-two-pages.pdf");
    let mut terminal = home.open(100, 46, &[page]);
    terminal.wait_for("Millers Warn");
    terminal.type_keys("w");
    terminal.wait_until("boxes", |screen| ["┌", "┬", "├", "Millers"].iter().all(|part| screen.contains(part)));
    terminal.type_keys("\r");
    terminal.wait_until("the article", |screen| !screen.contains("┌"));
}
