use super::*;

#[track_caller]
fn check(text: &str, expected: Option<&str>) {
    let found = folio(text).map(|f| {
        let word = |w: Option<String>| w.unwrap_or("-".into());
        let number = f.page_number.map_or("-".into(), |n| n.to_string());
        format!(
            "{} {} {number} {} {:?}",
            word(f.publication),
            word(f.date.map(|d| d.to_string())),
            word(f.page_name),
            f.proof
        )
    });
    assert_eq!(found.as_deref(), expected, "{text}");
}

#[test]
fn folio_lines() {
    check("2025年10月15日 星期三 责任编辑：秦川 版式策划：丁柔", Some("- 2025-10-15 - - Certain"));
    check("04城事", Some("- - 4 城事 Certain"));
    check("河湾日报 2025年10月16日 星期四", Some("河湾日报 2025-10-16 - - Certain"));
    check("观点·对话07", Some("- - 7 观点·对话 Certain"));
    check("A06 港聞", Some("- - 6 港聞 Certain"));
    check("第A03版 综合新闻", Some("- - 3 综合新闻 Certain"));
    check("本版编辑 薛冬 版式 方圆 电话：0599-8123456", Some("- - - - Certain"));
    check("三河新聞 2025年（令和7年）10月13日（月曜日） 地域21", Some("三河新聞 2025-10-13 21 地域 Certain"));
    check("中華民國114年10月13日 星期一 東岸時報", Some("東岸時報 2025-10-13 - - Certain"));
    check("Monday, October 13, 2025 Page 1", Some("- 2025-10-13 1 - Certain"));
    check("The Bay Courier", Some("The Bay Courier - - - Name"));
    check("副刊·文苑", Some("- - - 副刊·文苑 Name"));
    check("要闻 2", Some("- - 2 要闻 Number"));
    check("体育新闻", Some("- - - 体育新闻 Name"));
    check("（21）地域", Some("- - 21 地域 Number"));
    check("北灣日報 督印人 方圓 電話：2345 0000", Some("北灣日報 - - - Certain"));
    check("2025.04.04 星期五", Some("- 2025-04-04 - - Certain"));
    check("2025年4月4日 农历三月初七", Some("- 2025-04-04 - - Certain"));
    check("农历乙巳年三月初七", Some("- - - - Certain"));
    check("農曆三月初七 星期五", Some("- - - - Certain"));
    check("乙巳年三月初七 清明", Some("- - - - Certain"));
    check("新闻热线 0599-8123456 邮编：366000", Some("- - - - Certain"));
    check("电子邮箱:news@hewan.example", Some("- - - - Number"));
    check("传真：(0599) 8123456", Some("- - - - Number"));
    check("第04版", Some("- - 4 - Certain"));
    check("B2 副刊", Some("- - 2 副刊 Certain"));
    check("第3面", Some("- - 3 - Certain"));
    check("三河新聞 朝刊 第3面", Some("三河新聞 - 3 - Certain"));
    check("令和7年4月4日（金曜日）", Some("- 2025-04-04 - - Certain"));
    check("2025年(令和7年)4月4日(金) 朝刊 21面 地域", Some("- 2025-04-04 21 地域 Certain"));
    check("Page 3", Some("- - 3 - Certain"));
    check("Page 4 English", Some("- - 4 English Beside"));
    check("Page 4 of the report", None);
    check("The Bay Courier Friday, April 4, 2025", Some("The Bay Courier 2025-04-04 - - Certain"));
    check("Friday 4 April 2025", Some("- 2025-04-04 - - Certain"));
    check("FRIDAY, APRIL 4, 2025 | A3", Some("- 2025-04-04 3 - Certain"));
    check("今日8版 零售价1.50元", Some("- - - - Certain"));
    check("国内统一连续出版物号：CN 35-0099", Some("- - - - Certain"));
    check("◇责编/秦川 ◇美编/丁柔", Some("- - - - Certain"));
    check("主编 秦川 责编 丁柔 美编 方圆", Some("- - - - Certain"));
    check("星期五 2025年4月4日 乙巳年三月初七", Some("- 2025-04-04 - - Certain"));
    check("本报地址：河湾县堤岸路1号 新闻热线：0599-8123456 印刷：河湾印务 定价 1.50 元", Some("- - - - Certain"));
    check("社址：河湾县堤岸路1号，邮编：366000", Some("- - - - Certain"));
    check("2025年10月9日 专题 A8-A9", Some("- 2025-10-09 8 专题 Certain"));
    check("2025年10月9日 第 A03 版 综合新闻", Some("- 2025-10-09 3 综合新闻 Certain"));
    check("14版 社会 30", Some("- - 30 社会 Certain"));
    check("分类广告 刊登热线 0599-8123456", Some("- - - 分类广告 Certain"));
    check("A4 | NEWS | Fri, April 4, 2025", Some("- 2025-04-04 4 NEWS Certain"));
    check("Page 3 Local", Some("- - 3 Local Certain"));
    check("Vol. 12 No. 34", Some("- - - - Certain"));
    check("HEWAN MORNING POST", Some("HEWAN MORNING POST - - - Name"));
    check("科技周刊", Some("- - - 科技周刊 Name"));
    check("— 2 —", Some("- - - - Number"));
    check("第 143 页", Some("- - - - Certain"));
    check("1/12", None);
    check("江 北 日 报", Some("江北日报 - - - Name"));
    check("江北農報", Some("江北農報 - - - Name"));
    check("江北日报数字报", Some("江北日报 - - - Name"));
    check("第3版 城与人", Some("- - 3 城与人 Beside"));
    check("2031年3月4日 星期二 城与人 A08", Some("- 2031-03-04 8 城与人 Certain"));
    check("A08 城与人", Some("- - 8 城与人 Beside"));
    check("A8 城与人", Some("- - 8 城与人 Beside"));
    check("3版 老街新店", Some("- - 3 老街新店 Beside"));
    check("城与人 8", Some("- - 8 城与人 Beside"));
    check("2031年3月4日 08城与人", Some("- 2031-03-04 8 城与人 Certain"));
    check("上一篇 下一篇 放大 缩小 默认", Some("- - - - Certain"));
    check("江北日报社版权所有 未经授权不得转载", Some("- - - - Certain"));
    check("今日本报16版 总第7713期", Some("- - - - Certain"));
    check("零售：1.50元 本报印务中心印", Some("- - - - Certain"));
    check("www.example.org", Some("- - - - Number"));
    check("（责编：邵海、米棠）", Some("- - - - Certain"));
    check("10月9日 星期四", Some("- - - - Number"));
    check("中共河湾县委机关报", Some("- - - - Certain"));
    check("河湾日報 │ 2025年10月9日 │ 星期四", Some("河湾日報 2025-10-09 - - Certain"));
    check("读者热线：8123456", Some("- - - - Number"));
    check("24小时新闻热线 8123456", Some("- - - - Certain"));
    check("一审：秦川 二审：丁柔", Some("- - - - Certain"));
    check("第12345号", Some("- - - - Certain"));
}

#[test]
fn labels_are_kept_as_printed() {
    let label = |text: &str| folio(text).and_then(|folio| folio.page_label);
    for (text, expected) in [
        ("A06 港聞", Some("A06")),
        ("第A03版 综合新闻", Some("A03")),
        ("2025年10月9日 专题 A8-A9", Some("A8")),
        ("B2 副刊", Some("B2")),
        ("04城事", None),
        ("第4版", None),
    ] {
        assert_eq!(label(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn other_lines() {
    for text in [
        "2025年10月15日，河水涨了",
        "古镇修复",
        "鸡蛋 9.72",
        "编辑部的故事",
        "10月15日",
        "17 所学校开放实训车间",
        "今年9月",
        "今日8时起停水",
        "10月9日 河湾队",
        "三个部门主管主办的事业单位改制之后的新办法",
        "统筹/江一帆 采写/周密",
        "出版30多部作品的他",
        "最低气温降至7摄氏度",
        "七星彩 05 11 19 23",
        "第12号台风登陆",
        "第6届书展开幕",
        "8版课本同时上架",
        "2026年1月1日起施行",
        "时间：2031-01-09",
        "报道：2031年1月9日",
        "获悉：自１９９８年１月１日",
        "１９２９年１１月２日出生于旁",
        "二〇三一年四月十一日于江口",
        "读者可以登录www.example.org预约",
        "以写信到reader@example.o",
        "演百家乡音小戏 搭城乡往来戏台",
        "秋收传捷报",
        "详见第5版",
        "第6层书展",
        "A4纸涨价",
        "08款新车",
        "C919",
        "三面锦旗",
        "17 所学校",
        "健康 100 问",
        "2031年3月4日 于江口",
        "周三 读书会",
        "NEW LIGHTS FOR THE OLD FERRY",
        "COUNCIL VOTE",
        "",
    ] {
        check(text, None);
    }
}
