//! Whatever is pressed, typed, pasted or clicked, at whatever size: no panic, no half of a wide
//! character, nothing outside the screen, and in the end the same picture as after a resize.

use crate::support::{Desk, keys, many, picture};
use paper_reader::app::{Event, Key, Mouse, MouseKind, View};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Doing {
    Key(Key),
    Type(String),
    Paste(String),
    Mouse(Mouse),
    Resize(u16, u16),
}

fn doing() -> impl Strategy<Value = Doing> {
    let keys = prop::sample::select(keys());
    let mouse = (0..5, 0u16..60, 0u16..210).prop_map(|(kind, row, column)| {
        let kind = match kind {
            0 => MouseKind::Press,
            1 => MouseKind::Drag,
            2 => MouseKind::Release,
            3 => MouseKind::WheelUp,
            _ => MouseKind::WheelDown,
        };
        Mouse { kind, row, column }
    });
    let words = prop::sample::select(vec!["航线", "船 的", "\u{1b}[31m", "e\u{301}河", "\u{200b}", "城", "，"]);
    prop_oneof![
        12 => keys.prop_map(Doing::Key),
        2 => words.clone().prop_map(|text| Doing::Type(text.to_owned())),
        1 => words.prop_map(|text| Doing::Paste(text.repeat(50))),
        2 => mouse.prop_map(Doing::Mouse),
        2 => (0u16..60, 0u16..20).prop_map(|(width, height)| Doing::Resize(width, height)),
        1 => (1u16..210, 1u16..55).prop_map(|(width, height)| Doing::Resize(width, height)),
    ]
}

fn does(desk: &mut Desk, doing: Doing) {
    match doing {
        Doing::Key(key) => desk.key(key),
        Doing::Type(text) => drop(desk.types(&text)),
        Doing::Paste(text) => desk.tell(Event::Paste(text)),
        Doing::Mouse(mouse) => desk.tell(Event::Mouse(mouse)),
        Doing::Resize(width, height) => drop(desk.resize(width, height)),
    }
}

/// Keys for the headline list.
const LISTING: [&str; 16] =
    ["j", "k", "j", "space", "u", "space", "}", "{", "g", "G", "-", "-", "+", "Z", "S", "f 标 题 1 enter esc"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn anything_may_happen(all in prop::collection::vec(doing(), 1..60)) {
        let mut desk = Desk::new(100, 30);
        for doing in all {
            does(&mut desk, doing);
            picture(&desk.frame());
        }
    }

    #[test]
    fn answers_may_come_late(all in prop::collection::vec((doing(), 0..4), 1..40)) {
        let mut desk = Desk::new(100, 30);
        desk.slow = true;
        for (doing, answers) in all {
            does(&mut desk, doing);
            for _ in 0..answers {
                desk.answer();
            }
            picture(&desk.frame());
        }
        let answered = (0..1000).take_while(|_| desk.answer()).count();
        prop_assert!(answered < 1000, "it asks without end");
        let listed = desk.app.hits().map_or_else(
            || desk.app.headlines().current().map(|row| row.id),
            |hits| hits.current().map(|hit| hit.row.id),
        );
        let in_list = matches!(desk.app.view(), View::Headlines | View::Front) && desk.app.panel().is_none();
        if let Some(listed) = listed.filter(|_| in_list) {
            prop_assert_eq!(desk.app.reader().map(|reader| reader.id()), Some(listed));
        }
    }

    /// Whatever is folded and ordered and however late the answers come, the number that is said of
    /// the article under the cursor is its number.
    #[test]
    fn the_list_keeps_count(all in prop::collection::vec((prop::sample::select(LISTING.to_vec()), 0..4), 1..60)) {
        let mut desk = Desk::with(many(900), 100, 30);
        desk.slow = true;
        for (key, answers) in all {
            desk.keys(key);
            for _ in 0..answers {
                desk.answer();
            }
        }
        while desk.answer() {}
        let headlines = desk.app.headlines();
        let ids: Vec<_> = desk.ordered(headlines.listing()).iter().map(|row| row.id).collect();
        prop_assert_eq!(headlines.total(), Some(ids.len() as u64));
        if let Some(number) = headlines.number() {
            prop_assert_eq!(ids.get(number as usize - 1).copied(), headlines.current().map(|row| row.id));
        }
    }

    #[test]
    fn a_resize_and_back_leaves_the_picture(
        all in prop::collection::vec(doing(), 1..20),
        sizes in prop::collection::vec((1u16..200, 1u16..50), 1..4),
    ) {
        let mut desk = Desk::new(100, 30);
        for doing in all {
            does(&mut desk, doing);
        }
        desk.resize(100, 30);
        let before = desk.picture();
        for (width, height) in sizes {
            desk.resize(width, height);
        }
        desk.resize(100, 30);
        prop_assert_eq!(desk.picture(), before);
    }
}
