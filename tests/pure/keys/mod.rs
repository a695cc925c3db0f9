//! Keys in, state out: what every key does, wherever one is.

#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

mod arrival;
mod choosing;
mod cursor;
mod filtering;
mod finding;
mod front;
mod full_width;
mod imports;
mod keeping;
mod list;
mod marking;
mod mending;
mod morning;
mod mouse;
mod palette;
mod picture;
mod reading;
mod selecting;
mod showing;
mod tutorial;
mod unread;

use crate::support::Desk;

const HARBOUR: &str = "港区新增三条内河航线";
const WALL: &str = "古城墙修缮工程完工";
const MARKET: &str = "老街菜场换新颜";

fn headline(desk: &Desk) -> String {
    desk.app.reader().unwrap().article().title().to_owned()
}

fn listed(desk: &Desk) -> String {
    desk.app.headlines().current().unwrap().headline.clone()
}

fn status(desk: &Desk) -> String {
    desk.picture().lines().last().unwrap_or_default().trim().to_owned()
}

/// After the keys the list's cursor is on the headline, and the article beside it is the same.
#[track_caller]
fn lists(keys: &str, expected: &str) {
    for width in [80, 120] {
        let mut desk = Desk::new(width, 24);
        desk.keys(keys);
        assert_eq!(listed(&desk), expected, "{width} columns");
        assert_eq!(headline(&desk), expected, "{width} columns");
    }
}
