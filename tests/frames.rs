//! Frames of the reader as text, at the sizes that matter.

mod support;

use support::{Desk, styled};

const SIZES: [(u16, u16); 6] = [(80, 24), (120, 40), (200, 50), (40, 12), (20, 5), (1, 1)];

/// Compares the frame after some keys at every size with the one on file.
#[track_caller]
fn frames(name: &str, keys: &str) {
    for (width, height) in SIZES {
        let mut desk = Desk::new(width, height);
        desk.keys(keys);
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), desk.picture());
    }
}

#[test]
fn list() {
    frames("list", "j");
}

#[test]
fn article() {
    frames("article", "enter");
}

#[test]
fn styles() {
    let mut desk = Desk::new(100, 24);
    desk.keys("j j k enter b j h");
    insta::assert_snapshot!(styled(&desk.frame()));
}
