//! Pages whose places are known, through the parser: columns, heads, captions, tables by where and how they
//! are printed.
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use paper_reader::model::{
    Article, BlockKind, Bounds, Kind, LineGeometry, Page, PageGeometry, RawLine, RawPage, Rule, Writing,
};
use paper_reader::parse::parse;

/// A page in the making; places and sizes are in points.
struct Sheet {
    raw: RawPage,
}

impl Sheet {
    fn new() -> Self {
        let mut raw = RawPage::from_text("printed", "");
        raw.geometry = Some(PageGeometry { width: 600.0, height: 800.0, ..PageGeometry::default() });
        Self { raw }
    }

    /// Adds lines one below another, each from its left edge; a line that begins with two spaces of an
    /// ideograph is indented by them.
    fn column(self, left: f32, top: f32, size: f32, text: &str) -> Self {
        self.set(left, top, size, 50.0, text)
    }

    fn bold(self, left: f32, top: f32, size: f32, text: &str) -> Self {
        self.set(left, top, size, 90.0, text)
    }

    fn set(mut self, left: f32, top: f32, size: f32, weight: f32, text: &str) -> Self {
        for (n, line) in text.lines().enumerate() {
            let words = line.trim_start_matches('\u{3000}');
            let indent = (line.chars().count() - words.chars().count()) as f32;
            let top = top + n as f32 * size * 1.4;
            let left = left + indent * size;
            let bounds = Bounds { left, top, right: left + width(words) * size, bottom: top + size };
            self.add(words, bounds, size, weight, Writing::Horizontal);
        }
        self
    }

    /// Adds lines set from the top down, from right to left.
    fn vertical(mut self, right: f32, top: f32, size: f32, text: &str) -> Self {
        for (n, line) in text.lines().enumerate() {
            let words = line.trim_start_matches('\u{3000}');
            let indent = (line.chars().count() - words.chars().count()) as f32;
            let right = right - n as f32 * size * 1.5;
            let top = top + indent * size;
            let bounds = Bounds { left: right - size, top, right, bottom: top + width(words) * size };
            self.add(words, bounds, size, 50.0, Writing::Vertical);
        }
        self
    }

    fn add(&mut self, words: &str, bounds: Bounds, size: f32, weight: f32, writing: Writing) {
        let start = self.raw.text.len();
        self.raw.text.push_str(words);
        let geometry = LineGeometry {
            bounds,
            baseline: None,
            type_size: Some(size),
            face: None,
            weight: Some(weight),
            writing,
            colour: None,
        };
        let number = self.raw.lines.len() as u32 + 1;
        let end = self.raw.text.len();
        self.raw.lines.push(RawLine { start, end, number, geometry: Some(Box::new(geometry)), role: None });
        self.raw.text.push('\n');
    }

    fn picture(mut self, left: f32, top: f32, right: f32, bottom: f32) -> Self {
        self.raw.geometry.as_mut().unwrap().pictures.push(Bounds { left, top, right, bottom });
        self
    }

    fn rule(mut self, left: f32, right: f32, top: f32) -> Self {
        let bounds = Bounds { left, top, right, bottom: top + 0.5 };
        self.raw.geometry.as_mut().unwrap().rules.push(Rule { bounds, thickness: 0.5 });
        self
    }

    fn page(self) -> Page {
        parse(&self.raw)
    }
}

/// How wide a text is, in ideographs: digits and letters are half as wide.
fn width(text: &str) -> f32 {
    text.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum()
}

fn headlines(page: &Page) -> Vec<&str> {
    page.articles.iter().map(|article| article.headline.as_deref().unwrap_or("-")).collect()
}

fn texts(article: &Article) -> Vec<&str> {
    article.body.iter().map(|block| block.text.as_str()).collect()
}

const FERRY: [&str; 2] = [
    "　　河水退去，渡口的石阶\n露了出来，三班渡船照开。\n摆渡人说，水位还要再落半\n米，到月底才能看见老码头\n　　往年这时候，北岸的人",
    "要绕道石桥去赶集，今年不\n用了。新船是木头做的，装\n得下二十个人和十筐菜，一\n天来回十二趟。",
];

#[test]
fn columns_below_a_head_are_read_one_behind_the_other() {
    let page = Sheet::new()
        .column(40.0, 100.0, 26.0, "渡口的灯又亮了")
        // The second column comes first in the file.
        .column(160.0, 150.0, 9.0, FERRY[1])
        .column(40.0, 150.0, 9.0, FERRY[0])
        .page();
    assert_eq!(headlines(&page), ["渡口的灯又亮了"]);
    let [first, second] = texts(&page.articles[0])[..] else { panic!("{:?}", page.articles) };
    assert!(first.starts_with("河水退去") && first.ends_with("老码头"));
    assert!(second.starts_with("往年这时候，北岸的人要绕道石桥"));
}

#[test]
fn heads_side_by_side_have_the_columns_below_them() {
    let page = Sheet::new()
        .bold(40.0, 100.0, 20.0, "渡口的灯又亮了")
        .bold(300.0, 100.0, 20.0, "盐场的水车转起来")
        .column(40.0, 140.0, 9.0, "　　河水退去，渡口的石阶\n露了出来，三班渡船照开。")
        .column(160.0, 140.0, 9.0, "　　摆渡人说，水位还要再\n落半米。")
        .column(300.0, 140.0, 9.0, "　　停了十二年的水车昨天\n又在盐场转了起来。")
        .column(420.0, 140.0, 9.0, "　　老盐工说，水车一转，\n卤水就活了。")
        .page();
    assert_eq!(headlines(&page), ["渡口的灯又亮了", "盐场的水车转起来"]);
    assert_eq!(page.articles.iter().map(|article| article.body.len()).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn a_small_bold_line_in_a_column_is_a_title_in_the_text() {
    let page = Sheet::new()
        .column(40.0, 100.0, 26.0, "渡口的灯又亮了")
        .column(40.0, 150.0, 9.0, "　　河水退去，渡口的石阶\n露了出来，三班渡船照开。")
        .bold(60.0, 178.0, 10.5, "新船下水")
        .column(40.0, 194.0, 9.0, "　　新船是木头做的，装得\n下二十个人和十筐菜。")
        .page();
    let [article] = page.articles.as_slice() else { panic!("{:?}", page.articles) };
    let kinds: Vec<_> = article.body.iter().map(|block| &block.kind).collect();
    assert!(matches!(kinds[..], [BlockKind::Paragraph, BlockKind::Heading { .. }, BlockKind::Paragraph]), "{kinds:?}");
}

#[test]
fn a_page_set_vertically_is_read_from_the_right() {
    let page = Sheet::new()
        .vertical(560.0, 60.0, 28.0, "渡しの灯ふたたび")
        .vertical(510.0, 60.0, 10.0, "　川の水が引き、渡し場の石段\nがまた姿を見せた。三便の船は\n平常どおり出ている。")
        // The band below goes on.
        .vertical(560.0, 300.0, 10.0, "　船頭は月末には古い桟橋も見\nえるだろうと話す。")
        .page();
    assert_eq!(headlines(&page), ["渡しの灯ふたたび"]);
    let texts = texts(&page.articles[0]);
    assert_eq!(texts[0], "川の水が引き、渡し場の石段がまた姿を見せた。三便の船は平常どおり出ている。");
    assert!(texts[1].starts_with("船頭は月末には"), "{texts:?}");
}

#[test]
fn small_type_below_a_picture_is_its_caption() {
    let page = Sheet::new()
        .column(40.0, 100.0, 26.0, "渡口的灯又亮了")
        .column(40.0, 150.0, 9.0, "　　河水退去，渡口的石阶\n露了出来，三班渡船照开。")
        .picture(200.0, 150.0, 400.0, 300.0)
        .column(200.0, 304.0, 8.0, "渡船在老渡口夜航。江一帆 摄")
        .page();
    let [story, photo] = page.articles.as_slice() else { panic!("{:?}", page.articles) };
    assert_eq!((story.kind, photo.kind), (Kind::Story, Kind::Photo));
    assert_eq!(texts(photo), ["渡船在老渡口夜航。"]);
    assert_eq!(photo.byline[0].name, "江一帆");
}

#[test]
fn cells_on_a_line_are_a_row() {
    let mut sheet = Sheet::new().bold(40.0, 100.0, 14.0, "航班时刻");
    for (n, cells) in [["北岸", "7:30", "每日"], ["南岸", "8:15", "每日"], ["石桥", "9:00", "周末"]].iter().enumerate()
    {
        let top = 125.0 + n as f32 * 13.0;
        sheet =
            sheet.column(40.0, top, 8.0, cells[0]).column(110.0, top, 8.0, cells[1]).column(180.0, top, 8.0, cells[2]);
        sheet = sheet.rule(40.0, 220.0, top + 10.5);
    }
    let page = sheet.page();
    assert_eq!(headlines(&page), ["航班时刻"]);
    assert_eq!(texts(&page.articles[0]), ["北岸 7:30 每日", "南岸 8:15 每日", "石桥 9:00 周末"]);
}

#[test]
fn a_drop_capital_begins_its_line() {
    let page = Sheet::new()
        .bold(40.0, 100.0, 26.0, "Ferry Lights Return")
        .column(40.0, 140.0, 24.0, "T")
        .column(54.0, 141.0, 9.0, "he river fell last night and")
        .column(54.0, 153.6, 9.0, "the old stone steps came up")
        .column(40.0, 166.2, 9.0, "again beside the three boats.")
        .page();
    assert_eq!(
        texts(&page.articles[0]),
        ["The river fell last night and the old stone steps came up again beside the three boats."]
    );
}

#[test]
fn items_that_hang_are_paragraphs() {
    let page = Sheet::new()
        .bold(60.0, 100.0, 14.0, "渡船招标公告")
        .column(40.0, 130.0, 9.0, "　　下列项目现予公告。\n（一）渡船两艘，木壳，载\n　　　客二十人。\n（二）交船的日子不晚于明\n　　　年三月。")
        .page();
    assert_eq!(
        texts(&page.articles[0]),
        ["下列项目现予公告。", "（一）渡船两艘，木壳，载客二十人。", "（二）交船的日子不晚于明年三月。",]
    );
}

#[test]
fn a_frame_s_advertisement_is_no_article() {
    let mut sheet = Sheet::new()
        .column(40.0, 100.0, 26.0, "渡口的灯又亮了")
        .column(40.0, 150.0, 9.0, FERRY[0])
        .bold(60.0, 420.0, 24.0, "老渡口茶馆")
        .bold(60.0, 455.0, 14.0, "新茶上市");
    let frame = Bounds { left: 50.0, top: 400.0, right: 300.0, bottom: 500.0 };
    sheet.raw.geometry.as_mut().unwrap().frames.push(frame);
    let page = sheet.page();
    assert_eq!(headlines(&page), ["渡口的灯又亮了"]);
    assert_eq!(page.furniture, ["老渡口茶馆", "新茶上市"]);
}

#[test]
fn more_lines_than_a_page_has_stay_in_the_order_of_their_source() {
    let lines: Vec<String> = (0..3_000).map(|n| format!("渡口{n}号船")).collect();
    let mut sheet = Sheet::new();
    for (n, line) in lines.iter().enumerate() {
        sheet = sheet.column((n % 7) as f32 * 80.0, 790.0 - (n % 90) as f32 * 8.0, 6.0, line);
    }
    let page = sheet.page();
    let text: String = page.articles.iter().flat_map(texts).collect();
    let places: Vec<usize> = lines.iter().step_by(100).filter_map(|line| text.find(line.as_str())).collect();
    assert!(places.len() > 20 && places.is_sorted(), "{places:?}");
}

/// The characters of a text, sorted, that are no space.
fn characters(texts: impl Iterator<Item = String>) -> Vec<char> {
    let mut characters: Vec<char> = texts.collect::<String>().chars().filter(|c| !c.is_whitespace()).collect();
    characters.sort_unstable();
    characters
}

#[test]
fn a_last_head_that_a_border_parts_loses_nothing() {
    let sheet = Sheet::new().column(0.0, 0.0, 28.2, "。渡，渡").column(431.4, 682.3, 15.9, "1口灯\n渡");
    let sheet =
        sheet.column(0.0, 0.0, 4.0, "1。a渡1渡1a渡1").column(524.0, 0.0, 4.0, "a（a1").column(181.5, 506.9, 34.3, "1");
    let page = sheet.column(266.0, 368.5, 35.7, "灯\n渡。渡。灯口。\n灯灯").page();
    let text: String = page.articles.iter().flat_map(texts).collect();
    assert!(text.contains("渡。渡。灯口。"), "{page:#?}");
}

proptest::proptest! {
    #[test]
    fn nothing_is_lost_wherever_it_stands(
        blocks in proptest::collection::vec((0.0f32..560.0, 0.0f32..780.0, 4.0f32..40.0, "[渡口灯a-c1。，（\u{3000}]{1,12}(\n[渡口灯。]{1,9}){0,3}"), 0..12)
    ) {
        let mut sheet = Sheet::new();
        for (left, top, size, text) in &blocks {
            sheet = sheet.column(*left, *top, *size, text);
        }
        let given = characters(std::iter::once(sheet.raw.text.clone()));
        let page = sheet.page();
        let parts = page.articles.iter().flat_map(|article| {
            let head = [&article.kicker, &article.headline, &article.deck, &article.lead, &article.credit];
            let body = article.body.iter().map(|block| block.text.clone());
            head.map(|text| text.clone().unwrap_or_default()).into_iter().chain(body).collect::<Vec<_>>()
        });
        let kept = characters(parts.chain(page.furniture.iter().cloned()));
        proptest::prop_assert_eq!(kept, given);
    }
}

/// A page in Latin script: a folio, a picture with its caption between the head and the text, a ragged box.
fn ferry_page() -> Page {
    let text = "By Tom Landing\nAt six minutes past seven on Saturday morning the\nbell of the landing rang for the first time since\nthe bridge was opened, and forty people came.";
    Sheet::new()
        .bold(40.0, 20.0, 11.0, "Saltmere Packet")
        .column(250.0, 21.0, 9.0, "Monday, November 23, 2026")
        .column(480.0, 21.0, 9.0, "Page 4  Letters")
        .bold(40.0, 100.0, 22.0, "Ferry bell rings again")
        .picture(40.0, 130.0, 300.0, 300.0)
        .column(40.0, 306.0, 8.0, "The ferry at the east landing. Photo by Dell Marsh")
        .column(40.0, 330.0, 10.0, text)
        .bold(340.0, 100.0, 16.0, "Keys for a day")
        .column(340.0, 130.0, 10.0, "The arrows move, and one key opens\nan article.")
        .column(340.0, 164.0, 10.0, "Space turns a page of the text.")
        .column(340.0, 184.0, 10.0, "The slash searches an article, from\nthe list the library.")
        .page()
}

#[test]
fn a_caption_between_a_head_and_its_text_stands_alone() {
    let page = ferry_page();
    assert_eq!(headlines(&page), ["Ferry bell rings again", "Keys for a day", "-"]);
    let [article, _, photo] = page.articles.as_slice() else { panic!("{:?}", page.articles) };
    assert_eq!(article.byline.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Tom Landing"]);
    assert_eq!((photo.kind, photo.credit.as_deref()), (Kind::Photo, Some("Photo by Dell Marsh")));
    assert_eq!(texts(photo), ["The ferry at the east landing."]);
}

#[test]
fn space_parts_the_paragraphs_of_a_ragged_column() {
    let page = ferry_page();
    let paragraphs = [
        "The arrows move, and one key opens an article.",
        "Space turns a page of the text.",
        "The slash searches an article, from the list the library.",
    ];
    assert_eq!(texts(&page.articles[1]), paragraphs);
}

#[test]
fn a_bold_name_beside_the_date_is_the_paper_s() {
    let page = ferry_page();
    assert_eq!(page.publication.as_deref(), Some("Saltmere Packet"));
    assert_eq!((page.page_number, page.page_name.as_deref()), (Some(4), Some("Letters")));
}
