//! One article in the three layouts, as pictures; and what must hold of every screen.

use std::sync::Arc;

use super::*;
use crate::model::{Article, Block, BlockKind, Part, Place};
use crate::text::{Metrics, chars};

fn block(kind: BlockKind, text: &str) -> Block {
    Block { kind, text: text.into() }
}

/// An article of our own with a block of every kind.
fn article() -> Article {
    let paragraph = |text| block(BlockKind::Paragraph, text);
    let heading = |text| block(BlockKind::Heading { level: 1 }, text);
    let asker = || BlockKind::Question { speaker: "记者".into() };
    let answerer = || BlockKind::Answer { speaker: "周敏".into() };
    let mut article = Article {
        kicker: Some("水陆联运满一年".into()),
        headline: Some("港区新增三条内河航线 沿江十一个乡镇通了货船".into()),
        deck: Some("——全年货物吞吐量首次超过百万吨".into()),
        lead: Some("本报白石港11月22日电（记者 林远 通讯员 许岚）".into()),
        body: vec![
            paragraph(
                "记者从市港务局获悉，今年以来，港区先后开通三条内河航线，串起沿江十一个乡镇。到10月底，货物吞吐量达到102.6万吨，比去年同期增长18.3%，其中“散改集”货物占了将近一半。",
            ),
            paragraph("码头上，5G调度台的屏幕一刻不停——哪条船空着、哪个泊位等着，一看便知。"),
            heading("一、船为什么多了"),
            paragraph(
                "“以前等一条船要三天，现在早上报单，下午装船。”货主周敏说。变化从一张统一的调度表开始：六家货运公司把船期并到一处，空船率从三成降到不足一成，每吨货的运费也跟着降了2.4元。",
            ),
            heading("二、钱从哪里来"),
            block(asker(), "记者：三条航线的前期投入由谁承担？"),
            block(
                answerer(),
                "周敏：由市、县两级共同承担，货主按吨位分摊一小部分。第一年的账已经算清，比走公路省下约一百二十万元，大家心里有了底。",
            ),
            paragraph("明年的船期表已经排到了3月，新添的两条船正在船台上装机器。"),
            paragraph("江上的航标灯也换成了新的，夜里走船比从前安心得多。"),
        ],
        credit: Some("（林远 摄影报道）".into()),
        ..Article::default()
    };
    article.set_content_id();
    article
}

fn sheet(layout: Layout, width: u16, height: u16) -> Sheet {
    Sheet::new(Arc::new(article()), Setting { layout, ..Setting::default() }, Size { width, height })
}

/// What a terminal would show of a screen, faces left out.
fn picture(screen: &ScreenText, size: Size) -> String {
    let mut rows = vec![Vec::new(); size.height.into()];
    for run in &screen.runs {
        rows[usize::from(run.row)].push(run);
    }
    let mut picture = String::new();
    for mut row in rows {
        row.sort_by_key(|run| run.column);
        let mut column = 0;
        for run in row {
            assert!(run.column >= column, "{run:?} stands on another run");
            picture.extend(std::iter::repeat_n(' ', (run.column - column).into()));
            picture.push_str(&run.text);
            column = run.column + run.cells;
            assert_eq!(Metrics::TERMINAL.cells(&run.text), usize::from(run.cells), "{run:?}");
        }
        picture.push('\n');
    }
    picture
}

fn pictures(layout: Layout, width: u16, height: u16) -> String {
    let mut sheet = sheet(layout, width, height);
    let mut top = Anchor::from(Place::start_of(sheet.article()));
    let mut pictures = String::new();
    loop {
        let screen = sheet.screen(top);
        pictures.push_str(&format!("{:-^1$}\n", "", usize::from(width)));
        pictures.push_str(&picture(&screen, Size { width, height }));
        if screen.at_end {
            return pictures;
        }
        top = sheet.turn(top, 1);
    }
}

/// Pages of a layout at several sizes, turned to the end.
#[track_caller]
fn snapshot(name: &str, layout: Layout, sizes: &[(u16, u16)]) {
    let pictures: Vec<String> = sizes.iter().map(|&(width, height)| pictures(layout, width, height)).collect();
    insta::assert_snapshot!(name, pictures.join("\n"));
}

#[test]
fn one_column() {
    snapshot("column", Layout::Column, &[(20, 8), (40, 12), (80, 24), (120, 40)]);
}

#[test]
fn columns() {
    snapshot("columns", Layout::Columns, &[(40, 12), (80, 24), (120, 40), (200, 50)]);
}

#[test]
fn vertical() {
    snapshot("vertical", Layout::Vertical, &[(20, 8), (40, 12), (80, 24), (200, 50)]);
}

#[test]
fn strings() {
    let strings: Vec<String> = lines(&article(), &Setting { measure: 60, ..Setting::default() }).collect();
    insta::assert_snapshot!("strings", strings.join("\n"));
}

#[test]
fn every_character_has_its_reading_above_it() {
    let article = Arc::new(article());
    for layout in [Layout::Column, Layout::Columns] {
        let setting = Setting { layout, pinyin: true, ..Setting::default() };
        let mut sheet = Sheet::new(Arc::clone(&article), setting, Size { width: 100, height: 41 });
        let runs = sheet.screen(Anchor::from(Place::start_of(&article))).runs;
        let (readings, texts): (Vec<_>, Vec<_>) = runs.iter().partition(|run| run.face == Face::Pinyin);
        for reading in &readings {
            let text = texts.iter().find(|run| run.bytes == reading.bytes && run.part == reading.part).unwrap();
            assert_eq!(text.row, reading.row + 1);
            assert!(text.column + text.cells > reading.column && text.column < reading.column + reading.cells);
        }
        let han = texts.iter().filter(|run| run.text.starts_with(chars::is_han)).count();
        assert!(han > 200 && readings.len() == han, "{han} {}", readings.len());
    }
}

#[test]
fn a_pane_of_one_row_shows_text_without_pinyin() {
    let setting = Setting { pinyin: true, ..Setting::default() };
    let mut sheet = Sheet::new(Arc::new(article()), setting, Size { width: 40, height: 1 });
    let start = Anchor::from(Place::start_of(sheet.article()));
    assert_eq!(first_line(&mut sheet, start), "水陆联运满一年");
}

/// The text of the first run in the first row of a screen.
fn first_line(sheet: &mut Sheet, top: Anchor) -> String {
    sheet.screen(top).runs.into_iter().next().map_or_else(String::new, |run| run.text)
}

#[test]
fn scrolling_goes_row_by_row_and_stops_at_both_ends() {
    let mut sheet = sheet(Layout::Column, 40, 12);
    let start = Anchor::from(Place::start_of(sheet.article()));
    assert!(sheet.screen(start).at_start);
    let second = sheet.scroll(start, 1);
    assert_eq!(first_line(&mut sheet, second), "港区新增三条内河航线");
    assert_eq!(sheet.scroll(second, -1), start);
    assert_eq!(sheet.scroll(start, -5), start);
    let end = sheet.scroll(start, i64::MAX);
    assert_eq!(end, sheet.end());
    let last = sheet.screen(end);
    assert!(last.at_end && !last.at_start);
    assert_eq!(last.runs.last().map(|run| run.row), Some(11));
    assert_eq!(sheet.scroll(end, i64::MIN), start);
}

#[test]
fn a_screen_can_begin_with_a_blank_row() {
    let mut sheet = sheet(Layout::Column, 40, 12);
    let start = Anchor::from(Place::start_of(sheet.article()));
    let blank = sheet.scroll(start, 4);
    assert_eq!(sheet.screen(blank).runs.first().map(|run| run.row), Some(1));
    let lead = sheet.scroll(blank, 1);
    assert_eq!(sheet.screen(lead).runs.first().map(|run| run.row), Some(0));
    assert_eq!((blank.place(), sheet.scroll(lead, -1)), (lead.place(), blank));
}

#[test]
fn turning_keeps_a_row_and_goes_back_the_same_way() {
    let mut sheet = sheet(Layout::Column, 40, 9);
    let start = Anchor::from(Place::start_of(sheet.article()));
    let last = sheet.screen(start).runs.last().map(|run| run.text.clone());
    let next = sheet.turn(start, 1);
    assert_eq!(Some(first_line(&mut sheet, next)), last);
    assert_eq!(sheet.turn(next, -1), start);
}

#[test]
fn pages_turn_there_and_back() {
    for layout in [Layout::Columns, Layout::Vertical] {
        let mut sheet = sheet(layout, 80, 12);
        let start = Anchor::from(Place::start_of(sheet.article()));
        let second = sheet.turn(start, 1);
        assert_ne!(second, start);
        assert_eq!(sheet.turn(second, -1), start);
        assert_eq!(sheet.turn(start, -1), start);
        assert_eq!(sheet.turn(start, 99), sheet.end());
        assert_eq!(sheet.scroll(start, 3), second);
    }
}

#[test]
fn a_place_is_on_the_same_screen_in_every_layout() {
    let article = article();
    let part = Part::Body(6);
    let byte = article.part(part).and_then(|text| text.find("一百二十万")).unwrap();
    let place = Place { part, byte, ..Place::start_of(&article) };
    for layout in [Layout::Column, Layout::Columns, Layout::Vertical] {
        let mut sheet = sheet(layout, 80, 12);
        let start = Anchor::from(Place::start_of(&article));
        assert_eq!(sheet.cell_of(start, place), None);
        let top = sheet.reveal(start, place);
        let (row, column) = sheet.cell_of(top, place).unwrap();
        assert_eq!(sheet.place_at(top, row, column), Some(place));
    }
}

#[test]
fn progress_is_the_share_of_the_bytes_before() {
    let sheet = sheet(Layout::Column, 80, 24);
    let start = Place::start_of(sheet.article());
    assert_eq!(sheet.progress(start), 0.0);
    assert_eq!(sheet.progress(Place { part: Part::Credit, byte: usize::MAX, ..start }), 1.0);
    let middle = sheet.progress(Place { part: Part::Body(4), byte: 0, ..start });
    assert!((0.4..0.7).contains(&middle), "{middle}");
}

#[test]
fn a_speaker_has_a_face_of_its_own() {
    let mut sheet = sheet(Layout::Column, 80, 40);
    let start = Anchor::from(Place::start_of(sheet.article()));
    let runs = sheet.screen(start).runs;
    let speakers: Vec<&str> = runs.iter().filter(|run| run.face == Face::Speaker).map(|run| &*run.text).collect();
    assert_eq!(speakers, ["记者：", "周敏："]);
}

/// Where the first two lines of each block begin, in one column of a measure.
#[track_caller]
fn lines_begin(body: Vec<Block>, measure: u16, expected: &[[u16; 2]]) {
    let article = Arc::new(Article { body, ..Article::default() });
    let size = Size { width: measure + 2, height: 200 };
    let mut sheet = Sheet::new(Arc::clone(&article), Setting::default(), size);
    let screen = sheet.screen(Anchor::from(Place::start_of(&article)));
    let lefts = |block| {
        let rows = screen.runs.iter().filter(move |run| run.part == Part::Body(block));
        let mut lefts: Vec<_> = rows.map(|run| (run.row, run.column)).collect();
        lefts.dedup_by_key(|left| left.0);
        [lefts[0].1, lefts[1].1]
    };
    assert_eq!((0..article.body.len()).map(lefts).collect::<Vec<_>>(), expected);
}

#[test]
fn items_of_a_list_hang() {
    let long = |text: &str| block(BlockKind::Paragraph, &text.repeat(20));
    let body = || vec![long("江水东流，"), long("1.船来船往，"), long("2.灯亮了，"), long("3、潮平，")];
    lines_begin(body(), 76, &[[4, 0], [0, 4], [0, 4], [4, 0]]);
    lines_begin(body(), 24, &[[2, 0], [0, 2], [0, 2], [2, 0]]);
    lines_begin(body(), 22, &[[2, 0]; 4]);
}

#[test]
fn questions_and_answers_hang_on_their_speakers_where_the_measure_is_wide() {
    let long = |kind, text: &str| block(kind, &(text.to_owned() + &"江水东流，".repeat(20)));
    let speaker = || "记者".to_owned();
    let body = || {
        vec![
            long(BlockKind::Question { speaker: speaker() }, "记者："),
            long(BlockKind::Answer { speaker: speaker() }, "记者："),
            long(BlockKind::Paragraph, ""),
        ]
    };
    lines_begin(body(), 48, &[[0, 4], [0, 4], [8, 4]]);
    lines_begin(body(), 46, &[[4, 0]; 3]);
    lines_begin(body(), 28, &[[2, 0]; 3]);
}

#[test]
fn an_article_without_text_is_an_empty_screen() {
    for layout in [Layout::Column, Layout::Columns, Layout::Vertical] {
        let setting = Setting { layout, ..Setting::default() };
        let mut sheet = Sheet::new(Arc::new(Article::default()), setting, Size { width: 80, height: 24 });
        let start = Anchor::from(Place::start_of(sheet.article()));
        let screen = sheet.screen(start);
        assert!(screen.runs.is_empty() && screen.at_start && screen.at_end);
        assert_eq!((sheet.end(), sheet.turn(start, 1), sheet.scroll(start, 1)), (start, start, start));
    }
}

#[test]
fn a_book_is_turned_through_and_back() {
    let paragraph = block(BlockKind::Paragraph, &"江水东流，船来船往，两岸的灯一盏一盏亮了起来。".repeat(8));
    let one = block(BlockKind::Paragraph, &"潮平两岸阔，风正一帆悬。".repeat(6000));
    let mut body = vec![paragraph; 500];
    body.push(one);
    let book = Arc::new(Article { headline: Some("江上".into()), body, ..Article::default() });
    for layout in [Layout::Columns, Layout::Vertical] {
        let setting = Setting { layout, ..Setting::default() };
        let mut sheet = Sheet::new(Arc::clone(&book), setting, Size { width: 120, height: 40 });
        let mut tops = vec![Anchor::from(Place::start_of(&book))];
        while let Some(&top) = tops.last().filter(|&&top| !sheet.screen(top).at_end) {
            tops.push(sheet.turn(top, 1));
        }
        let mut back = sheet.end();
        for top in tops.into_iter().rev() {
            assert_eq!(back, top);
            back = sheet.turn(back, -1);
        }
    }
}
