//! The main text of a page that no e-paper system made: the part of it in which most of what reads as
//! running text stands.

use std::ops::Range;

use super::blocks::{TextBlock, within};
use super::document::{HtmlDocument, HtmlElement};
use super::tags;
use super::words::{self, ASIDE, COMMENTS};

/// A part of an element that holds so much of its running text, in hundredths, holds the article.
const MOST: usize = 75;

/// The least running text of an article.
const LEAST: usize = 140;

/// What a block of running text says at least.
const RUNNING: usize = 34;

/// What a block says at least that reads as running text without a mark in it.
const LONG: usize = 85;

/// How much a block says that counts as text where a page has little: verse, a dialogue.
const SHORT: usize = 12;

/// The least of such text.
const LEAST_SHORT: usize = 60;

/// The blocks of a page's main text, in its order; none where it has none. Parts of the page that are named
/// as no article's are passed over, if anything else has a text.
pub fn main_text(document: &HtmlDocument, blocks: &mut [TextBlock]) -> Option<Vec<usize>> {
    mark_asides(document, blocks);
    let running = |block: &TextBlock| if block.is_aside { 0 } else { running(document, block) };
    let short = |block: &TextBlock| if block.is_aside || unlinked(block) < SHORT { 0 } else { unlinked(block) };
    let any = |block: &TextBlock| self::running(document, block);
    let text = |says: &dyn Fn(&TextBlock) -> usize, least| MainText::of(document, blocks, says).blocks(least);
    text(&running, LEAST).or_else(|| text(&short, LEAST_SHORT)).or_else(|| text(&any, LEAST))
}

/// Marks the blocks that stand beside the article: in a part of the page that is named so, unless most of the
/// page's text is in it.
fn mark_asides(document: &HtmlDocument, blocks: &mut [TextBlock]) {
    let text = MainText::of(document, blocks, &|block| running(document, block));
    let all = text.before.last().copied().unwrap_or_default();
    let mut asides = Vec::new();
    let mut end = 0;
    for (at, element) in document.elements() {
        if at < end {
            continue;
        }
        let Some(aside) = AsideKind::of(element) else { continue };
        let span = document.span(at);
        let inside = text.running(&span);
        if inside * 2 <= all || aside == AsideKind::Comments && all - inside >= LEAST {
            end = span.end;
            asides.push(within(blocks, &span));
        }
    }
    asides.into_iter().flatten().for_each(|block| blocks[block].is_aside = true);
}

/// What is named as a part of the page beside its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AsideKind {
    /// What readers say of it.
    Comments,
    /// Anything else.
    Other,
}

impl AsideKind {
    fn of(element: &HtmlElement) -> Option<Self> {
        let name = &*element.name;
        let is_whole =
            matches!(name, "html" | "body" | "article" | "main" | "h1" | "em" | "strong" | "p" | "span" | "a");
        if is_whole {
            return None;
        }
        let words = words::words(&[element.attribute("class"), " ", element.attribute("id")].concat());
        match () {
            () if words::any(&words, COMMENTS) => Some(Self::Comments),
            () if matches!(name, "nav" | "footer" | "aside") || words::any(&words, ASIDE) => Some(Self::Other),
            () => None,
        }
    }
}

struct MainText<'a> {
    document: &'a HtmlDocument,
    blocks: &'a [TextBlock],
    /// How much running text stands before each block, and in all.
    before: Vec<usize>,
}

impl<'a> MainText<'a> {
    fn of(document: &'a HtmlDocument, blocks: &'a [TextBlock], says: &dyn Fn(&TextBlock) -> usize) -> Self {
        let mut before = vec![0];
        let mut sum = 0;
        for block in blocks {
            sum += says(block);
            before.push(sum);
        }
        Self { document, blocks, before }
    }

    /// How much running text a part of the document holds.
    fn running(&self, span: &Range<usize>) -> usize {
        let within = within(self.blocks, span);
        self.before[within.end] - self.before[within.start]
    }

    fn is_running(&self, block: usize) -> bool {
        self.before[block + 1] > self.before[block]
    }

    fn blocks(&self, least: usize) -> Option<Vec<usize>> {
        let all = within(self.blocks, &self.part(least)?);
        let first = all.clone().find(|&block| self.is_running(block))?;
        let last = all.clone().rev().find(|&block| self.is_running(block))?;
        let behind =
            |block: &usize| self.is_text(*block) && self.are_near(*block, last) && self.blocks[*block].weight >= 4;
        let tail = (last + 1..all.end)
            .take_while(|block| self.blocks[*block].is_aside || behind(block))
            .last()
            .unwrap_or(last);
        let above = |block: &usize| self.is_text(*block) && self.are_near(*block, first) && self.tag(*block) == "p";
        let head = (all.start..first).rev().take_while(above).last().unwrap_or(first);
        Some((head..=tail).filter(|&block| self.is_running(block) || self.is_text(block)).collect())
    }

    /// The innermost part of the document that holds the article.
    fn part(&self, least: usize) -> Option<Range<usize>> {
        let mut part = self.document.whole();
        let mut inside = part.clone();
        if self.running(&part) < least {
            return None;
        }
        loop {
            let elements = self
                .document
                .outermost(inside)
                .filter(|&at| self.document.element(at).is_some_and(|element| !tags::is_inline(&element.name)));
            let best = elements.map(|at| self.document.span(at)).max_by_key(|span| self.running(span));
            match best.filter(|best| self.running(best) * 100 >= self.running(&part) * MOST) {
                Some(best) => (part, inside) = (best.clone(), best.start + 1..best.end),
                None => return Some(part),
            }
        }
    }

    /// Whether a block that does not read as running text may be a part of one: a short paragraph, a section's
    /// title, an item of a list.
    fn is_text(&self, block: usize) -> bool {
        let tag = self.tag(block);
        let is_of_text = matches!(tag, "p" | "blockquote" | "pre" | "li" | "dt" | "dd" | "td" | "th")
            || tags::heading(tag).is_some();
        let block = &self.blocks[block];
        let is_link = if tag == "p" { block.linked * 10 > block.weight * 9 } else { block.is_linked() };
        !block.is_aside && !is_link && (is_of_text || block.weight >= RUNNING / 2)
    }

    fn tag(&self, block: usize) -> &str {
        self.document.element(self.blocks[block].element).map_or("", |element| element.name.as_str())
    }

    /// Whether two blocks stand in one element, or one in an element beside the other.
    fn are_near(&self, a: usize, b: usize) -> bool {
        let around = |block: usize| self.document.around(self.blocks[block].element).take(2);
        around(a).any(|element| around(b).any(|other| other == element))
    }
}

/// How much running text a block is: what it says beside its links.
fn running(document: &HtmlDocument, block: &TextBlock) -> usize {
    const MARKS: [char; 15] = ['。', '，', '、', '！', '？', '；', '.', ',', '!', '?', ';', '।', '،', '۔', '։'];
    let tag = document.element(block.element).map_or("", |element| element.name.as_str());
    let says = if tag == "p" || !block.is_linked() { unlinked(block) } else { 0 };
    let is_running = says >= LONG || says >= RUNNING && block.text.contains(MARKS);
    if is_running && tags::heading(tag).is_none() { says } else { 0 }
}

/// What a block says beside its links.
fn unlinked(block: &TextBlock) -> usize {
    block.weight.saturating_sub(block.linked)
}
