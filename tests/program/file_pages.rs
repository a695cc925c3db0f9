//! Files with many pages, through the real program.

#![allow(clippy::unwrap_used)]

use serde_json::Value;

use crate::user::User;

/// Two newspaper pages of one file, each with its folio.
const TWO_PAGES: &str = "第2版 要闻\n江北日报\n2031年3月4日 星期二\n渡口修好了两座栈桥\n本报记者 柯 蓝\n\
    江北的两座栈桥上月动工，如今都已修好，\n桥面铺的是旧船拆下来的木板，踩上去不滑。\n\
    摆渡的老人说，雨天也能稳稳地走到船边。\n\u{C}第3版 文化\n江北日报\n2031年3月4日 星期二\n粮仓里办起读书会\n本报记者 陶 稻\n\
    河东的老粮仓每个周末有一场读书会，来的\n人自己带凳子，读完的书放在门厅的架子上。\n\u{C}";

/// An issue that was set anew in one column: texts run over the pages of the file, and a source line
/// stands below each head.
const SET_ANEW: &str = "渡口修好了两座栈桥\n《江北日报》（2031年03月04日 第 02 版）\n\
    江北的两座栈桥上月动工，如今都已修好，桥面铺的是旧船拆\n下来的木板，踩上去不滑。摆渡的老人说，雨天也能稳稳地走到船\n\
    第 1 页\n\u{C}边，不用再扶着缆绳。两岸的人家凑钱买了灯，挂在桥头，夜里\n也有人过河。\n\
    粮仓里办起读书会\n《江北日报》（2031年03月04日 第 03 版）\n\
    河东的老粮仓每个周末有一场读书会，来的人自己带凳子，读\n完的书放在门厅的架子上，谁都可以借走。\n第 2 页\n\u{C}";

fn pages(user: &User, text: &str) -> Vec<Value> {
    user.write("issue.txt", text);
    let parsed: Value = serde_json::from_str(&user.done(&["parse", "issue.txt"])).unwrap();
    parsed["pages"].as_array().unwrap().clone()
}

/// What a page is, in a line.
fn summary(page: &Value) -> String {
    let headlines: Vec<&str> =
        page["articles"].as_array().unwrap().iter().map(|a| a["headline"].as_str().unwrap_or("-")).collect();
    format!("{} {} {} {}", page["source_page"], page["date"], page["page_number"], headlines.join(" "))
}

#[test]
fn pages_with_folios_of_their_own_are_newspaper_pages() {
    let user = User::new();
    let pages = pages(&user, TWO_PAGES);
    let found: Vec<String> = pages.iter().map(summary).collect();
    assert_eq!(found, [r#"1 "2031-03-04" 2 渡口修好了两座栈桥"#, r#"2 "2031-03-04" 3 粮仓里办起读书会"#]);
    assert_eq!(pages[1]["page_name"], "文化");
    assert_eq!(pages[1]["articles"][0]["lines"], serde_json::json!([[12, 15]]));
}

#[test]
fn an_issue_set_anew_is_read_through_and_parted_by_its_source_lines() {
    let user = User::new();
    let pages = pages(&user, SET_ANEW);
    let found: Vec<String> = pages.iter().map(summary).collect();
    assert_eq!(found, [r#"1 "2031-03-04" 2 渡口修好了两座栈桥"#, r#"2 "2031-03-04" 3 粮仓里办起读书会"#]);
    let body = pages[0]["articles"][0]["body"].as_array().unwrap();
    assert_eq!(body.len(), 1);
    assert!(body[0]["text"].as_str().unwrap().contains("走到船边，不用再扶着缆绳"));
    assert_eq!(pages[0]["publication"], "江北日报");
}

#[test]
fn each_newspaper_page_of_a_file_is_a_page_of_the_library() {
    let user = User::new();
    user.write("issue.txt", TWO_PAGES);
    assert!(user.run(&["import", "issue.txt"]).err.contains("2 pages new, 2 articles"));
    assert!(user.run(&["import", "issue.txt"]).err.contains("2 already known"));
    let list: Value = serde_json::from_str(&user.done(&["list", "--format", "json"])).unwrap();
    let numbers: Vec<_> = list.as_array().unwrap().iter().map(|row| row["page_number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, [2, 3]);
}

#[test]
fn what_cannot_be_decoded_is_counted() {
    let user = User::new();
    user.write("page.txt", [SET_ANEW.as_bytes(), b"\xE6\xB2 \xFF\n"].concat());
    let run = user.run(&["parse", "page.txt"]);
    assert_eq!(run.code, Some(0));
    assert!(run.err.contains("page.txt: ") && run.err.contains("could not be decoded"), "{}", run.err);
}
