//! The headline list.

use std::borrow::Cow;
use std::ops::Range;

use crate::app::{Area, HANG, LENGTHS, ListLine, MARKS, TAG, TIME, TIMES, Unfinished, headline_room, is_whole_edition};
use crate::model::{Filter, Group, Kind, Listed, Reading, Row};
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
            ListLine::Unfinished(unfinished) => self.unfinished(area, unfinished),
            ListLine::Blank => {}
            ListLine::Edition(row) => {
                let name = edition_and_day(lang, &script.row(row));
                self.heading(area, &name, Group::edition(row), Role::Edition);
            }
            ListLine::Page(row) => {
                let name = page_name(lang, &script.row(row)).unwrap_or_default();
                self.heading(area, &name, Group::page(row), Role::Page);
            }
            ListLine::Folded(_, entry) => self.folded(area, entry, current),
            ListLine::Headline(_, row, bytes) => self.headline(area, &script.row(row), bytes, current),
            ListLine::Continued(_, row, bytes) => self.headline_text(area, &script.row(row), bytes, HANG, current),
        }
    }

    /// The article that was left unfinished, and how much of it had been seen.
    fn unfinished(&mut self, area: Area, Unfinished { row, percent }: &Unfinished) {
        let current = self.app.headlines().on_unfinished().is_some();
        self.list_bar(area, current);
        let end = Area { width: area.width.saturating_sub(1), ..area };
        let begins = self.canvas.right(end, &format!("{percent} %"), self.theme.style(Role::Quiet));
        let lead = self.app.lang().say(Phrase::ReadOn);
        let column = self.canvas.text(area, MARKS, &lead, self.theme.style(Role::Accent));
        let style = self.theme.style(if current { Role::RowCurrent } else { Role::Row });
        let headline = self.app.script().row(row).headline.clone();
        self.canvas.cut(area, column, &headline, begins.saturating_sub(column + 2), style);
    }

    /// The name of an edition or a page, and how much of it is unread.
    fn heading(&mut self, area: Area, name: &str, group: Group, role: Role) {
        let end = Area { width: area.width.saturating_sub(1), ..area };
        let unread = self.app.headlines().unread(group).filter(|unread| *unread > 0);
        let unread = unread.map(|unread| self.app.lang().say(Phrase::Unread(unread)));
        let fits = |unread: &Cow<'_, str>| self.canvas.cells(name) + self.canvas.cells(unread) + 5 <= area.width;
        let unread = unread.filter(fits).unwrap_or_default();
        let begins = self.canvas.right(end, &unread, self.theme.style(Role::Quiet));
        let room = if unread.is_empty() { area.width.saturating_sub(2) } else { begins.saturating_sub(3) };
        self.canvas.cut(area, 1, name, room, self.theme.style(role));
    }

    /// A folded edition or page: what it is, how many articles it has and how many of them are unread.
    fn folded(&mut self, area: Area, entry: &Listed, current: bool) {
        let lang = self.app.lang();
        let row = self.app.script().row(&entry.row);
        self.list_bar(area, current);
        self.canvas.text(area, 1, self.canvas.sign("▸", ">"), self.theme.style(Role::Quiet));
        let end = Area { width: area.width.saturating_sub(1), ..area };
        let unread = entry.folded.and_then(|folded| self.app.headlines().unread(folded.group)).filter(|n| *n > 0);
        let articles = lang.say(match unread {
            Some(unread) => Phrase::UnreadOf(unread, entry.articles()),
            None => Phrase::FoldedArticles(entry.articles()),
        });
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
