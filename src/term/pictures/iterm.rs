//! Pictures by the protocol of iTerm2, which WezTerm and mintty speak too: the terminal keeps them as it keeps text,
//! so what is written over them takes them away.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::png::png;
use crate::app::PlacedPicture;
use crate::model::PixelSize;

/// Shows what is seen of a picture.
pub fn show(placed: &PlacedPicture) -> Vec<u8> {
    let (area, size) = (placed.area, placed.picture.size);
    let (top, height) = placed.rows();
    let part = if height == size.height {
        None
    } else {
        Some(png(PixelSize { height, ..size }, placed.picture.rows(top, height)))
    };
    let file = part.as_ref().unwrap_or(&placed.picture.png);
    let mut bytes = format!(
        "\x1b[{};{}H\x1b]1337;File=inline=1;size={};width={};height={};preserveAspectRatio=0;doNotMoveCursor=1:",
        area.row + 1,
        area.column + 1,
        file.len(),
        area.width,
        area.height
    );
    STANDARD.encode_string(file, &mut bytes);
    bytes.push('\x07');
    bytes.into_bytes()
}
