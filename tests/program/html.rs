//! Pages saved from the web (`tests/html`), through the real program.

#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::user::User;

/// A page in `tests/html`.
fn page(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html").join(name)
}

fn parsed(path: &Path) -> Value {
    let out = User::new().done(&["parse", path.to_str().unwrap()]);
    let mut parsed: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(parsed["pages"].as_array().unwrap().len(), 1);
    parsed["pages"][0].take()
}

/// Some fields of an object.
fn fields(of: &Value, names: &[&str]) -> Value {
    names.iter().map(|name| of[*name].clone()).collect()
}

const PAGE: [&str; 5] = ["publication", "date", "page_number", "page_label", "page_name"];
const HEAD: [&str; 4] = ["kicker", "headline", "deck", "lead"];

/// An article's body: the text of its blocks, headings after a `#`.
fn body(article: &Value) -> Vec<String> {
    let text = |block: &Value| block["text"].as_str().unwrap().to_owned();
    let shown = |block: &Value| if block["kind"] == "heading" { format!("# {}", text(block)) } else { text(block) };
    article["body"].as_array().unwrap().iter().map(shown).collect()
}

#[track_caller]
fn has_article(page: &Value, head: Value, text: &[&str]) {
    let article = &page["articles"][0];
    assert_eq!(fields(article, &HEAD), head);
    assert_eq!(body(article), text);
}

#[test]
fn an_article_set_in_tables() {
    let page = parsed(&page("table-article.html"));
    assert_eq!(fields(&page, &PAGE), json!(["江州日报", "2031-03-04", 2, "A02", "要闻"]));
    assert_eq!(page["furniture"], json!(["第A02版：要闻", "2031年03月04日 星期 二", "（下转A04版）"]));
    let lead = "本报记者 林 远 本报江州3月3日电（记者林远）";
    has_article(
        &page,
        json!(["汛期过去，航道疏通", "三座渡口同日复航 两岸居民重新坐船上班", "——首日运送旅客一万二千人次", lead]),
        &[
            "清晨六点，北门渡口的第一班船离岸。停航四个月之后，三座渡口同日恢复通航。",
            "“又能坐船上班了。”在渡口卖早点的周师傅说，停航这几个月，他的摊子只好搬到桥头。",
            "# 航道疏通用了一百天",
            "县交通局介绍，汛期带来的泥沙有三万多立方米，清淤船昼夜不停。",
        ],
    );
    assert_eq!(page["articles"][0]["continues"]["page_label"], "A04");
    let photo = &page["articles"][1];
    assert_eq!((&photo["kind"], &photo["credit"]), (&json!("photo"), &json!("周密 摄")));
    assert_eq!(page["articles"].as_array().unwrap().len(), 2);
}

#[test]
fn an_article_set_in_a_column() {
    let page = parsed(&page("column-article.html"));
    assert_eq!(fields(&page, &PAGE), json!(["江北日报", "2031-03-04", 5, null, "副刊"]));
    has_article(
        &page,
        json!(["水边手记", "夜航船又开了", "一位摆渡人的手记", "陶稻"]),
        &[
            "天黑以后，河面上只剩下一盏灯。灯是船上的，船是老人的。",
            "那时候没有桥。人们在岸边喊一声，船就慢慢地摇过来。",
            "我在这条船上坐了十一年。",
        ],
    );
    assert_eq!(page["articles"][0]["byline"], json!([{"role": null, "name": "陶稻"}]));
}

#[test]
fn an_article_of_a_later_system() {
    let page = parsed(&page("modern-article.html"));
    assert_eq!(fields(&page, &PAGE), json!(["江州晚报", "2031-03-04", 3, null, "民生"]));
    let head = ["为民办实事", "渡口装上了太阳能灯", "——北岸六个村走夜路不再摸黑", "本报记者 米棠 通讯员 邵海"];
    let text = [
        "入夜，北岸的六个渡口一个接一个亮了起来。",
        "新装的路灯白天晒太阳，夜里照路，一盏能亮十二个小时。",
        "“以前接孩子要打手电，现在不用了。”村民陶女士说。",
    ];
    has_article(&page, json!(head), &text);
    assert_eq!(page["articles"][1]["credit"], "邵海摄");
}

#[test]
fn an_article_whose_parts_are_named() {
    let page = parsed(&page("titled-article.html"));
    assert_eq!(fields(&page, &PAGE), json!(["江州商报", "2031-03-04", 7, null, "城事"]));
    let text = ["从今天起，市图书馆的阅览室开放到晚上十点。", "馆长说，这是读者在来信里提得最多的一件事。"];
    has_article(&page, json!(["读者来信有了回音", "图书馆夜里也开门", "阅览室延长到晚上十点", "记者 苇舟"]), &text);
}

#[test]
fn an_article_of_a_news_site_and_nothing_else_of_its_page() {
    let page = parsed(&page("news-site.html"));
    assert_eq!(fields(&page, &PAGE), json!(["River Post", "2031-03-04", null, null, null]));
    has_article(
        &page,
        json!([null, "The ferry that waits for the moon", null, "Ada Reed, Tom Marsh"]),
        &[
            "For ninety years the last boat from Northbank has left when the tide allows, and not a minute before.",
            "There is no timetable at the Northbank landing. There is a bench, a bell, and a man who looks at the water.",
            "“You ring, and if the sandbar is under, I come,” says the ferryman, who has rowed here since he was a boy. His grandfather rowed here too.",
            "# A bell and a bench",
            "The council has twice offered to build a bridge, and twice the village has voted against it.",
            "On moonless nights nobody crosses. On the others the boat is full.",
        ],
    );
    assert_eq!(page["articles"][0]["byline"][1]["name"], "Tom Marsh");
    assert_eq!(page["articles"].as_array().unwrap().len(), 1);
}

#[test]
fn an_article_of_a_chinese_site() {
    let page = parsed(&page("chinese-site.html"));
    assert_eq!(fields(&page, &["date", "furniture"]), json!(["2031-03-04", ["责任编辑：米棠"]]));
    has_article(
        &page,
        json!([null, "渡口旁开了一家旧书店", null, "江北网讯（记者 邵海）"]),
        &[
            "候船的二十分钟能做什么？在北门渡口，答案是读书。",
            "# 三千册旧书摆上架",
            "书店不大，只有四十平方米，三千册旧书从地板摆到天花板。店主陶稻说，这些书都是坐船的人送来的。",
            "“有人上船前放下一本，下船回来又拿走另一本。”他说。",
            "书店每天从头班船开到末班船，不收一分钱。",
        ],
    );
}

#[test]
fn what_holds_no_article_is_refused_by_name() {
    let user = User::new();
    user.write("menu.html", "<!DOCTYPE html><ul><li><a href=1>渡口</a><li><a href=2>灯塔</a></ul><p>版权所有");
    user.write("index.html", fs::read(page("table-index.html")).unwrap());
    let run = user.run(&["import", "menu.html", "index.html"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("menu.html: there is no article on this HTML page"), "{}", run.err);
    assert!(run.err.contains("index.html: this HTML page is the index of a newspaper page"), "{}", run.err);
    assert_eq!(user.done(&["list", "--format", "json"]).replace('\n', ""), "[]");
}

#[test]
fn an_article_is_read_in_its_encoding_and_whatever_its_name() {
    let html = fs::read_to_string(page("column-article.html")).unwrap();
    let plain = parsed(&page("column-article.html"))["articles"][0]["id"].clone();
    let user = User::new();
    let (gbk, ..) = encoding_rs::GB18030.encode(&html);
    let declared = html.replace("charset=UTF-8", "charset=gb2312");
    let (declared, ..) = encoding_rs::GB18030.encode(&declared);
    let wide: Vec<u8> = "\u{FEFF}".encode_utf16().chain(html.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [("a.txt", &gbk[..]), ("b.html", &declared), ("c", &wide)] {
        let path = user.write(name, bytes);
        assert_eq!(parsed(&path)["articles"][0]["id"], plain, "{name}");
    }
}

#[test]
fn nothing_of_the_lines_is_lost_and_nothing_made_up() {
    for entry in fs::read_dir(page("")).unwrap() {
        let path = entry.unwrap().path();
        // An index holds no article.
        if path.to_str().unwrap().ends_with("-index.html") {
            continue;
        }
        let lines = User::new().done(&["parse", "--format", "lines", path.to_str().unwrap()]);
        let page = parsed(&path);
        let mut texts: Vec<&str> = page["furniture"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        for article in page["articles"].as_array().unwrap() {
            texts.extend(HEAD.iter().chain(&["credit"]).filter_map(|part| article[*part].as_str()));
            texts.extend(article["body"].as_array().unwrap().iter().filter_map(|block| block["text"].as_str()));
        }
        assert_eq!(counts(&texts.concat()), counts(&lines), "{}", path.display());
    }
}

fn counts(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    text.chars().filter(|c| !c.is_whitespace()).for_each(|c| *counts.entry(c).or_default() += 1);
    counts
}

#[test]
fn hostile_pages_end_soon_and_break_nothing() {
    let user = User::new();
    let many = |piece: &str| piece.repeat(50_000);
    let pages = [
        many("<div>"),
        many("<p><a href=x>"),
        many("<table><tr><td>渡口"),
        format!("<p>{}", many("</p></div>")),
        many("<b><i>渡口的船开了。"),
        "<html><".repeat(100_000),
        format!("<html><!--{}", many("enpproperty <title>")),
        format!("<html><p class='{}'>渡口", many("ad ")),
        format!("<html>{}", many("<founder-title>渡口")),
        format!("<html><script type=application/ld+json>{}", many("[")),
        format!(
            "<html><map name=pagepicmap>{}",
            many("<area coords='0,0,9,0,9,9' href=1.htm><a href=1.htm><i id=mp1>")
        ),
        format!("<html><map name=pagepicmap>{}<div id=ozoom>渡口", many("<area coords='1,1,2,9,9,1' href=渡.htm>")),
        format!("<html><meta name=author content='{}'>{}", many("&lt;b&gt;"), many("<meta name=date content=2031>")),
        format!("<!doctype html><h1>渡口</h1>{}", many("<p>河水退了，船又开了，岸边的人都来看。")),
    ];
    for (n, html) in pages.iter().enumerate() {
        let path = user.write("page.html", html);
        let begun = std::time::Instant::now();
        let run = user.run(&["parse", "--format", "lines", path.to_str().unwrap()]);
        assert!(matches!(run.code, Some(0 | 1)) && !run.err.contains("panicked"), "{n}: {}", run.err);
        assert!(begun.elapsed().as_secs() < 20, "{n}: {:?}", begun.elapsed());
    }
}
