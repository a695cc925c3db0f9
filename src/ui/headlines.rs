//! The headline list.

use std::ops::Range;

use crate::app::{Area, HANG, LENGTHS, ListLine, MARKS, TAG, TIME, TIMES, headline_room, is_whole_edition};
use crate::model::{Filter, Kind, Listed, Reading, Row};
use crate::phrase::Phrase;

use super::masthead::{edition_and_day, edition_name, page_name};
use super::painter::Painter;
use super::theme::Role;

impl Painter<'_> {
    /// Paints the list, or why it is empty.
    pub(super) fn headlines(&mut self, area: Area) {
        let headlines = self.app.headlines();
        let mut empty = true;
        for (row, line) in (0..).zip(headlines.shown()) {
            empty = false;
            self.headlines_line(area.line(row), line);
        }
        if empty && !headlines.is_waiting() && !self.app.arrival().is_awaited() {
            let everything = *headlines.filter() == Filter::default();
            let why = if everything { Phrase::EmptyLibrary } else { Phrase::NothingFound };
            self.canvas.centred(area.line(area.height / 3), &self.app.lang().say(why), self.theme.style(Role::Quiet));
        }
    }

    fn headlines_line(&mut self, area: Area, line: ListLine<'_>) {
        let (lang, script) = (self.app.lang(), self.app.script());
        let current = line.entry().is_some_and(|entry| self.app.headlines().is_current(entry));
        match line {
            ListLine::Blank => {}
            ListLine::Edition(row) => {
                let name = edition_and_day(lang, &script.row(row));
                self.canvas.cut(area, 1, &name, area.width.saturating_sub(2), self.theme.style(Role::Edition));
            }
            ListLine::Page(row) => {
                let name = page_name(lang, &script.row(row)).unwrap_or_default();
                self.canvas.cut(area, 1, &name, area.width.saturating_sub(2), self.theme.style(Role::Page));
            }
            ListLine::Folded(_, entry) => self.folded(area, entry, current),
            ListLine::Headline(_, row, bytes) => self.headline(area, &script.row(row), bytes, current),
            ListLine::Continued(_, row, bytes) => self.headline_text(area, &script.row(row), bytes, HANG, current),
        }
    }

    /// A folded edition or page: what it is, and how many articles it has.
    fn folded(&mut self, area: Area, entry: &Listed, current: bool) {
        let lang = self.app.lang();
        let row = self.app.script().row(&entry.row);
        self.list_bar(area, current);
        self.canvas.text(area, 1, self.canvas.sign("▸", ">"), self.theme.style(Role::Quiet));
        let end = Area { width: area.width.saturating_sub(1), ..area };
        let articles = lang.say(Phrase::FoldedArticles(entry.articles()));
        let begins = self.canvas.right(end, &articles, self.theme.style(Role::Quiet));
        let (name, role) = match is_whole_edition(entry) {
            true => (edition_and_day(lang, &row), Role::Edition),
            false => (page_name(lang, &row).unwrap_or_else(|| edition_name(&row).to_owned()), Role::Page),
        };
        let role = if current { Role::RowCurrent } else { role };
        let room = begins.saturating_sub(MARKS + 2);
        self.canvas.cut(area, MARKS + 1, &name, room, self.theme.style(role));
    }

    /// A headline between its marks: bar, bookmark, headline, how far it has been read, length and
    /// reading time.
    pub(super) fn headline(&mut self, area: Area, row: &Row, bytes: Range<usize>, current: bool) {
        let quiet = self.theme.style(Role::Quiet);
        self.article_star(area, row.id);
        if row.kind == Kind::Photo {
            self.canvas.text(area, MARKS, &self.app.lang().say(Phrase::Photo), quiet);
        }
        self.headline_text(area, row, bytes, 0, current);
        let mark = match row.reading {
            Reading::Unread => "",
            Reading::Started => "◐",
            Reading::Read => "✓",
        };
        let room = headline_room(area.width);
        self.canvas.text(area, MARKS + room + 1, mark, quiet);
        if area.width >= LENGTHS {
            let characters = self.app.lang().say(Phrase::Characters(row.characters));
            let mut end = Area { width: area.width - 1, ..area };
            if area.width >= TIMES {
                let minutes = self.app.lang().say(Phrase::Minutes(self.app.pace().minutes(row)));
                self.canvas.right(end, &minutes, quiet);
                end.width -= TIME;
            }
            self.canvas.right(end, &characters, quiet);
        }
    }

    /// A line of a headline, beside the cursor's bar, indented by some columns.
    fn headline_text(&mut self, area: Area, row: &Row, bytes: Range<usize>, indent: u16, current: bool) {
        let text = row.headline.get(bytes).filter(|text| !text.trim().is_empty()).unwrap_or("……");
        let role = match row.reading {
            _ if current => Role::RowCurrent,
            Reading::Read => Role::RowRead,
            Reading::Unread | Reading::Started => Role::Row,
        };
        self.list_bar(area, current);
        let indent = indent + if row.kind == Kind::Photo { TAG } else { 0 };
        let room = headline_room(area.width).saturating_sub(indent);
        self.canvas.cut(area, MARKS + indent, text, room, self.theme.style(role));
    }
}
