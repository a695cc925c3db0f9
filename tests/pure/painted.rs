//! What reaches the terminal of a frame: no more than is needed.

use std::io::{self, Write};

use crate::support::{Desk, long};
use paper_reader::term::Screen;
use paper_reader::ui::Theme;

/// Counts the bytes that are written.
#[derive(Default)]
struct Counter(usize);

impl Write for &mut Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The bytes that the last of these keys costs, after the frame that was there before.
fn bytes(desk: &mut Desk, key: &str) -> usize {
    let [mut before, mut after] = [Counter::default(), Counter::default()];
    desk.draw_on(&mut Screen::new(&mut before));
    let mut both = Counter::default();
    let mut screen = Screen::new(&mut both);
    desk.draw_on(&mut screen);
    desk.keys(key);
    desk.draw_on(&mut screen);
    drop(screen);
    after.0 = both.0;
    after.0 - before.0
}

#[test]
fn a_page_turned_costs_less_than_three_kilobytes() {
    for theme in Theme::names() {
        let mut desk = Desk::with(long(20_000), 80, 24);
        desk.theme = Theme::built_in(theme).unwrap();
        desk.keys("enter");
        for key in ["space", "space", "u", "j", "G", "g"] {
            let bytes = bytes(&mut desk, key);
            assert!(bytes < 3000, "{theme} {key}: {bytes}");
        }
    }
}

#[test]
fn nothing_changed_costs_nothing() {
    let mut desk = Desk::new(80, 24);
    assert_eq!(bytes(&mut desk, ""), 0);
}
