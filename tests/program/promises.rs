//! What the commands promise of the user's files and of terminals, tried with hostile arguments,
//! files that are none, devices that are full.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::user::{Run, User};

const STORY: &str = "渡口今起改建\n本报江州5月2日讯（记者 林远）渡口今天起改建，工期半年，其间渡轮照开。\n";
/// Characters that act on a terminal.
const ACTING: [char; 7] = ['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\u{200b}', '\u{e0041}', '\u{2028}'];

/// All of them, as an argument or a name may hold them.
fn hostile() -> String {
    ACTING.iter().map(|c| format!("甲{c}[2J")).collect()
}

#[track_caller]
fn acts_on_nothing(run: &Run) {
    let acting = |c: &char| ACTING.contains(c);
    assert_eq!((run.out.chars().find(acting), run.err.chars().find(acting)), (None, None), "{run:?}");
}

/// Runs a command that may not wait for anything.
#[track_caller]
fn run_without_waiting(command: &mut Command) -> Run {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let since = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if since.elapsed() > Duration::from_secs(20) {
            child.kill().unwrap();
            panic!("{command:?} waits");
        }
        thread::sleep(Duration::from_millis(2));
    }
    child.wait_with_output().unwrap().into()
}

fn pipe(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).map(|entries| entries.flatten().collect::<Vec<_>>()).unwrap_or_default();
    entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn arguments_that_are_quoted_act_on_nothing() {
    let user = User::new();
    user.write("page.txt", STORY);
    user.done(&["import", "page.txt"]);
    let (hostile, flag) = (hostile(), format!("--{}", hostile()));
    let bad_usage = [
        &[&*flag][..],
        &["parse", "--format", &hostile, "page.txt"],
        &["show", "--width", &hostile, "1"],
        &["completions", &hostile],
        &["wrap", "--width", "3", &hostile],
    ];
    for arguments in bad_usage {
        let run = user.run(arguments);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.err.contains('甲'), "{run:?}");
        acts_on_nothing(&run);
    }
    let done_or_not = [
        &["parse", &*hostile][..],
        &["import", &hostile],
        &["show", &hostile],
        &["search", &hostile],
        &["export", &hostile],
        &["bookmarks", "import", &hostile],
        &["remove", &hostile],
        &["remove", "--source", &hostile],
        &["remove", "--publication", &hostile],
    ];
    for arguments in done_or_not {
        acts_on_nothing(&user.run(arguments));
    }
}

#[test]
fn files_that_are_none_are_refused_unopened() {
    let cases = [
        ("config/paper-reader/config.toml", &["config", "check"][..]),
        ("config/paper-reader/bookmarks.json", &["bookmarks"]),
        ("data/paper-reader/library.db", &["list"]),
        ("given.json", &["bookmarks", "import", "given.json"]),
        ("page.txt", &["parse", "page.txt"]),
        ("page.txt", &["import", "page.txt"]),
    ];
    for (file, arguments) in cases {
        let user = User::new();
        pipe(&user.path(file));
        let run = run_without_waiting(&mut user.command(arguments));
        let name = file.rsplit('/').next().unwrap();
        assert_eq!(run.code, Some(1), "{run:?}");
        assert!(run.err.lines().any(|line| line.contains(name)), "{run:?}");
        assert_eq!(names(user.path(file).parent().unwrap()).iter().filter(|n| n.contains(name)).count(), 1, "{run:?}");
    }
    let user = User::new();
    let run = run_without_waiting(&mut user.command(&["bookmarks", "import", "/dev/zero"]));
    assert_eq!((run.code, run.err.contains("/dev/zero")), (Some(1), true), "{run:?}");
}

#[test]
fn a_folder_in_place_of_the_library_stays_where_it_is() {
    let user = User::new();
    let theirs = user.write("data/paper-reader/library.db/theirs", "?");
    let run = user.run(&["list"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.err.contains("library.db"), "{run:?}");
    assert!(theirs.exists());
}

#[test]
fn a_file_that_may_not_grow_is_named_and_stays_as_it_was() {
    let user = User::new();
    user.write("page.txt", STORY.repeat(3000));
    user.done(&["import", "page.txt"]);
    user.write("more.txt", STORY.repeat(4000));
    let before = user.done(&["list"]);
    let plain = user.command(&["import", "more.txt"]);
    let mut limited = Command::new("sh");
    limited.args(["-c", "ulimit -f 1; exec \"$0\" \"$@\""]).arg(plain.get_program()).args(plain.get_args());
    limited.current_dir(user.path("")).envs(plain.get_envs().map(|(name, value)| (name, value.unwrap())));
    let run = Run::from(limited.output().unwrap());
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.err.contains("library.db"), "{run:?}");
    assert_eq!(user.done(&["list"]), before);
}

#[test]
fn a_full_device_for_everything_that_is_said_is_no_panic() {
    let user = User::new();
    user.write("page.txt", STORY);
    for arguments in [&["--help"][..], &["--version"], &["wrap", "--width", "8"], &["parse", "page.txt", "absent"]] {
        let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = user.command(arguments);
        command.stdin(fs::File::open(user.path("page.txt")).unwrap()).stdout(full()).stderr(full());
        assert_eq!(command.status().unwrap().code(), Some(1), "{arguments:?}");
    }
}

#[test]
fn what_a_killed_program_left_behind_is_gone_after_the_next() {
    let user = User::new();
    user.write("config/paper-reader/.bookmarks.json.new-AbCdEf", "{\"version\":1,");
    user.done(&["bookmarks"]);
    let names = names(user.bookmarks().parent().unwrap());
    assert!(names.iter().all(|name| !name.contains(".new-")), "{names:?}");
}

#[test]
fn what_is_made_is_the_users_own_and_what_was_there_keeps_its_mode() {
    let user = User::new();
    user.write("page.txt", STORY);
    user.write("more.json", r#"{"version":1,"bookmarks":[]}"#);
    let program = user.command(&[]);
    let mut shell = Command::new("sh");
    let script = "umask 0; \"$0\" import page.txt; \"$0\" config init; \"$0\" bookmarks import more.json";
    shell.args(["-c", script]).arg(program.get_program()).current_dir(user.path(""));
    shell.envs(program.get_envs().map(|(name, value)| (name, value.unwrap())));
    shell.output().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for folder in ["config", "data"] {
        let folder = user.path(folder);
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join("paper-reader")), 0o700);
        for name in names(&folder.join("paper-reader")) {
            assert_eq!(mode(&folder.join("paper-reader").join(&name)), 0o600, "{name}");
        }
    }
    fs::set_permissions(user.library(), fs::Permissions::from_mode(0o640)).unwrap();
    fs::set_permissions(user.path("data"), fs::Permissions::from_mode(0o755)).unwrap();
    user.write("other.txt", STORY.replace("渡口", "码头"));
    user.done(&["import", "other.txt"]);
    assert_eq!((mode(&user.library()), mode(&user.path("data"))), (0o640, 0o755));
}

#[test]
fn a_link_in_place_of_the_library_is_followed() {
    let user = User::new();
    user.write("page.txt", STORY);
    fs::create_dir_all(user.path("data/paper-reader")).unwrap();
    fs::create_dir_all(user.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink(user.path("elsewhere/papers.db"), user.library()).unwrap();
    user.done(&["import", "page.txt"]);
    assert!(user.done(&["list"]).contains("渡口"));
    assert!(fs::symlink_metadata(user.library()).unwrap().is_symlink());
    assert!(fs::metadata(user.path("elsewhere/papers.db")).unwrap().is_file());
}

#[test]
fn relative_folders_of_the_environment_are_ignored() {
    let user = User::new();
    user.write("page.txt", STORY);
    let mut command = user.command(&["import", "page.txt"]);
    command.env("XDG_DATA_HOME", "relative").env("XDG_CONFIG_HOME", "relative");
    assert_eq!(Run::from(command.output().unwrap()).code, Some(0));
    assert!(!user.path("relative").exists());
    assert!(user.path(".local/share/paper-reader/library.db").exists() || cfg!(target_os = "macos"));
}

#[test]
fn nothing_is_written_elsewhere() {
    let user = User::new();
    user.write("papers/page.txt", STORY);
    user.write("more.json", r#"{"version":1,"bookmarks":[]}"#);
    for arguments in [
        &["import", "papers"][..],
        &["list"],
        &["search", "渡口"],
        &["export"],
        &["parse", "papers"],
        &["bookmarks", "import", "more.json"],
        &["config", "init"],
        &["library", "compact"],
        &["remove", "--source", "papers/page.txt", "--yes"],
    ] {
        user.done(arguments);
    }
    let mut there = names(&user.path(""));
    there.sort();
    assert_eq!(there, ["config", "data", "more.json", "papers"]);
    assert_eq!(names(&user.path("papers")), ["page.txt"]);
}

#[test]
fn what_is_larger_than_a_page_is_refused_by_name_and_the_rest_is_read() {
    let user = User::new();
    fs::File::create(user.write("large.txt", "")).unwrap().set_len(paper_reader::import::LIMIT + 1).unwrap();
    user.write("many.txt", "渡\n".repeat(4_000_001));
    user.write("page.txt", STORY);
    let run = user.run(&["parse", "large.txt", "many.txt", "page.txt"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("large.txt: ") && run.err.contains("many.txt: "), "{}", run.err);
    assert!(run.out.contains("渡口今起改建"));
}

#[test]
fn a_line_without_end_and_lines_without_number_are_parsed() {
    let user = User::new();
    user.write("line.txt", "渡轮试航，".repeat(60_000));
    user.write("lines.txt", "渡\n".repeat(60_000));
    for (page, characters) in [("line.txt", 300_000), ("lines.txt", 60_000)] {
        let out = user.done(&["parse", "--format", "json", page]);
        let han = out.chars().filter(|c| "渡轮试航，".contains(*c)).count();
        assert_eq!(han, characters, "{page}");
    }
}
