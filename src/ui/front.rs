//! The front page: a newspaper's page as boxes over columns.

use crate::app::{Area, Front, FrontBox, STAR, Weight};
use crate::model::Row;
use crate::text::width::HAN_CELLS;
use crate::typeset::{TextRun, body_rows};

use super::masthead::{day, edition_name, page_name};
use super::painter::Painter;
use super::theme::Role;

/// What ends a text that goes on.
pub(super) const GOES_ON: &str = "……";

impl Painter<'_> {
    /// Paints the front page.
    pub(super) fn front(&mut self, front: &Front) {
        if !front.borders.is_empty() {
            return self.printed_front(front);
        }
        self.front_masthead(front.masthead);
        let rule = self.theme.style(Role::Rule);
        for gutter in &front.gutters {
            (0..gutter.height).for_each(|row| self.canvas.rule(gutter.line(row), '│', rule));
        }
        if let Some(area) = front.strip_rule {
            self.canvas.rule(area, '─', rule);
        }
        for placed in &front.boxes {
            if let Some(row) = self.app.headlines().row_at(placed.row) {
                self.front_box(front, placed, row);
            }
        }
    }

    /// The newspaper's name in wide letters, the day and the page, a double rule.
    fn front_masthead(&mut self, area: Area) {
        let Some(row) = self.app.row().map(|row| self.app.script().row(row)) else { return };
        let row = row.as_ref();
        let lang = self.app.lang();
        let name = edition_name(row);
        let letters: Vec<String> = name.chars().map(String::from).collect();
        let wide = letters.join("　");
        let fits = row.publication.is_some() && self.canvas.cells(&wide) <= area.width;
        self.canvas.centred(area.line(0), if fits { &wide } else { name }, self.theme.style(Role::Headline));
        let folio = [row.date.map(|date| day(lang, date)), page_name(lang, row)];
        let folio = folio.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        self.canvas.centred(area.line(1), &folio, self.theme.style(Role::Quiet));
        self.canvas.rule(area.line(2), '═', self.theme.style(Role::Rule));
    }

    fn front_box(&mut self, front: &Front, placed: &FrontBox, row: &Row) {
        let area = placed.area;
        if placed.weight != Weight::Brief && area.row > front.masthead.row + front.masthead.height {
            let above = Area { row: area.row - 1, height: 1, ..area };
            self.canvas.rule(above, '─', self.theme.style(Role::Rule));
        }
        match placed.weight {
            Weight::Brief => self.front_head(area, placed, row),
            Weight::Story => self.front_head(area, placed, row),
            Weight::Lead => {
                self.front_head(area, placed, row);
                self.front_deck(below(area, placed.head.len() as u16), placed, row);
            }
            Weight::Picture => {
                self.frame(area);
                self.front_head(below(area, 1).within(placed.weight.frame()), placed, row);
            }
        }
        self.first_lines(placed, row);
    }

    /// The lines of a headline, flush with the text below or in the middle; beside them the bar of the
    /// current one, behind them the sign of a bookmark.
    pub(super) fn front_head(&mut self, area: Area, placed: &FrontBox, row: &Row) {
        let current = self.app.headlines().is_current(placed.row);
        let (brief, centred) =
            (placed.weight == Weight::Brief, matches!(placed.weight, Weight::Lead | Weight::Picture));
        let style = self.theme.style(match (current, brief) {
            (true, _) => Role::RowCurrent,
            (false, true) => Role::Row,
            (false, false) => Role::Headline,
        });
        let mut end = 0;
        for (line, text) in (0..).zip(&placed.head) {
            let line = area.line(line);
            let room = area.width.saturating_sub(STAR);
            let text = self.canvas.metrics().cut(text, room.into());
            let column = if centred { (area.width - self.canvas.cells(&text).min(area.width)) / 2 } else { 0 };
            end = self.canvas.text(line, column, &text, style);
        }
        let last = area.line((placed.head.len() as u16).saturating_sub(1));
        self.article_star(Area { column: last.column + end, width: last.width - end, ..last }, row.id);
        for line in 0..placed.head.len().max(1) as u16 {
            let line = Area { row: area.row + line, ..placed.area.line(0) };
            self.list_bar(Area { column: line.column.saturating_sub(1), ..line }, current);
        }
    }

    /// 副题, where the article has one, and the rule under the leading head.
    fn front_deck(&mut self, area: Area, placed: &FrontBox, row: &Row) {
        let deck = self.app.first_lines(row.id).and_then(|article| article.deck.as_deref());
        if let Some(deck) = deck.filter(|_| placed.deck) {
            self.canvas.centred(area.line(0), deck, self.theme.style(Role::Deck));
        }
        self.canvas.rule(area.line(placed.deck.into()), '─', self.theme.style(Role::Rule));
    }

    /// The first lines of an article over columns of one height, evenly where they do not fill them.
    fn first_lines(&mut self, placed: &FrontBox, row: &Row) {
        let Some((article, first)) = self.app.first_lines(row.id).zip(placed.columns.first()) else { return };
        let setting = placed.weight.setting(&self.app.setting());
        let room = usize::from(first.height) * placed.columns.len();
        let mut rows: Vec<_> = body_rows(article, &setting, first.width.into()).take(room + 1).collect();
        let goes_on = rows.len() > room;
        rows.truncate(room);
        let depth = rows.len().div_ceil(placed.columns.len()).max(1);
        let last = rows.len().saturating_sub(1);
        for (number, row) in rows.iter().enumerate() {
            let Some(column) = placed.columns.get(number / depth) else { break };
            let line = column.line((number % depth) as u16);
            let runs = row.runs(article, &setting);
            if goes_on && number == last {
                let room = Area { width: line.width.saturating_sub(self.canvas.cells(GOES_ON)), ..line };
                let end = self.front_line(room, &runs);
                self.canvas.text(line, end, GOES_ON, self.theme.style(Role::Quiet));
            } else {
                self.front_line(Area { width: line.width + HAN_CELLS as u16, ..line }, &runs);
            }
        }
    }

    /// A line of an article; the column after it.
    pub(super) fn front_line(&mut self, line: Area, runs: &[TextRun]) -> u16 {
        let mut end = 0;
        for run in runs {
            end = self.canvas.text(line, run.column, &run.text, self.theme.face(run.face));
        }
        end
    }

    fn frame(&mut self, area: Area) {
        let rule = self.theme.style(Role::Rule);
        let last = area.height.saturating_sub(1);
        for (line, left, right) in [(0, "┌", "┐"), (last, "└", "┘")] {
            let at = area.line(line);
            self.canvas.rule(at, '─', rule);
            self.canvas.text(at, 0, left, rule);
            self.canvas.right(at, right, rule);
        }
        for line in 1..last {
            self.canvas.text(area.line(line), 0, "│", rule);
            self.canvas.right(area.line(line), "│", rule);
        }
    }
}

/// What is left of an area below its first rows.
fn below(area: Area, rows: u16) -> Area {
    let rows = rows.min(area.height);
    Area { row: area.row + rows, height: area.height - rows, ..area }
}
