//! Keys in, state out: what every key does, wherever one is.

#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

mod support;

use paper_reader::app::{Event, Mouse, MouseKind, Notice, Panel, Settings, Start, View};
use paper_reader::model::{PageId, Part, Reading, Tag};
use paper_reader::phrase::Phrase;
use paper_reader::typeset::Layout;
use paper_reader::ui::Role;
use support::{Desk, edition, picture};

const HARBOUR: &str = "港区新增三条内河航线";
const WALL: &str = "古城墙修缮工程完工";
const MARKET: &str = "老街菜场换新颜";

fn headline(desk: &Desk) -> String {
    desk.app.reader().unwrap().article().title().to_owned()
}

fn listed(desk: &Desk) -> String {
    desk.app.contents().current().unwrap().headline.clone()
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

/// After the keys, typed on a small screen with the first article open, this part stands first.
#[track_caller]
fn reads(keys: &str, expected: Part) {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter").keys(keys);
    assert_eq!(desk.app.reader().unwrap().here().part, expected);
    assert_eq!(desk.app.view(), View::Reader);
}

#[test]
fn moving_in_the_list() {
    lists("", HARBOUR);
    lists("j", WALL);
    lists("down down up", WALL);
    lists("k", HARBOUR);
    lists("}", MARKET);
    lists("} } {", MARKET);
    lists("} j {", MARKET);
    lists("G g", HARBOUR);
    lists("G {", "初雪中的环卫工人");
    lists("space", "本报昨日三版一则消息中，“柳溪镇”应为“柳溪乡”，特此更正。");
    lists("pagedown u", HARBOUR);
    lists("n n p", WALL);
}

/// The entries of the list after the keys: articles by their headlines, what is folded by its
/// number of articles.
#[track_caller]
fn folds(keys: &str, expected: &[&str]) {
    let mut desk = Desk::new(80, 30);
    desk.keys(keys);
    let picture = desk.picture();
    let lines = picture.lines().skip(2).filter(|line| line.contains("字") || line.contains("篇")).map(|line| {
        let words: Vec<_> = line.split_whitespace().filter(|word| !"▌▸图".contains(word)).collect();
        if line.contains('▸') { words.join(" ") } else { words[0].to_owned() }
    });
    let listed: Vec<_> = lines.take_while(|line| !line.contains('/')).collect();
    assert_eq!(listed, expected, "{picture}");
}

#[test]
fn folding_the_list() {
    const THIRD: &str = "市图书馆延长开放时间";
    let others = ["第2版 民生 3篇", "第4版 图片 2篇"];
    folds("} - } -", &[HARBOUR, WALL, THIRD, others[0], others[1]]);
    folds(
        "j -",
        &[
            "第1版 要闻 3篇",
            MARKET,
            "雨水花园进社区",
            "问答：供暖季怎么报修",
            "初雪中的环卫工人",
            "本报昨日三版一则消息中，“柳溪镇”应为“柳溪乡”，特此更正。",
        ],
    );
    folds("j - -", &["江州日报 2026年11月23日 星期一 8篇"]);
    folds("Z", &["第1版 要闻 3篇", others[0], others[1]]);
    folds("Z Z", &["江州日报 2026年11月23日 星期一 8篇"]);
    folds("Z enter", &[HARBOUR, WALL, THIRD, others[0], others[1]]);
    folds(
        "Z G + k +",
        &[
            "第1版 要闻 3篇",
            MARKET,
            "雨水花园进社区",
            "问答：供暖季怎么报修",
            "初雪中的环卫工人",
            "本报昨日三版一则消息中，“柳溪镇”应为“柳溪乡”，特此更正。",
        ],
    );
    lists("Z j", MARKET);
    lists("Z Z Z", HARBOUR);
    lists("- } -", MARKET);
}

#[test]
fn a_click_on_the_name_of_a_page_folds_it() {
    let mut desk = Desk::new(80, 24);
    let click = |row| Event::Mouse(Mouse { kind: MouseKind::Press, row, column: 5 });
    desk.tell(click(7));
    assert!(desk.picture().contains("▸ 第2版 民生"), "{}", desk.picture());
    assert_eq!(listed(&desk), HARBOUR);
    desk.tell(click(7));
    assert_eq!(listed(&desk), MARKET);
    desk.tell(click(7));
    assert!(!desk.picture().contains('▸'), "{}", desk.picture());
}

#[test]
fn reading_on_opens_what_is_folded() {
    let mut desk = Desk::new(80, 24);
    desk.keys("Z enter enter n n n");
    assert_eq!(headline(&desk), MARKET);
    desk.keys("n");
    assert_eq!(headline(&desk), "雨水花园进社区");
}

#[test]
fn the_number_of_an_article_stays_while_others_fold() {
    let mut desk = Desk::new(80, 24);
    desk.keys("} j -");
    assert_eq!(desk.app.contents().number(), Some(4));
    desk.keys("j");
    assert_eq!((listed(&desk).as_str(), desk.app.contents().number()), ("初雪中的环卫工人", Some(7)));
    assert!(status(&desk).starts_with("7/8"), "{}", status(&desk));
}

#[test]
fn a_front_page_has_nothing_folded() {
    let mut desk = Desk::new(80, 24);
    for keys in ["Z Z w", "h Z w", "h } - w", "h S S w"] {
        desk.keys(keys);
        assert!(desk.picture().contains(WALL) && desk.picture().contains("雨水花园进社区"), "{}", desk.picture());
    }
    desk.keys("h");
    assert!(desk.picture().contains(WALL));
}

#[test]
fn orders_take_turns() {
    let mut desk = Desk::new(80, 30);
    desk.keys("j enter h S");
    assert_eq!((status(&desk).as_str(), listed(&desk).as_str()), ("旧的在前", HARBOUR));
    desk.keys("S");
    assert_eq!((status(&desk).as_str(), listed(&desk).as_str()), ("长的在前", HARBOUR));
    desk.keys("j");
    assert_eq!(listed(&desk), "问答：供暖季怎么报修");
    assert!(status(&desk).contains("长的在前") && !desk.picture().contains("\n 第2版"), "{}", desk.picture());
    desk.keys("- S");
    assert_eq!((status(&desk).as_str(), listed(&desk).as_str()), ("未读在前", HARBOUR));
    desk.keys("G");
    assert_eq!(listed(&desk), WALL);
    desk.keys("S");
    assert_eq!((status(&desk).as_str(), listed(&desk).as_str()), ("新的在前", HARBOUR));
}

#[test]
fn scripts_take_turns() {
    let mut desk = Desk::new(120, 30);
    desk.keys("t");
    assert_eq!(status(&desk), "显示为简体");
    let simplified = desk.picture();
    desk.keys("t");
    assert_eq!(status(&desk), "显示为繁体");
    let traditional = desk.picture();
    for words in ["港區新增三條內河航線", "第2版 民生", "江州日報", "水陸聯運滿一年", "一、船為什麼多了", "貨主周敏說"]
    {
        assert!(traditional.contains(words), "{words}: {traditional}");
    }
    desk.keys("enter o");
    assert!(desk.picture().contains("二、錢從哪裡來"), "{}", desk.picture());
    desk.keys("esc y");
    assert!(desk.copied[0].starts_with("记者从市港务局获悉"));
    desk.keys("/").types("货物吞吐量").keys("enter");
    assert_eq!(desk.app.reader().unwrap().matches().unwrap().count(), 2);
    desk.keys("esc h w");
    assert!(desk.picture().contains("記者從市港務局獲悉"), "{}", desk.picture());
    desk.keys("w t");
    assert_eq!(status(&desk), "照印出的字显示");
    assert!(simplified.contains(HARBOUR) && desk.picture().contains(HARBOUR));
}

#[test]
fn a_script_can_be_set() {
    let (settings, _) = Settings::read("[reading]\nscript = 'traditional'");
    let desk = Desk::start(edition(), 80, 24, Start::Library, &settings);
    assert!(desk.picture().contains("古城牆修繕工程完工"), "{}", desk.picture());
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
        ("enter h", View::Contents),
        ("enter esc", View::Contents),
        ("enter tab", View::Contents),
        ("enter z", View::Zen),
        ("enter z esc", View::Reader),
        ("enter r esc", View::Reader),
        ("h", View::Contents),
    ] {
        let mut desk = Desk::new(80, 24);
        desk.keys(keys);
        assert_eq!(desk.app.view(), expected, "{keys}");
    }
}

#[test]
fn the_front_page() {
    for (keys, expected) in [
        ("w", HARBOUR),
        ("w down", WALL),
        ("w down right", "市图书馆延长开放时间"),
        ("w down right left", WALL),
        ("w down up", HARBOUR),
        ("w }", MARKET),
        ("w G", "本报昨日三版一则消息中，“柳溪镇”应为“柳溪乡”，特此更正。"),
    ] {
        let mut desk = Desk::new(80, 24);
        desk.keys(keys);
        assert_eq!((listed(&desk).as_str(), desk.app.view()), (expected, View::Front), "{keys}");
        desk.keys("enter");
        assert_eq!((headline(&desk).as_str(), desk.app.view()), (expected, View::Reader), "{keys}");
        desk.keys("h");
        assert_eq!((listed(&desk).as_str(), desk.app.view()), (expected, View::Front), "{keys}");
        desk.keys("esc");
        assert_eq!((listed(&desk).as_str(), desk.app.view()), (expected, View::Contents), "{keys}");
    }
    let mut desk = Desk::new(40, 12);
    desk.keys("w");
    assert_eq!((desk.app.view(), status(&desk).as_str()), (View::Contents, "屏幕太小，排不下版面"));
}

#[test]
fn a_front_page_gives_way_to_the_list_and_comes_back() {
    let mut desk = Desk::new(80, 24);
    desk.keys("w down");
    let before = desk.picture();
    desk.resize(40, 12);
    assert!(desk.picture().contains("▌ 古城墙修缮工程完工"));
    desk.resize(80, 24);
    assert_eq!(desk.picture(), before);
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
fn an_article_that_stands_twice_in_the_list() {
    let mut entries = edition();
    let mut again = support::edition().swap_remove(1);
    again.row.key.page = 9;
    entries.push(again);
    let mut desk = Desk::with(entries, 80, 30);
    desk.keys("G enter");
    assert_eq!((headline(&desk).as_str(), desk.app.contents().number()), (WALL, Some(9)));
    desk.keys("p n");
    assert_eq!((headline(&desk).as_str(), desk.app.contents().number()), (WALL, Some(9)));
}

#[test]
fn finding_in_the_article() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter /").types("航线");
    assert_eq!(desk.app.reader().unwrap().matches().unwrap().count(), 4);
    assert!(status(&desk).ends_with("1/4"), "{}", status(&desk));
    desk.keys("enter n n");
    assert!(status(&desk).starts_with("第3处，共4处"), "{}", status(&desk));
    desk.keys("p p p");
    assert!(status(&desk).starts_with("第4处"), "{}", status(&desk));
    desk.keys("esc");
    assert!(desk.app.reader().unwrap().matches().is_none());
    desk.keys("n");
    assert_eq!(headline(&desk), WALL);
}

#[test]
fn finding_given_up_goes_back_to_the_place() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter 1");
    let before = desk.picture();
    desk.keys("/").types("冷藏柜").keys("esc");
    assert_eq!(desk.picture(), before);
}

#[test]
fn what_is_typed_and_told_is_seen_where_the_text_is_alone() {
    let mut desk = Desk::new(80, 12);
    desk.keys("enter z");
    let text = desk.picture();
    desk.keys("/").types("无此字样");
    assert!(status(&desk).contains("无此字样"), "{}", status(&desk));
    desk.keys("enter");
    assert_eq!(status(&desk), "没有找到");
    desk.keys("x");
    assert_eq!(desk.picture(), text);
}

#[test]
fn finding_nothing_says_so() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter /").types("海").keys("enter");
    assert_eq!(status(&desk), "没有找到");
    desk.keys("n");
    assert_eq!(headline(&desk), WALL);
}

#[test]
fn searching_the_library() {
    let mut desk = Desk::new(80, 24);
    desk.keys("/").types("通道").keys("enter");
    assert_eq!(desk.app.hits().unwrap().count(), 1);
    desk.keys("enter");
    assert_eq!(headline(&desk), MARKET);
    assert_eq!(desk.app.reader().unwrap().matches().unwrap().count(), 2);
    desk.keys("esc esc");
    assert!(desk.app.hits().is_some());
    assert_eq!(desk.app.view(), View::Contents);
    desk.keys("esc");
    assert!(desk.app.hits().is_none());
}

#[test]
fn the_best_hits_come_first_if_asked() {
    let mut desk = Desk::new(80, 24);
    desk.keys("/").types("的").keys("enter");
    let hit = |desk: &Desk| desk.app.hits().unwrap().current().unwrap().row.characters;
    let newest = hit(&desk);
    desk.keys("S");
    assert!(status(&desk).contains("最相关的在前") && hit(&desk) < newest, "{}", status(&desk));
    desk.keys("S");
    assert!(!status(&desk).contains("在前") && hit(&desk) == newest, "{}", status(&desk));
}

/// The edition is in simplified characters.
#[test]
fn the_scripts_find_each_other_if_asked() {
    let mut desk = Desk::new(80, 24);
    desk.keys("/").types("菜場換").keys("enter");
    assert_eq!(desk.app.hits().unwrap().count(), 0);
    desk.keys("esc /").types("菜場換");
    assert!(status(&desk).ends_with("ctrl-t 简繁互通"), "{}", status(&desk));
    desk.keys("ctrl-t enter");
    assert_eq!(desk.app.hits().unwrap().count(), 1);
    desk.keys("enter");
    assert_eq!(desk.app.reader().unwrap().matches().unwrap().count(), 1);
    desk.keys("/").types("換");
    assert!(status(&desk).ends_with("1/1  简繁互通"), "{}", status(&desk));
    desk.keys("ctrl-t");
    assert!(status(&desk).ends_with("没有找到"), "{}", status(&desk));
}

#[test]
fn filtering_the_headlines() {
    let mut desk = Desk::new(80, 24);
    desk.keys("f").types("馆");
    assert_eq!((listed(&desk).as_str(), desk.app.contents().total()), ("市图书馆延长开放时间", Some(1)));
    desk.keys("enter enter");
    assert_eq!(headline(&desk), "市图书馆延长开放时间");
    desk.keys("esc esc");
    assert_eq!((listed(&desk).as_str(), desk.app.contents().total()), ("市图书馆延长开放时间", Some(8)));
    desk.keys("k");
    assert_eq!(listed(&desk), WALL);
    desk.keys("f").types("城").keys("esc");
    assert_eq!((listed(&desk).as_str(), desk.app.contents().total()), (WALL, Some(8)));
    desk.keys("G");
    let last = listed(&desk);
    desk.keys("f").types("无此标题");
    assert!(desk.app.reader().is_none());
    assert!(desk.picture().contains("没有符合的文章"));
    desk.keys("esc");
    assert_eq!((listed(&desk), headline(&desk)), (last.clone(), last));
}

/// After what is typed at the filter, the list has so many articles, the first of them this one.
#[track_caller]
fn narrows(typed: &str, first: &str, count: u64) {
    let mut desk = Desk::new(80, 24);
    desk.keys("j enter b h g f").types(typed).keys("enter");
    assert_eq!((listed(&desk).as_str(), desk.app.contents().total()), (first, Some(count)), "{typed}");
    assert!(status(&desk).contains(&format!("“{typed}”")), "{}", status(&desk));
    desk.keys("esc");
    assert_eq!(desk.app.contents().total(), Some(8), "{typed}");
}

#[test]
fn filtering_by_fields() {
    narrows("人:唐", WALL, 1);
    narrows("报:江州 日:2026-11 馆", "市图书馆延长开放时间", 1);
    narrows("date:2026..2026-11-23", HARBOUR, 8);
}

#[test]
fn filtering_by_marks() {
    narrows("书签", WALL, 1);
    narrows("未读", HARBOUR, 7);
    narrows("已读", WALL, 1);
    let mut desk = Desk::new(80, 24);
    desk.keys("j enter b h j enter b h g f").types("书签").keys("enter");
    assert_eq!(desk.app.contents().total(), Some(2));
    desk.keys("enter b");
    assert_eq!(desk.app.contents().total(), Some(1));
}

#[test]
fn a_filter_that_makes_no_sense_says_so_and_leaves_the_list() {
    let mut desk = Desk::new(80, 24);
    desk.keys("f").types("人:唐 书:甲");
    assert!(status(&desk).ends_with("书: 没有这个筛选项"), "{}", status(&desk));
    assert_eq!((listed(&desk).as_str(), desk.app.contents().total()), (WALL, Some(1)));
    desk.keys("enter");
    assert_eq!(status(&desk), "书: 没有这个筛选项");
    desk.keys("f");
    assert!(status(&desk).starts_with("筛选：人:唐 书:甲"), "{}", status(&desk));
    desk.keys("ctrl-u").types("日:昨天");
    assert!(status(&desk).contains("昨天: 不是日期"), "{}", status(&desk));
    desk.keys("esc");
    assert_eq!(desk.app.contents().total(), Some(1));
    desk.keys("f ctrl-u").types("书:甲").keys("enter j");
    assert!(status(&desk).contains("“书:甲”"), "{}", status(&desk));
    desk.keys("esc");
    assert!(!status(&desk).contains("书:甲"), "{}", status(&desk));
}

#[test]
fn the_names_of_fields_are_completed() {
    let mut desk = Desk::new(80, 24);
    desk.keys("f").types("bo").keys("tab");
    assert!(status(&desk).starts_with("筛选：bookmarked"), "{}", status(&desk));
}

#[test]
fn bookmarks_are_set_listed_visited_and_taken_away() {
    let mut desk = Desk::new(60, 12);
    desk.keys("enter 2 b");
    assert_eq!(desk.app.bookmarks()[0].place.part, Part::Body(4));
    assert!(desk.picture().contains('★'));
    assert_eq!(status(&desk), "已加书签");
    desk.resize(24, 40).resize(60, 12).keys("b");
    assert!(desk.app.bookmarks().is_empty());
    assert_eq!(status(&desk), "已取消书签");
    desk.keys("b n b B");
    let listing = desk.picture();
    assert!(listing.contains("二、钱从哪里来") && listing.contains(WALL), "{listing}");
    desk.keys("j enter");
    assert_eq!((headline(&desk).as_str(), desk.app.reader().unwrap().here().part), (HARBOUR, Part::Body(4)));
    desk.keys("B b");
    assert_eq!(desk.app.bookmarks().len(), 1);
    desk.keys("b");
    assert_eq!(desk.app.bookmarks().len(), 2);
}

#[test]
fn a_note_is_written_beside_a_bookmark() {
    let mut desk = Desk::new(60, 12);
    desk.keys("enter e");
    assert_eq!(status(&desk), "这里没有书签");
    desk.keys("b e").types("开工那天再看").keys("enter");
    assert_eq!(desk.app.bookmarks()[0].note.as_deref(), Some("开工那天再看"));
    desk.keys("B");
    assert!(desk.picture().contains("开工那天再看"));
    desk.keys("e ctrl-u enter");
    assert_eq!(desk.app.bookmarks()[0].note, None);
    desk.keys("e").types("不要").keys("esc");
    assert_eq!((desk.app.bookmarks()[0].note.as_deref(), desk.app.panel().is_some()), (None, true));
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
fn a_bookmark_is_visited_from_the_list() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter b h G B enter");
    assert_eq!((headline(&desk).as_str(), desk.app.view()), (HARBOUR, View::Reader));
}

#[test]
fn an_article_that_is_gone_is_asked_for_once() {
    let mut desk = Desk::new(80, 24);
    desk.forget(1);
    desk.keys("j");
    assert_eq!(desk.app.notice(), Some(&Notice::Phrase(Phrase::ArticleGone)));
    desk.keys("j");
    assert_eq!(headline(&desk), "市图书馆延长开放时间");
}

#[test]
fn a_bookmark_is_shown_only_once_it_is_saved() {
    let mut desk = Desk::new(60, 12);
    desk.keys("enter");
    let effects = paper_reader::app::update(&mut desk.app, Event::Key("b".parse().unwrap()));
    assert_eq!(effects.len(), 1);
    assert!(!desk.picture().contains('★'));
}

#[test]
fn pinyin_above_the_characters_changes_nothing_but_what_is_seen() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter 2");
    let (plain, here) = (desk.picture(), desk.app.reader().unwrap().here());
    desk.keys("P");
    assert!(desk.picture().contains("chuán"), "{}", desk.picture());
    assert_eq!((status(&desk).as_str(), desk.app.reader().unwrap().here()), ("注音", here));
    desk.keys("s y /").types("航线").keys("enter b P");
    assert_eq!(desk.copied, ["二、钱从哪里来"]);
    assert!(desk.app.reader().unwrap().matches().is_some());
    assert_eq!(desk.app.bookmarks().len(), 1);
    let mut desk = Desk::new(80, 24);
    desk.keys("enter 2 P P");
    assert_eq!(plain.lines().take(22).collect::<Vec<_>>(), desk.picture().lines().take(22).collect::<Vec<_>>());
    desk.keys("v v P");
    assert_eq!(status(&desk), "注音（竖排不加）");
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
fn copying() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter y");
    assert!(desk.copied[0].starts_with("记者从市港务局获悉"));
    assert_eq!(status(&desk), "已复制");
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

#[test]
fn words_are_highlighted_and_no_longer() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter 2 s } m");
    let kept = desk.app.bookmarks()[0].clone();
    assert!(kept.until.is_some() && kept.excerpt.starts_with("二、钱从哪里来\n三条航线"), "{}", kept.excerpt);
    assert!(status(&desk).starts_with("已标亮"), "{}", status(&desk));
    assert_eq!((kept.publication.as_deref(), kept.page_number), (Some("江州日报"), Some(1)));
    desk.keys("e").types("再算一遍").keys("enter c c");
    assert_eq!(desk.app.bookmarks()[0].note.as_deref(), Some("再算一遍"));
    assert_eq!(desk.app.bookmarks()[0].tag, Some(Tag::Yellow));
    desk.keys("1 2 m");
    assert!(desk.app.bookmarks().is_empty());
    desk.keys("U");
    assert_eq!(desk.app.bookmarks()[0].note.as_deref(), Some("再算一遍"));
    desk.keys("2 s 4");
    let tags: Vec<_> = desk.app.bookmarks().iter().map(|bookmark| bookmark.tag).collect();
    assert_eq!(tags, [Some(Tag::Yellow), Some(Tag::Blue)]);
}

#[test]
fn a_highlight_is_lit_in_every_layout() {
    for layouts in ["", "v", "v v"] {
        let mut desk = Desk::new(80, 24);
        desk.keys("enter").keys(layouts).keys("2 s 5");
        let lit = |desk: &Desk| {
            let frame = desk.frame();
            let ground = desk.theme.style(Role::TagViolet).bg.unwrap();
            frame
                .content
                .iter()
                .filter(|cell| cell.bg == ground)
                .map(|cell| cell.symbol().to_owned())
                .collect::<String>()
        };
        assert!(desk.picture().contains('♥'), "{layouts}");
        let lit = lit(&desk).replace(['♥', ' '], "");
        assert_eq!(lit.replace('︑', "、"), "二、钱从哪里来", "{layouts}");
    }
}

#[test]
fn the_list_of_bookmarks_is_narrowed_coloured_and_copied() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter b n b c n s m B");
    let listed = |desk: &Desk| match desk.app.panel() {
        Some(Panel::Bookmarks(list)) => list.seen().map(|(bookmark, _)| bookmark.headline.clone()).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    assert_eq!(listed(&desk), ["市图书馆延长开放时间", WALL, HARBOUR]);
    desk.keys("tab");
    assert_eq!(listed(&desk), [WALL]);
    assert!(desk.picture().contains("书签 ●"), "{}", desk.picture());
    desk.keys("tab f").types("航");
    assert_eq!(listed(&desk), [HARBOUR]);
    desk.keys("enter 3 f ctrl-u enter");
    assert_eq!(desk.app.bookmarks().iter().filter(|bookmark| bookmark.tag == Some(Tag::Green)).count(), 1);
    assert_eq!(listed(&desk).len(), 3);
    desk.keys("g y Y");
    assert!(desk.copied[0].contains("图书馆"), "{}", desk.copied[0]);
    assert!(desk.copied[1].starts_with('“') && desk.copied[1].ends_with("，江州日报，2026-11-23，第1版"));
    desk.keys("b j b");
    assert_eq!(desk.app.bookmarks().len(), 1);
    desk.keys("esc U U U");
    assert_eq!(desk.app.bookmarks().len(), 3);
    assert_eq!(status(&desk), "没有可以找回的书签");
}

#[test]
fn a_colour_is_given_at_once_and_goes_round() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter c");
    assert_eq!(status(&desk), "这里没有书签");
    desk.keys("b");
    for tag in Tag::ALL.into_iter().map(Some).chain([None]) {
        desk.keys("c");
        assert_eq!(desk.app.bookmarks()[0].tag, tag);
    }
}

#[test]
fn how_far_an_article_is_read_is_kept() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter");
    assert_eq!(desk.app.contents().current().unwrap().reading, Reading::Started);
    desk.keys("space h j k enter");
    assert!(desk.app.reader().unwrap().here().part > Part::Headline);
    desk.keys("G h");
    assert_eq!(desk.app.contents().current().unwrap().reading, Reading::Read);
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
fn settings_that_change_are_taken_and_what_keys_turned_stays() {
    let mut desk = Desk::new(80, 24);
    let change = |desk: &mut Desk, text: &str| desk.tell(Event::Settings(Box::new(Settings::read(text).0)));
    desk.keys("enter 2 v");
    change(&mut desk, "language = 'en'\n[reading]\nindent = 0\n[keys]\nlayout = 'x'");
    assert_eq!(status(&desk), "The new settings hold");
    assert_eq!((desk.app.setting().layout, desk.app.setting().indent), (Layout::Columns, 0));
    desk.keys("v x");
    assert_eq!(desk.app.setting().layout, Layout::Vertical);
    change(&mut desk, "[reading]\nlayout = 'columns'\nscript = 'traditional'\nambiguous = 'wide'");
    assert_eq!((desk.app.setting().layout, desk.app.setting().indent), (Layout::Columns, 2));
    assert!(desk.picture().contains("錢從哪裏來") || desk.picture().contains("錢從哪裡來"), "{}", desk.picture());
    change(&mut desk, "");
    assert!(desk.picture().contains("二、钱从哪里来"), "{}", desk.picture());
}

#[test]
fn the_help_lists_the_keys_as_they_are_bound() {
    let (settings, _) = Settings::read("[keys]\nbookmark = ['m', 'ctrl-b']");
    let mut desk = Desk::start(edition(), 80, 60, Start::Library, &settings);
    desk.keys("?");
    let help = desk.picture();
    assert!(help.lines().any(|line| line.contains("m ctrl-b") && line.contains("书签")), "{help}");
    assert!(help.contains("alt-left ctrl-o"));
    desk.keys("?");
    assert!(desk.app.panel().is_none());
}

#[test]
fn unbound_keys_and_pasted_text_do_nothing() {
    let mut desk = Desk::new(80, 24);
    let before = desk.picture();
    desk.keys("x X ctrl-x f9 alt-q delete");
    desk.tell(Event::Paste("qqq\nb".into()));
    assert_eq!(desk.picture(), before);
    assert!(!desk.ended);
}

#[test]
fn pages_that_are_being_read_show_their_text_until_their_articles_come() {
    let mut desk = Desk::start(edition(), 80, 12, Start::Pages, &Settings::default());
    let text: String = (1..=40).map(|n| format!("第{n}行\n")).collect();
    desk.tell(Event::PageRead { source: "pages/two.txt".into(), text: text.into() });
    assert!(desk.picture().contains("第1行"));
    desk.keys("space");
    assert!(desk.picture().contains("第12行") && !desk.picture().contains("第1行"));
    desk.tell(Event::Imported { pages: vec![PageId(2)], finished: false });
    assert_eq!((listed(&desk).as_str(), headline(&desk).as_str()), (MARKET, MARKET));
    assert_eq!(desk.app.contents().total(), Some(3));
    assert!(status(&desk).contains("只列刚读入的版面"), "{}", status(&desk));
    desk.tell(Event::Imported { pages: vec![PageId(4)], finished: true });
    assert_eq!((listed(&desk).as_str(), desk.app.contents().total()), (MARKET, Some(5)));
    desk.keys("esc");
    assert_eq!((listed(&desk).as_str(), desk.app.contents().total()), (MARKET, Some(8)));
    assert!(desk.picture().contains(HARBOUR));
}

#[test]
fn pages_that_come_to_the_whole_library_are_counted_in_the_end() {
    let mut desk = Desk::start(edition(), 80, 12, Start::Pages, &Settings::default());
    desk.tell(Event::Imported { pages: vec![PageId(2)], finished: false });
    desk.keys("esc");
    desk.slow = true;
    desk.tell(Event::Imported { pages: vec![PageId(4)], finished: true });
    assert_eq!((listed(&desk).as_str(), desk.app.contents().total()), (MARKET, None));
    while desk.answer() {}
    assert_eq!((listed(&desk).as_str(), desk.app.contents().total()), (MARKET, Some(8)));
}

#[test]
fn pages_that_give_nothing_leave_the_library() {
    let mut desk = Desk::start(edition(), 80, 24, Start::Pages, &Settings::default());
    desk.tell(Event::Notice("two.txt: no permission".into()));
    desk.tell(Event::Imported { pages: Vec::new(), finished: true });
    assert_eq!(listed(&desk), HARBOUR);
    assert_eq!(status(&desk), "two.txt: no permission");
}

#[test]
fn the_mouse_chooses_scrolls_and_selects() {
    let mut desk = Desk::new(120, 24);
    let at = |kind, row, column| Event::Mouse(Mouse { kind, row, column });
    desk.tell(at(MouseKind::Press, 4, 10));
    assert_eq!(listed(&desk), WALL);
    desk.tell(at(MouseKind::Press, 3, 10));
    desk.tell(at(MouseKind::Press, 3, 10));
    assert_eq!(desk.app.view(), View::Reader);
    let first = desk.app.reader().unwrap().here();
    desk.tell(at(MouseKind::WheelDown, 10, 80));
    assert_ne!(desk.app.reader().unwrap().here(), first);
    desk.tell(at(MouseKind::WheelUp, 10, 80));
    let (row, line) =
        desk.picture().lines().enumerate().map(|(i, l)| (i, l.to_owned())).find(|(_, l)| l.contains("记者从")).unwrap();
    let column = paper_reader::text::Metrics::TERMINAL.cells(line.split("记者从").next().unwrap()) as u16;
    desk.tell(at(MouseKind::Press, row as u16, column + 4));
    desk.tell(at(MouseKind::Drag, row as u16, column + 1));
    desk.tell(at(MouseKind::Release, row as u16, column + 1));
    desk.keys("y");
    assert_eq!(desk.copied, ["记者从"]);
}

#[test]
fn words_selected_with_the_mouse_are_highlighted() {
    let mut desk = Desk::new(80, 24);
    desk.keys("enter 1");
    let at = |kind, row, column| Event::Mouse(Mouse { kind, row, column });
    let area = desk.app.areas().reader.unwrap();
    let line = desk.picture().lines().position(|line| line.contains("一、船为什么多了")).unwrap() as u16;
    desk.tell(at(MouseKind::Press, line, area.column + 6));
    desk.tell(at(MouseKind::Drag, line + 1, area.column + 9));
    desk.tell(at(MouseKind::Release, line + 1, area.column + 9));
    desk.keys("3");
    let kept = &desk.app.bookmarks()[0];
    assert!(kept.excerpt.ends_with('等') && kept.excerpt.contains("为什么多了\n“以前"), "{}", kept.excerpt);
    assert_eq!(kept.tag, Some(Tag::Green));
    desk.keys("2 s 1 r");
    desk.tell(at(MouseKind::Press, line, area.column + 8));
    desk.tell(at(MouseKind::Release, line, area.column + 8));
    desk.keys("r");
    assert!(!desk.app.reader().unwrap().is_selecting(), "nothing is selected behind the page's text");
    desk.keys("1");
    desk.tell(at(MouseKind::Press, line, area.column + 8));
    desk.tell(at(MouseKind::Release, line, area.column + 8));
    desk.keys("e").types("问过").keys("enter y");
    assert_eq!(desk.app.bookmarks()[0].note.as_deref(), Some("问过"));
    assert_eq!(desk.copied, [desk.app.bookmarks()[0].excerpt.clone()]);
}

#[test]
fn dragging_beyond_the_pane_scrolls() {
    let mut desk = Desk::new(60, 10);
    desk.keys("enter 1");
    let at = |kind, row, column| Event::Mouse(Mouse { kind, row, column });
    let area = desk.app.areas().reader.unwrap();
    desk.tell(at(MouseKind::Press, area.row, area.column + 4));
    desk.tell(at(MouseKind::Drag, area.row + 3, area.column));
    let before = desk.app.reader().unwrap().here();
    desk.tell(at(MouseKind::Drag, area.row + area.height, area.column + 4));
    assert!(desk.app.reader().unwrap().here() > before);
    desk.tell(at(MouseKind::Drag, area.row, area.column + 4));
    desk.tell(at(MouseKind::Drag, 0, area.column + 4));
    desk.tell(at(MouseKind::Drag, area.row, area.column + 4));
    desk.tell(at(MouseKind::Release, area.row, area.column + 4));
    desk.keys("y");
    assert_eq!(desk.copied, ["船"]);
}

#[test]
fn the_divider_is_dragged() {
    let mut desk = Desk::new(120, 24);
    let at = |kind, column| Event::Mouse(Mouse { kind, row: 9, column });
    for (to, width) in [(60, 60), (5, 16), (119, 80)] {
        let divider = desk.app.areas().divider.unwrap();
        desk.tell(at(MouseKind::Press, divider.column));
        desk.tell(at(MouseKind::Drag, to));
        desk.tell(at(MouseKind::Release, to));
        assert_eq!(desk.app.areas().contents.unwrap().width, width);
        picture(&desk.frame());
    }
    desk.tell(at(MouseKind::Drag, 50));
    assert_eq!(desk.app.areas().contents.unwrap().width, 80);
    desk.resize(90, 24);
    assert_eq!(desk.app.areas().contents.unwrap().width, 50);
}

#[test]
fn a_list_longer_than_its_window_loads_as_one_goes() {
    let many = support::many(3000);
    let mut desk = Desk::with(many, 120, 40);
    for _ in 0..110 {
        desk.keys("space");
    }
    assert_eq!(desk.app.contents().number(), Some(3000));
    desk.keys("g");
    assert_eq!((desk.app.contents().number(), listed(&desk).as_str()), (Some(1), "标题1"));
    desk.keys("G");
    assert_eq!((desk.app.contents().number(), listed(&desk).as_str()), (Some(3000), "标题3000"));
    for _ in 0..110 {
        desk.keys("u");
    }
    assert_eq!(desk.app.contents().number(), Some(1));
    picture(&desk.frame());
}
