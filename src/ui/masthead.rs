//! The newspaper's name, the day and the page, over a double rule.

use crate::app::{Area, is_whole_edition};
use crate::model::{Date, Group, Row, file_name};
use crate::phrase::{Lang, Phrase};

use super::painter::Painter;
use super::theme::Role;

impl Painter<'_> {
    /// Paints the masthead of the page that is looked at.
    pub(super) fn masthead(&mut self) {
        if let Some(area) = self.areas.masthead {
            self.masthead_line(area.within(1));
        }
        if let Some(area) = self.areas.masthead_rule {
            self.canvas.rule(area, '═', self.theme.style(Role::Rule));
        }
        if let Some(area) = self.areas.foot_rule {
            self.canvas.rule(area, '─', self.theme.style(Role::Rule));
        }
    }

    /// The newspaper, the day and the page on a line.
    pub(super) fn masthead_line(&mut self, line: Area) {
        let (name, folio) = self.folio();
        let name_room = self.canvas.cells(&name).min(line.width / 2);
        let fits = |folio: &&String| name_room + 2 + self.canvas.cells(folio) <= line.width;
        let folio = folio.iter().find(fits).cloned().unwrap_or_default();
        let begins = self.canvas.right(line, &folio, self.theme.style(Role::Quiet));
        self.canvas.cut(line, 0, &name, begins.saturating_sub(2).max(name_room), self.theme.style(Role::Masthead));
    }

    /// The newspaper, and what stands at the other end of the line: the longest that fits.
    fn folio(&self) -> (String, Vec<String>) {
        let lang = self.app.lang();
        if let Some(page) = self.app.arrival().page() {
            return (file_name(page.source()).to_owned(), vec![lang.say(Phrase::SourcePage).into_owned()]);
        }
        let Some(row) = self.app.row().map(|row| self.app.script().row(row)) else {
            return (lang.say(Phrase::PaperReader).into_owned(), Vec::new());
        };
        let whole = !self.app.is_reading() && self.app.headlines().entry().is_some_and(is_whole_edition);
        let page = page_name(lang, &row).filter(|_| !whole || self.app.hits().is_some());
        let day = row.date.map(|date| day(lang, date));
        let both = day.as_ref().zip(page.as_ref()).map(|(day, page)| format!("{day} · {page}"));
        let unread = self.app.row().and_then(|row| self.app.headlines().unread(Group::edition(row)));
        let unread = unread.filter(|unread| *unread > 0).map(|unread| lang.say(Phrase::Unread(unread)));
        let folios = [both, page, day].into_iter().flatten().flat_map(|folio| {
            let counted = unread.as_ref().map(|unread| format!("{folio} · {unread}"));
            counted.into_iter().chain([folio])
        });
        (edition_name(&row).to_owned(), folios.collect())
    }
}

/// The newspaper's name, or the file's where the page does not say it.
pub(super) fn edition_name(row: &Row) -> &str {
    row.publication.as_deref().unwrap_or_else(|| file_name(&row.source))
}

/// The newspaper and its day, as far as they are known.
pub(super) fn edition_and_day(lang: Lang, row: &Row) -> String {
    match row.date {
        Some(date) => format!("{}  {}", edition_name(row), day(lang, date)),
        None => edition_name(row).to_owned(),
    }
}

/// A day with its weekday.
pub(super) fn day(lang: Lang, date: Date) -> String {
    let day = lang.say(Phrase::Day(date.year(), date.month(), date.day()));
    format!("{day} {}", lang.say(Phrase::Weekday(date.weekday())))
}

/// A page's label or number, and its name, as far as they are known.
pub(super) fn page_name(lang: Lang, row: &Row) -> Option<String> {
    let number = || row.page_number.map(|number| lang.say(Phrase::PageNumber(number)).into_owned());
    let label = row.page_label.clone().or_else(number);
    match (label, &row.page_name) {
        (Some(label), Some(name)) => Some(format!("{label} {name}")),
        (Some(label), None) => Some(label),
        (None, name) => name.clone(),
    }
}
