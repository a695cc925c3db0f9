//! Narrowing the headline list.

use super::{HARBOUR, WALL, headline, listed, status};
use crate::support::Desk;

#[test]
fn filtering_the_headlines() {
    let mut desk = Desk::new(80, 24);
    desk.keys("f").types("馆");
    assert_eq!((listed(&desk).as_str(), desk.app.headlines().total()), ("市图书馆延长开放时间", Some(1)));
    desk.keys("enter enter");
    assert_eq!(headline(&desk), "市图书馆延长开放时间");
    desk.keys("esc esc");
    assert_eq!((listed(&desk).as_str(), desk.app.headlines().total()), ("市图书馆延长开放时间", Some(8)));
    desk.keys("k");
    assert_eq!(listed(&desk), WALL);
    desk.keys("f").types("城").keys("esc");
    assert_eq!((listed(&desk).as_str(), desk.app.headlines().total()), (WALL, Some(8)));
    desk.keys("G");
    let last = listed(&desk);
    desk.keys("f").types("无此标题");
    assert!(desk.app.reader().is_none());
    assert!(desk.picture().contains("没有符合的文章"));
    desk.keys("esc");
    assert_eq!((listed(&desk), headline(&desk)), (last.clone(), last));
}

/// After what is typed at the filter, the list has so many articles, the first of them this one.
#[track_caller]
fn narrows(typed: &str, first: &str, count: u64) {
    let mut desk = Desk::new(80, 24);
    desk.keys("j enter b h g f").types(typed).keys("enter");
    assert_eq!((listed(&desk).as_str(), desk.app.headlines().total()), (first, Some(count)), "{typed}");
    assert!(status(&desk).contains(&format!("“{typed}”")), "{}", status(&desk));
    desk.keys("esc");
    assert_eq!(desk.app.headlines().total(), Some(8), "{typed}");
}

#[test]
fn filtering_by_fields() {
    narrows("人:唐", WALL, 1);
    narrows("报:江州 日:2026-11 馆", "市图书馆延长开放时间", 1);
    narrows("date:2026..2026-11-23", HARBOUR, 8);
}

#[test]
fn filtering_by_marks() {
    narrows("书签", WALL, 1);
    narrows("未读", HARBOUR, 7);
    narrows("已读", WALL, 1);
    let mut desk = Desk::new(80, 24);
    desk.keys("j enter b h j enter b h g f").types("书签").keys("enter");
    assert_eq!(desk.app.headlines().total(), Some(2));
    desk.keys("enter b");
    assert_eq!(desk.app.headlines().total(), Some(1));
}

#[test]
fn a_filter_that_makes_no_sense_says_so_and_leaves_the_list() {
    let mut desk = Desk::new(80, 24);
    desk.keys("f").types("人:唐 书:甲");
    assert!(status(&desk).ends_with("书: 没有这个筛选项"), "{}", status(&desk));
    assert_eq!((listed(&desk).as_str(), desk.app.headlines().total()), (WALL, Some(1)));
    desk.keys("enter");
    assert_eq!(status(&desk), "书: 没有这个筛选项");
    desk.keys("f");
    assert!(status(&desk).starts_with("筛选：人:唐 书:甲"), "{}", status(&desk));
    desk.keys("ctrl-u").types("日:昨天");
    assert!(status(&desk).contains("昨天: 不是日期"), "{}", status(&desk));
    desk.keys("esc");
    assert_eq!(desk.app.headlines().total(), Some(1));
    desk.keys("f ctrl-u").types("书:甲").keys("enter j");
    assert!(status(&desk).contains("“书:甲”"), "{}", status(&desk));
    desk.keys("esc");
    assert!(!status(&desk).contains("书:甲"), "{}", status(&desk));
}

#[test]
fn the_names_of_fields_are_completed() {
    let mut desk = Desk::new(80, 24);
    desk.keys("f").types("bo").keys("tab");
    assert!(status(&desk).starts_with("筛选：bookmarked"), "{}", status(&desk));
}
