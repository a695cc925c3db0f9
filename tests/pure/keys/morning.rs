//! From yesterday to today: opened as it was left, what is newer, what is unread, what was left
//! unfinished.

use paper_reader::app::{Event, LastView, Mouse, MouseKind, Script, Settings, Size, StartWith, View};
use paper_reader::model::{Date, Order};
use paper_reader::typeset::Layout;

use super::{HARBOUR, MARKET, WALL, headline, listed, status};
use crate::support::{Desk, Entry, edition};

const SIZE: Size = Size { width: 120, height: 30 };

/// How the program was left after these keys.
fn left_after(keys: &str) -> LastView {
    let mut desk = Desk::new(SIZE.width, SIZE.height);
    desk.keys(keys).keys("q");
    assert!(desk.ended);
    desk.last.take().unwrap_or_default()
}

fn opened(last: LastView) -> Desk {
    Desk::resume(edition(), SIZE, StartWith::Library, &Settings::default(), last)
}

/// The edition of the day after, then that of the day.
fn with_the_next_day() -> Vec<Entry> {
    let mut entries = edition();
    for entry in &mut entries {
        entry.row.key.edition -= 1;
        entry.row.date = Date::new(2026, 11, 24);
        entry.row.headline = format!("次日{}", entry.row.headline);
    }
    entries.truncate(3);
    for (number, entry) in entries.iter_mut().enumerate() {
        let mut article = (*entry.article).clone();
        article.headline = Some(entry.row.headline.clone());
        article.set_content_id();
        (entry.row.id, entry.row.key.article) = (article.id, number as i64);
        entry.article = article.into();
    }
    entries.extend(edition());
    entries
}

#[test]
fn it_opens_on_the_row_where_one_was() {
    assert_eq!(listed(&opened(left_after("j"))), WALL);
    let desk = opened(left_after("} enter"));
    assert_eq!((listed(&desk).as_str(), headline(&desk).as_str(), desk.app.view()), (MARKET, MARKET, View::Headlines));
    let entries = crate::support::many(3000);
    let mut desk = Desk::with(crate::support::many(3000), SIZE.width, SIZE.height);
    desk.keys("G k k q");
    let last = desk.last.unwrap();
    let desk = Desk::resume(entries, SIZE, StartWith::Library, &Settings::default(), last);
    assert_eq!(listed(&desk), "标题2998");
}

#[test]
fn it_opens_on_what_is_newer() {
    for (keys, expected) in [("} j", "次日港区新增三条内河航线"), ("} j S", "次日港区新增三条内河航线")]
    {
        let last = left_after(keys);
        let desk = Desk::resume(with_the_next_day(), SIZE, StartWith::Library, &Settings::default(), last);
        assert_eq!(listed(&desk), expected, "{keys}");
    }
    let mut desk = Desk::resume(with_the_next_day(), SIZE, StartWith::Library, &Settings::default(), left_after("j"));
    desk.keys("} q");
    let last = desk.last.unwrap();
    let desk = Desk::resume(with_the_next_day(), SIZE, StartWith::Library, &Settings::default(), last);
    assert_eq!(listed(&desk), HARBOUR, "what has been seen once is not newer");
}

#[test]
fn everything_is_as_it_was_left() {
    let mut desk = Desk::new(SIZE.width, SIZE.height);
    let divider = desk.app.areas().divider.unwrap();
    for (kind, column) in [(MouseKind::Press, divider.column), (MouseKind::Drag, 60), (MouseKind::Release, 60)] {
        desk.tell(Event::Mouse(Mouse { kind, row: 9, column }));
    }
    desk.keys("S } - v t t q");
    let last = desk.last.unwrap();
    let desk = opened(serde_json::from_str(&serde_json::to_string(&last).unwrap()).unwrap());
    assert_eq!(desk.app.headlines().listing().order, Order::Oldest);
    assert_eq!((desk.app.setting().layout, desk.app.script()), (Layout::Columns, Script::Traditional));
    assert_eq!(desk.app.areas().headlines.unwrap().width, 60);
    assert!(desk.picture().contains("▸ 第2版 民生"), "{}", desk.picture());
    assert!(desk.app.headlines().entry().unwrap().folded.is_some(), "the cursor is on what was folded");
    assert_eq!(opened(left_after("w down")).app.view(), View::Front);
    assert_eq!(listed(&opened(left_after("w }"))), MARKET);
}

#[test]
fn settings_that_were_changed_since_go_before() {
    let last = left_after("v t");
    let (settings, _) = Settings::read("[reading]\nlayout = 'vertical'");
    let desk = Desk::resume(edition(), SIZE, StartWith::Library, &settings, last);
    assert_eq!((desk.app.setting().layout, desk.app.script()), (Layout::Vertical, Script::Simplified));
}

#[test]
fn what_was_left_unfinished_stands_on_top() {
    let mut desk = Desk::new(60, 12);
    desk.keys("enter 4 h j q");
    let last = desk.last.take().unwrap();
    let left = last.unfinished.clone().unwrap();
    assert_eq!(left.row.headline, HARBOUR);
    let size = Size { width: 60, height: 12 };
    let mut next = Desk::resume(edition(), size, StartWith::Library, &Settings::default(), last.clone());
    assert_eq!(listed(&next), WALL);
    let line = next.picture().lines().find(|line| line.contains("继续读")).unwrap().to_owned();
    assert!(line.contains(HARBOUR) && line.ends_with(&format!("{} %", left.percent)), "{line}");
    next.keys("k k");
    assert!(next.picture().contains("▌ 继续读"), "{}", next.picture());
    next.keys("j");
    assert!(!next.picture().contains("▌ 继续读") && listed(&next) == HARBOUR);
    next.keys("k enter");
    assert_eq!((headline(&next).as_str(), next.app.view()), (HARBOUR, View::Reader));
    next.keys("h");
    assert!(!next.picture().contains("继续读"), "{}", next.picture());
    let size = Size { width: 120, height: 30 };
    let mut next = Desk::resume(edition(), size, StartWith::Library, &Settings::default(), last);
    next.tell(Event::Mouse(Mouse { kind: MouseKind::Press, row: 2, column: 9 }));
    assert_eq!(headline(&next), HARBOUR);
    next.tell(Event::Mouse(Mouse { kind: MouseKind::Press, row: 2, column: 9 }));
    assert_eq!(next.app.view(), View::Reader);
    next.keys("G q");
    assert_eq!(next.last.unwrap().unfinished, None, "what was read to its end is not unfinished");
}

#[test]
fn passing_through_leaves_nothing_unfinished() {
    let mut desk = Desk::new(60, 12);
    desk.pause = std::time::Duration::from_millis(200);
    desk.keys("enter n n q");
    assert_eq!(desk.last.unwrap().unfinished, None);
}

#[test]
fn what_is_unread_is_counted() {
    let mut desk = Desk::new(80, 24);
    assert!(desk.picture().lines().next().unwrap().ends_with("第1版 要闻 · 8 未读"), "{}", desk.picture());
    let counts = |desk: &Desk, page: &str| {
        let line = desk.picture().lines().skip(1).find(|line| line.contains(page)).unwrap_or_default().to_owned();
        line.rsplit("  ").next().unwrap_or_default().trim().to_owned()
    };
    assert_eq!((counts(&desk, "第1版"), counts(&desk, "第2版")), ("3 未读".into(), "3 未读".into()));
    desk.keys("x } enter h -");
    assert_eq!((counts(&desk, "第1版"), counts(&desk, "第2版")), ("2 未读".into(), "2/3 未读".into()));
    assert!(desk.picture().lines().next().unwrap().ends_with("6 未读"), "{}", desk.picture());
    desk.keys("x");
    assert_eq!(counts(&desk, "第2版"), "3篇");
    desk.keys("f").types("城").keys("enter");
    assert_eq!(counts(&desk, "第1版 要闻"), "1 未读");
}

#[test]
fn pages_that_it_is_opened_with_leave_the_list_as_it_was() {
    let last = left_after("S Z");
    let mut desk = Desk::resume(edition(), SIZE, StartWith::Pages, &Settings::default(), last.clone());
    desk.tell(Event::Imported { pages: vec![paper_reader::model::PageId(2)], finished: true });
    assert_eq!((listed(&desk).as_str(), desk.app.headlines().listing().order), (MARKET, Order::Newest));
    desk.keys("v esc q");
    let kept = desk.last.unwrap();
    assert_eq!((kept.order, kept.folds), (last.order, last.folds.clone()));
    let mut desk = Desk::resume(edition(), SIZE, StartWith::Pages, &Settings::default(), left_after("w"));
    desk.tell(Event::Imported { pages: vec![paper_reader::model::PageId(2)], finished: true });
    assert_eq!(desk.app.view(), View::Headlines);
    desk.keys("v q");
    assert!(desk.last.unwrap().front_page);
    assert!(status(&opened(last)).contains("旧的在前"));
}

#[test]
fn what_is_set_read_is_not_unfinished() {
    let mut desk = Desk::new(60, 12);
    desk.keys("enter j j h q");
    let last = desk.last.take().unwrap();
    assert!(last.unfinished.is_some());
    let mut next = opened(last);
    next.keys("g x");
    assert!(!next.picture().contains("继续读"), "{}", next.picture());
    next.keys("q");
    assert_eq!(next.last.unwrap().unfinished, None);
}
