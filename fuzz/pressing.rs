//! Bytes as keys, text, mouse and sizes at a desk: whatever comes, the frame is whole.

use paper_reader::app::{Event, Key, Mouse, MouseKind, Size};

use crate::support::{Desk, keys, picture};

const TEXTS: [&str; 6] = ["航线", "\u{1b}[31m", "e\u{301}河", "\u{200b}", "城", "，"];
const KINDS: [MouseKind; 5] =
    [MouseKind::Press, MouseKind::Drag, MouseKind::Release, MouseKind::WheelUp, MouseKind::WheelDown];

fn one_of<T: Copy>(all: &[T], by: u8) -> T {
    all[usize::from(by) % all.len()]
}

/// What three bytes do.
fn event(keys: &[Key], what: u8, x: u8, y: u8) -> Event {
    match what % 16 {
        0..=11 => Event::Key(one_of(keys, x)),
        12 => Event::Paste(one_of(&TEXTS, x).repeat(usize::from(y))),
        13 => Event::Mouse(Mouse { kind: one_of(&KINDS, what / 16), row: y.into(), column: x.into() }),
        _ => Event::Resize(Size { width: x.max(1).into(), height: (y / 4).max(1).into() }),
    }
}

/// Does it all, and looks at every `each`th frame and the last.
pub fn pressed(bytes: &[u8], each: usize) {
    let (mut desk, keys) = (Desk::new(80, 24), keys());
    for (turn, three) in bytes.chunks_exact(3).enumerate() {
        match event(&keys, three[0], three[1], three[2]) {
            Event::Resize(size) => drop(desk.resize(size.width, size.height)),
            event => desk.tell(event),
        }
        if turn % each == 0 {
            picture(&desk.frame());
        }
    }
    picture(&desk.frame());
}
