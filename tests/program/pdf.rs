//! PDF files through the real program: what is read of them, and what becomes of those that are not meant
//! to be read.

#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::pdf_file::{PdfFile, hex, text};
use crate::user::{Run, User};

/// The lines of a page with these contents.
fn lines(contents: &str) -> Vec<String> {
    lines_of(&PdfFile::new().page(contents))
}

fn lines_of(file: &PdfFile) -> Vec<String> {
    let user = User::new();
    user.write("page.pdf", file.bytes());
    user.done(&["parse", "--format", "lines", "page.pdf"]).lines().map(str::to_owned).collect()
}

fn printed(contents: &str) -> Vec<Value> {
    let user = User::new();
    user.write("page.pdf", PdfFile::new().page(contents).bytes());
    let lines = user.done(&["parse", "--format", "lines-json", "page.pdf"]);
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What is said of a file.
fn run(bytes: &[u8]) -> Run {
    let user = User::new();
    user.write("page.pdf", bytes);
    user.run(&["parse", "page.pdf"])
}

#[track_caller]
fn refused(bytes: &[u8], why: &str) {
    let run = run(bytes);
    assert_eq!((run.code, run.err.as_str()), (Some(1), format!("paper-reader: page.pdf: {why}\n").as_str()));
}

#[test]
fn a_line_has_its_box_and_its_size() {
    let printed = printed(&text("Song", 10.0, 40.0, 500.0, "渡口今天开工"));
    assert_eq!(
        printed[0].to_string(),
        r#"{"page":1,"text":"渡口今天开工","box":[40.0,91.2,100.0,101.2],"size":10.0,"weight":null,"setting":"horizontal"}"#
            .parse::<Value>()
            .unwrap()
            .to_string()
    );
}

#[test]
fn an_article_has_its_boxes() {
    let column = |x: f32, lines: [&str; 3]| -> String {
        lines.iter().zip(0..).map(|(line, n)| text("Song", 10.0, x, 500.0 - 14.0 * n as f32, line)).collect()
    };
    let head = text("Song", 20.0, 40.0, 530.0, "渡口修好了两座栈桥");
    let left = ["江北的两座栈桥上月动工如今都", "已修好桥面铺的是旧船拆下来的", "木板踩上去不滑摆渡的老人说雨"];
    let right = ["天也能走到船边不用再扶着缆绳", "两岸的人家凑钱买了灯挂在桥头", "夜里也有人过河。"];
    let page = head + &column(40.0, left) + &column(200.0, right);
    let user = User::new();
    user.write("issue.pdf", PdfFile::new().page("").page(page).bytes());
    let parsed: Value = serde_json::from_str(&user.done(&["parse", "issue.pdf"])).unwrap();
    let articles = parsed["pages"][0]["articles"].as_array().unwrap();
    let corners =
        |placed: &Value| placed.as_array().unwrap().iter().map(|n| n.as_f64().unwrap().round()).collect::<Vec<_>>();
    let boxes: Vec<_> = articles[0]["boxes"].as_array().unwrap().iter().map(corners).collect();
    assert_eq!(articles.len(), 1, "{articles:?}");
    assert_eq!(
        boxes,
        [[2.0, 40.0, 52.0, 220.0, 72.0], [2.0, 40.0, 91.0, 180.0, 129.0], [2.0, 200.0, 91.0, 340.0, 129.0]]
    );
    user.write("page.txt", "渡口修好了两座栈桥\n\n本报讯 江北的两座栈桥上月动工。\n");
    assert!(!user.done(&["parse", "page.txt"]).contains("boxes"));
}

#[test]
fn lines_of_two_columns_stay_apart() {
    let row =
        |y: f32, left: &str, right: &str| text("Song", 10.0, 40.0, y, left) + &text("Song", 10.0, 112.0, y, right);
    let page = row(500.0, "渡口今天开工", "粮仓办读书会") + &row(486.0, "两座栈桥修，", "带凳子来读书");
    assert_eq!(lines(&page), ["渡口今天开工", "粮仓办读书会", "两座栈桥修，", "带凳子来读书"].map(str::to_owned));
}

#[test]
fn a_line_that_runs_over_a_gutter_is_cut_where_others_show_it() {
    let mut page = String::new();
    for row in 0..5 {
        let y = 500.0 - 14.0 * row as f32;
        let (left, right) = ("渡口今天开工了", "粮仓办起读书会");
        page += &if row == 2 {
            format!("BT /Song 10 Tf 40 {y} Td [{} -700 {}] TJ ET\n", hex(left), hex(right))
        } else {
            text("Song", 10.0, 40.0, y, left) + &text("Song", 10.0, 117.0, y + 5.0, right)
        };
    }
    assert!(lines(&page).iter().all(|line| line.chars().count() == 7), "{:?}", lines(&page));
}

#[test]
fn what_is_printed_twice_is_read_once() {
    let bold = text("Song", 12.0, 40.0, 500.0, "渡口") + &text("Song", 12.0, 40.5, 500.0, "渡口");
    let outlined = format!("BT 2 Tr /Song 12 Tf 40 400 Td {} Tj ET", hex("灯塔灯塔"));
    assert_eq!(lines(&(bold + &outlined)), ["渡口", "灯塔灯塔"]);
}

#[test]
fn hidden_text_is_left_out_where_other_text_is() {
    let seen = text("Song", 12.0, 40.0, 500.0, "看得见");
    let invisible = format!("BT 3 Tr /Song 12 Tf 40 450 Td {} Tj 0 Tr ET\n", hex("看不见"));
    let white = format!("1 g {} 0 g\n", text("Song", 12.0, 40.0, 400.0, "白纸白字"));
    let outside = text("Song", 12.0, 640.0, 350.0, "纸外");
    let clipped = format!("q 0 0 10 10 re W n {} Q\n", text("Song", 12.0, 40.0, 300.0, "剪掉"));
    let on_black = format!("0 g 30 190 200 30 re f 1 g {} 0 g\n", text("Song", 12.0, 40.0, 200.0, "黑底白字"));
    let all = seen + &invisible + &white + &outside + &clipped + &on_black;
    assert_eq!(lines(&all), ["看得见", "黑底白字"]);
    assert_eq!(lines(&(invisible + &white)), ["看不见", "白纸白字"]);
}

#[test]
fn the_text_of_a_scan_is_read_below_its_picture() {
    let words = "渡口今天开工，两座栈桥修好了";
    let hidden = format!("BT 3 Tr /Song 12 Tf 40 450 Td {} Tj 0 Tr ET\n", hex(words));
    let picture = "q 400 0 0 600 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n";
    let stamp = text("Song", 8.0, 200.0, 20.0, "7");
    assert_eq!(lines(&(picture.to_owned() + &hidden + &stamp)), [words, "7"]);
    assert_eq!(lines(&(hidden + &stamp)), ["7"]);
}

#[test]
fn vertical_lines_are_read_from_the_top_down() {
    let set = text("Down", 12.0, 300.0, 500.0, "渡口今天开工");
    let by_hand: String = "灯塔点灯"
        .chars()
        .zip(0..)
        .map(|(c, down)| text("Song", 12.0, 200.0, 500.0 - 14.0 * down as f32, &c.to_string()))
        .collect();
    let printed = printed(&(set + &by_hand));
    let lines: Vec<_> = printed.iter().map(|line| (line["text"].as_str(), line["setting"].as_str())).collect();
    assert_eq!(lines, [(Some("渡口今天开工"), Some("vertical")), (Some("灯塔点灯"), Some("vertical"))]);
}

#[test]
fn a_page_is_turned_as_it_says() {
    let turned = format!("BT /Song 12 Tf 0 1 -1 0 100 40 Tm {} Tj ET", hex("渡口今天开工"));
    assert_eq!(lines_of(&PdfFile::new().page_with("/Rotate 90", turned.clone())), ["渡口今天开工"]);
    assert_eq!(printed(&turned)[0]["setting"], "turned");
}

#[test]
fn gaps_between_words_are_spaces() {
    let words = "BT /Sans 10 Tf 40 500 Td [(The) -300 (ferry) -300 (has) -40 (ten)] TJ ET";
    assert_eq!(lines(words), ["The ferry hasten"]);
    let spread = format!("BT /Song 20 Tf 40 400 Td [{} -1000 {} -1000 {}] TJ ET", hex("江"), hex("北"), hex("报"));
    assert_eq!(lines(&spread), ["江北报"]);
}

#[test]
fn what_characters_mean_is_read_from_what_the_file_says() {
    let told = |codes: &str| format!("BT /Told 10 Tf 40 500 Td <{codes}> Tj ET\n");
    assert_eq!(lines(&told("000400050001")), ["人山\u{AD}"]);
    let user = User::new();
    let page = told("00050002000300050005");
    user.write("page.pdf", PdfFile::new().page(page).bytes());
    let run = user.run(&["parse", "page.pdf"]);
    assert_eq!(run.err, "paper-reader: page.pdf: 1 of 4 characters could not be read\n");
    assert_eq!(user.done(&["parse", "--format", "lines", "page.pdf"]), "山 \u{E001}山山\n");
}

#[test]
fn a_pdf_is_known_by_its_content() {
    let user = User::new();
    let bytes = PdfFile::new().page(text("Song", 10.0, 40.0, 500.0, "渡口今天开工")).bytes();
    user.write("page.txt", &bytes);
    assert_eq!(user.done(&["parse", "--format", "lines", "page.txt"]), "渡口今天开工\n");
    let mut reading = user
        .command(&["parse", "--format", "lines", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    reading.stdin.take().unwrap().write_all(&bytes).unwrap();
    assert_eq!(reading.wait_with_output().unwrap().stdout, "渡口今天开工\n".as_bytes());
}

#[test]
fn pages_keep_their_numbers() {
    let page = |words: &str| text("Song", 10.0, 40.0, 500.0, words);
    let file = PdfFile::new().page("").page(page("渡口")).page("").page(page("灯塔"));
    let user = User::new();
    user.write("issue.pdf", file.bytes());
    let lines = user.done(&["parse", "--format", "lines-json", "issue.pdf"]);
    let pages: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["page"].clone()).collect();
    assert_eq!(pages, [2, 4]);
}

#[test]
fn a_form_feed_parts_the_pages_of_a_text() {
    let user = User::new();
    user.write("page.txt", "渡口\n\n灯塔\n\u{C}粮仓\n");
    assert_eq!(user.done(&["parse", "--format", "lines", "page.txt"]), "渡口\n灯塔\n\u{C}粮仓\n");
    let json = user.done(&["parse", "--format", "lines-json", "page.txt"]);
    assert!(json.starts_with(r#"{"page":1,"text":"渡口","box":null,"#), "{json}");
}

#[test]
fn what_gives_no_text_is_said_in_a_sentence() {
    let one = |contents: &str| PdfFile::new().page(contents).bytes();
    refused(&one("0 0 100 100 re f"), "this PDF is a picture: there is no text in it");
    refused(
        &one("BT /Blank 10 Tf 40 500 Td <00010002> Tj ET"),
        "its text cannot be read: what its characters mean is not said in the PDF",
    );
    refused(b"%PDF-1.7\n", "this PDF is damaged or cut off: no page can be found in it");
    refused(&PdfFile::new().bytes(), "this PDF has no pages");
    let lock =
        format!("/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00> <00>]", "5a".repeat(32));
    let locked = PdfFile::new().page(text("Song", 10.0, 40.0, 500.0, "渡口")).trailer(&lock);
    refused(&locked.bytes(), "a password protects this PDF");
}

#[test]
fn what_takes_too_much_costs_that_file_alone() {
    let user = User::new();
    let whole = PdfFile::new().page(text("Song", 10.0, 40.0, 500.0, "渡口今天开工"));
    user.write("a.pdf", PdfFile::new().page("BT /Bomb 10 Tf 40 500 Td <0001> Tj ET").bytes());
    user.write("b.pdf", PdfFile::new().page("BT /Sans 1 Tf (x) Tj ET\n".repeat(500_000)).bytes());
    user.write("c.pdf", whole.bytes());
    let begun = Instant::now();
    let run = user.run(&["parse", "--format", "lines", "a.pdf", "b.pdf", "c.pdf"]);
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
    assert_eq!((run.code, run.out.as_str()), (Some(1), "渡口今天开工\n"));
    let faults: Vec<&str> = run.err.lines().collect();
    assert_eq!(
        faults,
        [
            "paper-reader: a.pdf: reading this PDF takes more memory or time than is allowed",
            "paper-reader: b.pdf: there is more on this page of the PDF than is read",
        ]
    );
}

/// An issue of so many pages: each a newspaper page with its folio and one article, but those of these numbers,
/// that nothing can read.
fn issue(pages: usize, bombs: &[usize]) -> Vec<u8> {
    let page = |file: PdfFile, number: usize| {
        let folio = text("Song", 9.0, 40.0, 570.0, &format!("2031年3月4日 第{number}版 要闻 江北日报"));
        let head = text("Song", 20.0, 40.0, 530.0, &format!("渡口第{number}座栈桥修好了"));
        let body = text("Song", 10.0, 60.0, 500.0, &format!("本报讯 江北的第{number}座栈桥上月动工，"))
            + &text("Song", 10.0, 40.0, 486.0, "如今已修好，雨天也能走到船边。");
        let bomb = "BT /Bomb 10 Tf 40 500 Td <0001> Tj ET".to_owned();
        file.page(if bombs.contains(&number) { bomb } else { folio + &head + &body })
    };
    (1..=pages).fold(PdfFile::new(), page).bytes()
}

fn headlines(parsed: &str) -> Vec<(u64, String)> {
    let parsed: Value = serde_json::from_str(parsed).unwrap();
    let pages = parsed["pages"].as_array().unwrap().iter();
    pages
        .map(|page| {
            (page["source_page"].as_u64().unwrap(), page["articles"][0]["headline"].as_str().unwrap().to_owned())
        })
        .collect()
}

fn expected(pages: impl Iterator<Item = u64>) -> Vec<(u64, String)> {
    pages.map(|number| (number, format!("渡口第{number}座栈桥修好了"))).collect()
}

#[test]
fn the_pages_of_an_issue_come_in_their_order() {
    let user = User::new();
    user.write("issue.pdf", issue(40, &[]));
    assert_eq!(headlines(&user.done(&["parse", "issue.pdf"])), expected(1..=40));
    let lines = user.done(&["parse", "--format", "jsonl", "issue.pdf"]);
    let first_lines: Vec<u64> = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["lines"][0][0].as_u64().unwrap())
        .collect();
    assert_eq!(first_lines, (0..40).map(|page| 2 + 4 * page).collect::<Vec<_>>(), "lines are counted through the file");
}

#[test]
fn a_page_that_cannot_be_read_costs_that_page_alone() {
    let user = User::new();
    user.write("issue.pdf", issue(12, &[1, 5]));
    let run = user.run(&["parse", "issue.pdf"]);
    assert_eq!(run.code, Some(1));
    assert_eq!(headlines(&run.out), expected((1..=12).filter(|page| ![1, 5].contains(page))));
    let why = "reading this PDF takes more memory or time than is allowed";
    let places = ["issue.pdf", "issue.pdf, page 5"];
    assert_eq!(run.err, places.map(|place| format!("paper-reader: {place}: {why}\n")).concat());
}

#[test]
fn an_import_that_was_broken_off_ends_the_same() {
    let user = User::new();
    user.write("issue.pdf", issue(60, &[]));
    let mut importing = user.command(&["import", "issue.pdf"]).stderr(Stdio::null()).spawn().unwrap();
    let first = Instant::now();
    while user.run(&["list"]).out.is_empty() {
        assert!(first.elapsed() < Duration::from_secs(60), "no page comes in");
    }
    importing.kill().unwrap();
    importing.wait().unwrap();
    assert!(user.run(&["import", "issue.pdf"]).err.contains("already known"));
    let whole = User::new();
    whole.write("issue.pdf", issue(60, &[]));
    assert!(whole.run(&["import", "issue.pdf"]).err.contains("60 pages new"));
    assert_eq!(user.done(&["list"]), whole.done(&["list"]));
}
