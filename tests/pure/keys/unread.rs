//! The place that is never lost, what is read and what is not.

use std::time::Duration;

use paper_reader::app::{Event, View};
use paper_reader::model::{Part, Reading};

use super::{HARBOUR, MARKET, WALL, headline, listed, status};
use crate::support::Desk;

fn reading(desk: &Desk) -> Reading {
    desk.app.headlines().current().unwrap().reading
}

#[test]
fn an_article_opens_where_it_was_left_whether_or_not_its_end_was_seen() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter G 2 h j k enter");
    assert_eq!((reading(&desk), desk.app.reader().unwrap().here().part), (Reading::Read, Part::Body(4)));
    desk.keys("G h j k enter");
    assert_eq!(desk.app.reader().unwrap().here().part, Part::Kicker);
}

#[test]
fn passing_through_is_not_reading() {
    let mut desk = Desk::new(60, 10);
    desk.pause = Duration::from_millis(300);
    desk.keys("enter G h");
    assert_eq!(reading(&desk), Reading::Started);
    desk.pause = Duration::from_secs(9);
    desk.keys("enter G g h");
    assert_eq!(reading(&desk), Reading::Read, "four keys of nine seconds in the article");
}

#[test]
fn the_time_at_the_end_counts_however_one_leaves() {
    for end in ["h", "q", "n", "esc"] {
        let mut desk = Desk::new(80, 24);
        desk.keys("j");
        desk.pause = Duration::ZERO;
        desk.keys("enter");
        desk.tell(Event::Time(Duration::from_secs(200)));
        desk.keys(end);
        assert!(desk.saved.iter().any(|(_, reading, _)| *reading == Reading::Read), "{end}");
    }
    let mut desk = Desk::new(80, 24);
    desk.pause = Duration::ZERO;
    desk.keys("enter G");
    desk.tell(Event::Time(Duration::from_secs(200)));
    desk.tell(Event::End);
    assert_eq!(desk.saved.last().unwrap().1, Reading::Read);
}

#[test]
fn the_place_is_kept_while_one_reads() {
    let mut desk = Desk::new(60, 10);
    desk.pause = Duration::from_secs(1);
    desk.keys("enter 2");
    let saved = desk.saved.len();
    desk.tell(Event::Time(Duration::from_secs(15)));
    assert_eq!(desk.saved.len(), saved);
    desk.tell(Event::Time(Duration::from_secs(30)));
    assert_eq!(desk.saved[saved].2.part, Part::Body(4));
}

#[test]
fn an_article_is_set_read_and_unread() {
    let mut desk = Desk::new(80, 24);
    desk.keys("x");
    assert_eq!((reading(&desk), status(&desk).as_str()), (Reading::Read, "已标为已读"));
    assert!(desk.picture().contains('✓'));
    desk.keys("x");
    assert_eq!((reading(&desk), status(&desk).as_str()), (Reading::Unread, "已标为未读"));
    desk.keys("enter x x h");
    assert_eq!(reading(&desk), Reading::Unread, "what was set unread is so when it is left");
}

#[test]
fn a_page_and_what_is_folded_are_set_read() {
    let mut desk = Desk::new(80, 24);
    let read = |desk: &Desk| desk.picture().matches('✓').count();
    desk.keys("} X");
    assert_eq!((read(&desk), status(&desk).as_str()), (3, "3篇已标为已读"));
    desk.keys("X");
    assert_eq!((read(&desk), status(&desk).as_str()), (0, "3篇已标为未读"));
    desk.keys("x X");
    assert_eq!(read(&desk), 3, "one of them read is not all of them");
    desk.keys("- - x");
    assert_eq!(status(&desk), "8篇已标为已读");
    desk.keys("+ } +");
    assert_eq!(read(&desk), 8);
    desk.keys("enter X h");
    assert_eq!(read(&desk), 5);
}

#[test]
fn the_next_unread_article() {
    let mut desk = Desk::new(80, 24);
    desk.keys("j x k N");
    assert_eq!(listed(&desk), "市图书馆延长开放时间");
    desk.keys("N");
    assert_eq!(listed(&desk), MARKET);
    desk.keys("X enter N");
    assert_eq!((headline(&desk).as_str(), desk.app.view()), ("初雪中的环卫工人", View::Reader));
    desk.keys("N N");
    assert_eq!(headline(&desk), HARBOUR, "beyond the end it goes on from the beginning");
    desk.keys("h - - x N");
    assert_eq!(status(&desk), "没有未读的文章了");
}

#[test]
fn the_next_unread_article_comes_out_of_its_fold() {
    let mut desk = Desk::new(80, 24);
    desk.keys("x Z N");
    assert_eq!(listed(&desk), WALL);
    desk.keys("Z Z Z g N");
    assert_eq!(listed(&desk), WALL);
    assert!(desk.picture().contains("▸ 第2版 民生"), "{}", desk.picture());
}

#[test]
fn while_searching_it_is_the_match_before() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter /").types("航线").keys("enter n n");
    assert!(status(&desk).starts_with("第3处"), "{}", status(&desk));
    desk.keys("N");
    assert!(status(&desk).starts_with("第2处"), "{}", status(&desk));
    desk.keys("esc h /").types("的").keys("enter j N");
    assert_eq!(desk.app.hits().unwrap().number(), 0);
}

#[test]
fn keys_typed_after_it_are_for_the_article_that_it_opens() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter");
    desk.slow = true;
    desk.keys("N b");
    while desk.answer() {}
    assert_eq!(desk.app.bookmarks().len(), 1);
    assert_eq!(desk.app.bookmarks()[0].headline, WALL);
}
