//! The palette and the help: actions found by their names; keys that can do nothing say why.

use paper_reader::app::{Action, ActionGroup, Event, Focus, Mouse, MouseKind, Panel, Settings, StartWith};

use ratatui::buffer::Buffer;

use super::status;
use crate::support::{Desk, edition};

fn shown(desk: &Desk) -> usize {
    let Some(Panel::Palette(palette)) = desk.app.panel() else { return 0 };
    palette.shown().len()
}

#[test]
fn an_action_is_found_by_name_and_done() {
    for words in ["书签列表", "sqlb", "bookmarks"] {
        let mut desk = Desk::new(100, 30);
        desk.keys(":").types(words);
        assert!(desk.picture().contains("书签列表"), "{}", desk.picture());
        desk.keys("enter");
        assert!(matches!(desk.app.panel(), Some(Panel::Bookmarks(_))), "{words}: {}", desk.picture());
    }
}

#[test]
fn all_actions_are_there_with_their_keys_and_the_arrows_choose() {
    let mut desk = Desk::new(100, 30);
    desk.keys(":");
    assert_eq!(shown(&desk), Action::TABLE.len() - 1);
    assert!(desk.picture().contains("j down"), "{}", desk.picture());
    desk.types("退出").keys("up down esc");
    assert_eq!(desk.app.focus(), Focus::Headlines);
    assert!(!desk.ended);
    desk.types(":无此操作").keys("enter");
    assert_eq!(status(&desk), "没有这样的操作");
}

#[test]
fn recent_ones_come_first() {
    let mut desk = Desk::new(100, 30);
    desk.keys(":").types("只看正文").keys("enter z :");
    let Some(Panel::Palette(palette)) = desk.app.panel() else { panic!("{}", desk.picture()) };
    assert_eq!(palette.chosen().map(|action| action.entry().name), Some("zen"));
}

#[test]
fn an_action_that_needs_a_word_asks_for_it() {
    for (name, label) in [("search", "搜索全库："), ("filter", "筛选："), ("save-article", "存为：")] {
        let mut desk = Desk::new(100, 30);
        desk.keys(":").types(name).keys("enter");
        assert!(status(&desk).starts_with(label), "{}", status(&desk));
    }
    let mut desk = Desk::new(100, 30);
    desk.keys("enter :").types("按数字到").keys("enter");
    assert!(matches!(desk.app.panel(), Some(Panel::Outline { .. })), "{}", desk.picture());
}

#[test]
fn it_stands_over_a_panel_and_acts_in_it() {
    let mut desk = Desk::new(100, 30);
    desk.keys("enter b B :").types("颜色").keys("esc");
    assert!(matches!(desk.app.panel(), Some(Panel::Bookmarks(_))));
    desk.keys(":").types("给书签换颜色").keys("enter");
    assert!(matches!(desk.app.panel(), Some(Panel::Bookmarks(_))));
    assert!(desk.app.bookmarks()[0].tag.is_some());
}

#[test]
fn a_click_does_an_action_and_one_beside_closes() {
    let mut desk = Desk::new(100, 30);
    desk.keys(":").types("书签列表");
    let picture = desk.picture();
    let row = picture.lines().position(|line| line.contains("▌ 书签列表")).unwrap_or_default() as u16;
    desk.tell(Event::Mouse(Mouse { kind: MouseKind::Press, row, column: 40 }));
    assert!(matches!(desk.app.panel(), Some(Panel::Bookmarks(_))), "{picture}");
    desk.keys("esc :");
    desk.tell(Event::Mouse(Mouse { kind: MouseKind::Press, row: 10, column: 1 }));
    assert_eq!(desk.app.focus(), Focus::Headlines);
}

#[test]
fn the_help_is_searched_the_same_way() {
    for begin in ["? /", "? f"] {
        let mut desk = Desk::new(100, 30);
        desk.keys(begin).types("shuqian");
        assert!(desk.picture().contains("书签列表") && !desk.picture().contains("下移一行"), "{}", desk.picture());
        desk.keys("enter");
        assert!(desk.picture().contains("按键 “shuqian”"), "{}", desk.picture());
        desk.keys("/ esc q ?");
        assert!(desk.picture().contains("下移一行"));
    }
}

#[test]
fn a_key_that_can_do_nothing_says_why() {
    for (keys, why) in [
        ("Q", "Q 没有用处；全部操作按 :"),
        ("enter -", "只在标题列表里有用"),
        ("s", "先打开一篇文章"),
        ("? b", "先关上这一面"),
        ("alt-right", "没有别的去过的地方"),
        ("enter r b", "这是版面原文，先回到文章"),
        ("f =无此标题= enter y", "这里没有文章"),
    ] {
        let mut desk = Desk::new(100, 30);
        for part in keys.split('=').enumerate() {
            match part {
                (1, typed) => desk.types(typed),
                (_, names) => desk.keys(names),
            };
        }
        assert_eq!(status(&desk), why, "{keys}");
    }
    let mut desk = Desk::new(100, 30);
    desk.keys(":").types("select-left").keys("enter");
    assert_eq!(status(&desk), "先选取文字");
}

#[test]
fn the_hints_are_those_of_the_moment() {
    let mut desk = Desk::new(100, 30);
    desk.keys("enter / 航 线 enter");
    assert!(status(&desk).ends_with("n 下一处  N 上一处  h 返回"), "{}", status(&desk));
    desk.keys("esc b");
    assert!(status(&desk).contains("e 笔记"), "{}", status(&desk));
    desk.keys("b");
    assert!(status(&desk).ends_with("U 找回"), "{}", status(&desk));
    desk.keys("esc / 航 线 enter");
    assert!(status(&desk).contains("S 次序"), "{}", status(&desk));
}

/// Whether an action may well find nothing to do, and say nothing of it: it moves, and may be at the end already, or
/// it paints what is there.
fn may_be_idle(action: Action) -> bool {
    use Action::{Next, NextParagraph, NextSection, NextUnread, Previous, PreviousParagraph, PreviousSection};
    let steps = [Next, Previous, NextUnread, NextParagraph, PreviousParagraph, NextSection, PreviousSection];
    let is_of_screen = matches!(action, Action::Redraw | Action::Suspend);
    let group = action.entry().group;
    is_of_screen || matches!(group, ActionGroup::Move | ActionGroup::Select) || steps.contains(&action)
}

/// All that can be seen of what an action did.
fn seen(desk: &Desk) -> (Buffer, u32, usize, bool) {
    (desk.frame(), desk.tutorials, desk.copied.len(), desk.ended)
}

#[test]
fn every_action_does_something_wherever_one_is_or_says_why_not() {
    for (width, height, language) in [(80, 24, "zh"), (40, 12, "en")] {
        let (settings, _) = Settings::read(&format!("language = '{language}'"));
        for begin in ["", "enter ]", "enter b B", "?", "enter o", "enter r", "enter s", "w"] {
            for entry in Action::TABLE.iter().filter(|entry| entry.action != Action::Palette) {
                let mut desk = Desk::start(edition(), width, height, StartWith::Library, &settings);
                desk.keys(begin).keys(": esc");
                let before = seen(&desk);
                desk.keys(":").tell(Event::Paste(entry.name.to_owned()));
                let Some(Panel::Palette(palette)) = desk.app.panel() else { panic!("{}", desk.picture()) };
                let at = palette.shown().iter().position(|action| *action == entry.action).unwrap();
                assert!(at < 2, "{} is number {at}", entry.name);
                desk.keys(&"down ".repeat(at)).keys("enter");
                let is_idle = seen(&desk) == before && !may_be_idle(entry.action);
                assert!(!is_idle, "{} after {begin:?}: {}", entry.name, desk.picture());
            }
        }
    }
}
