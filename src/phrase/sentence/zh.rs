//! 中文。

use super::Sentence;

/// The sentence in Chinese.
pub fn say(sentence: &Sentence) -> String {
    match sentence {
        Sentence::NoHome => "找不到主文件夹，报库和书签无处可放（是否设了 HOME？）".to_owned(),
        Sentence::NoSuchFile => "没有这个文件".to_owned(),
        Sentence::NoPermission => "没有权限".to_owned(),
        Sentence::ThereAlready => "已有同名的文件".to_owned(),
        Sentence::IsFolder => "这是文件夹".to_owned(),
        Sentence::NoSpace => "磁盘上没有空间了".to_owned(),
        Sentence::FileSystemReadOnly => "文件系统不可写".to_owned(),
        Sentence::HeldLocked => "另一个程序锁着它".to_owned(),
        Sentence::NotRegular => "这不是普通文件".to_owned(),
        Sentence::TooLargeOfItsKind => "这类文件没有这么大的".to_owned(),
        Sentence::NotUtf8 => "这不是 UTF-8".to_owned(),
        Sentence::LinkRing => "链接一个接一个，太多了".to_owned(),
        Sentence::NoFreeName => "找不到可用的名字来存放它".to_owned(),
        Sentence::LaterVersion { found, known } => {
            format!("是 paper-reader 更新的版本写的（格式 {found}，这个版本只认到 {known}），没有动它")
        }
        Sentence::Damaged => "已损坏".to_owned(),
        Sentence::CannotBeWritten => "不可写".to_owned(),
        Sentence::CannotBeOpened => "打不开".to_owned(),
        Sentence::BeingWritten => "另一个程序正在写它".to_owned(),
        Sentence::NoBookmarkFile(it) => format!("这不是书签文件（{it}）"),
        Sentence::SetAside(it) => format!("已损坏，改名为 {it} 留存，另起一个新的"),
        Sentence::Salvaged { pages, lost } => {
            let kept = format!("已损坏，其中 {pages} 个版面已移入新的报库");
            if *lost > 0 { format!("{kept}，另有 {lost} 篇文章或版面没能移入") } else { kept }
        }
        Sentence::HeldByAnother => "另一个程序占着它，这次的改动都不会留下".to_owned(),
        Sentence::NothingKept => "不可写，这次的改动都不会留下".to_owned(),
        Sentence::PagesWithoutText(it) => format!("{it} 个版面没有原文"),
        Sentence::ArticlesWithoutPage(it) => format!("{it} 篇文章没有版面"),
        Sentence::ArticlesWithoutBody(it) => format!("{it} 篇文章没有正文"),
        Sentence::BodiesWithoutArticle(it) => format!("{it} 篇正文没有文章"),
        Sentence::IndexOutOfStep(it) => format!("{it} 篇文章与索引不符"),
        Sentence::InOthersWords(it) => it.clone(),
        Sentence::Address => "这是网址；paper-reader 只读文件：请先把网页存下来，再打开存下的文件".to_owned(),
        Sentence::NoPermissionToRead => "没有读它的权限".to_owned(),
        Sentence::NotRegularSource => "这不是普通文件（而是设备、管道或套接字）".to_owned(),
        Sentence::TooLarge(it) => format!("超过 {it} MiB，一个版面最多读这么大"),
        Sentence::TooManyLines(it) => format!("超过 {it} 行，一个版面最多读这么多"),
        Sentence::BreaksOff => "文件残缺，只读到断开的地方".to_owned(),
        Sentence::BreaksOffEarly => "文件残缺，第一行文字之前就断了".to_owned(),
        Sentence::CannotBeUnpacked => "解不开：已损坏，或压缩方法不认识".to_owned(),
        Sentence::PackedUnderPassword => "压缩时加了密码".to_owned(),
        Sentence::TooManyFiles => "压缩包太大，或里面的文件多于 10000 个".to_owned(),
        Sentence::NoText => "里面没有文字".to_owned(),
        Sentence::IsPdf => "这是 PDF 文件；请先取出它的文字层，例如用 pdftotext".to_owned(),
        Sentence::IsBinaryFile(it) => format!("这是二进制文件（{it}），不是文字版面"),
        Sentence::EncodingInDoubt(one, other) => format!("这段文字的编码不是 {one} 就是 {other}；请转成 UTF-8 再读"),
        Sentence::IsBinary => "这是二进制数据，或是不认识的编码".to_owned(),
        Sentence::PdfPassword => "这个 PDF 有密码保护".to_owned(),
        Sentence::PdfEncryption => "这个 PDF 的加密方法不认识".to_owned(),
        Sentence::PdfDamaged => "这个 PDF 已损坏或不完整，找不到页".to_owned(),
        Sentence::PdfWithoutPages => "这个 PDF 没有页".to_owned(),
        Sentence::PdfOfTooManyPages(it) => format!("这个 PDF 多于 {it} 页，最多读这么多"),
        Sentence::PdfPicture => "这个 PDF 是图像，里面没有文字".to_owned(),
        Sentence::PdfPageDamaged => "PDF 的这一页已损坏或不完整".to_owned(),
        Sentence::PdfUnreadable => "文字读不出来：PDF 里没有说明字符各代表什么".to_owned(),
        Sentence::PdfPageTooMuch => "PDF 的这一页内容太多，读不下".to_owned(),
        Sentence::PdfPageTooSlow => "PDF 的这一页读得太久".to_owned(),
        Sentence::PdfNoReader => "没能另起一个进程来读这个 PDF".to_owned(),
        Sentence::PdfBrokeDown => "读 PDF 的进程在它上面出了错".to_owned(),
        Sentence::PdfExhausted => "读这个 PDF 所用的内存或时间超过了限度".to_owned(),
        Sentence::PdfNonsense => "读 PDF 的进程给出的结果不可用".to_owned(),
        Sentence::HtmlWithoutArticle => "这个网页上没有文章".to_owned(),
        Sentence::HtmlIndex => "这个网页只是一个版面的导航，只有到各篇文章的链接".to_owned(),
        Sentence::HtmlTooMuch => "这个网页内容太多，读不下".to_owned(),
        Sentence::PageOf(one, other) => format!("{one}，第 {other} 页"),
        Sentence::ParserBrokeDown => "解析时程序出了错，请报告此事".to_owned(),
        Sentence::BytesUndecoded(it) => format!("有 {it} 个字节解不开"),
        Sentence::AreasLeftOut(areas) => format!("版面图上有 {areas} 处不在这一版，没有用"),
        Sentence::CharactersUnread { unread, all } => format!("{all} 个字符里有 {unread} 个读不出"),
        Sentence::LeftOut { kind, named, more } => {
            let more = if *more > 0 { format!("，另有 {more} 个") } else { String::new() };
            format!("不是版面，没有读（{}）：{}{more}", say(kind), named.join("、"))
        }
        Sentence::KindAbout => "说明文件".to_owned(),
        Sentence::KindData => "数据".to_owned(),
        Sentence::KindCode => "源代码".to_owned(),
        Sentence::KindFeed => "订阅源".to_owned(),
        Sentence::KindMedia => "图像、音像".to_owned(),
        Sentence::KindOther => "不读的种类".to_owned(),
        Sentence::AllTakesThese => "--all 连这些也读；直接写出名字的文件总是读的".to_owned(),
        Sentence::Imported { new, articles, known, anew, failed } => {
            let others = [(known, "个早已有了"), (anew, "个重新解析"), (failed, "个没有读成")];
            let others = others.iter().filter(|(n, _)| **n > 0).map(|(n, what)| format!("，{n} {what}"));
            format!("新读入 {new} 个版面，{articles} 篇文章{}", others.collect::<String>())
        }
        Sentence::FragmentsMostly { fragments, articles } => {
            format!("{articles} 篇里有 {fragments} 篇是没有标题的碎片：这些也许不是报纸版面")
        }
        Sentence::OneFileAlone => "--page-number 和 --page-name 说的是一个版面，请只写它那一个文件的路径".to_owned(),
        Sentence::ArticlesDamaged(it) => format!("有 {it} 篇文章读不出来；详见 paper-reader library check"),
        Sentence::StandardOutput => "标准输出".to_owned(),
        Sentence::NoSuchCommand(it) => format!("没有这个命令，也没有这个文件；是不是 paper-reader {it}？"),
        Sentence::NoIdBeginsSo => "报库里没有编号这样开头的文章".to_owned(),
        Sentence::SeveralIdsBeginSo => "有好几篇文章的编号这样开头".to_owned(),
        Sentence::InLibraryNoMore => "报库里已经没有它了".to_owned(),
        Sentence::NothingOfIt => "报库里没有这样的".to_owned(),
        Sentence::UntilDay(it) => format!("{it} 为止"),
        Sentence::AskRemoval(one, other) => format!("要取出{one}（{other}）吗？[y/N] "),
        Sentence::NothingRemoved => "什么也没有取出".to_owned(),
        Sentence::Removed(it) => format!("已取出{it}"),
        Sentence::Extent { articles, pages, days } => {
            let days = match days {
                Some((first, last)) if first == last => format!("{first} 的 "),
                Some((first, last)) => format!("{first} 至 {last} 的 "),
                None => String::new(),
            };
            let pages = if *pages > 0 { format!("{pages} 个版面、") } else { String::new() };
            format!("{days}{pages}{articles} 篇文章")
        }
        Sentence::NoImportToUndo => "没有可撤销的读入：只能撤销最后一次，且只能一次".to_owned(),
        Sentence::AskUndo(it) => format!("要撤销最后一次读入吗：{it}？[y/N] "),
        Sentence::NothingUndone => "什么也没有撤销".to_owned(),
        Sentence::Undone(it) => format!("已撤销读入：{it}"),
        Sentence::LastImport { from, others, day, pages, articles, back } => {
            let others = if *others { " 等" } else { "" };
            let day = day.as_ref().map(|day| format!("，{day} 读入")).unwrap_or_default();
            let back = if *back > 0 { format!("，{back} 个版面恢复原样") } else { String::new() };
            format!("{from}{others}{day}（取出 {pages} 个版面、{articles} 篇文章{back}）")
        }
        Sentence::Compacted { before, now } => format!("原来 {before} 字节，现在 {now} 字节"),
        Sentence::ReadAnew { pages, changed } => format!("重新解析了 {pages} 个版面，其中 {changed} 个有变化"),
        Sentence::ImportAgain(it) => format!("{it} 个 PDF 或 HTML 版面是早先的版本读入的，请重新读入原来的文件"),
        Sentence::MendsLost(it) => {
            format!(
                "{it} 处改正的原行已不在，现在的文章里没有做；都还留着，原行回来就再做（paper-reader library mends）"
            )
        }
        Sentence::RoomIdle(it) => format!("其中 {it} MiB 空着；paper-reader library compact 可以还给系统"),
        Sentence::Sound => "完好".to_owned(),
        Sentence::BookmarksMerged { read, kept } => format!("读到 {read} 个书签，现在共有 {kept} 个"),
        Sentence::Written => "已写好".to_owned(),
        Sentence::LeftAloneThere => "已经有了，没有动它".to_owned(),
        Sentence::DefaultsHold => "没有这个文件，一切照默认".to_owned(),
        Sentence::Usage => "用法：".to_owned(),
        Sentence::SeeHelp => "详见 --help。".to_owned(),
        Sentence::UnknownArgument(argument) => format!("没有 {argument} 这个参数"),
        Sentence::UnknownCommand(name) => format!("没有 {name} 这个命令"),
        Sentence::MissingArguments(names) => format!("还缺：{}", names.join(" ")),
        Sentence::NotTogether(one, other) => format!("{one} 和 {other} 不能一起用"),
        Sentence::NoValue(argument) => format!("{argument} 还缺一个值"),
        Sentence::BadValue { argument, value, .. } => format!("“{value}”不能用于 {argument}"),
        Sentence::NoDate { argument, value } => format!("“{value}”不能用于 {argument}：日期写作 2018-11-29"),
        Sentence::ValuesAre(values) => format!("可用的值：{}", values.join("、")),
        Sentence::NoWordsInQuery => "没有写要找的词".to_owned(),
        Sentence::ThereAreMore => "还有更多；--limit 0 全部列出".to_owned(),
        Sentence::PagesProgress => " 版".to_owned(),
        Sentence::IndexedProgress => " 篇已为这个版本重建索引".to_owned(),
        Sentence::OwnFault(it) => format!("程序自身出错：{it}"),
        Sentence::NoTerminal => {
            "标准输出不是终端；要印出文章，请用 paper-reader list、show、parse 或 export".to_owned()
        }
        Sentence::DumbTerminal => "终端不能定位文字（TERM 是 dumb 或没有设）".to_owned(),
        Sentence::Terminal => "终端".to_owned(),
        Sentence::AndMoreWrong(it) => format!("（另有 {it} 处：paper-reader config check）"),
        Sentence::UnknownName { what, name, near } => match near {
            Some(near) => format!("没有{} {name:?}；是 {near:?} 吗？", say(what)),
            None => format!("没有{} {name:?}", say(what)),
        },
        Sentence::NamedAction => "操作".to_owned(),
        Sentence::NamedSetting => "设置".to_owned(),
        Sentence::NamedTheme => "主题".to_owned(),
        Sentence::NamedRole => "角色".to_owned(),
        Sentence::NamedColour => "颜色或属性".to_owned(),
        Sentence::BelongsIn { name, table, other } => format!("没有设置 {name:?}；是 {table}.{other} 吗？"),
        Sentence::BelongsAbove { name, other } => format!("没有设置 {name:?}；是第一张表之上的 {other:?} 吗？"),
        Sentence::IsToBe { name, right } => format!("{name} 应是{}", say(right)),
        Sentence::OneOf(it) => {
            let (last, first) = it.split_last().unwrap_or((&"", &[]));
            format!(" {} 或 {last}", first.join("、"))
        }
        Sentence::TrueOrFalse => " true 或 false".to_owned(),
        Sentence::ListOfFolders => "[ ] 里的几个文件夹，各是完整的路径，或以 ~/ 开头".to_owned(),
        Sentence::NameOfTheme => "主题的名字，写作文字".to_owned(),
        Sentence::NumberOfCells => "格数，4 以上".to_owned(),
        Sentence::NumberOfCharacters => "字数，0 到 8".to_owned(),
        Sentence::NumberOfRows => "行数，0 到 4".to_owned(),
        Sentence::NumberOfCharactersRead => "字数，1 以上".to_owned(),
        Sentence::NumberOfWordsRead => "词数，1 以上".to_owned(),
        Sentence::ATable(it) => format!("一张表，以一行 [{it}] 开头"),
        Sentence::KeysAreText => "键写作文字，如 \"j\" 或 [\"j\", \"down\"]".to_owned(),
        Sentence::NoKeyNamed => "这里没有写键".to_owned(),
        Sentence::NoKey { written, near } => match near {
            Some(near) => format!("{written:?} 不是键名；是 {near:?} 吗？"),
            None => format!("{written:?} 不是键名（写作 j、G、space、ctrl-o、alt-left、pageup）"),
        },
        Sentence::KeyGivenTwice(one, other) => format!("{one:?} 也给了 {other:?}"),
        Sentence::KeyNeverReached { keys, first, other } => format!("{keys:?} 按不到：单按 {first:?} 就是 {other:?}"),
        Sentence::StyleIsText => "样式写作文字".to_owned(),
        Sentence::ColourFollowsOn => "\"on\" 之后要有颜色".to_owned(),
        Sentence::NoColour(it) => format!("{it:?} 不是颜色，写作 #rrggbb"),
    }
}
