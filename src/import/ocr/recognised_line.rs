//! Words to a printed line.

use super::type_size;
use crate::model::{Bounds, LineGeometry, Writing};
use crate::text::chars;

/// A line as it is read: its words, and what is told of the whole of it. Lengths are in points.
#[derive(Clone, Debug, Default)]
pub struct RecognisedLine {
    /// Its words.
    pub words: Vec<Word>,
    /// Its box.
    pub bounds: Option<Bounds>,
    /// Where its baseline is, from the top of the page.
    pub baseline: Option<f32>,
    /// Its type size as the recogniser measured it.
    pub measured_size: Option<f32>,
    /// Which way it runs, if that is told.
    pub writing: Option<Writing>,
}

/// A word of a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Word {
    /// What is printed.
    pub text: String,
    /// Its box.
    pub bounds: Option<Bounds>,
    /// Whether the source tells of a space before it.
    pub after_space: bool,
    /// Whether it is the first part of a word that goes on in the next line.
    pub is_first_part: bool,
    /// How it is set.
    pub face: TypeFace,
}

/// How a word is set, as far as it is told.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TypeFace {
    /// The type size in points.
    pub size: Option<f32>,
    /// The typeface's number in its file.
    pub family: Option<u32>,
    /// Whether it is bold.
    pub is_bold: Option<bool>,
    /// The colour: red, green, blue.
    pub colour: Option<[u8; 3]>,
}

/// Between two ideographs, a gap of so many times the line's thickness is a space.
const SPACE: f32 = 0.8;

/// A line that is so many times as high as it is wide does not run across.
const UPRIGHT: f32 = 2.0;

impl TypeFace {
    /// The strokes of bold type and of other, by the ink of common faces, in 1/1000 em.
    fn weight(self) -> Option<f32> {
        self.is_bold.map(|is_bold| if is_bold { 75.0 } else { 48.0 })
    }
}

impl RecognisedLine {
    /// Adds a word; one printed twice in its place is one.
    pub fn add(&mut self, word: Word) {
        let is_overprint = |last: &Word| last.bounds.is_some() && last.bounds == word.bounds && last.text == word.text;
        if !word.text.is_empty() && !self.words.last().is_some_and(is_overprint) {
            self.words.push(word);
        }
    }

    /// Ends the last word with the hyphen that is printed there, if it has none yet.
    pub fn hyphenate(&mut self, hyphen: &str) {
        if let Some(word) =
            self.words.last_mut().filter(|word| !word.text.ends_with(['-', '\u{AD}', '\u{2010}', '¬', '⸗']))
        {
            word.text.push_str(hyphen);
        }
    }

    /// Its text, on one line.
    pub fn text(&self) -> String {
        let spaces_are_told = self.words.iter().any(|word| word.after_space);
        let mut text = String::new();
        let mut before: Option<&Word> = None;
        for word in &self.words {
            let is_apart = |before| (word.after_space || !spaces_are_told) && are_apart(before, word);
            if before.is_some_and(is_apart) {
                text.push(' ');
            }
            text.extend(word.text.chars().map(|c| if c.is_whitespace() || c == '\u{85}' { ' ' } else { c }));
            before = Some(word);
        }
        if self.words.last().is_some_and(|word| word.is_first_part)
            && !text.ends_with(['-', '\u{AD}', '\u{2010}', '¬', '⸗'])
        {
            text.push('-');
        }
        text
    }

    /// How it is printed; none where it stands nowhere.
    pub fn geometry(&self) -> Option<LineGeometry> {
        let bounds = self.bounds.or_else(|| self.words.iter().filter_map(|word| word.bounds).reduce(round))?;
        let writing = self.writing.unwrap_or_else(|| self.apparent_writing(bounds));
        let face = self.face();
        Some(LineGeometry {
            bounds,
            baseline: self.baseline.filter(|_| writing == Writing::Horizontal),
            type_size: face.size,
            face: face.family,
            weight: face.weight(),
            writing,
            colour: face.colour,
        })
    }

    /// Its type size by what was measured, or else by its boxes.
    pub fn estimated_size(&self, geometry: &LineGeometry) -> f32 {
        let thickness = |bounds: Bounds| match geometry.writing {
            Writing::Horizontal => bounds.height(),
            Writing::Vertical | Writing::Turned => bounds.width(),
        };
        let of_word = |word: &Word| {
            let size = type_size::of_word(&word.text, thickness(word.bounds?));
            Some((size, word.text.chars().count()))
        };
        let by_words = || type_size::of_words(self.words.iter().filter_map(of_word).collect());
        let by_line = || type_size::of_word(&self.text(), thickness(geometry.bounds));
        self.measured_size.or_else(by_words).unwrap_or_else(by_line)
    }

    /// How most of its characters are set.
    fn face(&self) -> TypeFace {
        /// The most faces of a line that are told apart.
        const MOST: usize = 16;
        let mut faces: Vec<(TypeFace, usize)> = Vec::new();
        for word in &self.words {
            let characters = word.text.chars().count();
            match faces.iter().position(|(face, _)| *face == word.face) {
                Some(at) => faces[at].1 += characters,
                None if faces.len() < MOST => faces.push((word.face, characters)),
                None => (),
            }
        }
        faces.into_iter().max_by_key(|(_, characters)| *characters).map(|(face, _)| face).unwrap_or_default()
    }

    /// Which way it runs by its box: down, if it is ideographs, or else on its side.
    fn apparent_writing(&self, bounds: Bounds) -> Writing {
        let characters = || self.words.iter().flat_map(|word| word.text.chars());
        match characters().count() {
            ..=2 => Writing::Horizontal,
            _ if bounds.height() < UPRIGHT * bounds.width() => Writing::Horizontal,
            all if 2 * characters().filter(|c| chars::is_cjk(*c)).count() > all => Writing::Vertical,
            _ => Writing::Turned,
        }
    }
}

/// Whether a space stands between two words: always but between ideographs, which recognisers part
/// though nothing stands between them.
fn are_apart(left: &Word, right: &Word) -> bool {
    let is_cjk = |c: Option<char>| c.is_some_and(chars::is_cjk);
    if !is_cjk(left.text.chars().next_back()) || !is_cjk(right.text.chars().next()) {
        return true;
    }
    let (Some(left), Some(right)) = (left.bounds, right.bounds) else { return false };
    let across = (right.left - left.right, left.height().max(right.height()));
    let down = (right.top - left.bottom, left.width().max(right.width()));
    let (gap, thickness) = if across.0 > down.0 { across } else { down };
    gap > SPACE * thickness
}

/// The box round two.
fn round(a: Bounds, b: Bounds) -> Bounds {
    Bounds {
        left: a.left.min(b.left),
        top: a.top.min(b.top),
        right: a.right.max(b.right),
        bottom: a.bottom.max(b.bottom),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of words, each with its left edge and its width; 10 points high.
    fn line(words: &[(&str, f32, f32)]) -> RecognisedLine {
        let mut line = RecognisedLine::default();
        for (text, left, width) in words {
            let bounds = Some(Bounds { left: *left, top: 20.0, right: left + width, bottom: 30.0 });
            line.add(Word { text: (*text).to_owned(), bounds, ..Word::default() });
        }
        line
    }

    #[test]
    fn words_are_parted_and_ideographs_are_not() {
        assert_eq!(line(&[("Der", 0.0, 20.0), ("Fluß", 25.0, 20.0)]).text(), "Der Fluß");
        assert_eq!(line(&[("渡口", 0.0, 20.0), ("修好", 21.0, 20.0), ("了", 55.0, 10.0)]).text(), "渡口修好 了");
        assert_eq!(line(&[("第", 0.0, 10.0), ("3", 12.0, 5.0)]).text(), "第 3");
    }

    #[test]
    fn spaces_that_are_told_are_all() {
        let mut told = line(&[("l'", 0.0, 5.0), ("eau", 6.0, 20.0), ("monte", 30.0, 30.0)]);
        told.words[2].after_space = true;
        assert_eq!(told.text(), "l'eau monte");
    }

    #[test]
    fn a_word_printed_twice_is_one() {
        assert_eq!(line(&[("Als", 0.0, 15.0), ("Als", 0.0, 15.0), ("man", 20.0, 20.0)]).text(), "Als man");
    }

    #[test]
    fn a_line_ends_with_its_hyphen() {
        let mut broken = line(&[("Brük", 0.0, 20.0)]);
        broken.words[0].is_first_part = true;
        assert_eq!(broken.text(), "Brük-");
        broken.hyphenate("\u{AD}");
        broken.hyphenate("-");
        assert_eq!(broken.text(), "Brük\u{AD}");
    }

    #[test]
    fn a_tall_line_runs_down() {
        let tall = |text: &str| {
            let mut line = line(&[(text, 0.0, 10.0)]);
            line.bounds = Some(Bounds { left: 0.0, top: 0.0, right: 10.0, bottom: 60.0 });
            line.words[0].bounds = line.bounds;
            let geometry = line.geometry().unwrap();
            (geometry.writing, line.estimated_size(&geometry).round())
        };
        assert_eq!(tall("渡口修好了栈桥"), (Writing::Vertical, 11.0));
        assert_eq!(tall("Photograph"), (Writing::Turned, 11.0));
        assert_eq!(tall("1"), (Writing::Horizontal, 87.0));
    }
}
