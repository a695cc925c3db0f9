//! Moving from box to box of the front page, and the first lines of the articles in them. The chosen
//! box is the one of the list's cursor.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::app::areas::Area;
use crate::app::config::script::{Script, TwoScripts};
use crate::app::input::action::Action;
use crate::app::list::headlines::Headlines;
use crate::app::pane::{Motion, Pane};
use crate::model::{Article, ArticleId, Direction};

use super::layout::{Front, FrontBox};

/// The articles whose first lines are seen.
#[derive(Clone, Debug, Default)]
pub struct FirstLines {
    articles: BTreeMap<ArticleId, TwoScripts>,
    /// What the library turned out not to have.
    missing: Vec<ArticleId>,
}

impl FirstLines {
    /// The article of a box, once it has come.
    pub fn of(&self, id: ArticleId) -> Option<&Article> {
        self.articles.get(&id).map(|article| article.shown.as_ref())
    }

    /// Shows them in another script.
    pub fn turn(&mut self, script: Script) {
        self.articles.values_mut().for_each(|article| article.turn(script));
    }

    /// Takes an article that came for the front page's sake, or for any other.
    pub fn take(&mut self, id: ArticleId, article: Option<&Arc<Article>>, script: Script) {
        match article {
            Some(article) => drop(self.articles.insert(id, TwoScripts::new(Arc::clone(article), script))),
            None => self.missing.push(id),
        }
    }

    /// The first article of the front page that has not come.
    pub fn wanted(&mut self, front: &Front, headlines: &Headlines) -> Option<ArticleId> {
        let (page, ..) = headlines.page_at_cursor();
        self.articles.retain(|id, _| page.iter().any(|row| row.id == *id));
        let mut shown = front.boxes.iter().filter_map(|b| headlines.id_at(b.row));
        shown.find(|id| !self.articles.contains_key(id) && !self.missing.contains(id))
    }
}

/// A direction on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Up.
    Up,
    /// Down.
    Down,
}

impl Towards {
    /// The direction that an action is on the front page.
    pub fn of(action: Action) -> Option<Self> {
        match action {
            Action::Left => Some(Self::Left),
            Action::Right => Some(Self::Right),
            _ => None,
        }
    }
}

impl Front {
    /// Moves the list's cursor: by boxes, by pages of the newspaper, or to an end of the list.
    pub fn moves(&self, motion: Motion, headlines: &mut Headlines) {
        match motion {
            Motion::Step(rows) => self.step(if rows > 0 { Towards::Down } else { Towards::Up }, headlines),
            Motion::Turn(pages) | Motion::Half(pages) if pages > 0 => headlines.step_page(Direction::Forward),
            Motion::Turn(_) | Motion::Half(_) => headlines.step_page(Direction::Backward),
            Motion::Top | Motion::Bottom => headlines.moves(motion),
        }
    }

    /// Moves to the nearest box that way.
    pub fn step(&self, towards: Towards, headlines: &mut Headlines) {
        let Some(here) = self.boxes.iter().find(|b| headlines.is_current(b.row)) else { return };
        let nearest =
            self.boxes.iter().filter_map(|other| Some((distance(here.area, other.area, towards)?, other.row)));
        match nearest.min() {
            Some((_, row)) => headlines.move_to(row),
            None => self.step_beyond(towards, headlines),
        }
    }

    /// From the last box down to what has no room on this screen; from the first up.
    fn step_beyond(&self, towards: Towards, headlines: &mut Headlines) {
        let here = headlines.cursor();
        let is_elsewhere = |row: &usize| self.boxes.iter().all(|placed| placed.row != *row);
        match towards {
            Towards::Down => (here + 1..).find(is_elsewhere).into_iter().for_each(|row| headlines.move_to(row)),
            Towards::Up => (0..here).rev().find(is_elsewhere).into_iter().for_each(|row| headlines.move_to(row)),
            Towards::Left | Towards::Right => {}
        }
    }
}

impl FrontBox {
    /// Whether it holds a cell.
    pub fn holds(&self, row: u16, column: u16) -> bool {
        let mut areas = [self.area].into_iter().chain(self.columns.iter().copied()).chain(self.rests.iter().copied());
        areas.any(|area| area.holds(row, column))
    }
}

/// How far a box is in a direction; none where it is not that way. What is not straight ahead is
/// farther.
fn distance(from: Area, to: Area, towards: Towards) -> Option<u32> {
    let (top, bottom) = (i32::from(from.row), i32::from(from.row + from.height));
    let (left, right) = (i32::from(from.column), i32::from(from.column + from.width));
    let (to_top, to_bottom) = (i32::from(to.row), i32::from(to.row + to.height));
    let (to_left, to_right) = (i32::from(to.column), i32::from(to.column + to.width));
    let gap = |a: i32, a_end: i32, b: i32, b_end: i32| (b - a_end).max(a - b_end).max(0);
    let (ahead, aside) = match towards {
        Towards::Down => (to_top - bottom, gap(left, right, to_left, to_right)),
        Towards::Up => (top - to_bottom, gap(left, right, to_left, to_right)),
        Towards::Right => (to_left - right, gap(top, bottom, to_top, to_bottom)),
        Towards::Left => (left - to_right, gap(top, bottom, to_top, to_bottom)),
    };
    let straight = match towards {
        Towards::Down | Towards::Up => (to_left - left).unsigned_abs() / 8,
        Towards::Left | Towards::Right => (to_top - top).unsigned_abs(),
    };
    (ahead >= 0).then(|| ahead.unsigned_abs() * 2 + aside.unsigned_abs() * 8 + straight)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(row: u16, column: u16) -> Area {
        Area { row, column, width: 10, height: 4 }
    }

    #[test]
    fn the_nearest_box_is_the_one_straight_ahead() {
        let here = area(5, 13);
        assert!(distance(here, area(10, 13), Towards::Down) < distance(here, area(10, 26), Towards::Down));
        assert!(distance(here, area(5, 26), Towards::Right) < distance(here, area(10, 26), Towards::Right));
        assert_eq!(distance(here, area(5, 0), Towards::Right), None);
        assert_eq!(distance(here, here, Towards::Up), None);
    }
}
