//! Frames of the reader as text, at the sizes that matter.
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use crate::support::{Desk, edition, printed, styled};
use paper_reader::app::{Event, Settings, StartWith};
use paper_reader::ui::{Colours, Theme};

const SIZES: [(u16, u16); 6] = [(80, 24), (120, 40), (200, 50), (40, 12), (20, 5), (1, 1)];

/// Compares the frame after some keys at these sizes with the one on file. What stands between
/// `=` and `=` is typed.
#[track_caller]
fn frames(name: &str, keys: &str, sizes: &[(u16, u16)]) {
    for &(width, height) in sizes {
        let mut desk = Desk::new(width, height);
        for (i, piece) in keys.split('=').enumerate() {
            if i % 2 == 0 {
                desk.keys(piece)
            } else {
                desk.types(piece)
            };
        }
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), desk.picture());
    }
}

#[test]
fn list() {
    frames("list", "j", &SIZES);
}

#[test]
fn what_is_folded() {
    frames("folded", "} -", &[(80, 24), (40, 12)]);
    frames("folded-all", "Z j", &[(120, 40)]);
    frames("longest", "S S j", &[(80, 24), (40, 12)]);
}

#[test]
fn article() {
    frames("article", "enter", &SIZES);
}

#[test]
fn article_further_on() {
    frames("article-further-on", "enter 2", &[(80, 24), (40, 12), (20, 5), (10, 3), (2, 2)]);
}

#[test]
fn questions_and_answers() {
    frames("questions", "} j j enter", &[(80, 24), (40, 12)]);
}

#[test]
fn layouts() {
    let sizes = [(40, 12), (80, 24), (120, 40), (200, 50)];
    frames("columns", "enter v", &sizes);
    frames("vertical", "enter v v", &sizes);
    frames("pinyin", "enter P 2 b", &sizes);
    frames("pinyin-columns", "enter P v", &[(120, 40), (200, 50)]);
}

#[test]
fn front_page() {
    frames("front", "w down", &[(60, 16), (80, 24), (120, 40), (200, 50)]);
}

#[test]
fn a_page_as_it_is_printed() {
    for (width, height) in [(80, 24), (100, 46), (200, 50), (79, 24)] {
        let mut desk = Desk::with(printed(2), width, height);
        desk.keys("w down");
        insta::assert_snapshot!(format!("printed-{width}x{height}"), desk.picture());
    }
}

#[test]
fn the_box_that_is_chosen_is_lit() {
    let mut desk = Desk::with(printed(1), 80, 24);
    desk.keys("w right");
    insta::assert_snapshot!("printed-lit", styled(&desk.frame()));
}

#[test]
fn the_text_alone() {
    frames("zen", "enter z", &[(80, 24)]);
}

#[test]
fn panels() {
    let sizes = [(80, 24), (40, 12), (20, 5)];
    frames("outline", "enter 2 o", &sizes);
    frames("bookmarks", "enter b n b 2 b B", &sizes);
    frames("help", "?", &sizes);
}

#[test]
fn nothing_in_the_help_is_cut_at_80_columns() {
    for lang in ["zh", "en"] {
        let (settings, _) = Settings::read(&format!("language = '{lang}'"));
        let mut desk = Desk::start(edition(), 80, 200, StartWith::Library, &settings);
        desk.keys("?");
        assert!(!desk.picture().contains('…'), "{}", desk.picture());
    }
}

#[test]
fn searching() {
    let sizes = [(80, 24), (120, 40), (40, 12)];
    frames("find", "enter / =航线=", &sizes);
    frames("matches", "enter / =航线= enter n", &sizes);
    frames("hits", "/ =市 区= enter j", &sizes);
    frames("filter", "f =馆=", &sizes);
    frames("nothing", "f =无此标题= enter", &[(80, 24)]);
}

#[test]
fn what_is_kept() {
    frames("selection", "enter 2 s ) o l", &[(80, 24), (40, 12)]);
    frames("bookmark-list", "enter b e =开工再看= enter 2 s 4 n b c B", &[(80, 24), (120, 40), (40, 12)]);
    let mut desk = Desk::new(60, 16);
    desk.keys("enter 2 s ) m ] s 1 1");
    insta::assert_snapshot!("highlights", styled(&desk.frame()));
    desk.keys("v v 2");
    insta::assert_snapshot!("highlights-vertical", styled(&desk.frame()));
    desk.keys("v 1 s } }");
    insta::assert_snapshot!("selected", styled(&desk.frame()));
}

#[test]
fn the_page_as_it_was() {
    frames("source", "enter r", &[(80, 24), (120, 40), (40, 12)]);
}

#[test]
fn styles() {
    let mut desk = Desk::new(100, 24);
    desk.keys("j j k enter b j h");
    insta::assert_snapshot!(styled(&desk.frame()));
    desk.keys("k enter /").types("航线").keys("enter n");
    insta::assert_snapshot!(styled(&desk.frame()));
}

#[test]
fn without_colour() {
    let mut desk = Desk::new(100, 24);
    desk.theme = Theme::built_in("newsprint").unwrap().in_colours(Colours::None);
    desk.keys("enter b /").types("航线").keys("enter s");
    insta::assert_snapshot!(styled(&desk.frame()));
}

#[test]
fn a_terminal_with_wide_ambiguous_characters() {
    let (settings, _) = Settings::read("[reading]\nambiguous = 'wide'");
    let mut desk = Desk::start(edition(), 100, 24, StartWith::Library, &settings);
    desk.keys("enter b");
    insta::assert_snapshot!(desk.picture());
}

#[test]
fn an_empty_library() {
    insta::assert_snapshot!(Desk::with(Vec::new(), 60, 12).picture());
}

#[test]
fn english() {
    let (settings, _) = Settings::read("language = 'en'");
    let mut desk = Desk::start(edition(), 100, 24, StartWith::Library, &settings);
    insta::assert_snapshot!(desk.picture());
    desk.keys("?");
    insta::assert_snapshot!(desk.picture());
}

#[test]
fn a_page_that_is_being_read() {
    let mut desk = Desk::start(edition(), 60, 12, StartWith::Pages, &Settings::default());
    insta::assert_snapshot!("arrival-before", desk.picture());
    desk.tell(Event::PageRead {
        source: "pages/raw.txt".into(), text: "江州日报\n第1版 要闻\n港区新增三条\n".into()
    });
    insta::assert_snapshot!("arrival", desk.picture());
    desk.tell(Event::Progress { done: 2, all: 12 });
    insta::assert_snapshot!("arrival-progress", desk.picture());
}

#[test]
fn hostile_text_is_shown_and_does_nothing() {
    let mut entries = edition();
    entries.truncate(1);
    entries[0].row.headline = "\u{1b}[31m红\u{202e}字\u{200b}\u{7}".into();
    entries[0].row.publication = Some("\u{9b}2J江州".into());
    let mut desk = Desk::with(entries, 60, 12);
    insta::assert_snapshot!(desk.picture());
    desk.tell(Event::Notice("\u{1b}]0;title\u{7}.txt".into()));
    insta::assert_snapshot!(desk.picture().lines().last().unwrap_or_default());
}
