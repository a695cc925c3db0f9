//! Pictures of printed pages.

use super::bounds::Bounds;
use super::printed::PageSize;

/// How large something is in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PixelSize {
    /// The columns of pixels.
    pub width: u32,
    /// The rows of pixels.
    pub height: u32,
}

impl PixelSize {
    /// How many pixels that are.
    pub fn area(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}

/// What is to be drawn: a part of a page of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureRequest {
    /// The file, as it was given.
    pub source: String,
    /// The page, and how large it is known to be.
    pub page: PageSize,
    /// The part of it, in points.
    pub region: Bounds,
    /// How large the picture is to be.
    pub size: PixelSize,
    /// What is lit in it, in points of the page.
    pub lit: Vec<Bounds>,
}

/// A picture of a page, or of a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How large it is.
    pub size: PixelSize,
    /// Its pixels, row by row: red, green, blue.
    pub rgb: Vec<u8>,
    /// The same as a PNG file, once it has been packed.
    pub png: Vec<u8>,
}

/// Why a page is not shown as a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPicture {
    /// The terminal shows no pictures.
    Terminal,
    /// The terminal may show them, but tmux lets none through.
    Tmux,
    /// The page came from standard input.
    Stdin,
    /// The file is no PDF.
    NoPdf,
    /// The file is no longer where it was.
    Moved,
    /// There is another file in its place.
    Changed,
    /// The page could not be drawn.
    Failed,
}

/// The colour of the frame round what is lit.
const FRAME: [u8; 3] = [0xC2, 0x41, 0x0C];
/// How far round a box the light goes, and how far its frame, in pixels.
const LIGHT: (u32, u32) = (3, 6);

impl Picture {
    /// A picture of these pixels, if there are as many as it needs.
    pub fn new(size: PixelSize, rgb: Vec<u8>) -> Option<Self> {
        (rgb.len() as u64 == size.area() * 3).then_some(Self { size, rgb, png: Vec::new() })
    }

    /// Lights boxes of the page of which this is a part: what is beside them is darker, and there is a frame round
    /// each.
    pub fn light(&mut self, region: Bounds, boxes: &[Bounds]) {
        let lit: Vec<PixelBox> = boxes.iter().map(|bounds| PixelBox::new(*bounds, region, self.size)).collect();
        let width = (self.size.width as usize).max(1) * 3;
        for (y, row) in (0..).zip(self.rgb.chunks_mut(width)) {
            for (x, pixel) in (0..).zip(row.chunks_mut(3)) {
                let is_lit = |margin| lit.iter().any(|lit| lit.holds(x, y, margin));
                if !is_lit(LIGHT.1) {
                    pixel.iter_mut().for_each(|channel| *channel -= *channel / 4);
                } else if !is_lit(LIGHT.0) {
                    pixel.copy_from_slice(&FRAME);
                }
            }
        }
    }

    /// The pixels of some of its rows.
    pub fn rows(&self, from: u32, count: u32) -> &[u8] {
        let row = self.size.width as usize * 3;
        let start = (from as usize * row).min(self.rgb.len());
        let end = ((from + count) as usize * row).min(self.rgb.len());
        &self.rgb[start..end]
    }
}

/// A box in pixels.
struct PixelBox {
    left: i64,
    top: i64,
    right: i64,
    bottom: i64,
}

impl PixelBox {
    fn new(bounds: Bounds, region: Bounds, size: PixelSize) -> Self {
        let across = size.width as f32 / region.width().max(f32::MIN_POSITIVE);
        let down = size.height as f32 / region.height().max(f32::MIN_POSITIVE);
        Self {
            left: ((bounds.left - region.left) * across).floor() as i64,
            top: ((bounds.top - region.top) * down).floor() as i64,
            right: ((bounds.right - region.left) * across).ceil() as i64,
            bottom: ((bounds.bottom - region.top) * down).ceil() as i64,
        }
    }

    /// Whether a pixel is in it, or no further from it than this.
    fn holds(&self, x: i64, y: i64, margin: u32) -> bool {
        let margin = i64::from(margin);
        (self.left - margin..self.right + margin).contains(&x) && (self.top - margin..self.bottom + margin).contains(&y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lit_stays_and_the_rest_is_darker() {
        let size = PixelSize { width: 40, height: 40 };
        let mut picture = Picture::new(size, vec![200; 4800]).unwrap();
        let region = Bounds { left: 100.0, top: 100.0, right: 120.0, bottom: 120.0 };
        picture.light(region, &[Bounds { left: 108.0, top: 106.0, right: 110.0, bottom: 108.0 }]);
        let pixel = |x: usize, y: usize| &picture.rgb[(y * 40 + x) * 3..][..3];
        assert_eq!(pixel(16, 12), [200; 3]);
        assert_eq!(pixel(13, 18), [200; 3]);
        assert_eq!(pixel(12, 18), FRAME);
        assert_eq!(pixel(25, 21), FRAME);
        assert_eq!(pixel(26, 21), [150; 3]);
        assert_eq!(picture.rows(39, 9).len(), 120);
    }

    #[test]
    fn a_picture_has_all_its_pixels() {
        assert!(Picture::new(PixelSize { width: 2, height: 2 }, vec![0; 11]).is_none());
    }
}
