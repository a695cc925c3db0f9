//! Theme, layout, measure, hanging punctuation and language: seen at once, taken, kept, or as before.

use paper_reader::app::{Event, Focus, Mouse, MouseKind, Panel, Settings, StartWith};
use paper_reader::phrase::Lang;
use paper_reader::typeset::Layout;
use paper_reader::ui::Theme;

use super::status;
use crate::support::{Desk, edition};

fn theme(name: &str) -> Theme {
    Theme::built_in(name).unwrap()
}

fn in_settings(text: &str) -> Desk {
    let mut desk = Desk::start(edition(), 100, 30, StartWith::Library, &Settings::read(text).0);
    desk.settings = text.to_owned();
    desk
}

#[test]
fn a_theme_is_seen_at_once_and_as_before_after_escape() {
    for begin in [": 主 题 enter", ": z h u t i enter", ": theme enter", ", t"] {
        let mut desk = Desk::new(100, 30);
        match begin.split_once(' ') {
            Some((":", words)) => {
                let words = words.trim_end_matches(" enter").replace(' ', "");
                desk.keys(":").types(&words).keys("enter")
            }
            _ => desk.keys(begin),
        };
        assert!(desk.picture().contains("主题 ──"), "{begin}: {}", desk.picture());
        assert_eq!(status(&desk), "enter 本次用  ctrl-s 记住  h 复原");
        desk.keys("j");
        assert_eq!(desk.theme, theme("newsprint"));
        desk.keys("down");
        assert_eq!(desk.theme, theme("ink"));
        desk.keys("esc");
        assert_eq!(desk.theme, theme("terminal"), "{begin}");
        assert_eq!(desk.settings, "");
    }
}

#[test]
fn a_choice_that_is_taken_holds_and_is_not_kept() {
    let mut desk = Desk::new(100, 30);
    desk.keys(", t j enter");
    assert_eq!((desk.app.focus(), &desk.theme, desk.settings.as_str()), (Focus::Headlines, &theme("newsprint"), ""));
    desk.keys(", t j esc");
    assert_eq!(desk.theme, theme("newsprint"));
    desk.keys("enter , v G enter");
    assert_eq!(desk.app.setting().layout, Layout::Vertical);
    desk.keys(", m k enter , h j enter");
    assert_eq!((desk.app.setting().measure, desk.app.setting().hanging), (68, false));
    desk.keys(", l G enter");
    assert_eq!(desk.app.lang(), Lang::English);
    assert!(status(&desk).ends_with("? help"), "{}", status(&desk));
}

#[test]
fn a_choice_is_kept_with_a_key_of_its_own() {
    let mut desk = in_settings("# 我的\nmouse = false\n");
    desk.keys("enter , m j ctrl-s");
    assert_eq!(desk.settings, "# 我的\nmouse = false\n\n[reading]\nmeasure = 84\n");
    assert_eq!((status(&desk).as_str(), desk.app.setting().measure), ("已记入 config.toml", 84));
    desk.keys(", m");
    assert!(desk.picture().contains("设置：84"), "{}", desk.picture());
    desk.keys("j");
    assert_eq!(desk.app.setting().measure, 96);
    // The program finds the file changed, and has nothing to say of it.
    desk.keys("esc");
    desk.tell(Event::Settings(Box::new(Settings::read(&desk.settings).0)));
    assert_ne!(status(&desk), "已用上新的设置");
    assert_eq!(desk.app.setting().measure, 84);
}

#[test]
fn settings_that_change_meanwhile_leave_what_was_chosen() {
    let mut desk = in_settings("");
    desk.keys(", t j j enter");
    desk.tell(Event::Settings(Box::new(Settings::read("[reading]\nmeasure = 60").0)));
    assert_eq!((desk.app.theme(), desk.app.setting().measure), ("ink", 60));
    desk.tell(Event::Settings(Box::new(Settings::read("theme = 'contrast'\n[reading]\nmeasure = 60").0)));
    assert_eq!((desk.app.theme(), &desk.theme), ("contrast", &theme("contrast")));
}

#[test]
fn the_measure_that_holds_is_among_those_offered() {
    let mut desk = in_settings("[reading]\nmeasure = 58");
    desk.keys("enter , m");
    let Some(Panel::Choice(panel)) = desk.app.panel() else { panic!("{}", desk.picture()) };
    assert_eq!(panel.chosen().map(|choice| choice.value().to_string()).as_deref(), Some("58"));
    assert!(desk.picture().contains("29字（58 格）"), "{}", desk.picture());
    desk.keys("k");
    assert_eq!(desk.app.setting().measure, 52);
}

#[test]
fn what_is_looked_at_is_no_longer_once_the_panel_is_gone() {
    for away in ["q", "h", "left", "B", "?", ":", "o"] {
        let mut desk = Desk::new(100, 30);
        desk.keys("enter , t j");
        desk.keys(away);
        assert_eq!(desk.theme, theme("terminal"), "{away}");
    }
    let mut desk = Desk::new(100, 30);
    desk.keys(", t j : esc");
    assert_eq!(desk.theme, theme("newsprint"));
    desk.tell(Event::Mouse(Mouse { kind: MouseKind::Press, row: 28, column: 1 }));
    assert_eq!(desk.theme, theme("terminal"));
}

#[test]
fn a_click_takes_a_choice() {
    let mut desk = Desk::new(100, 30);
    desk.keys(", t");
    let row = desk.picture().lines().position(|line| line.contains("近黑底")).unwrap() as u16;
    desk.tell(Event::Mouse(Mouse { kind: MouseKind::Press, row, column: 40 }));
    assert_eq!((desk.app.focus(), &desk.theme), (Focus::Headlines, &theme("ink")));
}

#[test]
fn keys_that_do_nothing_there_say_so() {
    let mut desk = Desk::new(100, 30);
    desk.keys("ctrl-s");
    assert!(status(&desk).starts_with("先选一项"), "{}", status(&desk));
    desk.keys(", v v");
    assert_eq!(status(&desk), "先关上这一面");
}

#[test]
fn the_choice_fits_a_small_screen() {
    let mut desk = Desk::new(40, 12);
    desk.keys("enter , m");
    let picture = desk.picture();
    assert_eq!(status(&desk), "enter 本次用  ctrl-s 记住  h 复原");
    assert!(picture.contains("38字（76 格）") && picture.lines().filter(|line| line.contains('格')).count() == 5);
}
