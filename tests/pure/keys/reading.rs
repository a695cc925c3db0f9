//! Opening, moving, going back; how far one has read.

use paper_reader::app::{Event, StatusMessage, View};
use paper_reader::model::{Part, Reading};
use paper_reader::phrase::Phrase;

use super::{HARBOUR, WALL, headline, listed, status};
use crate::support::Desk;

/// After the keys, typed on a small screen with the first article open, this part stands first.
#[track_caller]
fn reads(keys: &str, expected: Part) {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter").keys(keys);
    assert_eq!(desk.app.reader().unwrap().here().part, expected);
    assert_eq!(desk.app.view(), View::Reader);
}

#[test]
fn moving_in_the_article() {
    reads("", Part::Headline.min(Part::Kicker));
    reads("]", Part::Body(1));
    reads("] ]", Part::Body(4));
    reads("] ] [", Part::Body(1));
    reads("] j j [", Part::Body(1));
    reads("] ] ] ] ]", Part::Body(7));
    reads("2", Part::Body(4));
    reads("9", Part::Kicker);
    reads("G g", Part::Kicker);
    reads("space u", Part::Kicker);
    reads("o j enter", Part::Body(4));
    reads("o 3", Part::Body(7));
    reads("o esc", Part::Kicker);
}

#[test]
fn back_and_forward_through_the_places() {
    reads("] ] alt-left", Part::Body(1));
    reads("] ] alt-left alt-left", Part::Kicker);
    reads("] ] alt-left alt-right", Part::Body(4));
    let mut desk = Desk::new(60, 10);
    desk.keys("enter 2 n");
    assert_eq!(headline(&desk), WALL);
    desk.keys("ctrl-o");
    assert_eq!(headline(&desk), HARBOUR);
    assert_eq!(desk.app.reader().unwrap().here().part, Part::Body(4));
    assert_eq!(listed(&desk), HARBOUR);
}

#[test]
fn opening_and_going_back() {
    for (keys, expected) in [
        ("enter", View::Reader),
        ("l", View::Reader),
        ("tab", View::Reader),
        ("enter h", View::Headlines),
        ("enter esc", View::Headlines),
        ("enter tab", View::Headlines),
        ("enter z", View::Zen),
        ("enter z esc", View::Reader),
        ("enter r esc", View::Reader),
        ("h", View::Headlines),
    ] {
        let mut desk = Desk::new(80, 24);
        desk.keys(keys);
        assert_eq!(desk.app.view(), expected, "{keys}");
    }
}

#[test]
fn next_and_previous_article_while_reading() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter n n");
    assert_eq!(headline(&desk), "市图书馆延长开放时间");
    desk.keys("p");
    assert_eq!(headline(&desk), WALL);
    desk.keys("p p");
    assert_eq!((headline(&desk).as_str(), status(&desk).as_str()), (HARBOUR, "已是第一篇"));
}

#[test]
fn a_section_is_gone_to_from_the_list() {
    for keys in ["] ]", "2", "o j enter"] {
        let mut desk = Desk::new(80, 12);
        desk.keys(keys);
        assert_eq!(desk.app.reader().unwrap().here().part, Part::Body(4), "{keys}");
        assert_eq!(desk.app.view(), View::Reader, "{keys}");
    }
}

#[test]
fn an_article_that_is_gone_is_asked_for_once() {
    let mut desk = Desk::new(80, 24);
    desk.forget(1);
    desk.keys("j");
    assert_eq!(desk.app.message(), Some(&StatusMessage::Phrase(Phrase::ArticleGone)));
    desk.keys("j");
    assert_eq!(headline(&desk), "市图书馆延长开放时间");
}

#[test]
fn the_page_as_it_was() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter r");
    assert!(desk.picture().contains("本报白石港11月22日电（记者 林 远 通讯员 许\n  岚）"), "{}", desk.picture());
    desk.keys("r");
    assert!(desk.picture().contains("一、船为什么多了"));
}

#[test]
fn how_far_an_article_is_read_is_kept() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter");
    assert_eq!(desk.app.headlines().current().unwrap().reading, Reading::Started);
    desk.keys("space h j k enter");
    assert!(desk.app.reader().unwrap().here().part > Part::Headline);
    desk.keys("G h");
    assert_eq!(desk.app.headlines().current().unwrap().reading, Reading::Read);
    desk.keys("j k enter");
    assert_eq!(desk.app.reader().unwrap().here().part, Part::Kicker);
}

#[test]
fn quitting_keeps_the_place_first() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter 2");
    let saved = desk.saved.len();
    desk.keys("q");
    assert!(desk.ended);
    assert_eq!(desk.saved[saved].2.part, Part::Body(4));
}

#[test]
fn unbound_keys_and_pasted_text_do_nothing() {
    let mut desk = Desk::new(80, 24);
    let before = desk.picture();
    desk.keys("D E ctrl-x f9 alt-q delete");
    desk.tell(Event::Paste("qqq\nb".into()));
    assert_eq!(desk.picture(), before);
    assert!(!desk.ended);
}

#[test]
fn a_question_is_a_section() {
    let mut desk = Desk::new(80, 12);
    desk.keys("} j j enter ]");
    assert_eq!(desk.app.reader().unwrap().here().part, Part::Body(0));
    assert!(status(&desk).starts_with("1/2 · 问：家里"), "{}", status(&desk));
    desk.keys("]");
    assert_eq!(desk.app.reader().unwrap().here().part, Part::Body(2));
    assert!(status(&desk).starts_with("2/2 · 问：多少"), "{}", status(&desk));
    assert_eq!(desk.app.reader().unwrap().ticks().count(), 2);
    desk.keys("1");
    assert_eq!(desk.app.reader().unwrap().here().part, Part::Body(0));
    desk.keys("o j enter");
    assert_eq!(desk.app.reader().unwrap().here().part, Part::Body(2));
}

#[test]
fn an_article_without_sections_says_so_when_asked() {
    for key in ["]", "[", "o", "3"] {
        for open in ["j", "j enter"] {
            let mut desk = Desk::new(80, 24);
            desk.keys(open);
            let view = desk.app.view();
            desk.keys(key);
            assert_eq!(
                (desk.app.view(), status(&desk).as_str()),
                (view, "本文不分节：没有小标题，也没有问答"),
                "{key}"
            );
        }
    }
}
