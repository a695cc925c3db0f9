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

#[test]
fn a_choice_is_seen_at_once_taken_kept_or_as_before() {
    for (language, kept, offered, screen_of_ink) in [
        ("zh_CN.UTF-8", "已记入 config.toml", "设置：\"terminal\"", "48;2;"),
        ("en_GB.UTF-8", "Kept in config.toml", "as set: \"terminal\"", "48;2;"),
    ] {
        let home = Home::new();
        let path = home.file(SETTINGS, "# 我的设置\nmouse = false # 不要\n");
        let mut command = home.command(&[]);
        command.env("LANG", language);
        command.env("COLORTERM", "truecolor");
        let mut terminal = Terminal::start(command, 110, 30);
        terminal.wait_for(FIRST);
        terminal.type_keys(":theme\r");
        terminal.wait_for(offered);
        assert!(!written(&terminal, screen_of_ink));
        terminal.type_keys("jj");
        terminal.wait_until("the ground of the theme", |_| written(&terminal, screen_of_ink));
        terminal.type_keys("\x1b");
        terminal.wait_until("the panel gone", |screen| !screen.contains(offered));
        assert_eq!(fs::read_to_string(&path).unwrap(), "# 我的设置\nmouse = false # 不要\n");
        terminal.type_keys(",vG\r");
        terminal.wait_until("vertical lines", |screen| screen.contains('︒') && !screen.contains("ctrl-s"));
        terminal.type_keys(",tjj\x13");
        terminal.wait_for(kept);
        assert_eq!(fs::read_to_string(&path).unwrap(), "# 我的设置\nmouse = false # 不要\ntheme = \"ink\"\n");
        terminal.type_keys(",lj\r");
        terminal.wait_for("? 帮助");
        assert!(terminal.screen().contains('︒'));
    }
}

#[test]
fn a_choice_begins_a_file_of_all_settings() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.type_keys(",hj\x13");
    terminal.wait_for("已记入 config.toml");
    let file = fs::read_to_string(home.path().join(SETTINGS)).unwrap();
    assert!(file.contains("#hanging = true\nhanging = false\n") && file.contains("#theme = "), "{file}");
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_exit(), 0);
}

#[test]
fn a_choice_that_cannot_be_kept_is_said_and_nothing_is_lost() {
    let home = Home::new();
    let path = home.file(SETTINGS, "theme = = 3\n");
    let mut terminal = home.open(80, 24, &[]);
    terminal.wait_for("config.toml:1:9: ");
    terminal.type_keys(",hj");
    terminal.wait_until("the choices alone", |screen| screen.contains("ctrl-s") && !screen.contains("config.toml"));
    terminal.type_keys("\x13");
    terminal.wait_for("config.toml:1:9: ");
    assert_eq!(fs::read_to_string(&path).unwrap(), "theme = = 3\n");

    let home = Home::new();
    let path = home.file(SETTINGS, "language = 'zh'\n");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let mut terminal = opened(&home);
    terminal.type_keys(",lG\x13");
    terminal.wait_until("the fault, in the language chosen", |screen| {
        screen.contains("config.toml: no permission") && screen.contains("Page 1")
    });
    assert_eq!(fs::read_to_string(&path).unwrap(), "language = 'zh'\n");
}
