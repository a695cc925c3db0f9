//! What the screen shows as kept is kept.

use std::process::Command;

use crate::terminal::Home;

/// A word of the first article of the bundled edition.
const FIRST: &str = "走失的文章";

fn places(home: &Home) -> usize {
    home.bookmarks().matches("\"excerpt\"").count()
}

#[test]
fn a_bookmark_is_on_the_disk_when_it_is_shown_and_there_after_a_restart() {
    let home = Home::new();
    let mut terminal = home.open(100, 30, &[]);
    terminal.wait_for(FIRST);
    terminal.type_keys("\rb");
    terminal.wait_for("★");
    assert_eq!(places(&home), 1);
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);

    let mut again = home.open(100, 30, &[]);
    again.wait_for("★");
    again.type_keys("\rb");
    again.wait_until("the mark gone", |screen| !screen.contains('★'));
    assert_eq!(places(&home), 0);
}

#[test]
fn what_was_shown_as_kept_outlives_a_kill() {
    let home = Home::new();
    for kept in 1..=8 {
        let mut terminal = home.open(100, 30, &[]);
        terminal.wait_for("  共");
        terminal.type_keys(&format!("g{}\r", "j".repeat(kept - 1)));
        let marks = |screen: &str| screen.matches('★').count();
        terminal.wait_until("the article", |screen| screen.contains('%'));
        let before = marks(&terminal.settled());
        terminal.type_keys("b");
        terminal.wait_until("one mark more", |screen| marks(screen) > before);
        terminal.kill();
        assert_eq!(places(&home), kept);
    }
    let folder = std::fs::read_dir(home.path().join("config/paper-reader")).unwrap();
    let names: Vec<_> = folder.map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().contains(".new-")), "{names:?}");
}

#[test]
fn two_readers_at_once_lose_nothing_of_each_other() {
    let home = Home::new();
    let mut one = home.open(100, 30, &[]);
    let mut other = home.open(100, 30, &[]);
    one.wait_for(FIRST);
    other.wait_for(FIRST);
    one.type_keys("\rb");
    one.wait_for("★");
    other.type_keys("j\rb");
    other.wait_for("★");
    assert_eq!(places(&home), 2);
}

#[test]
fn damaged_bookmarks_are_set_aside_and_said_so() {
    let home = Home::new();
    home.file("config/paper-reader/bookmarks.json", "{ this is no JSON");
    let mut terminal = home.open(160, 30, &[]);
    terminal.wait_for("bookmarks.json");
    terminal.wait_for(FIRST);
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
    let kept: Vec<_> = std::fs::read_dir(home.path().join("config/paper-reader"))
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    assert!(kept.iter().any(|text| text == "{ this is no JSON"), "{kept:?}");
}

#[test]
fn a_library_of_a_later_version_is_left_alone() {
    let home = Home::new();
    let page = home.file("page.txt", "本报讯（记者 江一）图书馆今起开放。\n");
    let mut terminal = home.open(100, 30, &[&page]);
    terminal.wait_for("1/1");
    terminal.type_keys("q");
    terminal.wait_for_exit();
    let path = home.path().join("data/paper-reader/library.db");
    let library = rusqlite::Connection::open(&path).unwrap();
    library.pragma_update(None, "user_version", 900).unwrap();

    let mut terminal = home.open(100, 30, &[]);
    assert_eq!(terminal.wait_for_exit(), 1);
    terminal.wait_for("更新的版本写的");
    let version: i64 = library.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let pages: i64 = library.query_row("SELECT count(*) FROM pages", [], |row| row.get(0)).unwrap();
    assert_eq!((version, pages), (900, 1));
}

#[test]
fn without_room_for_a_library_pages_are_read_all_the_same() {
    let home = Home::new();
    home.file("data", "a file where a folder should be");
    let page = home.file("page.txt", "本报讯（记者 江一）图书馆今起开放。\n");
    let mut terminal = home.open(100, 30, &[&page]);
    terminal.wait_for("图书馆今起开放");
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 1);
    terminal.wait_for("library.db");
}

/// The inodes of sockets in a table such as `/proc/net/tcp`, the tenth column of it.
#[cfg(target_os = "linux")]
fn sockets_in(table: &str) -> std::collections::BTreeSet<String> {
    let rows = std::fs::read_to_string(table).unwrap_or_default();
    rows.lines().skip(1).filter_map(|row| row.split_whitespace().nth(9).map(str::to_owned)).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_at_work_has_no_socket_of_a_network() {
    let home = Home::new();
    let mut terminal = home.open(100, 30, &[]);
    terminal.wait_for(FIRST);
    terminal.type_keys("\rb");
    terminal.wait_for("★");
    let process = terminal.process();
    let opened = std::fs::read_dir(format!("/proc/{process}/fd")).unwrap();
    let opened: Vec<_> = opened.filter_map(|entry| std::fs::read_link(entry.unwrap().path()).ok()).collect();
    assert!(opened.iter().any(|file| file.ends_with("library.db")), "{opened:?}");
    for table in ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"] {
        let theirs = sockets_in(&format!("/proc/{process}/net/{table}"));
        let sockets = opened.iter().filter_map(|file| file.to_str()?.strip_prefix("socket:[")?.strip_suffix(']'));
        assert_eq!(sockets.filter(|inode| theirs.contains(*inode)).collect::<Vec<_>>(), [] as [&str; 0], "{table}");
    }
}

#[test]
fn what_is_put_right_is_kept_reported_and_undone() {
    const PAGE: &str = "渡口的灯又亮了\n本报讯（记者 江一帆）河水退去，石阶露了出来。岸上的人都来看，老船工也来了。\n\
        三班渡船从今天起照常开行，票价不变，末班仍是晚上九点。\n\n书屋搬进老粮仓\n\
        本报讯（记者 周密）书屋昨天搬进老粮仓，藏书一万两千册。\n孩子们下午四点以后可以来读书，免费借阅。\n";
    let home = Home::new();
    let page = home.file("page.txt", PAGE);
    let mut terminal = home.open(100, 30, &[&page]);
    terminal.wait_for("共2篇");
    terminal.type_keys("\r");
    terminal.wait_for("%");
    terminal.type_keys("M");
    terminal.wait_for("1 与下一篇合并");
    terminal.type_keys("1");
    terminal.wait_for("已改正：与下一篇合并");
    terminal.type_keys("h");
    terminal.wait_for("共1篇");
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);

    let mut command = Command::new(env!("CARGO_BIN_EXE_paper-reader"));
    command.args(["library", "mends", "--format", "json"]).env("XDG_DATA_HOME", home.path().join("data"));
    let report = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert!(report.contains(r#""remedy":"join""#) && report.contains("三班渡船从今天起照常开行"), "{report}");

    let mut again = home.open(100, 30, &[&page]);
    again.wait_for("共1篇");
    again.type_keys("\r");
    again.wait_for("%");
    again.type_keys("M");
    again.wait_for("7 撤销：与下一篇合并");
    again.type_keys("7");
    again.wait_for("已撤销：与下一篇合并");
    again.type_keys("h");
    again.wait_for("共2篇");
}
