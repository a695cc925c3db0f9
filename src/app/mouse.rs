//! The mouse: the wheel moves what is under it, a click chooses, a drag selects or moves the divider.

use crate::model::Place;
use crate::typeset::Layout;

use super::areas::{Area, panel};
use super::event::{Mouse, MouseKind};
use super::focus::Focus;
use super::input::prompt::PromptChange;
use super::pane::{Motion, Pane};
use super::panels::Panel;
use super::state::{App, Pressed};

/// The lines that one notch of the wheel moves.
const NOTCH: isize = 3;

impl App {
    /// Does what the mouse did.
    pub(super) fn mouse(&mut self, mouse: Mouse) {
        match mouse.kind {
            MouseKind::WheelUp => self.wheel(mouse, -NOTCH),
            MouseKind::WheelDown => self.wheel(mouse, NOTCH),
            MouseKind::Press => self.press(mouse),
            MouseKind::Drag => self.drag(mouse),
            MouseKind::Release => self.release(),
        }
    }

    fn wheel(&mut self, mouse: Mouse, lines: isize) {
        let areas = self.areas();
        match self.focus_under_prompt() {
            Focus::Panel | Focus::Arrival => self.moves(Motion::Step(lines)),
            _ if self.arrival.is_awaited() => self.moves(Motion::Step(lines)),
            _ if over(areas.headlines, mouse).is_some() => self.step_list(lines.signum()),
            _ if over(areas.reader, mouse).is_some() => self.article.step(lines),
            _ => self.moves(Motion::Step(lines)),
        }
    }

    fn press(&mut self, mouse: Mouse) {
        self.out.clear_message();
        match self.focus() {
            Focus::Prompt if matches!(self.panel, Some(Panel::Palette(_))) => self.press_palette(mouse),
            Focus::Prompt | Focus::Arrival => {}
            _ if self.arrival.is_awaited() => {}
            Focus::Panel => self.press_panel(mouse),
            Focus::Front => self.press_front(mouse),
            _ => self.press_pane(mouse),
        }
    }

    /// A click in a pane, or on the rule between them.
    fn press_pane(&mut self, mouse: Mouse) {
        let areas = self.areas();
        if let Some(area) = over(areas.headlines, mouse) {
            self.press_list(mouse.row - area.row);
        } else if over(areas.divider, mouse).is_some() {
            self.pressed = Some(Pressed::Divider);
        } else if let Some(area) = over(areas.reader, mouse) {
            if !self.is_reading() {
                self.enter();
            }
            let (row, column) = (mouse.row - area.row, mouse.column - area.column);
            if let Some(way) = self.article.seen().and_then(|reader| reader.jump_at(row, column)) {
                return self.follow_jump(way);
            }
            self.pressed = self.article.seen_mut().and_then(|reader| {
                reader.deselect();
                reader.place_at(row, column).map(Pressed::Text)
            });
        }
    }

    /// A click beside the palette closes it; one on an action does it.
    fn press_palette(&mut self, mouse: Mouse) {
        let body = self.areas().body;
        let Some(open) = &mut self.panel else { return };
        let (outer, inner) = panel(body, open.rows());
        if inner.holds(mouse.row, mouse.column) {
            open.point(mouse.row - inner.row);
            self.follow_typing(PromptChange::Entered);
        } else if !outer.holds(mouse.row, mouse.column) {
            self.follow_typing(PromptChange::Left);
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
        let Some(pressed) = front.boxes.iter().find(|b| b.holds(mouse.row, mouse.column)) else { return };
        if self.headlines.is_current(pressed.row) {
            self.open_listed();
        } else {
            self.headlines.move_to(pressed.row);
        }
    }

    /// A click on another headline chooses it; one on the chosen headline opens it; one on the name
    /// of a page or an edition folds it.
    fn press_list(&mut self, row: u16) {
        if self.hits().is_none() && self.headlines.fold_heading(row) {
            return;
        }
        if self.hits().is_none() && !self.is_reading() {
            let again = self.headlines.on_unfinished().is_some();
            if self.headlines.point_at_unfinished(row) {
                return if again {
                    self.open_listed()
                };
            }
        }
        let before = self.listed_number();
        let there = match self.search.hits_mut() {
            Some(hits) => hits.point(row),
            None => self.headlines.point(row),
        };
        let again = there && self.listed_number() == before && !self.is_reading();
        if self.is_reading() {
            self.article.keep_reading(&self.panes, &mut self.out);
            self.panes.focus_headlines();
        }
        if again {
            self.open_listed();
        }
    }

    fn drag(&mut self, mouse: Mouse) {
        match self.pressed {
            Some(Pressed::Divider) => self.panes.set_list_width(mouse.column),
            Some(Pressed::Text(from)) => self.select_to(mouse, from),
            None => {}
        }
    }

    /// A click on highlighted words selects them.
    fn release(&mut self) {
        if let Some(Pressed::Text(place)) = self.pressed.take()
            && let Some(reader) = self.article.reader.as_mut().filter(|reader| reader.id() == place.article)
            && !reader.is_selecting()
        {
            reader.select_highlight(place, self.bookmarks.kept());
        }
    }

    /// Selects up to what is under the mouse; what scrolls does so where that has left the pane.
    fn select_to(&mut self, mouse: Mouse, from: Place) {
        let Some(area) = self.areas().reader else { return };
        let scrolls = self.setting().layout == Layout::Column;
        let Some(reader) = self.article.seen_mut().filter(|reader| reader.id() == from.article) else { return };
        let below = mouse.row >= area.row + area.height;
        if scrolls && (mouse.row < area.row || below) {
            reader.step(if below { 1 } else { -1 });
        }
        let row = mouse.row.saturating_sub(area.row).min(area.height.saturating_sub(1));
        let column = mouse.column.saturating_sub(area.column);
        if let Some(to) = reader.place_at(row, column).filter(|to| *to != from || reader.is_selecting()) {
            reader.select(from, to);
        }
    }
}

/// The area of a part of the screen, if the mouse is over it.
fn over(area: Option<Area>, mouse: Mouse) -> Option<Area> {
    area.filter(|area| area.holds(mouse.row, mouse.column))
}
