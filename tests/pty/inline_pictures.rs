//! The page as a picture in terminals that keep pictures as they keep text: by the protocol of iTerm2, and as
//! sixels. What was written is decoded and compared with the page as this process draws it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use paper_reader::model::{Bounds, PixelSize};

use super::graphics::{open, rendering};
use crate::terminal::{Home, Terminal};

/// What terminals answer: the size of a cell, their name, what they can do.
const XTERM: &str = "\x1b[6;18;9t\x1bP>|XTerm(390)\x1b\\\x1b[?64;1;2;4;22c";
const ITERM: &str = "\x1b[6;18;9t\x1bP>|iTerm2 3.5.4\x1b\\\x1b[?62;4c";

const WHOLE: Bounds = Bounds { left: 0.0, top: 0.0, right: 400.0, bottom: 600.0 };

/// A picture on the screen.
struct Shown {
    /// The row and the column where it begins.
    at: (u16, u16),
    size: PixelSize,
    rgb: Vec<u8>,
}

/// The pictures that a terminal shows once it has done all that was written, and how many it has been shown.
fn shown(terminal: &Terminal) -> (Vec<Shown>, usize) {
    let bytes = terminal.bytes();
    let written = String::from_utf8_lossy(&bytes);
    let (mut pictures, mut count, mut at) = (Vec::new(), 0, (0, 0));
    let mut rest = &*written;
    while let Some(start) = rest.find('\x1b') {
        rest = &rest[start + 1..];
        let decoded = if let Some(sixels) = rest.strip_prefix('P') {
            sixels.split_once("\x1b\\").map(|(sixels, _)| of_sixels(sixels))
        } else {
            let file = rest.strip_prefix("]1337;File=").and_then(|file| file.split_once('\x07'));
            file.map(|(file, _)| of_file(file))
        };
        if let Some((size, rgb)) = decoded {
            pictures.push(Shown { at, size, rgb });
            count += 1;
        } else if rest.starts_with("[2J") || rest.starts_with("[?1049l") {
            pictures.clear();
        } else if let Some(place) = super::graphics::cursor(rest) {
            at = (place.0 - 1, place.1 - 1);
        }
    }
    (pictures, count)
}

fn of_file(file: &str) -> (PixelSize, Vec<u8>) {
    let (arguments, data) = file.split_once(':').unwrap();
    let data = STANDARD.decode(data).unwrap();
    assert!(arguments.contains("inline=1") && arguments.contains(&format!("size={};", data.len())), "{arguments}");
    let mut reader = png::Decoder::new(std::io::Cursor::new(data)).read_info().unwrap();
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut rgb).unwrap();
    (PixelSize { width: info.width, height: info.height }, rgb)
}

/// Decodes sixels; every pixel has to be painted, and none outside.
fn of_sixels(sixels: &str) -> (PixelSize, Vec<u8>) {
    let (_, sixels) = sixels.split_once("q\"").unwrap();
    let (raster, mut rest) = sixels.split_at(sixels.find('#').unwrap());
    let raster: Vec<u32> = raster.split(';').map(|number| number.parse().unwrap()).collect();
    let [1, 1, width, height] = raster[..] else { panic!("{raster:?}") };
    let mut pixels = vec![None; (width * height) as usize];
    let (mut colours, mut colour, mut x, mut y) = (Vec::new(), 0, 0, 0);
    while let Some(command) = rest.chars().next() {
        rest = &rest[1..];
        let numbers = |until: &mut &str| {
            let end = until.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(until.len());
            let (numbers, behind) = until.split_at(end);
            *until = behind;
            numbers.split(';').map(|number| number.parse::<u32>().unwrap()).collect::<Vec<_>>()
        };
        let mut paint = |sixel: char, count: u32| {
            let bits = sixel as u32 - 63;
            for column in x..x + count {
                for row in (0..6).filter(|row| bits >> row & 1 == 1) {
                    assert!(column < width && y + row < height, "a pixel outside: {column}, {}", y + row);
                    pixels[((y + row) * width + column) as usize] = Some(colour);
                }
            }
            x += count;
        };
        match command {
            '#' => match numbers(&mut rest)[..] {
                [number] => colour = number as usize,
                [number, 2, red, green, blue] => {
                    assert_eq!(number as usize, colours.len());
                    colours.push([red, green, blue].map(|percent| (percent * 255 / 100) as u8));
                }
                _ => panic!("{rest:.20}"),
            },
            '!' => {
                let count = numbers(&mut rest)[0];
                paint(rest.chars().next().unwrap(), count);
                rest = &rest[1..];
            }
            '$' => x = 0,
            '-' => (x, y) = (0, y + 6),
            sixel => paint(sixel, 1),
        }
    }
    assert!(pixels.iter().all(Option::is_some), "every pixel is painted");
    let rgb = pixels.into_iter().flatten().flat_map(|colour| colours[colour]).collect();
    (PixelSize { width, height }, rgb)
}

/// Waits until one picture is shown, and another than before where so many had been.
#[track_caller]
fn wait_for_one(terminal: &Terminal, before: usize) -> Shown {
    terminal.wait_until(
        "a picture",
        |_| matches!(shown(terminal), (pictures, count) if pictures.len() == 1 && count > before),
    );
    shown(terminal).0.remove(0)
}

#[track_caller]
fn wait_for_none(terminal: &Terminal) {
    terminal.wait_until("no picture", |_| shown(terminal).0.is_empty());
}

/// How far the channels of two pictures differ: the most, and all together.
fn difference(one: &[u8], other: &[u8]) -> (u8, f64) {
    assert_eq!(one.len(), other.len());
    let each = || one.iter().zip(other).map(|(a, b)| a.abs_diff(*b));
    (each().max().unwrap(), each().map(f64::from).sum::<f64>() / one.len() as f64)
}

/// Goes through all that may become of a picture; it may differ so far from the rendering.
fn is_shown_and_taken_away(answer: &str, most: (u8, f64)) {
    let home = Home::new();
    let mut terminal = open(&home, Some(answer));
    let whole = wait_for_one(&terminal, 0);
    assert_eq!((whole.size.width % 9, whole.size.height % 18), (0, 0), "a cell is as large as was told");
    let off = difference(&whole.rgb, &rendering(WHOLE, whole.size));
    assert!(off.0 <= most.0 && off.1 <= most.1, "the picture is that of the page: {off:?}");
    assert!(terminal.screen().contains("版面图像"), "{}", terminal.screen());
    terminal.with_screen(|screen| {
        let rows = whole.at.0..whole.at.0 + (whole.size.height / 18) as u16;
        let columns = whole.at.1..whole.at.1 + (whole.size.width / 9) as u16;
        let mut under = rows.flat_map(|row| columns.clone().map(move |column| (row, column)));
        let is_blank = |(row, column)| screen.cell(row, column).is_none_or(|cell| cell.contents().trim().is_empty());
        assert!(under.all(is_blank), "nothing is written over it");
    });

    terminal.type_keys("+");
    let close = wait_for_one(&terminal, 1);
    assert!(close.size != whole.size);
    terminal.type_keys("-");
    let again = wait_for_one(&terminal, 2);
    assert!(again.size == whole.size && again.rgb == whole.rgb);
    terminal.resize(80, 24);
    let small = wait_for_one(&terminal, 3);
    assert!(small.at.0 + ((small.size.height / 18) as u16) < 24 && small.size.height < whole.size.height);
    terminal.type_keys("?");
    wait_for_none(&terminal);
    terminal.type_keys("\x1b");
    wait_for_one(&terminal, 4);
    terminal.type_keys("r");
    terminal.wait_for("大雾锁江");
    wait_for_none(&terminal);
    terminal.type_keys("rr");
    wait_for_one(&terminal, 5);
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
    wait_for_none(&terminal);
    assert!(terminal.is_given_back());
}

#[test]
fn sixels_are_the_page_and_nothing_is_left_of_them() {
    is_shown_and_taken_away(XTERM, (10, 2.0));
}

#[test]
fn a_file_in_line_is_the_page_and_nothing_is_left_of_it() {
    is_shown_and_taken_away(ITERM, (0, 0.0));
}

#[test]
fn a_terminal_that_shows_no_pictures_is_known_by_its_last_answer() {
    let home = Home::new();
    let terminal = open(&home, Some("\x1bP>|VTE(7600)\x1b\\\x1b[?61;1;21;22c"));
    terminal.wait_for("这个终端不显示图像");
    assert_eq!(shown(&terminal).1, 0);
}

#[test]
fn keys_round_a_report_are_kept() {
    let home = Home::new();
    let terminal = open(&home, Some(&format!("\x1b[B{XTERM}+")));
    let close = wait_for_one(&terminal, 0);
    assert!(close.size.height < close.size.width, "the article close at hand: {:?}", close.size);
}

#[test]
fn a_picture_is_cleared_before_the_screen_is_left() {
    let home = Home::new();
    let mut terminal = open(&home, Some(XTERM));
    wait_for_one(&terminal, 0);
    terminal.type_keys("q");
    terminal.wait_for_exit();
    let bytes = terminal.bytes();
    let written = String::from_utf8_lossy(&bytes);
    let (_, behind) = written.rsplit_once("\x1bP0;1;0q").unwrap();
    assert!(behind.find("\x1b[2J").unwrap() < behind.find("\x1b[?1049l").unwrap());
}
