//! The numbers by which the library is ordered.
//!
//! A list is ordered by (edition, place, turn): the key of the edition, which is smaller for newer
//! days and within a day grows with the publication; the place of the page in it; the turn of the
//! article on its page. Hits come by descending article number (`articles.id`), which grows with the
//! day. Pages without a date stand at the day of their import, in editions of their own: newer than those of that
//! day, and newer the later they came.

use std::ops::Range;

use crate::model::Date;

/// Bits of an edition's key for the editions of one day: the first half of them for publications, the second
/// for what came without a date on the day before.
const EDITION_BITS: u32 = 24;
/// The bit that tells an edition without a date.
pub const UNDATED: i64 = 1 << (EDITION_BITS - 1);
/// Bits of an article's number for the articles of one day: few, since the index keeps the differences
/// between the numbers of a gram's articles, and a small difference takes fewer bytes.
const TURN_BITS: u32 = 16;
/// Later than every date: the articles for which the numbers of their day do not suffice.
const LATER: i64 = 1 << 23;
/// Stands for the number of a page that has none: after those that have one.
const NUMBERLESS: u32 = i32::MAX as u32;

/// When something appeared, as a number that grows with time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i64);

impl Day {
    /// Later than every date.
    pub const LATER: Self = Self(LATER);

    /// The day of a date.
    pub fn of(date: Date) -> Self {
        Self(i64::from((date.year() * 16 + date.month()) * 32 + date.day()))
    }

    /// The key of the edition that a publication (by its number; 0: an unknown one) had that day.
    pub fn edition(self, publication: i64) -> i64 {
        publication - (self.0 << EDITION_BITS)
    }

    /// The keys for what came that day without a date, the newest first.
    pub fn undated_editions(self) -> Range<i64> {
        self.edition(-UNDATED)..self.edition(0)
    }

    /// The numbers that the day's articles may have.
    pub fn numbers(self) -> Range<i64> {
        match self.0 {
            LATER.. => LATER << TURN_BITS..i64::MAX,
            day => day << TURN_BITS..(day + 1) << TURN_BITS,
        }
    }
}

/// The numbers of articles between two days, both included; those without a date are not all left out.
pub fn numbers(since: Option<Date>, until: Option<Date>) -> Range<i64> {
    if since.is_none() && until.is_none() {
        return 0..i64::MAX;
    }
    let start = since.map_or(0, |date| Day::of(date).numbers().start);
    let end = until.map_or(Day::LATER.numbers().start, |date| Day::of(date).numbers().end);
    start..end.max(start)
}

/// The keys of editions between two days, both included; those without a date ([`UNDATED`]) are among them.
pub fn editions(since: Option<Date>, until: Option<Date>) -> Range<i64> {
    if since.is_none() && until.is_none() {
        return i64::MIN..i64::MAX;
    }
    let first = until.map_or(Day(LATER - 1), Day::of);
    let last = since.map_or(Day(0), Day::of);
    first.edition(0)..Day(last.0 - 1).edition(0)
}

/// The place of a page in its edition, different for each page: by number where the day is known
/// and numbers therefore mean something, else in the order in which they came.
pub fn place(page: i64, number: Option<u32>, dated: bool) -> i64 {
    match dated {
        true => (i64::from(number.unwrap_or(NUMBERLESS).min(NUMBERLESS)) << 32) + page,
        false => page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::of(text.parse().unwrap())
    }

    #[test]
    fn newer_editions_come_first() {
        let undated = day("2018-12-01").undated_editions();
        let editions = [
            day("9999-12-31").edition(0),
            day("2018-12-02").edition(UNDATED - 1),
            undated.start,
            undated.end - 1,
            day("2018-12-01").edition(0),
            day("2018-12-01").edition(1),
            day("2018-12-01").edition(2),
            day("2018-11-30").edition(9),
            day("0001-01-01").edition(0),
        ];
        assert!(editions.is_sorted(), "{editions:?}");
        for edition in editions {
            assert_eq!(edition & UNDATED != 0, undated.contains(&edition), "{edition}");
        }
    }

    #[test]
    fn numbers_grow_with_the_day() {
        assert!(day("2018-11-29").numbers().end <= day("2018-11-30").numbers().start);
        assert!(day("9999-12-31").numbers().end <= Day::LATER.numbers().start);
    }

    #[test]
    fn a_range_of_days_holds_them_and_no_others() {
        let since = numbers("2018-11-29".parse().ok(), None);
        assert!(since.contains(&day("2018-11-29").numbers().start));
        assert!(!since.contains(&day("2018-11-28").numbers().start));
        assert!(!since.contains(&Day::LATER.numbers().start));
        assert!(numbers(None, None).contains(&Day::LATER.numbers().start));
        for (text, inside) in [("2018-11-28", false), ("2018-11-29", true), ("2018-11-30", true), ("2018-12-01", false)]
        {
            let range = editions("2018-11-29".parse().ok(), "2018-11-30".parse().ok());
            assert_eq!(range.contains(&day(text).edition(5)), inside, "{text}");
        }
    }

    #[test]
    fn pages_of_a_day_go_by_number_those_of_an_import_as_they_came() {
        assert!(place(9, Some(1), true) < place(3, Some(2), true));
        assert!(place(3, Some(2), true) < place(1, None, true));
        assert!(place(3, Some(2), false) < place(4, Some(1), false));
    }
}
