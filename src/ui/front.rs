//! The front page: a newspaper's page as boxes over columns.

use crate::app::{Area, Front, FrontBox, Weight};
use crate::model::{Article, BlockKind, Row};
use crate::text::Metrics;
use crate::typeset::{Measure, break_lines};

use super::masthead::{day, edition_name, page_name};
use super::painter::Painter;
use super::theme::Role;

/// The indent of a paragraph, in cells.
const INDENT: u16 = 4;

impl Painter<'_> {
    /// Paints the front page.
    pub(super) fn front(&mut self, front: &Front) {
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
                self.front_box(front, placed, &self.app.script().row(row));
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
        let current = self.app.headlines().is_current(placed.row);
        if placed.weight != Weight::Brief && area.row > front.masthead.row + front.masthead.height {
            let above = Area { row: area.row - 1, height: 1, ..area };
            self.canvas.rule(above, '─', self.theme.style(Role::Rule));
        }
        match placed.weight {
            Weight::Brief => self.brief(area, row, current),
            Weight::Picture => self.front_picture(area, row, current),
            Weight::Story => {
                let used = self.front_headline(area, row, current, false);
                self.first_lines(&[below(area, used)], row);
            }
            Weight::Lead => {
                let used = self.front_headline(area, row, current, true);
                let used = used + self.front_deck(below(area, used), row);
                let rest = below(area, used);
                let second = rest.column + rest.width.saturating_sub(front.column);
                let one = Area { width: front.column.min(rest.width), ..rest };
                let two = Area { column: second, ..one };
                let columns = [one, two];
                self.first_lines(if area.width > front.column { &columns } else { &columns[..1] }, row);
            }
        }
    }

    /// A headline of at most two lines; the rows it took.
    fn front_headline(&mut self, area: Area, row: &Row, current: bool, centred: bool) -> u16 {
        self.article_star(area.line(0), row.id);
        if self.app.first_lines(row.id).is_some_and(|article| article.headline.is_none()) {
            self.list_bar(area.line(0), current);
            return 0;
        }
        let style = self.theme.style(if current { Role::RowCurrent } else { Role::Headline });
        let measure = Measure::of(usize::from(area.width.saturating_sub(2)).max(2));
        let lines: Vec<_> = break_lines(&row.headline, self.canvas.metrics(), measure).take(3).collect();
        let shown = lines.len().min(2).min(area.height.into());
        for (number, line) in (0..).zip(&lines[..shown]) {
            let more = usize::from(number) + 1 == shown && lines.len() > shown;
            let end = if more { row.headline.len() } else { line.bytes.end };
            let text = row.headline.get(line.bytes.start..end).unwrap_or_default();
            let at = area.line(number);
            if centred {
                self.canvas.centred(at, text, style);
            } else {
                self.canvas.cut(at, 2, text, at.width.saturating_sub(2), style);
            }
            self.list_bar(at, current);
        }
        shown as u16
    }

    /// 副题, where the article has one; the rows it took.
    fn front_deck(&mut self, area: Area, row: &Row) -> u16 {
        let deck = self.app.first_lines(row.id).and_then(|article| article.deck.as_deref());
        let room = area.height > 3;
        deck.filter(|_| room).map_or(0, |deck| {
            self.canvas.centred(area.line(0), deck, self.theme.style(Role::Deck));
            1
        })
    }

    /// The first lines of an article over columns of one height, evenly where they do not fill them.
    fn first_lines(&mut self, columns: &[Area], row: &Row) {
        let Some((article, first)) = self.app.first_lines(row.id).zip(columns.first()) else { return };
        let room = usize::from(first.height) * columns.len();
        let lines: Vec<_> = body_lines(article, first.width, self.canvas.metrics()).take(room + 1).collect();
        let goes_on = lines.len() > room;
        let depth = lines.len().min(room).div_ceil(columns.len()).max(1);
        for (column, lines) in columns.iter().zip(lines[..lines.len().min(room)].chunks(depth)) {
            for (number, line) in (0..).zip(lines) {
                self.canvas.text(column.line(number), line.indent, line.text, self.theme.style(line.role));
            }
        }
        if let Some((last, line)) = columns.last().zip(lines.get(room.saturating_sub(1))).filter(|_| goes_on) {
            let place = last.line(last.height.saturating_sub(1));
            let room = place.width.saturating_sub(line.indent + 2);
            let end = line.indent + self.canvas.cells(self.canvas.metrics().fitting(line.text, room.into()));
            self.canvas.clear(Area { column: place.column + end, width: place.width - end, ..place }, self.ground());
            self.canvas.text(place, end, "……", self.theme.style(Role::Quiet));
        }
    }

    /// A picture's caption in a frame, as the picture would stand.
    fn front_picture(&mut self, area: Area, row: &Row, current: bool) {
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
        let inner = Area { row: area.row + 1, height: last.saturating_sub(1), ..area }.within(2);
        let used = self.front_headline(inner, row, current, true);
        self.first_lines(&[below(inner, used)], row);
    }

    fn brief(&mut self, area: Area, row: &Row, current: bool) {
        let style = self.theme.style(if current { Role::RowCurrent } else { Role::Row });
        self.list_bar(area, current);
        self.article_star(area, row.id);
        self.canvas.cut(area, 2, &row.headline, area.width.saturating_sub(2), style);
    }
}

/// What is left of an area below its first rows.
fn below(area: Area, rows: u16) -> Area {
    let rows = rows.min(area.height);
    Area { row: area.row + rows, height: area.height - rows, ..area }
}

/// A line of a body in a column.
struct BodyLine<'a> {
    text: &'a str,
    indent: u16,
    role: Role,
}

/// The lines of a body in columns of this width.
fn body_lines(article: &Article, width: u16, metrics: Metrics) -> impl Iterator<Item = BodyLine<'_>> {
    article.body.iter().flat_map(move |block| {
        let (role, indent) = match block.kind {
            BlockKind::Heading { .. } => (Role::Heading, 0),
            BlockKind::Question { .. } => (Role::Question, 0),
            BlockKind::Answer { .. } => (Role::Answer, 0),
            BlockKind::Paragraph => (Role::Paragraph, INDENT),
        };
        let full = usize::from(width).max(1);
        let measure = Measure { first: full.saturating_sub(indent.into()).max(1), ..Measure::of(full) };
        let indents = std::iter::once(indent).chain(std::iter::repeat(0));
        break_lines(&block.text, metrics, measure).zip(indents).map(move |(line, indent)| BodyLine {
            text: block.text.get(line.bytes).unwrap_or_default(),
            indent,
            role,
        })
    })
}
