//! The front page.

use std::sync::Arc;

use paper_reader::app::View;

use super::{HARBOUR, MARKET, WALL, headline, listed, status};
use crate::support::{Desk, printed};

/// Stories of the first and of the second page.
const PAGE_ONE: [&str; 2] = [WALL, "市图书馆延长开放时间"];
const PAGE_TWO: [&str; 2] = ["雨水花园进社区", "问答：供暖季怎么报修"];

#[track_caller]
fn shows(desk: &Desk, page: [&str; 2]) {
    let picture = desk.picture();
    assert!(page.iter().all(|story| picture.contains(story)), "{picture}");
}

#[test]
fn a_front_page_has_nothing_folded() {
    let mut desk = Desk::new(80, 24);
    for (keys, page) in [("Z Z w", PAGE_ONE), ("h Z w", PAGE_ONE), ("h } - w", PAGE_TWO), ("h S S w", PAGE_ONE)] {
        desk.keys(keys);
        shows(&desk, page);
    }
    desk.keys("h");
    assert!(desk.picture().contains(WALL));
}

#[test]
fn a_front_page_is_one_page_of_the_newspaper() {
    let mut desk = Desk::new(120, 40);
    for (keys, name, page, other) in [
        ("w", "第1版 要闻", PAGE_ONE, PAGE_TWO),
        ("}", "第2版 民生", PAGE_TWO, PAGE_ONE),
        ("{", "第1版 要闻", PAGE_ONE, PAGE_TWO),
    ] {
        desk.keys(keys);
        shows(&desk, page);
        assert!(desk.picture().contains(name));
        assert!(!other.iter().any(|story| desk.picture().contains(story)), "{}", desk.picture());
    }
}

#[test]
fn the_front_page() {
    for (keys, expected) in [
        ("w", HARBOUR),
        ("w down", WALL),
        ("w down right", "市图书馆延长开放时间"),
        ("w down right left", WALL),
        ("w down up", HARBOUR),
        ("w }", MARKET),
        ("w G", "本报昨日三版一则消息中，“柳溪镇”应为“柳溪乡”，特此更正。"),
    ] {
        let mut desk = Desk::new(80, 24);
        desk.keys(keys);
        assert_eq!((listed(&desk).as_str(), desk.app.view()), (expected, View::Front), "{keys}");
        desk.keys("enter");
        assert_eq!((headline(&desk).as_str(), desk.app.view()), (expected, View::Reader), "{keys}");
        desk.keys("h");
        assert_eq!((listed(&desk).as_str(), desk.app.view()), (expected, View::Front), "{keys}");
        desk.keys("esc");
        assert_eq!((listed(&desk).as_str(), desk.app.view()), (expected, View::Headlines), "{keys}");
    }
    let mut desk = Desk::new(40, 12);
    desk.keys("w");
    assert_eq!((desk.app.view(), status(&desk).as_str()), (View::Headlines, "屏幕太小，排不下版面"));
    desk.keys("enter w");
    assert_eq!((desk.app.view(), status(&desk).as_str()), (View::Reader, "屏幕太小，排不下版面"));
}

#[test]
fn a_front_page_gives_way_to_the_list_and_comes_back() {
    let mut desk = Desk::new(80, 24);
    desk.keys("w down");
    let before = desk.picture();
    desk.resize(40, 12);
    assert!(desk.picture().contains("▌ 古城墙修缮工程完工"));
    desk.resize(80, 24);
    assert_eq!(desk.picture(), before);
}

#[test]
fn boxes_are_gone_through_by_arrows_and_opened() {
    for (keys, expected) in [
        ("w", HARBOUR),
        ("w right", WALL),
        ("w right down", "城墙根下的象棋摊"),
        ("w down", "市图书馆延长开放时间"),
        ("w down right", "老街菜场换新颜"),
        ("w down up", HARBOUR),
        ("w }", "港区新增三条内河航线（2）"),
        ("w } {", HARBOUR),
        ("w G", "更正（2）"),
    ] {
        let mut desk = Desk::with(printed(2), 100, 46);
        desk.keys(keys);
        assert_eq!((listed(&desk).as_str(), desk.app.view()), (expected, View::Front), "{keys}");
        desk.keys("enter");
        assert_eq!((headline(&desk).as_str(), desk.app.view()), (expected, View::Reader), "{keys}");
        desk.keys("h");
        assert_eq!((listed(&desk).as_str(), desk.app.view()), (expected, View::Front), "{keys}");
    }
}

#[test]
fn every_article_of_a_printed_page_is_seen_and_reached_and_none_covers_another() {
    for (width, height) in [(80, 24), (100, 46), (130, 30), (200, 50)] {
        let mut desk = Desk::with(printed(1), width, height);
        desk.keys("w");
        let mut reached = std::collections::BTreeSet::from([listed(&desk)]);
        let front = desk.app.front().unwrap();
        assert!(!front.borders.is_empty() && front.boxes.len() == 12, "{width}x{height}");
        let mut cells = std::collections::HashSet::new();
        for area in front.boxes.iter().map(|placed| placed.area) {
            for row in area.row..area.row + area.height {
                for column in area.column..area.column + area.width {
                    assert!(cells.insert((row, column)), "{width}x{height}: {area:?}");
                }
            }
        }
        assert!(front.borders.iter().all(|border| !cells.contains(&(border.row, border.column))));
        for row in 0..12 {
            for key in ["up", "down", "left", "right"] {
                desk.keys("g");
                for _ in 0..row {
                    desk.keys("n");
                }
                desk.keys(key);
                reached.insert(listed(&desk));
            }
        }
        assert_eq!(reached.len(), 12, "{width}x{height}: {reached:?}");
    }
}

#[test]
fn a_part_of_an_article_stands_on_the_page_that_it_goes_on_on() {
    let mut entries = printed(1);
    for entry in &mut entries[8..] {
        Arc::make_mut(&mut entry.article).boxes.iter_mut().for_each(|placed| placed.page = 2);
    }
    Arc::make_mut(&mut entries[0].article).boxes.push((2, 40.0, 60.0, 480.0, 400.0).into());
    let mut desk = Desk::with(entries, 100, 46);
    let shown = |desk: &Desk| {
        let front = desk.app.front().unwrap();
        let lead = front.boxes.iter().find(|placed| placed.row == 0).map(|lead| (lead.columns.len(), lead.rests.len()));
        (front.boxes.iter().map(|placed| placed.row).collect::<Vec<_>>(), lead)
    };
    desk.keys("w");
    let (boxes, lead) = shown(&desk);
    // What is printed nowhere is on every page.
    assert_eq!(boxes, [0, 1, 2, 3, 4, 5, 6, 7, 11]);
    assert!(lead.is_some_and(|(columns, _)| columns > 0));
    desk.keys("n n n n n n n n");
    assert_eq!(listed(&desk), "渡口改建开工");
    assert_eq!(shown(&desk), (vec![0, 8, 9, 10, 11], Some((0, 1))));
    desk.keys("left");
    assert_eq!(listed(&desk), HARBOUR);
    assert_eq!(shown(&desk).0, [0, 8, 9, 10, 11], "the same page is looked at");
    desk.keys("n p");
    assert_eq!((listed(&desk).as_str(), shown(&desk).0.len()), (HARBOUR, 9));
}
