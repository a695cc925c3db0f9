//! Settings that are changed while the reader runs.

use std::fs;
use std::time::Duration;

use crate::terminal::{Home, Terminal};

const SETTINGS: &str = "config/paper-reader/config.toml";
const THEME: &str = "config/paper-reader/themes/dusk.toml";
/// A word of the first article of the bundled edition.
const FIRST: &str = "走失的文章";

fn opened(home: &Home) -> Terminal {
    let terminal = home.open(80, 24, &[]);
    terminal.wait_for("? 帮助");
    terminal
}

fn written(terminal: &Terminal, bytes: &str) -> bool {
    String::from_utf8_lossy(&terminal.bytes()).contains(bytes)
}

#[test]
fn a_change_shows_at_once() {
    let home = Home::new();
    let mut terminal = opened(&home);
    home.file(SETTINGS, "language = 'en'\n[keys]\nhelp = 'x'\n");
    terminal.wait_for("The new settings hold");
    terminal.type_keys("x");
    terminal.wait_for("Keys ──");
    terminal.type_keys("\x1b");
    terminal.wait_until("the help gone", |screen| !screen.contains("Keys ──"));
    terminal.type_keys("\r");
    terminal.wait_for(FIRST);
    home.file(SETTINGS, "[reading]\nlayout = 'vertical'\n");
    terminal.wait_for("︒");
    fs::remove_file(home.path().join(SETTINGS)).unwrap();
    terminal.wait_until("the defaults", |screen| screen.contains("已用上新的设置") && !screen.contains('︒'));
}

#[test]
fn what_makes_no_sense_is_said_and_changes_nothing() {
    let home = Home::new();
    home.file(SETTINGS, "language = 'en'\n");
    let mut terminal = home.open(80, 24, &[]);
    terminal.wait_for("? help");
    home.file(SETTINGS, "language = 'zh'\nmouse = 3\n");
    terminal.wait_for("config.toml:2:9: mouse is to be true or false");
    terminal.type_keys("?");
    terminal.wait_for("Keys ──");
    home.file(SETTINGS, "language = 'zh'\nmouse = false\n");
    terminal.wait_for("按键 ──");
    terminal.wait_until("the mouse let go", |_| written(&terminal, "\x1b[?1000l"));
}

#[test]
fn a_file_renamed_over_it_is_taken_and_so_is_its_theme() {
    let home = Home::new();
    home.file(SETTINGS, "theme = 'dusk'\n");
    home.file(THEME, "text = '#010203 on #fefdfc'\n");
    let terminal = opened(&home);
    assert!(written(&terminal, "48;2;254;253;252"));
    let new = home.file("new.toml", "text = '#010203 on #2a2b2c'\n");
    fs::rename(new, home.path().join(THEME)).unwrap();
    terminal.wait_until("the other ground", |_| written(&terminal, "48;2;42;43;44"));
    let new = home.file("new.toml", "theme = 'newsprint'\n");
    fs::rename(new, home.path().join(SETTINGS)).unwrap();
    terminal.wait_until("newsprint", |_| written(&terminal, "48;2;244;238;224"));
}

#[test]
fn with_nothing_changed_nothing_is_written() {
    let home = Home::new();
    let path = home.file(SETTINGS, "language = 'zh'\n");
    let terminal = home.open(110, 30, &[]);
    terminal.wait_until("list and article", |screen| screen.contains(FIRST) && screen.contains("本报"));
    terminal.settled();
    let before = terminal.bytes().len();
    fs::write(path, "language = 'zh' # the same\n").unwrap();
    std::thread::sleep(Duration::from_millis(2500));
    assert_eq!(terminal.bytes().len(), before);
}
