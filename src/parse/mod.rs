//! A raw page to a page of articles.
//!
//! **Invariant:** parsing cannot fail and loses nothing: every text given out is made of spans of
//! the source.

mod join;
mod lead;
mod lexicon;
mod lines;
mod people;
mod stream;

use crate::model::{Article, Block, BlockKind, LineRange, Page, RawPage};

/// Takes a page apart into articles.
pub fn parse(raw: &RawPage) -> Page {
    let text: String = raw.text.split_whitespace().collect();
    let mut article = Article {
        body: vec![Block { kind: BlockKind::Paragraph, text }],
        lines: raw
            .lines
            .first()
            .zip(raw.lines.last())
            .map(|(a, b)| LineRange(a.number, b.number))
            .into_iter()
            .collect(),
        ..Article::default()
    };
    article.sign();
    Page { source: raw.source.clone(), articles: vec![article], ..Page::default() }
}
