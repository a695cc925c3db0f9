//! Bookmarks and highlights, their notes and colours.

use paper_reader::app::{Event, Panel, View};
use paper_reader::model::{Part, Tag};
use paper_reader::ui::Role;

use super::{HARBOUR, WALL, headline, status};
use crate::support::Desk;

#[test]
fn bookmarks_are_set_listed_visited_and_taken_away() {
    let mut desk = Desk::new(60, 12);
    desk.keys("enter 2 b");
    assert_eq!(desk.app.bookmarks()[0].place.part, Part::Body(4));
    assert!(desk.picture().contains('★'));
    assert_eq!(status(&desk), "已加书签");
    desk.resize(24, 40).resize(60, 12).keys("b");
    assert!(desk.app.bookmarks().is_empty());
    assert_eq!(status(&desk), "已取消书签");
    desk.keys("b n b B");
    let listing = desk.picture();
    assert!(listing.contains("二、钱从哪里来") && listing.contains(WALL), "{listing}");
    desk.keys("j enter");
    assert_eq!((headline(&desk).as_str(), desk.app.reader().unwrap().here().part), (HARBOUR, Part::Body(4)));
    desk.keys("B b");
    assert_eq!(desk.app.bookmarks().len(), 1);
    desk.keys("b");
    assert_eq!(desk.app.bookmarks().len(), 2);
}

#[test]
fn a_note_is_written_beside_a_bookmark() {
    let mut desk = Desk::new(60, 12);
    desk.keys("enter e").types("开工那天再看").keys("enter");
    assert_eq!(desk.app.bookmarks()[0].note.as_deref(), Some("开工那天再看"));
    desk.keys("B");
    assert!(desk.picture().contains("开工那天再看"));
    desk.keys("e ctrl-u enter");
    assert_eq!(desk.app.bookmarks()[0].note, None);
    desk.keys("e").types("不要").keys("esc");
    assert_eq!((desk.app.bookmarks()[0].note.as_deref(), desk.app.panel().is_some()), (None, true));
}

#[test]
fn a_bookmark_is_visited_from_the_list() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter b h G B enter");
    assert_eq!((headline(&desk).as_str(), desk.app.view()), (HARBOUR, View::Reader));
}

#[test]
fn a_bookmark_is_shown_only_once_it_is_saved() {
    let mut desk = Desk::new(60, 12);
    desk.keys("enter");
    let effects = paper_reader::app::update(&mut desk.app, Event::Key("b".parse().unwrap()));
    assert_eq!(effects.len(), 1);
    assert!(!desk.picture().contains('★'));
}

#[test]
fn words_are_highlighted_and_no_longer() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter 2 s } m");
    let kept = desk.app.bookmarks()[0].clone();
    assert!(kept.until.is_some() && kept.excerpt.starts_with("二、钱从哪里来\n三条航线"), "{}", kept.excerpt);
    assert!(status(&desk).starts_with("已划线"), "{}", status(&desk));
    assert_eq!((kept.publication.as_deref(), kept.page_number), (Some("江州日报"), Some(1)));
    desk.keys("e").types("再算一遍").keys("enter c c");
    assert_eq!(desk.app.bookmarks()[0].note.as_deref(), Some("再算一遍"));
    assert_eq!(desk.app.bookmarks()[0].tag, Some(Tag::Yellow));
    desk.keys("1 2 m");
    assert!(desk.app.bookmarks().is_empty());
    desk.keys("U");
    assert_eq!(desk.app.bookmarks()[0].note.as_deref(), Some("再算一遍"));
    desk.keys("2 s 4");
    let tags: Vec<_> = desk.app.bookmarks().iter().map(|bookmark| bookmark.tag).collect();
    assert_eq!(tags, [Some(Tag::Yellow), Some(Tag::Blue)]);
}

#[test]
fn a_highlight_is_lit_in_every_layout() {
    for layouts in ["", "v", "v v"] {
        let mut desk = Desk::new(80, 24);
        desk.keys("enter").keys(layouts).keys("2 s 5");
        let lit = |desk: &Desk| {
            let frame = desk.frame();
            let ground = desk.theme.style(Role::TagViolet).bg.unwrap();
            frame
                .content
                .iter()
                .filter(|cell| cell.bg == ground)
                .map(|cell| cell.symbol().to_owned())
                .collect::<String>()
        };
        assert!(desk.picture().contains('♥'), "{layouts}");
        let lit = lit(&desk).replace(['♥', ' '], "");
        assert_eq!(lit.replace('︑', "、"), "二、钱从哪里来", "{layouts}");
    }
}

#[test]
fn the_list_of_bookmarks_is_narrowed_coloured_and_copied() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter b n b c n s m B");
    let listed = |desk: &Desk| match desk.app.panel() {
        Some(Panel::Bookmarks(list)) => list.shown().map(|(bookmark, _)| bookmark.headline.clone()).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    assert_eq!(listed(&desk), ["市图书馆延长开放时间", WALL, HARBOUR]);
    desk.keys("tab");
    assert_eq!(listed(&desk), [WALL]);
    assert!(desk.picture().contains("书签 ●"), "{}", desk.picture());
    desk.keys("tab f").types("航");
    assert_eq!(listed(&desk), [HARBOUR]);
    desk.keys("enter 3 f ctrl-u enter");
    assert_eq!(desk.app.bookmarks().iter().filter(|bookmark| bookmark.tag == Some(Tag::Green)).count(), 1);
    assert_eq!(listed(&desk).len(), 3);
    desk.keys("g y Y");
    assert!(desk.copied[0].contains("图书馆"), "{}", desk.copied[0]);
    assert!(desk.copied[1].starts_with('“') && desk.copied[1].ends_with("，江州日报，2026-11-23，第1版"));
    desk.keys("b j b");
    assert_eq!(desk.app.bookmarks().len(), 1);
    desk.keys("esc U U U");
    assert_eq!(desk.app.bookmarks().len(), 3);
    assert_eq!(status(&desk), "没有可以找回的书签");
}

#[test]
fn a_colour_is_given_at_once_and_goes_round() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter c");
    assert_eq!(status(&desk), "这里没有书签");
    desk.keys("b");
    for tag in Tag::ALL.into_iter().map(Some).chain([None]) {
        desk.keys("c");
        assert_eq!(desk.app.bookmarks()[0].tag, tag);
    }
}
