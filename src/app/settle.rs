//! What settles after every event: each part has the room that it has on the screen now, the article
//! goes with the list, and what is about to be seen is asked for.

use crate::model::Group;

use super::areas::{View, panel};
use super::effect::Effect;
use super::pane::Pane;
use super::state::App;

impl App {
    /// Brings every part into line with what the event changed.
    pub(super) fn settle(&mut self) {
        self.look_at_choice();
        self.fit();
        if self.view() == View::Front {
            self.headlines.lay_open();
        }
        self.follow_the_list();
        self.ask_printed_pages();
        self.ask_first_lines();
        self.article.ask_picture(&mut self.out);
        self.headlines.ask_entries(&mut self.out);
        let named = self.row().map(Group::edition);
        self.headlines.ask_counts(named, self.areas().headlines.is_some(), &mut self.out);
    }

    /// Gives each part the room that it has on the screen now.
    fn fit(&mut self) {
        let areas = self.areas();
        self.arrival.fit(areas.arrival.size());
        if let Some(area) = areas.headlines {
            self.headlines.fit(area.size());
            self.search.hits_mut().into_iter().for_each(|hits| hits.fit(area.size()));
        }
        if let Some(open) = &mut self.panel {
            open.set_width(panel(areas.body, 1).1.width);
            let (_, inner) = panel(areas.body, open.rows());
            open.fit(inner.size());
        }
        if let Some(size) = self.panes.reader_size() {
            self.article.fit(size);
        }
    }

    /// While the list has the focus, the article under its cursor is the one beside it.
    fn follow_the_list(&mut self) {
        if self.is_reading() || self.panel.is_some() || self.article.is_opening() {
            return;
        }
        match self.listed() {
            Some(listed) if self.article.lacks(listed.id) => self.want(listed),
            None if self.hits().is_none() && !self.headlines.is_waiting() => self.article.reader = None,
            _ => {}
        }
    }

    /// Asks where the articles of the page under the list's cursor are printed; on the front page also those of the
    /// pages before and after it, which are a key away.
    fn ask_printed_pages(&mut self) {
        let near = self.headlines.rows_of_pages_near().into_iter();
        let pages = if self.view() == View::Front { 3 } else { 1 };
        if let Some(row) = self.headlines.current() {
            self.printed.look_at(row);
        }
        if let Some(key) = self.printed.wanted(near.take(pages)) {
            self.out.ask(Effect::LoadPrintedPage(key));
        }
    }

    /// Asks for the articles whose first lines the front page shows, one at a time.
    fn ask_first_lines(&mut self) {
        if self.article.is_loading() {
            return;
        }
        let Some(front) = self.front() else { return };
        if let Some(id) = self.first_lines.wanted(&front, &self.headlines) {
            self.article.load(id, &mut self.out);
        }
    }
}
