//! Whole articles kept, notes where they are made, and the keys that do as they do elsewhere.

use paper_reader::app::{BookmarkLine, Panel, View};
use paper_reader::model::Part;

use super::{HARBOUR, WALL, headline, listed, status};
use crate::support::Desk;

#[test]
fn a_note_makes_its_bookmark() {
    let mut desk = Desk::new(60, 12);
    desk.keys("enter 2 e").types("不写了").keys("esc e enter");
    assert!(desk.app.bookmarks().is_empty(), "a note that is given up, or empty, makes none");
    desk.keys("e").types("再算一遍").keys("enter");
    let kept = &desk.app.bookmarks()[0];
    assert_eq!((kept.place.part, kept.until, kept.note.as_deref()), (Part::Body(4), None, Some("再算一遍")));
    desk.keys("1 s e").types("为什么").keys("enter");
    let kept = &desk.app.bookmarks()[1];
    assert_eq!((kept.excerpt.as_str(), kept.note.as_deref()), ("一、船为什么多了", Some("为什么")));
    assert!(kept.until.is_some() && !desk.app.reader().unwrap().is_selecting());
    desk.keys("J e ctrl-u").types("改了").keys("enter");
    assert_eq!(desk.app.bookmarks()[1].note.as_deref(), Some("改了"), "what is there is edited");
}

#[test]
fn a_note_is_shown_as_the_view_or_the_cursor_reaches_it() {
    let mut desk = Desk::new(60, 12);
    desk.keys("enter 2 e").types("再算一遍").keys("enter J J e").types("问老秦").keys("enter g");
    assert!(!desk.picture().contains("再算一遍"), "{}", desk.picture());
    desk.keys("2");
    assert!(status(&desk).starts_with("★ 再算一遍"), "{}", status(&desk));
    desk.keys("J J");
    assert!(status(&desk).starts_with("★ 问老秦"), "{}", status(&desk));
    desk.keys("J");
    assert!(!status(&desk).contains('★'), "{}", status(&desk));
    desk.keys("esc k k k k");
    assert!(status(&desk).starts_with("★ 再算一遍"), "{}", status(&desk));
}

#[test]
fn bookmarks_stand_under_their_articles() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter 2 e").types("再算一遍").keys("enter n b p 1 b B");
    let Some(Panel::Bookmarks(list)) = desk.app.panel() else { panic!("no list") };
    let lines: Vec<_> = list
        .lines()
        .map(|line| match line {
            BookmarkLine::Blank => String::new(),
            BookmarkLine::Article(bookmark) => format!("# {}", bookmark.headline),
            BookmarkLine::Words(bookmark, _) => bookmark.excerpt.chars().take(4).collect(),
            BookmarkLine::Note(bookmark, _) => format!("— {}", bookmark.note.as_deref().unwrap()),
        })
        .collect();
    let harbour = format!("# {HARBOUR}");
    let wall = format!("# {WALL}");
    assert_eq!(lines, [&*harbour, "一、船为", "二、钱从", "— 再算一遍", "", &*wall, "古城墙修"]);
    let heading = desk.picture().lines().find(|line| line.contains(HARBOUR)).unwrap().to_owned();
    assert!(heading.trim_end().ends_with("江州日报 2026-11-23 第1版"), "{heading}");
    desk.keys("G");
    assert!(desk.picture().contains("▌ ★ 古城墙修"), "{}", desk.picture());
}

#[test]
fn a_long_list_of_bookmarks_shows_the_chosen_one() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter");
    for _ in 0..9 {
        desk.keys("J b");
    }
    desk.keys("n b B");
    for keys in ["g", "j", "j", "ctrl-d", "space", "G", "k", "ctrl-u", "u", "g"] {
        desk.keys(keys);
        let bars = desk.picture().lines().filter(|line| line.contains("▌ ★")).count();
        assert_eq!(bars, 1, "{keys}: {}", desk.picture());
    }
}

#[test]
fn a_whole_article_is_copied_and_saved() {
    let mut desk = Desk::new(80, 24);
    desk.keys("j a");
    assert!(desk.copied[0].starts_with("古城墙修缮工程完工\n江州日报 2026-11-23 1 要闻\n"), "{}", desk.copied[0]);
    assert!(status(&desk).starts_with("已交给终端的剪贴板"), "{}", status(&desk));
    desk.keys("enter A");
    assert!(desk.copied[1].starts_with("# 古城墙修缮工程完工\n"), "{}", desk.copied[1]);
    desk.keys("W");
    assert!(status(&desk).starts_with("存为：古城墙修缮工程完工.md"), "{}", status(&desk));
    desk.keys("ctrl-u").types("读报.txt").keys("enter");
    assert_eq!(status(&desk), "已存为 读报.txt");
    desk.keys("W ctrl-u enter");
    assert!(!status(&desk).contains("已存为"));
}

#[test]
fn q_closes_a_panel_and_f_comes_back_to_the_article() {
    for panel in ["?", "B", "enter o"] {
        let mut desk = Desk::new(80, 24);
        desk.keys(panel).keys("q");
        assert!(desk.app.panel().is_none() && !desk.ended, "{panel}");
        desk.keys("q");
        assert!(desk.ended, "{panel}");
    }
    let mut desk = Desk::new(80, 12);
    desk.keys("enter 2 f").types("馆");
    assert_eq!((listed(&desk).as_str(), desk.app.view()), ("市图书馆延长开放时间", View::Headlines));
    desk.keys("esc");
    assert_eq!((headline(&desk).as_str(), desk.app.view()), (HARBOUR, View::Reader));
    assert_eq!(desk.app.reader().unwrap().here().part, Part::Body(4));
    desk.keys("f").types("馆").keys("enter");
    assert_eq!((listed(&desk).as_str(), desk.app.view()), ("市图书馆延长开放时间", View::Headlines));
}

#[test]
fn a_clause_is_gone_over_with_alt_while_a_line_is_typed() {
    let mut desk = Desk::new(80, 24);
    desk.keys("f").types("甲乙，丙丁").keys("alt-b alt-b").types("新").keys("alt-f alt-d");
    assert!(status(&desk).starts_with("筛选：新甲乙， "), "{}", status(&desk));
}

#[test]
fn half_screens_and_whole_ones() {
    let mut desk = Desk::new(60, 12);
    desk.keys("enter");
    let here = |desk: &Desk| desk.app.reader().unwrap().here();
    let top = here(&desk);
    desk.keys("ctrl-d");
    let half = here(&desk);
    desk.keys("ctrl-u ctrl-f");
    let whole = here(&desk);
    assert!(top < half && half < whole, "{top:?} {half:?} {whole:?}");
    desk.keys("ctrl-b");
    assert_eq!(here(&desk), top);
    let mut desk = Desk::new(80, 12);
    desk.keys("ctrl-d");
    let half = desk.app.headlines().number();
    desk.keys("ctrl-u");
    assert_eq!(desk.app.headlines().number(), Some(1));
    desk.keys("ctrl-f");
    assert!(half > Some(1) && desk.app.headlines().number() > half);
    desk.keys("? ctrl-d");
    assert!(!desk.picture().contains("下移一行"), "{}", desk.picture());
    let mut desk = Desk::new(80, 24);
    desk.keys("w ctrl-d");
    assert_eq!(listed(&desk), super::MARKET);
}
