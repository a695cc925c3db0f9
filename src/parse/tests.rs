//! Small pages, and what they come apart into.

use super::parse;
use crate::model::{Article, BlockKind, Kind, RawPage};

/// An article on a few lines: its head, its lead, its blocks, each behind a letter.
fn outline(article: &Article) -> String {
    let mut lines = Vec::new();
    let mut line = |mark: &str, text: &Option<String>| lines.extend(text.iter().map(|text| format!("{mark} {text}")));
    line("kicker", &article.kicker);
    line("headline", &article.headline);
    line("deck", &article.deck);
    line("lead", &article.lead);
    for block in &article.body {
        let mark = match &block.kind {
            BlockKind::Heading { .. } => "heading",
            BlockKind::Paragraph => "-",
            BlockKind::Question { .. } => "question",
            BlockKind::Answer { .. } => "answer",
        };
        lines.push(format!("{mark} {}", block.text));
    }
    lines.extend(article.credit.iter().map(|text| format!("credit {text}")));
    lines.join("\n")
}

#[track_caller]
fn check(page: &str, expected: &str) {
    let page = parse(&RawPage::from_text("test", page.trim_start_matches('\n')));
    let found: Vec<String> = page.articles.iter().map(outline).collect();
    let expected: Vec<&str> = expected.trim().split("\n\n").map(str::trim).collect();
    assert_eq!(found, expected);
}

const RIVER: &str = "\
本报讯（记者 江一帆） 老渡口的石
阶昨日露出水面，岸上的人们都跑来看
热闹，有人还捡到了一枚旧铜钱。
河道管理处的人说，今年的水位是
三十年来最低的一次，石阶上刻着的字
都能看得清清楚楚。
";
const RIVER_OUTLINE: &str = "\
lead 本报讯（记者 江一帆）
- 老渡口的石阶昨日露出水面，岸上的人们都跑来看热闹，有人还捡到了一枚旧铜钱。
- 河道管理处的人说，今年的水位是三十年来最低的一次，石阶上刻着的字都能看得清清楚楚。";

const SCHOOL: &str = "\
本报讯（记者 周密） 城南小学的孩
子们把种了一年的南瓜搬进了教室，最
大的一个有三十斤重，四个人才抬得动。
校长说，南瓜会在下个星期做成一
锅汤，全校每个人都能分到一碗。
";
const SCHOOL_OUTLINE: &str = "\
lead 本报讯（记者 周密）
- 城南小学的孩子们把种了一年的南瓜搬进了教室，最大的一个有三十斤重，四个人才抬得动。
- 校长说，南瓜会在下个星期做成一锅汤，全校每个人都能分到一碗。";

#[test]
fn heads_before_their_bodies() {
    check(
        &format!("老渡口石阶露出水面\n{RIVER}小学南瓜熬汤\n{SCHOOL}"),
        &format!("headline 老渡口石阶露出水面\n{RIVER_OUTLINE}\n\nheadline 小学南瓜熬汤\n{SCHOOL_OUTLINE}"),
    );
}

#[test]
fn heads_behind_their_bodies() {
    check(
        &format!("{RIVER}\n老渡口石阶露出水面\n\n{SCHOOL}\n小学南瓜熬汤\n"),
        &format!("headline 老渡口石阶露出水面\n{RIVER_OUTLINE}\n\nheadline 小学南瓜熬汤\n{SCHOOL_OUTLINE}"),
    );
}

#[test]
fn a_head_run_into_the_next_lead() {
    check(
        &format!("{RIVER}\n老渡口石阶露出水面 {SCHOOL}\n小学南瓜熬汤\n"),
        &format!("headline 老渡口石阶露出水面\n{RIVER_OUTLINE}\n\nheadline 小学南瓜熬汤\n{SCHOOL_OUTLINE}"),
    );
}

#[test]
fn furniture_is_in_no_article() {
    let text =
        format!("河湾晚报 2025年10月16日 星期四\n老渡口石阶露出水面\n{RIVER}（下转第3版）\n03 城事 责编：秦川\n");
    let page = parse(&RawPage::from_text("test", text));
    assert_eq!(page.articles.len(), 1);
    assert_eq!(page.furniture, ["河湾晚报2025年10月16日 星期四", "（下转第3版）", "03城事 责编：秦川"]);
    assert_eq!(page.publication.as_deref(), Some("河湾晚报"));
    assert_eq!(page.date.map(|date| date.to_string()).as_deref(), Some("2025-10-16"));
    assert_eq!((page.page_number, page.page_name.as_deref()), (Some(3), Some("城事")));
}

#[test]
fn an_interview() {
    check(
        "
把渡船留在岸上
——对话摆渡人周老伯
本报记者 江一帆
渡口停航的消息传来的那天，周老
伯把船擦了三遍，才肯上岸来说话。
一、最后一班
记者：最后一班船上坐了几个人？
周老伯：坐了二十一个，都是来道
别的，没有一个人真的要过河去。
二、以后
记者：船怎么办？
周老伯：留在岸上，给孩子们爬。
",
        "
headline 把渡船留在岸上
deck ——对话摆渡人周老伯
lead 本报记者 江一帆
- 渡口停航的消息传来的那天，周老伯把船擦了三遍，才肯上岸来说话。
heading 一、最后一班
question 记者：最后一班船上坐了几个人？
answer 周老伯：坐了二十一个，都是来道别的，没有一个人真的要过河去。
heading 二、以后
question 记者：船怎么办？
answer 周老伯：留在岸上，给孩子们爬。
",
    );
}

#[test]
fn a_picture_and_its_caption() {
    let text = format!(
        "{RIVER}老渡口石阶露出水面\n\n图为昨日老渡口，几位老人坐在露出水\n面的石阶上晒着太阳。 周密 摄\n\n石阶上的太阳\n"
    );
    let page = parse(&RawPage::from_text("test", text));
    let [story, photo] = page.articles.as_slice() else { panic!("{:#?}", page.articles) };
    assert_eq!((story.kind, photo.kind), (Kind::Story, Kind::Photo));
    assert_eq!(
        outline(photo),
        "headline 石阶上的太阳\n- 图为昨日老渡口，几位老人坐在露出水面的石阶上晒着太阳。\ncredit 周密 摄"
    );
    assert_eq!(photo.byline.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["周密"]);
}

#[test]
fn a_paragraph_a_line() {
    check(
        "
老渡口石阶露出水面

本报讯（记者 江一帆） 老渡口的石阶昨日露出水面，岸上的人们都跑来看热闹，有人还捡到了一枚旧铜钱，铜钱上的字已经看不清楚了。
河道管理处的人说，今年的水位是三十年来最低的一次。
",
        "
headline 老渡口石阶露出水面
lead 本报讯（记者 江一帆）
- 老渡口的石阶昨日露出水面，岸上的人们都跑来看热闹，有人还捡到了一枚旧铜钱，铜钱上的字已经看不清楚了。
- 河道管理处的人说，今年的水位是三十年来最低的一次。
",
    );
}

#[test]
fn the_lines_of_an_article_are_in_reading_order() {
    let page = parse(&RawPage::from_text("test", format!("{RIVER}\n老渡口石阶露出水面\n")));
    let ranges: Vec<(u32, u32)> = page.articles[0].lines.iter().map(|range| (range.0, range.1)).collect();
    assert_eq!(ranges, [(8, 8), (1, 6)]);
}

#[test]
fn no_text_no_articles() {
    assert_eq!(parse(&RawPage::from_text("test", " \n\n")).articles, []);
}

#[test]
fn section_titles_of_an_article_whose_head_is_behind_it() {
    let ferry = "\
本报记者 江一帆
渡口停航的消息传来的那天，周老
伯把船擦了三遍，才肯上岸来说话。
春天：水还没有涨
三月里河面只有平常的一半宽，渡
船的铁锚搁在沙上，孩子们爬上爬下。
秋天：水已经退了
他把船底翻过来晒了一个月，补好
了两块朽掉的木板，等着有人来坐船。
";
    let title = |text: &str, at: &str| text.replace(at, &format!("\n{at}\n"));
    let ferry = title(&title(ferry, "春天：水还没有涨"), "秋天：水已经退了");
    check(
        &format!("{ferry}\n把渡船留在岸上\n\n{RIVER}\n老渡口石阶露出水面\n\n{SCHOOL}\n小学南瓜熬汤\n"),
        &format!(
            "
headline 把渡船留在岸上
lead 本报记者 江一帆
- 渡口停航的消息传来的那天，周老伯把船擦了三遍，才肯上岸来说话。
heading 春天：水还没有涨
- 三月里河面只有平常的一半宽，渡船的铁锚搁在沙上，孩子们爬上爬下。
heading 秋天：水已经退了
- 他把船底翻过来晒了一个月，补好了两块朽掉的木板，等着有人来坐船。

headline 老渡口石阶露出水面\n{RIVER_OUTLINE}\n\nheadline 小学南瓜熬汤\n{SCHOOL_OUTLINE}"
        ),
    );
}

#[test]
fn a_notice_below_a_table() {
    let rows = "渡船班次\n东岸 8:00 9:30\n西岸 8:40 10:10\n北岸 9:20 11:00";
    let notice = "老渡口的缆绳遗失一盘，拾到者请\n交河道管理处，不胜感谢。";
    check(
        &format!("老渡口石阶露出水面\n{RIVER}{rows}\n寻物启事\n{notice}\n"),
        &format!(
            "headline 老渡口石阶露出水面\n{RIVER_OUTLINE}\n\nheadline 渡船班次\n- 东岸 8:00 9:30\n- 西岸 8:40 10:10\n\
             - 北岸 9:20 11:00\n\nheadline 寻物启事\n\
             - 老渡口的缆绳遗失一盘，拾到者请交河道管理处，不胜感谢。"
        ),
    );
}

#[test]
fn a_caption_amid_a_paragraph() {
    let river = RIVER
        .replace("都能看得", "10月5日，三班渡船在老渡口夜\n航，乘客最多的一班坐了二十一个人。\n江一帆 摄\n都能看得");
    check(
        &format!("老渡口石阶露出水面\n{river}小学南瓜熬汤\n{SCHOOL}"),
        &format!(
            "headline 老渡口石阶露出水面\n{RIVER_OUTLINE}\n\n\
             - 10月5日，三班渡船在老渡口夜航，乘客最多的一班坐了二十一个人。\ncredit 江一帆 摄\n\n\
             headline 小学南瓜熬汤\n{SCHOOL_OUTLINE}"
        ),
    );
}

#[test]
fn who_is_named_in_lead_and_credit_is_named_once() {
    let people = |credit: &str| {
        let page = format!("渡口今起改建\n{RIVER}（{credit}）\n");
        let page = parse(&RawPage::from_text("page", page));
        let people = page.articles[0].byline.iter();
        people
            .map(|person| format!("{} {}", person.role.as_deref().unwrap_or_default(), person.name))
            .collect::<Vec<_>>()
    };
    assert_eq!(people("记者 江一帆 周密"), ["记者 江一帆", "记者 周密"]);
    let written = "执笔记者 江一帆 参与采写 周密、林远";
    assert_eq!(people(written), ["记者 江一帆", "执笔记者 江一帆", "参与采写 周密", "参与采写 林远"]);
}

#[test]
fn a_byline_with_a_picture_credit() {
    let river = "\
文/本报记者 江一帆 图/周密
老渡口的石阶昨日露出水面，岸上
的人们都跑来看热闹，有人还捡到了一
枚旧铜钱，一直攥在手里不肯放下。
";
    check(
        &format!("老渡口石阶露出水面\n{river}小学南瓜熬汤\n{SCHOOL}"),
        &format!(
            "headline 老渡口石阶露出水面\nlead 文/本报记者 江一帆 图/周密\n\
             - 老渡口的石阶昨日露出水面，岸上的人们都跑来看热闹，有人还捡到了一枚旧铜钱，\
             一直攥在手里不肯放下。\n\nheadline 小学南瓜熬汤\n{SCHOOL_OUTLINE}"
        ),
    );
}

#[test]
fn a_column_of_briefs() {
    let briefs = "\
一句话新闻
●城南小学今天起开放操场，每晚
七点到九点，谁都可以去走一走。
●老渡口的石阶重新刻了字，江州
大桥的路灯也换了。
";
    let found = "\
headline 一句话新闻
- ●城南小学今天起开放操场，每晚七点到九点，谁都可以去走一走。
- ●老渡口的石阶重新刻了字，江州大桥的路灯也换了。";
    check(
        &format!("老渡口石阶露出水面\n{RIVER}{briefs}小学南瓜熬汤\n{SCHOOL}"),
        &format!("headline 老渡口石阶露出水面\n{RIVER_OUTLINE}\n\n{found}\n\nheadline 小学南瓜熬汤\n{SCHOOL_OUTLINE}"),
    );
}

#[test]
fn who_asks_by_habit_asks() {
    check(
        "\
渡口的灯为什么亮
晚报：夜里为什么点灯？
江一帆：河上有船，船上有人，人总
要看见岸，灯也就不能熄。
晚报：灯油从哪里来？
江一帆：镇上每户人家轮流送，一年
刚好轮一回。
",
        "\
headline 渡口的灯为什么亮
question 晚报：夜里为什么点灯？
answer 江一帆：河上有船，船上有人，人总要看见岸，灯也就不能熄。
question 晚报：灯油从哪里来？
answer 江一帆：镇上每户人家轮流送，一年刚好轮一回。",
    );
}

#[test]
fn a_pen_name_between_a_head_and_the_next_body() {
    let essay = "\
渡船停了，摆渡人的手还留着船桨
的样子，拿筷子的时候也像在划水，一
桌的人都看着他笑。
";
    check(
        &format!("{RIVER}\n老渡口石阶露出水面\n苇舟\n{essay}\n摆渡人的手\n\n{SCHOOL}\n小学南瓜熬汤\n"),
        &format!(
            "headline 老渡口石阶露出水面\n{RIVER_OUTLINE}\n\nheadline 摆渡人的手\nlead 苇舟\n\
             - 渡船停了，摆渡人的手还留着船桨的样子，拿筷子的时候也像在划水，一桌的人都看着他笑。\n\n\
             headline 小学南瓜熬汤\n{SCHOOL_OUTLINE}"
        ),
    );
}
