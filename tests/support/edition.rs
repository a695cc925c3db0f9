//! An edition of a newspaper that does not exist.

use std::sync::Arc;

use paper_reader::model::{Article, Block, BlockKind, Date, Kind, LineRange, Person, Reading, Row, RowKey, SourcePage};

use super::Entry;

const PAGE_ONE: &str = "江州日报    2026年11月23日 星期一\n第1版 要闻\n\n水陆联运满一年\n港区新增三条内河航线\n——全年货物吞吐量首次超过百万吨\n本报白石港11月22日电（记者 林 远 通讯员 许\n岚）记者从市港务局获悉，今年以来，港区先后开\n通三条内河航线，串起沿江十一个乡镇。\n古城墙修缮工程完工\n本报讯 历时两年的修缮工程昨日完工。\n";
const PAGE_TWO: &str = "江州日报\n第2版 民生\n老街菜场换新颜\n问答：供暖季怎么报修\n";

/// Three pages: eight articles with every kind of part.
pub fn edition() -> Vec<Entry> {
    let articles = [
        (1, "要闻", vec![harbour(), wall(), library()]),
        (2, "民生", vec![market(), gardens(), heating()]),
        (4, "图片", vec![snow(), untitled()]),
    ];
    let mut entries = Vec::new();
    for (page, name, articles) in articles {
        let text = if page == 1 { PAGE_ONE } else { PAGE_TWO };
        for (at, mut article) in articles.into_iter().enumerate() {
            article.set_content_id();
            entries.push(entry(page, name, at, article, text));
        }
    }
    entries
}

fn entry(page: u32, name: &str, at: usize, article: Article, text: &str) -> Entry {
    let row = Row {
        key: RowKey { edition: -20261123, page: page.into(), article: at as i64 },
        id: article.id,
        kind: article.kind,
        headline: article.title().to_owned(),
        publication: Some("江州日报".into()),
        date: Date::new(2026, 11, 23),
        page_number: Some(page),
        page_name: Some(name.into()),
        page_label: None,
        source: format!("pages/jiangzhou-{page}.txt"),
        characters: article.characters() as u64,
        reading: Reading::Unread,
    };
    let source =
        SourcePage { source: row.source.clone(), text: text.into(), lines: article.lines.clone(), sizes: Vec::new() };
    Entry { row, article: Arc::new(article), source }
}

fn paragraph(text: &str) -> Block {
    Block { kind: BlockKind::Paragraph, text: text.into() }
}

fn heading(text: &str) -> Block {
    Block { kind: BlockKind::Heading { level: 1 }, text: text.into() }
}

fn question(speaker: &str, text: &str) -> Block {
    Block { kind: BlockKind::Question { speaker: speaker.into() }, text: format!("{speaker}：{text}") }
}

fn answer(speaker: &str, text: &str) -> Block {
    Block { kind: BlockKind::Answer { speaker: speaker.into() }, text: format!("{speaker}：{text}") }
}

fn story(headline: &str, body: Vec<Block>) -> Article {
    Article { headline: Some(headline.into()), body, ..Article::default() }
}

fn harbour() -> Article {
    Article {
        kicker: Some("水陆联运满一年".into()),
        headline: Some("港区新增三条内河航线".into()),
        deck: Some("——全年货物吞吐量首次超过百万吨".into()),
        lead: Some("本报白石港11月22日电（记者 林 远 通讯员 许 岚）".into()),
        body: vec![
            paragraph(
                "记者从市港务局获悉，今年以来，港区先后开通三条内河航线，串起沿江十一个乡镇。到10月底，货物吞吐量达到102.6万吨，比去年同期增长18.3%。",
            ),
            heading("一、船为什么多了"),
            paragraph(
                "“以前等一条船要三天，现在早上报单，下午装船。”货主周敏说。变化从一张统一的调度表开始：六家货运公司把船期并到一处，空船率从三成降到不足一成。",
            ),
            paragraph(
                "调度员老秦在江边干了二十六年。他翻开手机里的表格，哪条船在哪个码头、几点到、还能装多少，一眼就能看清。“过去靠喊，现在靠看。”他说。",
            ),
            heading("二、钱从哪里来"),
            paragraph(
                "三条航线的前期投入由市、县两级共同承担，运营头三年按实际货量给予补助，第四年起逐步退出。补助的每一笔都在港务局门口的公示栏里贴着。",
            ),
            paragraph(
                "市港务局副局长何青介绍，航线开通以来，沿江农产品外运的平均成本每吨下降了41元，相当于从前的六成。",
            ),
            heading("三、明年还要做什么"),
            paragraph("明年计划再改造四座旧码头，把冷藏柜送到最上游的柳溪乡。“柑橘怕热，等不起。”何青说。"),
        ],
        credit: Some("（孟 川 摄）".into()),
        lines: vec![LineRange(4, 9)],
        ..Article::default()
    }
}

fn wall() -> Article {
    let mut article = story(
        "古城墙修缮工程完工",
        vec![
            paragraph("历时两年的修缮工程昨日完工，北门至望江台一段今天起对市民开放。"),
            paragraph("工程共更换残砖一万二千余块，新砖在背面刻有年份，便于后人分辨。"),
        ],
    );
    article.lead = Some("本报讯（记者 唐 岩）".into());
    article.byline = vec![Person { role: Some("记者".into()), name: "唐岩".into() }];
    article.lines = vec![LineRange(10, 11)];
    article
}

fn library() -> Article {
    story("市图书馆延长开放时间", vec![paragraph("从下周一起，市图书馆每晚开放到十点，自习区增加座位160个。")])
}

fn market() -> Article {
    let mut article = story(
        "老街菜场换新颜",
        vec![
            paragraph("菜场改造之后，摊位从一百零八个并为九十二个，通道宽了一倍。"),
            paragraph("卖豆腐的吴婶说：“轮椅也能推到我跟前了。”"),
        ],
    );
    article.deck = Some("通道宽了一倍，老摊主都回来了".into());
    article
}

fn gardens() -> Article {
    story("雨水花园进社区", vec![paragraph("一场大雨之后，梅园社区的草沟里没有积水。")])
}

fn heating() -> Article {
    story(
        "问答：供暖季怎么报修",
        vec![
            question("问", "家里暖气不热，先找谁？"),
            answer("答", "先看入户阀门是否打开；仍不热，拨打供热公司24小时电话，两小时内有人联系。"),
            question("问", "多少度算不达标？"),
            answer("答", "卧室和起居室低于18℃即为不达标，可以申请测温，按天退费。"),
        ],
    )
}

fn snow() -> Article {
    let mut article = story("初雪中的环卫工人", vec![paragraph("昨日清晨，环卫工人在望江路清扫积雪。")]);
    article.kind = Kind::Photo;
    article.credit = Some("陆 平 摄".into());
    article
}

fn untitled() -> Article {
    Article {
        body: vec![paragraph("本报昨日三版一则消息中，“柳溪镇”应为“柳溪乡”，特此更正。")], ..Article::default()
    }
}

/// An edition of many short articles, ten a page.
pub fn many(count: usize) -> Vec<Entry> {
    let articles = (1..=count).map(|number| {
        let mut article = story(&format!("标题{number}"), vec![paragraph("正文。")]);
        article.set_content_id();
        entry((number / 10 + 1) as u32, "要闻", number, article, "")
    });
    articles.collect()
}

/// Pages that are printed: a lead over two columns, a story round another, briefs, captions, an article that is
/// nowhere.
pub fn printed(pages: u32) -> Vec<Entry> {
    const BOXES: [(&str, Kind, &[[f32; 4]]); 12] = [
        (
            "港区新增三条内河航线",
            Kind::Story,
            &[[40.0, 60.0, 480.0, 110.0], [40.0, 120.0, 255.0, 400.0], [268.0, 120.0, 483.0, 400.0]],
        ),
        (
            "古城墙修缮工程完工",
            Kind::Story,
            &[[500.0, 60.0, 760.0, 90.0], [500.0, 98.0, 620.0, 240.0], [636.0, 98.0, 757.0, 180.0]],
        ),
        ("城墙根下的象棋摊", Kind::Story, &[[640.0, 186.0, 760.0, 238.0]]),
        ("初雪中的环卫工人", Kind::Photo, &[[500.0, 400.0, 700.0, 409.0]]),
        ("市图书馆延长开放时间", Kind::Story, &[[40.0, 430.0, 200.0, 450.0], [40.0, 455.0, 198.0, 640.0]]),
        (
            "老街菜场换新颜",
            Kind::Story,
            &[[215.0, 430.0, 480.0, 450.0], [215.0, 458.0, 340.0, 700.0], [355.0, 458.0, 480.0, 690.0]],
        ),
        ("简讯", Kind::Story, &[[500.0, 430.0, 540.0, 445.0]]),
        ("雨水花园进社区", Kind::Story, &[[500.0, 452.0, 760.0, 490.0]]),
        ("渡口改建开工", Kind::Story, &[[500.0, 496.0, 758.0, 530.0]]),
        ("灯塔点灯", Kind::Story, &[[500.0, 536.0, 760.0, 570.0]]),
        (
            "供暖季怎么报修",
            Kind::Story,
            &[[500.0, 600.0, 760.0, 625.0], [500.0, 630.0, 625.0, 860.0], [215.0, 720.0, 480.0, 860.0]],
        ),
        ("更正", Kind::Story, &[]),
    ];
    let article = |page: u32, number: usize, (title, kind, boxes): (&str, Kind, &[[f32; 4]])| {
        let sentences = "江水东流，船来船往，两岸的灯一盏一盏亮了起来。".repeat(2);
        let body = vec![paragraph(&sentences); if boxes.len() > 1 { 12 } else { 2 }];
        let headline = if page == 1 { title.to_owned() } else { format!("{title}（{page}）") };
        let boxes =
            boxes.iter().map(|[left, top, right, bottom]| (page, *left, *top, *right, *bottom).into()).collect();
        let mut article = Article { kind, boxes, ..story(&headline, body) };
        article.set_content_id();
        entry(page, "要闻", number, article, "")
    };
    let page = |page| BOXES.iter().enumerate().map(move |(number, printed)| article(page, number, *printed));
    (1..=pages).flat_map(page).collect()
}

/// One article of so many characters, in paragraphs and sections.
pub fn long(characters: usize) -> Vec<Entry> {
    const SENTENCE: &str = "江水到了白石滩，流得慢了，船也慢了，岸上的人看得清船头站着的是谁。";
    let mut body = Vec::new();
    for number in 0..characters / (SENTENCE.chars().count() * 4) {
        if number % 20 == 0 {
            body.push(heading(&format!("第{}节", number / 20 + 1)));
        }
        body.push(paragraph(&SENTENCE.repeat(4)));
    }
    let mut article = story("一条江的长度", body);
    article.set_content_id();
    vec![entry(1, "要闻", 0, article, "")]
}
