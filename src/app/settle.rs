//! Moving: in the panel that is open, else in the pane that has the focus.

use crate::model::Direction;
use crate::phrase::Phrase;

use super::{App, Effect, Panel, View, panel};
use crate::app::event::Ticket;
use crate::app::front::actions::Towards;
use crate::app::pane::Pane;

impl App {
    pub(super) fn step(&mut self, lines: isize) {
        if self.on_front_page() {
            return self.step_box(if lines > 0 { Towards::Down } else { Towards::Up });
        }
        self.with_pane(|pane| pane.step(lines));
    }

    /// Left and right: from box to box on the front page, elsewhere back and on.
    pub(super) fn step_aside(&mut self, towards: Towards) {
        match towards {
            _ if self.on_front_page() => self.step_box(towards),
            Towards::Left => self.back(),
            _ => self.open(),
        }
    }

    fn on_front_page(&self) -> bool {
        self.panel.is_none() && self.arrival.is_none() && self.areas().front.is_some()
    }

    pub(super) fn turn(&mut self, screens: isize) {
        if self.on_front_page() {
            return self.step_page(screens);
        }
        self.with_pane(|pane| pane.turn(screens));
    }

    pub(super) fn top(&mut self) {
        self.leave_place_in_article();
        self.with_pane(|pane| pane.top());
    }

    pub(super) fn bottom(&mut self) {
        self.leave_place_in_article();
        self.with_pane(|pane| pane.bottom());
    }

    /// A jump within the article: the place left can be come back to.
    fn leave_place_in_article(&mut self) {
        if self.panel.is_none() && self.page_text.is_none() && self.is_reading() {
            self.leave_place();
        }
    }

    /// Does something to the part of the screen that moves.
    fn with_pane(&mut self, act: impl FnOnce(&mut dyn Pane)) {
        let page = self.arrival.as_mut().and_then(|arrival| arrival.page.as_mut());
        if let Some(panel) = &mut self.panel {
            act(panel);
        } else if let Some(page) = page {
            act(page);
        } else if !self.is_reading() {
            match &mut self.hits {
                Some(hits) => act(hits),
                None => act(&mut self.headlines),
            }
        } else if let Some(page) = &mut self.page_text {
            act(page);
        } else if let Some(reader) = &mut self.reader {
            act(reader);
            reader.begin();
        }
    }

    pub(super) fn step_page(&mut self, by: isize) {
        let direction = if by > 0 { Direction::Forward } else { Direction::Backward };
        if self.panel.is_none() && self.hits.is_none() {
            self.headlines.step_page(direction);
            if self.is_reading() {
                self.open_current();
            }
        }
    }

    pub(super) fn step_article_or_match(&mut self, by: isize) {
        if self.panel.is_some() {
            return self.step(by);
        }
        let reading = self.is_reading();
        let lit = self.reader.as_mut().filter(|reader| reading && reader.matches().is_some());
        if let Some(reader) = lit {
            return reader.step_match(by);
        }
        let before = self.listed_row();
        match &mut self.hits {
            Some(hits) => hits.step(by),
            None => self.headlines.step(by),
        }
        if !self.is_reading() {
            return;
        }
        if self.listed_row() == before {
            return self.say(if by > 0 { Phrase::LastArticle } else { Phrase::FirstArticle });
        }
        self.open_current();
    }

    pub(super) fn step_section(&mut self, by: isize) {
        if self.panel.is_none() && self.page_text.is_none() {
            self.enter();
            self.leave_place();
            if let Some(reader) = &mut self.reader {
                reader.step_section(by);
                reader.begin();
            }
        }
    }

    pub(super) fn go_to_section(&mut self, number: Option<usize>) {
        let Some(reader) = self.reader.as_ref().filter(|_| self.page_text.is_none()) else { return };
        let chosen = matches!(self.panel, None | Some(Panel::Outline { .. }));
        let place = number.and_then(|number| reader.section_place(number.saturating_sub(1)));
        if let Some(place) = place.filter(|_| chosen) {
            self.panel = None;
            self.go(place);
        }
    }

    /// After every event: sizes as they are now, the article that goes with the list, more rows
    /// where the list comes near its end.
    pub(super) fn settle(&mut self) {
        let areas = self.areas();
        if let Some(page) = self.arrival.as_mut().and_then(|arrival| arrival.page.as_mut()) {
            page.fit(areas.arrival.size());
        }
        if let Some(area) = areas.headlines {
            self.headlines.fit(area.size());
            if let Some(hits) = &mut self.hits {
                hits.fit(area.size());
            }
        }
        if let Some(panel_open) = &mut self.panel {
            let (_, inner) = panel(areas.body, panel_open.rows());
            panel_open.fit(inner.size());
        }
        if let Some(area) = areas.reader {
            if let Some(page) = &mut self.page_text {
                page.fit(area.size());
            }
            if let Some(reader) = &mut self.reader {
                reader.fit(area.size());
            }
        }
        if self.view == View::Front {
            self.headlines.lay_open();
        }
        self.follow_the_list();
        self.want_first_lines();
        self.want_rows();
    }

    fn want_rows(&mut self) {
        while let Some(window) = self.headlines.wanted(Ticket(self.last_ticket.0 + 1)) {
            self.last_ticket = window.ticket;
            self.ask(Effect::LoadRows(Box::new(window)));
        }
    }
}
