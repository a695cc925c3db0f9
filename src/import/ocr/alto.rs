//! ALTO XML, versions 1 to 4: what libraries and recognisers put out.

use std::collections::BTreeMap;
use std::iter;
use std::mem;

use super::document::{self, Format};
use super::markup::{Element, Node};
use super::page_draft::PageDraft;
use super::recognised_line::{RecognisedLine, TypeFace, Word};
use super::scale::{self, Scale, Unit};
use crate::import::importer::{Importer, Pages};
use crate::import::opening;
use crate::model::{Bounds, Writing};

/// Knows ALTO by its root element.
pub struct Alto;

impl Importer for Alto {
    /// XML of all kinds has such names.
    fn knows_name(&self, _name: &str) -> bool {
        false
    }

    fn knows_content(&self, bytes: &[u8]) -> bool {
        opening::root(&opening::head(bytes)) == Some("alto")
    }

    fn pages(&self, source: &str, bytes: Vec<u8>) -> Pages {
        match opening::text(&bytes) {
            Ok(decoded) => document::pages(source, decoded, AltoReading::default()),
            Err(error) => Box::new(iter::once(Err(error.into()))),
        }
    }
}

/// A document as far as it has been read.
#[derive(Debug, Default)]
struct AltoReading {
    unit: String,
    is_in_unit: bool,
    styles: Styles,
    page: Option<PageDraft>,
    /// How the text of the block is set, and which way it runs.
    block_face: TypeFace,
    block_writing: Option<Writing>,
    line: Option<RecognisedLine>,
    /// How the text of the line is set.
    line_face: TypeFace,
    /// Whether a space was read before the next word.
    is_after_space: bool,
    is_whole: bool,
}

impl Format for AltoReading {
    fn take(&mut self, node: Node) -> Option<PageDraft> {
        match node {
            Node::Start(element) => self.start(&element),
            Node::End(name) => self.end(&name),
            Node::Text(text) => {
                if self.is_in_unit {
                    self.unit.push_str(text.trim());
                }
                None
            }
        }
    }

    fn rest(&mut self) -> Option<PageDraft> {
        self.page.take()
    }

    fn is_whole(&self) -> bool {
        self.is_whole
    }
}

impl AltoReading {
    /// Takes an element that begins; a page that has not ended does when the next one begins.
    fn start(&mut self, element: &Element) -> Option<PageDraft> {
        match element.name.as_str() {
            "MeasurementUnit" => self.is_in_unit = true,
            "TextStyle" => self.styles.add(element),
            "Page" => return self.page.replace(self.page_of(element)),
            "TextBlock" => {
                self.block_face = self.styles.face(element).unwrap_or_default();
                self.block_writing = writing(element);
            }
            "TextLine" => self.line = Some(self.line_of(element)),
            "String" => self.word(element),
            "SP" => self.is_after_space = true,
            "HYP" => self.hyphen(element),
            "Illustration" => self.drawn(element, PageDraft::add_picture),
            "GraphicalElement" => self.drawn(element, PageDraft::add_drawing),
            _ => (),
        }
        None
    }

    fn end(&mut self, name: &str) -> Option<PageDraft> {
        match name {
            "MeasurementUnit" => self.is_in_unit = false,
            "TextLine" => {
                if let (Some(page), Some(line)) = (&mut self.page, self.line.take()) {
                    page.add(&line);
                }
            }
            "TextBlock" => {
                if let Some(page) = &mut self.page {
                    page.end_block();
                }
            }
            "Page" => return self.page.take(),
            "alto" => self.is_whole = true,
            _ => (),
        }
        None
    }

    fn page_of(&self, element: &Element) -> PageDraft {
        let side = |name| number(element, name).filter(|side| *side > 0.0);
        let (width, height) = (side("WIDTH"), side("HEIGHT"));
        let unit = match self.unit.as_str() {
            "mm10" => Unit::TenthOfMillimetre,
            "inch1200" => Unit::Inch1200,
            _ => Unit::Pixel(None),
        };
        PageDraft::of(Scale::of(unit, width.into_iter().chain(height).reduce(f32::max)), width, height)
    }

    fn line_of(&mut self, element: &Element) -> RecognisedLine {
        self.line_face = self.styles.face(element).unwrap_or(self.block_face);
        self.is_after_space = false;
        RecognisedLine {
            bounds: self.bounds(element),
            baseline: self.baseline(element),
            writing: writing(element).or(self.block_writing),
            ..RecognisedLine::default()
        }
    }

    fn word(&mut self, element: &Element) {
        let bounds = self.bounds(element);
        let Some(line) = &mut self.line else { return };
        line.add(Word {
            text: element.attribute("CONTENT").unwrap_or_default().to_owned(),
            bounds,
            after_space: mem::take(&mut self.is_after_space),
            is_first_part: element.attribute("SUBS_TYPE") == Some("HypPart1"),
            face: self.styles.face(element).unwrap_or(self.line_face),
        });
    }

    fn hyphen(&mut self, element: &Element) {
        if let Some(line) = &mut self.line {
            line.hyphenate(element.attribute("CONTENT").filter(|hyphen| !hyphen.is_empty()).unwrap_or("-"));
        }
    }

    fn drawn(&mut self, element: &Element, add: fn(&mut PageDraft, Bounds)) {
        let bounds = self.bounds(element);
        if let (Some(page), Some(bounds)) = (&mut self.page, bounds) {
            add(page, bounds);
        }
    }

    /// The box of an element, in points.
    fn bounds(&self, element: &Element) -> Option<Bounds> {
        let [left, top] = [number(element, "HPOS")?, number(element, "VPOS")?];
        let [width, height] = [number(element, "WIDTH")?, number(element, "HEIGHT")?];
        let bounds = scale::bounds([left, top, left + width, top + height])?;
        Some(self.page.as_ref()?.scale.bounds(bounds))
    }

    /// The baseline of a line: its height on the page or, in later versions, points that it goes through.
    fn baseline(&self, element: &Element) -> Option<f32> {
        let numbers: Option<Vec<f32>> =
            element.attribute("BASELINE")?.split([' ', ',']).filter(|n| !n.is_empty()).map(scale::length).collect();
        let numbers = numbers?;
        let heights: Vec<f32> = match numbers.len() {
            1 => numbers,
            _ => numbers.chunks_exact(2).map(|point| point[1]).collect(),
        };
        let middle = heights.iter().sum::<f32>() / heights.len() as f32;
        Some(self.page.as_ref()?.scale.points(middle)).filter(|middle| middle.is_finite())
    }
}

/// Which way the text of an element runs, if it is told.
fn writing(element: &Element) -> Option<Writing> {
    if element.attribute("BASEDIRECTION") == Some("ttb") {
        return Some(Writing::Vertical);
    }
    /// A slant up to which a line still runs across, in degrees.
    const SLANT: f32 = 30.0;
    let rotation = number(element, "ROTATION")?.rem_euclid(360.0);
    (rotation > SLANT && rotation < 360.0 - SLANT).then_some(Writing::Turned)
}

fn number(element: &Element, name: &str) -> Option<f32> {
    scale::length(element.attribute(name)?)
}

/// The text styles of a document, by their names.
#[derive(Debug, Default)]
struct Styles {
    faces: BTreeMap<String, TypeFace>,
    families: BTreeMap<String, u32>,
    first_size: Option<f32>,
    /// Whether sizes differ: a recogniser that cannot tell gives one to all.
    sizes_differ: bool,
}

impl Styles {
    fn add(&mut self, element: &Element) {
        let Some(name) = element.attribute("ID") else { return };
        let size = number(element, "FONTSIZE").filter(|size| *size > 0.0);
        self.first_size = self.first_size.or(size);
        self.sizes_differ |= size.is_some() && size != self.first_size;
        let face = TypeFace {
            size,
            family: element.attribute("FONTFAMILY").map(|family| self.family(family)),
            is_bold: Some(element.attribute("FONTSTYLE").is_some_and(|style| style.contains("bold"))),
            colour: element.attribute("FONTCOLOR").and_then(colour),
        };
        self.faces.insert(name.to_owned(), face);
    }

    fn family(&mut self, family: &str) -> u32 {
        let next = self.families.len() as u32;
        *self.families.entry(family.to_owned()).or_insert(next)
    }

    /// How the text of an element is set, if it says so.
    fn face(&self, element: &Element) -> Option<TypeFace> {
        let names = element.attribute("STYLEREFS")?.split_whitespace();
        let face = *names.filter_map(|name| self.faces.get(name)).next()?;
        Some(TypeFace { size: face.size.filter(|_| self.sizes_differ), ..face })
    }
}

/// A colour in six hexadecimal digits.
fn colour(text: &str) -> Option<[u8; 3]> {
    let [_, red, green, blue] = u32::from_str_radix(text.trim_start_matches('#'), 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}

#[cfg(test)]
mod tests;
