//! Programs that are killed, that run at once, that find no room: what was kept stays kept.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use crate::user::User;

/// Pages of a folder to import.
const PAGES: usize = 700;

fn write_pages(user: &User) {
    for i in 0..PAGES {
        let story = format!("第{i}号渡轮今日试航\n本报江州5月2日讯（记者 林远）第{i}号渡轮今天试航，全程二十分钟。\n");
        user.write(&format!("papers/{i:04}.txt"), story.repeat(1 + i % 3));
    }
}

/// Starts the program, and kills it after some time.
fn run_and_kill(user: &User, arguments: &[&str], after: Duration) {
    let mut child = user.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
}

fn shelf(numbers: std::ops::Range<u32>) -> String {
    let bookmarks: Vec<_> = numbers
        .map(|number| {
            format!(
                r#"{{"place":{{"article":"{number:032x}","part":"headline","byte":0}},"headline":"{number}","excerpt":"渡口","created":0}}"#
            )
        })
        .collect();
    format!(r#"{{"version":1,"bookmarks":[{}]}}"#, bookmarks.join(","))
}

#[test]
fn an_import_that_was_killed_ends_as_if_it_had_not_been() {
    let whole = User::new();
    write_pages(&whole);
    let since = Instant::now();
    whole.done(&["import", "papers"]);
    let duration = since.elapsed();
    let broken = User::new();
    write_pages(&broken);
    for part in 1..=8 {
        run_and_kill(&broken, &["import", "papers"], duration * part / 10);
        if broken.library().exists() {
            broken.done(&["library", "check"]);
        }
    }
    broken.done(&["import", "papers"]);
    broken.done(&["library", "check"]);
    for arguments in [&["list", "--format", "json"][..], &["search", "渡轮", "--limit", "0", "--format", "json"]] {
        assert!(broken.done(arguments) == whole.done(arguments));
    }
}

#[test]
fn bookmarks_outlive_whoever_writes_them() {
    let user = User::new();
    user.write("first.json", shelf(0..50));
    user.write("more.json", shelf(50..1000));
    user.done(&["bookmarks", "import", "first.json"]);
    for after in (0..40).map(|i| Duration::from_micros(i * 500)) {
        run_and_kill(&user, &["bookmarks", "import", "more.json"], after);
        let kept = user.done(&["bookmarks"]).lines().count();
        assert!(kept == 50 || kept == 1000, "{kept}");
    }
    user.done(&["bookmarks", "import", "more.json"]);
    assert_eq!(user.done(&["bookmarks"]).lines().count(), 1000);
    let folder = user.bookmarks().parent().unwrap().to_owned();
    let names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().contains(".new-")), "{names:?}");
}

#[test]
fn programs_that_begin_at_once_agree() {
    let user = User::new();
    write_pages(&user);
    let start = |i: usize| {
        let (page, shelf) = (format!("papers/{i:04}.txt"), format!("{i}.json"));
        user.write(&shelf, self::shelf(i as u32..i as u32 + 1));
        let spawn = |arguments: &[&str]| user.command(arguments).stderr(Stdio::piped()).spawn().unwrap();
        [spawn(&["import", &page]), spawn(&["bookmarks", "import", &shelf])]
    };
    let children: Vec<_> = (0..8).flat_map(start).collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(user.done(&["bookmarks"]).lines().count(), 8);
    assert!(user.done(&["library", "stats"]).contains("pages         8"));
    user.done(&["library", "check"]);
}

/// Runs the program where no file may grow beyond so many blocks of 512 bytes.
fn run_without_room(user: &User, blocks: u32, arguments: &str) -> std::process::Output {
    let program = user.command(&[]).get_program().to_owned();
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" {arguments}");
    let mut shell = std::process::Command::new("sh");
    let environment = user
        .command(&[])
        .get_envs()
        .map(|(name, value)| (name.to_owned(), value.unwrap().to_owned()))
        .collect::<Vec<_>>();
    shell.arg("-c").arg(script).arg(program).envs(environment).current_dir(user.path(""));
    shell.output().unwrap()
}

#[test]
fn without_room_what_was_there_stays() {
    let user = User::new();
    write_pages(&user);
    user.write("first.json", shelf(0..5));
    user.write("more.json", shelf(5..500));
    user.done(&["import", "papers/0001.txt"]);
    user.done(&["bookmarks", "import", "first.json"]);
    for (arguments, file) in [("bookmarks import more.json", "bookmarks.json"), ("import papers", "library.db")] {
        let output = run_without_room(&user, 1, arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.lines().any(|line| line.contains(file)), "{said}");
    }
    assert_eq!(user.done(&["bookmarks"]).lines().count(), 5);
    user.done(&["library", "check"]);
    assert!(user.done(&["library", "stats"]).contains("pages         1"));
}
