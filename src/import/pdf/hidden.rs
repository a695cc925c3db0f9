//! GlyphText that is not to be seen: left out where other text is.

use super::glyph::Glyph;

/// A page is a scan where pictures cover at least so much of it.
const SCAN: f32 = 0.6;

/// What is seen on a scan besides is a stamp where it is at most such a part of what is not seen.
const STAMP: usize = 10;

/// Leaves hidden text out where other text of the page can be seen. On a scan, whose text is hidden
/// below or above the picture, a stamp or a page number is not such text.
pub fn drop_hidden(glyphs: &mut Vec<Glyph>, pictured: f32) {
    let count = |hidden: bool| glyphs.iter().filter(|glyph| glyph.hidden == hidden && !glyph.text.is_space()).count();
    let (seen, hidden) = (count(false), count(true));
    let is_scan = pictured >= SCAN && seen * STAMP <= hidden;
    if seen > 0 && !is_scan {
        glyphs.retain(|glyph| !glyph.hidden);
    }
}
