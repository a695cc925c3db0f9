//! The list by itself: its lines, its cursor, what it asks for.

use proptest::prelude::*;

use crate::app::list::end::WINDOW;
use crate::app::list::window::MOST;
use crate::model::{Folded, Group, Kind, PageId, RowKey};

use super::*;

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
        page_label: None,
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
fn headlines(count: usize, more: bool) -> Headlines {
    let mut headlines = Headlines::default();
    headlines.restart(Filter::default());
    let window = headlines.wanted(Ticket(1)).unwrap();
    headlines.take(window.ticket, rows(0, count), more);
    headlines.fit(pane(10));
    headlines
}

/// What the pane shows: p for a page's name, the number of a headline, - for a blank line.
fn shown(headlines: &Headlines) -> String {
    let line = |line| match line {
        ListLine::Unfinished(_) => "u".to_owned(),
        ListLine::Blank => "-".to_owned(),
        ListLine::Edition(_) => "e".to_owned(),
        ListLine::Page(_) => "p".to_owned(),
        ListLine::Folded(i, _) => format!("[{i}]"),
        ListLine::Headline(i, ..) => i.to_string(),
        ListLine::Continued(..) => "+".to_owned(),
    };
    headlines.shown().map(line).collect::<Vec<_>>().join(" ")
}

#[test]
fn headlines_stand_under_their_pages() {
    assert_eq!(shown(&headlines(7, false)), "p 0 1 2 3 4 - p 5 6");
}

#[test]
fn a_long_headline_goes_on_on_a_second_line() {
    let mut headlines = headlines(3, false);
    headlines.held.entries[1].row.headline = "一个长得一行放不下、两行才放得下的标题".into();
    headlines.fit(pane(10));
    assert_eq!(shown(&headlines), "p 0 1 + 2");
    assert!(headlines.shown().any(
        |line| matches!(line, ListLine::Continued(1, row, bytes) if row.headline[bytes.clone()] == *"放得下的标题")
    ));
    assert!(headlines.point(3) && headlines.is_current(1));
}

#[test]
fn the_cursor_keeps_context_around_it() {
    let mut headlines = headlines(12, false);
    headlines.step(5);
    headlines.fit(pane(10));
    assert_eq!(shown(&headlines), "1 2 3 4 - p 5 6 7 8");
    headlines.step(-1);
    headlines.fit(pane(10));
    assert_eq!(shown(&headlines), "1 2 3 4 - p 5 6 7 8");
    headlines.bottom();
    headlines.fit(pane(10));
    assert_eq!(shown(&headlines), "p 5 6 7 8 9 - p 10 11");
}

#[test]
fn more_is_asked_for_near_the_end_and_once() {
    let mut headlines = headlines(WINDOW, true);
    assert_eq!(headlines.wanted(Ticket(2)), None);
    headlines.step(WINDOW as isize - 10);
    let window = headlines.wanted(Ticket(2)).unwrap();
    assert_eq!(
        (window.stretch.from, window.stretch.direction),
        (Some(rows(WINDOW - 1, 1)[0].seat), Direction::Forward)
    );
    assert_eq!(headlines.wanted(Ticket(3)), None);
    headlines.take(Ticket(2), rows(WINDOW, 50), false);
    headlines.bottom();
    assert_eq!(headlines.current().unwrap().headline, format!("标题{}", WINDOW + 49));
}

#[test]
fn far_rows_are_let_go() {
    let mut headlines = headlines(WINDOW, true);
    for more in 1..20 {
        headlines.step(isize::MAX);
        let window = headlines.wanted(Ticket(more as u64 + 1)).unwrap();
        headlines.take(window.ticket, rows(more * WINDOW, WINDOW), true);
    }
    assert!(headlines.held.entries.len() <= MOST);
    let number = headlines.number().unwrap();
    assert_eq!(headlines.current().unwrap().headline, format!("标题{}", number - 1));
    headlines.step(-(MOST as isize));
    assert_eq!(headlines.wanted(Ticket(99)).unwrap().stretch.direction, Direction::Backward);
}

#[test]
fn answers_to_older_questions_are_passed_over() {
    let mut headlines = headlines(5, false);
    headlines.restart(Filter { headline: "甲".into(), ..Filter::default() });
    let first = headlines.wanted(Ticket(2)).unwrap();
    headlines.restart(Filter { headline: "甲乙".into(), ..Filter::default() });
    let second = headlines.wanted(Ticket(3)).unwrap();
    headlines.take(first.ticket, rows(50, 5), false);
    assert_eq!(headlines.held.entries.len(), 5);
    assert_eq!(headlines.current().unwrap().headline, "标题0");
    headlines.take(second.ticket, rows(70, 1), false);
    assert_eq!(headlines.current().unwrap().headline, "标题70");
}

#[test]
fn widening_stays_on_the_article() {
    let mut headlines = headlines(1, false);
    headlines.restart(Filter { headline: "甲".into(), ..Filter::default() });
    let window = headlines.wanted(Ticket(2)).unwrap();
    headlines.take(window.ticket, rows(7, 1), false);
    headlines.widen(Filter::default());
    let before = headlines.wanted(Ticket(3)).unwrap();
    let after = headlines.wanted(Ticket(4)).unwrap();
    assert_eq!((before.stretch.direction, before.stretch.included), (Direction::Backward, true));
    assert_eq!((after.stretch.direction, after.stretch.included), (Direction::Forward, false));
    headlines.take(before.ticket, rows(0, 8), false);
    assert_eq!(headlines.held.entries.len(), 1);
    headlines.take(after.ticket, rows(8, 4), false);
    assert_eq!((headlines.held.cursor, headlines.current().unwrap().headline.as_str()), (7, "标题7"));
    assert_eq!(headlines.number(), Some(8));
}

#[test]
fn widening_twice_stays_on_the_article() {
    let mut headlines = headlines(9, false);
    headlines.step(7);
    headlines.widen(Filter { pages: vec![PageId(1)], ..Filter::default() });
    let broken_off = [2, 3].map(|ticket| headlines.wanted(Ticket(ticket)).unwrap());
    headlines.widen(Filter { pages: vec![PageId(1), PageId(2)], ..Filter::default() });
    headlines.take(broken_off[0].ticket, Vec::new(), true);
    headlines.take(broken_off[1].ticket, rows(8, 1), true);
    assert_eq!(headlines.current().unwrap().headline, "标题7");
    let whole = [4, 5].map(|ticket| headlines.wanted(Ticket(ticket)).unwrap());
    headlines.take(whole[0].ticket, rows(0, 8), false);
    headlines.take(whole[1].ticket, rows(8, 4), false);
    assert_eq!((headlines.current().unwrap().headline.as_str(), headlines.number()), ("标题7", Some(8)));
}

#[test]
fn the_end_of_the_list_is_numbered_by_its_count() {
    let mut headlines = headlines(9, false);
    headlines.step(7);
    headlines.widen(Filter { pages: vec![PageId(1)], ..Filter::default() });
    headlines.count(Ticket(2));
    let halves = [3, 4].map(|ticket| headlines.wanted(Ticket(ticket)).unwrap());
    headlines.counted(Ticket(2), 500);
    headlines.take(halves[0].ticket, rows(5, 3), true);
    headlines.take(halves[1].ticket, rows(8, 2), false);
    assert_eq!(headlines.number(), Some(498));
}

/// Answers what is asked from a list of twelve articles, five on a page.
fn answered(headlines: &mut Headlines, entries: &dyn Fn(usize) -> Vec<Listed>) {
    for ticket in 10.. {
        let Some(window) = headlines.wanted(Ticket(ticket)) else { break };
        let middle = window.stretch.from.unwrap().key;
        let all = entries(12);
        let is_before = |entry: &Listed| entry.beyond(Direction::Backward).key < middle;
        let (before, after): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|entry| is_before(entry) || entry.seat.key == middle);
        let half = if window.stretch.direction == Direction::Backward { before } else { after };
        headlines.take(window.ticket, half, false);
    }
    headlines.fit(pane(10));
}

#[test]
fn a_page_is_folded_and_opened() {
    let mut headlines = headlines(12, false);
    headlines.step(6);
    headlines.fold();
    assert_eq!(headlines.held.entries.len(), 12);
    headlines.step(1);
    answered(&mut headlines, &|_| {
        let group = Group::Page(0, 1);
        let folded = Listed::folded(rows(5, 1).remove(0).row, Folded { group, articles: 5 });
        [rows(0, 5), vec![folded], rows(10, 2)].concat()
    });
    assert_eq!(shown(&headlines), "1 2 3 4 - [5] - p 6 7");
    assert_eq!((headlines.cursor(), headlines.number()), (6, Some(11)));
    headlines.step(-1);
    assert_eq!((headlines.entry().unwrap().articles(), headlines.number()), (5, Some(6)));
    assert!(headlines.unfold());
    answered(&mut headlines, &|count| rows(0, count));
    assert_eq!((headlines.cursor(), headlines.current().unwrap().headline.as_str()), (5, "标题5"));
}

#[test]
fn folding_goes_from_the_page_to_the_edition() {
    let mut headlines = headlines(12, false);
    let row = headlines.current().unwrap().clone();
    headlines.fold();
    assert_eq!(headlines.listing().hiding(&row), Some(Group::page(&row)));
    headlines.fold();
    assert_eq!(headlines.listing().hiding(&row), Some(Group::edition(&row)));
    headlines.fold();
    assert_eq!(headlines.listing().hiding(&row), Some(Group::edition(&row)));
}

proptest! {
    /// However the cursor moves, the pane is full as far as there are lines, shows them without a
    /// gap, and the cursor among them.
    #[test]
    fn the_pane_is_a_stretch_of_all_lines(moves in prop::collection::vec((0..3, -9..9isize), 1..20), height in 1..14u16) {
        let mut headlines = headlines(43, false);
        headlines.held.entries[7].row.headline = "一个长得一行放不下、两行才放得下的标题".into();
        headlines.fit(pane(height));
        for (kind, by) in moves {
            match kind {
                0 => headlines.step(by),
                1 => headlines.turn(by.signum()),
                _ => headlines.move_to(by.unsigned_abs() * 5),
            }
            headlines.fit(pane(height));
            let all: Vec<_> = headlines.lines_from(0).collect();
            let shown: Vec<_> = headlines.shown().collect();
            prop_assert_eq!(shown.len(), all.len().min(height.into()));
            prop_assert!(all.windows(shown.len()).any(|stretch| stretch == shown));
            prop_assert!(shown.iter().any(|line| line.begins(headlines.cursor())));
        }
    }
}
