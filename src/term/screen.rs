//! The way from cells to the terminal: what stands side by side is written together.
//!
//! ratatui's own backend moves the cursor after every wide character, which is three bytes in four
//! of a Chinese page. Here characters whose width no terminal doubts are written as one stretch;
//! after any other the cursor is moved as before, so that a terminal that sees it otherwise goes
//! wrong for one character and not for a line.

use std::io::{self, Write};

use crossterm::Command;
use crossterm::cursor::MoveTo;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Cell, CellDiffOption};
use ratatui::layout::{Position, Size};

use crate::text::Metrics;
use crate::text::chars::{is_han, is_kana};

/// A terminal to write cells to.
pub struct Screen<W: Write> {
    terminal: CrosstermBackend<W>,
}

/// Cells side by side in one row, of one style.
struct Stretch {
    row: u16,
    column: u16,
    /// The column after it; none where the terminal may see that otherwise.
    end: Option<u16>,
    text: String,
    cell: Cell,
}

impl<W: Write> Screen<W> {
    /// A terminal behind a writer.
    pub fn new(writer: W) -> Self {
        Self { terminal: CrosstermBackend::new(writer) }
    }
}

impl Stretch {
    fn new(column: u16, row: u16, cell: &Cell) -> Self {
        let end = sure_cells(cell).map(|cells| column + cells);
        Self { row, column, end, text: cell.symbol().to_owned(), cell: cell.clone() }
    }

    /// Takes a cell that goes on where it ends.
    fn takes(&mut self, column: u16, row: u16, cell: &Cell) -> bool {
        let alike = (cell.fg, cell.bg, cell.modifier) == (self.cell.fg, self.cell.bg, self.cell.modifier);
        let Some(cells) = sure_cells(cell).filter(|_| alike && self.row == row && self.end == Some(column)) else {
            return false;
        };
        self.text.push_str(cell.symbol());
        self.end = Some(column + cells);
        true
    }

    /// The stretch as one cell. After a character of doubtful width it moves the cursor itself:
    /// the backend would not, where that character counts one cell.
    fn whole(mut self, before: Option<(u16, u16)>) -> (u16, u16, Cell) {
        if self.end.is_some() && before == Some((self.row, self.column)) {
            let mut moved = String::new();
            // Writing into a string does not fail.
            let _ = MoveTo(self.column, self.row).write_ansi(&mut moved);
            self.text.insert_str(0, &moved);
        }
        self.cell.set_symbol(&self.text);
        (self.column, self.row, self.cell)
    }

    /// The cell after it, where the terminal may be elsewhere by then.
    fn doubtful_end(&self) -> Option<(u16, u16)> {
        self.end.is_none().then_some((self.row, self.column + 1))
    }
}

/// The cells of a character, where every terminal has the same: ASCII, Han, kana and their
/// full-width marks.
fn sure_cells(cell: &Cell) -> Option<u16> {
    let mut chars = cell.symbol().chars();
    let (only, rest) = (chars.next()?, chars.next());
    let sure =
        matches!(only, ' '..='~' | '\u{3000}'..='\u{3011}' | '\u{FF01}'..='\u{FF5E}') || is_han(only) || is_kana(only);
    let plain = rest.is_none() && cell.diff_option == CellDiffOption::None;
    (sure && plain).then(|| Metrics::TERMINAL.cells(cell.symbol()) as u16)
}

/// The cells, those side by side put together.
fn stretches<'a>(cells: impl Iterator<Item = (u16, u16, &'a Cell)>) -> Vec<(u16, u16, Cell)> {
    let mut whole = Vec::new();
    let mut open: Option<Stretch> = None;
    let mut before = None;
    for (column, row, cell) in cells {
        if open.as_mut().is_some_and(|stretch| stretch.takes(column, row, cell)) {
            continue;
        }
        if let Some(done) = open.replace(Stretch::new(column, row, cell)) {
            let end = done.doubtful_end();
            whole.push(done.whole(before));
            before = end;
        }
    }
    whole.extend(open.map(|last| last.whole(before)));
    whole
}

impl<W: Write> Write for Screen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.terminal.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.terminal)
    }
}

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let stretches = stretches(content);
        self.terminal.draw(stretches.iter().map(|(column, row, cell)| (*column, *row, cell)))
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.terminal.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.terminal.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.terminal.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.terminal.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.terminal.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.terminal.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.terminal.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.terminal)
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn written(line: &str, bold: std::ops::Range<u16>) -> Vec<(u16, String)> {
        let before = Buffer::empty(Rect::new(0, 0, 20, 1));
        let mut after = before.clone();
        after.set_string(0, 0, line, Style::new());
        after.set_style(Rect::new(bold.start, 0, bold.end - bold.start, 1), Style::new().bold());
        let stretches = stretches(before.diff_iter(&after));
        stretches.into_iter().map(|(column, _, cell)| (column, cell.symbol().trim_end().to_owned())).collect()
    }

    #[track_caller]
    fn writes(line: &str, expected: &[(u16, &str)]) {
        let written = written(line, 0..0);
        let written: Vec<_> = written.iter().map(|(column, text)| (*column, text.as_str())).collect();
        assert_eq!(written, expected);
    }

    #[test]
    fn what_stands_side_by_side_is_written_together() {
        writes("河港，2018年。", &[(0, "河港，2018年。")]);
        writes("河      港", &[(0, "河"), (8, "港")]);
    }

    #[test]
    fn after_a_character_of_doubtful_width_the_cursor_is_moved() {
        writes("河“港城”", &[(0, "河"), (2, "“"), (3, "\u{1b}[1;4H港城"), (7, "”")]);
        writes("══港", &[(0, "═"), (1, "═"), (2, "\u{1b}[1;3H港")]);
        writes("河👍港", &[(0, "河"), (2, "👍"), (4, "港")]);
    }

    #[test]
    fn another_style_is_another_stretch() {
        assert_eq!(written("河港城", 2..4), [(0, "河".into()), (2, "港".into()), (4, "城".into())]);
    }
}
