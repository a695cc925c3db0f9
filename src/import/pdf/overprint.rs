//! Characters that are printed more than once, to look bold or to have an outline, are one character.

use std::collections::HashMap;

use super::glyph::Glyph;

/// The same character again so near, in ems, is the same one.
const NEAR: f32 = 0.12;

/// The places of a page are looked up by squares of so many points.
const SQUARE: f32 = 4.0;

/// The most characters of a square that one is compared with.
const MOST: usize = 64;

/// Leaves one of each character that is printed more than once. It is seen if one of them is, and as
/// heavy as all of them make it.
pub fn print_once(glyphs: &mut Vec<Glyph>) {
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut places: HashMap<(char, i32, i32), Vec<u32>> = HashMap::new();
    for glyph in glyphs.drain(..) {
        let near = NEAR * glyph.size;
        let square = |at: f32| (at / SQUARE).floor() as i32;
        let c = glyph.text.first();
        let mut first = None;
        for x in square(glyph.x - near)..=square(glyph.x + near).min(square(glyph.x - near) + 4) {
            for y in square(glyph.y - near)..=square(glyph.y + near).min(square(glyph.y - near) + 4) {
                let there = places.get(&(c, x, y)).map_or(&[][..], Vec::as_slice);
                let is_same = |&at: &u32| kept.get(at as usize).is_some_and(|other| is_again(other, &glyph));
                first = first.or_else(|| there.iter().rev().take(MOST).copied().find(is_same));
            }
        }
        match first.and_then(|first| kept.get_mut(first as usize)) {
            Some(first) => overprint(first, &glyph),
            None => {
                places.entry((c, square(glyph.x), square(glyph.y))).or_default().push(kept.len() as u32);
                kept.push(glyph);
            }
        }
    }
    *glyphs = kept;
}

fn is_again(first: &Glyph, again: &Glyph) -> bool {
    let near = NEAR * again.size;
    (first.x - again.x).abs() <= near
        && (first.y - again.y).abs() <= near
        && (first.size - again.size).abs() <= 0.1 * again.size
        && first.text == again.text
}

fn overprint(first: &mut Glyph, again: &Glyph) {
    let shift = (first.x - again.x).abs().max((first.y - again.y).abs()) / again.size;
    first.weight = first.weight.map(|weight| weight + 1000.0 * shift);
    if first.hidden && !again.hidden {
        *first = Glyph { hidden: false, ..again.clone() };
    }
}
