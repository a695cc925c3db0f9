//! A cursor that moves by paragraphs, and jumps from page to page.

use paper_reader::app::{Event, Mouse, MouseKind, Settings, Size, StartWith, View};
use paper_reader::model::{PageRef, Part};

use super::{HARBOUR, MARKET, headline, status};
use crate::support::{Desk, Entry, edition};

fn cursor(desk: &Desk) -> Option<Part> {
    desk.app.reader().unwrap().cursor()
}

#[test]
fn the_cursor_reaches_what_stands_on_the_last_screen() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter G J");
    let first = cursor(&desk).unwrap();
    assert!(desk.picture().contains('▌'), "{}", desk.picture());
    desk.keys("J J J J J J J J J J J J");
    assert_eq!(cursor(&desk), Some(Part::Credit));
    desk.keys("K");
    assert_eq!(cursor(&desk), Some(Part::Body(8)));
    desk.keys("y b m");
    assert!(desk.copied[0].starts_with("明年计划再改造"), "{}", desk.copied[0]);
    let kept = desk.app.bookmarks();
    assert!(kept.iter().all(|bookmark| bookmark.place.part == Part::Body(8)) && kept.len() == 2);
    desk.keys("b");
    assert_eq!(desk.app.bookmarks().len(), 1, "the bookmark in the paragraph is taken away");
    desk.keys("K b e").types("成本").keys("enter");
    assert_eq!(desk.app.bookmarks()[1].note.as_deref(), Some("成本"));
    assert_eq!(desk.app.bookmarks()[1].place.part, Part::Body(7));
    desk.keys("K s y");
    assert!(desk.copied[1].starts_with("市港务局副局长何青"), "{}", desk.copied[1]);
    desk.keys("esc");
    assert_eq!((cursor(&desk), desk.app.view()), (None, View::Reader));
    assert!(first > Part::Headline);
}

#[test]
fn the_cursor_goes_up_to_the_kicker_and_shows_every_paragraph() {
    for (width, height) in [(80, 24), (40, 8), (120, 40), (20, 5)] {
        for layouts in ["", "v", "v v"] {
            let mut desk = Desk::new(width, height);
            desk.keys("enter").keys(layouts).keys("J K K K K K");
            assert_eq!(cursor(&desk), Some(Part::Kicker), "{layouts} {width}");
            let parts = desk.app.reader().unwrap().article().parts().map(|(part, _)| part).collect::<Vec<_>>();
            for part in parts {
                assert_eq!(cursor(&desk), Some(part), "{layouts} {width}");
                desk.keys("J");
            }
        }
    }
}

#[test]
fn while_selecting_the_selection_grows_by_paragraphs() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter 2 s J y");
    assert!(desk.copied[0].starts_with("二、钱从哪里来\n三条航线"), "{}", desk.copied[0]);
}

/// The edition, the first article of which goes on in the first of the second page.
fn with_a_jump() -> Vec<Entry> {
    let mut entries = edition();
    let page = |number| Some(PageRef { page_number: Some(number), page_label: None });
    for (number, continues, continued) in [(0, page(2), None), (3, None, page(1))] {
        let mut article = (*entries[number].article).clone();
        (article.continues, article.continued) = (continues, continued);
        entries[number].article = article.into();
    }
    entries
}

fn opened() -> Desk {
    let size = Size { width: 80, height: 24 };
    Desk::resume(with_a_jump(), size, StartWith::Library, &Settings::default(), Default::default())
}

#[test]
fn a_jump_is_followed_and_come_back_from() {
    let mut desk = opened();
    desk.keys("enter enter");
    assert_eq!(headline(&desk), HARBOUR, "its end is not seen yet");
    desk.keys("G");
    assert!(desk.picture().contains("→ 下转第2版"), "{}", desk.picture());
    desk.keys("enter");
    assert_eq!(headline(&desk), MARKET);
    assert!(desk.picture().contains("← 上接第1版"), "{}", desk.picture());
    desk.keys("alt-left");
    assert_eq!(headline(&desk), HARBOUR);
    assert!(desk.picture().contains("→ 下转第2版"), "{}", desk.picture());
    desk.keys("enter enter");
    assert_eq!(headline(&desk), HARBOUR);
    desk.keys("G J J J J J J J J J J J J");
    assert_eq!(cursor(&desk), Some(Part::Credit));
    let line = desk.picture().lines().position(|line| line.contains("→ 下转")).unwrap() as u16;
    desk.tell(Event::Mouse(Mouse { kind: MouseKind::Press, row: line, column: 12 }));
    assert_eq!(headline(&desk), MARKET);
}

#[test]
fn a_jump_is_no_part_of_the_article() {
    let mut desk = opened();
    desk.keys("enter G J J J J J J J J J J J J K");
    assert!(desk.picture().contains("▌    → 下转第2版"), "{}", desk.picture());
    desk.keys("b y m");
    assert!(desk.copied.iter().all(|copied| !copied.contains("下转")));
    assert!(desk.app.bookmarks().iter().all(|bookmark| !bookmark.excerpt.is_empty()), "{:?}", desk.app.bookmarks());
    desk.keys("esc /").types("下转").keys("enter");
    assert_eq!(status(&desk), "没有找到");
    let mut desk = opened();
    desk.keys("} enter b y");
    assert!(!desk.app.bookmarks()[0].excerpt.is_empty() && desk.copied[0].starts_with("菜场改造"));
}

#[test]
fn a_jump_that_leads_nowhere_says_so() {
    let mut desk = opened();
    desk.keys("enter G");
    desk.forget(3);
    desk.keys("enter");
    assert_eq!((headline(&desk).as_str(), status(&desk).as_str()), (HARBOUR, "报库里没有接下去的那一篇"));
}
