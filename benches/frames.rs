//! From a key to the frame that answers it: state, setting, drawing and the bytes for the terminal,
//! which go nowhere.

#![allow(missing_docs)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::Duration;

use divan::Bencher;
use paper_reader::term::Screen;
use support::{Desk, long, many, printed};

fn main() {
    divan::main();
}

/// Presses keys by turns, a frame after each.
fn frames(bencher: Bencher<'_, '_>, mut desk: Desk, keys: [&str; 2]) {
    desk.pause = Duration::ZERO;
    let mut screen = Screen::new(std::io::sink());
    let mut turn = 0;
    bencher.bench_local(|| {
        desk.keys(keys[turn % 2]);
        turn += 1;
        desk.draw_on(&mut screen);
    });
}

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 50)];

#[divan::bench(args = SIZES)]
fn page_turned(bencher: Bencher<'_, '_>, (width, height): (u16, u16)) {
    let mut desk = Desk::with(long(20_000), width, height);
    desk.keys("enter space");
    frames(bencher, desk, ["space", "u"]);
}

#[divan::bench(args = SIZES)]
fn line_scrolled(bencher: Bencher<'_, '_>, (width, height): (u16, u16)) {
    let mut desk = Desk::with(long(20_000), width, height);
    desk.keys("enter space");
    frames(bencher, desk, ["j", "k"]);
}

#[divan::bench]
fn page_turned_in_ten_megabytes(bencher: Bencher<'_, '_>) {
    let mut desk = Desk::with(long(3_500_000), 120, 40);
    desk.keys("enter space");
    frames(bencher, desk, ["space", "u"]);
}

#[divan::bench]
fn from_end_to_beginning_of_ten_megabytes(bencher: Bencher<'_, '_>) {
    let mut desk = Desk::with(long(3_500_000), 120, 40);
    desk.keys("enter");
    frames(bencher, desk, ["G", "g"]);
}

#[divan::bench]
fn resized_in_ten_megabytes(bencher: Bencher<'_, '_>) {
    let mut desk = Desk::with(long(3_500_000), 120, 40);
    desk.keys("enter G");
    let mut wide = false;
    bencher.bench_local(|| {
        wide = !wide;
        desk.resize(if wide { 100 } else { 120 }, 40);
        desk.frame()
    });
}

#[divan::bench]
fn word_found_in_ten_megabytes(bencher: Bencher<'_, '_>) {
    let mut desk = Desk::with(long(3_500_000), 120, 40);
    desk.keys("enter /").types("江水");
    frames(bencher, desk, ["backspace", "水"]);
}

#[divan::bench]
fn headline_chosen_among_many(bencher: Bencher<'_, '_>) {
    frames(bencher, Desk::with(many(5000), 120, 40), ["j", "k"]);
}

#[divan::bench(args = SIZES)]
fn front_page(bencher: Bencher<'_, '_>, (width, height): (u16, u16)) {
    let mut desk = Desk::with(many(200), width, height);
    desk.keys("w");
    frames(bencher, desk, ["down", "up"]);
}

/// The boxes of an issue of eight pages: from box to box, from page to page.
#[divan::bench(args = [(80, 24), (100, 46), (200, 50)])]
fn printed_page(bencher: Bencher<'_, '_>, (width, height): (u16, u16)) {
    let mut desk = Desk::with(printed(8), width, height);
    desk.keys("w } {");
    frames(bencher, desk, ["down", "up"]);
}

#[divan::bench]
fn printed_page_turned(bencher: Bencher<'_, '_>) {
    let mut desk = Desk::with(printed(8), 100, 46);
    desk.keys("w } {");
    frames(bencher, desk, ["}", "{"]);
}
