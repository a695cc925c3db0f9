//! Pages put right by hand: kept, done again when the page comes in anew, undone.

use crate::{add, home, library, page, story, text};
use paper_reader::model::{
    Article, Bookmark, Direction, Filter, LineRange, Page, PageSize, Part, Place, Reading, Remedy, Row, Span,
};
use paper_reader::store::{Library, Removal, bookmarks};

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
