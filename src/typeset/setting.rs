//! How an article is set, and how much room there is.

use super::justify::Justification;
use crate::text::Metrics;
use crate::text::width::HAN_CELLS;

/// How lines are arranged on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Layout {
    /// One column that scrolls.
    #[default]
    Column,
    /// Newspaper columns, as many as the pane holds; they turn by pages.
    Columns,
    /// 竖排: characters from top to bottom, lines from right to left; they turn by pages.
    Vertical,
}

impl Layout {
    /// The layout after this one, round and round.
    pub fn next(self) -> Self {
        match self {
            Self::Column => Self::Columns,
            Self::Columns => Self::Vertical,
            Self::Vertical => Self::Column,
        }
    }
}

/// A width and a height in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Size {
    /// Cells from left to right.
    pub width: u16,
    /// Cells from top to bottom.
    pub height: u16,
}

/// What setting an article depends on besides the article and the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The arrangement of lines.
    pub layout: Layout,
    /// The longest line of one column, in cells; a narrower pane has shorter ones.
    pub measure: usize,
    /// The indent of a paragraph's first line, in Han characters; at most one where a line holds
    /// fewer than 15 (CLREQ).
    pub indent: usize,
    /// 两端对齐: what is done with a line's spare cells.
    pub justify: Justification,
    /// 标点悬挂: whether a stop may stand in the two cells after the line.
    pub hanging: bool,
    /// Blank rows between the lines of the body.
    pub line_spacing: usize,
    /// Whether a cell is put between Chinese and Latin letters or digits.
    pub latin_spacing: bool,
    /// 注音: whether characters have their pinyin above them, but for those of vertical lines.
    pub pinyin: bool,
    /// How text is measured.
    pub metrics: Metrics,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            layout: Layout::Column,
            measure: 76,
            indent: 2,
            justify: Justification::Even,
            hanging: true,
            line_spacing: 0,
            latin_spacing: false,
            pinyin: false,
            metrics: Metrics::TERMINAL,
        }
    }
}

impl Setting {
    /// The setting in which no line is wider than so many cells, a stop that hangs included.
    pub fn within(self, cells: usize) -> Self {
        let measure = if self.hanging { cells.saturating_sub(HAN_CELLS) } else { cells };
        if measure == 0 { Self { measure: cells, hanging: false, ..self } } else { Self { measure, ..self } }
    }

    /// The indent of a first line in a measure of so many Han characters, in Han characters too.
    pub(super) fn indent_in(&self, han: usize) -> usize {
        const NARROW: usize = 15;
        if han < NARROW { self.indent.min(1) } else { self.indent }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts_go_round() {
        let all = [Layout::Column, Layout::Columns, Layout::Vertical];
        assert_eq!(all.map(Layout::next), [Layout::Columns, Layout::Vertical, Layout::Column]);
    }
}
