//! Folders whose new files come in by themselves, and pages that others bring.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::terminal::{Home, Terminal};

const SETTINGS: &str = "config/paper-reader/config.toml";
const FOLDERS: &str = "folders = ['~/papers']\n";

/// A page with an article of this headline, newer the higher its number.
fn page(number: u32, headline: &str) -> String {
    format!(
        "江州日报 2031年3月{number}日 第1版\n\n{headline}\n\n本报讯（记者 林远） 两岸的渡口今天照常开行，末班仍是晚上九点，\
         票价不变，雨天也不停。\n"
    )
}

fn opened(home: &Home, waited_for: &str) -> Terminal {
    let terminal = home.open(80, 24, &[]);
    terminal.wait_for(waited_for);
    terminal
}

/// Has another process do something with the same library.
fn run(home: &Home, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_paper-reader"));
    command.args(arguments).env_clear().env("HOME", home.path()).current_dir(home.path());
    for (name, folder) in [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")] {
        command.env(name, home.path().join(folder));
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn what_is_put_into_a_folder_comes_by_itself_and_once() {
    let home = Home::new();
    home.file(SETTINGS, FOLDERS);
    home.file("papers/1.txt", &page(1, "渡口的灯又亮了"));
    home.file("papers/README.md", "about\n");
    home.file("papers/pages.json", "{}\n");
    let mut terminal = opened(&home, "1 篇新到");
    terminal.wait_for("渡口的灯又亮了");
    home.file("papers/江州晚报/2.txt", &page(2, "栈桥修好了"));
    terminal.wait_until("both", |screen| screen.contains("栈桥修好了") && screen.contains("渡口的灯又亮了"));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
    // Read before: neither said again nor counted.
    home.file(SETTINGS, &format!("language = 'en'\n{FOLDERS}"));
    let mut terminal = opened(&home, "2 articles");
    terminal.type_keys("R");
    terminal.wait_for("no new pages in the folders");
    home.file("papers/3.txt", &page(3, "粮仓改建完工"));
    terminal.wait_for("1 new article");
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
    assert!(!String::from_utf8_lossy(&terminal.bytes()).contains("README"));
}

#[test]
fn nothing_at_hand_moves_when_pages_come() {
    let home = Home::new();
    home.file(SETTINGS, FOLDERS);
    for number in 1..=28 {
        home.file(&format!("papers/{number}.txt"), &page(number, &format!("第{number}日的渡口")));
    }
    let mut terminal = opened(&home, "28 篇新到");
    terminal.type_keys("jjjjjj");
    let before = terminal.settled();
    home.file("papers/31.txt", &page(31, "月末的渡口"));
    let said = |screen: &str| screen.contains("1 篇新到");
    let body = |screen: &str| screen.lines().skip(1).take(22).map(str::to_owned).collect::<Vec<_>>();
    let after = terminal.wait_until("the new article is said", said);
    assert_eq!(body(&after), body(&before));
    // The open article stays, too.
    terminal.type_keys("\r");
    let before = terminal.settled();
    home.file("papers/30.txt", &page(30, "三十日的渡口"));
    let after = terminal.wait_until("the next is said", said);
    assert_eq!(body(&after), body(&before));
    terminal.type_keys("\x1bg");
    terminal.wait_for("月末的渡口");
}

#[test]
fn a_file_half_written_is_read_when_it_is_whole() {
    let home = Home::new();
    home.file(SETTINGS, FOLDERS);
    let whole = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/printed/04-english.pdf")).unwrap();
    let path = home.path().join("papers/page.pdf");
    home.file("papers/1.txt", &page(1, "渡口的灯又亮了"));
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let mut terminal = opened(&home, "1 篇新到");
    terminal.type_keys("R");
    terminal.wait_for("文件夹里没有新的版面");
    thread::sleep(Duration::from_secs(2));
    fs::write(&path, &whole).unwrap();
    terminal.type_keys("R");
    let screen = terminal.wait_for("篇新到");
    assert!(!screen.contains("page.pdf"), "{screen}");
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
}

#[test]
fn pages_that_another_process_brings_appear() {
    let home = Home::new();
    let mut terminal = opened(&home, "? 帮助");
    terminal.type_keys("R");
    terminal.wait_for("没有设定文件夹");
    home.file("elsewhere/1.txt", &page(1, "渡口的灯又亮了"));
    run(&home, &["import", "elsewhere/1.txt"]);
    let screen = terminal.wait_for("1 篇新到");
    assert!(screen.contains("渡口的灯又亮了"), "the bundled edition gives way: {screen}");
    home.file("elsewhere/2.txt", &page(2, "栈桥修好了"));
    run(&home, &["import", "elsewhere/2.txt"]);
    terminal.type_keys("R");
    terminal.wait_for("栈桥修好了");
    run(&home, &["undo", "--yes"]);
    terminal.type_keys("R");
    terminal.wait_until("it is gone", |screen| !screen.contains("栈桥修好了"));
    // What is typed of the reader's own is no news.
    terminal.type_keys("x");
    thread::sleep(Duration::from_secs(6));
    assert!(!terminal.screen().contains("篇新到"));
}

#[test]
fn a_folder_that_is_not_there_is_said_once_and_read_when_it_is() {
    let home = Home::new();
    home.file(SETTINGS, FOLDERS);
    let mut terminal = opened(&home, "文件夹读不了：");
    let said = || String::from_utf8_lossy(&terminal.bytes()).matches("文件夹读不了").count();
    let before = said();
    thread::sleep(Duration::from_secs(6));
    assert_eq!(said(), before);
    home.file("papers/1.txt", &page(1, "渡口的灯又亮了"));
    home.file("papers/broken.pdf", "%PDF-1.7 broken %%EOF\n");
    terminal.wait_for("broken.pdf");
    terminal.type_keys("j");
    terminal.wait_for("渡口的灯又亮了");
    fs::remove_dir_all(home.path().join("papers")).unwrap();
    terminal.wait_for("文件夹读不了：");
    assert!(terminal.screen().contains("渡口的灯又亮了"));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
}

#[test]
fn the_last_import_is_undone_in_the_reader() {
    let home = Home::new();
    for (number, headline) in [(1, "渡口的灯又亮了"), (2, "栈桥修好了")] {
        home.file(&format!("{number}.txt"), &page(number, headline));
        run(&home, &["import", &format!("{number}.txt")]);
    }
    let mut terminal = opened(&home, "栈桥修好了");
    terminal.type_keys(":撤销上次\r");
    terminal.wait_for("撤销上次读入（去掉1版1篇）？");
    terminal.type_keys("y\r");
    terminal.wait_until("it is undone", |screen| {
        screen.contains("已撤销上次读入") && !screen.contains("栈桥") && screen.contains("渡口的灯又亮了")
    });
    terminal.type_keys("\x18");
    terminal.wait_for("没有可以撤销的读入");
    let left = run(&home, &["list"]);
    assert!(left.contains("渡口的灯又亮了") && !left.contains("栈桥"), "{left}");
}

#[test]
fn what_is_said_of_a_page_in_the_list_is_kept() {
    let home = Home::new();
    home.file("1.txt", &page(1, "渡口的灯又亮了").replace("江州日报 2031年3月1日 第1版\n\n", ""));
    run(&home, &["import", "1.txt"]);
    let mut terminal = opened(&home, "渡口的灯又亮了");
    terminal.type_keys("I");
    terminal.wait_for("说明：报: 日: 版: 名:");
    terminal.type_keys("\x15报:江州晚报 日:2031-03-09 版:5 名:城事\r");
    terminal.wait_for("已说明 1 版");
    terminal.wait_until("the day", |screen| screen.contains("江州晚报") && screen.contains("2031年3月9日"));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
    run(&home, &["import", "1.txt"]);
    run(&home, &["library", "reparse"]);
    let list = run(&home, &["list", "--format", "json"]);
    for said in ["江州晚报", "2031-03-09", "\"page_number\":5", "城事"] {
        assert!(list.contains(said), "{said}: {list}");
    }
    // Said no more, the page is as silent as it was.
    let mut terminal = opened(&home, "江州晚报");
    terminal.type_keys("I");
    terminal.wait_for("说明：");
    terminal.type_keys("\x15日:2031-03-09\r");
    terminal.wait_until("silent", |screen| screen.contains("已说明") && !screen.contains("江州晚报"));
    let list = run(&home, &["list", "--format", "json"]);
    assert!(list.contains("2031-03-09") && !list.contains("城事") && !list.contains("江州晚报"), "{list}");
}
