//! Folders in which the user may not write: what is there is read, what cannot be kept is said by name.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;

use crate::user::{Run, User};

const STORY: &str = "渡口今起改建\n本报江州5月2日讯（记者 林远）渡口今天起改建，工期半年，其间渡轮照开。\n";
const BOOKMARKS: &str = r#"{"version":1,"bookmarks":[]}"#;
/// A user who owns nothing: permissions do not bind the superuser.
const NOBODY: u32 = 65534;

/// A user with a library, none of whose files and folders may be written.
struct Reader(User);

impl Drop for Reader {
    /// Gives the folders back their modes, so that they can be cleared away.
    fn drop(&mut self) {
        set_modes(&self.0.path(""), 0o755, 0o644);
    }
}

fn reader_of_what_is_there() -> Reader {
    let user = User::new();
    user.write("page.txt", STORY);
    user.write("more.txt", STORY.replace("渡口", "码头"));
    user.write("bookmarks.json", BOOKMARKS);
    user.done(&["import", "page.txt"]);
    fs::create_dir_all(user.path("config/paper-reader")).unwrap();
    fs::create_dir(user.path("program")).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_paper-reader"), user.path("program/paper-reader")).unwrap();
    set_modes(&user.path(""), 0o555, 0o444);
    fs::set_permissions(user.path("program/paper-reader"), fs::Permissions::from_mode(0o555)).unwrap();
    Reader(user)
}

fn set_modes(path: &Path, folders: u32, files: u32) {
    let mode = if path.is_dir() { folders } else { files };
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    if path.is_dir() {
        fs::read_dir(path).unwrap().for_each(|entry| set_modes(&entry.unwrap().path(), folders, files));
    }
}

fn run(Reader(user): &Reader, arguments: &[&str]) -> Run {
    let mut command = user.command_of(&user.path("program/paper-reader"), arguments);
    if rustix::process::getuid().is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    command.output().unwrap().into()
}

/// Everything in the folders of the program, by path.
fn kept(Reader(user): &Reader) -> Vec<(String, Vec<u8>)> {
    let folders = ["config/paper-reader", "data/paper-reader"];
    let mut paths: Vec<_> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(user.path(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths.iter().map(|path| (path.display().to_string(), fs::read(path).unwrap())).collect()
}

#[test]
fn what_is_there_is_read() {
    let reader = reader_of_what_is_there();
    for arguments in [&["list"][..], &["search", "渡轮"], &["export"], &["library", "stats"], &["bookmarks"]] {
        let run = run(&reader, arguments);
        assert_eq!(run.code, Some(0), "{arguments:?}: {run:?}");
    }
    assert!(run(&reader, &["search", "渡轮"]).out.contains("渡口今起改建"));
}

#[test]
fn what_cannot_be_kept_is_said_by_name() {
    let reader = reader_of_what_is_there();
    let before = kept(&reader);
    for (arguments, file) in [
        (&["import", "more.txt"][..], "library.db"),
        (&["config", "init"], "config.toml"),
        (&["bookmarks", "import", "bookmarks.json"], "bookmarks.json"),
        (&["remove", "--publication", "江州日报", "--yes"], "library.db"),
    ] {
        let run = run(&reader, arguments);
        assert_eq!(run.code, Some(1), "{arguments:?}: {run:?}");
        assert!(run.err.contains(file), "{arguments:?}: {run:?}");
    }
    assert_eq!(kept(&reader), before);
}
