//! The bytes that bring the cursor to a cell, give it a style, and write.

use std::io::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::ui::colour_number;

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellStyle {
    ink: Color,
    ground: Color,
    weight: Modifier,
}

/// The attributes that a theme may ask for, and how they are switched on and off (ECMA-48, SGR).
const WEIGHTS: [(Modifier, u8, u8); 5] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::REVERSED, 7, 27),
];

impl CellStyle {
    /// The style of a cell.
    pub fn of(cell: &Cell) -> Self {
        Self { ink: cell.fg, ground: cell.bg, weight: cell.modifier }
    }

    /// Whether it has no colour: then all that is on is off in one word, which a vt100 knows too.
    fn is_plain(&self) -> bool {
        (self.ink, self.ground) == (Color::Reset, Color::Reset)
    }
}

/// Writes cells into a string of bytes.
#[derive(Debug, Default)]
pub struct Pen {
    /// What was written.
    pub bytes: Vec<u8>,
    /// The cell that comes next, where that is known: row and column.
    at: Option<(usize, usize)>,
    style: CellStyle,
}

impl Pen {
    /// Brings the cursor to a cell, if it is not there.
    pub fn go_to(&mut self, row: usize, column: usize) {
        if self.at != Some((row, column)) {
            self.control(format_args!("{};{}H", row + 1, column + 1));
            self.at = Some((row, column));
        }
    }

    /// The column where the cursor is, if it is in a row.
    pub fn column_in(&self, row: usize) -> Option<usize> {
        self.at.filter(|(at, _)| *at == row).map(|(_, column)| column)
    }

    /// The style of what comes next.
    pub fn style(&self) -> CellStyle {
        self.style
    }

    /// Writes what takes so many cells in every terminal.
    pub fn write(&mut self, text: &str, cells: usize, style: CellStyle) {
        self.restyle(style);
        self.bytes.extend_from_slice(text.as_bytes());
        self.at = self.at.map(|(row, column)| (row, column + cells));
    }

    /// From here on nobody knows where the cursor is.
    pub fn lose_place(&mut self) {
        self.at = None;
    }

    /// Back to the style that a terminal has by itself.
    pub fn restyle(&mut self, style: CellStyle) {
        if style == self.style {
            return;
        }
        let mut codes = Codes::default();
        let mut before = self.style;
        let surplus = before.weight - style.weight;
        if style.is_plain() && (style.weight.is_empty() || !surplus.is_empty()) {
            codes.add(format_args!("0"));
            before = CellStyle::default();
        }
        // Bold and dim are switched off together.
        for code in [22, 23, 24, 27] {
            let own = WEIGHTS.iter().filter(|(.., off)| *off == code).map(|(weight, ..)| *weight).collect();
            if before.weight.intersects(surplus & own) {
                codes.add(format_args!("{code}"));
                before.weight -= own;
            }
        }
        for (weight, on, _) in WEIGHTS {
            if style.weight.contains(weight) && !before.weight.contains(weight) {
                codes.add(format_args!("{on}"));
            }
        }
        for (new, old, base) in [(style.ink, before.ink, 30), (style.ground, before.ground, 40)] {
            if new != old {
                codes.colour(new, base);
            }
        }
        self.control(format_args!("{}m", codes.0));
        self.style = style;
    }

    /// Writes a control sequence, which begins as all of them do.
    pub fn control(&mut self, sequence: std::fmt::Arguments<'_>) {
        // Writing into memory does not fail.
        let _ = write!(self.bytes, "\x1b[{sequence}");
    }
}

/// The parameters of a sequence.
#[derive(Default)]
struct Codes(String);

impl Codes {
    fn add(&mut self, code: std::fmt::Arguments<'_>) {
        use std::fmt::Write;
        let parted = if self.0.is_empty() { "" } else { ";" };
        let _ = write!(self.0, "{parted}{code}");
    }

    /// A colour: of the ink from 30 on, of the ground from 40.
    fn colour(&mut self, colour: Color, base: u8) {
        match colour {
            Color::Rgb(r, g, b) => self.add(format_args!("{};2;{r};{g};{b}", base + 8)),
            Color::Indexed(index) => self.add(format_args!("{};5;{index}", base + 8)),
            Color::Reset => self.add(format_args!("{}", base + 9)),
            named => {
                let number = colour_number(named).unwrap_or_default();
                let code = if number < 8 { base + number } else { base + 60 + number - 8 };
                self.add(format_args!("{code}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn style(style: Style) -> CellStyle {
        CellStyle::of(Cell::EMPTY.clone().set_style(style))
    }

    #[track_caller]
    fn switches(from: Style, to: Style, expected: &str) {
        let mut pen = Pen { style: style(from), ..Pen::default() };
        pen.restyle(style(to));
        assert_eq!(String::from_utf8(pen.bytes).unwrap(), expected);
    }

    #[test]
    fn only_what_changes_is_said() {
        let ink = Style::new().fg(Color::Rgb(1, 2, 3));
        switches(Style::new(), ink.bold(), "\x1b[1;38;2;1;2;3m");
        switches(ink, ink.on_light_red(), "\x1b[101m");
        switches(ink.bold(), ink, "\x1b[22m");
        switches(ink.bold().dim().reversed(), ink.dim(), "\x1b[22;27;2m");
        switches(ink, Style::new(), "\x1b[0m");
        switches(ink.bold(), Style::new().underlined(), "\x1b[0;4m");
        switches(Style::new().red(), Style::new().fg(Color::Indexed(200)).reversed(), "\x1b[7;38;5;200m");
        switches(ink, ink, "");
    }

    #[test]
    fn the_cursor_is_moved_where_it_is_not_known_to_be() {
        let mut pen = Pen::default();
        pen.go_to(0, 2);
        pen.write("港", 2, CellStyle::default());
        pen.go_to(0, 4);
        pen.write("x", 1, CellStyle::default());
        pen.lose_place();
        pen.go_to(0, 5);
        assert_eq!(String::from_utf8(pen.bytes).unwrap(), "\x1b[1;3H港x\x1b[1;6H");
    }
}
