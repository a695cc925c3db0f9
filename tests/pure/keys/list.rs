//! The headline list: moving, folding, orders.

use super::{HARBOUR, MARKET, WALL, headline, listed, lists, status};
use crate::support::{Desk, edition, many, picture};

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
    let lines = picture.lines().skip(2).filter(|line| line.contains("字") || line.contains('▸')).map(|line| {
        let words: Vec<_> = line.split_whitespace().filter(|word| !"▌▸图".contains(word)).collect();
        if line.contains('▸') { words.join(" ") } else { words[0].to_owned() }
    });
    let listed: Vec<_> = lines.collect();
    assert_eq!(listed, expected, "{picture}");
}

#[test]
fn folding_the_list() {
    const FIRST_PAGE_FOLDED: &[&str] = &[
        "第1版 要闻 3/3 未读",
        MARKET,
        "雨水花园进社区",
        "问答：供暖季怎么报修",
        "初雪中的环卫工人",
        "本报昨日三版一则消息中，“柳溪镇”应为“柳溪乡”，特此更正。",
    ];
    const THIRD: &str = "市图书馆延长开放时间";
    let others = ["第2版 民生 3/3 未读", "第4版 图片 2/2 未读"];
    folds("} - } -", &[HARBOUR, WALL, THIRD, others[0], others[1]]);
    folds("j -", FIRST_PAGE_FOLDED);
    folds("j - -", &["江州日报 2026年11月23日 星期一 8/8 未读"]);
    folds("Z", &["第1版 要闻 3/3 未读", others[0], others[1]]);
    folds("Z Z", &["江州日报 2026年11月23日 星期一 8/8 未读"]);
    folds("Z enter", &[HARBOUR, WALL, THIRD, others[0], others[1]]);
    folds("Z G + k +", FIRST_PAGE_FOLDED);
    lists("Z j", MARKET);
    lists("Z Z Z", HARBOUR);
    lists("- } -", MARKET);
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
    assert_eq!(desk.app.headlines().number(), Some(4));
    desk.keys("j");
    assert_eq!((listed(&desk).as_str(), desk.app.headlines().number()), ("初雪中的环卫工人", Some(7)));
    assert!(status(&desk).starts_with("7/8"), "{}", status(&desk));
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
fn an_article_that_stands_twice_in_the_list() {
    let mut entries = edition();
    let mut again = edition().swap_remove(1);
    again.row.key.page = 9;
    entries.push(again);
    let mut desk = Desk::with(entries, 80, 30);
    desk.keys("G enter");
    assert_eq!((headline(&desk).as_str(), desk.app.headlines().number()), (WALL, Some(9)));
    desk.keys("p n");
    assert_eq!((headline(&desk).as_str(), desk.app.headlines().number()), (WALL, Some(9)));
}

#[test]
fn a_list_longer_than_its_window_loads_as_one_goes() {
    let mut desk = Desk::with(many(3000), 120, 40);
    for _ in 0..110 {
        desk.keys("space");
    }
    assert_eq!(desk.app.headlines().number(), Some(3000));
    desk.keys("g");
    assert_eq!((desk.app.headlines().number(), listed(&desk).as_str()), (Some(1), "标题1"));
    desk.keys("G");
    assert_eq!((desk.app.headlines().number(), listed(&desk).as_str()), (Some(3000), "标题3000"));
    for _ in 0..110 {
        desk.keys("u");
    }
    assert_eq!(desk.app.headlines().number(), Some(1));
    picture(&desk.frame());
}
