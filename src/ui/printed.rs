//! A page as boxes where they are printed.

use crate::app::{Area, Arms, BorderCell, Front, FrontBox, STAR, Weight};
use crate::model::Row;
use crate::typeset::{Setting, body_rows};

use super::front::GOES_ON;
use super::painter::Painter;
use super::theme::Role;

impl Painter<'_> {
    /// Paints the boxes of a page, and what has none below them.
    pub(super) fn printed_front(&mut self, front: &Front) {
        self.masthead_line(front.masthead);
        front.borders.iter().for_each(|border| self.border(*border));
        for placed in &front.boxes {
            let Some(row) = self.app.headlines().row_at(placed.row).map(|row| self.app.script().row(row)) else {
                continue;
            };
            match placed.weight {
                Weight::Brief => self.front_head(placed.area, placed, &row),
                Weight::Lead | Weight::Story | Weight::Picture => self.printed_box(placed, &row),
            }
        }
    }

    fn border(&mut self, border: BorderCell) {
        let cell = Area { row: border.row, column: border.column, width: 1, height: 1 };
        let role = if border.lit { Role::Accent } else { Role::Rule };
        let symbol = symbol(border.arms);
        let other = if border.arms.up || border.arms.down { "|" } else { "-" };
        self.canvas.text(cell, 0, self.canvas.sign(symbol, other), self.theme.style(role));
    }

    /// A headline flush left with the bar of the current box beside it, a leading one's deck, the first lines.
    fn printed_box(&mut self, placed: &FrontBox, row: &Row) {
        let current = self.app.headlines().is_current(placed.row);
        let style = self.theme.style(if current { Role::RowCurrent } else { Role::Headline });
        let text = Area { column: placed.area.column + 1, width: placed.area.width - 1, ..placed.area };
        let mut last = Area { width: 0, ..text };
        for (number, head) in (0..).zip(&placed.head) {
            let line = text.line(number);
            let end = self.canvas.text(line, 0, head, style);
            last = Area { column: line.column + end, width: line.width - end, ..line };
        }
        if last.width > STAR {
            self.article_star(last, row.id);
        }
        let article = self.app.first_lines(row.id);
        if let Some(deck) = article.and_then(|article| article.deck.as_deref()).filter(|_| placed.deck) {
            let line = text.line(placed.head.len() as u16);
            self.canvas.cut(line, 0, deck, line.width, self.theme.style(Role::Deck));
        }
        self.printed_text(placed, row);
        let marked = if placed.head.is_empty() { placed.area.height } else { placed.head.len() as u16 };
        (0..marked).for_each(|line| self.list_bar(placed.area.line(line), current));
    }

    /// The first lines of an article, column by column; … wherever more of it is printed.
    fn printed_text(&mut self, placed: &FrontBox, row: &Row) {
        let quiet = self.theme.style(Role::Quiet);
        for rest in &placed.rests {
            self.canvas.text(rest.line(0), 0, "…", quiet);
        }
        let Some((article, first)) = self.app.first_lines(row.id).zip(placed.columns.first()) else { return };
        let setting = Setting { hanging: false, line_spacing: 0, ..self.app.setting() };
        let mut rows = body_rows(article, &setting, first.width.into()).peekable();
        let lines = placed.columns.iter().flat_map(|column| (0..column.height).map(|line| column.line(line)));
        let mut lines = lines.peekable();
        while let Some((line, row)) = lines.next().zip(rows.next()) {
            let is_cut = lines.peek().is_none() && rows.peek().is_some();
            let goes_on = if line.width < SHORT { "…" } else { GOES_ON };
            let kept = if is_cut { self.canvas.cells(goes_on) } else { 0 };
            let room = Area { width: line.width.saturating_sub(kept), ..line };
            let end = self.front_line(room, &row.runs(article, &setting));
            if is_cut {
                self.canvas.text(line, end, goes_on, quiet);
            }
        }
    }
}

/// Under so many cells a line ends in a shorter sign that the text goes on.
const SHORT: u16 = 12;

fn symbol(Arms { up, down, left, right }: Arms) -> &'static str {
    match (up, down, left, right) {
        (true, true, true, true) => "┼",
        (true, true, true, false) => "┤",
        (true, true, false, true) => "├",
        (true, false, true, true) => "┴",
        (false, true, true, true) => "┬",
        (false, true, false, true) => "┌",
        (false, true, true, false) => "┐",
        (true, false, false, true) => "└",
        (true, false, true, false) => "┘",
        (_, _, false, false) => "│",
        (false, false, _, _) => "─",
    }
}
