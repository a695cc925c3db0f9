//! The evenness of the text comes first.
//!
//! A line one cell short stays so. A shorter one is opened by as few cells as leave it so, at the
//! mildest places: after a sentence end; on both sides of a Latin word, or before it, or before a
//! number with what it counts, where a mark stands behind; after a comma or a colon. Openings are
//! apart from one another. None is between a number and what it counts, in a date, between brackets
//! or quotation marks, before an opening one, after 、 or between two Han characters. A line without
//! places enough stays short.

use std::ops::Range;

use crate::text::{Metrics, chars};
use crate::typeset::breaks::Context;
use crate::typeset::class::Class;

/// The cells at the end of a line that nobody misses.
pub const UNNOTICED: usize = 1;

/// The characters between two openings, at least.
const APART: usize = 6;

/// The characters of what a number counts, at most: 亿千瓦时.
const COUNTED: usize = 4;

/// The bytes before a line in which an opening bracket is looked for.
const REACH: usize = 2 << 10;

/// Where a line is opened; the mildest first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SpotKind {
    Sentence,
    Word,
    Clause,
}

/// A place in a line that can be opened.
struct Spot {
    kind: SpotKind,
    /// The byte before which a cell is put.
    byte: usize,
    /// The byte for a second cell, after a word.
    second: Option<usize>,
    /// The characters of the line before the first cell, and before the last.
    at: Range<usize>,
}

impl Spot {
    fn cells(&self) -> usize {
        1 + usize::from(self.second.is_some())
    }

    fn is_apart(&self, other: &Self) -> bool {
        self.at.start >= other.at.end + APART || other.at.start >= self.at.end + APART
    }
}

/// The bytes of a text before which a line of it, short by `spare` cells, is opened. With
/// `latin_spacing` words stand apart already.
pub fn gaps(text: &str, line: &Range<usize>, metrics: Metrics, spare: usize, latin_spacing: bool) -> Vec<usize> {
    use SpotKind::*;
    let spots = SpotFinder::new(text, line).spots(metrics);
    let mut spare = spare;
    let mut opened: Vec<&Spot> = Vec::new();
    let kinds: &[SpotKind] = if latin_spacing { &[Sentence, Clause] } else { &[Sentence, Word, Clause] };
    for kind in kinds {
        for spot in spots.iter().filter(|spot| spot.kind == *kind) {
            let takes = spare > UNNOTICED && spot.cells() <= spare;
            if takes && opened.iter().all(|other| spot.is_apart(other)) {
                spare -= spot.cells();
                opened.push(spot);
            }
        }
    }
    if spare > UNNOTICED {
        return Vec::new();
    }
    opened.into_iter().flat_map(|spot| std::iter::once(spot.byte).chain(spot.second)).collect()
}

/// A Latin word or a number with a place before it.
#[derive(Clone, Copy)]
struct LatinWord {
    start: usize,
    /// The characters of the line before it.
    at: usize,
    /// Its own, without what it counts.
    length: usize,
    /// Of what it counts.
    counted: usize,
}

/// Goes through a line for the places that can be opened.
struct SpotFinder<'a> {
    text: &'a str,
    line: &'a Range<usize>,
    spots: Vec<Spot>,
    word: Option<LatinWord>,
    /// How many brackets are open.
    depth: usize,
}

impl<'a> SpotFinder<'a> {
    fn new(text: &'a str, line: &'a Range<usize>) -> Self {
        Self { text, line, spots: Vec::new(), word: None, depth: open_brackets(&text[..line.start]) }
    }

    fn spots(mut self, metrics: Metrics) -> Vec<Spot> {
        let mut context = Context::START;
        let clusters = metrics.clusters_from(self.text, self.line.start);
        for (at, cluster) in clusters.take_while(|cluster| cluster.start < self.line.end).enumerate() {
            let before = context;
            let opportunity = context.step(self.text, &cluster);
            let first = cluster.source.chars().next().unwrap_or_default();
            if closes(first) {
                self.depth = self.depth.saturating_sub(1);
            }
            if self.depth == 0 {
                let touches = at > 0 && !before.spaces();
                self.follow_word(cluster.start, at, opportunity.class, before.last());
                if touches && is_text(opportunity.class) {
                    self.after_mark(cluster.start, at, before.last());
                }
                let is_latin = matches!(opportunity.class, Class::Letter | Class::Digit);
                if touches && is_latin && opportunity.mixed && self.may_open(cluster.start) {
                    self.word = Some(LatinWord { start: cluster.start, at, length: 1, counted: 0 });
                }
            }
            if opens(first) {
                self.depth += 1;
            }
        }
        self.spots
    }

    /// The place after the mark before a character.
    fn after_mark(&mut self, byte: usize, at: usize, mark: char) {
        let kind = match mark {
            '。' | '！' | '？' | '；' => SpotKind::Sentence,
            '，' | '：' => SpotKind::Clause,
            _ => return,
        };
        let before = self.text[..byte].strip_suffix(mark);
        if before.is_some_and(|before| !self.is_between_digits(before.len())) {
            self.spots.push(Spot { kind, byte, second: None, at: at..at });
        }
    }

    /// Goes on with the word at hand, or ends it, at the character after `last`.
    fn follow_word(&mut self, byte: usize, at: usize, class: Class, last: char) {
        let Some(word) = self.word.take() else { return };
        let is_number = word.counted > 0 || chars::is_digit(last);
        // A single letter is part of a Chinese word: A股, 阿Q.
        let is_whole = is_number || word.length > 1;
        let before = Spot { kind: SpotKind::Word, byte: word.start, second: None, at: word.at..word.at };
        match class {
            Class::Han | Class::Unit if is_number && word.counted < COUNTED => {
                self.word = Some(LatinWord { counted: word.counted + 1, ..word });
            }
            Class::Han | Class::Unit if !is_number && is_whole => {
                self.spots.push(Spot { second: Some(byte), at: word.at..at, ..before });
            }
            Class::Digit if is_calendar(last) => self.word = Some(LatinWord { counted: 0, ..word }),
            class if goes_on(class) && word.counted == 0 => {
                self.word = Some(LatinWord { length: word.length + 1, ..word });
            }
            class if is_mark(class) && is_whole && !self.is_between_digits(byte) => self.spots.push(before),
            _ => {}
        }
    }

    /// Whether the mark at a byte stands in a number: 3：2.
    fn is_between_digits(&self, byte: usize) -> bool {
        let (before, mark) = self.text.split_at(byte);
        before.ends_with(chars::is_digit) && mark.chars().nth(1).is_some_and(chars::is_digit)
    }

    /// Whether a word that begins at a byte is no part of a date or of another number.
    fn may_open(&self, byte: usize) -> bool {
        let mut before = self.text[..byte].chars().rev().take(COUNTED);
        !before.clone().next().is_some_and(|c| is_calendar(c) || c == '第') && !before.any(chars::is_digit)
    }
}

/// What parts the numbers of a date.
fn is_calendar(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '时')
}

/// What is between two characters of a word or a number.
fn goes_on(class: Class) -> bool {
    use Class::*;
    matches!(class, Letter | Digit | Postfix | Infix | Slash | Hyphen)
}

/// A mark that a word may stand before.
fn is_mark(class: Class) -> bool {
    use Class::*;
    matches!(class, Opener | Closer | Exclamation | DashPair | Ellipsis)
}

/// Neither a mark nor a space.
fn is_text(class: Class) -> bool {
    matches!(class, Class::Han | Class::Unit | Class::Letter | Class::Digit)
}

/// How many brackets and quotation marks are open at the end of a text.
fn open_brackets(text: &str) -> usize {
    let near = text.char_indices().rev().take_while(|(at, _)| text.len() - at <= REACH);
    let (mut open, mut closed) = (0, 0);
    for (_, c) in near {
        if closes(c) {
            closed += 1;
        } else if opens(c) {
            match closed {
                0 => open += 1,
                _ => closed -= 1,
            }
        }
    }
    open
}

/// An opening bracket or quotation mark; ‘ is one inside others.
fn opens(c: char) -> bool {
    chars::is_opener(c) && c != '‘'
}

/// A closing one; ’ may be an apostrophe.
fn closes(c: char) -> bool {
    chars::is_closer(c) && c != '’'
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts where a line is opened, at each `_`; `|` ends what is before the line.
    #[track_caller]
    fn opened(spare: usize, marked: &str) {
        let text = marked.replace(['_', '|'], "");
        let start = marked.find('|').unwrap_or(0);
        let mut gaps = gaps(&text, &(start..text.len()), Metrics::TERMINAL, spare, false);
        gaps.sort_unstable();
        let mut set = text;
        for gap in gaps.into_iter().rev() {
            set.insert(gap, '_');
        }
        assert_eq!(set, marked.replace('|', ""));
    }

    #[test]
    fn a_sentence_end_is_opened_first() {
        opened(2, "江州港区，新增了航线。_运量大增，货主都说好");
        opened(3, "江州港区，_新增了航线。_运量大增，货主都说好");
        opened(2, "江州港区的5G网，新增航线。_运量大增，货主都说好");
    }

    #[test]
    fn openings_are_apart() {
        opened(3, "船好！_人好！货也好！_江州港区一切都好");
        opened(3, "船，_人，货，江州港，_一切都好");
    }

    #[test]
    fn a_line_without_places_enough_stays_short() {
        opened(4, "船，人，货，江州港，一切都好");
        opened(2, "江州港区有船、有货、有人");
        opened(1, "江州港区有船。有货、有人");
    }

    #[test]
    fn a_word_is_opened_on_both_sides() {
        opened(2, "江州港区的_GDP_数值降了");
        opened(2, "江州港区的PM2.5数值降了");
        opened(3, "江州港区比去年涨了_18.3%_之多");
        opened(2, "江州港区的_GDP（江州港区");
        opened(2, "江州港区的_GDP，涨了不少");
        opened(2, "江州港区的A股涨了不少");
        opened(2, "江州の港は_GDP_とか、すべて");
    }

    #[test]
    fn a_number_is_opened_before_where_a_mark_is_behind_what_it_counts() {
        opened(2, "江州港区共有_2750亿元，涨了不少");
        opened(9, "江州港区共有2750亿元用在了船上");
        opened(2, "江州港区建于_2018年11月28日。");
        opened(9, "江州港区第3版、今年11月、走3公里500米。");
    }

    #[test]
    fn a_comma_comes_last() {
        opened(2, "江州港区有船，_有货、有人、有桥");
        opened(9, "比分是3：2还是２：３");
    }

    #[test]
    fn nothing_is_opened_between_brackets_or_before_them() {
        opened(9, "江州港区（船有GDP用，也有货。人也有）说");
        opened(9, "他说“|江州港区有船，也有货。人也有");
        opened(2, "“船”|江州港区有船，也有货。_人也有");
        opened(9, "江州港区有船。“好”，（货）：《船》");
    }
}
