//! How things are shown: scripts, pinyin, settings that change, the help.

use paper_reader::app::{Event, Settings, StartWith};
use paper_reader::typeset::Layout;

use super::{HARBOUR, status};
use crate::support::{Desk, edition};

#[test]
fn scripts_take_turns() {
    let mut desk = Desk::new(120, 30);
    desk.keys("t");
    assert_eq!(status(&desk), "显示为简体");
    let simplified = desk.picture();
    desk.keys("t");
    assert_eq!(status(&desk), "显示为繁体");
    let traditional = desk.picture();
    for words in ["港區新增三條內河航線", "第2版 民生", "江州日報", "水陸聯運滿一年", "一、船為什麼多了", "貨主周敏說"]
    {
        assert!(traditional.contains(words), "{words}: {traditional}");
    }
    desk.keys("enter o");
    assert!(desk.picture().contains("二、錢從哪裡來"), "{}", desk.picture());
    desk.keys("esc y");
    assert!(desk.copied[0].starts_with("记者从市港务局获悉"));
    desk.keys("/").types("货物吞吐量").keys("enter");
    assert_eq!(desk.app.reader().unwrap().matches().unwrap().count(), 2);
    desk.keys("esc h w");
    assert!(desk.picture().contains("記者從市港務局獲悉"), "{}", desk.picture());
    desk.keys("w t");
    assert_eq!(status(&desk), "照印出的字显示");
    assert!(simplified.contains(HARBOUR) && desk.picture().contains(HARBOUR));
}

#[test]
fn what_is_seen_in_the_other_script_is_found() {
    let mut desk = Desk::new(120, 30);
    desk.keys("t t enter /").types("貨物吞吐量").keys("enter");
    let lit = |desk: &Desk| desk.app.reader().unwrap().matches().map_or(0, |all| all.count());
    assert_eq!(lit(&desk), 2);
    desk.keys("esc /").types("货物吞吐量").keys("enter");
    assert_eq!(lit(&desk), 2);
    desk.keys("esc h /").types("貨物吞吐量").keys("enter");
    assert!(desk.app.hits().is_some_and(|hits| hits.count() > 0), "{}", desk.picture());
    desk.keys("esc t /").types("貨物吞吐量").keys("enter");
    assert!(desk.app.hits().is_none_or(|hits| hits.count() == 0), "{}", desk.picture());
}

#[test]
fn a_script_can_be_set() {
    let (settings, _) = Settings::read("[reading]\nscript = 'traditional'");
    let desk = Desk::start(edition(), 80, 24, StartWith::Library, &settings);
    assert!(desk.picture().contains("古城牆修繕工程完工"), "{}", desk.picture());
}

#[test]
fn pinyin_above_the_characters_changes_nothing_but_what_is_seen() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter 2");
    let (plain, here) = (desk.picture(), desk.app.reader().unwrap().here());
    desk.keys("P");
    assert!(desk.picture().contains("chuán"), "{}", desk.picture());
    assert_eq!((status(&desk).as_str(), desk.app.reader().unwrap().here()), ("注音", here));
    desk.keys("s y /").types("航线").keys("enter b P");
    assert_eq!(desk.copied, ["二、钱从哪里来"]);
    assert!(desk.app.reader().unwrap().matches().is_some());
    assert_eq!(desk.app.bookmarks().len(), 1);
    let mut desk = Desk::new(80, 24);
    desk.keys("enter 2 P P");
    assert_eq!(plain.lines().take(22).collect::<Vec<_>>(), desk.picture().lines().take(22).collect::<Vec<_>>());
    desk.keys("v v P");
    assert_eq!(status(&desk), "注音（竖排不加）");
}

#[test]
fn settings_that_change_are_taken_and_what_keys_turned_stays() {
    let mut desk = Desk::new(80, 24);
    let change = |desk: &mut Desk, text: &str| desk.tell(Event::Settings(Box::new(Settings::read(text).0)));
    desk.keys("enter 2 v");
    change(&mut desk, "language = 'en'\n[reading]\nindent = 0\n[keys]\nlayout = 'x'");
    assert_eq!(status(&desk), "The new settings hold");
    assert_eq!((desk.app.setting().layout, desk.app.setting().indent), (Layout::Columns, 0));
    desk.keys("v x");
    assert_eq!(desk.app.setting().layout, Layout::Vertical);
    change(&mut desk, "[reading]\nlayout = 'columns'\nscript = 'traditional'\nambiguous = 'wide'");
    assert_eq!((desk.app.setting().layout, desk.app.setting().indent), (Layout::Columns, 2));
    assert!(desk.picture().contains("錢從哪裏來") || desk.picture().contains("錢從哪裡來"), "{}", desk.picture());
    change(&mut desk, "");
    assert!(desk.picture().contains("二、钱从哪里来"), "{}", desk.picture());
}

#[test]
fn the_help_lists_the_keys_as_they_are_bound() {
    let (settings, _) = Settings::read("[keys]\nbookmark = ['m', 'ctrl-b']");
    let mut desk = Desk::start(edition(), 80, 80, StartWith::Library, &settings);
    desk.keys("?");
    let help = desk.picture();
    assert!(help.lines().any(|line| line.contains("m ctrl-b") && line.contains("书签")), "{help}");
    assert!(help.contains("alt-left ctrl-o"));
    desk.keys("?");
    assert!(desk.app.panel().is_none());
}
