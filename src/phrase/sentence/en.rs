//! English.

use super::Sentence;

/// The sentence in English.
pub fn say(sentence: &Sentence) -> String {
    match sentence {
        Sentence::NoHome => {
            "there is no home folder to keep the library and the bookmarks in (is HOME set?)".to_owned()
        }
        Sentence::NoSuchFile => "there is no such file".to_owned(),
        Sentence::NoPermission => "no permission".to_owned(),
        Sentence::ThereAlready => "there is a file of this name already".to_owned(),
        Sentence::IsFolder => "this is a folder".to_owned(),
        Sentence::NoSpace => "no space is left on the device".to_owned(),
        Sentence::FileSystemReadOnly => "the file system cannot be written".to_owned(),
        Sentence::HeldLocked => "another program holds it locked".to_owned(),
        Sentence::NotRegular => "this is no regular file".to_owned(),
        Sentence::TooLargeOfItsKind => "this is too large for a file of its kind".to_owned(),
        Sentence::NotUtf8 => "this is not UTF-8".to_owned(),
        Sentence::LinkRing => "too many links one behind another".to_owned(),
        Sentence::NoFreeName => "no free name to keep it under".to_owned(),
        Sentence::LaterVersion { found, known } => format!(
            "written by a later version of paper-reader (format {found}; this one knows {known}); it was left alone"
        ),
        Sentence::Damaged => "it is damaged".to_owned(),
        Sentence::CannotBeWritten => "it cannot be written".to_owned(),
        Sentence::CannotBeOpened => "it cannot be opened".to_owned(),
        Sentence::BeingWritten => "another program is writing to it".to_owned(),
        Sentence::NoBookmarkFile(it) => format!("this is no file of bookmarks ({it})"),
        Sentence::SetAside(it) => format!("damaged; kept aside as {it}, and a new one begun"),
        Sentence::Salvaged { pages, lost } => {
            let kept = format!("damaged; of it {pages} pages were brought over into a new library");
            if *lost > 0 { format!("{kept}, and {lost} articles or pages could not be") } else { kept }
        }
        Sentence::HeldByAnother => "another program holds it; nothing new will be kept".to_owned(),
        Sentence::NothingKept => "cannot be written; nothing new will be kept".to_owned(),
        Sentence::PagesWithoutText(it) => format!("{it} pages without their text"),
        Sentence::ArticlesWithoutPage(it) => format!("{it} articles without a page"),
        Sentence::ArticlesWithoutBody(it) => format!("{it} articles without a body"),
        Sentence::BodiesWithoutArticle(it) => format!("{it} bodies without an article"),
        Sentence::IndexOutOfStep(it) => format!("{it} articles out of step with the index"),
        Sentence::InOthersWords(it) => it.clone(),
        Sentence::Address => {
            "this is an address; paper-reader reads files: save the page, and open what was saved".to_owned()
        }
        Sentence::NoPermissionToRead => "no permission to read it".to_owned(),
        Sentence::NotRegularSource => "this is no regular file (a device, a pipe or a socket)".to_owned(),
        Sentence::TooLarge(it) => format!("this is larger than {it} MiB, the most that is read as one page"),
        Sentence::TooManyLines(it) => format!("this has more than {it} lines, the most that are read as one page"),
        Sentence::BreaksOff => "the file breaks off; only what stands before that was read".to_owned(),
        Sentence::BreaksOffEarly => "the file breaks off before its first line of text".to_owned(),
        Sentence::CannotBeUnpacked => "it cannot be unpacked: damaged, or packed in a way that is not known".to_owned(),
        Sentence::PackedUnderPassword => "it is packed under a password".to_owned(),
        Sentence::TooManyFiles => "this archive is too large, or has more than 10000 files".to_owned(),
        Sentence::NoText => "there is no text in it".to_owned(),
        Sentence::IsPdf => "this is a PDF file; extract its text layer first, for example with pdftotext".to_owned(),
        Sentence::IsBinaryFile(it) => format!("this is a binary file ({it}), not a page of text"),
        Sentence::EncodingInDoubt(one, other) => {
            format!("this is text in {one} or in {other}; settle which by converting it to UTF-8")
        }
        Sentence::IsBinary => "this is binary data, or text in an encoding that is not known here".to_owned(),
        Sentence::PdfPassword => "a password protects this PDF".to_owned(),
        Sentence::PdfEncryption => "this PDF is encrypted in a way that cannot be read".to_owned(),
        Sentence::PdfDamaged => "this PDF is damaged or cut off: no page can be found in it".to_owned(),
        Sentence::PdfWithoutPages => "this PDF has no pages".to_owned(),
        Sentence::PdfOfTooManyPages(it) => format!("this PDF has more than {it} pages, the most that are read"),
        Sentence::PdfPicture => "this PDF is a picture: there is no text in it".to_owned(),
        Sentence::PdfPageDamaged => "this page of the PDF is damaged or cut off".to_owned(),
        Sentence::PdfUnreadable => {
            "its text cannot be read: what its characters mean is not said in the PDF".to_owned()
        }
        Sentence::PdfPageTooMuch => "there is more on this page of the PDF than is read".to_owned(),
        Sentence::PdfPageTooSlow => "this page of the PDF takes too long to read".to_owned(),
        Sentence::PdfNoReader => "the program could not be started again to read this PDF".to_owned(),
        Sentence::PdfBrokeDown => "the reader of PDF files broke down over it".to_owned(),
        Sentence::PdfExhausted => "reading this PDF takes more memory or time than is allowed".to_owned(),
        Sentence::PdfNonsense => "the reader of PDF files gave an answer that makes no sense".to_owned(),
        Sentence::HtmlWithoutArticle => "there is no article on this HTML page".to_owned(),
        Sentence::HtmlIndex => {
            "this HTML page is the index of a newspaper page: it only links to its articles".to_owned()
        }
        Sentence::HtmlTooMuch => "there is more on this HTML page than is read".to_owned(),
        Sentence::PageOf(one, other) => format!("{one}, page {other}"),
        Sentence::ParserBrokeDown => "the parser broke down over it; please report this".to_owned(),
        Sentence::BytesUndecoded(it) => format!("{} could not be decoded", count(*it, "byte")),
        Sentence::AreasLeftOut(areas) => {
            let were = if *areas == 1 { "is not on the page and was" } else { "are not on the page and were" };
            format!("{} of its map {were} left out", count(*areas, "area"))
        }
        Sentence::CharactersUnread { unread, all } => format!("{unread} of {all} characters could not be read"),
        Sentence::LeftOut { kind, named, more } => {
            let more = if *more > 0 { format!(" and {more} more") } else { String::new() };
            format!("left out as no pages ({}): {}{more}", say(kind), named.join(", "))
        }
        Sentence::KindAbout => "about other files".to_owned(),
        Sentence::KindData => "data".to_owned(),
        Sentence::KindCode => "source code".to_owned(),
        Sentence::KindFeed => "feeds".to_owned(),
        Sentence::KindMedia => "pictures or recordings".to_owned(),
        Sentence::KindOther => "of kinds that are not read".to_owned(),
        Sentence::AllTakesThese => "--all takes these too, and a file that is named itself is always taken".to_owned(),
        Sentence::Imported { new, articles, known, anew, failed } => {
            let others = [(known, "already known"), (anew, "parsed anew"), (failed, "failed")];
            let others = others.iter().filter(|(n, _)| **n > 0).map(|(n, what)| format!(", {n} {what}"));
            format!("{} new, {}{}", count(*new, "page"), count(*articles, "article"), others.collect::<String>())
        }
        Sentence::FragmentsMostly { fragments, articles } => {
            let articles = count(*articles, "article");
            format!("{fragments} of {articles} are fragments without a headline: these may be no newspaper pages")
        }
        Sentence::OneFileAlone => {
            "--page-number and --page-name are said of one page: give the path of its file alone".to_owned()
        }
        Sentence::ArticlesDamaged(it) => {
            format!("{} could not be read; paper-reader library check says more", count(*it, "article"))
        }
        Sentence::StandardOutput => "standard output".to_owned(),
        Sentence::NoSuchCommand(it) => {
            format!("there is no such command and no such file; did you mean paper-reader {it}?")
        }
        Sentence::NoIdBeginsSo => "no article of the library has an id that begins so".to_owned(),
        Sentence::SeveralIdsBeginSo => "several articles have ids that begin so".to_owned(),
        Sentence::InLibraryNoMore => "the library has it no more".to_owned(),
        Sentence::NothingOfIt => "the library has nothing of it".to_owned(),
        Sentence::UntilDay(it) => format!("until {it}"),
        Sentence::AskRemoval(one, other) => format!("Remove {one} ({other})? [y/N] "),
        Sentence::NothingRemoved => "nothing was removed".to_owned(),
        Sentence::Removed(it) => format!("{it} removed"),
        Sentence::Extent { articles, pages, days } => {
            let pages = if *pages > 0 { format!(" of {}", count(*pages, "page")) } else { String::new() };
            let days = match days {
                Some((first, last)) if first == last => format!(" of {first}"),
                Some((first, last)) => format!(" of {first} to {last}"),
                None => String::new(),
            };
            format!("{}{pages}{days}", count(*articles, "article"))
        }
        Sentence::NoImportToUndo => {
            "there is no import to undo: only the last one can be undone, and only once".to_owned()
        }
        Sentence::AskUndo(it) => format!("Undo the import of {it}? [y/N] "),
        Sentence::NothingUndone => "nothing was undone".to_owned(),
        Sentence::Undone(it) => format!("undone: the import of {it}"),
        Sentence::LastImport { from, others, day, pages, articles, back } => {
            let others = if *others { " and others" } else { "" };
            let day = day.as_ref().map(|day| format!(" on {day}")).unwrap_or_default();
            let back = match back {
                0 => String::new(),
                1 => "; 1 page comes back as it was".to_owned(),
                pages => format!("; {pages} pages come back as they were"),
            };
            format!("{from}{others}{day} ({} with {} go{back})", count(*pages, "page"), count(*articles, "article"))
        }
        Sentence::Compacted { before, now } => format!("{before} bytes before, {now} now"),
        Sentence::ReadAnew { pages, changed } => format!("{} read anew, {changed} changed", count(*pages, "page")),
        Sentence::ImportAgain(it) => {
            format!("{} of PDF or HTML came with an earlier version: import their files again", count(*it, "page"))
        }
        Sentence::MendsLost(it) => format!(
            "{} not done in the articles as they are now: their lines are gone; they are kept for the day these come \
             back (paper-reader library mends)",
            count(*it, "mend")
        ),
        Sentence::RoomIdle(it) => format!("{it} MiB of it are free; paper-reader library compact gives them back"),
        Sentence::Sound => "sound".to_owned(),
        Sentence::BookmarksMerged { read, kept } => format!("{} read, {kept} now kept", count(*read, "bookmark")),
        Sentence::Written => "written".to_owned(),
        Sentence::LeftAloneThere => "is there already and was left alone".to_owned(),
        Sentence::DefaultsHold => "is not there; the defaults hold".to_owned(),
        Sentence::Usage => "Usage: ".to_owned(),
        Sentence::SeeHelp => "For more information, try '--help'.".to_owned(),
        Sentence::UnknownArgument(argument) => format!("unexpected argument '{argument}' found"),
        Sentence::UnknownCommand(name) => format!("unrecognized subcommand '{name}'"),
        Sentence::MissingArguments(names) => format!("missing: {}", names.join(" ")),
        Sentence::NotTogether(one, other) => format!("the argument '{one}' cannot be used with '{other}'"),
        Sentence::NoValue(argument) => format!("a value is required for '{argument}' but none was supplied"),
        Sentence::BadValue { argument, value, why } => {
            let why = why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
            format!("invalid value '{value}' for '{argument}'{why}")
        }
        Sentence::NoDate { argument, value } => {
            format!("invalid value '{value}' for '{argument}': it is no date (write it as 2018-11-29)")
        }
        Sentence::ValuesAre(values) => format!("possible values: {}", values.join(", ")),
        Sentence::NoWordsInQuery => "the query has no words in it".to_owned(),
        Sentence::ThereAreMore => "there are more; --limit 0 gives all".to_owned(),
        Sentence::PagesProgress => " pages".to_owned(),
        Sentence::IndexedProgress => " articles indexed for this version".to_owned(),
        Sentence::OwnFault(it) => format!("a fault of the program itself: {it}"),
        Sentence::NoTerminal => {
            "standard output is no terminal; to print articles use paper-reader list, show, parse or export".to_owned()
        }
        Sentence::DumbTerminal => "the terminal cannot place text (TERM is dumb or not set)".to_owned(),
        Sentence::Terminal => "the terminal".to_owned(),
        Sentence::AndMoreWrong(it) => format!("(and {it} more: paper-reader config check)"),
        Sentence::UnknownName { what, name, near } => match near {
            Some(near) => format!("no {} {name:?}; is it {near:?}?", say(what)),
            None => format!("no {} {name:?}", say(what)),
        },
        Sentence::NamedAction => "action".to_owned(),
        Sentence::NamedSetting => "setting".to_owned(),
        Sentence::NamedTheme => "theme".to_owned(),
        Sentence::NamedRole => "role".to_owned(),
        Sentence::NamedColour => "colour or attribute".to_owned(),
        Sentence::BelongsIn { name, table, other } => format!("no setting {name:?}; is it {table}.{other}?"),
        Sentence::BelongsAbove { name, other } => {
            format!("no setting {name:?}; is it {other:?}, above the first table?")
        }
        Sentence::IsToBe { name, right } => format!("{name} is to be {}", say(right)),
        Sentence::OneOf(it) => {
            let (last, first) = it.split_last().unwrap_or((&"", &[]));
            format!("{} or {last}", first.join(", "))
        }
        Sentence::TrueOrFalse => "true or false".to_owned(),
        Sentence::ListOfFolders => {
            r#"a list of folders in [ ], each a whole path or one that begins with "~/""#.to_owned()
        }
        Sentence::NameOfTheme => "the name of a theme, as text".to_owned(),
        Sentence::NumberOfCells => "a number of cells, 4 or more".to_owned(),
        Sentence::NumberOfCharacters => "a number of characters from 0 to 8".to_owned(),
        Sentence::NumberOfRows => "a number of rows from 0 to 4".to_owned(),
        Sentence::NumberOfCharactersRead => "a number of characters, 1 or more".to_owned(),
        Sentence::NumberOfWordsRead => "a number of words, 1 or more".to_owned(),
        Sentence::ATable(it) => format!("a table, begun by a line [{it}]"),
        Sentence::KeysAreText => "keys are written as text, such as \"j\" or [\"j\", \"down\"]".to_owned(),
        Sentence::NoKeyNamed => "no key is named here".to_owned(),
        Sentence::NoKey { written, near } => match near {
            Some(near) => format!("{written:?} names no key; is it {near:?}?"),
            None => format!("{written:?} names no key (write j, G, space, ctrl-o, alt-left, pageup)"),
        },
        Sentence::KeyGivenTwice(one, other) => format!("{one:?} is given to {other:?} too"),
        Sentence::KeyNeverReached { keys, first, other } => {
            format!("{keys:?} is never reached: {first:?} alone is {other:?}")
        }
        Sentence::StyleIsText => "a style is written as text".to_owned(),
        Sentence::ColourFollowsOn => "a colour is to follow \"on\"".to_owned(),
        Sentence::NoColour(it) => format!("{it:?} is no colour; write #rrggbb"),
    }
}

/// `1 page`, `2 pages`.
fn count(number: impl TryInto<u64>, noun: &str) -> String {
    let number = number.try_into().unwrap_or(u64::MAX);
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
