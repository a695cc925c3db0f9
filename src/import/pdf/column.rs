//! Vertical lines that were drawn a character at a time in a horizontal font.

use std::ops::RangeInclusive;

use super::course::Course;
use super::glyph::Glyph;
use crate::text::chars::is_cjk;

/// A vertical line has at least so many characters: two may stand below one another by chance.
const LEAST: usize = 3;

/// How far one character is below the next, in ems.
const PITCH: RangeInclusive<f32> = 0.85..=2.2;

/// The course of each character: that of its own setting, or vertical where it is drawn in the order of a
/// vertical line.
pub fn courses(glyphs: &[Glyph]) -> Vec<Course> {
    let mut courses: Vec<Course> = glyphs.iter().map(Course::of).collect();
    let mut begin = 0;
    for at in 1..=glyphs.len() {
        let goes_on = glyphs.get(at - 1).zip(glyphs.get(at)).is_some_and(|(above, below)| is_below(above, below));
        if !goes_on {
            if at - begin >= LEAST {
                courses.iter_mut().take(at).skip(begin).for_each(|course| *course = Course::Vertical);
            }
            begin = at;
        }
    }
    courses
}

/// Whether a character stands right below another of its size.
fn is_below(above: &Glyph, below: &Glyph) -> bool {
    let size = above.size;
    let is_upright = |glyph: &Glyph| Course::of(glyph) == Course::Horizontal && is_cjk(glyph.text.first());
    is_upright(above)
        && is_upright(below)
        && (above.size - below.size).abs() <= 0.1 * size
        && (above.x - below.x).abs() <= 0.2 * size
        && PITCH.contains(&((below.y - above.y) / size))
}
