//! The index of an e-paper's page beside its articles: where each stands on the page (`tests/html`).

#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::path::Path;

use paper_reader::model::{Direction, Filter, PrintedPage, RowKey};
use paper_reader::store::{Dirs, Library};

use crate::user::{Run, User};

const STORIES: [(&str, &str); 3] = [
    ("三座渡口同日复航", "清晨六点，北门渡口的第一班船离岸。停航四个月之后，三座渡口同日恢复通航。"),
    ("老船工的一天", "天还没有亮，老船工就起身了。他先看水位，再看风，然后才去解缆绳。"),
    ("图书馆夜里也开门", "从今天起，市图书馆的阅览室开放到晚上十点，门口的灯会一直亮着。"),
];

/// Writes the index of a page, and of its articles those with these numbers.
fn save(user: &User, index: &str, articles: &[usize]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html");
    user.write(index, std::fs::read(folder.join("mapped-index.html")).unwrap());
    for number in articles {
        let (headline, text) = STORIES[number - 1];
        let html = format!(
            "<html><title>江州日报社数字报</title><p>第A02版：要闻</p><p>2031年03月04日</p><h1>{headline}</h1>\
             <!--enpproperty <title>{headline}</title>/enpproperty-->\
             <div id=ozoom><!--enpcontent--><p>{text}</p><!--/enpcontent--></div></html>"
        );
        user.write(&format!("saved/content_{number}.htm"), html);
    }
}

/// The newspaper page that the first row of the list stands on, and the keys of all rows.
fn printed(user: &User) -> (PrintedPage, Vec<RowKey>) {
    let dirs = Dirs { config: user.path("config/paper-reader"), data: user.path("data/paper-reader") };
    let library = Library::open(&dirs).unwrap().library;
    let rows = library.rows(&Filter::default(), None, Direction::Forward, 9).unwrap();
    (library.printed_page_at(rows[0].key).unwrap().unwrap(), rows.iter().map(|row| row.key).collect())
}

/// Its articles' titles with their boxes, in whole numbers.
fn boxes(page: &PrintedPage) -> Vec<(&str, Vec<[i32; 4]>)> {
    let whole = |placed: &paper_reader::model::PageBox| {
        let bounds = placed.bounds;
        [bounds.left, bounds.top, bounds.right, bounds.bottom].map(|edge| edge.round() as i32)
    };
    let mut boxes: Vec<_> = page
        .articles
        .iter()
        .map(|article| (article.title.as_str(), article.boxes.iter().map(whole).collect::<Vec<_>>()))
        .collect();
    boxes.sort();
    boxes
}

#[track_caller]
fn imported(user: &User, paths: &[&str]) -> Run {
    let run = user.run(&[&["import"], paths].concat());
    assert_eq!(run.code, Some(0), "{run:?}");
    run
}

#[test]
fn an_index_tells_where_the_articles_of_its_page_stand() {
    // The index is the first or the last of the files.
    for index in ["saved/node_2.htm", "saved/a/node_2.htm"] {
        let user = User::new();
        save(&user, index, &[1, 2, 3]);
        let run = imported(&user, &["saved"]);
        let told = format!("{index}: 1 area of its map is not on the page and was left out");
        assert!(run.err.contains(&told), "{}", run.err);
        let (page, rows) = printed(&user);
        let ell = vec![[235, 215, 344, 500], [235, 500, 265, 530]];
        let expected =
            [(STORIES[0].0, vec![[5, 10, 225, 205]]), (STORIES[2].0, vec![[240, 10, 350, 205]]), (STORIES[1].0, ell)];
        let mut sorted = expected.clone();
        sorted.sort();
        assert_eq!(boxes(&page), sorted);
        assert_eq!((page.sizes[0].width, page.sizes[0].height), (350.0, 540.0));
        let mut places: Vec<_> = rows.iter().map(|key| key.page).collect();
        places.sort_unstable();
        assert!(places.iter().all(|place| page.places.contains(place)), "{places:?} {:?}", page.places);
    }
}

#[test]
fn an_index_may_come_later_and_go_again() {
    let user = User::new();
    save(&user, "later/node_2.htm", &[1]);
    imported(&user, &["saved"]);
    assert_eq!(boxes(&printed(&user).0), [(STORIES[0].0, vec![])]);
    imported(&user, &["later/node_2.htm"]);
    assert_eq!(boxes(&printed(&user).0), [(STORIES[0].0, vec![[5, 10, 225, 205]])]);
    // The other articles of the map are not here: their room stays white.
    let extent = printed(&user).0.extent.unwrap().bounds;
    assert_eq!([extent.left, extent.top, extent.right, extent.bottom], [5.0, 10.0, 350.0, 530.0]);
    assert!(imported(&user, &["later/node_2.htm"]).err.contains("1 already known"));
    assert!(user.done(&["list", "--sources"]).contains("node_2.htm"));
    user.done(&["undo", "--yes"]);
    assert_eq!(boxes(&printed(&user).0), [(STORIES[0].0, vec![])]);
    save(&user, "later/node_2.htm", &[]);
    imported(&user, &["later/node_2.htm"]);
    assert_eq!(user.run(&["library", "reparse"]).code, Some(0));
    user.done(&["remove", "--source", "later/node_2.htm", "--yes"]);
    assert_eq!(boxes(&printed(&user).0), [(STORIES[0].0, vec![])]);
}

#[test]
fn an_index_of_other_articles_is_refused_and_nothing_of_it_kept() {
    let user = User::new();
    save(&user, "saved/node_2.htm", &[]);
    user.write("saved/other.txt", "江州日报 2031年3月5日 第A02版：要闻\n\n渡口改建\n\n本报讯 渡口今天开工。\n");
    let run = user.run(&["import", "saved"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("node_2.htm: this HTML page is the index of a newspaper page"), "{}", run.err);
    assert!(!user.done(&["list", "--sources"]).contains("node_2.htm"));
}

#[test]
#[cfg(feature = "pdf")]
fn a_map_tells_the_regions_of_a_pdf() {
    use crate::pdf_file::{PdfFile, text};
    let user = User::new();
    save(&user, "saved/node_2.htm", &[]);
    let mut contents = text("Song", 9.0, 40.0, 580.0, "江州日报 2031年3月4日 第A02版：要闻");
    for (top, (headline, story)) in [540.0, 340.0].into_iter().zip(STORIES) {
        contents += &text("Song", 22.0, 40.0, top, headline);
        for (line, words) in story.split_inclusive('。').enumerate() {
            contents += &text("Song", 10.0, 40.0, top - 40.0 - 16.0 * line as f32, words);
        }
    }
    user.write("saved/page.pdf", PdfFile::new().page(contents).bytes());
    imported(&user, &["saved"]);
    let (page, _) = printed(&user);
    let scaled = |[left, top, right, bottom]: [f32; 4]| {
        [left / 350.0 * 400.0, top / 540.0 * 600.0, right / 350.0 * 400.0, bottom / 540.0 * 600.0]
            .map(|edge: f32| edge.round() as i32)
    };
    let ell = vec![scaled([235.0, 215.0, 344.0, 500.0]), scaled([235.0, 500.0, 265.0, 530.0])];
    assert_eq!(boxes(&page), [(STORIES[0].0, vec![scaled([5.0, 10.0, 225.0, 205.0])]), (STORIES[1].0, ell)]);
    assert!(page.source.ends_with("page.pdf") && page.sizes[0].width == 400.0, "{page:?}");
}
