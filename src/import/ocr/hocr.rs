//! hOCR: HTML whose classes tell what was recognised, often not well formed.

use std::iter;

use memchr::memmem;

use super::document::{self, Format};
use super::markup::{Element, Node, with_brackets_escaped};
use super::page_draft::PageDraft;
use super::recognised_line::{RecognisedLine, Word};
use super::scale::{self, Scale, Unit};
use crate::import::importer::{Importer, Pages};
use crate::import::opening;
use crate::model::{Bounds, Writing};
use crate::text::Decoded;

/// Knows hOCR by the class of its pages.
pub struct Hocr;

impl Importer for Hocr {
    /// HTML of all kinds has such names.
    fn knows_name(&self, _name: &str) -> bool {
        false
    }

    fn knows_content(&self, bytes: &[u8]) -> bool {
        let head = opening::head(bytes);
        let is_class = |at: usize| head[..at].trim_end_matches(['"', '\'', ' ', '=']).ends_with("class");
        opening::root(&head).is_some() && memmem::find_iter(head.as_bytes(), b"ocr_page").any(is_class)
    }

    fn pages(&self, source: &str, bytes: Vec<u8>) -> Pages {
        match opening::text(&bytes) {
            Ok(decoded) => {
                let text = with_brackets_escaped(&decoded.text);
                document::pages(source, Decoded { text, ..decoded }, HocrReading::default())
            }
            Err(error) => Box::new(iter::once(Err(error.into()))),
        }
    }
}

/// What an element is by its class.
#[derive(Clone, Copy, Debug, PartialEq)]
enum OcrClass {
    Page,
    Block,
    Line,
    Word,
    Picture,
    Drawing,
    /// A reading that the recogniser thought less likely.
    Rejected,
    Other,
}

impl OcrClass {
    fn of(element: &Element) -> Self {
        if element.name.eq_ignore_ascii_case("del") {
            return Self::Rejected;
        }
        let classes = element.attribute("class").unwrap_or_default().split_whitespace();
        classes.map(Self::of_class).find(|part| *part != Self::Other).unwrap_or(Self::Other)
    }

    fn of_class(class: &str) -> Self {
        match class {
            "ocr_page" => Self::Page,
            "ocr_carea" | "ocr_column" | "ocr_par" | "ocrx_block" | "ocr_block" => Self::Block,
            "ocr_line" | "ocrx_line" | "ocr_header" | "ocr_footer" | "ocr_caption" | "ocr_textfloat" => Self::Line,
            "ocrx_word" | "ocr_word" => Self::Word,
            "ocr_photo" | "ocr_image" | "ocrx_image" | "ocr_linedrawing" => Self::Picture,
            "ocr_separator" => Self::Drawing,
            _ => Self::Other,
        }
    }
}

/// Elements that have no end.
const VOID: [&str; 8] = ["br", "meta", "img", "hr", "input", "link", "area", "col"];

/// So many elements within one another are looked through for the one that ends.
const DEEPEST: usize = 64;

/// A document as far as it has been read.
#[derive(Debug, Default)]
struct HocrReading {
    /// The elements that have not ended, outermost first.
    open: Vec<(String, OcrClass)>,
    page: Option<PageDraft>,
    line: Option<RecognisedLine>,
    is_in_word: bool,
    /// How many of the open elements are rejected readings.
    rejected: usize,
    /// Whether the document began as HTML, and whether it ended so.
    has_begun: bool,
    has_ended: bool,
}

impl Format for HocrReading {
    fn take(&mut self, node: Node) -> Option<PageDraft> {
        match node {
            Node::Start(element) => self.start(element),
            Node::End(name) => self.end(&name),
            Node::Text(text) => {
                self.text(&text);
                None
            }
        }
    }

    fn rest(&mut self) -> Option<PageDraft> {
        if self.is_whole() {
            self.end_line();
        }
        self.page.take()
    }

    fn is_whole(&self) -> bool {
        self.has_ended || !self.has_begun
    }
}

impl HocrReading {
    /// Takes an element that begins. A page, a block or a line ends what is still open of its kind.
    fn start(&mut self, element: Element) -> Option<PageDraft> {
        if VOID.iter().any(|name| element.name.eq_ignore_ascii_case(name)) {
            return None;
        }
        let part = OcrClass::of(&element);
        let title = TitleProperties::of(&element);
        let mut ended = None;
        match part {
            OcrClass::Page => {
                ended = self.end_page();
                self.page = Some(title.page());
            }
            OcrClass::Block => self.end_block(),
            OcrClass::Line => {
                self.end_line();
                self.line = self.page.as_ref().map(|page| title.line(page.scale, &element));
            }
            OcrClass::Word => self.start_word(&title),
            OcrClass::Picture => self.drawn(&title, PageDraft::add_picture),
            OcrClass::Drawing => self.drawn(&title, PageDraft::add_drawing),
            OcrClass::Rejected => self.rejected += 1,
            OcrClass::Other => self.has_begun |= element.name.eq_ignore_ascii_case("html"),
        }
        self.open.push((element.name, part));
        ended
    }

    /// Ends the innermost open element of a name, and all within it; what was never open is passed over.
    fn end(&mut self, name: &str) -> Option<PageDraft> {
        self.has_ended |= ["body", "html"].iter().any(|outer| name.eq_ignore_ascii_case(outer));
        let from = self.open.iter().rev().take(DEEPEST).position(|(open, _)| open.eq_ignore_ascii_case(name))?;
        let mut ended = None;
        for (_, part) in self.open.split_off(self.open.len() - 1 - from).into_iter().rev() {
            match part {
                OcrClass::Page => ended = self.end_page(),
                OcrClass::Block => self.end_block(),
                OcrClass::Line => self.end_line(),
                OcrClass::Word => self.is_in_word = false,
                OcrClass::Rejected => self.rejected -= 1,
                OcrClass::Picture | OcrClass::Drawing | OcrClass::Other => (),
            }
        }
        ended
    }

    fn start_word(&mut self, title: &TitleProperties) {
        self.is_in_word = true;
        if let (Some(page), Some(line)) = (&self.page, &mut self.line) {
            line.words.push(Word { bounds: title.bounds(page.scale), ..Word::default() });
        }
    }

    /// Takes text of a line: of the word that is open, or words that stand in no element of their own.
    fn text(&mut self, text: &str) {
        let Some(line) = self.line.as_mut().filter(|_| self.rejected == 0) else { return };
        let goes_on = self.is_in_word || !text.starts_with(char::is_whitespace);
        let mut words = text.split_whitespace();
        if let Some(last) = line.words.last_mut().filter(|_| goes_on) {
            last.text.push_str(words.next().unwrap_or_default());
        }
        for word in words {
            match line.words.last_mut().filter(|_| self.is_in_word) {
                Some(last) => last.text.extend([" ", word]),
                None => line.words.push(Word { text: word.to_owned(), ..Word::default() }),
            }
        }
    }

    fn drawn(&mut self, title: &TitleProperties, add: fn(&mut PageDraft, Bounds)) {
        if let Some(page) = &mut self.page
            && let Some(bounds) = title.bounds(page.scale)
        {
            add(page, bounds);
        }
    }

    fn end_line(&mut self) {
        self.is_in_word = false;
        if let (Some(page), Some(mut line)) = (&mut self.page, self.line.take()) {
            line.words.retain(|word| !word.text.is_empty());
            page.add(&line);
        }
    }

    fn end_block(&mut self) {
        self.end_line();
        if let Some(page) = &mut self.page {
            page.end_block();
        }
    }

    fn end_page(&mut self) -> Option<PageDraft> {
        self.end_line();
        self.page.take()
    }
}

/// The properties in an element's title: `bbox 0 0 2480 3508; x_size 42`.
struct TitleProperties<'a>(&'a str);

impl<'a> TitleProperties<'a> {
    fn of(element: &'a Element) -> Self {
        Self(element.attribute("title").unwrap_or_default())
    }

    /// The numbers of a property.
    fn numbers<const N: usize>(&self, name: &str) -> Option<[f32; N]> {
        let mut properties = self.0.split(';').map(str::split_whitespace);
        let mut values = properties.find_map(|mut property| (property.next()? == name).then_some(property))?;
        let mut numbers = [0.0; N];
        for number in &mut numbers {
            *number = scale::length(values.next()?)?;
        }
        Some(numbers)
    }

    fn page(&self) -> PageDraft {
        let size = self.numbers("bbox").and_then(scale::bounds);
        let (width, height) = (size.map(|size| size.right), size.map(|size| size.bottom));
        let resolution =
            self.numbers("scan_res").map(|[_, down]: [f32; 2]| down).filter(|resolution| *resolution > 0.0);
        PageDraft::of(
            Scale::of(Unit::Pixel(resolution), width.into_iter().chain(height).reduce(f32::max)),
            width,
            height,
        )
    }

    fn line(&self, scale: Scale, element: &Element) -> RecognisedLine {
        let bounds = self.bounds(scale);
        let baseline = self.numbers("baseline").zip(bounds).map(|([slope, above], bounds): ([f32; 2], Bounds)| {
            bounds.bottom + scale.points(above) + slope * bounds.width() / 2.0
        });
        let size = self.numbers("x_size").map(|[size]: [f32; 1]| scale.points(size)).filter(|size| *size > 0.0);
        RecognisedLine {
            bounds,
            baseline,
            measured_size: size,
            writing: self.writing(element),
            ..RecognisedLine::default()
        }
    }

    fn bounds(&self, scale: Scale) -> Option<Bounds> {
        self.numbers("bbox").and_then(scale::bounds).map(|bounds| scale.bounds(bounds))
    }

    /// Which way a line runs, if it is told.
    fn writing(&self, element: &Element) -> Option<Writing> {
        let runs_down =
            |name| element.attribute(name).is_some_and(|value| value.contains("ttb") || value.contains("vertical"));
        if runs_down("dir") || runs_down("style") {
            return Some(Writing::Vertical);
        }
        let [angle] = self.numbers("textangle")?;
        (angle != 0.0).then_some(Writing::Turned)
    }
}

#[cfg(test)]
mod tests;
