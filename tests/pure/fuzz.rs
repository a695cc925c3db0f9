//! A bounded run of what the fuzz targets try without end, and their corpora as they are kept.

#![allow(clippy::unwrap_used)]

#[path = "../../fuzz/pressing.rs"]
mod pressing;
#[path = "../../fuzz/properties.rs"]
mod properties;

use std::fs;
use std::path::Path;

use paper_reader::model::RawPage;
use proptest::prelude::*;

/// What hostile or broken input is made of.
const PIECES: &[&str] = &[
    "渡口",
    "改建",
    "本报讯",
    "，",
    "。",
    "“",
    "（",
    "）",
    "——",
    "……",
    "PM2.5",
    "100%",
    "_",
    "*",
    "\"",
    "'",
    "NEAR(",
    " OR ",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\u{3000}",
    "\0",
    "\u{1b}[31m",
    "\u{7}",
    "\u{7f}",
    "\u{9b}",
    "\u{202e}",
    "\u{200b}",
    "\u{200d}",
    "\u{301}",
    "\u{e0041}",
    "\u{fe0f}",
    "👨‍👩‍👧",
    "🇨🇳",
    "葛\u{e0100}",
    "ｱﾞ",
    "한글",
    "theme = ",
    "[keys]",
    "= [",
    "measure = 40",
    "{\"version\":1,",
    "\"bookmarks\":[",
    "]}",
    "null",
];

/// What saved pages are made of.
const TAGS: &[&str] = &[
    "<p>",
    "</p>",
    "<div class=\"article-title\">",
    "<div id=ozoom>",
    "</div>",
    "<h1>",
    "</h1>",
    "<h2>",
    "<br>",
    "<table><tr><td>",
    "</table>",
    "<a href=x>",
    "</a>",
    "<li>",
    "<span class=author>",
    "</span>",
    "<figure><img><figcaption>",
    "<founder-content>",
    "</founder-content>",
    "<!--enpcontent-->",
    "<!--/enpcontent-->",
    "<!--enpproperty <title>渡口</title><author>江一帆</author>/enpproperty-->",
    "<script>",
    "</script>",
    "<title>渡口_江州日报</title>",
    "<meta name=author content='江一帆'>",
    "<map><area href=1><area href=2></map>",
    "<pre>",
    "<b>",
    "第A03版：要闻",
    "《江州日报》（2031年3月4日 第3版）",
    "本报记者 江一帆",
    "本报江州3月3日电（记者 林远）渡口今起改建，河水退去，岸上的人都来看。",
    "渡口的船又开了，三座渡口同日恢复通航，两岸的居民重新坐船上班，一天有一万多人。（下转第3版）",
    "The ferry waits for the moon, and nobody minds. It has done so for ninety years, twice a day.",
    "（江一帆 摄）",
    "责任编辑：秦川",
    "&nbsp;&#0;&lt;",
    "\u{feff}",
    "\u{2e80}⼀",
    "\n",
    "\0",
    "<",
    "<!--",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat()),
        any::<String>(),
    ]
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![prop::collection::vec(any::<u8>(), 0..300), text().prop_map(String::into_bytes)]
}

/// The kept inputs of a target.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let kept: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap()).collect();
    assert!(!kept.is_empty());
    kept
}

fn texts(target: &str) -> Vec<String> {
    corpus(target).into_iter().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
}

#[test]
fn what_fuzzing_kept_holds() {
    corpus("decode").iter().for_each(|bytes| properties::decoded(bytes));
    corpus("html").iter().for_each(|html| properties::saved(html));
    corpus("bookmarks").iter().for_each(|bytes| properties::kept(bytes));
    corpus("keys").iter().for_each(|bytes| pressing::pressed(bytes, 1));
    corpus("answer").iter().for_each(|json| properties::answered(json));
    assert!(
        corpus("answer").iter().any(|json| serde_json::from_slice::<RawPage>(json).is_ok_and(|page| page.is_sound()))
    );
    corpus("layout").iter().for_each(|bytes| properties::laid_out(bytes));
    texts("sources").iter().for_each(|text| properties::sourced(text));
    texts("names").iter().for_each(|name| properties::named(name));
    texts("parse").iter().for_each(|text| properties::parsed(text));
    texts("border").iter().for_each(|text| properties::bordered(text));
    texts("settings").iter().for_each(|text| properties::set_up(text));
    texts("query").iter().for_each(|text| properties::asked(text));
    texts("wrap").iter().for_each(|text| (1..=40).for_each(|width| properties::wrapped(width, text)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_bytes_are_decoded_or_refused(bytes in bytes()) {
        properties::decoded(&bytes);
    }

    #[test]
    fn any_saved_page_is_refused_or_read_whole(pieces in prop::collection::vec(prop::sample::select(TAGS), 0..60)) {
        properties::saved(pieces.concat().as_bytes());
    }

    #[test]
    fn any_text_is_parsed_whole(text in text()) {
        properties::parsed(&text);
    }

    #[test]
    fn any_layout_is_parsed_whole(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        properties::laid_out(&bytes);
    }

    #[test]
    fn any_line_above_and_below_an_article_costs_it_nothing(text in text()) {
        properties::sourced(&text);
    }

    #[test]
    fn any_name_of_a_file_says_what_may_be_true(name in text()) {
        properties::named(&name);
    }

    #[test]
    fn any_text_is_broken_into_lines_that_fit(width in 1_u8..60, text in text()) {
        properties::wrapped(width, &text);
    }

    #[test]
    fn any_text_is_shown_and_does_not_act(text in text()) {
        properties::bordered(&text);
    }

    #[test]
    fn any_settings_are_read_or_complained_of(text in text()) {
        properties::set_up(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn any_bookmark_file_is_read_or_kept(bytes in bytes()) {
        properties::kept(&bytes);
    }

    #[test]
    fn any_query_finds_what_is_there(text in text()) {
        properties::asked(&text);
    }
}

/// A million of them with `PRESSES=1000000`; here as many as a test may take.
#[test]
fn any_keys_and_sizes_do_no_harm() {
    let presses = std::env::var("PRESSES").ok().and_then(|presses| presses.parse().ok()).unwrap_or(6_000_u32);
    let mut seed = 20_261_123_u64;
    let mut random = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 56) as u8
    };
    for _ in 0..presses.div_ceil(2_000) {
        let bytes: Vec<u8> = (0..2_000 * 3).map(|_| random()).collect();
        pressing::pressed(&bytes, 7);
    }
}
