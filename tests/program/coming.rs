//! What comes in and how it is put right, through the real program.

#![allow(clippy::unwrap_used)]

use crate::user::User;
use serde_json::Value;

/// Pages of our own that say neither newspaper nor day.
const FERRY: &str = "两岸渡口年内改建\n本报江州5月2日讯（记者 林远）江州两岸的渡口今年改建，候船室已经封顶，\n\
    轮渡将于明年春天复航，5G信号覆盖全程。\n";
const LIBRARY: &str = "图书馆延长开放\n本报江州5月3日讯（记者 周敏）市图书馆今起延长开放时间，每天晚上九时半闭馆，\n\
    双休日照常开放。\n";

/// The articles' headlines with what is said of their pages.
fn listed(user: &User) -> Vec<String> {
    let list: Value = serde_json::from_str(&user.done(&["list", "--format", "json"])).unwrap();
    let word = |item: &Value, key: &str| match &item[key] {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let line =
        |item: &Value| ["headline", "publication", "date", "page_number", "page_name"].map(|key| word(item, key));
    list.as_array().unwrap().iter().map(|item| line(item).join(" ")).collect()
}

#[test]
fn what_a_page_does_not_say_is_said_by_hand_and_stays() {
    let user = User::new();
    user.write("ferry.txt", FERRY);
    user.done(&["import", "ferry.txt"]);
    assert_eq!(listed(&user), ["两岸渡口年内改建 - - - -"]);
    let given = ["--publication", "江州日报", "--date", "2031-03-04", "--page-number", "3", "--page-name", "要闻"];
    user.done(&[&["import", "ferry.txt"], &given[..]].concat());
    let expected = ["两岸渡口年内改建 江州日报 2031-03-04 3 要闻"];
    assert_eq!(listed(&user), expected);
    user.done(&["import", "ferry.txt"]);
    // The same page in another reading, corrected a little.
    user.write("again.txt", FERRY.replace("候船室已经封顶", "候船大厅已经封顶"));
    user.done(&["import", "again.txt"]);
    assert_eq!(listed(&user), expected);
    user.done(&["import", "again.txt", "--date", "2031-03-05"]);
    assert_eq!(listed(&user), ["两岸渡口年内改建 江州日报 2031-03-05 3 要闻"]);
}

#[test]
fn what_the_page_says_stands_above_what_is_said_of_it() {
    let user = User::new();
    user.write("page.txt", format!("江北日报 2031年3月4日 星期二 第2版\n{FERRY}"));
    user.done(&["import", "page.txt", "--publication", "江州日报", "--page-number", "7", "--page-name", "要闻"]);
    assert_eq!(listed(&user), ["两岸渡口年内改建 江北日报 2031-03-04 2 要闻"]);
}

#[test]
fn names_of_files_and_folders_say_what_the_page_does_not() {
    let user = User::new();
    user.write("江州日报/2031-03-04/第3版.txt", FERRY);
    user.write("papers/jzrb20310305007.txt", LIBRARY);
    user.done(&["import", "江州日报", "papers"]);
    assert_eq!(listed(&user), ["图书馆延长开放 - 2031-03-05 7 -", "两岸渡口年内改建 江州日报 2031-03-04 3 -"]);
    // Where the page comes under another name, what was known stays.
    user.write("x.txt", FERRY);
    user.done(&["import", "x.txt"]);
    assert_eq!(listed(&user).len(), 2);
    assert_eq!(listed(&user)[1], "两岸渡口年内改建 江州日报 2031-03-04 3 -");
}

#[test]
fn pages_without_a_date_stand_at_the_day_of_their_import() {
    let user = User::new();
    user.write("later/a.txt", format!("江北日报 2131年3月4日 星期二 第2版\n{FERRY}"));
    user.write("earlier/b.txt", LIBRARY);
    user.done(&["import", "earlier", "later"]);
    let list = listed(&user);
    assert!(list[0].starts_with("两岸渡口") && list[1].starts_with("图书馆"), "{list:?}");
    let since = user.done(&["list", "--since", "2000-01-01"]);
    assert!(since.contains("两岸渡口") && !since.contains("图书馆"), "{since}");
}

#[test]
fn a_number_is_said_of_one_page() {
    let user = User::new();
    user.write("papers/ferry.txt", FERRY);
    for paths in [&["papers"][..], &["papers/ferry.txt", "papers"]] {
        let run = user.run(&[&["import", "--page-number", "3"], paths].concat());
        assert!(run.code == Some(2) && run.err.contains("of one page"), "{run:?}");
    }
    let run = user.run(&["import", "--date", "2031-02-30", "papers"]);
    assert!(run.code == Some(2) && run.err.contains("is no date"), "{run:?}");
}
