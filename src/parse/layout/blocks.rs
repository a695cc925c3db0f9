//! Blocks of type: printed lines one below another in a column, in type of one size.

use crate::model::{Bounds, PageGeometry};
use crate::parse::grammar::jump::jump;
use crate::parse::grammar::lead::lead_at;
use crate::parse::line::{Ending, Line};

/// A block of type.
#[derive(Clone, Debug)]
pub struct TypeBlock {
    /// Its lines, from the top.
    pub lines: Vec<usize>,
    /// The box round them.
    pub bounds: Bounds,
    /// Their type size, in points.
    pub size: f32,
    /// How much larger their type is than the page's body.
    pub scale: f32,
    /// The thickness of their strokes against the body's, where both are known.
    pub boldness: f32,
    /// The frame that it stands in, by its number among the page's.
    pub frame: Option<usize>,
    /// How its text begins.
    pub opening: Opening,
    /// How its text ends.
    pub closing: Closing,
}

/// How a block's text begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// With an indent, as a paragraph.
    Indented,
    /// At the edge of its column.
    Flush,
    /// With what cannot begin a sentence.
    Amid,
    /// With a dateline or a byline.
    Lead,
    /// One cannot tell.
    Unknown,
}

/// How a block's text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// With the end of a sentence.
    Sentence,
    /// Amid one.
    Open,
    /// With the word that the text goes on elsewhere.
    Jump,
}

/// Strokes so much thicker than the body's are bold.
pub const BOLD: f32 = 1.25;
/// The left edges of a paragraph's lines differ by no more than so many type sizes.
const INDENTED: f32 = 2.6;
/// Lines further apart than so many type sizes are no neighbours in a block.
const LEADING: f32 = 1.25;

/// The blocks of a page's lines.
pub fn blocks(page: &str, geometry: &PageGeometry, lines: &[Line], boldness: &[f32]) -> Vec<TypeBlock> {
    let body = body_size(lines);
    let below = neighbours(geometry, lines);
    let mut is_below = vec![false; lines.len()];
    below.iter().flatten().for_each(|&line| is_below[line] = true);
    let mut blocks = Vec::new();
    for first in (0..lines.len()).filter(|&line| !is_below[line]) {
        let run: Vec<usize> = std::iter::successors(Some(first), |&line| below[line]).collect();
        for column in columns(lines, run) {
            blocks.push(block(page, geometry, lines, column, body, boldness));
        }
    }
    blocks
}

fn block(
    page: &str,
    geometry: &PageGeometry,
    lines: &[Line],
    run: Vec<usize>,
    body: f32,
    boldness: &[f32],
) -> TypeBlock {
    let bounds = run.iter().map(|&line| bounds(&lines[line])).reduce(Bounds::around).unwrap_or_default();
    let size = size(&lines[run[0]]);
    let bold = run.iter().map(|&line| boldness[line]).sum::<f32>() / run.len() as f32;
    TypeBlock {
        bounds,
        size,
        scale: size / body,
        boldness: bold,
        frame: frame_of(geometry, bounds),
        opening: opening(page, lines, &run, bounds),
        closing: closing(page, lines, &run, boldness),
        lines: run,
    }
}

/// A run of lines cut where another column begins: below lines that go far over the edge of all others.
fn columns(lines: &[Line], run: Vec<usize>) -> Vec<Vec<usize>> {
    const FAR: f32 = 3.0;
    const ENOUGH: usize = 4;
    let right = |n: usize| bounds(&lines[run[n]]).right;
    let over = |n: &usize| {
        (0..*n)
            .all(|above| right(above) > (*n..run.len()).map(right).fold(0.0, f32::max) + FAR * size(&lines[run[above]]))
    };
    match (1..3.min(run.len())).find(|n| run.len() - n >= ENOUGH && over(n)) {
        Some(cut) => vec![run[..cut].to_vec(), run[cut..].to_vec()],
        None => vec![run],
    }
}

fn opening(page: &str, lines: &[Line], run: &[usize], bounds: Bounds) -> Opening {
    const INDENT: f32 = 0.8;
    let first = &lines[run[0]];
    if first.look.breaks_kinsoku() || first.look.first.is_lowercase() {
        return Opening::Amid;
    }
    let left = self::bounds(first).left;
    let below_it = run.get(1).map_or(left, |&line| self::bounds(&lines[line]).left);
    let flush = (left - below_it).abs() > 0.3 * size(first) && left - below_it < INDENT * size(first);
    let indented = left - bounds.left > INDENT * size(first) && !flush;
    let below: Vec<Line> = run.iter().take(4).map(|&line| lines[line].clone()).collect();
    if (first.look.lead_word || first.look.is_latin()) && lead_at(page, &below).is_some() {
        return Opening::Lead;
    }
    match run.len() {
        _ if indented => Opening::Indented,
        1 | 2 => Opening::Unknown,
        _ => Opening::Flush,
    }
}

fn closing(page: &str, lines: &[Line], run: &[usize], boldness: &[f32]) -> Closing {
    let Some(last) = run.last().map(|&line| &lines[line]) else { return Closing::Open };
    let bold = |line: &usize| boldness[*line] > BOLD;
    let title = run.last().is_some_and(bold) && !run.iter().all(bold);
    match last.look.ending {
        _ if title => Closing::Sentence,
        _ if jump(last.text(page)).is_some() => Closing::Jump,
        Ending::Sentence | Ending::Closer | Ending::Pause => Closing::Sentence,
        _ => Closing::Open,
    }
}

/// The line below each, of its column and its type.
fn neighbours(geometry: &PageGeometry, lines: &[Line]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|&a, &b| bounds(&lines[a]).top.total_cmp(&bounds(&lines[b]).top));
    let nearest = |line: usize, below: bool| {
        let of = |&other: &usize| {
            distance(if below { [&lines[line], &lines[other]] } else { [&lines[other], &lines[line]] })
        };
        let others = order.iter().copied().filter(|&other| other != line);
        others.filter_map(|other| Some((of(&other)?, other))).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, other)| other)
    };
    let above: Vec<Option<usize>> = (0..lines.len()).map(|line| nearest(line, false)).collect();
    let below = (0..lines.len()).map(|line| nearest(line, true));
    let joined = |line: usize, below: usize| {
        above[below] == Some(line) && are_neighbours(geometry, [&lines[line], &lines[below]])
    };
    below.enumerate().map(|(line, below)| below.filter(|&below| joined(line, below))).collect()
}

/// How far below the first of two lines the second stands, where it stands below it.
fn distance([above, below]: [&Line; 2]) -> Option<f32> {
    let (a, b) = (bounds(above), bounds(below));
    let stands_below =
        (b.top + b.bottom) > (a.top + a.bottom) && b.top - a.bottom > -0.5 * size(above).min(size(below));
    let overlap = a.right.min(b.right) - a.left.max(b.left);
    let indented = (a.left - b.left).abs() < INDENTED * size(above).min(size(below));
    (stands_below && (indented || overlap > 0.3 * a.width().min(b.width()))).then_some(b.top - a.bottom)
}

/// Whether two lines, one below the other, are of one block.
fn are_neighbours(geometry: &PageGeometry, [above, below]: [&Line; 2]) -> bool {
    const EQUAL: f32 = 0.08;
    const EDGE: f32 = 4.5;
    let (a, b) = (bounds(above), bounds(below));
    let (size_a, size_b) = (size(above), size(below));
    let alike = (size_a - size_b).abs() <= EQUAL * size_a.max(size_b);
    let gap = b.top - a.bottom;
    let near = |x: f32, y: f32| (x - y).abs() <= EDGE * size_a;
    let centred = near((a.left + a.right) / 2.0, (b.left + b.right) / 2.0);
    let aligned = near(a.left, b.left) || near(a.right, b.right) || centred;
    alike
        && gap <= LEADING * size_a
        && aligned
        && frame_of(geometry, a) == frame_of(geometry, b)
        && !is_ruled(geometry, a, b)
}

/// Whether a drawn line stands between two boxes, one below the other.
pub fn is_ruled(geometry: &PageGeometry, above: Bounds, below: Bounds) -> bool {
    let (left, right) = (above.left.max(below.left), above.right.min(below.right));
    let rules = || geometry.rules.iter().map(|rule| rule.bounds);
    rules().any(|rule| {
        let middle = (rule.top + rule.bottom) / 2.0;
        let covers = rule.right.min(right) - rule.left.max(left);
        rule.width() > rule.height()
            && middle > above.bottom - 2.0
            && middle < below.top + 2.0
            && covers * 2.0 > right - left
            && !is_of_table(rules(), rule)
    })
}

/// Whether a drawn line parts the rows of a table: others as long stand close above and below it.
fn is_of_table(rules: impl Iterator<Item = Bounds>, rule: Bounds) -> bool {
    const ROW: f32 = 30.0;
    let near = |other: &Bounds| {
        let apart = (other.top - rule.top).abs();
        apart > 4.0 && apart < ROW && (other.left - rule.left).abs() < 2.0 && (other.right - rule.right).abs() < 2.0
    };
    rules.filter(near).count() > 1
}

/// The smallest frame round a box.
pub fn frame_of(geometry: &PageGeometry, bounds: Bounds) -> Option<usize> {
    const MOST: f32 = 0.7;
    let area = |frame: Bounds| frame.width() * frame.height();
    let whole = geometry.width * geometry.height * MOST;
    let slack = bounds.height().min(12.0);
    let holds = |frame: &Bounds| {
        let across = frame.left - slack < bounds.left && bounds.right < frame.right + slack;
        across && frame.top - slack < bounds.top && bounds.bottom < frame.bottom + slack
    };
    let frames = geometry.frames.iter().enumerate().filter(|(_, frame)| holds(frame) && area(**frame) < whole);
    frames.min_by(|a, b| area(*a.1).total_cmp(&area(*b.1))).map(|(n, _)| n)
}

/// The type size of most characters.
pub fn body_size(lines: &[Line]) -> f32 {
    let mut sizes: Vec<(f32, i32)> = lines.iter().map(|line| (size(line), line.look.width)).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, width)| width).sum::<i32>() / 2;
    let mut seen = 0;
    let middle = sizes.iter().find(|(_, width)| {
        seen += width;
        seen >= half
    });
    middle.map_or(10.0, |(size, _)| *size)
}

/// The box of a line.
pub fn bounds(line: &Line) -> Bounds {
    line.print.map_or_else(Bounds::default, |print| print.bounds)
}

/// The type size of a line; where it is not known, the height of its box.
pub fn size(line: &Line) -> f32 {
    line.print.map_or(1.0, |print| print.type_size())
}
