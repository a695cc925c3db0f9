//! What is copied goes where the status line says.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::terminal::{Home, Terminal};

/// The reader on an article, in a session of a `tmux` that is this shell script.
fn in_tmux(home: &Home, script: &str) -> Terminal {
    let tmux = home.file("bin/tmux", &format!("#!/bin/sh\n{script}\n"));
    fs::set_permissions(tmux, fs::Permissions::from_mode(0o755)).unwrap();
    let page = home.file("page.txt", "渡口改建\n\n本报讯 渡口今天开工，轮渡明年春天复航。\n");
    let mut command = home.command(&[&page]);
    command.env("TMUX", "socket,1,0");
    command.env("PATH", format!("{}:/usr/bin:/bin", home.path().join("bin").display()));
    let mut terminal = Terminal::start(command, 80, 24);
    terminal.wait_for("共1篇");
    terminal.type_keys("\r");
    terminal.wait_for("书签");
    terminal.type_keys("y");
    terminal
}

#[test]
fn in_tmux_it_goes_to_tmux() {
    let home = Home::new();
    let terminal = in_tmux(&home, r#"echo "$*" > asked; cat > buffer"#);
    terminal.wait_for("已复制到 tmux，并已转交终端");
    assert_eq!(fs::read_to_string(home.path().join("asked")).unwrap(), "load-buffer -w -\n");
    assert!(fs::read_to_string(home.path().join("buffer")).unwrap().contains("轮渡明年春天复航"));
    assert!(!String::from_utf8_lossy(&terminal.bytes()).contains("\x1b]52"));
}

#[test]
fn an_older_tmux_keeps_it_and_one_that_fails_is_passed_by() {
    let home = Home::new();
    in_tmux(&home, r#"test "$2" = "-" && cat > buffer"#).wait_for("已复制到 tmux：");
    let home = Home::new();
    let terminal = in_tmux(&home, "exit 1");
    terminal.wait_for("已交给终端的剪贴板");
    assert!(String::from_utf8_lossy(&terminal.bytes()).contains("\x1b]52;c;"));
}
