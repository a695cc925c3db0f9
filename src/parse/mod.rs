//! A raw page to a page of articles.
//!
//! **Invariant:** parsing cannot fail and loses nothing: every text given out is made of spans of
//! the source.

mod blocks;
mod body;
mod credit;
mod evidence;
mod folio;
mod furniture;
mod glue;
mod habit;
mod heads;
mod join;
mod jump;
mod label;
mod lead;
mod lexicon;
mod lines;
mod measure;
mod people;
mod pieces;
mod signs;
mod spread;
mod stream;
mod title;
mod weights;
mod words;

use crate::model::{Page, RawPage};
use join::{Spacing, joined};

/// Takes a page apart into articles.
pub fn parse(raw: &RawPage) -> Page {
    let text = raw.text.as_str();
    let sorted = furniture::sort_out(text, lines::read(raw));
    let lines = pieces::rejoin(text, sorted.lines);
    let measures = measure::measures(&lines);
    let lines = glue::cut(text, lines, &measures);
    let measures = measure::measures(&lines);
    let signs = signs::read(text, &lines);
    let label::Labelling { labels, habit } = label::label(&lines, &measures, &signs);
    let blocks = blocks::blocks(&labels);
    let pieces = blocks::pieces(text, &lines, &measures, &labels, &signs, &blocks);
    let mut drafts = heads::rejoin(heads::assign(text, &lines, &blocks, &pieces, &habit));
    spread::Sheet { page: text, lines: &lines, blocks: &blocks }.spread(&mut drafts);
    let maker = body::Maker { page: text, lines: &lines, signs: &signs, blocks: &blocks };
    Page {
        source: raw.source.clone(),
        publication: sorted.folio.publication,
        date: sorted.folio.date,
        page_number: sorted.folio.page_number,
        page_name: sorted.folio.page_name,
        furniture: sorted.furniture.iter().map(|line| joined(text, [line.start..line.end], Spacing::Names)).collect(),
        articles: drafts.iter().map(|draft| maker.article(draft)).collect(),
    }
}
