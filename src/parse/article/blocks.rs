//! Labelled lines as blocks: heads, paragraphs, rows, titles; and the pieces of bodies that stand
//! between heads and leads.

use crate::parse::grammar::credit::closing_credit;
use crate::parse::rules;
use std::ops::Range;

use super::title::is_narrow;
use crate::parse::emission::kind::Label;
use crate::parse::emission::sign::Sign;
use crate::parse::grammar::credit::Credit;
use crate::parse::line::{Border, Line};
use crate::parse::words::Words;

/// The most lines of a head, or of several set together.
const TALLEST: usize = 14;
/// The same of a head set one to four characters a line.
const TALLEST_NARROW: usize = 40;

/// The most lines of a picture's caption.
const LONGEST_CAPTION: usize = 9;

/// A run of lines that are one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct LineBlock {
    /// What it is.
    pub kind: LineBlockKind,
    /// Its lines.
    pub lines: Range<usize>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineBlockKind {
    /// The lines of a head, or of a section title without a number.
    Head,
    /// A paragraph.
    Paragraph,
    /// A numbered title.
    Heading,
    /// A line of verse, a row of a table.
    Row,
    /// A byline on a line of its own.
    Byline,
    /// A credit on a line of its own.
    Credit,
}

/// A part of a body: what stands between two heads, or from lead to lead.
#[derive(Debug)]
pub struct Piece {
    /// Its blocks, in the list of all.
    pub blocks: Range<usize>,
    /// Whether it begins with a lead or a byline.
    pub led: bool,
    /// Whether it is an article of its own without a lead: a caption with its credit, a table.
    pub closed: bool,
    /// Whether furniture stands above it that says that an article begins, or its text.
    pub bordered: bool,
    /// Whether each of its paragraphs begins with a bullet, as in a column of briefs.
    pub briefs: bool,
    /// Whether it begins as a picture's caption does.
    pub caption: bool,
    /// Whether it is a picture's caption with who took the picture.
    pub photo: bool,
    /// Whether it begins inside a paragraph.
    pub starts_inside: bool,
    /// Whether it ends inside a paragraph.
    pub ends_inside: bool,
    /// The measure of its last line.
    pub measure: i32,
    /// The chain of blocks of type that it is of, where boxes are known.
    pub chain: Option<u32>,
    /// Its words.
    pub words: Words,
}

/// The blocks that labels make.
pub fn blocks(lines: &[Line], labels: &[Label], signs: &[Sign]) -> Vec<LineBlock> {
    let mut blocks: Vec<LineBlock> = Vec::new();
    let mut before = None;
    for (i, &label) in labels.iter().enumerate() {
        let kind = match label {
            Label::Head => LineBlockKind::Head,
            Label::Heading => LineBlockKind::Heading,
            Label::Row | Label::Verse => LineBlockKind::Row,
            Label::Byline => LineBlockKind::Byline,
            Label::Credit => LineBlockKind::Credit,
            Label::First | Label::Inner | Label::Last | Label::Only => LineBlockKind::Paragraph,
        };
        let joins = match label {
            Label::Head => before == Some(Label::Head),
            Label::Byline => before == Some(Label::Byline) && signs[i].byline_goes_on,
            Label::Inner | Label::Last => before.is_some_and(Label::goes_on),
            _ => false,
        };
        match blocks.last_mut().filter(|_| joins) {
            Some(block) => block.lines.end = i + 1,
            None => blocks.push(LineBlock { kind, lines: i..i + 1 }),
        }
        before = Some(label);
    }
    blocks.into_iter().flat_map(|block| divided(lines, block)).collect()
}

/// The blocks with each picture's caption that stands between a head and the lead below before that head;
/// none where no caption stands so.
pub fn captions_first(page: &str, lines: &[Line], signs: &[Sign], blocks: &[LineBlock]) -> Option<Vec<LineBlock>> {
    let mut moved = blocks.to_vec();
    let mut changed = false;
    for at in 0..blocks.len() {
        let below = &blocks[at + 1..];
        if blocks[at].kind != LineBlockKind::Head
            || !is_caption(page, lines, signs, below) && !is_credited(signs, below)
        {
            continue;
        }
        let height = 1 + below[1..].iter().take(1).filter(|block| block.kind == LineBlockKind::Credit).count();
        if below.get(height).is_some_and(|block| block.kind != LineBlockKind::Head && leads(signs, block)) {
            moved[at..=at + height].rotate_left(1);
            changed = true;
        }
    }
    changed.then_some(moved)
}

/// Whether an article begins with a block, as far as grammar and furniture tell.
fn leads(signs: &[Sign], block: &LineBlock) -> bool {
    let sign = &signs[block.lines.start];
    let begins = matches!(sign.above, Some(Border::Text | Border::Rest));
    begins || block.kind == LineBlockKind::Byline || block.kind == LineBlockKind::Paragraph && sign.leads()
}

/// A run of more lines than a head has, as rows.
fn divided(lines: &[Line], block: LineBlock) -> Vec<LineBlock> {
    let tall = rules::article::tall() && block.kind == LineBlockKind::Head && block.lines.len() > TALLEST;
    if !tall || (block.lines.len() <= TALLEST_NARROW && is_narrow(lines, block.lines.clone())) {
        return vec![block];
    }
    block.lines.map(|i| LineBlock { kind: LineBlockKind::Row, lines: i..i + 1 }).collect()
}

/// The pieces of bodies among the blocks, cut at heads and before leads and bylines.
pub fn pieces(
    page: &str,
    lines: &[Line],
    measures: &[i32],
    labels: &[Label],
    signs: &[Sign],
    blocks: &[LineBlock],
) -> Vec<Piece> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        if block.kind == LineBlockKind::Head {
            continue;
        }
        let after_byline = i > 0 && blocks[i - 1].kind == LineBlockKind::Byline;
        let opens = i == 0 || blocks[i - 1].kind == LineBlockKind::Head || (leads(signs, block) && !after_byline);
        let closed = i > 0 && block.kind != LineBlockKind::Credit && ends_article(page, lines, &blocks[i - 1])
            || signs[block.lines.start].above.is_some_and(|border| border != Border::Text || !after_byline);
        let broken = i > 0 && block.kind != LineBlockKind::Credit && labels[block.lines.start - 1].goes_on();
        let amid = i > 0 && matches!(blocks[i - 1].kind, LineBlockKind::Paragraph | LineBlockKind::Row);
        let caption = rules::article::caption() && amid && is_caption(page, lines, signs, &blocks[i..]);
        let resumes = labels[block.lines.start].continues();
        match ranges.last_mut().filter(|_| !opens && !closed && !broken && !resumes && !caption) {
            Some(range) => range.end = i + 1,
            None => ranges.push(i..i + 1),
        }
    }
    let piece = |range: Range<usize>| {
        let first = blocks[range.start].lines.start;
        let last = blocks[range.end - 1].lines.end - 1;
        let text = page.get(lines[first].start..lines[last].end).unwrap_or_default();
        Piece {
            led: leads(signs, &blocks[range.start]),
            closed: ends_article(page, lines, &blocks[range.end - 1])
                || blocks[range.clone()].iter().all(|b| b.kind == LineBlockKind::Row),
            bordered: signs[first].above.is_some(),
            briefs: blocks[range.clone()]
                .iter()
                .all(|b| b.kind == LineBlockKind::Paragraph && signs[b.lines.start].bullet),
            caption: signs[first].caption,
            photo: is_photo(page, lines, signs, &blocks[range.clone()]),
            starts_inside: labels[first].continues(),
            ends_inside: labels[last].goes_on(),
            measure: measures[last],
            chain: lines[first].chain,
            words: Words::of(text),
            blocks: range,
        }
    };
    ranges.into_iter().map(piece).collect()
}

/// Whether blocks are a picture's caption, of a paragraph or two, with who took the picture.
fn is_photo(page: &str, lines: &[Line], signs: &[Sign], blocks: &[LineBlock]) -> bool {
    let credited = |at: usize| {
        let rest = &blocks[at..];
        is_caption(page, lines, signs, rest) && rest.len() <= 2 || is_credited(signs, rest) && rest.len() == 2
    };
    let plain = blocks.first().is_some_and(|first| signs[first.lines.start].lead.is_none());
    plain && (0..blocks.len().min(2)).any(credited)
}

/// Whether the first block is a short paragraph without a lead, and the second a picture's credit that may
/// name nobody.
fn is_credited(signs: &[Sign], blocks: &[LineBlock]) -> bool {
    let [text, credit, ..] = blocks else { return false };
    let photo = signs[credit.lines.start].credit.as_ref().is_some_and(|credit| credit.photo);
    let sign = &signs[text.lines.start];
    text.kind == LineBlockKind::Paragraph
        && text.lines.len() <= LONGEST_CAPTION
        && sign.lead.is_none()
        && credit.kind == LineBlockKind::Credit
        && photo
}

/// Whether the first block is the caption of a picture: a short paragraph that ends with the name of
/// who took it, or is followed by it.
fn is_caption(page: &str, lines: &[Line], signs: &[Sign], blocks: &[LineBlock]) -> bool {
    let Some((first, rest)) = blocks.split_first().filter(|(first, _)| first.kind == LineBlockKind::Paragraph) else {
        return false;
    };
    if signs[first.lines.start].caption {
        return true;
    }
    let taken = |credit: &Credit| credit.photo && !credit.people.is_empty();
    let below = rest.first().filter(|block| block.kind == LineBlockKind::Credit);
    let credited = match below {
        Some(block) => signs[block.lines.start].credit.as_deref().is_some_and(taken),
        None => closing_credit(page, &lines[first.lines.clone()]).is_some_and(|(_, credit)| taken(&credit)),
    };
    credited && first.lines.len() <= LONGEST_CAPTION && signs[first.lines.start].lead.is_none()
}

/// Whether nothing of an article follows this block: it is a credit, or ends with a picture's.
fn ends_article(page: &str, lines: &[Line], block: &LineBlock) -> bool {
    match block.kind {
        LineBlockKind::Credit => true,
        LineBlockKind::Paragraph => {
            rules::article::credited() && closing_credit(page, &lines[block.lines.clone()]).is_some()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_make_blocks() {
        use Label::{First, Head, Inner, Last, Only, Row};
        let labels = [Head, Head, First, Inner, Last, Only, Row, Row, Head, Last];
        let page = crate::model::RawPage::from_text("test", "一行字\n".repeat(labels.len()));
        let lines = crate::parse::line::read(&page, &page.lines);
        let made = blocks(&lines, &labels, &crate::parse::label::signs::read(&page.text, &lines));
        let found: Vec<_> = made.iter().map(|b| (b.kind, b.lines.len())).collect();
        let expected = [
            (LineBlockKind::Head, 2),
            (LineBlockKind::Paragraph, 3),
            (LineBlockKind::Paragraph, 1),
            (LineBlockKind::Row, 1),
            (LineBlockKind::Row, 1),
            (LineBlockKind::Head, 1),
            (LineBlockKind::Paragraph, 1),
        ];
        assert_eq!(found, expected);
    }
}
