//! Geometry on its way from an importer to the parser: boxes and type sizes, of a made-up importer
//! whose lines say where they stand.
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use paper_reader::import::{ImportError, Importer, Pages};
use paper_reader::model::{Bounds, LineGeometry, RawPage, Writing};
use paper_reader::parse::parse;

/// Lines of the form `left top size text`.
struct Placed;

impl Importer for Placed {
    fn knows_name(&self, name: &str) -> bool {
        name.ends_with(".placed")
    }

    fn knows_content(&self, _bytes: &[u8]) -> bool {
        false
    }

    fn pages(&self, source: &str, bytes: Vec<u8>) -> Pages {
        let page = String::from_utf8(bytes).map(|text| placed(source, &text));
        Box::new(std::iter::once(page.map_err(|_| ImportError::NotFound)))
    }
}

fn placed(source: &str, text: &str) -> RawPage {
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.splitn(4, ' ').collect()).collect();
    let words: Vec<&str> = lines.iter().map(|line| line[3]).collect();
    let mut page = RawPage::from_text(source, words.join("\n"));
    for (raw, line) in page.lines.iter_mut().zip(&lines) {
        let number = |n: usize| line[n].parse::<f32>().unwrap();
        let (left, top, size) = (number(0), number(1), number(2));
        let bounds = Bounds { left, top, right: left + size * line[3].chars().count() as f32, bottom: top + size };
        let (type_size, writing) = (Some(size), Writing::Horizontal);
        raw.geometry = Some(Box::new(LineGeometry {
            bounds,
            type_size,
            writing,
            baseline: None,
            face: None,
            weight: None,
            colour: None,
        }));
    }
    page
}

/// A head of three lines above a text, and a line of the text that is as short as a head.
const PAGE: &str = "40 40 14 老船工回到岸上\n40 60 30 桥灯又亮了\n40 100 16 记北岸三位摆渡人\n\
    60 130 9 江北的两座栈桥上月动工如今都已\n40 142 9 修好桥面铺的是旧船拆下来的木板踩\n\
    40 154 9 上去不滑摆渡的老人说雨天也能走到\n40 166 9 船边不用再扶着缆绳夜里也能过河去";

fn page(text: &str) -> paper_reader::model::Page {
    assert!(Placed.knows_name("page.placed") && !Placed.knows_content(b""));
    let raw = Placed.pages("page.placed", text.as_bytes().to_vec()).next().unwrap().unwrap();
    parse(&raw)
}

#[test]
fn type_sizes_reach_labels_and_titles() {
    let page = page(PAGE);
    let [article] = page.articles.as_slice() else { panic!("{:?}", page.articles) };
    let head = [&article.kicker, &article.headline, &article.deck].map(|text| text.as_deref().unwrap_or("-"));
    assert_eq!(head, ["老船工回到岸上", "桥灯又亮了", "记北岸三位摆渡人"]);
    assert_eq!(article.body.len(), 1);
}

#[test]
fn without_sizes_the_same_words_are_divided_otherwise() {
    let plain: Vec<&str> = PAGE.lines().map(|line| line.splitn(4, ' ').last().unwrap()).collect();
    let page = parse(&RawPage::from_text("page.txt", plain.join("\n")));
    assert_ne!(page.articles[0].headline.as_deref(), Some("桥灯又亮了"));
}
