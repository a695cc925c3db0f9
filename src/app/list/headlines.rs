//! The headline list: a stretch of the library, a cursor in it, what narrows, orders and folds it.

mod folding;
pub(in crate::app) mod listing;
mod narrowing;
mod resuming;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::app::effect::{Ticket, Window};
use crate::app::last_view::Unfinished;
use crate::app::outbox::Outbox;
use crate::app::pane::Pane;
use crate::model::{ArticleId, Direction, Filter, Group, Listed, Listing, Order, Reading, Row};
use crate::text::Metrics;
use crate::typeset::Size;

use super::counts::UnreadCounts;
use super::line::{self, ListLine, same_edition, same_page};
use super::window::{EntryWindow, Renewed};

/// The headline list.
#[derive(Clone, Debug, Default)]
pub struct Headlines {
    held: EntryWindow,
    /// What was typed to narrow the list.
    typed: String,
    /// The lines wanted between the pane's first and the cursor's.
    wish: usize,
    /// The lines there are between them, as the list's ends allow.
    above: usize,
    /// Whether the cursor's line stays where it is, however near to an edge, until the cursor moves.
    is_still: bool,
    size: Size,
    metrics: Metrics,
    /// What is unread, as far as it has been counted.
    counts: UnreadCounts,
    /// The article that was left unfinished, on top of the whole list; whether the cursor is on it.
    unfinished: Option<Unfinished>,
    on_unfinished: bool,
}

impl Headlines {
    /// A list without rows, whose text is measured in this way.
    pub fn new(metrics: Metrics) -> Self {
        Self { metrics, ..Self::default() }
    }

    /// Measures its text in another way from now on.
    pub fn measure_by(&mut self, metrics: Metrics) {
        self.metrics = metrics;
    }

    /// The articles of an edition or a page that are unread, once counted.
    pub fn unread(&self, group: Group) -> Option<u64> {
        self.counts.of(group)
    }

    /// Takes counts of what is unread.
    pub fn take_counts(&mut self, ticket: Ticket, counts: Vec<(Group, u64)>) {
        self.counts.take(ticket, counts);
    }

    /// Pages have come to the library: what is counted may be wrong.
    pub fn brought_in(&mut self) {
        self.counts.change();
    }

    /// Asks what is unread in an edition that is named, and in what is seen of the list where it is.
    pub fn ask_counts(&mut self, named: Option<Group>, is_seen: bool, out: &mut Outbox) {
        let Self { held, counts, size, .. } = self;
        let near = if is_seen { usize::from(size.height) } else { 0 };
        let entries = held.entries.iter().skip(held.cursor.saturating_sub(near)).take(2 * near);
        let of_entry = |entry: &Listed| match entry.folded {
            Some(folded) => [Some(folded.group), None],
            None => [Some(Group::page(&entry.row)), Some(Group::edition(&entry.row))],
        };
        let by_page = held.listing.order.is_by_page();
        let mut before = None;
        let is_new = |entry: &&Listed| before.replace(Group::page(&entry.row)) != Some(Group::page(&entry.row));
        let groups = entries.filter(|_| by_page).filter(is_new).flat_map(of_entry).flatten().chain(named);
        counts.ask(groups, &held.listing.filter, out);
    }

    /// Whether its first rows have not come yet.
    pub fn is_waiting(&self) -> bool {
        self.held.is_waiting()
    }

    /// The entry that the cursor is on.
    pub fn entry(&self) -> Option<&Listed> {
        self.held.entries.get(self.held.cursor)
    }

    /// The row that the cursor is on; the first of what is folded there.
    pub fn current(&self) -> Option<&Row> {
        self.entry().map(|entry| &entry.row)
    }

    /// What it shows, and how.
    pub fn listing(&self) -> &Listing {
        &self.held.listing
    }

    /// Which articles it shows.
    pub fn filter(&self) -> &Filter {
        &self.held.listing.filter
    }

    /// The articles that the filter lets through, once counted.
    pub fn total(&self) -> Option<u64> {
        self.held.total()
    }

    /// The number of the current article in the whole list, from 1, where it is known.
    pub fn number(&self) -> Option<u64> {
        self.held.number(self.held.cursor)
    }

    /// Begins anew under another filter; what is shown stays until its first rows come.
    pub fn restart(&mut self, filter: Filter) {
        self.held.listing.filter = filter;
        self.held.load(Direction::Forward);
    }

    /// Widens the filter and stays on the same article.
    pub fn widen(&mut self, filter: Filter) {
        let row = self.current().cloned();
        self.restart_around(filter, row);
    }

    /// Lists the same anew, for the library has changed: the cursor's line stays where it is.
    pub fn renew(&mut self) {
        match self.current().cloned() {
            Some(row) => self.held.renew_around(&row),
            None => self.held.load(Direction::Forward),
        }
    }

    /// Begins anew under another filter around an article, or as [`Self::restart`] where there is none.
    pub fn restart_around(&mut self, filter: Filter, row: Option<Row>) {
        match row {
            Some(row) => {
                self.held.listing.filter = filter;
                self.held.load_around(&row, None, usize::from(self.size.height / 2));
            }
            None => self.restart(filter),
        }
    }

    /// Lists the same articles in another order, from the first.
    pub fn reorder(&mut self, order: Order) {
        self.held.listing.order = order;
        self.held.load(Direction::Forward);
    }

    /// Expects a count.
    pub fn count(&mut self, ticket: Ticket) {
        self.held.count(ticket);
    }

    /// Takes a count, if it was the last asked for.
    pub fn counted(&mut self, ticket: Ticket, count: u64) {
        self.held.counted(ticket, count);
    }

    /// Takes entries, if they are still wanted.
    pub fn take(&mut self, ticket: Ticket, listed: Vec<Listed>, more: bool) {
        match self.held.take(ticket, listed, more) {
            Some(Renewed::From(Direction::Forward)) => self.wish = 0,
            Some(Renewed::From(Direction::Backward)) => self.wish = usize::MAX,
            Some(Renewed::Around(above)) => self.wish = above,
            Some(Renewed::InPlace) => (self.wish, self.is_still) = (self.above, true),
            None => {}
        }
    }

    /// The entries that are wanted next; they count as asked for, by this ticket.
    pub fn wanted(&mut self, ticket: Ticket) -> Option<Window> {
        self.held.wanted(ticket)
    }

    /// Moves the cursor to an entry, or to the last if there are fewer.
    pub fn move_to(&mut self, entry: usize) {
        let entry = entry.min(self.held.entries.len().saturating_sub(1));
        let moved = match entry < self.held.cursor {
            true => -(self.lines_between(entry, self.held.cursor) as isize),
            false => self.lines_between(self.held.cursor, entry) as isize,
        };
        self.held.cursor = entry;
        self.is_still = false;
        self.on_unfinished = false;
        self.above = self.above.saturating_add_signed(moved);
        self.wish = self.above;
    }

    /// Moves the cursor to the first row of the next page, or of this page or the one before.
    pub fn step_page(&mut self, direction: Direction) {
        let entries = &self.held.entries;
        let begins = |&i: &usize| i == 0 || !same_page(&entries[i - 1].row, &entries[i].row);
        let target = match direction {
            Direction::Forward => (self.held.cursor + 1..entries.len()).find(begins).unwrap_or(usize::MAX),
            Direction::Backward => (0..self.held.cursor).rev().find(begins).unwrap_or(0),
        };
        if !entries.is_empty() {
            self.move_to(target);
        }
    }

    /// The cursor's entry among those held, from 0.
    pub fn cursor(&self) -> usize {
        self.held.cursor
    }

    /// Moves the cursor to an article, if it is held and the cursor is on another.
    pub fn find(&mut self, id: ArticleId) {
        let elsewhere = self.current().is_some_and(|row| row.id != id);
        let at = |entry: &Listed| entry.row.id == id && entry.folded.is_none();
        if let Some(entry) = self.held.entries.iter().position(at).filter(|_| elsewhere) {
            self.move_to(entry);
        }
    }

    /// Moves the cursor to an article wherever it is, and opens what is folded over it.
    pub fn go_to(&mut self, row: &Row) {
        let folded = self.unfold_over(row);
        let at = self.held.entries.iter().position(|entry| entry.row.key == row.key && entry.folded.is_none());
        match at.filter(|_| !folded) {
            Some(entry) => self.move_to(entry),
            None => self.held.load_around(row, None, usize::from(self.size.height / 2)),
        }
    }

    /// Notes how far articles have been read.
    pub fn mark(&mut self, articles: &[ArticleId], reading: Reading) {
        let rows = self.held.entries.iter_mut().map(|entry| &mut entry.row);
        let before =
            rows.filter(|row| articles.contains(&row.id)).map(|row| std::mem::replace(&mut row.reading, reading));
        let before: Vec<Reading> = before.collect();
        if before.len() < articles.len() || before.iter().any(|before| *before != reading) {
            self.counts.change();
        }
    }

    /// The rows of the newspaper's page that the cursor is in, or of the edition in an order that does
    /// not keep pages together; their numbers among the entries, and the cursor's.
    pub fn page_at_cursor(&self) -> (Vec<&Row>, Range<usize>, usize) {
        let Some(current) = self.current() else { return (Vec::new(), 0..0, 0) };
        let cursor = self.held.cursor;
        let are_together = if self.listing().order.is_by_page() { same_page } else { same_edition };
        let together = |entry: &&Listed| are_together(&entry.row, current);
        let before = self.held.entries.range(..cursor).rev().take_while(together).count();
        let start = cursor - before;
        let rows: Vec<&Row> = self.held.entries.range(start..).take_while(together).map(|entry| &entry.row).collect();
        let end = start + rows.len();
        (rows, start..end, cursor)
    }

    /// A row of the page that the cursor is in, of the next page and of the one before, as far as they are held.
    pub fn rows_of_pages_near(&self) -> Vec<&Row> {
        let (_, page, cursor) = self.page_at_cursor();
        let before = page.start.checked_sub(1);
        [Some(cursor), Some(page.end), before].into_iter().flatten().filter_map(|entry| self.row_at(entry)).collect()
    }

    /// The article of an entry.
    pub fn id_at(&self, entry: usize) -> Option<ArticleId> {
        self.row_at(entry).map(|row| row.id)
    }

    /// The row of an entry.
    pub fn row_at(&self, entry: usize) -> Option<&Row> {
        self.held.entries.get(entry).map(|entry| &entry.row)
    }

    /// Whether an entry is the cursor's.
    pub fn is_current(&self, entry: usize) -> bool {
        entry == self.held.cursor && self.on_unfinished().is_none()
    }

    /// The lines of the pane, from its first.
    pub fn shown(&self) -> impl Iterator<Item = ListLine<'_>> {
        self.lines_from_above(self.above).take(self.size.height.into())
    }

    /// Moves the cursor to the entry in a row of the pane, if one is there.
    pub fn point(&mut self, row: u16) -> bool {
        let there = self.shown().nth(row.into()).and_then(|line| line.entry());
        there.into_iter().for_each(|entry| self.move_to(entry));
        there.is_some()
    }

    fn lines_of(&self, entry: usize) -> impl Iterator<Item = ListLine<'_>> {
        let entries = &self.held.entries;
        let previous = entry.checked_sub(1).and_then(|before| entries.get(before));
        let (order, width) = (self.held.listing.order, self.size.width);
        let lines = move |listed| line::lines_of((entry, listed), previous, order, width, self.metrics);
        let on_top = self.unfinished().filter(|_| entry == 0).map(ListLine::Unfinished);
        on_top.into_iter().chain(entries.get(entry).into_iter().flat_map(lines))
    }

    /// Moves the cursor by lines, as far as there are entries.
    fn scroll(&mut self, lines: isize) {
        let first_line = |line: ListLine<'_>| line.entry().filter(|entry| line.begins(*entry));
        let entry = if lines > 0 {
            self.lines_below().take(lines.unsigned_abs().saturating_add(1)).filter_map(first_line).last()
        } else {
            self.lines_from_above(lines.unsigned_abs()).find_map(first_line)
        };
        self.move_to(entry.unwrap_or(0));
    }

    /// The lines of an entry and of those after it.
    fn lines_from(&self, entry: usize) -> impl Iterator<Item = ListLine<'_>> {
        (entry..self.held.entries.len()).flat_map(|entry| self.lines_of(entry))
    }

    /// The lines of an entry that stand above its first.
    fn headings(&self, entry: usize) -> usize {
        self.lines_of(entry).take_while(|line| !line.begins(entry)).count()
    }

    /// The lines from the first of an entry to the first of a later one.
    fn lines_between(&self, entry: usize, later: usize) -> usize {
        let all: usize = (entry..later).map(|entry| self.lines_of(entry).count()).sum();
        (all + self.headings(later)).saturating_sub(self.headings(entry))
    }

    /// An entry above the cursor's line by so many lines or more, as far as there are so many; and
    /// the lines from its heading to the cursor's.
    fn entry_above(&self, lines: usize) -> (usize, usize) {
        let (mut entry, mut above) = (self.held.cursor, self.headings(self.held.cursor));
        while above < lines && entry > 0 {
            entry -= 1;
            above += self.lines_of(entry).count();
        }
        (entry, above)
    }

    /// The lines from the one so many above the cursor's on.
    fn lines_from_above(&self, lines: usize) -> impl Iterator<Item = ListLine<'_>> {
        let (entry, above) = self.entry_above(lines);
        self.lines_from(entry).skip(above.saturating_sub(lines))
    }

    /// The lines from the cursor's on.
    fn lines_below(&self) -> impl Iterator<Item = ListLine<'_>> {
        self.lines_from(self.held.cursor).skip(self.headings(self.held.cursor))
    }
}

impl Pane for Headlines {
    /// Keeps the cursor's line within the pane, with some context where there is room.
    fn fit(&mut self, size: Size) {
        self.size = size;
        let height = usize::from(size.height).max(1);
        let context = (height.saturating_sub(1) / 2).min(3);
        let (_, before) = self.entry_above(height);
        let below = self.lines_below().take(height).count();
        let context = if self.is_still { 0 } else { context };
        let wish = self.wish.clamp(context, height - 1 - context);
        self.above = wish.max(height - below).min(before);
    }

    fn step(&mut self, entries: isize) {
        if let Some(steps) = self.held.steps_to_come() {
            *steps = steps.saturating_add(entries);
        } else if entries < 0 && self.held.cursor == 0 {
            self.step_onto_unfinished();
        } else if self.on_unfinished().is_some() {
            self.move_to(entries.unsigned_abs().saturating_sub(1));
        } else {
            self.move_to(self.held.cursor.saturating_add_signed(entries));
        }
    }

    fn turn(&mut self, screens: isize) {
        let lines = isize::try_from(self.size.height).unwrap_or(isize::MAX).saturating_sub(1).max(1);
        self.scroll(lines.saturating_mul(screens));
    }

    fn half(&mut self, halves: isize) {
        let lines = isize::try_from(self.size.height / 2).unwrap_or(isize::MAX).max(1);
        self.scroll(lines.saturating_mul(halves));
    }

    fn top(&mut self) {
        match self.held.is_at_end(Direction::Backward) {
            true => self.move_to(0),
            false => self.held.load(Direction::Forward),
        }
    }

    fn bottom(&mut self) {
        match self.held.is_at_end(Direction::Forward) {
            true => self.move_to(usize::MAX),
            false => self.held.load(Direction::Backward),
        }
    }
}
