//! The default keys do what they say, typed at the real binary on the bundled edition.

use crate::terminal::{Home, Terminal};

/// Headlines of the bundled edition, from its top.
const FIRST: &str = "一张散了架的报纸";
const SECOND: &str = "最后一架铅字";
/// An interview, first on the second page: four headings, and questions under them.
const LONG: &str = "把洒了一地的铅字";

fn opened(home: &Home) -> Terminal {
    opened_in(home, "zh_CN.UTF-8")
}

/// The reader in a language of its interface.
fn opened_in(home: &Home, language: &str) -> Terminal {
    let mut command = home.command(&[]);
    command.env("LANG", language);
    let terminal = Terminal::start(command, 110, 30);
    terminal.wait_until("the list and an article", |screen| current(screen).contains(FIRST) && screen.contains("本报"));
    terminal
}

/// The row of the list that the cursor is on.
fn current(screen: &str) -> String {
    screen.lines().find(|line| line.starts_with('▌')).unwrap_or_default().to_owned()
}

/// What stands beside the list.
fn article(screen: &str) -> String {
    let beside = screen.lines().filter_map(|line| line.split_once('│').map(|(_, article)| article));
    beside.collect::<Vec<_>>().join("\n")
}

fn on(headline: &'static str) -> impl Fn(&str) -> bool {
    move |screen| current(screen).contains(headline)
}

fn status(screen: &str) -> String {
    screen.trim_end().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn moving_in_the_list() {
    let home = Home::new();
    let mut terminal = opened(&home);
    for (keys, headline) in [
        ("j", SECOND),
        ("k", FIRST),
        ("\x1b[B", SECOND),
        ("\x1b[A", FIRST),
        ("}", LONG),
        ("{", FIRST),
        ("G", "遗失声明"),
        ("g", FIRST),
    ] {
        terminal.type_keys(keys);
        terminal.wait_until(&format!("{headline} after {keys:?}"), on(headline));
    }
}

#[test]
fn opening_turning_and_going_back() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.type_keys("}\r");
    terminal.wait_until("the long article", |screen| article(screen).contains("庄砚秋今年"));
    terminal.type_keys(" ");
    terminal.wait_until("the next screen", |screen| !article(screen).contains("庄砚秋今年"));
    terminal.type_keys("u");
    terminal.wait_until("the screen before", |screen| article(screen).contains("庄砚秋今年"));
    terminal.type_keys("\x1b[6~");
    terminal.wait_until("the next screen", |screen| !article(screen).contains("庄砚秋今年"));
    terminal.type_keys("\x1b[5~");
    terminal.wait_until("the screen before", |screen| article(screen).contains("庄砚秋今年"));
    terminal.type_keys("G");
    terminal.wait_until("the end", |screen| status(screen).contains("100%"));
    terminal.type_keys("g");
    terminal.wait_until("the beginning", |screen| article(screen).contains("庄砚秋今年"));
    terminal.type_keys("hj");
    terminal.wait_until("the row below", |screen| !on(LONG)(screen));
    terminal.type_keys("k\t ");
    terminal.wait_until("the other pane turned", |screen| on(LONG)(screen) && !article(screen).contains("庄砚秋今年"));
}

#[test]
fn from_article_to_article() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.type_keys("\rn");
    terminal.wait_until("the next article", |screen| article(screen).contains("参观者在江畔"));
    terminal.type_keys("p");
    terminal.wait_until("the article before", |screen| article(screen).contains("标题掉在正文后面"));
}

#[test]
fn from_section_to_section() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.type_keys("}\r]");
    terminal.wait_until("the first section", |screen| status(screen).contains("一、"));
    terminal.type_keys("]");
    terminal.wait_until("its first question", |screen| status(screen).contains("2/11 · 记者：好好"));
    terminal.type_keys("[");
    terminal.wait_until("the first", |screen| status(screen).contains("1/11 · 一、"));
    terminal.type_keys("7");
    terminal.wait_until("the third heading", |screen| status(screen).contains("7/11 · 三、"));
    terminal.type_keys("o");
    terminal.wait_until("the outline", |screen| {
        screen.contains("目录 ──") && screen.contains("7 三、宁可") && screen.contains("8   记者：要是")
    });
    terminal.type_keys("\x1b");
    terminal.wait_until("the outline gone", |screen| !screen.contains("目录 ──"));
    terminal.type_keys("\x1b[1;3D");
    terminal.wait_until("back to the first", |screen| status(screen).contains("一、"));
    terminal.type_keys("\x1b[1;3C");
    terminal.wait_until("forward to the third heading", |screen| status(screen).contains("三、"));
    terminal.type_keys("\x0f");
    terminal.wait_until("back once more", |screen| status(screen).contains("一、"));
}

#[test]
fn an_article_without_sections_says_so() {
    for (language, says) in [("zh_CN.UTF-8", "没有小标题，也没有问答"), ("en_GB.UTF-8", "no headings and no questions")]
    {
        let home = Home::new();
        let mut terminal = opened_in(&home, language);
        terminal.type_keys("G");
        terminal.wait_until("the last article", on("遗失声明"));
        terminal.type_keys("\r]");
        terminal.wait_until("that there are none", |screen| status(screen).contains(says));
    }
}

#[test]
fn read_and_unread() {
    for (language, read, unread) in
        [("zh_CN.UTF-8", "已标为已读", "5篇已标为未读"), ("en_GB.UTF-8", "Read", "5 articles unread")]
    {
        let home = Home::new();
        let mut terminal = opened_in(&home, language);
        terminal.type_keys("x");
        terminal.wait_until("it read", |screen| current(screen).contains('✓') && status(screen).contains(read));
        terminal.type_keys("N");
        terminal.wait_until("the next unread one", on(SECOND));
        terminal.type_keys("\rN");
        terminal.wait_until("the one after it opened", |screen| status(screen).contains('%') && !on(SECOND)(screen));
        terminal.type_keys("hX");
        terminal.wait_until("all of the page read", |screen| screen.matches('✓').count() == 5);
        terminal.type_keys("X");
        terminal.wait_until("all unread", |screen| !screen.contains('✓') && status(screen).contains(unread));
    }
}

#[test]
fn bookmarks_are_listed_and_jumped_to() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.type_keys("}\r7b");
    terminal.wait_until("the mark", |screen| screen.contains('★'));
    terminal.type_keys("hgB");
    terminal.wait_until("the list of bookmarks", |screen| screen.contains("书签 ──"));
    terminal.type_keys("\r");
    terminal.wait_until("the marked place", |screen| status(screen).contains("三、"));
}

#[test]
fn searching_and_filtering() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.type_keys("f铅字\r");
    terminal.wait_until("only some headlines", |screen| screen.contains(SECOND) && !screen.contains("遗失声明"));
    terminal.type_keys("\x1b");
    terminal.wait_until("all again", |screen| screen.contains("遗失声明"));
    terminal.type_keys("/灰鹤\r");
    terminal.wait_until("the first hit", |screen| on(LONG)(screen) && !screen.contains("遗失声明"));
    terminal.type_keys("\r");
    terminal.wait_until("the match", |screen| article(screen).contains("灰鹤") && status(screen).contains("第1处"));
    terminal.type_keys("n");
    terminal.wait_until("a place counted", |screen| status(screen).contains('处'));
    terminal.type_keys("\x1b/没有这样的词\r");
    terminal.wait_until("nothing found", |screen| !status(screen).contains("第1处"));
}

#[test]
fn filtering_by_fields() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.type_keys("\rhf在读\r");
    terminal.wait_until("only what was begun", |screen| screen.contains("1/1") && on(FIRST)(screen));
    terminal.type_keys("f\x15报:江畔 日:2000..2099 铅字\r");
    terminal.wait_until("only those of the paper", |screen| on(SECOND)(screen) && !screen.contains("遗失声明"));
    terminal.type_keys("f\x15书:甲");
    terminal.wait_until("a word", |screen| status(screen).contains("没有这个筛选项"));
}

#[test]
fn folding_and_ordering() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.type_keys("-");
    terminal.wait_until("the page folded", |screen| screen.contains('▸') && !screen.contains(SECOND));
    terminal.type_keys("+");
    terminal.wait_until("the page open", |screen| !screen.contains('▸') && screen.contains(SECOND));
    terminal.type_keys("ZZ");
    terminal.wait_until("the edition folded", |screen| screen.contains("▸江畔读报") || screen.contains("▸ 江畔读报"));
    terminal.type_keys("\r");
    terminal.wait_until("the edition open", |screen| screen.contains(SECOND));
    terminal.type_keys("SS");
    terminal.wait_until("the longest first", |screen| status(screen).contains("长的在前") && on(LONG)(screen));
}

#[test]
fn traditional_or_simplified() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.type_keys("tt");
    terminal.wait_until("traditional characters", |screen| {
        current(screen).contains("一張散了架的報紙") && status(screen).contains("显示为繁体")
    });
    terminal.type_keys("t");
    terminal.wait_until("the characters as printed", on(FIRST));
}

#[test]
fn the_views() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.type_keys("w");
    terminal.wait_for("江　畔　读　报");
    terminal.type_keys("w\rr");
    terminal.wait_for("版面原文");
    terminal.type_keys("rv");
    terminal.wait_for("多栏");
    terminal.type_keys("v");
    terminal.wait_for("竖排");
    terminal.wait_for("︒");
    terminal.type_keys("vP");
    terminal.wait_for("bào zhǐ");
    terminal.type_keys("P");
    terminal.wait_until("no pinyin", |screen| !screen.contains("bào zhǐ"));
    terminal.type_keys("?");
    terminal.wait_for("按键 ──");
    terminal.type_keys("\x1b");
    terminal.wait_until("the help gone", |screen| !screen.contains("按键 ──"));
}

#[test]
fn copying_goes_to_the_terminal_as_osc_52() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.type_keys("\ry");
    terminal.wait_until("the copy", |_| String::from_utf8_lossy(&terminal.bytes()).contains("\x1b]52;c;"));
}

#[test]
fn every_size_shows_what_a_fresh_start_at_it_shows() {
    let home = Home::new();
    let mut terminal = home.open(110, 30, &[]);
    terminal.wait_for(FIRST);
    for (columns, rows) in [(80, 24), (200, 50), (40, 12), (20, 5), (7, 3), (1, 1), (120, 40)] {
        let fresh = home.open(columns, rows, &[]);
        terminal.resize(columns, rows);
        terminal.settled();
        let expected = fresh.settled();
        terminal.wait_until(&format!("{columns}x{rows} as\n{expected}"), |screen| screen == fresh.screen());
    }
}

#[test]
fn words_are_selected_highlighted_listed_and_put_back() {
    let home = Home::new();
    let mut terminal = opened(&home);
    terminal.type_keys("}\r7s)");
    terminal.wait_until("the selection", |screen| status(screen).contains("选取"));
    terminal.type_keys("2");
    terminal.wait_until("the sign of the colour", |screen| article(screen).contains('▲'));
    assert!(home.bookmarks().contains("\"until\"") && home.bookmarks().contains("\"yellow\""), "{}", home.bookmarks());
    terminal.type_keys("B");
    terminal.wait_until("the words in the list", |screen| screen.contains("书签 ──") && screen.contains("三、宁可"));
    terminal.type_keys("5e再读\r");
    terminal.wait_until("another colour and the note", |screen| screen.contains('♥') && screen.contains("— 再读"));
    terminal.type_keys("f没有\r");
    terminal.wait_for("没有符合的书签");
    terminal.type_keys("f\x15\r\tb");
    terminal.wait_until("it taken away", |screen| screen.contains("书签 ♥") && screen.matches('♥').count() == 1);
    assert!(!home.bookmarks().contains("再读"));
    terminal.type_keys("\x1b");
    terminal.wait_until("the list gone", |screen| !screen.contains("书签 ♥"));
    terminal.type_keys("U");
    terminal.wait_until("it put back", |screen| article(screen).contains('♥'));
    assert!(home.bookmarks().contains("再读"));
    terminal.type_keys("q");
    terminal.wait_for_exit();
    let mut again = opened(&home);
    again.type_keys("}\r7vv");
    again.wait_until("it lit in vertical lines", |screen| article(screen).contains('♥'));
}
