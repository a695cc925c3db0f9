//! The headline list.

use crate::app::{Area, Line, View};
use crate::model::{Filter, Kind, Reading, Row};
use crate::phrase::Phrase;

use super::masthead::{day, edition_name, page_name};
use super::{Painter, Role};

/// The least width that shows lengths.
const LENGTHS: u16 = 28;
/// The columns of the longest length: 99999字.
const LENGTH: u16 = 7;
/// The columns before a headline: the cursor's bar, the bookmark's mark.
const MARKS: u16 = 2;

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
            Line::Headline(i, row) => self.headline(area, row, self.app.contents().is_current(i)),
        }
    }

    /// A headline between its marks: bar, bookmark, headline, how far it has been read, length.
    pub(super) fn headline(&mut self, area: Area, row: &Row, current: bool) {
        let role = match row.reading {
            _ if current => Role::RowCurrent,
            Reading::Read => Role::RowRead,
            Reading::Unread | Reading::Started => Role::Row,
        };
        let style = self.theme.style(role);
        let quiet = self.theme.style(Role::Quiet);
        self.bar(area, current);
        if self.app.bookmarks().iter().any(|bookmark| bookmark.place.article == row.id) {
            self.canvas.text(area, 1, "★", self.theme.style(Role::Mark));
        }
        let length = if area.width >= LENGTHS { LENGTH + 1 } else { 0 };
        let mark = match row.reading {
            Reading::Unread => "",
            Reading::Started => "◐",
            Reading::Read => "✓",
        };
        let mark_column = area.width.saturating_sub(length + 3);
        let room = mark_column.saturating_sub(MARKS + 1);
        if row.headline.trim().is_empty() {
            self.canvas.cut(area, MARKS, "……", room, quiet);
        } else {
            let photo = row.kind == Kind::Photo;
            let tag = if photo { format!("{} ", self.app.lang().say(Phrase::Photo)) } else { String::new() };
            let column = self.canvas.text(area, MARKS, &tag, quiet);
            self.canvas.cut(area, column, &row.headline, (room + MARKS).saturating_sub(column), style);
        }
        self.canvas.text(area, mark_column, mark, quiet);
        if length > 0 {
            let characters = self.app.lang().say(Phrase::Characters(row.characters));
            let end = Area { width: area.width - 1, ..area };
            self.canvas.right(end, &characters, quiet);
        }
    }

    /// The bar that says where the cursor is: in colour where the list has the focus.
    pub(super) fn bar(&mut self, area: Area, current: bool) {
        if current {
            let focus = matches!(self.app.view(), View::Contents | View::Front);
            self.canvas.text(area, 0, "▌", self.theme.style(if focus { Role::Accent } else { Role::Quiet }));
        }
    }
}
