//! What was put right and what was marked stays with its words, whatever becomes of the page.

#![allow(clippy::unwrap_used)]

use paper_reader::model::{Article, Bookmark, Direction, Filter, Part, Place, Reading, Remedy, Row, Span};
use paper_reader::parse;
use paper_reader::store::{Dirs, Library, PreparedPage, bookmarks};

use crate::user::User;

/// A page of our own: two articles, the second torn off the first.
const PAGE: &str = "江州日报 2031年3月4日 星期二 第2版\n\n渡口的灯又亮了\n\n本报讯（记者 林远） 河水退去，石阶露了出来，\n\
    三班渡船从今天起照常开行，末班仍是晚上九点，\n雨天也不停。\n\n票价也不变\n\n本报讯（记者 周敏） 老船工说，\
    票价仍是两元，\n老人孩子免票，往来的人都说方便，\n石阶两旁新添了栏杆和长椅。\n";
const BOTH: [&str; 2] = ["渡口的灯又亮了", "票价也不变"];

fn dirs(user: &User) -> Dirs {
    Dirs { config: user.path("config/paper-reader"), data: user.path("data/paper-reader") }
}

fn library(user: &User) -> Library {
    Library::open(&dirs(user)).unwrap().library
}

fn rows(library: &Library) -> Vec<Row> {
    library.rows(&Filter::default(), None, Direction::Forward, usize::MAX).unwrap()
}

fn headlines(user: &User) -> Vec<String> {
    rows(&library(user)).into_iter().map(|row| row.headline).collect()
}

/// The page is imported, and its articles are joined.
fn joined() -> User {
    let user = User::new();
    user.write("page.txt", PAGE);
    user.done(&["import", "page.txt"]);
    assert_eq!(headlines(&user), BOTH);
    let mut library = library(&user);
    let first = rows(&library)[0].id;
    library.mend(first, Part::Headline, Remedy::Join).unwrap().unwrap();
    drop(library);
    user
}

/// The mend is undone, and the page is as the parser gives it.
#[track_caller]
fn is_undone(user: &User) {
    let mut library = library(user);
    let article = rows(&library)[0].id;
    library.undo_mend(article).unwrap().unwrap();
    drop(library);
    assert_eq!(headlines(user), BOTH);
    assert!(user.run(&["library", "check"]).err.contains("sound"));
}

#[test]
fn a_mend_outlives_every_command() {
    let user = joined();
    let commands: [&[&str]; 3] = [&["library", "reparse"], &["import", "page.txt"], &["library", "compact"]];
    for command in commands {
        let run = user.run(command);
        assert!(run.code == Some(0) && !run.err.contains("mend"), "{run:?}");
        assert_eq!(headlines(&user), BOTH[..1], "{command:?}");
    }
    // Another reading of the page, broken into other lines and corrected.
    user.write("again.txt", PAGE.replace("露了出来，\n", "露了出来，").replace("老人孩子免票", "老人孩子都免票"));
    let run = user.run(&["import", "again.txt"]);
    assert!(run.err.contains("1 parsed anew") && !run.err.contains("mend"), "{run:?}");
    assert_eq!(headlines(&user), BOTH[..1]);
    assert!(user.done(&["export", "--format", "text"]).contains("都免票"));
    user.done(&["library", "reparse"]);
    assert_eq!(headlines(&user), BOTH[..1]);
    user.done(&["undo", "--yes"]);
    assert_eq!(headlines(&user), BOTH[..1]);
    assert!(!user.done(&["export", "--format", "text"]).contains("都免票"));
    is_undone(&user);
}

#[test]
fn a_mend_outlives_damage_to_the_library() {
    let user = joined();
    user.done(&["library", "compact"]);
    let mut bytes = std::fs::read(user.library()).unwrap();
    // A piece of the index of sources, of which nothing is lost.
    let name = b"page.txt";
    let at = bytes.windows(name.len()).rposition(|window| window == name).unwrap() / 8192 * 8192;
    bytes[at..][..8].fill(0x5A);
    std::fs::write(user.library(), bytes).unwrap();
    let run = user.run(&["library", "check"]);
    assert!(run.err.contains("1 pages were brought over"), "{run:?}");
    assert_eq!(headlines(&user), BOTH[..1]);
    is_undone(&user);
}

#[test]
fn a_mend_whose_lines_are_gone_is_said_and_kept() {
    let user = joined();
    user.write("again.txt", PAGE.replace("票价也不变", "往来仍是两元"));
    let run = user.run(&["import", "again.txt"]);
    assert!(run.err.contains("1 mend not done in the articles as they are now: their lines are gone"), "{run:?}");
    assert_eq!(headlines(&user), ["渡口的灯又亮了", "往来仍是两元"]);
    assert!(user.done(&["library", "mends"]).contains("lines gone"));
    assert!(!user.run(&["library", "reparse"]).err.contains("mend"), "it was said before");
    user.done(&["undo", "--yes"]);
    assert_eq!(headlines(&user), BOTH[..1]);
    is_undone(&user);
}

/// Articles as an earlier parser gave them: the first two were one, and it was not known where they are printed.
fn run_together(articles: &[Article]) -> Vec<Article> {
    let mut articles = articles.to_vec();
    let second = articles.remove(1);
    articles[0].body.extend(second.body);
    articles[0].byline.extend(second.byline);
    articles.iter_mut().for_each(|article| article.boxes.clear());
    articles[0].set_content_id();
    articles
}

#[test]
#[cfg(feature = "pdf")]
fn a_pdf_page_is_read_anew_with_its_boxes_and_marks_follow() {
    let user = User::new();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/printed/04-english.pdf");
    user.write("issue.pdf", std::fs::read(file).unwrap());
    user.done(&["import", "issue.pdf"]);
    std::fs::remove_file(user.path("issue.pdf")).unwrap();
    let whole = |user: &User| user.done(&["export", "--limit", "0", "--format", "jsonl"]);
    let before = whole(&user);
    assert!(before.lines().all(|article| article.contains("\"boxes\":[[1,")), "{before}");
    // The library as an earlier parser left it, read and marked.
    let mut earlier = library(&user);
    let page = earlier.pages().unwrap()[0];
    let (raw, sizes) = earlier.raw_page(page).unwrap().unwrap();
    let mut parsed = parse::parse_anew(&raw, &sizes);
    let second = parsed.articles[1].clone();
    parsed.articles = run_together(&parsed.articles);
    earlier.take_anew(&[(page, PreparedPage::of_raw(parsed.clone(), &raw).unwrap())]).unwrap();
    assert!(!whole(&user).contains("\"boxes\":[[1,"));
    let merged = &parsed.articles[0];
    let block = merged.body.len() - second.body.len();
    let place = Place { article: merged.id, part: Part::Body(block), byte: 0 };
    earlier.set_reading(merged.id, Reading::Started, Some(place)).unwrap();
    bookmarks::set(&dirs(&user), Bookmark::new(Span { place, until: None }, merged, None, 0)).unwrap();
    drop(earlier);
    let run = user.run(&["library", "reparse"]);
    assert!(run.code == Some(0) && run.err.contains(" 1 changed"), "{run:?}");
    assert_eq!(whole(&user), before);
    let id = second.id.to_string();
    let marked = user.done(&["bookmarks", "list", "--format", "json"]);
    assert!(marked.contains(&id), "{marked}");
    let library = library(&user);
    let row = rows(&library).into_iter().find(|row| row.id == second.id).unwrap();
    assert_eq!(row.reading, Reading::Started);
    let place = library.reading_place(second.id).unwrap();
    assert_eq!(place.map(|place| (place.article, place.part)), Some((second.id, Part::Body(0))));
}
