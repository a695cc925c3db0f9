//! What a document shows, block by block: a paragraph, a heading, a cell, a line that ends with a break.

use std::ops::Range;

use super::document::{Content, HtmlDocument, HtmlElement};
use super::tags;
use super::words::{self, AUTHOR, DATE};
use crate::text::chars;

/// A block of text.
#[derive(Debug)]
pub struct TextBlock {
    /// The element that it is in.
    pub element: usize,
    /// Its first text's place in the document.
    pub at: usize,
    /// Its text, white space made one space each.
    pub text: String,
    /// How much it says.
    pub weight: usize,
    /// How much of it is links.
    pub linked: usize,
    /// How much of it is bold.
    pub bold: usize,
    /// Whether it is in a part of the page beside its article.
    pub is_aside: bool,
}

impl TextBlock {
    /// Whether most of it is links.
    pub fn is_linked(&self) -> bool {
        self.linked * 2 > self.weight
    }
}

/// How much a text says: 2 for a Chinese, Japanese or Korean character, 1 for any other letter or figure.
pub fn weight(text: &str) -> usize {
    let of = |c: char| match c {
        c if !c.is_alphanumeric() => 0,
        c if chars::is_cjk(c) || ('\u{AC00}'..='\u{D7A3}').contains(&c) => 2,
        _ => 1,
    };
    text.chars().map(of).sum()
}

/// The blocks that a document shows.
pub fn blocks(document: &HtmlDocument) -> Vec<TextBlock> {
    let mut reading = BlockReading { document, blocks: Vec::new(), draft: None, block: 0, links: 0, bold: 0 };
    let mut at = 0;
    let mut open: Vec<usize> = Vec::new();
    while let Some(node) = document.nodes().get(at) {
        while let Some(&last) = open.last().filter(|&&last| document.span(last).end <= at) {
            reading.leave(last);
            open.pop();
        }
        match &node.content {
            Content::Element(element) if is_hidden(element) => {
                at = node.end;
                continue;
            }
            Content::Element(element) => {
                reading.enter(at, element);
                open.push(at);
            }
            Content::Text(text) => reading.text(at, text, node.parent),
            Content::Comment(_) => {}
        }
        at += 1;
    }
    reading.end_block();
    reading.blocks
}

/// The blocks that begin within a part of the document.
pub fn within(blocks: &[TextBlock], span: &Range<usize>) -> Range<usize> {
    let first = |at: usize| blocks.partition_point(|block| block.at < at);
    first(span.start)..first(span.end)
}

/// Whether an element shows nothing.
fn is_hidden(element: &HtmlElement) -> bool {
    let style = element.attribute("style");
    tags::is_unread(&element.name)
        || element.has("hidden")
        || style.contains("display") && style.replace(' ', "").to_ascii_lowercase().contains("display:none")
}

fn is_bold(element: &HtmlElement) -> bool {
    matches!(&*element.name, "b" | "strong")
}

struct BlockReading<'a> {
    document: &'a HtmlDocument,
    blocks: Vec<TextBlock>,
    draft: Option<TextBlock>,
    /// The element that the next block is in.
    block: usize,
    /// How many links are open.
    links: usize,
    /// How many elements are open that make text bold.
    bold: usize,
}

impl BlockReading<'_> {
    fn enter(&mut self, at: usize, element: &HtmlElement) {
        if !tags::is_inline(&element.name) || self.stands_apart(element) {
            self.end_block();
            if element.name != "br" {
                self.block = at;
            }
        }
        self.links += usize::from(element.name == "a" && element.has("href"));
        self.bold += usize::from(is_bold(element));
    }

    fn leave(&mut self, at: usize) {
        let Some(element) = self.document.element(at) else { return };
        if !tags::is_inline(&element.name) || self.block == at {
            self.end_block();
            if element.name != "br" {
                self.block = self.document.nodes()[at].parent;
            }
        }
        self.links -= usize::from(element.name == "a" && element.has("href"));
        self.bold -= usize::from(is_bold(element));
    }

    /// Whether an element in a line is a block by itself: who wrote the text, or when it appeared, but amid a
    /// paragraph.
    fn stands_apart(&self, element: &HtmlElement) -> bool {
        let is_paragraph = |block: &HtmlElement| block.name == "span" || block.name == "p" && !block.has("class");
        let is_in_text = || self.document.element(self.block).is_some_and(is_paragraph);
        let words = || words::words(&[element.attribute("class"), " ", element.attribute("id")].concat());
        element.name == "span" && !is_in_text() && (words::any(&words(), AUTHOR) || words::any(&words(), DATE))
    }

    fn text(&mut self, at: usize, text: &str, parent: usize) {
        let is_set = self.document.element(parent).is_some_and(|element| element.name == "pre");
        for (n, line) in text.split('\n').enumerate() {
            match n {
                0 => {}
                _ if is_set => self.end_block(),
                _ => self.line(at, " "),
            }
            self.line(at, line);
        }
    }

    fn line(&mut self, at: usize, line: &str) {
        if self.draft.is_none() && line.trim().is_empty() {
            return;
        }
        let element = self.block;
        let new = TextBlock { element, at, text: String::new(), weight: 0, linked: 0, bold: 0, is_aside: false };
        let draft = self.draft.get_or_insert(new);
        let weight = weight(line);
        draft.weight += weight;
        draft.bold += if self.bold > 0 { weight } else { 0 };
        draft.linked += if self.links > 0 { weight } else { 0 };
        for c in line.chars().map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }) {
            if c != ' ' || !draft.text.ends_with(' ') {
                draft.text.push(c);
            }
        }
    }

    fn end_block(&mut self) {
        let Some(mut block) = self.draft.take() else { return };
        block.text.truncate(block.text.trim_end().len());
        let start = block.text.len() - block.text.trim_start().len();
        block.text.drain(..start);
        if block.weight > 0 {
            self.blocks.push(block);
        }
    }
}
