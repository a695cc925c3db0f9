//! `paper-reader wrap` through the real binary.

#![allow(clippy::unwrap_used)]

#[cfg(target_os = "linux")]
use std::fs::OpenOptions;
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_paper-reader"));
    command.arg("wrap").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

#[track_caller]
fn wraps(arguments: &[&str], input: &str, expected: &str) {
    let output = run(arguments, input.as_bytes());
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}

#[test]
fn each_line_is_a_paragraph() {
    wraps(&["--width", "8"], "江州日报创刊\n\n一版\r\n二版", "江州日报\n创刊\n\n一版\n二版\n");
    wraps(&["--width", "8"], "", "");
    wraps(&["--width", "8"], "  \n甲", "\n甲\n");
}

#[test]
fn spaces_at_a_break_vanish_and_others_stay() {
    wraps(&["--width", "9"], "ab  cd   ef\tgh", "ab  cd\nef gh\n");
}

#[test]
fn a_mark_takes_its_character_along() {
    wraps(&["--width", "8"], "港区开航，船多了些", "港区开\n航，船多\n了些\n");
    wraps(&["--width", "8"], "江州刊《港》", "江州刊\n《港》\n");
}

#[test]
fn the_last_line_is_no_single_character() {
    wraps(&["--width", "8"], "江州日报创刊了。", "江州日报\n创刊了。\n");
    wraps(&["--width", "8"], "江州日报今创刊了。", "江州日报\n今创\n刊了。\n");
    wraps(&["--width", "10"], "江州日报创了。", "江州日报\n创了。\n");
    wraps(&["--width", "6"], "江州日报", "江州日\n报\n");
}

#[test]
fn numbers_and_pairs_are_whole() {
    wraps(&["--width", "8"], "到了在2018年", "到了在\n2018年\n");
    wraps(&["--width", "7"], "他说完了——走", "他说完\n了——走\n");
}

#[test]
fn the_indent_is_inside_the_width() {
    wraps(&["--width", "8", "--indent", "4"], "江州日报创刊", "    江州\n日报创刊\n");
    wraps(&["--width", "8", "--indent", "99"], "江州", "      江\n州\n");
}

#[test]
fn a_stop_hangs_where_asked() {
    wraps(&["--width", "8"], "港区开航，船多", "港区开\n航，船多\n");
    wraps(&["--width", "8", "--hang"], "港区开航，船多", "港区开航，\n船多\n");
    wraps(&["--width", "8", "--hang"], "说港区好。”船", "说港区\n好。”船\n");
    wraps(&["--width", "8", "--hang"], "说港区好？！船", "说港区\n好？！船\n");
}

#[test]
fn without_a_legal_break_a_cluster_is_never_cut() {
    wraps(&["--width", "1"], "中e\u{301}👨‍👩‍👧", "中\ne\u{301}\n👨‍👩‍👧\n");
    wraps(&["--width", "4"], "abcdefgh", "abcd\nefgh\n");
    wraps(&["--width", "4"], "abcd。", "abc\nd。\n");
    wraps(&["--width", "3"], "…………", "……\n……\n");
}

#[test]
fn control_characters_are_shown_by_stand_ins() {
    wraps(&["--width", "20"], "a\u{1b}[31m\u{7}b\u{202e}c", "a␛[31m␇bc\n");
}

#[test]
fn bytes_that_are_no_text_become_stand_ins() {
    let output = run(&["--width", "20"], b"a\xff\xe6\xb1b\n\xc0");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "a\u{FFFD}\u{FFFD}b\n\u{FFFD}\n");
}

#[test]
fn any_width_from_1_on() {
    wraps(&["--width", "4294967296"], "江州日报", "江州日报\n");
    for width in ["0", "-1", "x", "", "1.5"] {
        let output = run(&[&format!("--width={width}")], b"");
        assert_eq!(output.status.code(), Some(2), "{width:?}");
        assert!(output.stdout.is_empty());
    }
    assert_eq!(run(&[], b"").status.code(), Some(2));
}

#[test]
fn hostile_texts_pass() {
    for text in ["a".repeat(1 << 20), "）".repeat(100_000), format!("a{}", "\u{301}".repeat(100_000))] {
        for width in ["1", "76", "4294967296"] {
            let output = run(&["--width", width], text.as_bytes());
            let joined: String = String::from_utf8(output.stdout).unwrap().lines().collect();
            assert!(joined == text, "{width}");
        }
    }
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut child = command(&["--width", "2"]).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let text = "江州日报\n".repeat(100_000);
    let writer = std::thread::spawn(move || drop(stdin.write_all(text.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success());
    assert!(output.stderr.is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error() {
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut child = command(&["--width", "8"]).stdout(full).spawn().unwrap();
    child.stdin.take().unwrap().write_all("江州日报".as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("paper-reader: "));
}
