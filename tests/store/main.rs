//! The library and the bookmarks on a real disk, and what several of these tests need.
#![allow(clippy::unwrap_used)]

mod alike;
mod bookmarks;
mod give;
mod library;
mod listed;
mod mends;
mod search;

use paper_reader::model::{Article, Block, BlockKind, LineRange, Page};
use paper_reader::store::{Dirs, Library};
use tempfile::TempDir;

/// Folders of a user who has nothing yet; they go when the first value is dropped.
pub fn home() -> (TempDir, Dirs) {
    let folder = tempfile::tempdir().unwrap();
    let dirs = Dirs { config: folder.path().join("config"), data: folder.path().join("data") };
    (folder, dirs)
}

/// The library in these folders, opened without a word.
pub fn library(dirs: &Dirs) -> Library {
    let opened = Library::open(dirs).unwrap();
    assert_eq!(opened.notices, []);
    opened.library
}

/// A story with these paragraphs.
pub fn story(headline: &str, paragraphs: &[&str]) -> Article {
    let block = |text: &&str| Block { kind: BlockKind::Paragraph, text: (*text).to_owned() };
    let mut article = Article {
        headline: Some(headline.to_owned()),
        body: paragraphs.iter().map(block).collect(),
        lines: vec![LineRange(1, 1 + paragraphs.len() as u32)],
        ..Article::default()
    };
    article.set_content_id();
    article
}

/// A page of stories.
pub fn page(source: &str, articles: Vec<Article>) -> Page {
    Page { source: source.to_owned(), articles, ..Page::default() }
}

/// A page of an edition.
pub fn dated(source: &str, publication: &str, date: &str, number: u32, articles: Vec<Article>) -> Page {
    Page {
        publication: Some(publication.to_owned()),
        date: Some(date.parse().unwrap()),
        page_number: Some(number),
        ..page(source, articles)
    }
}

/// A text such as the page might have come from: different for different articles.
pub fn text(page: &Page) -> String {
    let parts = page.articles.iter().flat_map(|article| article.parts().map(|(_, text)| text));
    parts.collect::<Vec<_>>().join("\n")
}

/// Adds a page with a text made up for it.
#[track_caller]
pub fn add(library: &mut Library, page: &Page) {
    assert!(!library.add(page, &text(page)).unwrap().known);
}
