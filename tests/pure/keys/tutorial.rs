//! The tutorial from inside the reader, and the keys that the bundled edition names.

use paper_reader::app::{Action, Keymap, Settings, StartWith};
use paper_reader::import;

use super::status;
use crate::support::{Desk, edition};

#[test]
fn it_is_opened_by_its_key_from_the_help_and_from_the_palette() {
    for keys in ["T", "? T", "enter T", "B T", ": t u t o r i a l enter"] {
        let mut desk = Desk::new(100, 30);
        desk.keys(keys);
        assert_eq!(desk.tutorials, 1, "{keys}");
    }
}

#[test]
fn in_the_tutorial_it_is_not_opened_again() {
    let mut desk = Desk::start(edition(), 100, 30, StartWith::Tutorial, &Settings::default());
    desk.keys("T");
    assert_eq!((desk.tutorials, status(&desk).as_str()), (0, "这就是教程"));
    desk.keys("q");
    assert!(desk.ended);
}

/// What the bundled edition says of a key, and the action that it means.
#[test]
fn the_keys_that_the_bundled_edition_names_are_those_of_the_program() {
    let text: String = import::sample().map(|page| page.text).collect();
    let text: String = text.split_whitespace().collect();
    let keymap = Keymap::default();
    for (says, key, action) in [
        ("j是往下", "j", Action::Down),
        ("k是往上", "k", Action::Up),
        ("l是走进去", "l", Action::Open),
        ("h是退出来", "h", Action::Back),
        ("按空格翻一屏", "space", Action::PageDown),
        ("按u翻回来", "u", Action::PageUp),
        ("g回到篇首", "g", Action::Top),
        ("G走到篇末", "G", Action::Bottom),
        ("下一篇呢？老师说，按n", "n", Action::Next),
        ("后悔了，按p", "p", Action::Previous),
        ("按]跳到下一节", "]", Action::NextSection),
        ("按[跳回上一节", "[", Action::PreviousSection),
        ("按o把提纲摊开来挑", "o", Action::Outline),
        ("要第三节就按3", "3", Action::Section),
        ("}和{一次跨过一整版", "}", Action::NextPage),
        ("}和{一次跨过一整版", "{", Action::PreviousPage),
        ("添了一个问号", "?", Action::Help),
        ("还有一个q，是下课", "q", Action::Quit),
        ("按一下b，边上便留一个记号", "b", Action::Bookmark),
        ("大写的B打开全部书签", "B", Action::Bookmarks),
        ("她按下/", "/", Action::Search),
        ("标题里筛一筛的，按f", "f", Action::Filter),
        ("n和p在各处命中之间来回", "n", Action::Next),
        ("n和p在各处命中之间来回", "p", Action::Previous),
        ("按一下r，它把原来那一页", "r", Action::Source),
        ("请按r", "r", Action::Source),
        ("按Tab在标题栏和正文之间换手", "tab", Action::SwitchPane),
        ("按Ctrl-o退回刚才", "ctrl-o", Action::PlaceBack),
    ] {
        assert!(text.contains(says), "{says}");
        assert!(keymap.keys_of(action).iter().any(|own| own == key), "{key}: {says}");
    }
}
