//! From a sheet's boxes to the screen: where each article's box stands, its borders, what is in it.

use std::cmp::Reverse;

use crate::app::areas::{Area, Size};
use crate::app::front::border::BorderCell;
use crate::app::front::layout::{Front, FrontBox};
use crate::app::front::matter::{FrontArticle, Weight, head_lines, letterspaced};
use crate::model::{Kind, Row};
use crate::typeset::Setting;

use super::edges::{Side, fit};
use super::faces::{BoxPart, SheetFaces};
use super::pages::PrintedSheet;
use super::regions::{Reach, Rectangle, Region, close, extent, length};

/// The least room in which a page is shown by its geometry: that of a screen of 80 by 24.
const LEAST: Size = Size { width: 78, height: 22 };
/// The most articles that have boxes; the others stand in the strip.
const MOST: usize = 150;
/// The cells from one side of a box to the other, as many as all boxes have room for.
const WIDTHS: [u16; 4] = [14, 12, 10, 8];
/// The rows for a headline, as many as all boxes have room for.
const HEADS: [u16; 4] = [4, 3, 2, 1];
/// The least cells inside a box, across and down.
const INSIDE: (u16, u16) = (4, 1);
/// The measure of a column of text in a box, and the cells between two.
const COLUMN: (u16, u16) = (32, 3);
/// From this width on there is a margin on the right of a box too.
const ROOMY: u16 = 18;
/// How far an edge moves to meet the next: of the sheet's extent, and in cells across and down.
const NEAR: f32 = 0.025;
const NEAR_CELLS: [f32; 2] = [3.0, 1.5];
/// The most rows of a headline.
const HEAD_ROWS: u16 = 6;
/// The most rows of the strip at the foot, and the cells of one of its columns.
const STRIP: (u16, u16) = (3, 36);
/// From this size on the leading headline is letterspaced.
const LEAD: Size = Size { width: 24, height: 4 };

/// The cells from edge to edge: from left to right, from top to bottom.
type Cells = [[u16; 2]; 2];

/// The sheet that is looked at, or the first that has something on it; none where no article has a place or there
/// is no room. The rows are numbered from `first` in the list.
pub(in crate::app) fn printed_front(
    area: Area,
    (sheets, shown): (&[PrintedSheet], Option<usize>),
    articles: &[FrontArticle<'_>],
    (first, current): (usize, usize),
    setting: &Setting,
) -> Option<Front> {
    if area.width < LEAST.width || area.height < LEAST.height {
        return None;
    }
    let current = current.checked_sub(first)?;
    let is_listed = |sheet: &&PrintedSheet| articles.iter().any(|article| sheet.holds(article.row.id));
    let sheet = shown.and_then(|shown| sheets.get(shown)).or_else(|| sheets.iter().find(is_listed))?;
    let mut body = area;
    let masthead = body.split_top(1);
    let layout = SheetLayout { sheet, all: sheets, articles, current, setting };
    let mut front = layout.front(body);
    front.masthead = masthead;
    front.boxes.iter_mut().for_each(|placed| placed.row += first);
    Some(front)
}

struct SheetLayout<'a> {
    sheet: &'a PrintedSheet,
    all: &'a [PrintedSheet],
    articles: &'a [FrontArticle<'a>],
    current: usize,
    setting: &'a Setting,
}

impl SheetLayout<'_> {
    fn front(&self, body: Area) -> Front {
        let front = self.boxes(body, 0);
        let left = self.numbers().count() - front.boxes.len();
        if left == 0 {
            return front;
        }
        let columns = (body.width / STRIP.1).max(1);
        let rows = u16::try_from(left).unwrap_or(u16::MAX).div_ceil(columns).min(STRIP.0);
        self.boxes(body, rows)
    }

    /// The articles that belong to this sheet: those of no other.
    fn numbers(&self) -> impl Iterator<Item = usize> {
        let of_other = |number: &usize| {
            let id = self.articles[*number].row.id;
            !self.sheet.holds(id) && self.all.iter().any(|sheet| sheet.holds(id))
        };
        (0..self.articles.len()).filter(move |number| !of_other(number))
    }

    /// The sheet over a strip of so many rows.
    fn boxes(&self, mut body: Area, strip: u16) -> Front {
        let strip = body.split_foot(strip);
        let placed = self.placed(body.size());
        let mut faces = SheetFaces::new(body.width, body.height);
        let size = |cells: &Cells| cells.iter().map(|[from, to]| u32::from(to - from)).product::<u32>();
        let mut largest_first: Vec<&(usize, Cells)> = placed.iter().collect();
        largest_first.sort_by_key(|(_, cells)| Reverse(size(cells)));
        largest_first.into_iter().for_each(|(article, cells)| faces.give(*cells, *article));
        let parts = faces.parts(INSIDE);
        let lead = self.lead(&parts);
        let front_box = |article: usize| {
            let own: Vec<&BoxPart> = parts.iter().filter(|part| part.article == article).collect();
            let (_, first) = placed.iter().find(|(placed, _)| *placed == article)?;
            let first = own.iter().copied().find(|part| faces.holds_middle(part, *first));
            self.front_box(article, lead == Some(article), (first, &own), body)
        };
        let mut boxes: Vec<FrontBox> = self.numbers().filter_map(front_box).collect();
        boxes.extend(self.strip(&boxes, strip));
        Front { boxes, borders: self.borders(&faces, body), ..Front::default() }
    }

    /// The largest story that begins here.
    fn lead(&self, parts: &[BoxPart]) -> Option<usize> {
        let is_story = |row: &Row| row.kind == Kind::Story && self.sheet.begins(row.id);
        let stories = parts.iter().filter(|part| is_story(self.articles[part.article].row));
        let large = stories.filter(|part| part.inside.width >= LEAD.width && part.inside.height >= LEAD.height);
        large.max_by_key(|part| area(part.inside)).map(|part| part.article)
    }

    /// The cells of the boxes of articles on a sheet of some size.
    fn placed(&self, size: Size) -> Vec<(usize, Cells)> {
        let room = [size.width, size.height].map(|cells| cells.saturating_sub(1));
        let printed = self.sheet.printed;
        let mut regions = self.regions();
        for axis in [1, 0] {
            let cell = length(printed[axis]) / f32::from(room[axis]);
            let others = (length(printed[axis]) * NEAR).max(NEAR_CELLS[axis] * cell);
            close(&mut regions, axis, printed[axis], Reach { own: 2.0 * others, others, back: others / 4.0 });
        }
        let columns = fit_all(&mut regions, (printed, 0, room[0]), &WIDTHS, |_, least| least);
        let mut fitted: Vec<(Region, [u16; 2])> = regions.iter().copied().zip(columns).collect();
        let rows = fit_all(&mut regions, (printed, 1, room[1]), &HEADS, |region, most| {
            let columns = fitted.iter().find(|(other, _)| other == region).map_or(0, |(_, [from, to])| to - from);
            1 + self.head_rows(region.article, columns, most)
        });
        fitted.retain(|(region, _)| regions.contains(region));
        let both = fitted.into_iter().zip(rows);
        let mut cells: Vec<Region> = both
            .map(|((region, columns), rows)| Region {
                sides: [columns, rows].map(|ends| ends.map(f32::from)),
                ..region
            })
            .collect();
        for axis in [1, 0] {
            let reach = Reach { own: NEAR_CELLS[axis], others: NEAR_CELLS[axis], back: 0.0 };
            close(&mut cells, axis, [0.0, f32::from(room[axis])], reach);
        }
        cells.iter().map(|region| (region.article, region.sides.map(|ends| ends.map(|edge| edge as u16)))).collect()
    }

    /// The boxes of the articles that are listed.
    fn regions(&self) -> Vec<Region> {
        let mut regions = Vec::new();
        for placed in self.sheet.articles.iter().take(MOST) {
            if let Some(article) = self.articles.iter().position(|article| article.row.id == placed.id) {
                regions.extend(placed.boxes.iter().map(|sides| Region { article, sides: *sides }));
            }
        }
        regions
    }

    /// The rows of an article's headline in a box so wide, so many at the most.
    fn head_rows(&self, article: usize, cells: u16, most: u16) -> u16 {
        let head = self.head(article, cells.saturating_sub(2), most);
        u16::try_from(head.len()).unwrap_or(most).max(1)
    }

    /// The lines of an article's headline, none where it has none.
    fn head(&self, article: usize, cells: u16, most: u16) -> Vec<String> {
        let FrontArticle { row, article } = self.articles[article];
        if article.is_some_and(|article| article.headline.is_none()) {
            return Vec::new();
        }
        head_lines(&row.headline, self.setting.metrics, cells.max(1).into(), most.into())
    }

    /// An article in its parts: its headline in the first, where that holds it, or in the largest; its text below
    /// and in the others. Of one that has come from another sheet the text stands there.
    fn front_box(
        &self,
        article: usize,
        is_lead: bool,
        (first, parts): (Option<&BoxPart>, &[&BoxPart]),
        body: Area,
    ) -> Option<FrontBox> {
        // A wide box shows a headline that is a line too long for it cut, rather than none.
        let holds_head = |inside: &Area| {
            let spare = u16::from(inside.width >= COLUMN.0);
            let lines = self.head(article, inside.width - 1, inside.height + spare + 1).len();
            lines <= usize::from(inside.height + spare)
        };
        let first = first.into_iter();
        let in_turn =
            first.clone().chain(parts.iter().copied().filter(|part| first.clone().all(|first| first != *part)));
        let insides: Vec<(Area, bool)> =
            in_turn.flat_map(|part| part.insides.iter().map(|inside| (*inside, *inside == part.inside))).collect();
        let in_first = first.flat_map(|part| &part.insides).copied().find(holds_head);
        let home = in_first.or_else(|| parts.iter().map(|part| part.inside).max_by_key(|inside| area(*inside)))?;
        let FrontArticle { row, article: whole } = self.articles[article];
        let mut text = text_area(home, body);
        let head = self.head_in(article, is_lead, text);
        text.split_top(head.len() as u16);
        let has_deck = whole.is_some_and(|whole| whole.deck.is_some());
        let deck = is_lead && has_deck && text.height >= LEAD.height;
        text.split_top(u16::from(deck));
        text.split_top(u16::from(is_lead && text.height >= LEAD.height));
        let mut columns = columns(text, COLUMN.0);
        let mut rests = Vec::new();
        let behind = insides.iter().skip_while(|(inside, _)| *inside != home).skip(1);
        for (inside, is_largest) in behind {
            let area = text_area(*inside, body);
            match columns.first().map(|column| column.width) {
                None => columns = self::columns(area, COLUMN.0),
                Some(measure) if measure <= area.width => {
                    let more = self::columns(area, measure).into_iter();
                    columns.extend(more.map(|column| Area { width: measure, ..column }));
                }
                Some(_) if *is_largest => rests.push(area),
                Some(_) => {}
            }
        }
        if !self.sheet.begins(row.id) {
            rests.extend(columns.drain(..).take(1));
        }
        let weight = match row.kind {
            _ if is_lead => Weight::Lead,
            Kind::Photo => Weight::Picture,
            Kind::Story => Weight::Story,
        };
        Some(FrontBox { row: article, area: on_screen(home, body), weight, head, deck, columns, rests })
    }

    /// The lines of a headline that is shown; the leading one's letterspaced where there is room.
    fn head_in(&self, article: usize, is_lead: bool, text: Area) -> Vec<String> {
        let head = self.head(article, text.width, text.height.min(HEAD_ROWS));
        if !is_lead || head.is_empty() {
            return head;
        }
        let spaced = letterspaced(&self.articles[article].row.headline, self.setting.metrics, text.width.into());
        if spaced.len() * 2 <= usize::from(text.height) { spaced } else { head }
    }

    /// What has no box, as lines; those that there is room for, the current one among them.
    fn strip(&self, boxes: &[FrontBox], area: Area) -> Vec<FrontBox> {
        let left = self.numbers().filter(|number| boxes.iter().all(|placed| placed.row != *number));
        let left: Vec<usize> = left.collect();
        let across = (area.width / STRIP.1).max(1);
        let slots = usize::from(area.height) * usize::from(across);
        let current = left.iter().position(|number| *number == self.current).unwrap_or(0);
        let shown = left.chunks(slots.max(1)).nth(current / slots.max(1)).filter(|_| slots > 0).unwrap_or_default();
        let line = |(slot, number): (usize, &usize)| {
            let (row, column) = (slot / usize::from(across), slot % usize::from(across));
            let line = area.line(row as u16);
            FrontBox {
                row: *number,
                area: Area { column: area.column + 1 + column as u16 * STRIP.1, width: STRIP.1 - 2, ..line },
                weight: Weight::Brief,
                head: vec![self.articles[*number].row.headline.clone()],
                deck: false,
                columns: Vec::new(),
                rests: Vec::new(),
            }
        };
        shown.iter().enumerate().map(line).collect()
    }

    fn borders(&self, faces: &SheetFaces, body: Area) -> Vec<BorderCell> {
        let cells = (0..body.height).flat_map(|row| (0..body.width).map(move |column| (row, column)));
        let border = |(row, column)| {
            let arms = faces.border(row, column)?;
            let lit = faces.around(row, column).contains(&Some(self.current));
            Some(BorderCell { row: body.row + row, column: body.column + column, arms, lit })
        };
        cells.filter_map(border).collect()
    }
}

/// The cells of regions along an axis, with the most generous least extent of each article's largest for
/// which there is room. Where there is room for none, the smallest of those that are too many goes.
fn fit_all(
    regions: &mut Vec<Region>,
    (printed, axis, room): (Rectangle, usize, u16),
    generous: &[u16],
    least: impl Fn(&Region, u16) -> u16,
) -> Vec<[u16; 2]> {
    loop {
        let mut tight = Vec::new();
        for most in generous {
            let needs = |region: &Region| if is_largest(regions, region) { least(region, *most) } else { 0 };
            let side = |region: &Region| Side { span: region.sides[axis], least: needs(region) };
            match fit(&regions.iter().map(side).collect::<Vec<_>>(), printed[axis], room) {
                Ok(cells) => return cells,
                Err(sides) => tight = sides,
            }
        }
        let size = |number: &usize| extent(regions[*number].sides);
        let Some(smallest) = tight.into_iter().min_by(|a, b| size(a).total_cmp(&size(b))) else { return Vec::new() };
        let article = regions[smallest].article;
        regions.retain(|region| region.article != article);
    }
}

/// Whether a region is the largest of its article.
fn is_largest(regions: &[Region], region: &Region) -> bool {
    let own = regions.iter().filter(|other| other.article == region.article);
    own.max_by(|a, b| extent(a.sides).total_cmp(&extent(b.sides))) == Some(region)
}

fn area(area: Area) -> u32 {
    u32::from(area.width) * u32::from(area.height)
}

/// An area of the sheet on the screen.
fn on_screen(inside: Area, body: Area) -> Area {
    Area { row: body.row + inside.row, column: body.column + inside.column, ..inside }
}

/// Where the text in an area of the sheet stands: behind the bar of the current box, and off the border where there is room.
fn text_area(inside: Area, body: Area) -> Area {
    let inside = on_screen(inside, body);
    let margin = if inside.width >= ROOMY { 2 } else { 1 };
    Area { column: inside.column + 1, width: inside.width - margin, ..inside }
}

/// The columns of text of an area, of about so many cells each.
fn columns(text: Area, measure: u16) -> Vec<Area> {
    let count = ((text.width + COLUMN.1) / (measure + COLUMN.1)).max(1);
    // an even measure keeps lines of Han characters flush
    let width = ((text.width - COLUMN.1 * (count - 1)) / count) & !1;
    let column = |number: u16| Area { column: text.column + number * (width + COLUMN.1), width, ..text };
    if text.height == 0 { Vec::new() } else { (0..count).map(column).collect() }
}
