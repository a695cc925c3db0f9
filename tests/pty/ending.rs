//! However it ends, the terminal is as it was.

use std::process::{Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use crate::terminal::{Home, Terminal};

fn send(terminal: &Terminal, signal: Signal) {
    let process = Pid::from_raw(terminal.process() as i32).unwrap();
    kill_process(process, signal).unwrap();
}

/// As the kernel tells it where it has `/proc`; elsewhere time has to do.
fn is_stopped(terminal: &Terminal) -> bool {
    match std::fs::read_to_string(format!("/proc/{}/stat", terminal.process())) {
        Ok(stat) => stat.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('T')),
        Err(_) => {
            std::thread::sleep(std::time::Duration::from_millis(500));
            true
        }
    }
}

fn opened(home: &Home) -> Terminal {
    let terminal = home.open(80, 24, &[]);
    // The count of articles is what comes last.
    terminal.wait_until("all of the list", |screen| screen.contains("  共"));
    terminal
}

#[test]
fn quitting_gives_the_terminal_back() {
    let home = Home::new();
    let mut terminal = opened(&home);
    assert!(!terminal.is_given_back());
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
    terminal.wait_until("the main screen", |_| terminal.is_given_back());
}

#[test]
fn every_ending_signal_gives_the_terminal_back() {
    for (signal, number) in [(Signal::TERM, 15), (Signal::HUP, 1), (Signal::INT, 2), (Signal::QUIT, 3)] {
        let home = Home::new();
        let mut terminal = opened(&home);
        send(&terminal, signal);
        assert_eq!(terminal.wait_for_exit(), 128 + number, "{signal:?}");
        terminal.wait_until("the main screen", |_| terminal.is_given_back());
    }
}

#[test]
fn a_terminal_that_goes_takes_the_program_with_it() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.close();
    assert_eq!(terminal.wait_for_exit(), 128 + 1);
}

#[test]
fn a_terminal_that_goes_with_the_signal_for_it_ends_it_quietly() {
    let home = Home::new();
    let mut terminal = opened(&home);
    send(&terminal, Signal::HUP);
    terminal.close();
    assert_eq!(terminal.wait_for_exit(), 128 + 1);
}

#[test]
fn stopping_gives_the_terminal_back_and_going_on_draws_it_anew() {
    let home = Home::new();
    let mut terminal = opened(&home);
    let before = terminal.settled();
    send(&terminal, Signal::TSTP);
    terminal.wait_until("the main screen", |_| terminal.is_given_back());
    terminal.wait_until("the stop", |_| is_stopped(&terminal));
    send(&terminal, Signal::CONT);
    terminal.wait_until("the same picture", |screen| screen == before);
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
}

#[test]
fn going_on_after_an_uncaught_stop_draws_at_the_new_size() {
    let home = Home::new();
    let mut terminal = opened(&home);
    send(&terminal, Signal::STOP);
    terminal.resize(60, 20);
    send(&terminal, Signal::CONT);
    let fresh = home.open(60, 20, &[]);
    fresh.wait_until("a page", |screen| screen.trim().lines().count() > 10);
    terminal.wait_until("the picture of a fresh start", |screen| screen == fresh.screen());
}

#[test]
fn without_a_terminal_there_is_a_sentence_and_no_escape() {
    let home = Home::new();
    let output = Command::new(env!("CARGO_BIN_EXE_paper-reader"))
        .env("XDG_DATA_HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path())
        .env("TERM", "xterm")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("terminal") && !said.contains('\x1b'), "{said:?}");
}

#[test]
fn a_dumb_terminal_gets_a_sentence_and_no_escape() {
    let home = Home::new();
    let mut command = home.command(&[]);
    command.env("TERM", "dumb");
    let mut terminal = Terminal::start(command, 80, 24);
    assert_eq!(terminal.wait_for_exit(), 1);
    terminal.wait_for("TERM");
    assert!(!terminal.bytes().contains(&0x1b));
}
