//! The commands, through the real program.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Write;
use std::process::Stdio;

use crate::user::User;
use paper_reader::text::Metrics;
use serde_json::Value;

/// A page of our own: one piece of news, as a text layer gives it.
const FERRY: &str = "两岸渡口年内改建\n本报江州5月2日讯（记者 林远）江州两岸的渡口今年改建，候船室已经封顶，\n\
    轮渡将于明年春天复航，5G信号覆盖全程。\n";
const LIBRARY: &str = "图书馆延长开放\n本报江州5月3日讯（记者 周敏）市图书馆今起延长开放时间，每天晚上九时半闭馆，\n\
    双休日照常开放。\n";

fn with_pages() -> User {
    let user = User::new();
    user.write("papers/ferry.txt", FERRY);
    user.write("papers/library.txt", LIBRARY);
    user.done(&["import", "papers"]);
    user
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The id of the article that holds the words.
fn id(user: &User, words: &str) -> String {
    let hits = json(&user.done(&["search", words, "--format", "json"]));
    hits[0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn parse_prints_pages_and_touches_no_library() {
    let user = User::new();
    user.write("ferry.txt", FERRY);
    let page = &json(&user.done(&["parse", "ferry.txt"]))["pages"][0];
    assert_eq!(page["source"], "ferry.txt");
    assert!(page["articles"][0]["lines"][0].is_array());
    let lines = user.done(&["parse", "--format", "jsonl", "ferry.txt"]);
    assert!(lines.lines().all(|line| json(line)["body"].is_array()));
    for format in ["markdown", "text"] {
        assert!(user.done(&["parse", "--format", format, "ferry.txt"]).contains("候船室已经封顶"));
    }
    assert!(!user.library().exists());
}

#[test]
fn one_page_in_every_encoding_is_one_page() {
    let user = User::new();
    let utf16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    user.write("1.txt", FERRY);
    user.write("2.txt", format!("\u{FEFF}{}", FERRY.replace('\n', "\r\n")));
    user.write("3.txt", utf16(&format!("\u{FEFF}{FERRY}")));
    let run = user.run(&["import", "1.txt", "2.txt", "3.txt"]);
    assert!(run.err.contains("1 page new") && run.err.contains("2 already known"), "{run:?}");
}

#[test]
fn what_cannot_be_read_does_not_stop_the_rest() {
    let user = User::new();
    user.write("ferry.txt", FERRY);
    user.write("empty.txt", "");
    user.write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0");
    for command in ["parse", "import"] {
        let run = user.run(&[command, "absent.txt", "empty.txt", "ferry.txt", "picture.png"]);
        assert_eq!(run.code, Some(1), "{run:?}");
        for name in ["absent.txt: ", "empty.txt: ", "picture.png: "] {
            assert_eq!(run.err.lines().filter(|line| line.contains(name)).count(), 1, "{run:?}");
        }
    }
    assert_eq!(json(&user.done(&["list", "--format", "json"])).as_array().unwrap().len(), 1);
}

#[test]
fn standard_input_is_a_page() {
    let user = User::new();
    let mut child = user.command(&["parse", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(FERRY.as_bytes()).unwrap();
    let out = child.wait_with_output().unwrap().stdout;
    assert_eq!(json(&String::from_utf8(out).unwrap())["pages"][0]["source"], "-");
}

#[test]
fn importing_twice_adds_nothing() {
    let user = with_pages();
    let before = user.done(&["list"]);
    let run = user.run(&["import", "papers"]);
    assert!(run.err.contains("0 pages new, 0 articles, 2 already known"), "{run:?}");
    assert_eq!(user.done(&["list"]), before);
}

#[test]
fn list_has_the_published_fields() {
    let user = with_pages();
    let list = json(&user.done(&["list", "--format", "json"]));
    let fields: Vec<_> = list[0].as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected = [
        "id",
        "kind",
        "headline",
        "publication",
        "date",
        "page_number",
        "page_name",
        "characters",
        "read",
        "bookmarks",
    ];
    expected.sort_unstable();
    assert_eq!(fields, expected);
    assert_eq!((&list[0]["read"], &list[0]["bookmarks"]), (&Value::from("unread"), &Value::from(0)));
    assert_eq!(user.done(&["list"]).lines().count(), list.as_array().unwrap().len());
    assert_eq!(json(&User::new().done(&["list", "--format", "json"])), json("[]"));
}

#[test]
fn list_search_and_export_take_the_same_limits() {
    let user = with_pages();
    for (limits, number) in [
        (&["--by", "林"] as &[&str], 1),
        (&["--by", "林 远"], 1),
        (&["--by", "某甲"], 0),
        (&["--reading", "unread"], 2),
        (&["--reading", "read"], 0),
        (&["--reading", "unread", "--by", "周敏"], 1),
    ] {
        let count = |command: &[&str]| user.done(&[command, limits].concat()).lines().count();
        assert_eq!(count(&["list"]), number, "{limits:?}");
        assert_eq!(count(&["search", "本报江州"]), number, "{limits:?}");
        assert_eq!(count(&["export", "--format", "jsonl"]), number, "{limits:?}");
    }
    assert_eq!(user.run(&["list", "--reading", "half"]).code, Some(2));
    assert_eq!(user.done(&["list", "--bookmarked"]), "");
}

#[test]
fn a_part_of_a_newspapers_name_will_do() {
    let user = User::new();
    for (paper, page) in [("江州日报", FERRY), ("Riverside Reader", LIBRARY)] {
        user.write("page.txt", page);
        user.done(&["import", "page.txt", "--publication", paper]);
    }
    for (part, number) in [("江州日报", 1), ("江州", 1), ("riverside", 1), ("临川", 0), ("", 2)] {
        let count = |command: &[&str]| user.done(&[command, &["--publication", part]].concat()).lines().count();
        assert_eq!(count(&["list"]), number, "{part}");
        assert_eq!(count(&["search", "本报江州"]), number, "{part}");
        assert_eq!(count(&["export", "--format", "jsonl"]), number, "{part}");
    }
    assert_eq!(user.run(&["remove", "--publication", "江州", "--yes"]).code, Some(1));
    user.done(&["remove", "--publication", "江州日报", "--yes"]);
}

#[test]
fn the_list_has_an_order() {
    let user = with_pages();
    let first = |order: &str| user.done(&["list", "--order", order]).lines().next().unwrap().to_owned();
    assert!(first("longest").contains("两岸渡口"), "{}", first("longest"));
    assert_ne!(first("newest"), String::new());
}

#[test]
fn words_are_found_exactly_as_written_but_for_white_space() {
    let user = with_pages();
    let found = |query: &str| json(&user.done(&["search", query, "--format", "json"])).as_array().unwrap().len();
    for (query, number) in [
        ("渡", 1),
        ("渡口", 1),
        ("候船室", 1),
        ("本报江州", 2),
        ("记者 林远", 1),
        ("\"记者 林远\"", 1),
        ("5G", 1),
        ("5g", 0),
        ("5月", 2),
        ("封顶，轮渡将于", 1),
        ("渡口 图书馆", 0),
        ("图书馆 双休日", 1),
        ("船候", 0),
        ("\u{3000}渡口\u{3000}", 1),
    ] {
        assert_eq!(found(query), number, "{query}");
    }
    let hits = json(&user.done(&["search", "渡口", "--format", "json"]));
    assert!(hits[0]["excerpt"].as_str().unwrap().contains("渡口"));
    assert_eq!(hits[0]["matches"], 2);
}

#[test]
fn the_scripts_find_each_other_and_the_best_come_first_if_asked() {
    let user = with_pages();
    let found = |arguments: &[&str]| {
        let hits = json(&user.done(&[&["search", "--format", "json"], arguments].concat()));
        hits.as_array().unwrap().iter().map(|hit| hit["headline"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found(&["圖書館開放"]), [""; 0]);
    assert_eq!(found(&["圖書館 開放", "--any-script"]), ["图书馆延长开放"]);
    assert_eq!(found(&["圖書館 開放", "--any-script", "--fold"]), ["图书馆延长开放"]);
    assert_eq!(found(&["５ｇ", "--fold"]).len(), 1);
    assert_eq!(found(&["５ｇ", "--fold", "--exact"]).len() + found(&["５ｇ"]).len(), 0);
    assert!(user.done(&["export", "--format", "text", "--any-script", "渡輪", "--limit", "1"]).is_empty());
    assert!(user.done(&["export", "--format", "text", "--any-script", "輪渡"]).contains("轮渡将于"));
    let (best, other) = (found(&["今", "--order", "best"]), found(&["今", "--order", "newest"]));
    assert_eq!((best.len(), other.len()), (2, 2));
    assert_eq!(found(&["放", "--order", "best"])[0], "图书馆延长开放");
    assert_eq!(user.run(&["search", "放", "--order", "oldest"]).code, Some(2));
}

#[test]
fn an_article_is_shown_at_a_width() {
    let user = with_pages();
    let id = id(&user, "候船室");
    for width in ["20", "40", "76"] {
        let shown = user.done(&["show", &id[..12], "--width", width]);
        let cells = |line: &str| Metrics::TERMINAL.cells(line);
        assert!(shown.lines().all(|line| cells(line) <= width.parse().unwrap()), "{shown}");
        assert!(shown.split_whitespace().collect::<String>().contains("候船室已经封顶"), "{shown}");
    }
    assert_eq!(user.run(&["show", "ffffffffffffffff"]).code, Some(1));
    assert_eq!(user.run(&["show", &id, "--width", "0"]).code, Some(2));
}

#[test]
fn a_search_without_words_is_bad_usage() {
    assert_eq!(User::new().run(&["search", " \"\" "]).code, Some(2));
}

#[test]
fn the_limit_is_fifty_unless_set() {
    let user = User::new();
    for i in 0..60 {
        user.write(&format!("papers/{i}.txt"), format!("第{i}号渡轮今日试航，全程二十分钟，票价不变，乘客称便。\n"));
    }
    user.done(&["import", "papers"]);
    for (limit, number) in [(None, 50), (Some("7"), 7), (Some("0"), 60)] {
        let arguments = ["search", "渡轮"].into_iter().chain(limit.map(|_| "--limit")).chain(limit);
        assert_eq!(user.done(&arguments.collect::<Vec<_>>()).lines().count(), number);
    }
    assert_eq!(user.done(&["export", "--format", "jsonl", "--limit", "0"]).lines().count(), 60);
    assert_eq!(user.done(&["export", "--format", "jsonl", "第59号"]).lines().count(), 1);
}

#[test]
fn remove_asks_first() {
    let user = with_pages();
    let run = user.run(&["remove", "--source", "papers/ferry.txt"]);
    assert!(run.err.contains("nothing was removed"), "{run:?}");
    assert_eq!(user.done(&["list"]).lines().count(), 2);
    user.done(&["remove", "--source", "papers/ferry.txt", "--yes"]);
    user.done(&["remove", &id(&user, "图书馆")[..12], "--yes"]);
    assert_eq!(user.done(&["list"]), "");
    assert_eq!(user.run(&["remove", "--publication", "无此报", "--yes"]).code, Some(1));
    assert_eq!(user.run(&["remove"]).code, Some(2));
}

#[test]
fn the_library_can_be_looked_after() {
    let user = with_pages();
    assert!(user.done(&["library", "stats"]).contains("articles"));
    user.done(&["library", "check"]);
    user.done(&["library", "compact"]);
    assert_eq!(user.done(&["list"]).lines().count(), 2);
}

#[test]
fn highlights_are_quoted_with_their_source() {
    let user = with_pages();
    let article = id(&user, "渡口");
    let shelf = format!(
        r#"{{"version":1,"bookmarks":[{{"place":{{"article":"{article}","part":"headline","byte":0}},
        "until":{{"article":"{article}","part":"headline","byte":12}},"headline":"渡口","excerpt":"渡口改建",
        "publication":"江州日报","date":"2024-05-01","page_number":3,"note":"记下","tag":"green",
        "created":1714608000}}]}}"#
    );
    let file = user.write("shelf.json", shelf);
    user.done(&["bookmarks", "import", file.to_str().unwrap()]);
    let list = json(&user.done(&["bookmarks", "list", "--format", "json"]));
    assert_eq!((&list[0]["highlight"], &list[0]["tag"]), (&Value::from(true), &Value::from("green")));
    let markdown = user.done(&["bookmarks", "export", "--format", "markdown"]);
    assert_eq!(markdown, "## 渡口\n\n> 渡口改建\n\n*江州日报 2024-05-01 3 · 2024-05-02 · green*\n\n记下\n\n");
    user.write("bare.json", r#"{"version":1,"bookmarks":[]}"#);
    user.done(&["bookmarks", "import", "bare.json"]);
    assert!(user.done(&["bookmarks"]).contains("green"));
}

#[test]
fn bookmarks_go_out_and_come_back() {
    let user = with_pages();
    let article = id(&user, "渡口");
    let shelf = format!(
        r#"{{"version":1,"bookmarks":[{{"place":{{"article":"{article}","part":"headline","byte":0}},
        "headline":"渡口","excerpt":"渡口改建","note":"记下","created":1714608000}}]}}"#
    );
    let file = user.write("shelf.json", shelf);
    user.done(&["bookmarks", "import", file.to_str().unwrap()]);
    user.done(&["bookmarks", "import", file.to_str().unwrap()]);
    let list = json(&user.done(&["bookmarks", "list", "--format", "json"]));
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["article"], article.as_str());
    assert_eq!(list[0]["created"], "2024-05-02T00:00:00Z");
    assert_eq!(user.done(&["bookmarks"]).lines().count(), 1);
    assert!(user.done(&["list", "--bookmarked"]).contains("渡口"));
    assert_eq!(user.done(&["list", "--bookmarked"]).lines().count(), 1);
    assert!(user.done(&["bookmarks", "export", "--format", "markdown"]).contains("> 渡口改建"));
    let other = User::new();
    let exported = other.write("out.json", user.done(&["bookmarks", "export"]));
    other.done(&["bookmarks", "import", exported.to_str().unwrap()]);
    assert!(fs::read(other.bookmarks()).unwrap() == fs::read(user.bookmarks()).unwrap());
    assert!(fs::read_to_string(exported).unwrap().ends_with("}\n"));
    let listed = json(&user.done(&["list", "--format", "json"]));
    let counts: Vec<_> = listed.as_array().unwrap().iter().map(|item| item["bookmarks"].as_u64().unwrap()).collect();
    assert_eq!(counts.iter().sum::<u64>(), 1);
}

#[test]
fn files_that_cannot_be_understood_are_kept_aside() {
    let user = with_pages();
    user.write("config/paper-reader/bookmarks.json", "{ not json");
    fs::write(user.library(), "no library").unwrap();
    let run = user.run(&["list"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{run:?}");
    for name in ["bookmarks.json", "library.db"] {
        assert!(
            run.err
                .lines()
                .any(|line| line.contains(&format!("{name}:")) && line.contains(&format!("{name}.damaged-1")))
        );
    }
    assert_eq!(fs::read_to_string(user.path("config/paper-reader/bookmarks.json.damaged-1")).unwrap(), "{ not json");
    assert_eq!(fs::read_to_string(user.path("data/paper-reader/library.db.damaged-1")).unwrap(), "no library");
    user.write("config/paper-reader/bookmarks.json", "{ not json");
    let run = user.run(&["search", "--bookmarked", "渡口"]);
    assert!(run.err.contains("bookmarks.json.damaged-2"), "{run:?}");
}

#[test]
fn files_of_a_later_version_are_left_alone() {
    let user = with_pages();
    let later = r#"{"version":2,"shelves":[]}"#;
    let path = user.write("config/paper-reader/bookmarks.json", later);
    for arguments in [&["bookmarks"][..], &["bookmarks", "import", "papers/ferry.txt"], &["list"]] {
        let run = user.run(arguments);
        assert_eq!(run.code, Some(1), "{run:?}");
    }
    assert_eq!(user.run(&["list"]).out.lines().count(), 2);
    assert_eq!(fs::read_to_string(path).unwrap(), later);
}

#[test]
fn nothing_from_outside_acts_on_a_terminal() {
    let user = User::new();
    user.write("papers/\u{1b}]0;x\u{7}.txt", format!("{FERRY}\u{1b}[2J\u{9b}31m\u{202e}\n"));
    user.write("papers/no\u{1b}[31m.txt", "");
    let mut said = user.run(&["import", "papers"]).err;
    for arguments in [&["list"][..], &["search", "渡口"], &["list", "--format", "json"], &["parse", "papers"]] {
        let run = user.run(arguments);
        said += &run.out;
        said += &run.err;
    }
    said += &user.run(&["show", "\u{1b}[31m"]).err;
    for acting in ['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}'] {
        assert!(!said.contains(acting), "{said:?}");
    }
}

#[test]
fn settings_are_begun_and_checked() {
    let user = User::new();
    let path = user.path("config/paper-reader/config.toml");
    assert_eq!(user.done(&["config", "path"]).trim_end(), path.to_str().unwrap());
    user.done(&["config", "check"]);
    assert!(!path.exists());
    user.done(&["config", "init"]);
    user.done(&["config", "check"]);
    fs::write(&path, "mouse = 3\n\u{1b} = 1\n").unwrap();
    assert_eq!(user.run(&["config", "init"]).code, Some(1));
    let run = user.run(&["config", "check"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("config.toml:1:9: "), "{run:?}");
    assert!(!run.err.contains('\u{1b}'), "{run:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mouse = 3\n\u{1b} = 1\n");
}

/// What `config check` says of a file of settings, from the line on.
#[track_caller]
fn complains(settings: &str, expected: &[&str]) {
    let user = User::new();
    user.write("config/paper-reader/themes/dusk.toml", "text = 'white on black'\n");
    user.write("config/paper-reader/config.toml", settings);
    let run = user.run(&["config", "check"]);
    let said: Vec<_> = run.err.lines().map(|line| line.split_once("config.toml:").unwrap().1).collect();
    assert_eq!((said, run.code), (expected.to_vec(), Some(i32::from(!expected.is_empty()))), "{settings}");
}

#[test]
fn every_kind_of_wrong_setting_is_named_by_line_and_column() {
    complains("theme = 'dusk'\n[keys]\ncopy = []\n", &[]);
    complains("langage = 'zh'", &[r#"1:1: no setting "langage"; is it "language"?"#]);
    complains("language = 'cn'", &[r#"1:12: language is to be "auto", "zh" or "en""#]);
    complains("\ntheme = 'inkk'", &[r#"2:9: no theme "inkk"; is it "ink"?"#]);
    complains("theme = 'duskk'", &[r#"1:9: no theme "duskk"; is it "dusk"?"#]);
    complains("[reading]\nmeasure = 3", &["2:11: measure is to be a number of cells, 4 or more"]);
    complains("[reading]\n  indent = -1", &["2:12: indent is to be a number of characters from 0 to 8"]);
    complains("[readin]\nindent = 1", &[r#"1:2: no setting "readin"; is it "reading"?"#]);
    complains("mouse = tru", &["1:9: invalid boolean, expected `true`"]);
    complains("[keys]\nbokmark = 'm'", &[r#"2:1: no action "bokmark"; is it "bookmark"?"#]);
    complains("[keys]\nnote = ['e', 'ctl-x']", &[r#"2:14: "ctl-x" names no key; is it "ctrl-x"?"#]);
    complains("[keys]\nnote = 3", &[r#"2:8: keys are written as text, such as "j" or ["j", "down"]"#]);
    complains("[keys]\nnote = 'x'\ntag = 'x'", &[r#"3:7: "x" is given to "note" too"#]);
    complains("[keys]\nzen = 'y z'", &[r#"2:7: "y z" is never reached: "y" alone is "copy""#]);
}

#[test]
fn files_of_themes_are_checked_too() {
    let user = User::new();
    user.write("config/paper-reader/config.toml", "theme = 'dusk'\n");
    user.write("config/paper-reader/themes/dusk.toml", "text = 'withe on'\nheadlin = 'bold'\n");
    user.write("config/paper-reader/themes/dawn.toml", "text = 'bold on #12345'\n");
    fs::create_dir_all(user.path("config/paper-reader/themes/noon.toml")).unwrap();
    let run = user.run(&["config", "check"]);
    assert_eq!(run.code, Some(1));
    let said: Vec<_> = run.err.lines().map(|line| line.rsplit_once("themes/").unwrap().1).collect();
    let expected = [
        r#"dusk.toml:1:8: no colour or attribute "withe"; is it "white"?"#,
        r#"dusk.toml:2:1: no role "headlin"; is it "headline"?"#,
        r##"dawn.toml:1:8: "#12345" is no colour; write #rrggbb"##,
        "noon.toml: this is no regular file",
    ];
    assert_eq!(said, expected);
}

#[test]
fn bad_usage_is_two() {
    for arguments in [&["parse"][..], &["nonsense", "--flag"], &["search"], &["parse", "--format", "pdf", "x"]] {
        assert_eq!(User::new().run(arguments).code, Some(2), "{arguments:?}");
    }
    let run = User::new().run(&["list", "\u{1b}[2J", "--\u{9b}x"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("␛[2J") && !run.err.contains(['\u{1b}', '\u{9b}']), "{run:?}");
}

#[test]
fn help_manual_and_completions() {
    let user = User::new();
    assert!(user.done(&["--help"]).contains("A PDF each morning:"));
    assert!(user.done(&["--version"]).contains(env!("CARGO_PKG_VERSION")));
    let man = user.done(&["man"]);
    for part in [".TH paper-reader 1 ", ".SH EXAMPLES", ".SH FILES", ".SH \"SEARCH\"", ".SH \"LIBRARY STATS\""] {
        assert!(man.lines().any(|line| line.starts_with(part)), "{part}\n{man}");
    }
    let title = man.lines().find(|line| line.starts_with(".TH")).unwrap();
    assert_eq!(title.matches('"').count() % 2, 0, "{title}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(user.done(&["completions", shell]).contains("import"));
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly() {
    let user = User::new();
    user.write("long.txt", FERRY.repeat(20_000));
    let mut child = user.command(&["parse", "long.txt"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), vec![]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_said() {
    let user = with_pages();
    for arguments in [
        &["parse", "papers"][..],
        &["list"],
        &["list", "--format", "json"],
        &["search", "渡"],
        &["export"],
        &["bookmarks", "export"],
        &["library", "stats"],
        &["man"],
        &["--help"],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = user.command(arguments).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("standard output"), "{arguments:?}");
    }
}
