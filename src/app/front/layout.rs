//! Where the boxes of a front page stand. The longest of the first stories leads over two columns,
//! what has no room stands in a strip at the foot; all follows from the size and the rows of the
//! list alone.

use std::ops::Range;

use crate::app::areas::Area;
use crate::model::{Kind, Row};
use crate::text::Metrics;

/// The cells between two columns.
const GUTTER: u16 = 3;
/// The narrowest column, in cells.
const COLUMN: u16 = 34;
/// The most rows of text in a box, tried from the first on until all boxes have room.
const DEPTHS: [u16; 10] = [16, 13, 11, 9, 7, 6, 5, 4, 3, 2];
/// The most rows of the strip at the foot.
const STRIP: u16 = 3;
/// Among so many stories the leading one is looked for.
const CANDIDATES: usize = 4;

/// How much room an article has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It leads the page, over two columns where there are two.
    Lead,
    /// A box in one column.
    Story,
    /// A picture's caption, framed.
    Picture,
    /// A line in the strip.
    Brief,
}

/// An article's place on the front page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontBox {
    /// The article's number among the rows of the list.
    pub row: usize,
    /// Where it stands.
    pub area: Area,
    /// How much room it has.
    pub weight: Weight,
}

/// Where everything on the front page stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// The newspaper's name, its day and page, the rule below.
    pub masthead: Area,
    /// The boxes, in the order of the page.
    pub boxes: Vec<FrontBox>,
    /// The rules between columns.
    pub gutters: Vec<Area>,
    /// The rule above the strip.
    pub strip_rule: Option<Area>,
    /// The width of one column, in cells.
    pub column: u16,
}

/// Sets the rows of a page in boxes, from the row `first` on.
struct Makeup<'a> {
    rows: &'a [&'a Row],
    metrics: Metrics,
    width: u16,
    /// The rows of the screen below the masthead that are taken in each column.
    used: Vec<u16>,
    height: u16,
}

/// The sheet of an edition that has the current row on it. The rows are numbered `numbers` in the
/// list.
pub(in crate::app) fn front(
    area: Area,
    rows: &[&Row],
    numbers: Range<usize>,
    current: usize,
    metrics: Metrics,
) -> Front {
    let mut first = 0;
    loop {
        let rest = rows.get(first..).unwrap_or_default();
        let mut front = sheet(area, rest, metrics);
        let placed = front.boxes.len();
        if placed == 0 || first + placed >= rows.len() || numbers.start + first + placed > current {
            front.boxes.iter_mut().for_each(|placed| placed.row += numbers.start + first);
            return front;
        }
        first += placed;
    }
}

/// As many of the rows as one screen holds; the boxes' rows are counted from the first given.
fn sheet(area: Area, rows: &[&Row], metrics: Metrics) -> Front {
    let mut body = area;
    let masthead = body.split_top(3);
    let count = ((body.width + GUTTER) / (COLUMN + GUTTER)).max(1);
    let column = (body.width - GUTTER * (count - 1)) / count;
    let set = |height: u16, depth: u16| {
        let mut columns = Makeup { rows, metrics, width: column, used: vec![0; count.into()], height };
        columns.set(body, depth)
    };
    let all = DEPTHS.iter().find_map(|depth| set(body.height, *depth).filter(|boxes| boxes.len() == rows.len()));
    let (boxes, strip_rule) = match all {
        Some(boxes) => (boxes, None),
        None => with_strip(body, rows.len(), count, column, &set),
    };
    let bottom = strip_rule.map_or(body.row + body.height, |rule| rule.row);
    let gutters = gutters(body, &boxes, count, column, bottom);
    Front { masthead, boxes, gutters, strip_rule, column }
}

fn with_strip(
    mut body: Area,
    rows: usize,
    count: u16,
    column: u16,
    set: &dyn Fn(u16, u16) -> Option<Vec<FrontBox>>,
) -> (Vec<FrontBox>, Option<Area>) {
    let mut strip = body.split_foot(STRIP + 1);
    let rule = strip.split_top(1);
    let slots = usize::from(strip.height * count);
    let tries = || DEPTHS.iter().filter_map(|depth| set(body.height, *depth));
    let whole = tries().find(|boxes| boxes.len() + slots >= rows);
    let mut boxes = whole.or_else(|| tries().max_by_key(Vec::len)).unwrap_or_default();
    let places = (0..strip.height).flat_map(|y| (0..count).map(move |x| (x, y)));
    for (row, (x, y)) in (boxes.len()..rows).zip(places) {
        let area = Area { column: strip.column + x * (column + GUTTER), width: column, ..strip.line(y) };
        boxes.push(FrontBox { row, area, weight: Weight::Brief });
    }
    (boxes, Some(rule))
}

/// The rules between the columns, from below a box that spans them.
fn gutters(body: Area, boxes: &[FrontBox], count: u16, column: u16, bottom: u16) -> Vec<Area> {
    let gutter = |number: u16| {
        let at = body.column + number * (column + GUTTER) - GUTTER / 2 - 1;
        let spanning = boxes.iter().filter(|b| b.weight == Weight::Lead && b.area.column + b.area.width > at);
        let top = spanning.map(|lead| lead.area.row + lead.area.height).max().unwrap_or(body.row);
        Area { row: top, column: at, width: 1, height: bottom.saturating_sub(top) }
    };
    (1..count).map(gutter).collect()
}

impl Makeup<'_> {
    /// Sets boxes until one has no room.
    fn set(&mut self, body: Area, depth: u16) -> Option<Vec<FrontBox>> {
        let lead = self.lead()?;
        let mut boxes = Vec::new();
        let mut order: Vec<usize> = (0..self.rows.len()).filter(|row| *row != lead).collect();
        order.insert(0, lead);
        for row in order {
            let weight = match self.rows.get(row)?.kind {
                _ if row == lead => Weight::Lead,
                Kind::Photo => Weight::Picture,
                Kind::Story => Weight::Story,
            };
            let Some(area) = self.place(body, row, weight, depth) else { break };
            boxes.push(FrontBox { row, area, weight });
        }
        self.stretch(body, &mut boxes);
        boxes.sort_by_key(|placed| placed.row);
        let whole = boxes.iter().enumerate().take_while(|(i, placed)| *i == placed.row).count();
        boxes.truncate(whole);
        Some(boxes)
    }

    /// Lets the last box of each column go down to its foot, as far as its text goes.
    fn stretch(&self, body: Area, boxes: &mut [FrontBox]) {
        for number in 0..boxes.len() {
            let placed = boxes[number];
            let below = |other: &FrontBox| {
                let beside = other.area.column + other.area.width <= placed.area.column
                    || placed.area.column + placed.area.width <= other.area.column;
                other.area.row > placed.area.row && !beside
            };
            if placed.weight == Weight::Story && !boxes.iter().any(below) {
                let room = (body.row + self.height).saturating_sub(placed.area.row);
                boxes[number].area.height = self.rows_of(placed.row, placed.weight, 1, u16::MAX).min(room);
            }
        }
    }

    /// The longest of the first stories; the first, where it is not much shorter.
    fn lead(&self) -> Option<usize> {
        let stories = self.rows.iter().enumerate().take(CANDIDATES).filter(|(_, row)| row.kind == Kind::Story);
        let (longest, row) = stories.clone().max_by_key(|(i, row)| (row.characters, std::cmp::Reverse(*i)))?;
        let first = stories.clone().next().filter(|(_, first)| first.characters * 2 >= row.characters);
        Some(first.map_or(longest, |(i, _)| i))
    }

    /// A box in the column that has most room left, with a row above it for a rule.
    fn place(&mut self, body: Area, row: usize, weight: Weight, depth: u16) -> Option<Area> {
        let span = if weight == Weight::Lead { self.used.len().min(2) } else { 1 };
        let at = (0..=self.used.len() - span).min_by_key(|at| self.used[*at])?;
        let width = self.width * span as u16 + GUTTER * (span as u16 - 1);
        let text = self.rows_of(row, weight, span as u16, depth);
        let top = self.used[at..at + span].iter().copied().max()?;
        let top = if top == 0 { 0 } else { top + 1 };
        if top + text > self.height {
            return None;
        }
        self.used[at..at + span].fill(top + text);
        let column = body.column + at as u16 * (self.width + GUTTER);
        Some(Area { row: body.row + top, column, width, height: text })
    }

    /// The rows of a box: its headline, and its text as far as it goes and `depth` allows.
    fn rows_of(&self, row: usize, weight: Weight, span: u16, depth: u16) -> u16 {
        let width = usize::from(self.width);
        let Some(row) = self.rows.get(row) else { return 1 };
        let across = width * usize::from(span);
        let head = self.metrics.cells(&row.headline).div_ceil(across.max(1)).clamp(1, 2) as u16;
        let lines = (2 * row.characters as usize + 4).div_ceil(width.max(1)).min(usize::from(u16::MAX)) as u16;
        match weight {
            Weight::Lead => head + (lines.div_ceil(span) + 1).min(depth).max(2),
            Weight::Story => head.saturating_add(lines.min(depth)),
            Weight::Picture => head + lines.clamp(1, 2) + 2,
            Weight::Brief => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(count: usize) -> Vec<Row> {
        let row = |number: usize| Row {
            key: crate::model::RowKey { edition: 0, page: 0, article: number as i64 },
            id: crate::model::ArticleId::default(),
            kind: if number % 5 == 4 { Kind::Photo } else { Kind::Story },
            headline: "标题".repeat(1 + number % 9),
            publication: None,
            date: None,
            page_number: None,
            page_name: None,
            page_label: None,
            source: String::new(),
            characters: (number as u64 * 97) % 1500,
            reading: Default::default(),
        };
        (0..count).map(row).collect()
    }

    #[test]
    fn boxes_neither_meet_nor_leave_the_page() {
        for (width, height) in [(60, 16), (80, 22), (120, 38), (200, 48), (500, 100)] {
            let whole = Area { row: 0, column: 0, width, height };
            for count in 0..40 {
                let rows = rows(count);
                let rows: Vec<&Row> = rows.iter().collect();
                let front = front(whole, &rows, 0..count, count / 2, Metrics::TERMINAL);
                let mut cells = std::collections::HashSet::new();
                for area in front.boxes.iter().map(|placed| placed.area).chain(front.gutters.iter().copied()) {
                    for (row, column) in (area.row..area.row + area.height)
                        .flat_map(|row| (area.column..area.column + area.width).map(move |column| (row, column)))
                    {
                        assert!(whole.holds(row, column) && cells.insert((row, column)), "{count} on {width}x{height}");
                    }
                }
                assert!(count == 0 || front.boxes.iter().any(|placed| placed.row == count / 2), "{count}");
            }
        }
    }
}
