//! The mouse.

use paper_reader::app::{Event, Mouse, MouseKind, View};
use paper_reader::model::Tag;

use super::{HARBOUR, MARKET, WALL, listed};
use crate::support::{Desk, picture};

fn at(kind: MouseKind, row: u16, column: u16) -> Event {
    Event::Mouse(Mouse { kind, row, column })
}

#[test]
fn a_click_on_the_name_of_a_page_folds_it() {
    let mut desk = Desk::new(80, 24);
    let click = |row| at(MouseKind::Press, row, 5);
    desk.tell(click(7));
    assert!(desk.picture().contains("▸ 第2版 民生"), "{}", desk.picture());
    assert_eq!(listed(&desk), HARBOUR);
    desk.tell(click(7));
    assert_eq!(listed(&desk), MARKET);
    desk.tell(click(7));
    assert!(!desk.picture().contains('▸'), "{}", desk.picture());
}

#[test]
fn the_mouse_chooses_scrolls_and_selects() {
    let mut desk = Desk::new(120, 24);
    desk.tell(at(MouseKind::Press, 4, 10));
    assert_eq!(listed(&desk), WALL);
    desk.tell(at(MouseKind::Press, 3, 10));
    desk.tell(at(MouseKind::Press, 3, 10));
    assert_eq!(desk.app.view(), View::Reader);
    let first = desk.app.reader().unwrap().here();
    desk.tell(at(MouseKind::WheelDown, 10, 80));
    assert_ne!(desk.app.reader().unwrap().here(), first);
    desk.tell(at(MouseKind::WheelUp, 10, 80));
    let (row, line) =
        desk.picture().lines().enumerate().map(|(i, l)| (i, l.to_owned())).find(|(_, l)| l.contains("记者从")).unwrap();
    let column = paper_reader::text::Metrics::TERMINAL.cells(line.split("记者从").next().unwrap()) as u16;
    desk.tell(at(MouseKind::Press, row as u16, column + 4));
    desk.tell(at(MouseKind::Drag, row as u16, column + 1));
    desk.tell(at(MouseKind::Release, row as u16, column + 1));
    desk.keys("y");
    assert_eq!(desk.copied, ["记者从"]);
}

#[test]
fn words_selected_with_the_mouse_are_highlighted() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter 1");
    let area = desk.app.areas().reader.unwrap();
    let line = desk.picture().lines().position(|line| line.contains("一、船为什么多了")).unwrap() as u16;
    desk.tell(at(MouseKind::Press, line, area.column + 6));
    desk.tell(at(MouseKind::Drag, line + 1, area.column + 9));
    desk.tell(at(MouseKind::Release, line + 1, area.column + 9));
    desk.keys("3");
    let kept = &desk.app.bookmarks()[0];
    assert!(kept.excerpt.ends_with('等') && kept.excerpt.contains("为什么多了\n“以前"), "{}", kept.excerpt);
    assert_eq!(kept.tag, Some(Tag::Green));
    desk.keys("2 s 1 r");
    desk.tell(at(MouseKind::Press, line, area.column + 8));
    desk.tell(at(MouseKind::Release, line, area.column + 8));
    desk.keys("r");
    assert!(!desk.app.reader().unwrap().is_selecting(), "nothing is selected behind the page's text");
    desk.keys("1");
    desk.tell(at(MouseKind::Press, line, area.column + 8));
    desk.tell(at(MouseKind::Release, line, area.column + 8));
    desk.keys("e").types("问过").keys("enter y");
    assert_eq!(desk.app.bookmarks()[0].note.as_deref(), Some("问过"));
    assert_eq!(desk.copied, [desk.app.bookmarks()[0].excerpt.clone()]);
}

#[test]
fn dragging_beyond_the_pane_scrolls() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter 1");
    let area = desk.app.areas().reader.unwrap();
    desk.tell(at(MouseKind::Press, area.row, area.column + 4));
    desk.tell(at(MouseKind::Drag, area.row + 3, area.column));
    let before = desk.app.reader().unwrap().here();
    desk.tell(at(MouseKind::Drag, area.row + area.height, area.column + 4));
    assert!(desk.app.reader().unwrap().here() > before);
    desk.tell(at(MouseKind::Drag, area.row, area.column + 4));
    desk.tell(at(MouseKind::Drag, 0, area.column + 4));
    desk.tell(at(MouseKind::Drag, area.row, area.column + 4));
    desk.tell(at(MouseKind::Release, area.row, area.column + 4));
    desk.keys("y");
    assert_eq!(desk.copied, ["船"]);
}

#[test]
fn the_divider_is_dragged() {
    let mut desk = Desk::new(120, 24);
    for (to, width) in [(60, 60), (5, 16), (119, 80)] {
        let divider = desk.app.areas().divider.unwrap();
        desk.tell(at(MouseKind::Press, 9, divider.column));
        desk.tell(at(MouseKind::Drag, 9, to));
        desk.tell(at(MouseKind::Release, 9, to));
        assert_eq!(desk.app.areas().headlines.unwrap().width, width);
        picture(&desk.frame());
    }
    desk.tell(at(MouseKind::Drag, 9, 50));
    assert_eq!(desk.app.areas().headlines.unwrap().width, 80);
    desk.resize(90, 24);
    assert_eq!(desk.app.areas().headlines.unwrap().width, 50);
}
