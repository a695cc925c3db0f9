//! Parsing loses nothing and makes up nothing: over a page, the characters of furniture, kicker,
//! headline, deck, lead, body and credit are those of the text, white space apart.
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use paper_reader::model::{Page, RawPage};
use paper_reader::parse::parse;
use proptest::prelude::*;

/// Words that pages are made of, and the characters that parsers stumble over.
pub const WORDS: &[&str] = &[
    "本报讯",
    "本报临湖10月14日电",
    "（记者 江一帆）",
    "【本報訊】",
    "〔記者江一帆／台北報導〕",
    "记者：",
    "江一帆：",
    "一、起因",
    "（二）办法。",
    "河水退去，",
    "岸上的人都来看。",
    "老渡口的石阶",
    "“灯还亮着”",
    "——记一座桥",
    "图为码头。",
    "江一帆 摄",
    "（江一帆 周密）",
    "遗失声明",
    "江州日报",
    "要闻 02",
    "2025年10月16日 星期四",
    "责任编辑：秦川",
    "（下转第3版）",
    "（上接第一版）",
    "大米 6.24",
    "2025",
    "PM2.5",
    "the river",
    "By Eleanor Finch",
    "今年は大漁",
    "ー",
    "其",
    "，",
    "。",
    "”",
    "（",
    "）",
    "：",
    "《",
    "·",
    "●",
    "□",
    "…",
    "%",
    " ",
    "  ",
    "\u{3000}",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\u{C}",
    "\t",
    "\r",
    "\u{85}",
    "\u{A0}",
    "\u{1C}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{2028}",
    "\u{300}",
    "\u{202E}",
    "\0",
    "\u{1F3EE}",
    "𠮷",
];

/// The characters that count, each as often as it occurs.
pub fn count(texts: &[&str]) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in texts.iter().flat_map(|text| text.chars()).filter(|c| !c.is_whitespace()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

pub fn texts(page: &Page) -> Vec<&str> {
    let articles = page.articles.iter().flat_map(|article| article.parts().map(|(_, text)| text));
    page.furniture.iter().map(String::as_str).chain(articles).collect()
}

#[track_caller]
fn check(text: &str) {
    let raw = RawPage::from_text("test", text);
    let page = parse(&raw);
    assert_eq!(count(&texts(&page)), count(&[text]));
    let last = raw.lines.last().map_or(0, |line| line.number);
    for range in page.articles.iter().flat_map(|article| &article.lines) {
        assert!(1 <= range.0 && range.0 <= range.1 && range.1 <= last, "{range:?} of {last} lines");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn pages_of_words_are_conserved(words in prop::collection::vec(prop::sample::select(WORDS), 0..120)) {
        check(&words.concat());
    }

    #[test]
    fn any_text_is_conserved(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn lines_of_any_length_are_conserved(lines in prop::collection::vec("[河水退去一、（）“”。，：0-9a-z \u{3000}]{0,60}", 0..60)) {
        check(&lines.join("\n"));
    }
}

#[test]
fn extremes_are_conserved() {
    for (piece, times) in [
        ("河水退去。", 200_000),
        ("河\n", 60_000),
        ("\n", 500_000),
        ("（", 50_000),
        ("”\n，\n", 20_000),
        ("1", 300_000),
        ("老 渡 口 ", 50_000),
        ("本报讯（记者 江一帆）", 20_000),
        ("本报讯（记者 江一帆）\n", 20_000),
        ("□\n", 30_000),
        ("标题\n正文到这里就完了。\n", 15_000),
        ("a\u{C}", 50_000),
    ] {
        check(&piece.repeat(times));
    }
}

#[test]
fn real_pages_are_conserved() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/pages");
    let Ok(folder) = fs::read_dir(&shared) else {
        // Past the harness, which keeps to itself what a test that passes prints.
        return writeln!(io::stderr(), "skipped real_pages_are_conserved: ../shared is not here").unwrap();
    };
    for path in folder.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "txt")) {
        check(&fs::read_to_string(path).unwrap());
    }
}
