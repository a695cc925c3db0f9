//! The one painter: text from anywhere, through the border, into cells. A wide character is painted
//! whole or not at all.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::style::Style;

use crate::app::Area;
use crate::text::{Ambiguous, Metrics};

/// What is painted on.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    metrics: Metrics,
}

impl<'a> Canvas<'a> {
    /// A canvas over a buffer; text is measured in this way.
    pub fn new(buffer: &'a mut Buffer, metrics: Metrics) -> Self {
        Self { buffer, metrics }
    }

    /// How text is measured.
    pub fn metrics(&self) -> Metrics {
        self.metrics
    }

    /// Paints text from a column of a one-row area on, as far as it fits; the column after it.
    pub fn text(&mut self, line: Area, column: u16, text: &str, style: Style) -> u16 {
        let mut column = column;
        for cluster in self.metrics.clusters(text) {
            let cells = cluster.cells as u16;
            if cells == 0 {
                continue;
            }
            if column.saturating_add(cells) > line.width || line.height == 0 {
                break;
            }
            self.put(line.row, line.column + column, &cluster.shown(), cells, style);
            column += cells;
        }
        column
    }

    /// Paints text that is cut with … where it is wider than `room` cells; the column after it.
    pub fn cut(&mut self, line: Area, column: u16, text: &str, room: u16, style: Style) -> u16 {
        let room = room.min(line.width.saturating_sub(column));
        let text = self.metrics.cut(text, room.into());
        self.text(line, column, &text, style)
    }

    /// Paints text that ends at the right edge; the column where it begins.
    pub fn right(&mut self, line: Area, text: &str, style: Style) -> u16 {
        let column = line.width.saturating_sub(self.cells(text));
        self.text(line, column, text, style);
        column
    }

    /// Paints text in the middle of a line, cut where it is too wide.
    pub fn centred(&mut self, line: Area, text: &str, style: Style) {
        let text = self.metrics.cut(text, line.width.into());
        let column = (line.width - self.cells(&text).min(line.width)) / 2;
        self.text(line, column, &text, style);
    }

    /// The cells of a text.
    pub fn cells(&self, text: &str) -> u16 {
        u16::try_from(self.metrics.cells(text)).unwrap_or(u16::MAX)
    }

    /// A sign of one cell: another where the terminal has this one wider.
    pub fn sign(&self, sign: &'static str, other: &'static str) -> &'static str {
        if self.cells(sign) > 1 { other } else { sign }
    }

    /// Fills a line with a character of the program's own; a column of one cell with `|` where the
    /// terminal has the character wider.
    pub fn rule(&mut self, line: Area, symbol: char, style: Style) {
        let symbol = if self.cells(symbol.encode_utf8(&mut [0; 4])) > line.width { '|' } else { symbol };
        let step = self.cells(symbol.encode_utf8(&mut [0; 4])).max(1);
        let mut column = 0;
        while column + step <= line.width && line.height > 0 {
            self.put(line.row, line.column + column, symbol.encode_utf8(&mut [0; 4]), step, style);
            column += step;
        }
    }

    /// Empties an area; a wide character that reaches into it goes whole.
    pub fn clear(&mut self, area: Area, style: Style) {
        for row in area.row..area.row.saturating_add(area.height) {
            self.blank_before(row, area.column);
            for column in area.column..area.column.saturating_add(area.width) {
                if let Some(cell) = self.buffer.cell_mut((column, row)) {
                    cell.reset();
                    cell.set_style(style);
                }
            }
        }
    }

    /// Blanks the wide character whose second half is in a cell that is painted anew.
    fn blank_before(&mut self, row: u16, column: u16) {
        let Some(before) = column.checked_sub(1) else { return };
        let metrics = self.metrics;
        if let Some(cell) = self.buffer.cell_mut((before, row)).filter(|cell| metrics.shown_cells(cell.symbol()) > 1) {
            cell.set_symbol(" ").set_diff_option(CellDiffOption::None);
        }
    }

    fn put(&mut self, row: u16, column: u16, shown: &str, cells: u16, style: Style) {
        let inside = self.buffer.area;
        if row >= inside.height || column.saturating_add(cells) > inside.width {
            return;
        }
        self.blank_before(row, column);
        for hidden in 1..cells {
            if let Some(cell) = self.buffer.cell_mut((column + hidden, row)) {
                cell.set_symbol(" ").set_style(style);
            }
        }
        let hint = self.width_hint(cells);
        if let Some(cell) = self.buffer.cell_mut((column, row)) {
            cell.set_symbol(shown).set_style(style).set_diff_option(hint);
        }
    }

    /// The buffer takes ambiguous characters for narrow: where the terminal has them wide it must
    /// be told.
    fn width_hint(&self, cells: u16) -> CellDiffOption {
        match NonZeroU16::new(cells) {
            Some(width) if self.metrics.ambiguous == Ambiguous::Wide && cells > 1 => CellDiffOption::ForcedWidth(width),
            _ => CellDiffOption::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    const LINE: Area = Area { row: 0, column: 0, width: 5, height: 1 };

    fn painted(paint: impl FnOnce(&mut Canvas<'_>)) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, LINE.width, LINE.height));
        paint(&mut Canvas::new(&mut buffer, Metrics::TERMINAL));
        buffer.content.iter().map(|cell| cell.symbol().to_owned()).collect()
    }

    #[test]
    fn a_wide_character_is_not_halved_at_the_edge() {
        let cells = painted(|canvas| {
            canvas.text(LINE, 1, "河a港", Style::default());
        });
        assert_eq!(cells, [" ", "河", " ", "a", " "]);
    }

    #[test]
    fn what_is_no_visible_text_is_shown_by_a_stand_in() {
        let cells = painted(|canvas| {
            canvas.text(LINE, 0, "\x1b[\u{202E}", Style::default());
        });
        assert_eq!(cells, ["␛", "[", "\u{FFFD}", " ", " "]);
    }

    #[test]
    fn clearing_takes_a_character_that_reaches_in() {
        let cells = painted(|canvas| {
            canvas.text(LINE, 0, "河港a", Style::default());
            canvas.clear(Area { column: 1, width: 2, ..LINE }, Style::default());
        });
        assert_eq!(cells, [" ", " ", " ", " ", "a"]);
    }

    #[test]
    fn painting_over_half_a_character_takes_it_whole() {
        let cells = painted(|canvas| {
            canvas.text(LINE, 0, "河港", Style::default());
            canvas.text(LINE, 3, "a", Style::default());
            canvas.text(LINE, 1, "城", Style::default());
        });
        assert_eq!(cells, [" ", "城", " ", "a", " "]);
    }

    #[test]
    fn a_terminal_with_wide_ambiguous_characters_is_told_so() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, LINE.width, LINE.height));
        let metrics = Metrics { ambiguous: Ambiguous::Wide, ..Metrics::TERMINAL };
        let after = Canvas::new(&mut buffer, metrics).text(LINE, 0, "★a", Style::default());
        assert_eq!((after, buffer[(2, 0)].symbol()), (3, "a"));
        assert_eq!(buffer[(0, 0)].diff_option, CellDiffOption::ForcedWidth(NonZeroU16::new(2).unwrap()));
    }

    #[test]
    fn right_and_middle() {
        let cells = painted(|canvas| {
            assert_eq!(canvas.right(LINE, "河", Style::default()), 3);
        });
        assert_eq!(cells, [" ", " ", " ", "河", " "]);
        let cells = painted(|canvas| canvas.centred(LINE, "河", Style::default()));
        assert_eq!(cells, [" ", "河", " ", " ", " "]);
    }
}
