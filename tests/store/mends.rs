//! Pages put right by hand: kept, done again when the page comes in anew, undone.

use std::fs;

use crate::alike::articles;
use crate::{add, home, library, page, story, text};
use paper_reader::model::{
    Article, Bookmark, Direction, Filter, LineRange, MendedPage, Page, PageSize, Part, Place, Reading, Remedy, Row,
    Span,
};
use paper_reader::store::{Dirs, Library, PreparedPage, Removal, bookmarks};

/// Two articles that were one on the page, as a parser might cut them.
fn torn() -> Page {
    let first = story("渡口的灯又亮了", &["河水退去，石阶露了出来。", "三班渡船从今天起照常开行。"]);
    let mut second = story("票价也不变", &["老船工说，末班仍是晚上九点。"]);
    second.lines = vec![LineRange(4, 5)];
    page("渡口.txt", vec![first, second])
}

fn rows(library: &Library) -> Vec<Row> {
    library.rows(&Filter::default(), None, Direction::Forward, usize::MAX).unwrap()
}

fn headlines(library: &Library) -> Vec<String> {
    rows(library).into_iter().map(|row| row.headline).collect()
}

/// The one article whose headline this is.
#[track_caller]
fn named(library: &Library, headline: &str) -> Article {
    let row = rows(library).into_iter().find(|row| row.headline == headline).unwrap();
    library.article(row.id).unwrap().unwrap()
}

#[test]
fn a_mend_outlives_import_and_better_parsing_and_is_undone() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let torn = torn();
    add(&mut library, &torn);
    let first = torn.articles[0].id;
    let mended = library.mend(first, Part::Headline, Remedy::Join).unwrap().unwrap();
    assert_eq!(headlines(&library), ["渡口的灯又亮了"]);
    assert_eq!(Some(named(&library, "渡口的灯又亮了").id), mended.article);
    // The same page again adds nothing.
    assert_eq!(library.add(&torn, &text(&torn)).unwrap().articles, 0);
    assert_eq!(headlines(&library), ["渡口的灯又亮了"]);
    // A parser that sees more, but not this.
    let mut better = torn.clone();
    better.articles[0].kicker = Some("两岸".into());
    better.articles[0].set_content_id();
    assert_eq!(library.add(&better, &text(&torn)).unwrap().articles, 1);
    let joined = named(&library, "渡口的灯又亮了");
    assert!(joined.kicker.is_some() && joined.body.iter().any(|block| block.text == "票价也不变"));
    assert_eq!(library.last_mend(joined.id).unwrap(), Some((Remedy::Join, true)));
    let undone = library.undo_mend(joined.id).unwrap().unwrap();
    assert_eq!((undone.remedy, undone.found), (Remedy::Join, true));
    assert_eq!(headlines(&library), ["渡口的灯又亮了", "票价也不变"]);
    assert_eq!(named(&library, "渡口的灯又亮了"), better.articles[0]);
    assert_eq!(library.undo_mend(better.articles[0].id).unwrap(), None);
    assert_eq!(library.check().unwrap(), []);
}

#[test]
fn mends_are_undone_one_by_one() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let torn = torn();
    add(&mut library, &torn);
    let mended = library.mend(torn.articles[1].id, Part::Headline, Remedy::Kicker).unwrap().unwrap();
    let mended = library.mend(mended.article.unwrap(), Part::Body(0), Remedy::Headline).unwrap().unwrap();
    let second = named(&library, "老船工说，末班仍是晚上九点。");
    assert_eq!((Some(second.id), second.kicker.as_deref()), (mended.article, Some("票价也不变")));
    let undone = library.undo_mend(second.id).unwrap().unwrap();
    assert_eq!(
        (undone.remedy, library.last_mend(undone.article.unwrap()).unwrap()),
        (Remedy::Headline, Some((Remedy::Kicker, true)))
    );
    library.undo_mend(undone.article.unwrap()).unwrap();
    assert_eq!(named(&library, "票价也不变"), torn.articles[1]);
}

#[test]
fn marks_and_bookmarks_follow() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let torn = torn();
    add(&mut library, &torn);
    let second = &torn.articles[1];
    let place = Place { article: second.id, part: Part::Body(0), byte: 0 };
    library.set_reading(torn.articles[0].id, Reading::Read, None).unwrap();
    bookmarks::set(&dirs, Bookmark::new(Span { place, until: None }, second, None, 0)).unwrap();
    library.mend(torn.articles[0].id, Part::Headline, Remedy::Join).unwrap();
    let (kept, _) = bookmarks::follow(&dirs, &library).unwrap();
    let joined = named(&library, "渡口的灯又亮了");
    assert_eq!(kept[0].place.article, joined.id);
    assert!(joined.part(kept[0].place.part).unwrap().starts_with("老船工说"));
    assert_ne!(rows(&library)[0].reading, Reading::Unread);
}

#[test]
fn a_mend_whose_lines_are_gone_is_kept_and_says_so() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let torn = torn();
    add(&mut library, &torn);
    library.mend(torn.articles[1].id, Part::Headline, Remedy::NoArticle).unwrap();
    assert_eq!(headlines(&library), ["渡口的灯又亮了"]);
    let without = Page { articles: torn.articles[..1].to_vec(), ..torn.clone() };
    library.add(&without, &text(&torn)).unwrap();
    assert_eq!(library.last_mend(torn.articles[0].id).unwrap(), Some((Remedy::NoArticle, false)));
    let report = &library.mends().unwrap()[0];
    assert!(!report.mends[0].found && report.lines.contains(&"票价也不变".to_owned()));
    library.add(&torn, &text(&torn)).unwrap();
    assert_eq!(headlines(&library), ["渡口的灯又亮了"]);
    assert!(library.mends().unwrap()[0].mends[0].found);
    library.remove(Removal::Source("渡口.txt")).unwrap();
    assert_eq!(library.mends().unwrap(), []);
}

#[test]
fn a_page_known_by_its_words_keeps_its_mends() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let long = |n: usize| -> String {
        ["栈桥", "灯塔", "粮仓", "渡船", "书屋", "堤岸"]
            .iter()
            .map(|what| format!("第{n}处{what}今年修好了，"))
            .collect()
    };
    let [a, b, c] = [1, 2, 3].map(long);
    let torn = page("岸.txt", vec![story("沿岸三处修缮完工", &[&a, &b]), story("石阶也换了新的", &[&c])]);
    add(&mut library, &torn);
    library.mend(torn.articles[0].id, Part::Headline, Remedy::Join).unwrap();
    let placed = |article: &Article| Article { boxes: vec![(1, 40.0, 40.0, 140.0, 240.0).into()], ..article.clone() };
    let sizes: Vec<PageSize> = vec![(1, 400.0, 600.0).into()];
    let printed = Page { sizes, articles: torn.articles.iter().map(placed).collect(), ..torn.clone() };
    assert!(library.add(&printed, &format!("{}\n岸", text(&torn))).unwrap().known);
    assert_eq!(headlines(&library), ["沿岸三处修缮完工"]);
    assert_eq!(named(&library, "沿岸三处修缮完工").boxes.len(), 2);
}

/// What has been put right is still right, is undone, and the page is then as the parser gives it.
#[track_caller]
fn is_kept_and_undone(library: &mut Library, mended: &[&str], parsed: &[&str]) {
    assert_eq!(headlines(library), mended);
    let [MendedPage { mends, .. }] = &library.mends().unwrap()[..] else { panic!("one page was mended") };
    assert!(mends.iter().all(|mend| mend.found));
    for _ in 0..mends.len() {
        let article = rows(library)[0].id;
        assert!(library.undo_mend(article).unwrap().unwrap().undone);
    }
    assert_eq!(headlines(library), parsed);
    assert_eq!(library.check().unwrap(), []);
}

const BOTH: [&str; 2] = ["渡口的灯又亮了", "票价也不变"];

/// A library with the torn page, its two articles joined.
fn joined(dirs: &Dirs) -> Library {
    let mut library = library(dirs);
    let torn = torn();
    add(&mut library, &torn);
    library.mend(torn.articles[0].id, Part::Headline, Remedy::Join).unwrap().unwrap();
    assert_eq!(headlines(&library), BOTH[..1]);
    library
}

#[test]
fn a_mend_outlives_a_page_parsed_anew() {
    let (_folder, dirs) = home();
    let mut library = joined(&dirs);
    let mut better = torn();
    better.articles[1].kicker = Some("两岸".into());
    better.articles[1].set_content_id();
    for (parsed, changed) in [(torn(), 0), (better.clone(), 1), (better, 0)] {
        let anew = (library.pages().unwrap()[0], PreparedPage::new(parsed.clone(), &text(&torn())).unwrap());
        assert_eq!(library.take_anew(&[anew]).unwrap(), changed);
        assert_eq!(headlines(&library), BOTH[..1]);
    }
    is_kept_and_undone(&mut library, &BOTH[..1], &BOTH);
}

#[test]
fn a_mend_outlives_an_import_that_is_undone() {
    let (_folder, dirs) = home();
    let mut library = joined(&dirs);
    library.begin_import(&["better".into()]).unwrap();
    let mut better = torn();
    better.articles[0].deck = Some("——两岸往来如常".into());
    better.articles[0].set_content_id();
    library.add(&better, &text(&torn())).unwrap();
    assert_eq!(headlines(&library), BOTH[..1]);
    // Put right after that import, which goes.
    let article = named(&library, BOTH[0]);
    library.mend(article.id, Part::Body(1), Remedy::Kicker).unwrap().unwrap();
    assert!(library.undo_import().unwrap().is_some_and(|undone| undone.replaced == 1));
    let article = named(&library, BOTH[0]);
    assert_eq!((article.deck, article.kicker.as_deref()), (None, Some("三班渡船从今天起照常开行。")));
    is_kept_and_undone(&mut library, &BOTH[..1], &BOTH);
}

/// Articles of many words, on one page or on several.
fn shores() -> [Article; 3] {
    ["北岸", "南岸", "东岸"].map(|place| articles(place).remove(0))
}

#[test]
fn a_mend_goes_over_to_the_pages_of_a_whole_and_comes_back() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let [north, south, east] = shores();
    let whole = page("whole.txt", vec![north.clone(), south.clone(), east.clone()]);
    add(&mut library, &whole);
    library.mend(north.id, Part::Body(0), Remedy::Headline).unwrap().unwrap();
    let mended = headlines(&library);
    assert_ne!(mended[0], "北岸栈桥又通了");
    library.begin_import(&["parts".into()]).unwrap();
    for (name, article) in [("north.txt", &north), ("south.txt", &south), ("east.txt", &east)] {
        let part = page(name, vec![article.clone()]);
        library.add(&part, &text(&part)).unwrap();
    }
    library.finish_import().unwrap();
    assert!(rows(&library).iter().all(|row| row.source != "whole.txt"));
    assert_eq!(headlines(&library), mended);
    // Put right on a page that goes when the import is undone.
    library.mend(south.id, Part::Body(1), Remedy::Deck).unwrap().unwrap();
    library.undo_import().unwrap().unwrap();
    assert_eq!(rows(&library)[0].source, "whole.txt");
    assert!(named(&library, "南岸栈桥又通了").deck.is_some());
    let parsed = ["北岸栈桥又通了", "南岸栈桥又通了", "东岸栈桥又通了"];
    is_kept_and_undone(&mut library, &[&mended[0], parsed[1], parsed[2]], &parsed);
}

#[test]
fn a_page_of_which_most_is_no_article_is_still_recognised() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    let [north, south, _] = shores();
    let page = page("shores.txt", vec![north.clone(), south.clone()]);
    add(&mut library, &page);
    library.mend(north.id, Part::Headline, Remedy::NoArticle).unwrap().unwrap();
    let mut corrected = page.clone();
    corrected.articles[1].body[1].text += "行人称便。";
    corrected.articles[1].set_content_id();
    assert!(library.add(&corrected, &text(&corrected)).unwrap().known);
    is_kept_and_undone(&mut library, &["南岸栈桥又通了"], &["北岸栈桥又通了", "南岸栈桥又通了"]);
}

/// What becomes of the libraries that are damaged in one place each and of which all that is listed could be saved.
fn saved_of_damage(dirs: &Dirs, mut becomes: impl FnMut(&mut Library)) -> usize {
    let whole = fs::read(dirs.library()).unwrap();
    let mut saved = 0;
    for hole in 1..whole.len() / 8192 {
        let mut damaged = whole.clone();
        damaged[hole * 8192..][..100].fill(0x5A);
        fs::write(dirs.library(), &damaged).unwrap();
        let opened = Library::open(dirs).unwrap();
        let mut library = opened.library;
        if opened.notices.len() == 2 && headlines(&library) == BOTH[..1] {
            saved += 1;
            becomes(&mut library);
        }
        drop(library);
        for end in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{end}", dirs.library().display()));
        }
    }
    saved
}

#[test]
fn mends_are_brought_over_from_a_damaged_library() {
    let (_folder, dirs) = home();
    drop(joined(&dirs));
    let mut kept = 0;
    let saved = saved_of_damage(&dirs, |library| {
        if !library.mends().unwrap().is_empty() {
            kept += 1;
            is_kept_and_undone(library, &BOTH[..1], &BOTH);
        }
    });
    // One place is that of the mends themselves.
    assert!(kept > 3 && kept + 1 >= saved, "{kept} of {saved}");
}

#[test]
fn a_mend_that_cannot_be_undone_any_more_is_kept_in_a_damaged_library() {
    let (_folder, dirs) = home();
    drop(joined(&dirs));
    let connection = rusqlite::Connection::open(dirs.library()).unwrap();
    connection.execute("UPDATE mends SET parsed = x'00'", []).unwrap();
    connection.close().unwrap();
    let saved = saved_of_damage(&dirs, |library| {
        let torn = torn();
        library.add(&torn, &text(&torn)).unwrap();
        if !library.mends().unwrap().is_empty() {
            is_kept_and_undone(library, &BOTH[..1], &BOTH);
        }
    });
    assert!(saved > 3);
}
