//! The mouse: the wheel moves what is under it, a click chooses, a drag selects or moves the divider.

use crate::model::Place;
use crate::typeset::Layout;

use super::{App, Area, Reader, View, panel};
use crate::app::event::{Mouse, MouseKind};
use crate::app::pane::Pane;

/// The lines that one notch of the wheel moves.
const NOTCH: isize = 3;

/// What the mouse's button went down on.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pressed {
    /// A place of the article.
    Text(Place),
    /// The rule between list and article.
    Divider,
}

impl App {
    pub(super) fn mouse(&mut self, mouse: Mouse) {
        match mouse.kind {
            MouseKind::WheelUp => self.wheel(mouse, -NOTCH),
            MouseKind::WheelDown => self.wheel(mouse, NOTCH),
            MouseKind::Press => self.press(mouse),
            MouseKind::Drag => self.drag(mouse),
            MouseKind::Release => self.release(),
        }
    }

    fn is_over(&self, area: Option<Area>, mouse: Mouse) -> bool {
        area.is_some_and(|area| area.holds(mouse.row, mouse.column))
    }

    fn wheel(&mut self, mouse: Mouse, lines: isize) {
        let areas = self.areas();
        let arrived = self.panel.is_none() && self.arrival.is_none();
        if arrived && self.is_over(areas.headlines, mouse) {
            match &mut self.hits {
                Some(hits) => hits.step(lines.signum()),
                None => self.headlines.step(lines.signum()),
            }
        } else if arrived && self.is_over(areas.reader, mouse) {
            match (&mut self.page_text, &mut self.reader) {
                (Some(page), _) => page.step(lines),
                (None, Some(reader)) => reader.step(lines),
                (None, None) => {}
            }
        } else {
            self.step(lines);
        }
    }

    fn press(&mut self, mouse: Mouse) {
        self.notice = None;
        if self.prompt.is_some() || self.arrival.is_some() {
            return;
        }
        let areas = self.areas();
        if self.panel.is_some() {
            self.press_panel(mouse);
        } else if areas.front.is_some() {
            self.press_front(mouse);
        } else if let Some(area) = areas.headlines.filter(|area| area.holds(mouse.row, mouse.column)) {
            self.press_list(mouse.row - area.row);
        } else if self.is_over(areas.divider, mouse) {
            self.pressed = Some(Pressed::Divider);
        } else if let Some(area) = areas.reader.filter(|area| area.holds(mouse.row, mouse.column)) {
            if !self.is_reading() {
                self.enter();
            }
            let at = (mouse.row - area.row, mouse.column - area.column);
            self.pressed = self.reader.as_mut().filter(|_| self.page_text.is_none()).and_then(|reader| {
                reader.deselect();
                reader.place_at(at.0, at.1).map(Pressed::Text)
            });
        }
    }

    /// A click beside a panel closes it; one on an entry opens what it stands for.
    fn press_panel(&mut self, mouse: Mouse) {
        let body = self.areas().body;
        let Some(open) = &mut self.panel else { return };
        let (outer, inner) = panel(body, open.rows());
        if inner.holds(mouse.row, mouse.column) {
            open.point(mouse.row - inner.row);
            self.open();
        } else if !outer.holds(mouse.row, mouse.column) {
            self.panel = None;
        }
    }

    /// A click on another box chooses it; one on the chosen box opens it.
    fn press_front(&mut self, mouse: Mouse) {
        let Some(front) = self.front() else { return };
        let Some(pressed) = front.boxes.iter().find(|b| b.area.holds(mouse.row, mouse.column)) else { return };
        if self.headlines.is_current(pressed.row) {
            self.open_current();
        } else {
            self.headlines.move_to(pressed.row);
        }
    }

    /// A click on another headline chooses it; one on the chosen headline opens it; one on the name
    /// of a page or an edition folds it.
    fn press_list(&mut self, row: u16) {
        if self.hits.is_none() && self.headlines.fold_heading(row) {
            return;
        }
        let before = self.listed_row();
        let there = match &mut self.hits {
            Some(hits) => hits.point(row),
            None => self.headlines.point(row),
        };
        let again = there && self.listed_row() == before && !self.is_reading();
        if self.is_reading() {
            self.keep_reading();
            self.view = View::Headlines;
        }
        if again {
            self.open_current();
        }
    }

    fn drag(&mut self, mouse: Mouse) {
        match self.pressed {
            Some(Pressed::Divider) => self.list_width = Some(mouse.column),
            Some(Pressed::Text(from)) => self.select_to(mouse, from),
            None => {}
        }
    }

    /// A click on highlighted words selects them.
    fn release(&mut self) {
        if let Some(Pressed::Text(place)) = self.pressed.take()
            && let Some(reader) = self.reader.as_mut().filter(|reader| reader.id() == place.article)
            && !reader.is_selecting()
        {
            reader.select_highlight(place, &self.bookmarks);
        }
    }

    /// Selects up to what is under the mouse; what scrolls does so where that has left the pane.
    fn select_to(&mut self, mouse: Mouse, from: Place) {
        let Some(area) = self.areas().reader else { return };
        let seen = |reader: &&mut Reader| self.page_text.is_none() && reader.id() == from.article;
        let Some(reader) = self.reader.as_mut().filter(seen) else { return };
        let below = mouse.row >= area.row + area.height;
        if self.setting.layout == Layout::Column && (mouse.row < area.row || below) {
            reader.step(if below { 1 } else { -1 });
        }
        let row = mouse.row.saturating_sub(area.row).min(area.height.saturating_sub(1));
        let column = mouse.column.saturating_sub(area.column);
        if let Some(to) = reader.place_at(row, column).filter(|to| *to != from || reader.is_selecting()) {
            reader.select(from, to);
        }
    }
}
