//! Words in the article, words in the library.

use paper_reader::app::{Event, Settings, StartWith, View};

use super::{MARKET, WALL, headline, status};
use crate::support::{Desk, edition};

#[test]
fn finding_in_the_article() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter /").types("航线");
    assert_eq!(desk.app.reader().unwrap().matches().unwrap().count(), 4);
    assert!(status(&desk).ends_with("1/4"), "{}", status(&desk));
    desk.keys("enter n n");
    assert!(status(&desk).starts_with("第3处，共4处"), "{}", status(&desk));
    desk.keys("p p p");
    assert!(status(&desk).starts_with("第4处"), "{}", status(&desk));
    desk.keys("esc");
    assert!(desk.app.reader().unwrap().matches().is_none());
    desk.keys("n");
    assert_eq!(headline(&desk), WALL);
}

#[test]
fn finding_given_up_goes_back_to_the_place() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter 1");
    let before = desk.picture();
    desk.keys("/").types("冷藏柜").keys("esc");
    assert_eq!(desk.picture(), before);
}

#[test]
fn what_is_typed_and_told_is_seen_where_the_text_is_alone() {
    let mut desk = Desk::new(80, 12);
    desk.keys("enter z");
    let text = desk.picture();
    desk.keys("/").types("无此字样");
    assert!(status(&desk).contains("无此字样"), "{}", status(&desk));
    desk.keys("enter");
    assert_eq!(status(&desk), "没有找到");
    desk.keys("ctrl-l");
    assert_eq!(desk.picture(), text);
}

#[test]
fn finding_nothing_says_so() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter /").types("海").keys("enter");
    assert_eq!(status(&desk), "没有找到");
    desk.keys("n");
    assert_eq!(headline(&desk), WALL);
}

#[test]
fn searching_the_library() {
    let mut desk = Desk::new(80, 24);
    desk.keys("/").types("通道").keys("enter");
    assert_eq!(desk.app.hits().unwrap().count(), 1);
    desk.keys("enter");
    assert_eq!(headline(&desk), MARKET);
    assert_eq!(desk.app.reader().unwrap().matches().unwrap().count(), 2);
    desk.keys("esc esc");
    assert!(desk.app.hits().is_some());
    assert_eq!(desk.app.view(), View::Headlines);
    desk.keys("esc");
    assert!(desk.app.hits().is_none());
}

#[test]
fn the_best_hits_come_first_if_asked() {
    let mut desk = Desk::new(80, 24);
    desk.keys("/").types("的").keys("enter");
    let hit = |desk: &Desk| desk.app.hits().unwrap().current().unwrap().row.characters;
    let newest = hit(&desk);
    desk.keys("S");
    assert!(status(&desk).contains("最相关的在前") && hit(&desk) < newest, "{}", status(&desk));
    desk.keys("S");
    assert!(!status(&desk).contains("在前") && hit(&desk) == newest, "{}", status(&desk));
}

/// The edition is in simplified characters.
#[test]
fn the_scripts_find_each_other_if_asked() {
    let mut desk = Desk::new(80, 24);
    desk.keys("/").types("菜場換").keys("enter");
    assert_eq!(desk.app.hits().unwrap().count(), 0);
    desk.keys("esc /").types("菜場換");
    assert!(status(&desk).ends_with("ctrl-t 简繁互通"), "{}", status(&desk));
    desk.keys("ctrl-t enter");
    assert_eq!(desk.app.hits().unwrap().count(), 1);
    desk.keys("enter");
    assert_eq!(desk.app.reader().unwrap().matches().unwrap().count(), 1);
    desk.keys("/").types("換");
    assert!(status(&desk).ends_with("1/1  简繁互通"), "{}", status(&desk));
    desk.keys("ctrl-t");
    assert!(status(&desk).ends_with("没有找到"), "{}", status(&desk));
}

#[test]
fn words_are_found_in_any_width_and_case_or_as_printed() {
    let mut desk = Desk::new(100, 30);
    desk.keys("enter /").types("１０２.６万");
    let count = |desk: &Desk| desk.app.reader().unwrap().matches().map_or(0, |all| all.count());
    assert_eq!(count(&desk), 1, "{}", desk.picture());
    desk.keys("ctrl-x");
    assert_eq!(count(&desk), 0);
    assert!(status(&desk).ends_with("只找照印出的（ctrl-x）"), "{}", status(&desk));
    desk.keys("ctrl-x enter");
    assert_eq!(count(&desk), 1);
    desk.keys("esc h /").types("１０２.６万").keys("enter");
    assert_eq!(desk.app.hits().map(|hits| hits.count()), Some(1), "{}", desk.picture());
}

#[test]
fn the_arrows_bring_back_what_was_looked_for() {
    let mut desk = Desk::new(100, 30);
    desk.keys("enter /").types("航线").keys("enter esc /").types("补助").keys("enter esc / up up");
    let typed = |desk: &Desk| desk.app.prompt().map(|prompt| prompt.text().to_owned());
    assert_eq!(typed(&desk).as_deref(), Some("航线"));
    assert!(desk.app.reader().unwrap().matches().is_some_and(|all| all.count() > 0));
    desk.keys("up down");
    assert_eq!(typed(&desk).as_deref(), Some("补助"));
    desk.keys("down");
    assert_eq!(typed(&desk).as_deref(), Some(""));
}

#[test]
fn a_hit_says_how_often_and_opens_at_the_hit() {
    for (width, height) in [(80, 12), (120, 14), (40, 12)] {
        let mut desk = Desk::new(width, height);
        desk.keys("/").types("公示栏").keys("enter");
        assert!(desk.picture().contains("1处"), "{}", desk.picture());
        desk.keys("enter");
        assert_eq!(desk.app.view(), View::Reader);
        let seen: String = desk.picture().split_whitespace().collect();
        assert!(seen.contains("公示栏") && status(&desk).starts_with("第1处"), "{}", desk.picture());
    }
    let mut desk = Desk::new(120, 30);
    desk.keys("/").types("航线").keys("enter");
    assert!(desk.picture().contains("4处"), "{}", desk.picture());
}

#[test]
fn words_as_printed_can_be_set() {
    let (settings, wrong) = Settings::read("exact = true");
    assert_eq!(wrong, []);
    let mut desk = Desk::start(edition(), 100, 30, StartWith::Library, &settings);
    desk.keys("enter /").types("１０２.６万");
    assert!(status(&desk).ends_with("只找照印出的（ctrl-x）"), "{}", status(&desk));
    desk.keys("ctrl-x");
    assert!(status(&desk).contains("1/1"), "{}", status(&desk));
    desk.keys("esc");
    desk.tell(Event::Settings(Box::default()));
    desk.keys("/").types("１０２.６万");
    assert!(status(&desk).contains("1/1"), "{}", status(&desk));
}
