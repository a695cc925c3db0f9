//! Any size, changing at any rate: in the end the picture of a fresh start.

use std::time::Duration;

use crate::stream::acts_on_nothing;
use crate::terminal::{Home, Terminal};

/// Waits until both show the same.
#[track_caller]
fn comes_to_look_like(terminal: &Terminal, fresh: &Terminal) {
    terminal.wait_until("the looks of a fresh start", |_| terminal.looks() == fresh.looks());
}

#[test]
fn after_a_storm_of_sizes_the_picture_is_that_of_a_fresh_start() {
    let home = Home::new();
    let mut terminal = home.open(80, 24, &[]);
    terminal.wait_for("  共");
    let mut seed = 7_u32;
    let mut any = |most: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (1 + (seed >> 8) % most) as u16
    };
    for end in [(500, 200), (1, 1), (2, 1), (1, 9), (13, 3), (40, 12), (121, 33)] {
        for turn in 0..25 {
            terminal.resize(any(500), any(200));
            if turn % 5 == 0 {
                std::thread::sleep(Duration::from_millis(2));
            }
        }
        terminal.resize(end.0, end.1);
        let fresh = home.open(end.0, end.1, &[]);
        fresh.wait_until("anything", |_| fresh.bytes().len() > 100);
        fresh.settled();
        comes_to_look_like(&terminal, &fresh);
        acts_on_nothing(&terminal.bytes());
    }
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
}

#[test]
fn the_place_in_the_text_stays_through_a_storm() {
    let home = Home::new();
    let mut terminal = home.open(80, 24, &[]);
    terminal.wait_for("  共");
    terminal.type_keys("}\r");
    terminal.wait_for("字是怎么洒的");
    terminal.type_keys("  ");
    let before = terminal.settled();
    for (columns, rows) in [(33, 9), (1, 1), (300, 100), (12, 40), (80, 3), (2, 2), (80, 24)] {
        terminal.resize(columns, rows);
        std::thread::sleep(Duration::from_millis(15));
    }
    terminal.wait_until("the same words", |screen| screen == before);
}

#[test]
fn a_terminal_without_size_is_no_reason_to_panic() {
    let home = Home::new();
    let mut terminal = home.open(80, 24, &[]);
    terminal.wait_for("  共");
    let before = terminal.settled();
    terminal.resize_to_nothing();
    std::thread::sleep(Duration::from_millis(50));
    terminal.resize(80, 24);
    terminal.wait_until("the same picture", |screen| screen == before);
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
}
