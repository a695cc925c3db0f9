//! Selecting by keys, copying.

use paper_reader::app::View;

use super::status;
use crate::support::Desk;

#[test]
fn copying() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter y");
    assert!(desk.copied[0].starts_with("记者从市港务局获悉"));
    assert_eq!(status(&desk), "已交给终端的剪贴板（须终端许可 OSC 52）");
    desk.keys("1 s } y");
    assert!(desk.copied[1].starts_with("一、船为什么多了\n“以前等一条船要三天"), "{}", desk.copied[1]);
    desk.keys("s esc y");
    assert_eq!(desk.copied[2], "一、船为什么多了");
    desk.keys("Y");
    assert_eq!(desk.copied[3], "“一、船为什么多了”\n——《港区新增三条内河航线》，江州日报，2026-11-23，第1版");
}

/// What is copied after these keys, typed on a screen of this size from the second section on.
#[track_caller]
fn selects(keys: &str, expected: &str) {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter 2").keys(keys).keys("y");
    assert_eq!(desk.copied, [expected], "{keys}");
}

#[test]
fn selecting_by_keys() {
    selects("s", "二、钱从哪里来");
    selects("s l", "二、钱从哪里来\n三");
    selects("s right left", "二、钱从哪里来");
    selects("s h h", "二、钱从哪");
    selects(
        "s )",
        "二、钱从哪里来\n三条航线的前期投入由市、县两级共同承担，运营头三年按实际货量给予补助，第四年起逐步退出。",
    );
    selects("s w", "二、钱从哪里来\n三条航线的前期投入由市、");
    selects("s w w b", "二、钱从哪里来\n三条航线的前期投入由市、");
    selects("s } {", "二、钱从哪里来");
    selects("s o w", "钱从哪里来");
    selects("s o w o h h", "钱从哪");
    selects("s j", "二、钱从哪里来\n三条航线的");
    selects("s j k", "二、钱从哪里来");
}

#[test]
fn a_selection_stays_in_every_layout() {
    for layouts in ["", "v", "v v"] {
        let mut desk = Desk::new(80, 24);
        desk.keys("enter").keys(layouts).keys("2 s").keys("} o )");
        let (row, column) = desk.app.head_cell().unwrap();
        let head = desk.frame()[(column, row)].clone();
        assert_eq!(head.symbol(), "三", "{layouts}");
        assert!(head.modifier.contains(ratatui::style::Modifier::REVERSED), "{layouts}");
        let here = desk.picture();
        desk.resize(30, 12).resize(80, 24);
        assert_eq!(desk.picture(), here, "{layouts}");
        desk.keys("o esc");
        assert_eq!((desk.app.head_cell(), desk.app.view()), (None, View::Reader));
    }
}

#[test]
fn in_vertical_lines_down_is_along_the_line() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter v v 2 s down y");
    assert_eq!(desk.copied, ["二、钱从哪里来\n三"]);
    desk.keys("2 s left y");
    assert!(desk.copied[1].starts_with("二、钱从哪里来\n三条"), "{}", desk.copied[1]);
}

#[test]
fn what_was_found_is_selected_first() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter /").types("航线").keys("enter n s l y");
    assert_eq!(desk.copied, ["航线，"]);
}
