//! The commands with a terminal for their output: nothing from outside acts on it.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::io::Read;

use crate::user::User;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// What a terminal gets of a run of the program.
fn seen(user: &User, arguments: &[&str]) -> String {
    let terminal = native_pty_system().openpty(PtySize::default()).unwrap();
    let like = user.command(arguments);
    let mut command = CommandBuilder::new(like.get_program());
    command.args(arguments);
    command.cwd(user.path(""));
    like.get_envs().for_each(|(name, value)| command.env(name, value.unwrap()));
    let mut child = terminal.slave.spawn_command(command).unwrap();
    drop(terminal.slave);
    let mut reader = terminal.master.try_clone_reader().unwrap();
    let mut bytes = Vec::new();
    // A terminal whose other end is gone reads as an error, not as an end.
    let _ = reader.read_to_end(&mut bytes);
    child.wait().unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_terminal_is_shown_text_only() {
    let user = User::new();
    let hostile = "\u{1b}[2J\u{1b}]52;c;aGk=\u{7}\u{9b}31m\u{202e}\u{200b}\u{7f}\u{e0041}";
    let page =
        format!("渡口{hostile}改建\n本报江州5月2日讯（记者 林远）两岸的渡口{hostile}今年改建，候船室已经封顶。\n");
    let page = page + &"轮渡将于明年春天复航，每十分钟一班，票价不变，乘客称便，岸线绿化同步推进。\n".repeat(9);
    user.write(&format!("papers/{hostile}.txt"), page);
    user.write("papers/empty\u{1b}[31m.txt", "");
    user.write(
        "shelf.json",
        r#"{"version":1,"bookmarks":[{"place":{"article":"00000000000000000000000000000000","part":"headline","byte":0},
        "headline":"\u001b[2J","excerpt":"\u009b31m","note":"\u202e","created":0}]}"#,
    );
    let mut all = String::new();
    for arguments in [
        &["import", "papers"][..],
        &["bookmarks", "import", "shelf.json"],
        &["parse", "papers"],
        &["parse", "--format", "jsonl", "papers"],
        &["parse", "--format", "text", "papers"],
        &["parse", "--format", "markdown", "papers"],
        &["list"],
        &["list", "--format", "json"],
        &["search", "候船室"],
        &["search", "候船室", "--format", "json"],
        &["export"],
        &["export", "--format", "text", hostile],
        &["bookmarks"],
        &["bookmarks", "list", "--format", "json"],
        &["bookmarks", "export"],
        &["bookmarks", "export", "--format", "markdown"],
        &["remove", "--source", hostile],
        &["show", hostile],
        &["library", "stats"],
    ] {
        let seen = seen(&user, arguments);
        let acting = seen
            .chars()
            .find(|c| (c.is_control() && !matches!(c, '\n' | '\r')) || "\u{202e}\u{200b}\u{e0041}".contains(*c));
        assert_eq!(acting, None, "{arguments:?}: {seen:?}");
        all += &seen;
    }
    assert!(all.contains("候船室"), "{all:?}");
}
