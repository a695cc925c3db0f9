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

/// The least measure, in half characters, of a text set anew in one wide column, its heads in the
/// same type.
pub const WIDE: i32 = 44;
