//! The head of an article: headline, kicker, deck and byline, by where they stand, by their elements and names,
//! and by what the document says of itself.

use std::ops::Range;

use super::blocks::{TextBlock, weight};
use super::document::HtmlDocument;
use super::marked_line::MarkedLine;
use super::metadata::{self, Metadata, date_in};
use super::tags;
use super::words::{self, AUTHOR, DATE, DECK, KICKER, TITLE};
use crate::model::{Date, LineRole};
use crate::text::chars;

/// The head of an article.
#[derive(Default)]
pub struct ArticleHead {
    /// Its lines.
    pub lines: Vec<MarkedLine>,
    /// The blocks that it is made of, and those that are no part of the text for standing above it.
    blocks: Vec<Range<usize>>,
    /// Blocks between headline and text that are of the text.
    pub text: Vec<usize>,
    /// Whether the headline is seen on the page, not only told of.
    pub is_seen: bool,
    /// The day that a line beside the headline names.
    pub date: Option<Date>,
}

/// The most that a line of a head says.
const LONGEST: usize = 240;

/// The most that a line of a folio says.
pub const FOLIO: usize = 80;

impl ArticleHead {
    /// Finds the head of the article whose text are some blocks.
    pub fn of(
        document: &HtmlDocument,
        blocks: &[TextBlock],
        metadata: &Metadata,
        text: &[usize],
        is_marked: bool,
    ) -> Self {
        let first = text.first().copied().unwrap_or(0);
        let titles: Vec<String> =
            metadata.titles.iter().map(|title| squeezed(title)).filter(|t| !t.is_empty()).collect();
        let finder = HeadFinder { document, blocks, metadata, titles, first, is_marked };
        finder.head(text)
    }

    /// Whether a block is of the head.
    pub fn took(&self, block: usize) -> bool {
        self.blocks.iter().any(|range| range.contains(&block))
    }
}

struct HeadFinder<'a> {
    document: &'a HtmlDocument,
    blocks: &'a [TextBlock],
    metadata: &'a Metadata,
    titles: Vec<String>,
    /// The first block of the text.
    first: usize,
    is_marked: bool,
}

impl HeadFinder<'_> {
    fn head(&self, text: &[usize]) -> ArticleHead {
        let mut head = ArticleHead::default();
        let title = self.headline(text);
        if self.is_marked {
            head.lines.extend(self.folios(title.as_ref().map_or(self.first, |title| title.start)));
        }
        let Some(title) = title else {
            head.lines.extend(self.told_title().map(|title| (LineRole::Headline, title)));
            self.add_byline(&mut head);
            return head;
        };
        head.is_seen = true;
        head.date = self.date(&title);
        head.lines.extend(self.kickers(&title));
        head.lines.extend(self.blocks[title.clone()].iter().map(|block| (LineRole::Headline, block.text.clone())));
        // What the text has above its headline is none of it.
        head.blocks.push(0..title.end);
        self.below(title, self.first, &mut head);
        self.add_byline(&mut head);
        head
    }

    /// The runs of blocks that are one element's, in a part of the page.
    fn units(&self, within: Range<usize>) -> Vec<Range<usize>> {
        let mut units: Vec<Range<usize>> = Vec::new();
        for block in within {
            match units.last_mut().filter(|unit| self.blocks[unit.start].element == self.blocks[block].element) {
                Some(unit) => unit.end = block + 1,
                None => units.push(block..block + 1),
            }
        }
        units
    }

    /// The blocks of the headline.
    fn headline(&self, text: &[usize]) -> Option<Range<usize>> {
        /// So many blocks of the text may stand above the headline.
        const AMID: usize = 4;
        /// The least evidence of a headline.
        const LEAST: i32 = 5;
        let last = text.get(..AMID.min(text.len())).and_then(<[usize]>::last).map_or(self.first, |last| last + 1);
        let units = self.units(0..last.max(self.first));
        let scored = units.into_iter().map(|unit| (self.score(&unit), unit));
        let best = scored.filter(|(score, _)| *score >= LEAST).max_by_key(|(score, unit)| (*score, unit.start));
        best.map(|(_, unit)| unit)
    }

    /// How much speaks for a headline.
    fn score(&self, unit: &Range<usize>) -> i32 {
        let blocks = &self.blocks[unit.clone()];
        let says: usize = blocks.iter().map(|block| block.weight).sum();
        if unit.len() > 4 || !(4..=LONGEST).contains(&says) {
            return 0;
        }
        let text: String = blocks.iter().map(|block| squeezed(&block.text)).collect();
        let is_site = self.metadata.publication.as_ref().is_some_and(|name| squeezed(name) == text);
        if text.is_empty() || is_site {
            return 0;
        }
        let page_title = squeezed(&self.metadata.page_title);
        let told = match () {
            () if self.titles.contains(&text) => 12,
            () if says >= 8 && page_title.starts_with(&text) => 8,
            () if says >= 8 && page_title.contains(&text) => 6,
            () if says >= 12 && self.titles.iter().any(|title| title.contains(&text)) => 5,
            () if self.titles.iter().any(|title| title.len() >= 12 && text.contains(title)) => 4,
            () => 0,
        };
        let element = blocks[0].element;
        let by_tag = match self.tag(element) {
            "founder-title" => 20,
            "h1" => 5,
            "h2" => 3,
            "h3" | "h4" => 1,
            _ => 0,
        };
        let is_named =
            std::iter::once(element).chain(self.document.around(element)).take(2).any(|at| self.is_named(at, TITLE));
        let linked = blocks.iter().any(TextBlock::is_linked);
        let by_name = match is_named {
            true if self.is_marked => 6,
            true => 3,
            false => 0,
        };
        told + by_tag + by_name - if linked { 5 } else { 0 } - if blocks[0].is_aside { 3 } else { 0 }
    }

    /// What stands above the headline and belongs to it.
    fn kickers(&self, title: &Range<usize>) -> Vec<MarkedLine> {
        const MOST: usize = 3;
        let from = title.start.saturating_sub(MOST);
        let mut lines = Vec::new();
        for block in (from..title.start).rev() {
            let text = &self.blocks[block].text;
            let is_told = self.metadata.kicker.as_deref().is_some_and(|kicker| is_part(text, kicker));
            let element = self.blocks[block].element;
            let is_near = self.are_near(block, title.start) && !self.is_folio(block);
            let is_kicker = is_told
                || is_near
                    && !self.blocks[block].is_linked()
                    && self.blocks[block].weight <= LONGEST
                    && (self.is_named(element, KICKER) || self.is_marked && self.is_head_element(block));
            if !is_kicker {
                break;
            }
            lines.push((LineRole::Kicker, text.clone()));
        }
        lines.reverse();
        lines
    }

    /// Takes what stands between headline and text.
    fn below(&self, title: Range<usize>, end: usize, head: &mut ArticleHead) {
        let mut touches = true;
        for block in title.end..end.max(title.end) {
            if self.is_text(block) {
                head.text.push(block);
                head.blocks.push(block..block + 1);
                continue;
            }
            let role = self.role_below(block, title.start, touches);
            touches &= role.is_some();
            if let Some(role) = role {
                let is_new = head.lines.iter().all(|(_, text)| *text != self.blocks[block].text);
                if is_new {
                    head.lines.push((role, self.blocks[block].text.clone()));
                }
            }
            head.blocks.push(block..block + 1);
        }
    }

    /// Whether a block between headline and text is a paragraph, as a text may begin with one that is set by
    /// itself.
    fn is_text(&self, block: usize) -> bool {
        const LEAST: usize = 80;
        let TextBlock { text, weight, element, is_aside, .. } = &self.blocks[block];
        let ends = text.trim_end_matches(['"', '”', '」', ')', '）']).ends_with(['.', '。', '!', '！', '?', '？']);
        let is_paragraph = self.tag(*element) == "p" || self.is_named(*element, DECK);
        !self.is_marked && !is_aside && !self.blocks[block].is_linked() && is_paragraph && ends && *weight >= LEAST
    }

    fn role_below(&self, block: usize, title: usize, touches: bool) -> Option<LineRole> {
        const NAME: usize = 8;
        let TextBlock { text, weight, element, .. } = &self.blocks[block];
        let told = |told: &Option<String>| told.as_deref().is_some_and(|told| is_part(text, told));
        if *weight > LONGEST {
            return None;
        }
        if told(&self.metadata.deck) {
            return Some(LineRole::Deck);
        }
        let is_author =
            told(&self.metadata.author) || self.is_named(*element, AUTHOR) || self.tag(*element) == "founder-author";
        if (is_author || begins_byline(text)) && *weight <= FOLIO && date_in(text).is_none() {
            return Some(LineRole::Byline);
        }
        if self.blocks[block].is_linked() || self.blocks[block].is_aside || self.is_folio(block) {
            let is_line = self.is_marked && (names_page(text) || date_in(text).is_some());
            return is_line
                .then_some(LineRole::Furniture)
                .filter(|_| *weight <= FOLIO && !self.blocks[block].is_linked());
        }
        if self.is_marked && self.has_picture(*element, title) {
            return Some(LineRole::Caption);
        }
        let is_deck = self.is_named(*element, DECK) || matches!(self.tag(*element), "h2" | "h3" | "founder-subtitle");
        if is_deck {
            return Some(LineRole::Deck);
        }
        let is_near = self.is_marked && touches && self.are_near(block, title) && self.is_head_element(block);
        is_near.then_some(if *weight <= NAME { LineRole::Byline } else { LineRole::Deck })
    }

    /// Adds the byline that the document tells, where none stands in the head.
    fn add_byline(&self, head: &mut ArticleHead) {
        let Some(author) = self.metadata.author.as_deref().map(str::trim).filter(|author| !author.is_empty()) else {
            return;
        };
        let has_one = head.lines.iter().any(|(role, _)| *role == LineRole::Byline);
        let is_site = self.metadata.publication.as_deref().is_some_and(|name| squeezed(name) == squeezed(author));
        let is_name = author.chars().any(char::is_alphabetic) && !author.contains('@');
        // Chinese sites name themselves there: a name that is one stands below the headline.
        let is_seen =
            || self.blocks[..self.first].iter().any(|block| !block.is_linked() && block.text.contains(author));
        if !is_name || author.chars().any(chars::is_han) && !self.is_marked && !is_seen() {
            return;
        }
        let stands_in_text = self.blocks.iter().skip(self.first).take(2).any(|block| block.text.contains(author));
        if !has_one && !is_site && !stands_in_text && weight(author) <= FOLIO {
            head.lines.push((LineRole::Byline, author.to_owned()));
        }
    }

    /// The headline that the document tells where none is seen.
    fn told_title(&self) -> Option<String> {
        let parts = self
            .metadata
            .page_title
            .split(['|', '_'])
            .flat_map(|part| part.split(" - "))
            .flat_map(|part| part.split(" – "));
        let longest = || parts.map(str::trim).max_by_key(|part| weight(part)).map(str::to_owned);
        self.metadata.titles.first().cloned().or_else(longest).filter(|title| !title.is_empty())
    }

    /// The folio lines of an e-paper's page above the headline: the page, the day.
    fn folios(&self, title: usize) -> Vec<MarkedLine> {
        let mut lines: Vec<MarkedLine> = Vec::new();
        let (mut page, mut day) = (false, false);
        for block in 0..title {
            let text = &self.blocks[block].text;
            let (names_page, names_day) = (names_page(text), date_in(text).is_some());
            let is_new = names_page && !page || names_day && !day;
            if self.blocks[block].linked == 0 && self.blocks[block].weight <= FOLIO && is_new {
                page |= names_page;
                day |= names_day;
                lines.push((LineRole::Furniture, text.clone()));
            }
        }
        lines
    }

    /// The day that a line above the text names, the nearest to the headline.
    fn date(&self, title: &Range<usize>) -> Option<Date> {
        const ABOVE: usize = 3;
        let below = title.end..self.first.max(title.end);
        let above = title.start.saturating_sub(ABOVE)..title.start;
        let short = below.chain(above.rev()).map(|block| &self.blocks[block]).filter(|block| block.weight <= FOLIO);
        short.filter_map(|block| date_in(&block.text)).next()
    }

    fn is_folio(&self, block: usize) -> bool {
        let TextBlock { text, weight, element, .. } = &self.blocks[block];
        *weight <= FOLIO && (names_page(text) || date_in(text).is_some() || self.is_named(*element, DATE))
    }

    /// Whether a picture stands in the cell or the box of a block, away from the headline.
    fn has_picture(&self, element: usize, title: usize) -> bool {
        let boxes = std::iter::once(element).chain(self.document.around(element)).take(5);
        let holds_none = |at: &usize| {
            let span = self.document.span(*at);
            !span.contains(&self.blocks[title].at) && !span.contains(&self.blocks[self.first].at)
        };
        boxes.take_while(holds_none).any(|at| {
            let span = self.document.span(at);
            span.len() < 200
                && span.into_iter().any(|at| self.document.element(at).is_some_and(|element| element.name == "img"))
        })
    }

    /// Whether two blocks stand close to one another: in one table, or beside one another.
    fn are_near(&self, block: usize, title: usize) -> bool {
        const NEAR: usize = 3;
        let [block, title] = [block, title].map(|block| self.blocks[block].element);
        let boxes: Vec<usize> = self.document.around(title).take(NEAR).collect();
        // A cell holds whatever stands in a column of the page.
        let is_box = |at: &usize| self.tag(*at) != "td" && boxes.contains(at);
        self.document.around(block).take(NEAR).any(|at| is_box(&at))
    }

    /// Whether an element may hold a line of a head.
    fn is_head_element(&self, block: usize) -> bool {
        let element = self.blocks[block].element;
        let tag = self.tag(element);
        matches!(tag, "td" | "p" | "div" | "center") || tags::heading(tag).is_some() || tag.starts_with("founder-")
    }

    fn is_named(&self, at: usize, list: words::NameWords) -> bool {
        self.document.element(at).is_some_and(|element| words::any(&metadata::named(element), list))
    }

    fn tag(&self, at: usize) -> &str {
        self.document.element(at).map_or("", |element| element.name.as_str())
    }
}

/// A text without anything but its letters, figures and ideographs, all small.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a text is another, or a line of it.
fn is_part(text: &str, of: &str) -> bool {
    let (text, of) = (squeezed(text), squeezed(of));
    !text.is_empty() && (text == of || text.chars().count() >= 4 && of.contains(&text))
}

/// Whether a line says who wrote the text.
fn begins_byline(text: &str) -> bool {
    let is_english = text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "));
    is_english
        || ["记者", "本报记者", "通讯员", "作者", "文/", "文／", "□", "■", "記者"]
            .iter()
            .any(|start| text.starts_with(start))
}

/// Whether a line names a page: 第A01版：要闻, 01版.
pub fn names_page(text: &str) -> bool {
    let parts = text.split('版');
    let is_number =
        |before: &str| before.trim_end().ends_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let count = parts.clone().count();
    parts.take(count.saturating_sub(1)).any(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named() {
        for (text, is_one) in [
            ("第A01版：要闻", true),
            ("01版", true),
            ("第 3 版", true),
            ("第一版", true),
            ("本版编辑", false),
            ("新版", false),
        ] {
            assert_eq!(names_page(text), is_one, "{text}");
        }
    }
}
