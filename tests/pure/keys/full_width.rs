//! Keys typed while an input method is on: each is the key it was typed with, but where text is typed.

use paper_reader::app::{Focus, Panel};

use super::{HARBOUR, headline, status};
use crate::support::Desk;

#[test]
fn full_width_keys_do_what_their_keys_do() {
    let mut desk = Desk::new(120, 30);
    desk.types("？");
    assert!(matches!(desk.app.panel(), Some(Panel::Help { .. })));
    desk.types("ｑｌ");
    assert_eq!(desk.app.focus(), Focus::Article);
    let top = desk.app.reader().unwrap().here();
    desk.types("】");
    let first = desk.app.reader().unwrap().here();
    assert_ne!(first, top);
    desk.types("】【");
    assert_eq!(desk.app.reader().unwrap().here(), first);
    desk.types("Ｇ２");
    assert!(desk.app.reader().unwrap().section() == Some(1), "{}", desk.picture());
    desk.types("ｓ｝");
    assert!(desk.app.reader().unwrap().is_selecting());
}

#[test]
fn a_line_being_typed_takes_them_as_they_are() {
    for begin in ["／", "、", "/"] {
        let mut desk = Desk::new(120, 30);
        desk.keys("enter").types(begin).types("？：ｑ");
        assert_eq!(desk.app.prompt().map(|prompt| prompt.text()), Some("？：ｑ"), "{begin}");
    }
    let mut desk = Desk::new(120, 30);
    desk.types("ｆ").types("港区").keys("enter").types("ｌ");
    assert_eq!(headline(&desk), HARBOUR, "{}", status(&desk));
}
