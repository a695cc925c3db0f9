use super::*;

/// What a lead is: its text, dateline and people.
fn read(text: &str) -> Option<(String, String, String)> {
    let stream = Stream::of_text(text);
    let lead = lead(&stream)?;
    let words: String = stream.chars[..lead.end].iter().collect();
    let dateline = lead.dateline.map_or(String::new(), |d| {
        let number = |n: Option<u32>| n.map_or("-".into(), |n| n.to_string());
        let word = |w: Option<String>| w.unwrap_or("-".into());
        [word(d.source), word(d.place), number(d.month), number(d.day), word(d.kind)].join(" ")
    });
    let people: Vec<_> =
        lead.people.iter().map(|p| format!("{}={}", p.role.as_deref().unwrap_or(""), p.name)).collect();
    Some((words, dateline, people.join(" ")))
}

#[track_caller]
fn check(text: &str, words: &str, dateline: &str, people: &str) {
    assert_eq!(read(text), Some((words.into(), dateline.into(), people.into())), "{text}");
}

#[test]
fn datelines_of_the_mainland() {
    check(
        "中新网北岸4月4日电 (记者 江一帆)清晨",
        "中新网北岸4月4日电(记者江一帆)",
        "中新网 北岸 4 4 电",
        "记者=江一帆",
    );
    check("综合新华社电 清晨", "综合新华社电", "新华社 - - - 电", "");
    check("本报综合消息 清晨", "本报综合消息", "本报 - - - 综合消息", "");
    check("本报北岸专电 清晨", "本报北岸专电", "本报 北岸 - - 专电", "");
    check("【本报北岸讯】（记者 江一帆）清晨", "【本报北岸讯】（记者江一帆）", "本报 北岸 - - 讯", "记者=江一帆");
    check("本报4月4日北岸讯 清晨", "本报4月4日北岸讯", "本报 北岸 4 4 讯", "");
    check("新华社北岸４月４日电　题：渡口", "新华社北岸４月４日电", "新华社 北岸 4 4 电", "");
    check("晚报讯（记者 江一帆）清晨", "晚报讯（记者江一帆）", "晚报 - - - 讯", "记者=江一帆");
    check("江州融媒讯（记者 江一帆）清晨", "江州融媒讯（记者江一帆）", "江州融媒 - - - 讯", "记者=江一帆");
    check("本报北岸4月4日电（江一帆 周密）清晨", "本报北岸4月4日电（江一帆周密）", "本报 北岸 4 4 电", "=江一帆 =周密");
    check(
        "本报北岸4月4日电 记者江一帆、通讯员周密报道：清晨",
        "本报北岸4月4日电记者江一帆、通讯员周密报道：",
        "本报 北岸 4 4 电",
        "记者=江一帆 通讯员=周密",
    );
    check("本报讯 昨日", "本报讯", "本报 - - - 讯", "");
    check(
        "本报临湖 10 月 14 日电 （记者 江\n一帆） 清晨",
        "本报临湖10月14日电（记者江一帆）",
        "本报 临湖 10 14 电",
        "记者=江一帆",
    );
    check(
        "新华社北岸１０月１４日电（记者江一帆、周密）清晨",
        "新华社北岸１０月１４日电（记者江一帆、周密）",
        "新华社 北岸 10 14 电",
        "记者=江一帆 记者=周密",
    );
    check("据新华社临湖十月十四日电 清晨", "据新华社临湖十月十四日电", "新华社 临湖 10 14 电", "");
    check("本报讯 记者江一帆报道：清晨", "本报讯记者江一帆报道：", "本报 - - - 讯", "记者=江一帆");
    check("江州日报讯（记者 江一帆）清晨", "江州日报讯（记者江一帆）", "江州日报 - - - 讯", "记者=江一帆");
    check("本报讯（记者 江一帆）记者从河道处获悉", "本报讯（记者江一帆）", "本报 - - - 讯", "记者=江一帆");
    check("本报讯 记者从河道处获悉", "本报讯", "本报 - - - 讯", "");
}

#[test]
fn datelines_of_hong_kong_and_taiwan() {
    check("【本報訊】記者江一帆報道：\n清晨", "【本報訊】記者江一帆報道：", "本報 - - - 訊", "記者=江一帆");
    check(
        "【本報新界 10 月 21 日訊】記\n者江一帆、周密報道： 清晨",
        "【本報新界10月21日訊】記者江一帆、周密報道：",
        "本報 新界 10 21 訊",
        "記者=江一帆 記者=周密",
    );
    check("〔記者江一帆／台北報導〕清晨", "〔記者江一帆／台北報導〕", "", "記者=江一帆");
    check("【記者江一帆台北報導】清晨", "【記者江一帆台北報導】", "", "記者=江一帆");
    check("（中央社記者江一帆台北21日電）清晨", "（中央社記者江一帆台北21日電）", "中央社 台北 - 21 電", "記者=江一帆");
    check("〔綜合報導〕清晨", "〔綜合報導〕", "", "");
    check("〔記者江一帆、周密／綜合報導〕清晨", "〔記者江一帆、周密／綜合報導〕", "", "記者=江一帆 記者=周密");
    check("【記者江一帆／新北報導】清晨", "【記者江一帆／新北報導】", "", "記者=江一帆");
    check("（記者江一帆攝）清晨", "（記者江一帆攝）", "", "攝=江一帆");
    check("記者江一帆／台北報導\n清晨", "記者江一帆／台北報導", "", "記者=江一帆");
    check("記者江一帆／台北報導 清晨的河岸", "記者江一帆／台北報導", "", "記者=江一帆");
    check("【本報專訊】清晨", "【本報專訊】", "本報 - - - 專訊", "");
}

#[test]
fn english_datelines() {
    check("LONDON, April 3 (Reuters) - The", "LONDON,April3(Reuters)-", "Reuters LONDON 4 3 -", "");
    check("NEW YORK (AP) — The", "NEWYORK(AP)—", "AP NEW YORK - - -", "");
    check("BEIJING, Oct. 8 (Xinhua) -- The", "BEIJING,Oct.8(Xinhua)--", "Xinhua BEIJING 10 8 -", "");
    check("HARROW MILL — The", "HARROWMILL—", "- HARROW MILL - - -", "");
    check("(Reuters) - The", "(Reuters)-", "Reuters - - - -", "");
}

#[test]
fn datelines_of_japan() {
    check("【北岸＝江本一郎】朝の", "【北岸＝江本一郎】", "", "=江本一郎");
    check("【北岸＝長谷江太郎、江本一郎】朝の", "【北岸＝長谷江太郎、江本一郎】", "", "=長谷江太郎 =江本一郎");
}

#[test]
fn bylines() {
    check("记者江一帆报道：清晨", "记者江一帆报道：", "", "记者=江一帆");
    check("本报记者江一帆北岸报道：清晨", "本报记者江一帆北岸报道：", "", "本报记者=江一帆");
    check("本报编辑部\n清晨", "本报编辑部", "", "");
    check("江州大学教授 江一帆\n清晨", "江州大学教授江一帆", "", "=江一帆");
    check("□ 江州大学教授 江一帆\n清晨", "□江州大学教授江一帆", "", "=江一帆");
    check("文．圖／江一帆\n清晨", "文．圖／江一帆", "", "文．圖=江一帆");
    check("□记者 江一帆\n清晨", "□记者江一帆", "", "记者=江一帆");
    check("文/本报记者 江一帆 图/周密\n清晨", "文/本报记者江一帆图/周密", "", "本报记者=江一帆 图=周密");
    check("记者 江一帆 实习生 周密 北岸报道\n清晨", "记者江一帆实习生周密北岸报道", "", "记者=江一帆 实习生=周密");
    check("本报记者 江一帆 北岸报道\n清晨", "本报记者江一帆北岸报道", "", "本报记者=江一帆");
    check("融媒体记者 江一帆\n清晨", "融媒体记者江一帆", "", "融媒体记者=江一帆");
    check("新华社记者 江一帆 周密\n清晨", "新华社记者江一帆周密", "", "新华社记者=江一帆 新华社记者=周密");
    check("本报评论员 江一帆\n清晨", "本报评论员江一帆", "", "本报评论员=江一帆");
    check("本报特约评论员\n清晨", "本报特约评论员", "", "");
    check("本报评论员\n清晨", "本报评论员", "", "");
    check("本报记者\n江一帆\n清晨", "本报记者江一帆", "", "本报记者=江一帆");
    check("撰文：江一帆 摄影：周密\n清晨", "撰文：江一帆摄影：周密", "", "撰文=江一帆 摄影=周密");
    check("本报通讯员 江一帆 周密\n清晨", "本报通讯员江一帆周密", "", "本报通讯员=江一帆 本报通讯员=周密");
    check("江一帆 口述 周密 整理\n清晨", "江一帆口述周密整理", "", "口述=江一帆 整理=周密");
    check("By Eleanor Finch and Tom Reed\nThe", "ByEleanorFinchandTomReed", "", "By=Eleanor Finch By=Tom Reed");
    check("By ELEANOR FINCH\nThe", "ByELEANORFINCH", "", "By=ELEANOR FINCH");
    check("By Eleanor Finch, Staff Writer\nThe", "ByEleanorFinch,StaffWriter", "", "By=Eleanor Finch");
    check("BY ELEANOR FINCH\nThe", "BYELEANORFINCH", "", "BY=ELEANOR FINCH");
    check("By Eleanor Finch in Harrow\nThe", "ByEleanorFinchinHarrow", "", "By=Eleanor Finch");
    check("By Eleanor Finch | Staff Writer\nThe", "ByEleanorFinch|StaffWriter", "", "By=Eleanor Finch");
    check("By Eleanor Finch, staff writer\nThe", "ByEleanorFinch,staffwriter", "", "By=Eleanor Finch");
    let two = "By=Eleanor Finch By=Tom Reed";
    check(
        "BY ELEANOR FINCH AND TOM REED\nThe",
        "BYELEANORFINCHANDTOMREED",
        "",
        &two.replace("By", "BY").to_uppercase(),
    );
    check(
        "By Eleanor Finch and Tom Reed, chief art correspondents\nThe",
        "ByEleanorFinchandTomReed,chiefartcorrespondents",
        "",
        two,
    );
    check(
        "Eleanor Finch and Tom Reed, staff writers\nThe",
        "EleanorFinchandTomReed,staffwriters",
        "",
        "=Eleanor Finch =Tom Reed",
    );
    check(
        "Von Greta Eichhorst und Max von Rhyn\nDie",
        "VonGretaEichhorstundMaxvonRhyn",
        "",
        "Von=Greta Eichhorst Von=Max von Rhyn",
    );
    check("Par Jean Rive\nLe", "ParJeanRive", "", "Par=Jean Rive");
    check("di Elsa Casalunga\nIl", "diElsaCasalunga", "", "di=Elsa Casalunga");
    check("By Our Correspondent\nThe", "ByOurCorrespondent", "", "");
    check("Eleanor Finch, Staff Reporter\nThe", "EleanorFinch,StaffReporter", "", "=Eleanor Finch");
    check("作者：江一帆\n清晨", "作者：江一帆", "", "作者=江一帆");
    check("文/图 江一帆\n清晨", "文/图江一帆", "", "文/图=江一帆");
    check("江一帆 文/图\n清晨", "江一帆文/图", "", "文/图=江一帆");
    check("文/江一帆 图/周密\n清晨", "文/江一帆图/周密", "", "文=江一帆 图=周密");
    check("本报记者 江一帆 文/图\n清晨", "本报记者江一帆文/图", "", "本报记者=江一帆");
    check("文｜江一帆\n清晨", "文｜江一帆", "", "文=江一帆");
    check("本报记者 江一帆", "本报记者江一帆", "", "本报记者=江一帆");
    check("□ 江一帆\n清晨", "□江一帆", "", "=江一帆");
    check("■本报记者 江一帆 通讯员 周密", "■本报记者江一帆通讯员周密", "", "本报记者=江一帆 通讯员=周密");
    check("本报记者 江一帆 报道\n清晨", "本报记者江一帆报道", "", "本报记者=江一帆");
    check("（记者 江一帆）清晨的", "（记者江一帆）", "", "记者=江一帆");
}

#[test]
fn running_text_has_no_lead() {
    for text in [
        "记者昨日从河道处获悉",
        "本报通讯员昨日",
        "新华社电视台",
        "“本报讯”三个字",
        "（其中财政六成）",
        "《江州日报》报道",
        "记者：为什么？",
        "访江州大学教授 江一帆",
        "记者说，北岸报道：",
        "本报",
        "的两岸 本报记者 江一帆 周密 报道",
        "据《江州晚报》报道，清晨",
        "（上接第一版）清晨",
        "The mill - an old one - stands",
        "By the river the ferry waits",
        "Von Haus und Hof",
        "di Rocchiara ha lasciato",
        "Par Amour",
        "Miles Quoin, who was staff",
        "Miles Quoin, the editor",
        "A long-haul flight",
        "DNA-based tests",
        "4月4日，本报讯",
        "【",
        "",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}
