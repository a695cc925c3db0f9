//! Pictures by the graphics protocol of kitty, which Ghostty, WezTerm and Konsole speak too: a picture is handed
//! over once, shown where it is wanted, and taken out of the terminal's memory again.
//!
//! In tmux it is shown by characters that stand for its cells, so that tmux moves and clears it like any text.

use std::process;
use std::sync::atomic::{AtomicU8, Ordering};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Style};

use super::tmux;
use crate::app::PlacedPicture;
use crate::model::Picture;

/// How the terminal is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    /// Directly.
    Direct,
    /// Through tmux.
    Tmux,
}

/// How many pictures the terminal holds at a time: the page, and the article close at hand.
pub const SLOTS: usize = 2;

/// The most bytes of a picture that one sequence carries.
const CHUNK: usize = 4096;

/// What the terminal holds: nothing, or pictures, and by which path they went there.
static HELD: AtomicU8 = AtomicU8::new(0);

/// Whether the terminal knows the protocol: to be answered `OK`.
pub const QUERY: &[u8] = b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\";

/// What the answer to [`QUERY`] is, without what begins and ends it.
pub const ANSWER: &str = "Gi=31;OK";

/// Hands a picture over.
pub fn transmit(path: Path, slot: usize, picture: &Picture) -> Vec<u8> {
    let held = match path {
        Path::Direct => 1,
        Path::Tmux => 2,
    };
    HELD.store(held, Ordering::SeqCst);
    let data = STANDARD.encode(&picture.png);
    let mut chunks = data.as_bytes().chunks(CHUNK).peekable();
    let mut bytes = Vec::with_capacity(data.len() + data.len() / 64);
    let mut first = format!("a=t,f=100,t=d,i={},", id(slot));
    while let Some(chunk) = chunks.next() {
        let more = u8::from(chunks.peek().is_some());
        bytes.extend(command(path, &format!("{first}q=2,m={more}"), chunk));
        first.clear();
    }
    bytes
}

/// Shows a picture that was handed over.
pub fn place(path: Path, slot: usize, placed: &PlacedPicture) -> Vec<u8> {
    let (id, area, size) = (id(slot), placed.area, placed.picture.size);
    match path {
        Path::Direct => {
            let (top, height) = placed.rows();
            let (columns, rows, width) = (area.width, area.height, size.width);
            let mut bytes = format!("\x1b[{};{}H", area.row + 1, area.column + 1).into_bytes();
            let how = format!("a=p,i={id},p=1,x=0,y={top},w={width},h={height},c={columns},r={rows},C=1,q=2");
            bytes.extend(command(path, &how, b""));
            bytes
        }
        Path::Tmux => {
            let how = format!("a=p,U=1,i={id},p=1,c={},r={},q=2", placed.cells.width, placed.cells.height);
            command(path, &how, b"")
        }
    }
}

/// Takes a picture off the screen; the terminal still holds it.
pub fn hide(path: Path, slot: usize) -> Vec<u8> {
    command(path, &format!("a=d,d=i,i={},q=2", id(slot)), b"")
}

/// Takes a picture out of the terminal's memory.
pub fn forget(path: Path, slot: usize) -> Vec<u8> {
    command(path, &format!("a=d,d=I,i={},q=2", id(slot)), b"")
}

/// What takes out of the terminal's memory all that it holds; at any time, from anywhere.
pub fn forget_all() -> Vec<u8> {
    let path = match HELD.swap(0, Ordering::SeqCst) {
        0 => return Vec::new(),
        1 => Path::Direct,
        _ => Path::Tmux,
    };
    (0..SLOTS).flat_map(|slot| forget(path, slot)).collect()
}

/// Writes into a frame the characters that stand for the cells of a picture: its number is their colour, its row and
/// column are marks on them.
pub fn stand_in(frame: &mut Buffer, slot: usize, placed: &PlacedPicture) {
    let area = placed.area;
    let number = Style::reset().fg(Color::Indexed(id(slot)));
    for row in 0..area.height {
        let Some(row_mark) = mark(placed.above + row) else { return };
        for column in 0..area.width {
            let Some(cell) = frame.cell_mut((area.column + column, area.row + row)) else { continue };
            let mut symbol = String::from('\u{10EEEE}');
            symbol.push(row_mark);
            // Beyond the last mark a cell is the one after that on its left.
            symbol.extend(mark(column));
            cell.set_symbol(&symbol).set_style(number);
        }
    }
}

/// The number of a picture; another one in each program that runs at the time, as far as may be. It is the number of a
/// colour too.
fn id(slot: usize) -> u8 {
    (process::id() % 100) as u8 * 2 + 32 + slot as u8
}

fn command(path: Path, control: &str, payload: &[u8]) -> Vec<u8> {
    let parts: [&[u8]; 5] = [b"\x1b_G", control.as_bytes(), b";", payload, b"\x1b\\"];
    let bytes = parts.concat();
    match path {
        Path::Direct => bytes,
        Path::Tmux => tmux::wrapped(&bytes),
    }
}

/// The mark that means a row or a column, from 0.
fn mark(number: u16) -> Option<char> {
    let mut left = u32::from(number);
    for (first, last) in MARKS {
        if left <= last - first {
            return char::from_u32(first + left);
        }
        left -= last - first + 1;
    }
    None
}

/// The combining characters that mean rows and columns in their order, as the protocol lists them
/// (above the base, not decomposed, in Unicode 6.0): the first and the last of each run.
#[rustfmt::skip]
const MARKS: [(u32, u32); 86] = [
    (0x0305, 0x0305), (0x030D, 0x030E), (0x0310, 0x0310), (0x0312, 0x0312), (0x033D, 0x033F), (0x0346, 0x0346),
    (0x034A, 0x034C), (0x0350, 0x0352), (0x0357, 0x0357), (0x035B, 0x035B), (0x0363, 0x036F), (0x0483, 0x0487),
    (0x0592, 0x0595), (0x0597, 0x0599), (0x059C, 0x05A1), (0x05A8, 0x05A9), (0x05AB, 0x05AC), (0x05AF, 0x05AF),
    (0x05C4, 0x05C4), (0x0610, 0x0617), (0x0657, 0x065B), (0x065D, 0x065E), (0x06D6, 0x06DC), (0x06DF, 0x06E2),
    (0x06E4, 0x06E4), (0x06E7, 0x06E8), (0x06EB, 0x06EC), (0x0730, 0x0730), (0x0732, 0x0733), (0x0735, 0x0736),
    (0x073A, 0x073A), (0x073D, 0x073D), (0x073F, 0x0741), (0x0743, 0x0743), (0x0745, 0x0745), (0x0747, 0x0747),
    (0x0749, 0x074A), (0x07EB, 0x07F1), (0x07F3, 0x07F3), (0x0816, 0x0819), (0x081B, 0x0823), (0x0825, 0x0827),
    (0x0829, 0x082D), (0x0951, 0x0951), (0x0953, 0x0954), (0x0F82, 0x0F83), (0x0F86, 0x0F87), (0x135D, 0x135F),
    (0x17DD, 0x17DD), (0x193A, 0x193A), (0x1A17, 0x1A17), (0x1A75, 0x1A7C), (0x1B6B, 0x1B6B), (0x1B6D, 0x1B73),
    (0x1CD0, 0x1CD2), (0x1CDA, 0x1CDB), (0x1CE0, 0x1CE0), (0x1DC0, 0x1DC1), (0x1DC3, 0x1DC9), (0x1DCB, 0x1DCC),
    (0x1DD1, 0x1DE6), (0x1DFE, 0x1DFE), (0x20D0, 0x20D1), (0x20D4, 0x20D7), (0x20DB, 0x20DC), (0x20E1, 0x20E1),
    (0x20E7, 0x20E7), (0x20E9, 0x20E9), (0x20F0, 0x20F0), (0x2CEF, 0x2CF1), (0x2DE0, 0x2DFF), (0xA66F, 0xA66F),
    (0xA67C, 0xA67D), (0xA6F0, 0xA6F1), (0xA8E0, 0xA8F1), (0xAAB0, 0xAAB0), (0xAAB2, 0xAAB3), (0xAAB7, 0xAAB8),
    (0xAABE, 0xAABF), (0xAAC1, 0xAAC1), (0xFE20, 0xFE26), (0x10A0F, 0x10A0F), (0x10A38, 0x10A38), (0x1D185, 0x1D189),
    (0x1D1AA, 0x1D1AD), (0x1D242, 0x1D244),
];

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ratatui::layout::Rect;

    use super::*;
    use crate::app::{Area, Size};
    use crate::model::PixelSize;

    fn placed(bytes: usize) -> PlacedPicture {
        let size = PixelSize { width: 30, height: 120 };
        let picture = Arc::new(Picture { size, rgb: Vec::new(), png: vec![7; bytes] });
        let area = Area { row: 2, column: 4, width: 3, height: 2 };
        PlacedPicture { picture, area, cells: Size { width: 3, height: 6 }, above: 1 }
    }

    #[test]
    fn a_picture_is_handed_over_in_pieces() {
        let bytes = String::from_utf8(transmit(Path::Direct, 0, &placed(5000).picture)).unwrap();
        let pieces: Vec<_> = bytes.split_terminator("\x1b\\").map(|piece| piece.split_once(';').unwrap()).collect();
        let number = id(0);
        assert_eq!(pieces[0].0, format!("\x1b_Ga=t,f=100,t=d,i={number},q=2,m=1"));
        assert_eq!(pieces[1].0, "\x1b_Gq=2,m=0");
        let data: String = pieces.iter().map(|piece| piece.1).collect();
        assert_eq!(STANDARD.decode(data).unwrap(), [7; 5000]);
    }

    #[test]
    fn the_rows_that_are_seen_are_placed() {
        let bytes = String::from_utf8(place(Path::Direct, 1, &placed(0))).unwrap();
        let number = id(1);
        assert_eq!(bytes, format!("\x1b[3;5H\x1b_Ga=p,i={number},p=1,x=0,y=20,w=30,h=40,c=3,r=2,C=1,q=2;\x1b\\"));
    }

    #[test]
    fn in_tmux_characters_stand_for_the_cells() {
        let mut frame = Buffer::empty(Rect::new(0, 0, 9, 5));
        stand_in(&mut frame, 0, &placed(0));
        assert_eq!(frame[(4, 2)].symbol(), "\u{10EEEE}\u{30D}\u{305}");
        assert_eq!(frame[(6, 3)].symbol(), "\u{10EEEE}\u{30E}\u{30E}");
        assert_eq!((frame[(4, 2)].fg, frame[(7, 2)].symbol()), (Color::Indexed(id(0)), " "));
    }

    #[test]
    fn marks_are_in_the_order_of_the_protocol() {
        let marks: Vec<_> = [0, 1, 2, 296, 297].map(mark).into_iter().collect();
        assert_eq!(marks, [Some('\u{305}'), Some('\u{30D}'), Some('\u{30E}'), Some('\u{1D244}'), None]);
    }
}
