//! The headline list: a window of the library, a cursor in it, a filter.

use std::collections::VecDeque;
use std::ops::Range;

use crate::model::{ArticleId, Direction, Filter, Kind, Reading, Row};
use crate::text::Metrics;
use crate::typeset::{Measure, Size, break_lines};

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
    /// A headline: its number in the window, its row, and what its line holds of it.
    Headline(usize, &'a Row, &'a str),
    /// What a headline's first line does not hold.
    Continued(usize, &'a Row, &'a str),
}

/// The columns before a headline: the cursor's bar, the bookmark's mark.
pub const MARKS: u16 = 2;
/// The least width of a list that shows lengths.
pub const LENGTHS: u16 = 28;
/// The columns of the longest length, 99999字, and a blank after it.
const LENGTH: u16 = 8;
/// The columns of the mark of how far an article has been read, between blanks.
const READ: u16 = 3;
/// The columns that a picture's tag takes before its headline.
pub const TAG: u16 = 3;
/// The least room in which a headline goes on on a second line.
const ROOM: u16 = 8;

/// The cells that a list of this width has for a headline.
pub fn headline_room(width: u16) -> u16 {
    let length = if width >= LENGTHS { LENGTH } else { 0 };
    width.saturating_sub(length + READ + MARKS + 1)
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
    size: Size,
    metrics: Metrics,
}

/// A window from the beginning (forward) or the end (backward) of the list.
#[derive(Clone, Copy, Debug)]
struct Anew {
    direction: Direction,
    /// The question, once it is asked.
    asked: Option<Ticket>,
}

impl Contents {
    /// A list without rows, whose text is measured in this way.
    pub fn new(metrics: Metrics) -> Self {
        Self { metrics, ..Self::default() }
    }

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
        (self.cursor, self.wish) = (0, usize::from(self.size.height / 2));
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

    /// The cursor's row in the window, from 0.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Moves the cursor to an article, if the window has it and the cursor is on another.
    pub fn find(&mut self, id: ArticleId) {
        let elsewhere = self.current().is_some_and(|row| row.id != id);
        if let Some(row) = self.rows.iter().position(|row| row.id == id).filter(|_| elsewhere) {
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
        self.lines().skip(first).take(self.size.height.into())
    }

    /// Moves the cursor to the headline in a row of the pane, if one is there.
    pub fn point(&mut self, row: u16) -> bool {
        let there = match self.shown().nth(row.into()) {
            Some(Line::Headline(i, ..) | Line::Continued(i, ..)) => Some(i),
            _ => None,
        };
        if let Some(i) = there {
            self.move_to(i);
        }
        there.is_some()
    }

    /// The number of a headline's line among all lines of the window.
    fn line_of(&self, row: usize) -> usize {
        self.lines().position(|line| matches!(line, Line::Headline(i, ..) if i == row)).unwrap_or(0)
    }

    /// A headline in two lines, where one does not hold it.
    fn halves<'a>(&self, row: &'a Row) -> (&'a str, Option<&'a str>) {
        let tag = if row.kind == Kind::Photo { TAG } else { 0 };
        let room = headline_room(self.size.width).saturating_sub(tag);
        let headline = row.headline.as_str();
        // No character takes more cells than bytes.
        if room < ROOM || headline.len() <= usize::from(room) {
            return (headline, None);
        }
        let mut lines = break_lines(headline, self.metrics, Measure::of(room.into()));
        match (lines.next(), lines.next()) {
            (Some(first), Some(second)) => (&headline[first.bytes], headline.get(second.bytes.start..)),
            _ => (headline, None),
        }
    }

    /// All lines of the window.
    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let previous = std::iter::once(None).chain(self.rows.iter().map(Some));
        self.rows.iter().zip(previous).enumerate().flat_map(|(i, (row, previous))| {
            let new_edition = previous.is_some_and(|previous| !same_edition(previous, row));
            let new_page = previous.is_none_or(|previous| !same_page(previous, row));
            let (first, rest) = self.halves(row);
            let page_known = row.page_number.is_some() || row.page_name.is_some();
            [
                (new_page && previous.is_some()).then_some(Line::Blank),
                new_edition.then_some(Line::Edition(row)),
                (new_page && page_known).then_some(Line::Page(row)),
                Some(Line::Headline(i, row, first)),
                rest.map(|rest| Line::Continued(i, row, rest)),
            ]
            .into_iter()
            .flatten()
        })
    }
}

impl Pane for Contents {
    /// Keeps the cursor's line within the pane, with some context where there is room.
    fn fit(&mut self, size: Size) {
        self.size = size;
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
        let lines = isize::try_from(self.size.height).unwrap_or(isize::MAX).saturating_sub(1).max(1);
        let target = self.line_of(self.cursor).saturating_add_signed(lines.saturating_mul(screens));
        let headline = |line| match line {
            Line::Headline(i, ..) => Some(i),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, RowKey};

    /// Rows numbered from `from` on, five on a page.
    fn rows(from: usize, count: usize) -> Vec<Row> {
        let row = |number: usize| Row {
            key: RowKey { edition: 0, page: number as i64 / 5, article: number as i64 },
            id: ArticleId::from_bytes([number as u8; 16]),
            kind: Kind::Story,
            headline: format!("标题{number}"),
            publication: Some("江州日报".into()),
            date: None,
            page_number: Some(number as u32 / 5 + 1),
            page_name: None,
            source: String::new(),
            characters: 100,
            reading: Reading::Unread,
        };
        (from..from + count).map(row).collect()
    }

    fn pane(height: u16) -> Size {
        Size { width: 40, height }
    }

    /// The list with its first window: so many rows, and whether there are more.
    fn contents(count: usize, more: bool) -> Contents {
        let mut contents = Contents::default();
        contents.restart(Filter::default());
        let window = contents.wanted(Ticket(1)).unwrap();
        contents.take(window.ticket, rows(0, count), more);
        contents.fit(pane(10));
        contents
    }

    /// What the pane shows: p for a page's name, the number of a headline, - for a blank line.
    fn shown(contents: &Contents) -> String {
        let line = |line| match line {
            Line::Blank => "-".to_owned(),
            Line::Edition(_) => "e".to_owned(),
            Line::Page(_) => "p".to_owned(),
            Line::Headline(i, ..) => i.to_string(),
            Line::Continued(..) => "+".to_owned(),
        };
        contents.shown().map(line).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn headlines_stand_under_their_pages() {
        assert_eq!(shown(&contents(7, false)), "p 0 1 2 3 4 - p 5 6");
    }

    #[test]
    fn a_long_headline_goes_on_on_a_second_line() {
        let mut contents = contents(3, false);
        contents.rows[1].headline = "一个长得一行放不下、两行才放得下的标题".into();
        contents.fit(pane(10));
        assert_eq!(shown(&contents), "p 0 1 + 2");
        assert!(contents.shown().any(|line| matches!(line, Line::Continued(1, _, "放得下的标题"))));
        assert!(contents.point(3) && contents.is_current(1));
    }

    #[test]
    fn the_cursor_keeps_context_around_it() {
        let mut contents = contents(12, false);
        contents.step(5);
        contents.fit(pane(10));
        assert_eq!(shown(&contents), "1 2 3 4 - p 5 6 7 8");
        contents.step(-1);
        contents.fit(pane(10));
        assert_eq!(shown(&contents), "1 2 3 4 - p 5 6 7 8");
        contents.bottom();
        contents.fit(pane(10));
        assert_eq!(shown(&contents), "p 5 6 7 8 9 - p 10 11");
    }

    #[test]
    fn more_is_asked_for_near_the_end_and_once() {
        let mut contents = contents(WINDOW, true);
        assert_eq!(contents.wanted(Ticket(2)), None);
        contents.step(WINDOW as isize - 10);
        let window = contents.wanted(Ticket(2)).unwrap();
        assert_eq!((window.from, window.direction), (Some(rows(WINDOW - 1, 1)[0].key), Direction::Forward));
        assert_eq!(contents.wanted(Ticket(3)), None);
        contents.take(Ticket(2), rows(WINDOW, 50), false);
        contents.bottom();
        assert_eq!(contents.current().unwrap().headline, format!("标题{}", WINDOW + 49));
    }

    #[test]
    fn far_rows_are_let_go() {
        let mut contents = contents(WINDOW, true);
        for more in 1..20 {
            contents.step(isize::MAX);
            let window = contents.wanted(Ticket(more as u64 + 1)).unwrap();
            contents.take(window.ticket, rows(more * WINDOW, WINDOW), true);
        }
        assert!(contents.rows.len() <= MOST);
        let number = contents.number().unwrap();
        assert_eq!(contents.current().unwrap().headline, format!("标题{}", number - 1));
        contents.step(-(MOST as isize));
        assert_eq!(contents.wanted(Ticket(99)).unwrap().direction, Direction::Backward);
    }

    #[test]
    fn answers_to_older_questions_are_passed_over() {
        let mut contents = contents(5, false);
        contents.restart(Filter { headline: "甲".into(), ..Filter::default() });
        let first = contents.wanted(Ticket(2)).unwrap();
        contents.restart(Filter { headline: "甲乙".into(), ..Filter::default() });
        let second = contents.wanted(Ticket(3)).unwrap();
        contents.take(first.ticket, rows(50, 5), false);
        assert_eq!(contents.rows.len(), 5);
        assert_eq!(contents.current().unwrap().headline, "标题0");
        contents.take(second.ticket, rows(70, 1), false);
        assert_eq!(contents.current().unwrap().headline, "标题70");
    }

    #[test]
    fn widening_stays_on_the_article() {
        let mut contents = contents(1, false);
        contents.restart(Filter { headline: "甲".into(), ..Filter::default() });
        let window = contents.wanted(Ticket(2)).unwrap();
        contents.take(window.ticket, rows(7, 1), false);
        contents.widen(Filter::default());
        let after = contents.wanted(Ticket(3)).unwrap();
        let before = contents.wanted(Ticket(4)).unwrap();
        assert_eq!((after.direction, before.direction), (Direction::Forward, Direction::Backward));
        contents.take(after.ticket, rows(8, 4), false);
        contents.take(before.ticket, rows(0, 7), false);
        assert_eq!((contents.cursor, contents.current().unwrap().headline.as_str()), (7, "标题7"));
    }
}
