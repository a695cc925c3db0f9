//! The last import undone, and what pages do not say themselves said of them.

use paper_reader::app::{Focus, Settings, StartWith};
use paper_reader::model::{Group, Imprint, LastImport};

use super::{HARBOUR, listed, status};
use crate::support::{Desk, edition};

fn last() -> LastImport {
    LastImport { paths: "/papers".into(), day: Some("2031-03-04".into()), pages: 12, articles: 80, replaced: 2 }
}

fn english() -> Settings {
    Settings::read("language = 'en'").0
}

#[test]
fn the_last_import_is_undone_once_it_is_agreed_to() {
    let mut desk = Desk::new(100, 24);
    desk.keys("ctrl-x");
    assert_eq!(status(&desk), "没有可以撤销的读入");
    desk.last_import = Some(last());
    for refusal in ["esc", "enter", "n enter"] {
        desk.keys("ctrl-x");
        assert!(status(&desk).starts_with("撤销上次读入（去掉12版80篇，复原2版）？"), "{}", status(&desk));
        desk.keys(refusal);
        assert_eq!((status(&desk).as_str(), desk.last_import.is_some()), ("没有撤销", true), "{refusal}");
    }
    desk.keys(":").types("撤销上次").keys("enter y enter");
    assert_eq!((status(&desk).as_str(), desk.last_import.is_some()), ("已撤销上次读入", false));
    assert_eq!(listed(&desk), HARBOUR);
    let mut desk = Desk::start(edition(), 100, 24, StartWith::Library, &english());
    desk.last_import = Some(LastImport { replaced: 0, ..last() });
    desk.keys("ctrl-x");
    assert!(status(&desk).starts_with("Undo the last import (pages out: 12, articles: 80)?"), "{}", status(&desk));
    // Another import has come since.
    desk.last_import = Some(last());
    desk.keys("y enter");
    assert_eq!(status(&desk), "nothing was undone");
}

#[test]
fn what_a_page_is_can_be_said_in_the_list() {
    let mut desk = Desk::new(100, 24);
    let row = desk.app.headlines().current().unwrap().clone();
    desk.keys("I");
    assert!(status(&desk).starts_with("说明：报:江州日报 日:2026-11-23 版:1 名:要闻"), "{}", status(&desk));
    desk.keys("enter");
    assert!(desk.said.is_empty(), "nothing was changed");
    desk.keys("I ctrl-u").types("报:江北日报 日:昨天");
    assert!(status(&desk).ends_with("昨天: 不是日期，如 2031-03-04"), "{}", status(&desk));
    desk.keys("enter");
    assert_eq!((desk.app.focus(), desk.said.len()), (Focus::Prompt, 0));
    desk.keys("ctrl-u").types("报:江北日报 日:2031-03-04 版:A02 名:").keys("enter");
    let (group, before, now) = desk.said.pop().unwrap();
    assert_eq!((group, before.page_number), (Group::page(&row), Some(1)));
    assert_eq!((now.publication.as_deref(), now.page_label.as_deref()), (Some("江北日报"), Some("A02")));
    assert_eq!((now.date, now.page_name), ("2031-03-04".parse().ok(), None));
    assert_eq!((status(&desk).as_str(), listed(&desk).as_str()), ("已说明 1 版", HARBOUR));
    desk.keys("I esc enter I");
    assert!(status(&desk).contains("只在标题列表里有用") && desk.said.is_empty(), "{}", status(&desk));
}

#[test]
fn of_a_folded_edition_it_is_said_of_all_its_pages() {
    let mut desk = Desk::start(edition(), 100, 24, StartWith::Library, &english());
    let row = desk.app.headlines().current().unwrap().clone();
    desk.keys("- - I");
    assert!(status(&desk).starts_with("This is: paper:江州日报 date:2026-11-23 "), "{}", status(&desk));
    desk.keys("ctrl-u").types("paper:江北日报 date:2026-11-24").keys("enter");
    let expected =
        Imprint { publication: Some("江北日报".into()), date: "2026-11-24".parse().ok(), ..Imprint::default() };
    assert_eq!(desk.said[0].2, expected);
    assert_eq!(desk.said[0].0, Group::edition(&row));
}
