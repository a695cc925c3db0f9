//! What holds of every text at every width: nothing lost, nothing too wide, no cluster cut, the same
//! place after a resize and back.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::sync::Arc;

use paper_reader::model::{Article, Block, BlockKind, Part, Place};
use paper_reader::text::{Ambiguous, Metrics};
use paper_reader::typeset::{Anchor, Extent, Justification, Layout, Measure, Setting, Sheet, Size, break_lines, lines};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Text of what a newspaper holds and what an enemy would put there.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "江州",
        "日报",
        "港区开航",
        "2018年",
        "3.6%",
        "2750亿元",
        "“",
        "”",
        "‘",
        "’",
        "（",
        "）",
        "《",
        "》",
        "，",
        "。",
        "、",
        "：",
        "！",
        "？",
        "——",
        "—",
        "……",
        "·",
        "GDP",
        "PM2.5",
        "don't",
        "https://a.cn/b-c?d=e",
        "￥",
        "℃",
        " ",
        "　",
        "-",
        "／",
        "～",
        "々",
        "ー",
        "ッ",
        "(",
        ")",
        "\"",
        ",",
        ".",
        "１２",
        "\u{A0}",
        "\u{2060}",
        "\u{200B}",
        "\u{200D}",
        "e\u{301}",
        "\u{301}",
        "👨\u{200D}👩\u{200D}👧",
        "🇨🇳",
        "1\u{FE0F}\u{20E3}",
        "👍🏽",
        "각",
        "\u{1112}\u{1161}\u{11AB}",
        "葛\u{E0100}",
        "\u{1b}[31m",
        "\u{202E}",
        "\u{AD}",
        "ﾊﾞ",
        "①",
        "★",
        "ไทย",
        "שלום",
        "\u{600}1",
    ]);
    prop_oneof![
        9 => prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

fn measure() -> impl Strategy<Value = Measure> {
    let extent = prop::sample::select(vec![Extent::Cells, Extent::Pinyin, Extent::Rows]);
    (1..90usize, 0..20usize, extent, justifications(), any::<[bool; 3]>()).prop_map(
        |(rest, indent, extent, justification, [hanging, latin_spacing, no_lone_character])| Measure {
            first: rest.saturating_sub(indent).max(1),
            rest,
            hanging,
            latin_spacing,
            extent,
            justification,
            no_lone_character,
        },
    )
}

fn justifications() -> impl Strategy<Value = Justification> {
    prop::sample::select(vec![Justification::Ragged, Justification::Even, Justification::Full])
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ' ' | '\t' | '\u{3000}')).collect()
}

/// The first bytes of clusters, and the text's end.
fn boundaries(text: &str) -> BTreeSet<usize> {
    text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect()
}

/// The cells that a screen gives to a text that has passed the border.
fn painted(shown: &str, metrics: Metrics) -> usize {
    let cells = |cluster: &str| match metrics.ambiguous {
        Ambiguous::Narrow => cluster.width(),
        Ambiguous::Wide => cluster.width_cjk(),
    };
    shown.graphemes(true).map(cells).sum()
}

fn article(texts: Vec<String>) -> Article {
    let mut texts = texts.into_iter();
    let mut article = Article {
        headline: texts.next(),
        lead: texts.next(),
        credit: texts.next(),
        body: texts
            .enumerate()
            .map(|(i, text)| {
                let kind = match i % 4 {
                    0 => BlockKind::Paragraph,
                    1 => BlockKind::Heading { level: 1 },
                    2 => BlockKind::Question { speaker: "记者".into() },
                    _ => BlockKind::Answer { speaker: String::new() },
                };
                Block { kind, text }
            })
            .collect(),
        ..Article::default()
    };
    article.set_content_id();
    article
}

fn articles() -> impl Strategy<Value = Article> {
    prop::collection::vec(text(), 0..12).prop_map(article)
}

fn settings() -> impl Strategy<Value = Setting> {
    let layout = prop::sample::select(vec![Layout::Column, Layout::Columns, Layout::Vertical]);
    (layout, 1..100usize, 0..4usize, 0..3usize, justifications(), any::<[bool; 4]>()).prop_map(
        |(layout, measure, indent, line_spacing, justify, [hanging, latin_spacing, wide, pinyin])| Setting {
            layout,
            measure,
            indent,
            justify,
            hanging,
            line_spacing,
            latin_spacing,
            pinyin,
            metrics: Metrics { ambiguous: if wide { Ambiguous::Wide } else { Ambiguous::Narrow }, ..Metrics::TERMINAL },
        },
    )
}

/// Panes that have room for text in every layout.
fn panes() -> impl Strategy<Value = Size> {
    (12..220u16, 3..60u16).prop_map(|(width, height)| Size { width, height })
}

/// Panes of every size.
fn sizes() -> impl Strategy<Value = Size> {
    prop_oneof![(0..12u16, 0..8u16).prop_map(|(width, height)| Size { width, height }), panes()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn lines_hold_the_whole_text(text in text(), measure in measure()) {
        let lines: String = break_lines(&text, Metrics::FILTER, measure).map(|line| text[line.bytes].to_owned()).collect();
        prop_assert_eq!(without_spaces(&lines), without_spaces(&text));
    }

    /// Lines of common Han characters are skimmed, those of rare ones are not: they end at the same bytes.
    #[test]
    fn skimming_changes_no_line(text in text(), measure in measure()) {
        prop_assume!(measure.extent != Extent::Pinyin);
        let rare: String = text.chars().map(|c| if "江州报港区开航".contains(c) { '㐀' } else { c }).collect();
        let lines = |text: &str| break_lines(text, Metrics::FILTER, measure).collect::<Vec<_>>();
        prop_assert_eq!(lines(&text), lines(&rare));
    }

    #[test]
    fn no_cluster_is_cut(text in text(), measure in measure()) {
        let boundaries = boundaries(&text);
        for line in break_lines(&text, Metrics::FILTER, measure) {
            prop_assert!(boundaries.contains(&line.bytes.start), "{:?}", line);
        }
    }

    #[test]
    fn no_line_is_too_wide(text in text(), cells in 1..90usize) {
        for line in break_lines(&text, Metrics::FILTER, Measure::of(cells)) {
            let shown = Metrics::FILTER.shown(&text[line.bytes]).into_owned();
            let clusters: Vec<usize> = shown.graphemes(true).map(UnicodeWidthStr::width).collect();
            let alone = clusters.iter().filter(|&&cells| cells > 0).count() == 1;
            prop_assert!(clusters.iter().sum::<usize>() <= cells || alone, "{:?}", shown);
        }
    }

    #[test]
    fn a_text_that_fits_is_one_line(text in text()) {
        let cells = Metrics::FILTER.cells(&text).max(1);
        prop_assert_eq!(break_lines(&text, Metrics::FILTER, Measure::of(cells)).count(), 1);
    }

    #[test]
    fn nothing_is_shown_outside_the_pane_nor_twice(
        article in articles(), setting in settings(), size in sizes(), rows in -5..200i64,
    ) {
        let mut sheet = Sheet::new(Arc::new(article), setting, size);
        let top = Anchor::from(Place::start_of(sheet.article()));
        let top = sheet.scroll(top, rows);
        let mut taken = BTreeSet::new();
        for run in sheet.screen(top).runs {
            let stands_on_circle = run.text.contains('◌');
            prop_assert!(stands_on_circle || painted(&run.text, setting.metrics) == usize::from(run.cells), "{:?}", run);
            prop_assert!(run.row < size.height && run.column + run.cells <= size.width, "{:?}", run);
            for column in run.column..run.column + run.cells {
                prop_assert!(taken.insert((run.row, column)), "{:?}", run);
            }
        }
    }

    #[test]
    fn turning_shows_all_of_the_article(article in articles(), setting in settings(), size in panes()) {
        let article = Arc::new(article);
        let mut sheet = Sheet::new(Arc::clone(&article), setting, size);
        let mut top = Anchor::from(Place::start_of(&article));
        let mut shown: BTreeSet<(Part, usize)> = BTreeSet::new();
        loop {
            let screen = sheet.screen(top);
            shown.extend(screen.runs.iter().flat_map(|run| run.bytes.clone().map(|byte| (run.part, byte))));
            if screen.at_end {
                break;
            }
            let next = sheet.turn(top, 1);
            prop_assert_ne!(next, top);
            top = next;
        }
        for (part, text) in article.parts() {
            for (at, c) in text.char_indices().filter(|(_, c)| !matches!(c, ' ' | '\t' | '\u{3000}')) {
                prop_assert!(shown.contains(&(part, at)), "{:?} of {:?}", c, part);
            }
        }
    }

    #[test]
    fn a_resize_and_back_leaves_the_picture(
        article in articles(), setting in settings(), size in sizes(), other in sizes(), rows in 0..100i64,
    ) {
        let mut sheet = Sheet::new(Arc::new(article), setting, size);
        let start = Anchor::from(Place::start_of(sheet.article()));
        let top = sheet.scroll(start, rows);
        let before = sheet.screen(top);
        sheet.set(setting, other);
        sheet.screen(top);
        sheet.set(setting, size);
        prop_assert_eq!(sheet.screen(top), before);
    }

    #[test]
    fn a_place_that_is_revealed_is_shown(
        article in articles(), setting in settings(), size in panes(), at in any::<prop::sample::Index>(), rows in 0..100i64,
    ) {
        let article = Arc::new(article);
        let places: Vec<Place> = article
            .parts()
            .flat_map(|(part, text)| text.char_indices().filter(|(_, c)| !matches!(c, ' ' | '\t' | '\u{3000}')).map(
                move |(byte, _)| (part, byte)))
            .map(|(part, byte)| Place { article: article.id, part, byte })
            .collect();
        prop_assume!(!places.is_empty());
        let place = places[at.index(places.len())];
        let mut sheet = Sheet::new(Arc::clone(&article), setting, size);
        let top = sheet.scroll(Anchor::from(Place::start_of(&article)), rows);
        let top = sheet.reveal(top, place);
        let screen = sheet.screen(top);
        prop_assert!(screen.runs.iter().any(|run| run.shows(place.part, place.byte)), "{:?} {:?}", place, screen);
        prop_assert_eq!(sheet.reveal(top, place), top);
        let (row, column) = sheet.cell_of(top, place).unwrap();
        let found = sheet.place_at(top, row, column).unwrap();
        prop_assert_eq!(sheet.cell_of(top, found), Some((row, column)));
    }

    #[test]
    fn strings_hold_the_whole_article(article in articles(), setting in settings()) {
        let strings: String = lines(&article, &setting).collect();
        let shown: String = article.parts().map(|(_, text)| Metrics::TERMINAL.shown(text).into_owned()).collect();
        prop_assert_eq!(without_spaces(&strings), without_spaces(&shown));
    }
}
