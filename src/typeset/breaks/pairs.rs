//! Every pair of the classes that a newspaper meets, and whether a line may break between them: a
//! table of our own after GB/T 15834, GB/T 15835, CLREQ, CSS Text `line-break: strict` and UAX #14.

use super::*;
use crate::text::Metrics;

/// What ends the text before a break opportunity, and for each text of [`STARTS`] whether a line may
/// end between the two: `|`, or `×`.
const PAIRS: [(&str, &str); 36] = [
    // Chinese, Japanese, Korean, pictures
    ("江", "|||||||||||||||×"),
    ("あ", "|||||||||||||||×"),
    ("한", "|||||||||||||||×"),
    ("👍🏽", "|||||||||||||||×"),
    ("7年", "|||||||||||||||×"),
    // words and numbers
    ("B", "|||||||×××××|×××"),
    ("7", "|||||||×××××××××"),
    ("5G", "|||||||×××××|×××"),
    // 点号 and closers
    ("。", "|||||||||||||||×"),
    ("、", "|||||||||||||||×"),
    ("）", "|||||||||||||||×"),
    ("！", "|||||||||||||||×"),
    ("江”", "|||||||||||||||×"),
    // 破折号, 省略号, 连接号, 间隔号
    ("——", "|||||||||||||||×"),
    ("……", "|||||||||||||||×"),
    ("江—", "||||||×||||||||×"),
    ("～", "|||||||||||||||×"),
    ("江·", "||||||||||××||××"),
    ("々", "|||||||||||||||×"),
    ("ー", "|||||||||||||||×"),
    // units behind a number
    ("7％", "||||||||||××||××"),
    ("7℃", "||||||||||××||××"),
    // ASCII marks
    ("B,", "||||||||||××||××"),
    ("B)", "||||||||||××||××"),
    ("B-", "|||||||||||×|||×"),
    ("B/", "|||||||||||×|||×"),
    ("B\"", "××××××××××××××××"),
    // openers, and what stands before a number
    ("／", "××××××××××××××××"),
    ("（", "××××××××××××××××"),
    ("“", "××××××××××××××××"),
    ("(", "××××××××××××××××"),
    ("￥", "××××||||||×××|××"),
    ("№", "××××||||||×××|××"),
    // what joins, and what parts
    ("江\u{A0}", "××××××××××××××××"),
    ("江\u{2060}", "××××××××××××××××"),
    ("江\u{200B}", "||||||||||||||||"),
];

/// What may begin a line, in the order of the columns of [`PAIRS`].
const STARTS: [&str; 16] =
    ["港", "あ", "한", "👍🏽", "《", "“港", "——", "(", "￥5", "№5", "Gc", "8", "年", "−5", "+c", "\"c"];

/// What begins no line, whatever is before it but a zero width space. The first row begins none after
/// a space either.
const NEVER: [&[&str]; 2] = [
    &["，", "。", "、", "；", "：", "？", "！", "）", "》", "」", "』", "】", "〕", "”港", "’港", "｡", "､", "｣"],
    &[
        "……",
        "⋯",
        "·港",
        "・",
        "～",
        "〜",
        "‐",
        "–",
        "—港",
        "々",
        "〻",
        "ゝ",
        "ヽ",
        "ー",
        "っ",
        "ァ",
        "‼",
        "⁇",
        "％",
        "‰",
        "℃",
        "℉",
        "°",
        "′",
        "″",
        "／",
        ",",
        ".",
        ":",
        ";",
        "!",
        "?",
        ")",
        "]",
        "}",
        "%",
        "-",
        "/",
        "\u{A0}港",
        "\u{2060}港",
    ],
];

/// Whether a line may end before `after`, a few spaces between.
fn may_break(before: &str, spaces: &str, after: &str) -> bool {
    let text = format!("{before}{spaces}{after}");
    let start = before.len() + spaces.len();
    let mut context = Context::START;
    let opportunities = Metrics::FILTER.clusters(&text).map(|cluster| (cluster.start, context.step(&text, &cluster)));
    let opportunity = opportunities.into_iter().find(|(at, _)| *at == start);
    opportunity.is_some_and(|(_, opportunity)| opportunity.penalty == Penalty::None)
}

#[test]
fn every_pair_of_classes() {
    for (before, expected) in PAIRS {
        let found: String = STARTS.iter().map(|after| if may_break(before, "", after) { '|' } else { '×' }).collect();
        assert_eq!(found, expected, "after {before}: {STARTS:?}");
    }
}

#[test]
fn what_begins_no_line() {
    for (before, _) in PAIRS {
        for after in NEVER.concat() {
            assert_eq!(may_break(before, "", after), before.ends_with('\u{200B}'), "{before} {after}");
        }
    }
}

#[test]
fn stops_and_closers_begin_no_line_after_a_space_either() {
    for (before, _) in PAIRS {
        for after in NEVER[0] {
            let parts = before.ends_with('\u{200B}');
            assert_eq!(may_break(before, " ", after), parts, "{before} {after}");
        }
    }
}

#[test]
fn openers_end_no_line_before_a_space_either() {
    for before in ["（", "《", "「", "『", "【", "〔", "江“", "江‘", "(", "[", "{"] {
        for after in STARTS {
            assert!(!may_break(before, " ", after), "{before} {after}");
        }
    }
}
