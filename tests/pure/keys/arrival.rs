//! Pages that are being read in.

use paper_reader::app::{Event, Settings, StartWith};
use paper_reader::model::PageId;

use super::{HARBOUR, MARKET, headline, listed, status};
use crate::support::{Desk, edition};

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
