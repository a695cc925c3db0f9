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
    // Another reading that is silent takes nothing from it.
    user.write("again.txt", FERRY.replace("候船室已经封顶", "候船大厅已经封顶"));
    user.done(&["import", "again.txt", "--page-name", "城事"]);
    user.done(&["library", "reparse"]);
    assert_eq!(listed(&user), ["两岸渡口年内改建 江北日报 2031-03-04 2 城事"]);
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

#[test]
fn what_in_a_folder_is_no_page_is_left_out_by_name() {
    let user = User::new();
    user.write("papers/ferry.txt", FERRY);
    user.write("papers/README.md", LIBRARY);
    user.write("papers/index.json", "{\"渡口\": 3}");
    user.write("papers/tools/crawl.py", "print('渡口')\n");
    user.write("papers/news.xml", "<?xml version='1.0'?><rss><channel><title>渡口</title></channel></rss>");
    let run = user.run(&["import", "papers"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    for said in ["README.md", "index.json", "crawl.py", "news.xml", "--all"] {
        assert!(run.err.contains(said), "{said}: {run:?}");
    }
    assert_eq!(listed(&user).len(), 1);
    user.done(&["import", "papers/README.md"]);
    assert_eq!(listed(&user).len(), 2);
    let all = user.run(&["import", "--all", "papers"]);
    assert!(!all.err.contains("left out") && listed(&user).len() > 2, "{all:?}");
}

#[test]
fn fragments_are_said_to_be_some() {
    let user = User::new();
    user.write("table.txt", (1..30).map(|n| format!("本报讯 {n}。\n\n")).collect::<String>());
    let run = user.run(&["import", "table.txt"]);
    assert!(run.err.contains("are fragments without a headline"), "{run:?}");
    user.write("ferry.txt", FERRY);
    assert!(!user.run(&["import", "ferry.txt"]).err.contains("fragments"));
}

/// An archive of these files, as they are.
fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut body, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let sizes = [0u32, text.len() as u32, text.len() as u32].map(u32::to_le_bytes).concat();
        let lengths = [name.len() as u16, 0].map(u16::to_le_bytes).concat();
        let common = [&[20u8, 0, 0, 0, 0, 0, 0, 0, 0, 0], sizes.as_slice(), &lengths].concat();
        let offset = (body.len() as u32).to_le_bytes();
        directory.extend([b"PK\x01\x02\x14\0", common.as_slice(), &[0; 10], &offset, name.as_bytes()].concat());
        body.extend([b"PK\x03\x04", common.as_slice(), name.as_bytes(), text.as_bytes()].concat());
    }
    let count = (files.len() as u16).to_le_bytes();
    let (size, offset) = ((directory.len() as u32).to_le_bytes(), (body.len() as u32).to_le_bytes());
    let end = [b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &size, &offset, &[0, 0]].concat();
    [body, directory, end].concat()
}

#[test]
fn packed_pages_are_read() {
    let user = User::new();
    let files = [("江州日报/2031-03-04/第3版.txt", FERRY), ("README.md", "notes"), ("2031-03-05-02.txt", LIBRARY)];
    user.write("papers.zip", zip(&files));
    let run = user.run(&["import", "papers.zip"]);
    assert!(run.code == Some(0) && run.err.contains("README.md"), "{run:?}");
    assert_eq!(listed(&user), ["图书馆延长开放 - 2031-03-05 2 -", "两岸渡口年内改建 江州日报 2031-03-04 3 -"]);
    let mut packed = b"\x1F\x8B\x08\0\0\0\0\0\0\x03".to_vec();
    let text = "灯塔重修\n本报江州5月4日讯（记者 林远）灯塔今年重修。\n";
    packed.extend(miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 6));
    packed.extend([[0; 4], (text.len() as u32).to_le_bytes()].concat());
    user.write("lighthouse.txt.gz", &packed);
    let run = user.run(&["import", "lighthouse.txt.gz"]);
    assert!(run.err.contains("1 page new"), "{run:?}");
    user.write("broken.zip", &zip(&files)[..80]);
    let run = user.run(&["import", "broken.zip"]);
    assert!(run.code == Some(1) && run.err.contains("broken.zip: it cannot be unpacked"), "{run:?}");
}

#[test]
fn the_last_import_is_undone() {
    let user = User::new();
    user.write("ferry.txt", FERRY);
    user.done(&["import", "ferry.txt"]);
    let before = listed(&user);
    let text = |user: &User| user.done(&["export", "--format", "text"]);
    let as_it_was = text(&user);
    user.write("papers/ferry-better.txt", FERRY.replace("已经封顶", "昨天已经封顶"));
    user.write("papers/library.txt", LIBRARY);
    user.done(&["import", "papers", "--date", "2031-03-04"]);
    assert!(text(&user).contains("昨天已经封顶") && listed(&user).len() == 2);
    let asked = user.run(&["undo"]);
    assert!(asked.err.contains("1 page with 1 article go; 1 page comes back as it was"), "{asked:?}");
    assert_eq!(listed(&user).len(), 2, "it was not agreed to");
    user.done(&["undo", "--yes"]);
    assert_eq!((listed(&user), text(&user)), (before, as_it_was));
    assert!(user.done(&["library", "check"]).is_empty());
    let again = user.run(&["undo", "--yes"]);
    assert!(again.code == Some(1) && again.err.contains("no import to undo"), "{again:?}");
    user.done(&["import", "papers"]);
    assert!(text(&user).contains("昨天已经封顶"), "what was undone may come again");
}

#[test]
fn pages_that_stood_in_for_a_whole_one_give_way_again() {
    let user = User::new();
    let whole = format!("{FERRY}\n{LIBRARY}");
    user.write("whole.txt", &whole);
    user.done(&["import", "whole.txt"]);
    let before = listed(&user);
    user.write("parts/a.txt", FERRY);
    user.write("parts/b.txt", LIBRARY);
    user.done(&["import", "parts"]);
    user.done(&["undo", "--yes"]);
    assert_eq!(listed(&user), before);
    assert!(user.done(&["list", "--sources"]).contains("whole.txt"));
    assert!(user.done(&["library", "check"]).is_empty());
}

#[test]
fn sources_are_listed_and_pages_removed_up_to_a_day() {
    let user = User::new();
    user.write("old.txt", format!("江北日报 2031年3月4日 星期二 第2版\n{FERRY}"));
    user.write("new.txt", LIBRARY);
    user.done(&["import", "old.txt", "new.txt"]);
    let sources: Value = serde_json::from_str(&user.done(&["list", "--sources", "--format", "json"])).unwrap();
    assert_eq!(sources[1]["source"], "old.txt");
    assert_eq!((&sources[1]["publication"], &sources[1]["date"]), (&"江北日报".into(), &"2031-03-04".into()));
    assert_eq!((&sources[0]["pages"], &sources[0]["articles"]), (&1.into(), &1.into()));
    assert!(sources[0]["imported"].is_string() && sources[0]["date"].is_null());
    let asked = user.run(&["remove", "--until", "2031-03-04"]);
    assert!(asked.err.contains("Remove 1 article of 1 page of 2031-03-04"), "{asked:?}");
    user.done(&["remove", "--until", "2031-03-04", "--yes"]);
    assert_eq!(listed(&user), ["图书馆延长开放 - - - -"]);
}

#[test]
fn the_stored_pages_are_read_anew_without_their_files() {
    let user = User::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["tests/html", "tests/pages"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "html" || ending == "txt") {
                user.write(&format!("papers/{}", path.file_name().unwrap().display()), std::fs::read(&path).unwrap());
            }
        }
    }
    user.write("papers/two.txt", format!("{FERRY}\u{C}{LIBRARY}"));
    user.run(&["import", "papers", "--publication", "江州日报"]);
    std::fs::remove_dir_all(user.path("papers")).unwrap();
    let whole = |user: &User| user.done(&["export", "--limit", "0", "--format", "jsonl"]);
    let before = whole(&user);
    let run = user.run(&["library", "reparse"]);
    assert!(run.code == Some(0) && run.err.contains(" 0 changed"), "{run:?}");
    assert_eq!(whole(&user), before);
    // What an earlier parser took for another number, and for another headline.
    let library = rusqlite::Connection::open(user.library()).unwrap();
    library.execute("UPDATE pages SET number = 99 WHERE source LIKE '%two.txt'", []).unwrap();
    drop(library);
    let run = user.run(&["library", "reparse"]);
    assert!(run.err.contains(" 2 changed") || run.err.contains(" 1 changed"), "{run:?}");
    assert_eq!(whole(&user).lines().count(), before.lines().count());
    assert!(!user.done(&["list", "--format", "json"]).contains("\"page_number\":99"));
}
