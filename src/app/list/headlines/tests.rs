//! The list by itself: its lines, its cursor, what it asks for.

use proptest::prelude::*;

use super::*;
use crate::app::list::window::{MOST, WINDOW};
use crate::model::{Folded, Group, Kind, PageId, RowKey};

/// Rows numbered from `from` on, five on a page.
fn rows(from: usize, count: usize) -> Vec<Listed> {
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
    (from..from + count).map(row).map(Listed::article).collect()
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
        Line::Folded(i, _) => format!("[{i}]"),
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
    contents.held.entries[1].row.headline = "一个长得一行放不下、两行才放得下的标题".into();
    contents.fit(pane(10));
    assert_eq!(shown(&contents), "p 0 1 + 2");
    assert!(
        contents.shown().any(
            |line| matches!(line, Line::Continued(1, row, bytes) if row.headline[bytes.clone()] == *"放得下的标题")
        )
    );
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
    assert_eq!(
        (window.stretch.from, window.stretch.direction),
        (Some(rows(WINDOW - 1, 1)[0].seat), Direction::Forward)
    );
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
    assert!(contents.held.entries.len() <= MOST);
    let number = contents.number().unwrap();
    assert_eq!(contents.current().unwrap().headline, format!("标题{}", number - 1));
    contents.step(-(MOST as isize));
    assert_eq!(contents.wanted(Ticket(99)).unwrap().stretch.direction, Direction::Backward);
}

#[test]
fn answers_to_older_questions_are_passed_over() {
    let mut contents = contents(5, false);
    contents.restart(Filter { headline: "甲".into(), ..Filter::default() });
    let first = contents.wanted(Ticket(2)).unwrap();
    contents.restart(Filter { headline: "甲乙".into(), ..Filter::default() });
    let second = contents.wanted(Ticket(3)).unwrap();
    contents.take(first.ticket, rows(50, 5), false);
    assert_eq!(contents.held.entries.len(), 5);
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
    let before = contents.wanted(Ticket(3)).unwrap();
    let after = contents.wanted(Ticket(4)).unwrap();
    assert_eq!((before.stretch.direction, before.stretch.included), (Direction::Backward, true));
    assert_eq!((after.stretch.direction, after.stretch.included), (Direction::Forward, false));
    contents.take(before.ticket, rows(0, 8), false);
    assert_eq!(contents.held.entries.len(), 1);
    contents.take(after.ticket, rows(8, 4), false);
    assert_eq!((contents.held.cursor, contents.current().unwrap().headline.as_str()), (7, "标题7"));
    assert_eq!(contents.number(), Some(8));
}

#[test]
fn widening_twice_stays_on_the_article() {
    let mut contents = contents(9, false);
    contents.step(7);
    contents.widen(Filter { pages: vec![PageId(1)], ..Filter::default() });
    let broken_off = [2, 3].map(|ticket| contents.wanted(Ticket(ticket)).unwrap());
    contents.widen(Filter { pages: vec![PageId(1), PageId(2)], ..Filter::default() });
    contents.take(broken_off[0].ticket, Vec::new(), true);
    contents.take(broken_off[1].ticket, rows(8, 1), true);
    assert_eq!(contents.current().unwrap().headline, "标题7");
    let whole = [4, 5].map(|ticket| contents.wanted(Ticket(ticket)).unwrap());
    contents.take(whole[0].ticket, rows(0, 8), false);
    contents.take(whole[1].ticket, rows(8, 4), false);
    assert_eq!((contents.current().unwrap().headline.as_str(), contents.number()), ("标题7", Some(8)));
}

#[test]
fn the_end_of_the_list_is_numbered_by_its_count() {
    let mut contents = contents(9, false);
    contents.step(7);
    contents.widen(Filter { pages: vec![PageId(1)], ..Filter::default() });
    contents.count(Ticket(2));
    let halves = [3, 4].map(|ticket| contents.wanted(Ticket(ticket)).unwrap());
    contents.counted(Ticket(2), 500);
    contents.take(halves[0].ticket, rows(5, 3), true);
    contents.take(halves[1].ticket, rows(8, 2), false);
    assert_eq!(contents.number(), Some(498));
}

/// Answers what is asked from a list of twelve articles, five on a page.
fn answered(contents: &mut Contents, entries: &dyn Fn(usize) -> Vec<Listed>) {
    for ticket in 10.. {
        let Some(window) = contents.wanted(Ticket(ticket)) else { break };
        let middle = window.stretch.from.unwrap().key;
        let all = entries(12);
        let is_before = |entry: &Listed| entry.beyond(Direction::Backward).key < middle;
        let (before, after): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|entry| is_before(entry) || entry.seat.key == middle);
        let half = if window.stretch.direction == Direction::Backward { before } else { after };
        contents.take(window.ticket, half, false);
    }
    contents.fit(pane(10));
}

#[test]
fn a_page_is_folded_and_opened() {
    let mut contents = contents(12, false);
    contents.step(6);
    contents.fold();
    assert_eq!(contents.held.entries.len(), 12);
    contents.step(1);
    answered(&mut contents, &|_| {
        let group = Group::Page(0, 1);
        let folded = Listed::folded(rows(5, 1).remove(0).row, Folded { group, articles: 5 });
        [rows(0, 5), vec![folded], rows(10, 2)].concat()
    });
    assert_eq!(shown(&contents), "1 2 3 4 - [5] - p 6 7");
    assert_eq!((contents.cursor(), contents.number()), (6, Some(11)));
    contents.step(-1);
    assert_eq!((contents.entry().unwrap().articles(), contents.number()), (5, Some(6)));
    assert!(contents.unfold());
    answered(&mut contents, &|count| rows(0, count));
    assert_eq!((contents.cursor(), contents.current().unwrap().headline.as_str()), (5, "标题5"));
}

#[test]
fn folding_goes_from_the_page_to_the_edition() {
    let mut contents = contents(12, false);
    let row = contents.current().unwrap().clone();
    contents.fold();
    assert_eq!(contents.listing().hiding(&row), Some(Group::page(&row)));
    contents.fold();
    assert_eq!(contents.listing().hiding(&row), Some(Group::edition(&row)));
    contents.fold();
    assert_eq!(contents.listing().hiding(&row), Some(Group::edition(&row)));
}

proptest! {
    /// However the cursor moves, the pane is full as far as there are lines, shows them without a
    /// gap, and the cursor among them.
    #[test]
    fn the_pane_is_a_stretch_of_all_lines(moves in prop::collection::vec((0..3, -9..9isize), 1..20), height in 1..14u16) {
        let mut contents = contents(43, false);
        contents.held.entries[7].row.headline = "一个长得一行放不下、两行才放得下的标题".into();
        contents.fit(pane(height));
        for (kind, by) in moves {
            match kind {
                0 => contents.step(by),
                1 => contents.turn(by.signum()),
                _ => contents.move_to(by.unsigned_abs() * 5),
            }
            contents.fit(pane(height));
            let all: Vec<_> = contents.lines_from(0).collect();
            let shown: Vec<_> = contents.shown().collect();
            prop_assert_eq!(shown.len(), all.len().min(height.into()));
            prop_assert!(all.windows(shown.len()).any(|stretch| stretch == shown));
            prop_assert!(shown.iter().any(|line| line.begins(contents.cursor())));
        }
    }
}
