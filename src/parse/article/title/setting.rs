//! How a head is set: vertically, in a frame so narrow that few characters stand on a line, or in a
//! wide column.

use crate::parse::line::Line;

/// A line of a head so narrow, in half characters, is set vertically.
const VERTICAL: i32 = 4;

/// The widest line of a head in a frame so narrow that it is set one to four characters a line.
pub const NARROW: i32 = 8;

/// Whether lines are so narrow that they are a head set vertically.
pub fn is_vertical(lines: &[Line], of: impl ExactSizeIterator<Item = usize>) -> bool {
    of.len() > 2 && of.into_iter().all(|i| lines[i].look.width <= VERTICAL)
}

/// Whether lines are a head in a frame so narrow that few characters stand on each.
pub fn is_narrow(lines: &[Line], of: impl ExactSizeIterator<Item = usize>) -> bool {
    of.len() > 2 && of.into_iter().all(|i| lines[i].look.width <= NARROW)
}

/// The room that heads have in a text set anew in one wide column, its heads in the same type, in half
/// characters.
#[derive(Clone, Copy, Debug)]
pub struct HeadRoom {
    /// A line so wide was broken for want of room.
    full: i32,
    /// So was one as wide as this, if little was left of it.
    nearly_full: i32,
}

impl HeadRoom {
    /// The room in a column of a measure where heads have a measure of their own, if that is known; else it
    /// is the column's, or four fifths of it. None in a narrow column.
    pub fn of(column: i32, heads: Option<i32>) -> Option<Self> {
        const WIDE: i32 = 44;
        let own = heads.map(|measure| Self { full: measure - 1, nearly_full: measure - 1 });
        own.or_else(|| (column >= WIDE).then_some(Self { full: column - 2, nearly_full: (column * 4 + 4) / 5 }))
    }

    /// Whether a line, and what is left below it, of these widths were broken for want of room.
    pub fn breaks(self, [width, left]: [i32; 2]) -> bool {
        width >= self.full || width >= self.nearly_full && left * 2 <= width
    }

    /// Whether a line of this width may have been broken for want of room.
    pub fn may_break(self, width: i32) -> bool {
        width >= self.nearly_full
    }
}
