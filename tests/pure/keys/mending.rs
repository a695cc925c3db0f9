//! What the parser got wrong, put right in the reader.

use paper_reader::app::{Event, Panel};
use paper_reader::model::{Mended, Part, Remedy};

use super::status;
use crate::support::Desk;

#[test]
fn a_digit_puts_right_what_is_wrong_with_the_paragraph_at_hand() {
    for (digit, remedy) in ('1'..).zip(Remedy::ALL) {
        let mut desk = Desk::new(80, 24);
        desk.keys(&format!("enter 2 M {digit}"));
        assert_eq!(desk.mends.len(), 1);
        assert_eq!((desk.mends[0].1, desk.mends[0].2), (Part::Body(4), remedy));
        assert!(desk.app.panel().is_none() && status(&desk).starts_with("已改正："), "{}", status(&desk));
    }
}

#[test]
fn the_panel_names_the_choices_and_the_paragraph() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter 2 M");
    let picture = desk.picture();
    for words in ["改正：二、钱从哪里来", "1 与下一篇合并", "2 从此处拆为另一篇", "3 这是主题", "6 这不是文章"]
    {
        assert!(picture.contains(words), "{words}\n{picture}");
    }
    assert!(!picture.contains("撤销"), "{picture}");
    desk.keys("M");
    assert!(desk.app.panel().is_none() && desk.mends.is_empty());
}

#[test]
fn the_last_mend_is_undone() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter M j j enter M");
    assert_eq!(desk.mends[0].2, Remedy::Headline);
    assert!(desk.picture().contains("7 撤销：这是主题"), "{}", desk.picture());
    desk.keys("7");
    assert!(desk.mends.is_empty());
    assert_eq!(status(&desk), "已撤销：这是主题");
    desk.keys("M 7");
    assert!(desk.mends.is_empty() && matches!(desk.app.panel(), Some(Panel::Mend(_))));
}

#[test]
fn it_is_said_where_nothing_was_done_or_the_lines_are_gone() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter M");
    let article = desk.app.reader().unwrap().id();
    desk.tell(Event::LastMend { id: article, last: Some((Remedy::Join, false)) });
    assert!(desk.picture().contains("7 撤销：与下一篇合并 （原行已不在）"), "{}", desk.picture());
    desk.tell(Event::Mended(None));
    assert_eq!(status(&desk), "此处无可改正");
    desk.tell(Event::Mended(Some(Mended { remedy: Remedy::Join, found: false, article: None, undone: true })));
    assert_eq!(status(&desk), "已撤销：与下一篇合并 （原行已不在）");
}

#[test]
fn nothing_is_put_right_from_the_list() {
    let mut desk = Desk::new(80, 24);
    desk.keys("M");
    assert!(desk.app.panel().is_none());
}
