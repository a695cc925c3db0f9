//! Pages that are being read in.

use paper_reader::app::{Event, Settings, StartWith};
use paper_reader::model::PageId;

use super::{HARBOUR, MARKET, headline, listed, status};
use crate::support::{Desk, edition, many};

#[test]
fn pages_that_are_being_read_show_their_text_until_their_articles_come() {
    let mut desk = Desk::start(edition(), 80, 12, StartWith::Pages, &Settings::default());
    let text: String = (1..=40).map(|n| format!("第{n}行\n")).collect();
    desk.tell(Event::PageRead { source: "pages/two.txt".into(), text: text.into() });
    assert!(desk.picture().contains("第1行"));
    desk.keys("space");
    assert!(desk.picture().contains("第12行") && !desk.picture().contains("第1行"));
    desk.tell(Event::Imported { pages: vec![PageId(2)], finished: false });
    assert_eq!((listed(&desk).as_str(), headline(&desk).as_str()), (MARKET, MARKET));
    assert_eq!(desk.app.headlines().total(), Some(3));
    assert!(status(&desk).contains("只列刚读入的版面"), "{}", status(&desk));
    desk.tell(Event::Imported { pages: vec![PageId(4)], finished: true });
    assert_eq!((listed(&desk).as_str(), desk.app.headlines().total()), (MARKET, Some(5)));
    desk.keys("esc");
    assert_eq!((listed(&desk).as_str(), desk.app.headlines().total()), (MARKET, Some(8)));
    assert!(desk.picture().contains(HARBOUR));
}

#[test]
fn pages_that_come_to_the_whole_library_are_counted_in_the_end() {
    let mut desk = Desk::start(edition(), 80, 12, StartWith::Pages, &Settings::default());
    desk.tell(Event::Imported { pages: vec![PageId(2)], finished: false });
    desk.keys("esc");
    desk.slow = true;
    desk.tell(Event::Imported { pages: vec![PageId(4)], finished: true });
    assert_eq!((listed(&desk).as_str(), desk.app.headlines().total()), (MARKET, None));
    while desk.answer() {}
    assert_eq!((listed(&desk).as_str(), desk.app.headlines().total()), (MARKET, Some(8)));
}

#[test]
fn pages_that_give_nothing_leave_the_library() {
    let mut desk = Desk::start(edition(), 80, 24, StartWith::Pages, &Settings::default());
    desk.tell(Event::Notice("two.txt: no permission".into()));
    desk.tell(Event::Imported { pages: Vec::new(), finished: true });
    assert_eq!(listed(&desk), HARBOUR);
    assert_eq!(status(&desk), "two.txt: no permission");
}

#[test]
fn keys_do_not_reach_an_article_that_the_page_covers() {
    let mut desk = Desk::start(edition(), 80, 24, StartWith::Pages, &Settings::default());
    desk.keys("/").types("航线").keys("enter enter s");
    assert!(desk.app.reader().unwrap().is_selecting());
    desk.keys("esc");
    desk.tell(Event::PageRead { source: "pages/two.txt".into(), text: "第1行\n第2行\n".into() });
    desk.keys("s");
    assert!(desk.picture().contains("第1行") && !desk.app.reader().unwrap().is_selecting());
}

#[test]
fn what_comes_by_itself_is_said_and_nothing_at_hand_moves() {
    let mut entries = many(64);
    let mut newer = entries.drain(..4).collect::<Vec<_>>();
    let newest = newer.remove(0);
    let mut desk = Desk::with(entries, 80, 24);
    desk.keys("j j j j j j j j j j j j j j j j j j j j k k k k k k k k");
    let (at_hand, shown) = (listed(&desk), body(&desk));
    desk.bring(newer);
    desk.tell(Event::CameIn { articles: 3, finished: true });
    assert_eq!(status(&desk), "3 篇新到");
    assert_eq!((listed(&desk), body(&desk)), (at_hand.clone(), shown.clone()));
    assert_eq!(desk.app.headlines().total(), Some(63));
    // More of them before a key is pressed are counted together.
    desk.tell(Event::CameIn { articles: 2, finished: true });
    assert_eq!(status(&desk), "5 篇新到");
    // The cursor moves on while the list is on its way.
    desk.slow = true;
    desk.bring([newest]);
    desk.tell(Event::CameIn { articles: 1, finished: true });
    desk.keys("j");
    let moved = (listed(&desk), body(&desk));
    assert_ne!(moved.0, at_hand);
    while desk.answer() {}
    assert_eq!((listed(&desk), body(&desk)), moved);
}

#[test]
fn news_wait_for_a_line_being_typed_and_for_what_is_told() {
    let mut desk = Desk::new(80, 24);
    desk.keys("/").types("渡");
    desk.tell(Event::CameIn { articles: 1, finished: true });
    assert!(status(&desk).contains("搜索全库"), "{}", status(&desk));
    desk.keys("esc");
    assert_eq!(status(&desk), "1 篇新到");
    desk.tell(Event::Notice("文件夹读不了：/papers: there is no such file".into()));
    desk.tell(Event::CameIn { articles: 2, finished: true });
    assert_eq!(status(&desk), "文件夹读不了：/papers: there is no such file");
    desk.keys("j");
    assert_eq!(status(&desk), "2 篇新到");
    // Nothing new is nothing to say.
    desk.keys("j");
    desk.tell(Event::CameIn { articles: 0, finished: true });
    assert!(!status(&desk).contains("新到"), "{}", status(&desk));
}

#[test]
fn a_look_is_asked_for_and_answered() {
    let mut desk = Desk::new(80, 24);
    desk.slow = true;
    desk.keys("R");
    assert_eq!(status(&desk), "正在看文件夹……");
    while desk.answer() {}
    assert_eq!(status(&desk), "文件夹里没有新的版面");
    desk.tell(Event::NothingCame { has_folders: false });
    assert!(status(&desk).starts_with("没有设定文件夹"), "{}", status(&desk));
}

#[test]
fn pages_that_come_by_themselves_stay_out_of_a_list_of_pages_that_were_asked_for() {
    let mut desk = Desk::start(edition(), 80, 12, StartWith::Pages, &Settings::default());
    desk.tell(Event::Imported { pages: vec![PageId(2)], finished: true });
    let before = body(&desk);
    desk.tell(Event::CameIn { articles: 3, finished: true });
    assert_eq!((status(&desk).as_str(), body(&desk)), ("3 篇新到", before));
}

/// The screen without its status line and masthead, which counts what is unread.
fn body(desk: &Desk) -> Vec<String> {
    let picture = desk.picture();
    let rows = usize::from(desk.size.height);
    picture.lines().skip(1).take(rows - 2).map(str::to_owned).collect()
}
