//! A picture as a PNG file.

use miniz_oxide::deflate::compress_to_vec_zlib;

use crate::model::PixelSize;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Eight bits a channel; red, green, blue; the one method of packing and of filtering; not interlaced.
const KIND: [u8; 5] = [8, 2, 0, 0, 0];
/// How hard it is packed: for a terminal on the same machine mostly, so lightly.
const LEVEL: u8 = 2;

/// Packs rows of pixels.
pub fn png(size: PixelSize, rgb: &[u8]) -> Vec<u8> {
    let row = (size.width as usize * 3).max(1);
    let mut rows = Vec::with_capacity(rgb.len() + rgb.len() / row + 1);
    for pixels in rgb.chunks(row) {
        // Not filtered.
        rows.push(0);
        rows.extend_from_slice(pixels);
    }
    let header = [&size.width.to_be_bytes()[..], &size.height.to_be_bytes(), &KIND].concat();
    let mut file = SIGNATURE.to_vec();
    chunk(&mut file, b"IHDR", &header);
    chunk(&mut file, b"IDAT", &compress_to_vec_zlib(&rows, LEVEL));
    chunk(&mut file, b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    file.extend_from_slice(&(data.len() as u32).to_be_bytes());
    let start = file.len();
    file.extend_from_slice(name);
    file.extend_from_slice(data);
    let sum = checksum(&file[start..]);
    file.extend_from_slice(&sum.to_be_bytes());
}

/// The checksum of ISO 3309 (CRC-32).
fn checksum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = table();
    !bytes.iter().fold(!0, |sum, byte| TABLE[((sum ^ u32::from(*byte)) & 0xFF) as usize] ^ (sum >> 8))
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        let mut sum = i as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 };
            bit += 1;
        }
        table[i] = sum;
        i += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_program_reads_it() {
        let size = PixelSize { width: 7, height: 5 };
        let rgb: Vec<u8> = (0..105).map(|i| i * 2).collect();
        let file = png(size, &rgb);
        let mut reader = ::png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
        let mut read = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut read).unwrap();
        assert_eq!((info.width, info.height, info.color_type), (7, 5, ::png::ColorType::Rgb));
        assert_eq!(read, rgb);
    }
}
