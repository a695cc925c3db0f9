//! The lines of the headline list, and the room that each has for what.

use std::ops::Range;

use crate::model::{Group, Kind, Listed, Order, Row};
use crate::text::Metrics;
use crate::typeset::{Measure, break_lines};

/// A line of the list as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum ListLine<'a> {
    /// White space between groups.
    Blank,
    /// A newspaper and its day, where they change; a row of it. The first is the masthead's.
    Edition(&'a Row),
    /// A page of it; a row of it.
    Page(&'a Row),
    /// A folded edition or page: its number among the entries, and what it stands for.
    Folded(usize, &'a Listed),
    /// A headline: its number among the entries, its row, and the bytes that its line holds of it.
    Headline(usize, &'a Row, Range<usize>),
    /// What a headline's first line does not hold.
    Continued(usize, &'a Row, Range<usize>),
}

impl ListLine<'_> {
    /// The number of the entry that it belongs to, if the cursor can be on it.
    pub fn entry(&self) -> Option<usize> {
        match self {
            Self::Folded(i, _) | Self::Headline(i, ..) | Self::Continued(i, ..) => Some(*i),
            Self::Blank | Self::Edition(_) | Self::Page(_) => None,
        }
    }

    /// Whether it is an entry's first line.
    pub fn begins(&self, entry: usize) -> bool {
        matches!(self, Self::Folded(i, _) | Self::Headline(i, ..) if *i == entry)
    }
}

/// The columns before a headline: the cursor's bar, the bookmark's mark.
pub const MARKS: u16 = 2;
/// The least width of a list that shows lengths.
pub const LENGTHS: u16 = 28;
/// The least width of a list that shows reading times.
pub const TIMES: u16 = 54;
/// The columns of the longest length, 99999字, and a blank after it.
const LENGTH: u16 = 8;
/// The columns of the longest reading time, 99 min, and a blank before it.
pub const TIME: u16 = 7;
/// The columns of the mark of how far an article has been read, between blanks.
const READ: u16 = 3;
/// The columns that a picture's tag takes before its headline.
pub const TAG: u16 = 3;
/// The columns by which a headline's second line hangs: it is no headline of its own.
pub const HANG: u16 = 2;
/// The least room in which a headline goes on on a second line.
const ROOM: u16 = 8;

/// The cells that a list of this width has for a headline.
pub fn headline_room(width: u16) -> u16 {
    let length = if width >= LENGTHS { LENGTH } else { 0 };
    let time = if width >= TIMES { TIME } else { 0 };
    width.saturating_sub(length + time + READ + MARKS + 1)
}

/// The lines of an entry in an order, in a list of this width; `previous`: the entry before it.
pub fn lines_of<'a>(
    (number, entry): (usize, &'a Listed),
    previous: Option<&Listed>,
    order: Order,
    width: u16,
    metrics: Metrics,
) -> impl Iterator<Item = ListLine<'a>> {
    let headings = if order == Order::Longest { [None, None, None] } else { headings(entry, previous) };
    let row = &entry.row;
    let [first, rest] = match entry.folded {
        Some(_) => [Some(ListLine::Folded(number, entry)), None],
        None => {
            let (first, rest) = halves(row, width, metrics);
            [Some(ListLine::Headline(number, row, first)), rest.map(|rest| ListLine::Continued(number, row, rest))]
        }
    };
    headings.into_iter().chain([first, rest]).flatten()
}

/// What stands above an entry: white space, its edition, its page, where they begin.
fn headings<'a>(entry: &'a Listed, previous: Option<&Listed>) -> [Option<ListLine<'a>>; 3] {
    let row = &entry.row;
    let is_folded = |listed: &Listed| listed.folded.is_some();
    let new_edition = previous.is_some_and(|previous| !same_edition(&previous.row, row));
    let new_page = previous.is_none_or(|previous| is_folded(previous) || !same_page(&previous.row, row));
    let whole = is_whole_edition(entry);
    let apart = previous.is_some_and(|previous| match (is_folded(previous), is_folded(entry)) {
        (true, true) => new_edition && !(whole && is_whole_edition(previous)),
        _ => true,
    });
    let page_known = row.page_number.is_some() || row.page_name.is_some();
    [
        (new_page && apart).then_some(ListLine::Blank),
        (new_edition && !whole).then_some(ListLine::Edition(row)),
        (new_page && page_known && !is_folded(entry)).then_some(ListLine::Page(row)),
    ]
}

/// Whether an entry stands for all of an edition, and so says which.
pub fn is_whole_edition(entry: &Listed) -> bool {
    entry.folded.is_some_and(|folded| folded.group == Group::edition(&entry.row))
}

/// A headline in two lines, where one does not hold it: the bytes of each.
fn halves(row: &Row, width: u16, metrics: Metrics) -> (Range<usize>, Option<Range<usize>>) {
    let tag = if row.kind == Kind::Photo { TAG } else { 0 };
    let room = headline_room(width).saturating_sub(tag);
    let headline = row.headline.as_str();
    // No character takes more cells than bytes.
    if room < ROOM || headline.len() <= usize::from(room) {
        return (0..headline.len(), None);
    }
    let mut lines = break_lines(headline, metrics, Measure::of(room.into()));
    match (lines.next(), lines.next()) {
        (Some(first), Some(second)) => (first.bytes, Some(second.bytes.start..headline.len())),
        _ => (0..headline.len(), None),
    }
}

/// Whether two rows stand under the same name and day.
pub fn same_edition(one: &Row, other: &Row) -> bool {
    let known = one.publication.is_some() || one.date.is_some();
    (&one.publication, one.date) == (&other.publication, other.date) && (known || one.source == other.source)
}

/// Whether two rows stand under the same page.
pub fn same_page(one: &Row, other: &Row) -> bool {
    let page = |row: &Row| (row.page_number, row.page_label.clone(), row.page_name.clone());
    same_edition(one, other) && page(one) == page(other)
}
