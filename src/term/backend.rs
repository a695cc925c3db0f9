//! The way from cells to the terminal: what stands side by side is written together.
//!
//! ratatui's own backend moves the cursor after every wide character, which is three bytes in four
//! of a Chinese page. Here characters whose width no terminal doubts are written as one run;
//! after any other the cursor is moved as before, so that a terminal that sees it otherwise goes
//! wrong for one character and not for a line.

use std::collections::HashMap;
use std::io::{self, Write};
use std::ops::Range;

use crossterm::Command;
use crossterm::cursor::MoveTo;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Cell, CellDiffOption};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use crate::text::Metrics;
use crate::text::chars::{is_han, is_kana};

/// A terminal to write cells to.
pub struct TerminalBackend<W: Write> {
    terminal: CrosstermBackend<W>,
    blanks: Blanks,
}

/// Cells side by side in one row, of one style.
struct CellRun {
    row: u16,
    column: u16,
    /// The column after it; none where the terminal may see that otherwise.
    end: Option<u16>,
    text: String,
    cell: Cell,
}

impl<W: Write> TerminalBackend<W> {
    /// A terminal behind a writer.
    pub fn new(writer: W) -> Self {
        Self { terminal: CrosstermBackend::new(writer), blanks: Blanks::default() }
    }
}

impl CellRun {
    fn new(column: u16, row: u16, cell: &Cell) -> Self {
        let end = sure_cells(cell).map(|cells| column + cells);
        Self { row, column, end, text: cell.symbol().to_owned(), cell: cell.clone() }
    }

    /// Takes a cell that goes on where it ends, or a few blanks later.
    fn takes(&mut self, column: u16, row: u16, cell: &Cell, blanks: &Blanks) -> bool {
        let alike = self.row == row && look(&self.cell) == look(cell);
        let Some((cells, end)) = sure_cells(cell).zip(self.end).filter(|(_, end)| alike && *end <= column) else {
            return false;
        };
        if !blanks.fill(row, end..column, look(cell)) {
            return false;
        }
        (end..column).for_each(|_| self.text.push(' '));
        self.text.push_str(cell.symbol());
        self.end = Some(column + cells);
        true
    }

    /// The run as one cell. After a character of doubtful width it moves the cursor itself:
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

/// What a blank looks like.
type CellStyle = (Color, Color, Modifier);

fn look(cell: &Cell) -> CellStyle {
    (cell.fg, cell.bg, cell.modifier)
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

/// Cells that are known to be blank on the terminal, by row and column.
#[derive(Debug, Default)]
struct Blanks(HashMap<(u16, u16), CellStyle>);

impl Blanks {
    /// Notes what a cell holds from now on. The second half of a wide character is a blank of the
    /// character's look until something else is painted there.
    fn note(&mut self, column: u16, row: u16, cell: &Cell) {
        if cell.symbol() == " " {
            self.0.insert((row, column), look(cell));
        } else {
            self.0.remove(&(row, column));
        }
        if sure_cells(cell) == Some(2) {
            self.0.insert((row, column + 1), look(cell));
        }
    }

    /// Whether all cells between two columns are blanks of this look, and few: writing them anew is
    /// shorter than moving the cursor over them.
    fn fill(&self, row: u16, columns: Range<u16>, look: CellStyle) -> bool {
        const FEW: usize = 6;
        columns.len() <= FEW && columns.into_iter().all(|column| self.0.get(&(row, column)) == Some(&look))
    }
}

/// The cells, those side by side put together.
fn runs<'a>(cells: impl Iterator<Item = (u16, u16, &'a Cell)>, blanks: &mut Blanks) -> Vec<(u16, u16, Cell)> {
    let mut whole = Vec::new();
    let mut open: Option<CellRun> = None;
    let mut before = None;
    for (column, row, cell) in cells {
        let taken = open.as_mut().is_some_and(|run| run.takes(column, row, cell, blanks));
        blanks.note(column, row, cell);
        if taken {
            continue;
        }
        if let Some(done) = open.replace(CellRun::new(column, row, cell)) {
            let end = done.doubtful_end();
            whole.push(done.whole(before));
            before = end;
        }
    }
    whole.extend(open.map(|last| last.whole(before)));
    whole
}

impl<W: Write> Write for TerminalBackend<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.terminal.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.terminal)
    }
}

impl<W: Write> Backend for TerminalBackend<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let runs = runs(content, &mut self.blanks);
        self.terminal.draw(runs.iter().map(|(column, row, cell)| (*column, *row, cell)))
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.terminal.hide_cursor()
    }

    /// A terminal that is gone shows none: nothing is to be said of that, least of all to that terminal.
    fn show_cursor(&mut self) -> io::Result<()> {
        let _ = self.terminal.show_cursor();
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.terminal.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.terminal.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.blanks = Blanks::default();
        self.terminal.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.blanks = Blanks::default();
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
    use std::num::NonZeroU16;

    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn line(text: &str) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        buffer.set_string(0, 0, text, Style::new());
        buffer
    }

    /// What is written for each of these lines after the one before.
    fn written(lines: &[Buffer]) -> Vec<(u16, String)> {
        let mut blanks = Blanks::default();
        let mut before = &line("");
        let mut last = Vec::new();
        for after in lines {
            last = runs(before.diff_iter(after), &mut blanks);
            before = after;
        }
        last.into_iter().map(|(column, _, cell)| (column, cell.symbol().to_owned())).collect()
    }

    #[track_caller]
    fn writes(lines: &[&str], expected: &[(u16, &str)]) {
        let lines: Vec<_> = lines.iter().map(|text| line(text)).collect();
        let written = written(&lines);
        let written: Vec<_> = written.iter().map(|(column, text)| (*column, text.as_str())).collect();
        assert_eq!(written, expected);
    }

    #[test]
    fn what_stands_side_by_side_is_written_together() {
        writes(&["河港，2018年。"], &[(0, "河港，2018年。")]);
        writes(&["河      港"], &[(0, "河"), (8, "港")]);
    }

    #[test]
    fn after_a_character_of_doubtful_width_the_cursor_is_moved() {
        writes(&["河“港城”"], &[(0, "河"), (2, "“"), (3, "\u{1b}[1;4H港城"), (7, "”")]);
        writes(&["══港"], &[(0, "═"), (1, "═"), (2, "\u{1b}[1;3H港")]);
        writes(&["河👍港"], &[(0, "河"), (2, "👍"), (4, "港")]);
    }

    #[test]
    fn what_takes_the_place_of_wide_characters_is_one_stretch() {
        writes(&["河港城", ""], &[(0, "     ")]);
        writes(&["河港城", " 船"], &[(0, " 船  ")]);
        writes(&["河港城", "a 港b"], &[(0, "a"), (4, "b")]);
        writes(&["河    城", "港    江"], &[(0, "港"), (6, "江")]);
    }

    #[test]
    fn another_style_is_another_stretch() {
        let mut bold = line("河港城");
        bold.set_style(Rect::new(2, 0, 2, 1), Style::new().bold());
        assert_eq!(written(&[bold]), [(0, "河".into()), (2, "港".into()), (4, "城".into())]);
    }

    /// What a terminal shows after these lines were drawn one over the other.
    fn shown(lines: &[String]) -> String {
        let mut bytes = Vec::new();
        let mut screen = TerminalBackend::new(&mut bytes);
        let mut before = line("");
        for text in lines {
            let after = line(text);
            screen.draw(before.diff_iter(&after)).unwrap();
            before = after;
        }
        let (rows, columns) = (NonZeroU16::new(1).unwrap(), NonZeroU16::new(20).unwrap());
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        terminal.process(&bytes);
        terminal.screen().contents().trim_end().to_owned()
    }

    proptest! {
        #[test]
        fn a_terminal_shows_what_was_drawn_last(lines in prop::collection::vec("[ a河港“═]{0,14}", 1..6)) {
            let expected = lines.last().unwrap();
            let fitting = Metrics::TERMINAL.fitting(expected, 20);
            prop_assert_eq!(shown(&lines), fitting.trim_end());
        }
    }
}
