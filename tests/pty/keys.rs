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
    let mut terminal = Terminal::start(command, 110, 30);
    if !language.starts_with("zh") {
        terminal.wait_until("the English page", |screen| current(screen).contains("The column"));
        terminal.type_keys("}");
    }
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
        ("G", "The ferry Heron"),
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
        screen.contains("提纲 ──") && screen.contains("7 三、宁可") && screen.contains("8   记者：要是")
    });
    terminal.type_keys("\x1b");
    terminal.wait_until("the outline gone", |screen| !screen.contains("提纲 ──"));
    terminal.type_keys("\x1b[1;3D");
    terminal.wait_until("back to the first", |screen| status(screen).contains("一、"));
    terminal.type_keys("\x1b[1;3C");
    terminal.wait_until("forward to the third heading", |screen| status(screen).contains("三、"));
    terminal.type_keys("\x0f");
    terminal.wait_until("back once more", |screen| status(screen).contains("一、"));
}

#[test]
fn an_article_without_sections_says_so() {
    for (language, last, says) in [
        ("zh_CN.UTF-8", "The ferry Heron", "没有小标题，也没有问答"),
        ("en_GB.UTF-8", "遗失声明", "no headings and no questions"),
    ] {
        let home = Home::new();
        let mut terminal = opened_in(&home, language);
        terminal.type_keys("G");
        terminal.wait_until("the last article", on(last));
        terminal.type_keys("\r]");
        terminal.wait_until("that there are none", |screen| status(screen).contains(says));
    }
}

#[test]
fn read_and_unread() {
    for (language, read, unread) in
        [("zh_CN.UTF-8", "已标为已读", "5篇已标为未读"), ("en_GB.UTF-8", "Marked read", "5 articles marked unread")]
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
fn it_opens_as_it_was_left() {
    for (language, read_on, unread) in [("zh_CN.UTF-8", "继续读：", "未读"), ("en_GB.UTF-8", "Read on: ", "unread")]
    {
        let home = Home::new();
        let mut command = home.command(&[concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample")]);
        command.env("LANG", language);
        let mut terminal = Terminal::start(command, 110, 30);
        terminal.wait_until("the pages read in", |screen| on(FIRST)(screen) && screen.contains("/12"));
        terminal.type_keys("\x1b");
        terminal.wait_until("what is unread", |screen| screen.lines().next().unwrap_or_default().contains(unread));
        terminal.type_keys("}\r");
        terminal.wait_until("the long article", |screen| article(screen).contains("庄砚秋今年"));
        terminal.type_keys("]]tt");
        terminal.wait_until("traditional characters", |screen| {
            status(screen).contains("繁") || status(screen).contains("traditional")
        });
        terminal.type_keys("q");
        assert_eq!(terminal.wait_for_exit(), 0);
        assert!(!home.path().join("config/paper-reader/config.toml").exists());
        let mut command = home.command(&[]);
        command.env("LANG", language);
        let mut again = Terminal::start(command, 110, 30);
        again.wait_until("the row where one was", |screen| current(screen).contains("把灑了一地的鉛字"));
        again.type_keys("gk");
        again.wait_until("what was left unfinished", |screen| {
            current(screen).contains(read_on) && screen.contains(" %")
        });
        again.type_keys("\r");
        again.wait_until("the place that was left", |screen| status(screen).contains("2/11 · "));
    }
}

#[test]
fn a_jump_is_followed_and_come_back_from() {
    const PAGE: &str = "江畔读报\n2031年3月4日 星期二\n";
    for (language, link) in [("zh_CN.UTF-8", "→ 下转第3版"), ("en_GB.UTF-8", "→ Continues on Page 3")] {
        let home = Home::new();
        let first = format!(
            "{PAGE}第1版 要闻\n\n港区新增三条内河航线\n本报讯（记者 江一）港区昨日新增三条内河航线，沿江\n十一个乡镇连成一线，到年底货物吞吐量还要增长一成，\n农产品外运的成本也跟着降了下来。\n（下转第3版）\n"
        );
        let third = format!(
            "{PAGE}第3版 综合\n\n港区新增三条内河航线\n（上接第1版）调度员老秦在江边干了二十六年，哪条船在\n哪个码头、几点到、还能装多少，一眼就能看清，过去靠\n喊，现在靠看。\n\n雨水花园进社区\n本报讯 一场大雨之后，梅园社区的草沟里没有积水，孩\n子们在新修的小径上跑来跑去。\n"
        );
        let pages = [home.file("1.txt", &first), home.file("3.txt", &third)];
        let mut command = home.command(&[&pages[0], &pages[1]]);
        command.env("LANG", language);
        let mut terminal = Terminal::start(command, 110, 30);
        terminal.wait_until("the pages read in", |screen| screen.contains("/3"));
        terminal.type_keys("\r");
        terminal.wait_until("the link", |screen| article(screen).contains(link));
        terminal.type_keys("\r");
        terminal.wait_until("where it goes on", |screen| article(screen).contains("老秦"));
        terminal.type_keys("\x1b[1;3D");
        terminal.wait_until("back where it was left", |screen| article(screen).contains(link));
        terminal.type_keys("\r\r");
        terminal.wait_until("back by its own link", |screen| article(screen).contains(link));
    }
}

#[test]
fn a_cursor_moves_by_paragraphs() {
    for (language, set) in [("zh_CN.UTF-8", "已加书签"), ("en_GB.UTF-8", "Bookmark set")] {
        let home = Home::new();
        let mut terminal = opened_in(&home, language);
        terminal.type_keys("\rGJJJJ");
        terminal.wait_until("the bar", |screen| article(screen).contains('▌'));
        terminal.type_keys("Kb");
        terminal.wait_until("a bookmark there", |screen| status(screen).contains(set) && article(screen).contains("★"));
        terminal.type_keys("\x1b");
        terminal.wait_until("the bar gone", |screen| !article(screen).contains('▌'));
    }
}

#[test]
fn a_note_is_written_and_shown_where_it_was_made() {
    for (language, set) in [("zh_CN.UTF-8", "已加书签"), ("en_GB.UTF-8", "Bookmark set")] {
        let home = Home::new();
        let mut terminal = opened_in(&home, language);
        terminal.type_keys("\rJJJe甲乙，丙丁\x17再读\r");
        terminal.wait_until("the bookmark", |screen| status(screen).contains(set));
        terminal.type_keys("K");
        terminal.wait_until("no note", |screen| !status(screen).contains("再读") && !status(screen).contains(set));
        terminal.type_keys("J");
        terminal.wait_until("the note", |screen| status(screen).contains("★ 甲乙，再读"));
        assert!(home.bookmarks().contains("\"note\": \"甲乙，再读\""), "{}", home.bookmarks());
        terminal.type_keys("B");
        terminal.wait_until("it in the list under its article", |screen| {
            screen.contains("— 甲乙，再读") && screen.contains("江畔读报 2026-11-23")
        });
    }
}

#[test]
fn a_whole_article_is_copied_and_saved() {
    for (language, save_as, saved, there_is_one) in [
        ("zh_CN.UTF-8", "存为：", "已存为 ", "a.txt: 已有同名的文件"),
        ("en_GB.UTF-8", "Save as: ", "Saved as ", "a.txt: there is a file of this name already"),
    ] {
        let home = Home::new();
        let mut terminal = opened_in(&home, language);
        let copies = |terminal: &Terminal| String::from_utf8_lossy(&terminal.bytes()).matches("\x1b]52;c;").count();
        terminal.type_keys("a");
        terminal.wait_until("the copy", |_| copies(&terminal) == 1);
        terminal.type_keys("A");
        terminal.wait_until("the copy as Markdown", |_| copies(&terminal) == 2);
        terminal.type_keys("W");
        terminal.wait_until("a name for the file", |screen| {
            status(screen).contains(save_as) && status(screen).contains(".md")
        });
        terminal.type_keys("\x15~/a.md\r");
        terminal.wait_until("it saved", |screen| status(screen).contains(&format!("{saved}~/a.md")));
        let text = std::fs::read_to_string(home.path().join("a.md")).unwrap();
        assert!(text.contains("# 一张散了架的报纸") && text.contains("*江畔读报 2026-11-23"), "{text}");
        terminal.type_keys("W\x15a.txt\r");
        terminal.wait_until("it saved as text", |screen| status(screen).contains("a.txt"));
        assert!(std::fs::read_to_string(home.path().join("a.txt")).unwrap().contains("\n江畔读报 2026-11-23"));
        terminal.type_keys("W\x15a.txt\r");
        terminal.wait_until("that there is such a file", |screen| status(screen).contains(there_is_one));
    }
}

#[test]
fn keys_do_as_they_do_elsewhere() {
    for (language, help) in [("zh_CN.UTF-8", "按键 ──"), ("en_GB.UTF-8", "Keys ──")] {
        let home = Home::new();
        let mut terminal = opened_in(&home, language);
        terminal.type_keys("?");
        terminal.wait_for(help);
        terminal.type_keys("q");
        terminal.wait_until("the panel closed", |screen| !screen.contains(help) && on(FIRST)(screen));
        terminal.type_keys("}\r");
        terminal.wait_until("the long article", |screen| article(screen).contains("庄砚秋今年"));
        for (down, up) in [("\x04", "\x15"), ("\x06", "\x02")] {
            terminal.type_keys(down);
            terminal.wait_until("further down", |screen| !article(screen).contains("庄砚秋今年"));
            terminal.type_keys(up);
            terminal.wait_until("up again", |screen| article(screen).contains("庄砚秋今年"));
        }
        terminal.type_keys("f铅字");
        terminal.wait_until("the list narrowed", |screen| !screen.contains("遗失声明"));
        terminal.type_keys("\x1b");
        terminal.wait_until("the article again", |screen| status(screen).contains('%') && screen.contains("遗失声明"));
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
    terminal.wait_until("the longest first", |screen| status(screen).contains("长的在前") && on("The column")(screen));
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
    let mut again = home.open(110, 30, &[]);
    again.wait_until("the row where one was", on(LONG));
    again.type_keys("\r7vv");
    again.wait_until("it lit in vertical lines", |screen| article(screen).contains('♥'));
}

#[test]
fn the_palette_finds_an_action_in_both_languages() {
    for (language, label, set) in [("zh_CN.UTF-8", "操作：", "书签 ──"), ("en_GB.UTF-8", "Action: ", "Bookmarks ──")]
    {
        let home = Home::new();
        let mut terminal = opened_in(&home, language);
        terminal.type_keys("：sqlb");
        terminal.wait_for(&format!("{label}sqlb"));
        terminal.type_keys("\r");
        terminal.wait_for(set);
        terminal.type_keys("\x1b?/undo");
        terminal.wait_until("the help narrowed", |screen| screen.contains("ctrl-z") || !screen.contains("alt-left"));
        terminal.type_keys("\r\x1bQ");
        terminal.wait_until("why not", |screen| status(screen).contains("Q ") && status(screen).contains(':'));
    }
}
