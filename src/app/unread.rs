//! What is unread: articles set read and unread, and the next one that is unread.

use crate::model::{ArticleId, Direction, Filter, Folds, Group, Listed, Listing, Reading, Row, Seat, Stretch};
use crate::phrase::Phrase;

use super::effect::{Effect, Marking, Ticket, Window};
use super::list::look::UnreadLook;
use super::pane::Motion;
use super::reader::article::Reader;
use super::reader::pane::ArticleRequest;
use super::state::App;

impl App {
    /// Sets the article at hand read, or unread if it is; all that is folded under the cursor.
    pub(super) fn toggle_read(&mut self) {
        match (self.folded_here(), self.row()) {
            _ if self.panel.is_some() => {}
            (Some(group), _) => self.toggle_group(group),
            (None, Some(row)) => {
                let reading = if row.reading == Reading::Read { Reading::Unread } else { Reading::Read };
                let marking = Marking::Article(row.id, reading);
                self.out.ask(Effect::Mark(marking));
            }
            (None, None) => {}
        }
    }

    /// Sets all of the page at hand read, or unread if it is; what is folded under the cursor.
    pub(super) fn toggle_page_read(&mut self) {
        let group = self.folded_here().or_else(|| self.row().map(Group::page));
        if let Some(group) = group.filter(|_| self.panel.is_none()) {
            self.toggle_group(group);
        }
    }

    fn toggle_group(&mut self, group: Group) {
        let filter = if self.hits().is_some() { Filter::default() } else { self.headlines.filter().clone() };
        self.out.ask(Effect::Mark(Marking::Group(group, Box::new(filter))));
    }

    /// What is folded under the list's cursor.
    fn folded_here(&self) -> Option<Group> {
        let entry = self.headlines.entry().filter(|_| !self.is_reading() && self.hits().is_none())?;
        entry.folded.map(|folded| folded.group)
    }

    /// Takes what has been set read or unread.
    pub(super) fn marked(&mut self, articles: &[ArticleId], reading: Reading) {
        self.headlines.mark(articles, reading);
        if reading == Reading::Read {
            articles.iter().for_each(|id| self.headlines.forget_unfinished(*id));
            self.article.finish(articles);
        }
        if let Some(reader) = self.article.reader.as_mut().filter(|reader| articles.contains(&reader.id())) {
            reader.mark(reading);
        }
        let count = articles.len();
        self.out.say(if reading == Reading::Read { Phrase::MarkedRead(count) } else { Phrase::MarkedUnread(count) });
    }

    /// Goes to the next article that is unread, beyond the list's end on from its beginning; while a
    /// search is lit to the match before.
    pub(super) fn step_unread(&mut self) {
        let lit = self.is_reading() && self.reader().and_then(Reader::matches).is_some();
        if self.panel.is_some() {
            self.moves(Motion::Step(-1));
        } else if lit || self.hits().is_some() {
            self.step_article_or_match(-1);
        } else {
            let row = self.row().map(|row| (Seat { key: row.key, reading: row.reading }, self.folded_here().is_some()));
            self.look_for_unread(row, self.is_reading());
        }
    }

    fn look_for_unread(&mut self, from: Option<(Seat, bool)>, enters: bool) {
        let Listing { filter, order, .. } = self.headlines.listing();
        let filter = Filter { reading: Some(Reading::Unread), ..filter.clone() };
        let listing = Listing { filter, order: *order, folds: Folds::default() };
        let included = from.is_some_and(|(_, included)| included);
        let stretch = Stretch { from: from.map(|(seat, _)| seat), included, direction: Direction::Forward, limit: 1 };
        let ticket = self.out.ticket();
        self.unread_look = Some(UnreadLook { ticket, enters, goes_round: from.is_some() });
        self.out.ask(Effect::FindRow(Box::new(Window { ticket, listing, stretch })));
    }

    /// Takes entries: the article that was looked for, or more of the list.
    pub(super) fn rows_came(&mut self, ticket: Ticket, rows: Vec<Listed>, more: bool) {
        match self.unread_look.take_if(|look| look.ticket == ticket) {
            Some(look) => match rows.into_iter().next() {
                Some(found) => self.go_to_unread(&found.row, look),
                None if look.goes_round => self.look_for_unread(None, look.enters),
                None => self.out.say(Phrase::NothingUnread),
            },
            None if self.newest_came(ticket, &rows) => {}
            None => {
                self.headlines.take(ticket, rows, more);
                self.come_back();
            }
        }
    }

    fn go_to_unread(&mut self, row: &Row, look: UnreadLook) {
        self.headlines.go_to(row);
        if look.enters {
            self.article.leave_place(&self.panes);
            self.want(ArticleRequest { enter: true, ..ArticleRequest::beside_list(row.id) });
        }
    }
}
