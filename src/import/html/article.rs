//! The article of a document, line by line, each with what it is.

use super::blocks::{TextBlock, weight};
use super::document::HtmlDocument;
use super::head::ArticleHead;
use super::marked_line::MarkedLine;
use super::metadata::Metadata;
use super::words::{self, CAPTION};
use super::{blocks, epaper, index_page, main_text, metadata, page_map, tags};
use crate::import::error::ImportError;
use crate::import::html_fault::HtmlFault;
use crate::model::{Date, Imprint, LineRole, RawLine, RawPage};
use crate::text::read_as_meant;

/// The page that a document makes: its one article, or none where it is the index of a newspaper's page.
///
/// # Errors
/// [`HtmlFault`] where it holds neither.
pub fn page(source: &str, html: &str) -> Result<RawPage, ImportError> {
    let document = HtmlDocument::read(html);
    if document.is_too_large() {
        return Err(HtmlFault::TooMuch.into());
    }
    let (mut blocks, metadata) = (blocks::blocks(&document), Metadata::of(&document));
    let map = page_map::page_map(&document).map(Box::new);
    let marked = epaper::text(&document, &blocks);
    let is_marked = marked.is_some();
    let text = match marked {
        Some(span) => Some(blocks::within(&blocks, &span).collect()),
        None if epaper::is_index(&document) => {
            let map = map.ok_or(HtmlFault::Index)?;
            let lines = index_page::lines(source, &document, &blocks, &map);
            let date = metadata.date.or_else(|| index_page::date(&document));
            return Ok(RawPage { map: Some(map), ..raw(source, lines, metadata.publication, date) });
        }
        None => main_text::main_text(&document, &mut blocks),
    };
    let text = text.ok_or(HtmlFault::NoArticle)?;
    let text = ArticleText { document: &document, blocks: &blocks, metadata: &metadata, text, is_marked };
    let (lines, date) = text.lines().ok_or(HtmlFault::NoArticle)?;
    Ok(RawPage { map, ..raw(source, lines, metadata.publication, metadata.date.or(date)) })
}

/// Lines as a page of a newspaper of some day.
fn raw(source: &str, lines: Vec<MarkedLine>, publication: Option<String>, date: Option<Date>) -> RawPage {
    let (roles, texts): (Vec<LineRole>, Vec<String>) = lines.into_iter().unzip();
    let mut page = RawPage::from_text(source, read_as_meant(texts.join("\n")));
    let mark = |line: RawLine| RawLine { role: roles.get(line.number as usize - 1).copied(), ..line };
    page.lines = std::mem::take(&mut page.lines).into_iter().map(mark).collect();
    page.imprint = Box::new(Imprint { publication, date, ..Imprint::default() });
    page
}

/// What holds of the text of an article.
struct ArticleText<'a> {
    document: &'a HtmlDocument,
    blocks: &'a [TextBlock],
    metadata: &'a Metadata,
    /// Its blocks, in their order.
    text: Vec<usize>,
    /// Whether an e-paper system marked it.
    is_marked: bool,
}

impl ArticleText<'_> {
    /// The lines of the article, and the day that they name; none where it is no article.
    fn lines(mut self) -> Option<(Vec<MarkedLine>, Option<Date>)> {
        let head = ArticleHead::of(self.document, self.blocks, self.metadata, &self.text, self.is_marked);
        self.text.retain(|block| !head.took(*block));
        self.text.splice(0..0, head.text);
        let body = self.body();
        let is_seen = head.is_seen && !self.metadata.is_site;
        let is_article = self.is_marked || is_seen || self.metadata.is_article || self.is_of_one_piece();
        (!body.is_empty() && is_article).then(|| (head.lines.into_iter().chain(body).collect(), head.date))
    }

    /// Whether the text stands in one place: a front page has its pieces in many.
    fn is_of_one_piece(&self) -> bool {
        const LEAST: usize = 300;
        let parents = self.text.iter().map(|&block| self.document.nodes()[self.blocks[block].element].parent);
        let together = parents.clone().zip(parents.skip(1)).filter(|(a, b)| a == b).count();
        let says: usize = self.text.iter().map(|&block| self.blocks[block].weight).sum();
        says >= LEAST && together * 2 + 2 >= self.text.len()
    }

    fn body(&self) -> Vec<MarkedLine> {
        let levels = self.text.iter().filter_map(|&block| tags::heading(self.tag(block)));
        let highest = levels.min().unwrap_or(1);
        let mut lines: Vec<MarkedLine> = Vec::new();
        let mut row = None;
        for &block in &self.text {
            let text = self.blocks[block].text.clone();
            let cell_of = self.row(block);
            match lines.last_mut().filter(|_| cell_of.is_some() && cell_of == row) {
                Some((_, before)) => before.extend([" ", &text]),
                None => lines.extend(self.role(block, highest).map(|role| (role, text))),
            }
            row = cell_of;
        }
        let is_stray =
            |(role, text): &MarkedLine| matches!(role, LineRole::Heading(_)) && !text.ends_with(['.', '。', '!', '！']);
        while lines.last().is_some_and(is_stray) {
            lines.pop();
        }
        lines
    }

    /// What a block of the text is; none where it is no part of the article.
    fn role(&self, block: usize, highest: u8) -> Option<LineRole> {
        if self.is_caption(block) {
            return self.is_marked.then_some(LineRole::Caption);
        }
        if let Some(level) = tags::heading(self.tag(block)) {
            return Some(LineRole::Heading(level - highest + 1));
        }
        let is_heading = is_bold_title(&self.blocks[block]);
        Some(if is_heading { LineRole::Heading(1) } else { LineRole::Paragraph })
    }

    fn is_caption(&self, block: usize) -> bool {
        let element = self.blocks[block].element;
        std::iter::once(element)
            .chain(self.document.around(element))
            .take(3)
            .filter_map(|at| self.document.element(at))
            .any(|element| {
                element.name == "figcaption"
                    || element.name == "figure"
                    || words::any(&metadata::named(element), CAPTION)
            })
    }

    /// The row of a table that a block is a cell of.
    fn row(&self, block: usize) -> Option<usize> {
        /// A cell of a table says no more; one that does is a column of text.
        const CELL: usize = 80;
        let element = self.blocks[block].element;
        let is_cell = matches!(self.tag(block), "td" | "th") && self.blocks[block].weight <= CELL;
        is_cell.then(|| self.document.nodes()[element].parent)
    }

    fn tag(&self, block: usize) -> &str {
        self.document.element(self.blocks[block].element).map_or("", |element| element.name.as_str())
    }
}

/// Whether a block is a section's title by its setting: short, bold, and no sentence.
fn is_bold_title(block: &TextBlock) -> bool {
    const LONGEST: usize = 64;
    let text = block.text.trim_end_matches(['”', '"', '」', '）', ')']);
    block.bold == block.weight
        && (4..=LONGEST).contains(&weight(text))
        && !text.ends_with(['。', '，', '、', '；', '：', '！', '.', ',', ';', ':', '!'])
        && !text.starts_with(['（', '('])
}
