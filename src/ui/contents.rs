//! The headline list.

use crate::app::{Area, LENGTHS, Line, MARKS, TAG, headline_room};
use crate::model::{Filter, Kind, Reading, Row};
use crate::phrase::Phrase;

use super::masthead::{day, edition_name, page_name};
use super::{Painter, Role};

impl Painter<'_> {
    /// Paints the list, or why it is empty.
    pub(super) fn contents(&mut self, area: Area) {
        let contents = self.app.contents();
        let mut empty = true;
        for (row, line) in (0..).zip(contents.shown()) {
            empty = false;
            self.contents_line(area.line(row), line);
        }
        if empty && !contents.is_waiting() && self.app.arrival().is_none() {
            let everything = *contents.filter() == Filter::default();
            let why = if everything { Phrase::EmptyLibrary } else { Phrase::NothingFound };
            self.canvas.centred(area.line(area.height / 3), &self.app.lang().say(why), self.theme.style(Role::Quiet));
        }
    }

    fn contents_line(&mut self, area: Area, line: Line<'_>) {
        let lang = self.app.lang();
        match line {
            Line::Blank => {}
            Line::Edition(row) => {
                let name = match row.date {
                    Some(date) => format!("{}  {}", edition_name(row), day(lang, date)),
                    None => edition_name(row).to_owned(),
                };
                self.canvas.cut(area, 1, &name, area.width.saturating_sub(2), self.theme.style(Role::Edition));
            }
            Line::Page(row) => {
                let name = page_name(lang, row).unwrap_or_default();
                self.canvas.cut(area, 1, &name, area.width.saturating_sub(2), self.theme.style(Role::Page));
            }
            Line::Headline(i, row, text) => self.headline(area, row, text, self.app.contents().is_current(i)),
            Line::Continued(i, row, text) => self.continued(area, row, text, self.app.contents().is_current(i)),
        }
    }

    /// A headline between its marks: bar, bookmark, headline, how far it has been read, length.
    pub(super) fn headline(&mut self, area: Area, row: &Row, text: &str, current: bool) {
        let quiet = self.theme.style(Role::Quiet);
        self.article_star(area, row.id);
        if row.kind == Kind::Photo {
            self.canvas.text(area, MARKS, &self.app.lang().say(Phrase::Photo), quiet);
        }
        let text = if text.trim().is_empty() { "……" } else { text };
        self.continued(area, row, text, current);
        let mark = match row.reading {
            Reading::Unread => "",
            Reading::Started => "◐",
            Reading::Read => "✓",
        };
        let room = headline_room(area.width);
        self.canvas.text(area, MARKS + room + 1, mark, quiet);
        if area.width >= LENGTHS {
            let characters = self.app.lang().say(Phrase::Characters(row.characters));
            let end = Area { width: area.width - 1, ..area };
            self.canvas.right(end, &characters, quiet);
        }
    }

    /// A line of a headline, beside the cursor's bar.
    fn continued(&mut self, area: Area, row: &Row, text: &str, current: bool) {
        let role = match row.reading {
            _ if current => Role::RowCurrent,
            Reading::Read => Role::RowRead,
            Reading::Unread | Reading::Started => Role::Row,
        };
        self.list_bar(area, current);
        let tag = if row.kind == Kind::Photo { TAG } else { 0 };
        let room = headline_room(area.width).saturating_sub(tag);
        self.canvas.cut(area, MARKS + tag, text, room, self.theme.style(role));
    }
}
