//! Keys the program does not know, broken sequences, pasted novels; and nobody who reads.

use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::stream::acts_on_nothing;
use crate::terminal::Home;

#[test]
fn broken_sequences_and_unknown_keys_do_nothing() {
    let home = Home::new();
    let mut terminal = home.open(80, 24, &[]);
    terminal.wait_for("  共");
    let before = terminal.settled();
    let broken: [&[u8]; 14] = [
        b"\x1b[9999~",
        b"\x1b[<0;9999;9999M",
        b"\x1b[<35;99999999999;1M",
        b"\x1b[M\xff\xff\xff",
        b"\x1b[1;99Z",
        b"\x1bO\x7f",
        b"\xff\xfe\x80\xc0",
        b"\x1b[200~\xff\xfe\x1b[201~",
        b"\x1b[?1;2c\x1b[24;80R\x1b[I\x1b[O",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1bP1$r0m\x1b\\",
        b"\x1b[27;5;113~",
        b"\x1b[57358;300u",
        b"\x00\x1c\x1d\x1e\x1f",
    ];
    for bytes in broken {
        terminal.type_bytes(bytes);
        std::thread::sleep(Duration::from_millis(30));
    }
    terminal.settled();
    acts_on_nothing(&terminal.bytes());
    // Whatever a piece of them opened is closed by this.
    terminal.type_keys("\x1b\x1b");
    std::thread::sleep(Duration::from_millis(30));
    terminal.type_keys("\x1b\x1b");
    let name = before.split("  ").next().unwrap();
    terminal.wait_until("the list", |screen| screen.starts_with(name) && screen.contains("  共"));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
}

#[test]
fn escape_and_a_key_typed_right_after_it_are_two_keys() {
    let home = Home::new();
    let mut terminal = home.open(80, 24, &[]);
    terminal.wait_for("  共");
    let list = terminal.settled();
    terminal.type_keys("\r");
    terminal.wait_until("the article", |screen| screen != list);
    terminal.settled();
    terminal.type_bytes(b"\x1bj");
    terminal.wait_until("the next row of the list", |screen| screen.contains(" 2/"));
}

#[test]
fn a_pasted_novel_is_no_command() {
    let home = Home::new();
    let mut terminal = home.open(80, 24, &[]);
    terminal.wait_for("  共");
    let before = terminal.settled();
    let novel = "渡轮qQb/f\r\n夜里 q\t".repeat(10_000);
    terminal.type_keys(&format!("\x1b[200~{novel}\x1b[201~"));
    terminal.type_keys("?");
    terminal.wait_until("help", |screen| screen != before);
    terminal.type_keys("\x1b");
    terminal.wait_until("the list as it was", |screen| screen == before);
    assert_eq!(home.bookmarks(), "");
    terminal.type_keys(&format!("/\x1b[200~{novel}\x1b[201~"));
    terminal.wait_for("渡轮");
    acts_on_nothing(&terminal.bytes());
    terminal.type_keys("\x1b");
    terminal.wait_until("the list as it was", |screen| screen == before);
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
}

#[test]
fn a_terminal_that_takes_nothing_more_does_not_keep_the_program() {
    let home = Home::new();
    let mut terminal = home.open(200, 60, &[]);
    terminal.wait_for("  共");
    terminal.settled();
    let code = terminal.while_stalled(|keys, child| {
        for _ in 0..150 {
            let _ = keys.write_all(b"w");
            std::thread::sleep(Duration::from_millis(4));
        }
        let process = Pid::from_raw(child.process_id().unwrap() as i32).unwrap();
        kill_process(process, Signal::TERM).unwrap();
        let since = Instant::now();
        loop {
            match child.try_wait().unwrap() {
                Some(status) => break Some(status.exit_code()),
                None if since.elapsed() > Duration::from_secs(20) => break None,
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        }
    });
    assert_eq!(code, Some(128 + 15));
}

#[test]
fn keys_under_an_input_method_are_keys() {
    let home = Home::new();
    let mut terminal = home.open(100, 30, &[]);
    terminal.wait_for("  共");
    terminal.type_keys("？");
    terminal.wait_for("按键 ──");
    terminal.type_keys("ｑ／渡口");
    terminal.wait_for("搜索全库：渡口");
    terminal.type_keys("\x1bｑ");
    assert_eq!(terminal.wait_for_exit(), 0);
}
