//! The way from frames to the terminal: of a frame is written what differs from the one before, so
//! that the screen is in the end as if the frame had been painted on an empty one.
//!
//! Terminals do not agree on the cells of many characters, and each has its own way with a wide
//! character of which one half is painted over. [`changes`] tells what must be written for all
//! that; after a character of doubtful width the cursor is moved, so that a terminal that sees it
//! otherwise goes wrong for one character and not for a line, and before one its place is blanked,
//! so that nothing is left where a terminal paints less than we count.

mod changes;
mod footprint;
mod pen;

use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use crate::app::Size;

use changes::Changes;
use footprint::{Certainty, Footprint};
use pen::{CellStyle, Pen};

/// Begins a frame that is to appear at once (DEC private mode 2026).
const BEGIN: &[u8] = b"\x1b[?2026h";
/// Ends it.
const END: &[u8] = b"\x1b[?2026l";
const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
const ERASE: &[u8] = b"\x1b[0m\x1b[2J";

/// The most bytes that are written anew where that is shorter than moving the cursor over them.
const BRIDGE: usize = 6;

/// A terminal to paint frames on.
#[derive(Debug)]
pub struct Screen<W: Write> {
    out: W,
    /// What the terminal shows.
    shown: Buffer,
    /// The next frame, or room for it.
    next: Buffer,
    /// Where its cursor is shown, if it is.
    cursor: Option<Position>,
    /// Whether the terminal shows what we think.
    known: bool,
    changes: Changes,
}

impl<W: Write> Screen<W> {
    /// A terminal behind a writer, of which nothing is known.
    pub fn new(out: W) -> Self {
        let none = Buffer::empty(Rect::ZERO);
        Self { out, shown: none.clone(), next: none, cursor: None, known: false, changes: Changes::default() }
    }

    /// Has the next frame painted whole.
    pub fn forget(&mut self) {
        self.known = false;
    }

    /// Paints a frame of this size and shows the cursor where the painter wants it. Nothing is
    /// written where nothing has changed.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn draw(&mut self, size: Size, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        self.draw_under(size, paint, &[])
    }

    /// Paints a frame, and over its cells what these bytes show.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn draw_under(
        &mut self,
        size: Size,
        paint: impl FnOnce(&mut Buffer) -> Option<Position>,
        over: &[u8],
    ) -> io::Result<()> {
        let area = Rect::new(0, 0, size.width, size.height);
        if self.next.area != area {
            self.known = false;
        }
        if !self.known {
            self.shown = Buffer::empty(area);
        }
        self.next.resize(area);
        self.next.reset();
        let cursor = paint(&mut self.next);
        let cells = self.cells();
        if self.known && cells.is_empty() && over.is_empty() && cursor == self.cursor {
            return Ok(());
        }
        self.write_frame(&cells, over, cursor)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.known = true;
        self.cursor = cursor;
        Ok(())
    }

    fn write_frame(&mut self, cells: &[u8], over: &[u8], cursor: Option<Position>) -> io::Result<()> {
        self.out.write_all(BEGIN)?;
        if self.cursor.is_some() || !self.known {
            self.out.write_all(HIDE_CURSOR)?;
        }
        if !self.known {
            self.out.write_all(ERASE)?;
        }
        self.out.write_all(cells)?;
        self.out.write_all(over)?;
        if let Some(Position { x, y }) = cursor {
            write!(self.out, "\x1b[{};{}H", y + 1, x + 1)?;
            self.out.write_all(SHOW_CURSOR)?;
        }
        self.out.write_all(END)?;
        self.out.flush()
    }

    /// The bytes that make what is shown the next frame.
    fn cells(&mut self) -> Vec<u8> {
        let width = usize::from(self.next.area.width).max(1);
        let mut pen = Pen::default();
        let rows = self.shown.content.chunks(width).zip(self.next.content.chunks(width));
        for (row, (before, after)) in rows.enumerate().filter(|(_, (before, after))| before != after) {
            self.changes.find(before, after);
            write_row(&mut pen, row, after, &self.changes);
        }
        pen.restyle(CellStyle::default());
        pen.bytes
    }
}

/// Writes what has changed in a row.
fn write_row(pen: &mut Pen, row: usize, cells: &[Cell], changes: &Changes) {
    let footprints = changes.after();
    let mut written = 0;
    for (i, footprint) in footprints.iter().enumerate().filter(|(_, footprint)| changes.is_dirty(footprint)) {
        bridge(pen, row, cells, &footprints[written..i]);
        pen.go_to(row, footprint.column);
        write_footprint(pen, row, cells, footprint);
        written = i + 1;
    }
}

/// Writes a few cells that have not changed, where that is shorter than moving the cursor over them.
fn bridge(pen: &mut Pen, row: usize, cells: &[Cell], between: &[Footprint]) {
    let from = between.first().map(|footprint| footprint.column);
    if from.is_none() || pen.column_in(row) != from {
        return;
    }
    let mut length = 0;
    let short = between.iter().all(|footprint| {
        let cell = &cells[footprint.column];
        length += cell.symbol().len();
        length <= BRIDGE && footprint.certainty == Certainty::Sure && CellStyle::of(cell) == pen.style()
    });
    if short {
        between.iter().for_each(|footprint| write_footprint(pen, row, cells, footprint));
    }
}

/// Writes a stretch of a row, at the cursor.
fn write_footprint(pen: &mut Pen, row: usize, cells: &[Cell], footprint: &Footprint) {
    let first = &cells[footprint.column];
    if footprint.certainty == Certainty::Sure {
        return pen.write(first.symbol(), footprint.own, CellStyle::of(first));
    }
    let room = cells.len() - footprint.column;
    // A terminal shows nothing of what has no room by its count.
    if footprint.certainty == Certainty::Doubtful || footprint.reach > room {
        let reach = footprint.reach.min(room);
        pen.write(&" ".repeat(reach), reach, CellStyle::of(first));
        pen.go_to(row, footprint.column);
    }
    let pieces = if footprint.certainty == Certainty::Narrow { footprint.own } else { 1 };
    for cell in &cells[footprint.column..footprint.column + pieces] {
        pen.write(cell.symbol(), footprint.own / pieces, CellStyle::of(cell));
    }
    pen.lose_place();
}

#[cfg(test)]
mod tests;
