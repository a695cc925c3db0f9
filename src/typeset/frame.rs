//! How a pane is divided: where the columns stand and how long their lines are.

use super::breaker::Extent;
use super::galley::Widths;
use super::setting::{Layout, Setting, Size};
use crate::text::width::HAN_CELLS;

/// The cells between two columns.
const GUTTER: usize = 4;

/// The cells of a newspaper's column at least, where there are two, and at most.
const NARROWEST: usize = 28;
const WIDEST: usize = 44;

/// The cells that columns have where there are more than two.
const COMFORTABLE: usize = 33;

/// From so many cells on a pane keeps a margin at its right even where no stops hang.
const ROOMY: usize = 16;

/// The cells from one vertical line to the next.
const PITCH: usize = 3;

/// The rows that a tier of vertical lines has at least; a row parts it from the next.
const TIER: usize = 20;

/// A pane divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The layout; one column where the pane has no room for more.
    pub layout: Layout,
    /// The columns of a page, or its tiers (段) of vertical lines.
    pub columns: usize,
    /// The rows of a column, or the lines of a tier.
    pub depth: usize,
    /// The measures.
    pub widths: Widths,
    /// The free cells to the left of the first column; to the right of the first vertical line.
    pub margin: usize,
}

impl Frame {
    /// Divides a pane.
    pub fn new(setting: &Setting, size: Size) -> Self {
        let (width, height) = (usize::from(size.width), usize::from(size.height));
        match setting.layout {
            Layout::Columns if inside(setting, width) >= 2 * NARROWEST + GUTTER => {
                Self::columns(setting, width, height)
            }
            Layout::Vertical => Self::vertical(setting, width, height),
            Layout::Column | Layout::Columns => Self::column(setting, width, height),
        }
    }

    fn column(setting: &Setting, width: usize, height: usize) -> Self {
        let inside = inside(setting, width);
        let measure = even(setting.measure.min(inside));
        let widths = Widths { head: measure, body: measure, extent: extent(setting, height) };
        let depth = height / pitch(widths.extent);
        Self { layout: Layout::Column, columns: 1, depth, widths, margin: margin(setting, width, measure) }
    }

    fn columns(setting: &Setting, width: usize, height: usize) -> Self {
        let inside = inside(setting, width);
        let columns = ((inside + GUTTER) / (COMFORTABLE + GUTTER)).max(2);
        let gutters = (columns - 1) * GUTTER;
        let body = even((inside - gutters) / columns).min(WIDEST);
        let head = columns * body + gutters;
        let widths = Widths { head, body, extent: extent(setting, height) };
        let depth = height / pitch(widths.extent);
        Self { layout: Layout::Columns, columns, depth, widths, margin: margin(setting, width, head) }
    }

    fn vertical(setting: &Setting, width: usize, height: usize) -> Self {
        let tiers = ((height + 1) / (TIER + 1)).max(1);
        let tier = ((height + 1) / tiers).saturating_sub(1);
        let measure = tier.saturating_sub(setting.hanging.into()).max(1);
        let room = inside(setting, width) + PITCH - HAN_CELLS;
        let lines = (room / PITCH).max(1);
        let widths = Widths { head: measure, body: measure, extent: Extent::Rows };
        let margin = (width + PITCH - HAN_CELLS).saturating_sub(lines * PITCH) / 2;
        Self { layout: Layout::Vertical, columns: tiers, depth: lines, widths, margin }
    }

    /// Whether rows and pages come out the same in another frame, wherever it puts them.
    pub fn sets_like(&self, other: &Self) -> bool {
        let pages = |frame: &Self| (frame.layout != Layout::Column).then_some((frame.columns, frame.depth));
        (self.layout, self.widths, pages(self)) == (other.layout, other.widths, pages(other))
    }

    /// The cell at which row `row` of column `column` begins: its row and column on the screen.
    /// Of a vertical line it is the one at its top, of a row with pinyin the one below that.
    pub fn cell(&self, size: Size, column: usize, row: usize) -> (usize, usize) {
        if self.layout == Layout::Vertical {
            let right = (self.margin + row * PITCH + HAN_CELLS).min(size.width.into());
            (column * (usize::from(size.height) + 1) / self.columns, usize::from(size.width) - right)
        } else {
            let pitch = pitch(self.widths.extent);
            (row * pitch + pitch - 1, self.margin + column * (self.widths.body + GUTTER))
        }
    }
}

/// The cells of a pane in which lines may be: a margin stays free at its right, where stops hang.
fn inside(setting: &Setting, width: usize) -> usize {
    let margin = if setting.hanging { HAN_CELLS } else { usize::from(width >= ROOMY) };
    width.saturating_sub(margin)
}

/// The free cells to the left of text that stands in the middle of a pane, or as near to it as leaves
/// room for stops that hang.
fn margin(setting: &Setting, width: usize, text: usize) -> usize {
    (width.saturating_sub(text) / 2).min(inside(setting, width).saturating_sub(text))
}

/// What lines from left to right are made of: no pinyin where it would leave no row for the text.
fn extent(setting: &Setting, height: usize) -> Extent {
    if setting.pinyin && height >= pitch(Extent::Pinyin) { Extent::Pinyin } else { Extent::Cells }
}

/// The rows of the screen from one row of text to the next.
fn pitch(extent: Extent) -> usize {
    if extent == Extent::Pinyin { 2 } else { 1 }
}

/// A measure that keeps lines of Han characters flush by itself.
fn even(measure: usize) -> usize {
    if measure > HAN_CELLS { measure & !1 } else { measure.max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(layout: Layout, width: u16, height: u16) -> Frame {
        Frame::new(&Setting { layout, ..Setting::default() }, Size { width, height })
    }

    #[test]
    fn one_column_is_centred_and_no_longer_than_its_measure() {
        let wide = frame(Layout::Column, 120, 40);
        assert_eq!((wide.widths.body, wide.margin), (76, 22));
        let narrow = frame(Layout::Column, 43, 12);
        assert_eq!((narrow.widths.body, narrow.margin), (40, 1));
        let least = frame(Layout::Column, 42, 12);
        assert_eq!((least.widths.body, least.margin), (40, 0));
    }

    #[test]
    fn columns_are_of_newspaper_measure() {
        let columns = |width| {
            let frame = frame(Layout::Columns, width, 40);
            (frame.layout, frame.columns, frame.widths.body)
        };
        assert_eq!(columns(40), (Layout::Column, 1, 38));
        assert_eq!(columns(80), (Layout::Columns, 2, 36));
        assert_eq!(columns(120), (Layout::Columns, 3, 36));
        assert_eq!(columns(200), (Layout::Columns, 5, 36));
        for width in 62..=u16::MAX {
            assert!((28..=44).contains(&columns(width).2), "{width}");
        }
    }

    #[test]
    fn vertical_lines_stand_inside_the_pane() {
        for (width, height) in [(1, 1), (2, 2), (40, 12), (80, 24), (200, 50), (65535, 65535)] {
            let size = Size { width, height };
            let frame = frame(Layout::Vertical, width, height);
            let last = frame.cell(size, frame.columns - 1, frame.depth - 1);
            assert!(last.0 + frame.widths.body <= usize::from(height), "{size:?} {frame:?}");
            assert!(last.1 + 2 <= usize::from(width).max(2), "{size:?} {frame:?}");
        }
    }
}
