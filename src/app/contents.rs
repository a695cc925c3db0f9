//! The headline list: a window of the library, a cursor in it, a filter.

use std::collections::VecDeque;
use std::ops::Range;

use crate::model::{ArticleId, Direction, Filter, Reading, Row};
use crate::typeset::Size;

use super::effect::Window;
use super::event::Ticket;
use super::pane::Pane;

/// The rows asked for at once.
pub const WINDOW: usize = 200;
/// The most rows held; beyond it the far ones are let go.
const MOST: usize = 5 * WINDOW;
/// How near to an end of the window the cursor comes before more is asked for.
const NEAR: usize = 60;

/// What is known of one end of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum End {
    /// The library has no more rows that way.
    #[default]
    Reached,
    /// It has more.
    More,
    /// They are asked for.
    Asked(Ticket),
}

/// A line of the list as it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Line<'a> {
    /// White space between groups.
    Blank,
    /// A newspaper and its day, where they change; a row of it. The first is the masthead's.
    Edition(&'a Row),
    /// A page of it; a row of it.
    Page(&'a Row),
    /// A headline: its number in the window, its row.
    Headline(usize, &'a Row),
}

/// The headline list.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    rows: VecDeque<Row>,
    before: End,
    after: End,
    /// A window that is to take the place of this one.
    anew: Option<Anew>,
    cursor: usize,
    /// The lines wanted between the pane's first and the cursor's.
    wish: usize,
    /// The lines there are between them, as the list's ends allow.
    above: usize,
    filter: Filter,
    total: Option<u64>,
    counting: Option<Ticket>,
    /// The rows of the library before the window, where that is known.
    skipped: Option<u64>,
    height: u16,
}

/// A window from the beginning (forward) or the end (backward) of the list.
#[derive(Clone, Copy, Debug)]
struct Anew {
    direction: Direction,
    /// The question, once it is asked.
    asked: Option<Ticket>,
}

impl Contents {
    /// Whether its first rows have not come yet.
    pub fn is_waiting(&self) -> bool {
        self.rows.is_empty() && self.anew.is_some()
    }

    /// The row that the cursor is on.
    pub fn current(&self) -> Option<&Row> {
        self.rows.get(self.cursor)
    }

    /// Which articles it shows.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The articles that the filter lets through, once counted.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// The number of the current row in the whole list, from 1, where it is known.
    pub fn number(&self) -> Option<u64> {
        self.skipped.filter(|_| !self.rows.is_empty()).map(|skipped| skipped + self.cursor as u64 + 1)
    }

    /// Begins anew under another filter; what is shown stays until its first rows come.
    pub fn restart(&mut self, filter: Filter) {
        self.filter = filter;
        self.total = None;
        self.load(Direction::Forward);
    }

    /// Widens the filter and stays on the same article.
    pub fn widen(&mut self, filter: Filter) {
        let Some(row) = self.current().cloned() else { return self.restart(filter) };
        self.filter = filter;
        self.total = None;
        self.skipped = None;
        self.anew = None;
        self.rows = VecDeque::from([row]);
        (self.cursor, self.wish) = (0, usize::from(self.height / 2));
        (self.before, self.after) = (End::More, End::More);
    }

    fn load(&mut self, direction: Direction) {
        self.anew = Some(Anew { direction, asked: None });
        (self.before, self.after) = (End::Reached, End::Reached);
    }

    /// Expects a count.
    pub fn count(&mut self, ticket: Ticket) {
        self.counting = Some(ticket);
    }

    /// Takes a count, if it was the last asked for.
    pub fn counted(&mut self, ticket: Ticket, count: u64) {
        if self.counting == Some(ticket) {
            self.total = Some(count);
            if self.after == End::Reached && self.anew.is_none() {
                self.skipped = Some(count.saturating_sub(self.rows.len() as u64));
            }
        }
    }

    /// Takes rows, if they are still wanted.
    pub fn take(&mut self, ticket: Ticket, rows: Vec<Row>, more: bool) {
        let end = if more { End::More } else { End::Reached };
        if let Some(anew) = self.anew.filter(|anew| anew.asked == Some(ticket)) {
            self.replace(rows, end, anew.direction);
        } else if self.after == End::Asked(ticket) {
            self.after = end;
            self.rows.extend(rows);
            self.let_go_before();
        } else if self.before == End::Asked(ticket) {
            self.before = end;
            self.cursor += rows.len();
            self.skipped = self.skipped.map(|skipped| skipped.saturating_sub(rows.len() as u64));
            rows.into_iter().rev().for_each(|row| self.rows.push_front(row));
            self.let_go_after();
        }
    }

    fn replace(&mut self, rows: Vec<Row>, end: End, direction: Direction) {
        self.anew = None;
        self.rows = rows.into();
        match direction {
            Direction::Forward => {
                (self.before, self.after) = (End::Reached, end);
                (self.cursor, self.wish) = (0, 0);
                self.skipped = Some(0);
            }
            Direction::Backward => {
                (self.before, self.after) = (end, End::Reached);
                (self.cursor, self.wish) = (self.rows.len().saturating_sub(1), usize::MAX);
                self.skipped = self.total.map(|total| total.saturating_sub(self.rows.len() as u64));
            }
        }
    }

    fn let_go_before(&mut self) {
        let spare = self.rows.len().saturating_sub(MOST).min(self.cursor.saturating_sub(WINDOW));
        if spare > 0 {
            self.rows.drain(..spare);
            self.cursor -= spare;
            self.before = End::More;
            self.skipped = self.skipped.map(|skipped| skipped + spare as u64);
        }
    }

    fn let_go_after(&mut self) {
        let kept = self.rows.len().min(MOST.max(self.cursor + WINDOW));
        if kept < self.rows.len() {
            self.rows.truncate(kept);
            self.after = End::More;
        }
    }

    /// The rows that are wanted next, now that the cursor may be near an end; they count as asked
    /// for, by this ticket.
    pub fn wanted(&mut self, ticket: Ticket) -> Option<Window> {
        let (from, direction) = match &mut self.anew {
            Some(Anew { asked: Some(_), .. }) => return None,
            Some(anew) => {
                anew.asked = Some(ticket);
                (None, anew.direction)
            }
            None if self.after == End::More && self.cursor + NEAR >= self.rows.len() => {
                self.after = End::Asked(ticket);
                (self.rows.back(), Direction::Forward)
            }
            None if self.before == End::More && self.cursor < NEAR => {
                self.before = End::Asked(ticket);
                (self.rows.front(), Direction::Backward)
            }
            None => return None,
        };
        let from = from.map(|row| row.key);
        Some(Window { ticket, filter: self.filter.clone(), from, direction, limit: WINDOW })
    }

    /// Moves the cursor to a row of the window, or to the last if there are fewer.
    pub fn move_to(&mut self, row: usize) {
        let row = row.min(self.rows.len().saturating_sub(1));
        let moved = self.line_of(row) as isize - self.line_of(self.cursor) as isize;
        self.cursor = row;
        self.above = self.above.saturating_add_signed(moved);
        self.wish = self.above;
    }

    /// Moves the cursor to the first row of the next page, or of this page or the one before.
    pub fn step_page(&mut self, direction: Direction) {
        let begins = |&i: &usize| i == 0 || !same_page(&self.rows[i - 1], &self.rows[i]);
        let target = match direction {
            Direction::Forward => (self.cursor + 1..self.rows.len()).find(begins).unwrap_or(usize::MAX),
            Direction::Backward => (0..self.cursor).rev().find(begins).unwrap_or(0),
        };
        if !self.rows.is_empty() {
            self.move_to(target);
        }
    }

    /// Moves the cursor to an article, if the window has it.
    pub fn find(&mut self, id: ArticleId) {
        if let Some(row) = self.rows.iter().position(|row| row.id == id) {
            self.move_to(row);
        }
    }

    /// Notes how far an article has been read.
    pub fn mark(&mut self, id: ArticleId, reading: Reading) {
        self.rows.iter_mut().filter(|row| row.id == id).for_each(|row| row.reading = reading);
    }

    /// The rows of the edition that the cursor is in, their numbers in the window, and the cursor's.
    pub fn edition_at_cursor(&self) -> (Vec<&Row>, Range<usize>, usize) {
        let Some(current) = self.current() else { return (Vec::new(), 0..0, 0) };
        let before = self.rows.range(..self.cursor).rev().take_while(|row| same_edition(row, current)).count();
        let start = self.cursor - before;
        let rows: Vec<&Row> = self.rows.range(start..).take_while(|row| same_edition(row, current)).collect();
        let end = start + rows.len();
        (rows, start..end, self.cursor)
    }

    /// The article of a row of the window.
    pub fn id_at(&self, row: usize) -> Option<ArticleId> {
        self.rows.get(row).map(|row| row.id)
    }

    /// A row of the window.
    pub fn row_at(&self, row: usize) -> Option<&Row> {
        self.rows.get(row)
    }

    /// Whether a row's number in the window is the cursor's.
    pub fn is_current(&self, row: usize) -> bool {
        row == self.cursor
    }

    /// The lines of the pane, from its first.
    pub fn shown(&self) -> impl Iterator<Item = Line<'_>> {
        let first = self.line_of(self.cursor).saturating_sub(self.above);
        self.lines().skip(first).take(self.height.into())
    }

    /// Moves the cursor to the headline in a row of the pane, if one is there.
    pub fn point(&mut self, row: u16) -> bool {
        let there = match self.shown().nth(row.into()) {
            Some(Line::Headline(i, _)) => Some(i),
            _ => None,
        };
        if let Some(i) = there {
            self.move_to(i);
        }
        there.is_some()
    }

    /// The number of a headline's line among all lines of the window.
    fn line_of(&self, row: usize) -> usize {
        self.lines().position(|line| matches!(line, Line::Headline(i, _) if i == row)).unwrap_or(0)
    }

    /// All lines of the window.
    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let previous = std::iter::once(None).chain(self.rows.iter().map(Some));
        self.rows.iter().zip(previous).enumerate().flat_map(|(i, (row, previous))| {
            let new_edition = previous.is_some_and(|previous| !same_edition(previous, row));
            let new_page = previous.is_none_or(|previous| !same_page(previous, row));
            let page_known = row.page_number.is_some() || row.page_name.is_some();
            [
                (new_page && previous.is_some()).then_some(Line::Blank),
                new_edition.then_some(Line::Edition(row)),
                (new_page && page_known).then_some(Line::Page(row)),
                Some(Line::Headline(i, row)),
            ]
            .into_iter()
            .flatten()
        })
    }
}

impl Pane for Contents {
    /// Keeps the cursor's line within the pane, with some context where there is room.
    fn fit(&mut self, size: Size) {
        self.height = size.height;
        let height = usize::from(size.height).max(1);
        let context = (height.saturating_sub(1) / 2).min(3);
        let line = self.line_of(self.cursor);
        let most = self.lines().count().saturating_sub(height);
        let above = self.wish.clamp(context, height - 1 - context);
        self.above = line - line.saturating_sub(above).min(most);
    }

    fn step(&mut self, rows: isize) {
        self.move_to(self.cursor.saturating_add_signed(rows));
    }

    fn turn(&mut self, screens: isize) {
        let lines = isize::try_from(self.height).unwrap_or(isize::MAX).saturating_sub(1).max(1);
        let target = self.line_of(self.cursor).saturating_add_signed(lines.saturating_mul(screens));
        let headline = |line| match line {
            Line::Headline(i, _) => Some(i),
            _ => None,
        };
        let row = if screens > 0 {
            self.lines().take(target + 1).filter_map(headline).last()
        } else {
            self.lines().skip(target).find_map(headline)
        };
        self.move_to(row.unwrap_or(0));
    }

    fn top(&mut self) {
        match self.before {
            End::Reached => self.move_to(0),
            _ => self.load(Direction::Forward),
        }
    }

    fn bottom(&mut self) {
        match self.after {
            End::Reached => self.move_to(usize::MAX),
            _ => self.load(Direction::Backward),
        }
    }
}

fn same_edition(one: &Row, other: &Row) -> bool {
    let known = one.publication.is_some() || one.date.is_some();
    (&one.publication, one.date) == (&other.publication, other.date) && (known || one.source == other.source)
}

fn same_page(one: &Row, other: &Row) -> bool {
    same_edition(one, other) && (one.page_number, &one.page_name) == (other.page_number, &other.page_name)
}
