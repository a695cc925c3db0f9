//! The front page: moving from box to box, and the first lines of the articles in them. The chosen
//! box is the one of the list's cursor.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Article, ArticleId};
use crate::phrase::Phrase;

use crate::app::areas::{Area, View, areas};
use crate::app::config::script::{Script, TwoScripts};
use crate::app::front::layout::{Front, front};
use crate::app::{App, Effect};

/// The articles whose first lines are seen.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct FirstLines {
    articles: BTreeMap<ArticleId, TwoScripts>,
    /// What the library turned out not to have.
    missing: Vec<ArticleId>,
}

impl FirstLines {
    /// Shows them in another script.
    pub fn turn(&mut self, script: Script) {
        self.articles.values_mut().for_each(|article| article.turn(script));
    }
}

/// A direction on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Towards {
    Left,
    Right,
    Up,
    Down,
}

impl App {
    /// The front page, while it is what the screen shows.
    pub fn front(&self) -> Option<Front> {
        let area = self.areas().front?;
        let (rows, numbers, current) = self.headlines.edition_at_cursor();
        Some(front(area, &rows, numbers, current, self.setting.metrics))
    }

    /// The article of a box, once it has come.
    pub fn first_lines(&self, id: ArticleId) -> Option<&Article> {
        self.first_lines.articles.get(&id).map(|article| article.shown.as_ref())
    }

    pub(in crate::app) fn toggle_front(&mut self) {
        self.panel = None;
        if self.view == View::Front {
            self.view = View::Headlines;
        } else if areas(self.size, View::Front, self.list_width).front.is_none() {
            return self.say(Phrase::NoRoom);
        } else {
            self.keep_reading();
            self.hits = None;
            self.page_text = None;
            self.view = View::Front;
            self.headlines.lay_open();
        }
        self.home = self.view;
    }

    /// Moves to the nearest box that way.
    pub(in crate::app) fn step_box(&mut self, towards: Towards) {
        let Some(front) = self.front() else { return };
        let Some(here) = front.boxes.iter().find(|b| self.headlines.is_current(b.row)) else { return };
        let nearest =
            front.boxes.iter().filter_map(|other| Some((distance(here.area, other.area, towards)?, other.row)));
        match nearest.min() {
            Some((_, row)) => self.headlines.move_to(row),
            None => self.step_beyond(&front, towards),
        }
    }

    /// From the last box down to what has no room on this screen; from the first up.
    fn step_beyond(&mut self, front: &Front, towards: Towards) {
        let rows = front.boxes.iter().map(|placed| placed.row);
        match towards {
            Towards::Down => rows.max().into_iter().for_each(|row| self.headlines.move_to(row + 1)),
            Towards::Up => rows.min().into_iter().for_each(|row| self.headlines.move_to(row.saturating_sub(1))),
            Towards::Left | Towards::Right => {}
        }
    }

    /// Asks for the first article of the front page that has not come, one at a time.
    pub(in crate::app) fn want_first_lines(&mut self) {
        if self.loading.is_some() {
            return;
        }
        let Some(front) = self.front() else { return };
        let shown: Vec<ArticleId> = front.boxes.iter().filter_map(|b| self.headlines.id_at(b.row)).collect();
        self.first_lines.articles.retain(|id, _| shown.contains(id));
        let lines = &self.first_lines;
        let next = shown.into_iter().find(|id| !lines.articles.contains_key(id) && !lines.missing.contains(id));
        if let Some(id) = next {
            self.loading = Some(id);
            self.ask(Effect::LoadArticle(id));
        }
    }

    /// Keeps an article that came for the front page's sake, or for any other.
    pub(in crate::app) fn keep_first_lines(&mut self, id: ArticleId, article: Option<&Arc<Article>>) {
        if self.view == View::Front {
            match article {
                Some(article) => {
                    let article = TwoScripts::new(Arc::clone(article), self.script);
                    self.first_lines.articles.insert(id, article);
                }
                None => self.first_lines.missing.push(id),
            }
        }
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
