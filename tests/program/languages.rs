//! What is said is said in the language of the interface; results and exit codes are the same in every language.

#![allow(clippy::unwrap_used, reason = "a test fails as tests do")]

use std::fs;

use crate::user::{Run, User};

const PAGE: &str =
    "江畔读报\n2031年3月4日 星期二\n第1版 要闻\n\n雨水花园进社区\n本报讯 一场大雨之后，梅园社区的草沟里没有积水。\n";

/// A run in a locale.
fn run_in(user: &User, locale: &str, arguments: &[&str]) -> Run {
    user.command(arguments).env("LANG", locale).output().unwrap().into()
}

/// A user whose files have all kinds of faults.
fn user() -> User {
    let user = User::new();
    user.write("page.txt", PAGE);
    user.write("empty.txt", " \n");
    user.write("binary.txt", [0; 64]);
    user.write("broken.pdf", "%PDF-1.7\nnothing of a PDF\n");
    user.write("index.html", "<html><body><p>短</p></body></html>");
    user.write("broken.zip", b"PK\x03\x04 and nothing else of an archive");
    user.write("folder/page.txt", PAGE);
    user.write("folder/README.md", "# 说明\n");
    user.write("marks.json", "[]");
    user
}

/// Commands, and what is said of each in Chinese and in English.
const FAULTS: &[(&[&str], &str, &str)] = &[
    (&["import", "no.txt"], "no.txt: 没有这个文件", "no.txt: there is no such file"),
    (&["import", "https://a.example/1"], "这是网址", "this is an address"),
    (&["import", "empty.txt"], "empty.txt: 里面没有文字", "empty.txt: there is no text in it"),
    (&["parse", "binary.txt"], "binary.txt: 这是二进制数据", "binary.txt: this is binary data"),
    (&["parse", "broken.pdf"], "broken.pdf: 这个 PDF 已损坏或不完整", "broken.pdf: this PDF is damaged or cut off"),
    (&["parse", "index.html"], "index.html: 这个网页上没有文章", "index.html: there is no article on this HTML page"),
    (&["import", "broken.zip"], "broken.zip: 解不开", "broken.zip: it cannot be unpacked"),
    (&["import", "folder"], "不是版面，没有读（说明文件）：", "left out as no pages (about other files): "),
    (&["import", "folder"], "--all 连这些也读", "--all takes these too"),
    (&["import", "page.txt"], "新读入 0 个版面，0 篇文章，1 个早已有了", "0 pages new, 0 articles, 1 already known"),
    (&["import", "a", "b", "--page-number", "3"], "说的是一个版面", "are said of one page"),
    (
        &["show", "ffff"],
        "ffff: 报库里没有编号这样开头的文章",
        "ffff: no article of the library has an id that begins so",
    ),
    (&["remove", "--source", "x"], "x: 报库里没有这样的", "x: the library has nothing of it"),
    (
        &["remove", "--source", "page.txt"],
        "要取出2031-03-04 的 1 个版面、1 篇文章（page.txt）吗？[y/N] ",
        "Remove 1 article of 1 page of 2031-03-04 (page.txt)? [y/N] ",
    ),
    (&["remove", "--source", "page.txt"], "什么也没有取出", "nothing was removed"),
    (&["undo"], "page.txt，20", "page.txt on 20"),
    (&["undo"], "什么也没有撤销", "nothing was undone"),
    (&["search", "\"\""], "没有写要找的词", "the query has no words in it"),
    (
        &["bookmarks", "import", "marks.json"],
        "marks.json: 这不是书签文件（",
        "marks.json: this is no file of bookmarks (",
    ),
    (&["library", "check"], "library.db: 完好", "library.db: sound"),
    (&["library", "reparse"], "重新解析了 1 个版面，其中 0 个有变化", "1 page read anew, 0 changed"),
    (&["config", "check"], "config.toml: 没有这个文件，一切照默认", "config.toml: is not there; the defaults hold"),
    (
        &["lst"],
        "lst: 没有这个命令，也没有这个文件；是不是 paper-reader list？",
        "lst: there is no such command and no such file",
    ),
    (&["list", "--frmat"], "没有 --frmat 这个参数", "unexpected argument '--frmat' found"),
    (&["list", "--format", "xml"], "可用的值：table、json", "possible values: table, json"),
    (
        &["list", "--since", "x"],
        "“x”不能用于 --since <DATE>：日期写作 2018-11-29",
        "it is no date (write it as 2018-11-29)",
    ),
    (&["show"], "还缺：<ID>", "missing: <ID>"),
    (&["wrap", "--width"], "--width <WIDTH> 还缺一个值", "a value is required for '--width <WIDTH>'"),
    (&["tutorial"], "标准输出不是终端", "standard output is no terminal"),
];

#[test]
fn what_is_said_is_in_the_language_of_the_locale() {
    let user = user();
    user.done(&["import", "page.txt"]);
    for (arguments, chinese, english) in FAULTS {
        let [zh, en] = ["zh_CN.UTF-8", "en_GB.UTF-8"].map(|locale| run_in(&user, locale, arguments));
        assert!(zh.err.contains(chinese), "{arguments:?}: {}", zh.err);
        assert!(en.err.contains(english), "{arguments:?}: {}", en.err);
        assert_eq!((zh.code, &zh.out), (en.code, &en.out), "{arguments:?}");
    }
}

#[test]
fn the_settings_go_before_the_locale() {
    let user = user();
    user.write(
        "config/paper-reader/config.toml",
        "language = 'en'\nmouse = 3\n[reading]\nlayout = 'x'\nmesure = 3\n[keys]\nopn = 'j'\nzen = 'ctl-x'\n",
    );
    let run = run_in(&user, "zh_CN.UTF-8", &["import", "no.txt"]);
    assert!(run.err.contains("there is no such file"), "{}", run.err);
    user.write("config/paper-reader/themes/dusk.toml", "headlin = 'bold'\nquiet = 'dimm'\naccent = 3\n");
    let english = run_in(&user, "zh_CN.UTF-8", &["config", "check"]);
    let settings = fs::read_to_string(user.path("config/paper-reader/config.toml")).unwrap();
    user.write("config/paper-reader/config.toml", settings.replace("'en'", "'zh'"));
    let chinese = run_in(&user, "en_GB.UTF-8", &["config", "check"]);
    assert_eq!((english.code, chinese.code), (Some(1), Some(1)));
    for (zh, en) in [
        ("config.toml:2:9: mouse 应是 true 或 false", "config.toml:2:9: mouse is to be true or false"),
        (
            "layout 应是 \"column\"、\"columns\" 或 \"vertical\"",
            "layout is to be \"column\", \"columns\" or \"vertical\"",
        ),
        ("没有设置 \"mesure\"；是 \"measure\" 吗？", "no setting \"mesure\"; is it \"measure\"?"),
        ("没有操作 \"opn\"；是 \"open\" 吗？", "no action \"opn\"; is it \"open\"?"),
        ("\"ctl-x\" 不是键名；是 \"ctrl-x\" 吗？", "\"ctl-x\" names no key; is it \"ctrl-x\"?"),
        ("dusk.toml:1:1: 没有角色 \"headlin\"", "dusk.toml:1:1: no role \"headlin\""),
        ("没有颜色或属性 \"dimm\"；是 \"dim\" 吗？", "no colour or attribute \"dimm\"; is it \"dim\"?"),
        ("样式写作文字", "a style is written as text"),
    ] {
        assert!(chinese.err.contains(zh), "{zh}: {}", chinese.err);
        assert!(english.err.contains(en), "{en}: {}", english.err);
    }
}

#[test]
fn a_damaged_file_is_told_of_in_chinese() {
    let user = user();
    user.done(&["import", "page.txt"]);
    user.write("config/paper-reader/bookmarks.json", "no bookmarks");
    let run = run_in(&user, "zh_CN.UTF-8", &["bookmarks"]);
    assert!(run.err.contains("bookmarks.json: 已损坏，改名为 "), "{}", run.err);
    fs::write(user.library(), "no library").unwrap();
    let run = run_in(&user, "zh_CN.UTF-8", &["list"]);
    assert!(run.err.contains("已损坏"), "{}", run.err);
    user.write("config/paper-reader/bookmarks.json", "{\"version\":99,\"bookmarks\":[]}");
    let run = run_in(&user, "zh_CN.UTF-8", &["bookmarks"]);
    assert!(run.code == Some(1) && run.err.contains("更新的版本写的（格式 99"), "{}", run.err);
}
