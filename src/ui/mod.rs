//! Drawing: reads the state, writes cells.
//!
//! **Invariant:** nothing here changes the state, and nothing reaches a cell but through
//! `canvas`. A part of the screen has a file of its own.

mod bookmarks;
mod canvas;
mod front;
mod headlines;
mod hits;
mod masthead;
mod page_picture;
mod page_text;
mod painter;
mod panels;
mod printed;
mod prompt;
mod reader;
mod signs;
mod status;
mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::{App, Focus};

use canvas::Canvas;
use painter::Painter;
pub use theme::{Colours, Role, Theme, colour_number};

/// Draws the state; where the cursor is to be seen, if it is.
pub fn draw(app: &App, theme: &Theme, frame: &mut Buffer) -> Option<Position> {
    let areas = app.areas();
    let whole = frame.area;
    frame.set_style(whole, theme.style(Role::Text));
    let mut painter = Painter { app, theme, areas, canvas: Canvas::new(frame, app.setting().metrics) };
    painter.masthead();
    painter.body();
    painter.panel();
    let (row, column) = painter.status().or(app.head_cell())?;
    Some(Position { x: column.min(whole.width.saturating_sub(1)), y: row })
}

impl Painter<'_> {
    fn body(&mut self) {
        match self.app.focus_under_panel() {
            Focus::Arrival => self.arrival(),
            Focus::Front => self.app.front().iter().for_each(|front| self.front(front)),
            _ => self.panes(),
        }
    }

    /// The text of the first page that is being read in.
    fn arrival(&mut self) {
        if let Some(page) = self.app.arrival().page() {
            self.page_text(self.areas.arrival, page);
        }
    }

    /// The headline list and the article beside it, or one of them.
    fn panes(&mut self) {
        if let Some(area) = self.areas.headlines {
            match self.app.hits() {
                Some(hits) => self.hits(area, hits),
                None => self.headlines(area),
            }
        }
        if let Some(area) = self.areas.divider {
            for row in 0..area.height {
                self.canvas.rule(area.line(row), '│', self.theme.style(Role::Rule));
            }
        }
        if let Some(area) = self.areas.reader {
            match (self.app.page_text(), self.app.reader()) {
                (Some(_), _) if self.app.page_picture().is_some() => self.page_picture(area),
                (Some(page), _) => self.page_text(area, page),
                (None, Some(reader)) => self.reader(area, reader),
                (None, None) => {}
            }
        }
    }
}
