//! Pictures as sixels: rows of six pixels, colour by colour. The terminal keeps them as it keeps text, so what is
//! written over them takes them away.

use super::palette::{COLOURS, PicturePalette};
use crate::app::PlacedPicture;
use crate::model::PixelSize;

/// The pixels that one character holds, one above the other.
const BAND: usize = 6;

/// Shows what is seen of a picture.
pub fn show(placed: &PlacedPicture) -> Vec<u8> {
    let (area, (top, height)) = (placed.area, placed.rows());
    let mut bytes = format!("\x1b[{};{}H", area.row + 1, area.column + 1).into_bytes();
    let size = PixelSize { height, ..placed.picture.size };
    encode(size, placed.picture.rows(top, height), &mut bytes);
    bytes
}

/// Adds rows of pixels (red, green, blue) as sixels.
fn encode(size: PixelSize, rgb: &[u8], bytes: &mut Vec<u8>) {
    let palette = PicturePalette::of(rgb);
    bytes.extend_from_slice(format!("\x1bP0;1;0q\"1;1;{};{}", size.width, size.height).as_bytes());
    for (number, colour) in palette.colours.iter().enumerate() {
        let [red, green, blue] = colour.map(|channel| (u32::from(channel) * 100 + 127) / 255);
        bytes.extend_from_slice(format!("#{number};2;{red};{green};{blue}").as_bytes());
    }
    let width = size.width as usize;
    // For each colour the sixels of a band.
    let mut sixels = vec![0_u8; COLOURS * width];
    for band in rgb.chunks(width.max(1) * 3 * BAND) {
        let mut is_used = [false; COLOURS];
        for (row, pixels) in band.chunks(width * 3).enumerate() {
            for (column, pixel) in pixels.chunks_exact(3).enumerate() {
                let colour = palette.number(pixel);
                is_used[colour] = true;
                sixels[colour * width + column] |= 1 << row;
            }
        }
        for colour in (0..COLOURS).filter(|colour| is_used[*colour]) {
            let own = &mut sixels[colour * width..(colour + 1) * width];
            bytes.extend_from_slice(format!("#{colour}").as_bytes());
            runs(own, bytes);
            bytes.push(b'$');
            own.fill(0);
        }
        bytes.push(b'-');
    }
    bytes.extend_from_slice(b"\x1b\\");
}

/// Adds the sixels of one colour, the same ones behind one another as one with their number; none behind the last
/// that has a pixel.
fn runs(sixels: &[u8], bytes: &mut Vec<u8>) {
    /// From so many on the number is shorter.
    const MANY: usize = 4;
    let end = sixels.iter().rposition(|sixel| *sixel > 0).map_or(0, |last| last + 1);
    for run in sixels[..end].chunk_by(|a, b| a == b) {
        let character = b'?' + run[0];
        if run.len() < MANY {
            bytes.extend(std::iter::repeat_n(character, run.len()));
        } else {
            bytes.extend_from_slice(format!("!{}{}", run.len(), char::from(character)).as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(width: u32, height: u32, rgb: &[u8]) -> String {
        let mut bytes = Vec::new();
        encode(PixelSize { width, height }, rgb, &mut bytes);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn pixels_are_sixels_of_their_colours() {
        let (black, red) = ([0, 0, 0], [255, 0, 0]);
        let mut rgb: Vec<u8> = (0..7 * 5).flat_map(|_| black).collect();
        rgb[..3].copy_from_slice(&red);
        rgb[6 * 15 + 12..6 * 15 + 15].copy_from_slice(&red);
        let expected = "\x1bP0;1;0q\"1;1;5;7#0;2;0;0;0#1;2;100;0;0#0}!4~$#1@$-#0!4@$#1!4?@$-\x1b\\";
        assert_eq!(encoded(5, 7, &rgb), expected);
    }

    #[test]
    fn nothing_is_no_pixel() {
        assert_eq!(encoded(0, 0, &[]), "\x1bP0;1;0q\"1;1;0;0\x1b\\");
    }
}
