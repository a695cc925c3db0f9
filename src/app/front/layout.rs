//! Where the boxes of a front page stand: one page of a newspaper. The longest of its first stories
//! leads over two columns, what has no room stands in a strip at the foot. Each column is filled to its
//! foot before a text in it is cut.

use std::ops::Range;

use crate::app::areas::Area;
use crate::model::Kind;
use crate::text::width::HAN_CELLS;
use crate::typeset::Setting;

use super::border::BorderCell;
use super::matter::{FrontArticle, Matter, Weight};

/// The cells between two columns: room for stops that hang, a rule, the bar of the current box.
const GUTTER: u16 = 4;
/// The cells beyond a column in which a stop hangs.
const HANGING: u16 = HAN_CELLS as u16;
/// The cell of a gutter in which its rule stands.
const RULE: u16 = HANGING;
/// The narrowest column, in cells.
const COLUMN: u16 = 34;
/// The most rows of text in a box, tried from the first on until all boxes have room.
const DEPTHS: [u16; 11] = [20, 16, 13, 10, 8, 6, 5, 4, 3, 2, 1];
/// The most rows of the strip at the foot.
const STRIP: u16 = 3;
/// Among so many stories the leading one is looked for.
const CANDIDATES: usize = 4;

/// An article's place on the front page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontBox {
    /// The article's number among the rows of the list.
    pub row: usize,
    /// Where it stands.
    pub area: Area,
    /// How much room it has.
    pub weight: Weight,
    /// The lines of its headline as they are shown.
    pub head: Vec<String>,
    /// Whether its deck stands below them.
    pub deck: bool,
    /// Where its text stands, column by column; stops hang beyond.
    pub columns: Vec<Area>,
    /// Where more of it is printed than is shown.
    pub rests: Vec<Area>,
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
    /// The borders of boxes that stand where they are printed.
    pub borders: Vec<BorderCell>,
}

/// The sheet of a newspaper's page that has the current row on it. The rows are numbered `numbers` in
/// the list.
pub(in crate::app) fn front(
    area: Area,
    articles: &[FrontArticle<'_>],
    numbers: Range<usize>,
    current: usize,
    setting: &Setting,
) -> Front {
    let mut first = 0;
    loop {
        let rest = articles.get(first..).unwrap_or_default();
        let mut front = FrontSheet::new(area, rest, setting).front();
        let placed = front.boxes.len();
        if placed == 0 || first + placed >= articles.len() || numbers.start + first + placed > current {
            front.boxes.iter_mut().for_each(|placed| placed.row += numbers.start + first);
            return front;
        }
        first += placed;
    }
}

/// As many articles as one screen holds.
struct FrontSheet<'a> {
    masthead: Area,
    body: Area,
    articles: &'a [FrontArticle<'a>],
    setting: &'a Setting,
    /// The number of columns, and the cells of one.
    count: u16,
    column: u16,
    /// The article that leads, and the columns it spans.
    lead: Option<usize>,
    span: u16,
}

impl<'a> FrontSheet<'a> {
    fn new(area: Area, articles: &'a [FrontArticle<'a>], setting: &'a Setting) -> Self {
        let mut body = area;
        let masthead = body.split_top(3);
        let inside = body.width.saturating_sub(HANGING);
        let count = ((inside + GUTTER) / (COLUMN + GUTTER)).max(1);
        // an even measure keeps lines of Han characters flush
        let column = (inside.saturating_sub(GUTTER * (count - 1)) / count) & !1;
        let articles = &articles[..articles.len().min(usize::from(body.height) * usize::from(count))];
        let others = u16::try_from(articles.len().saturating_sub(1)).unwrap_or(u16::MAX);
        // it leaves a column to each of the others, where they are few
        let span = count.saturating_sub(others).max(if others == 1 { 1 } else { 2 }).min(count);
        Self { masthead, body, articles, setting, count, column, lead: lead(articles), span }
    }

    fn front(self) -> Front {
        let matters = self.matters();
        if let Some(makeup) = self.best(&matters, self.body.height, |makeup| makeup.placed.len() == matters.len()) {
            return self.front_of(self.set(makeup, &matters), None);
        }
        let mut body = self.body;
        let mut strip = body.split_foot(STRIP + 1);
        let rule = strip.split_top(1);
        let slots = usize::from(strip.height * self.count);
        let holds_rest = |makeup: &Makeup| makeup.whole() + slots >= matters.len();
        let most = || Some(self.makeups(&matters, body.height).max_by_key(Makeup::whole)?.filled(&matters));
        let Some(makeup) = self.best(&matters, body.height, holds_rest).or_else(most) else {
            return Front::default();
        };
        if makeup.whole() < makeup.placed.len() {
            // the leading one stands too far down the page for this sheet
            let first = self.articles.first().filter(|article| article.row.kind == Kind::Story);
            return Self { lead: first.map(|_| 0), ..self }.front();
        }
        let mut boxes = self.set(makeup, &matters);
        self.add_strip(&mut boxes, strip);
        self.front_of(boxes, Some(rule))
    }

    /// The makeups that are tried in so many rows, not filled yet.
    fn makeups(&self, matters: &'a [Matter], height: u16) -> impl Iterator<Item = Makeup> {
        let tries = DEPTHS.iter().flat_map(|depth| [(*depth, false), (*depth, true)]);
        tries.map(move |(depth, lead_alone)| Makeup::new(self, matters, height, depth, lead_alone))
    }

    /// The makeup that leaves least empty, of those that will do; filled.
    fn best(&self, matters: &[Matter], height: u16, will_do: impl Fn(&Makeup) -> bool) -> Option<Makeup> {
        let mut best: Option<(usize, Makeup)> = None;
        for makeup in self.makeups(matters, height).filter(will_do) {
            let makeup = makeup.filled(matters);
            let empty = makeup.empty(matters);
            if best.as_ref().is_none_or(|(least, _)| empty < *least) {
                best = Some((empty, makeup));
            }
            if empty == 0 {
                break;
            }
        }
        best.map(|(_, makeup)| makeup)
    }

    fn front_of(&self, boxes: Vec<FrontBox>, strip_rule: Option<Area>) -> Front {
        let gutters = self.gutters(&boxes);
        Front { masthead: self.masthead, boxes, gutters, strip_rule, borders: Vec::new() }
    }

    /// What stands in the boxes, in the order of the page.
    fn matters(&self) -> Vec<Matter> {
        let matter = |(number, article): (usize, &FrontArticle<'_>)| {
            let lead = self.lead == Some(number);
            let span = if lead { self.span } else { 1 };
            let across = self.width(span);
            Matter::new(*article, lead, [span, self.column, across], self.body.height, self.setting)
        };
        self.articles.iter().enumerate().map(matter).collect()
    }

    /// The cells of so many columns and the gutters between them.
    fn width(&self, span: u16) -> u16 {
        self.column * span + GUTTER * (span - 1)
    }

    fn left(&self, column: u16) -> u16 {
        self.body.column + column * (self.column + GUTTER)
    }

    /// The boxes of a makeup in their places.
    fn set(&self, makeup: Makeup, matters: &[Matter]) -> Vec<FrontBox> {
        let mut tops = vec![0; usize::from(self.count)];
        let mut boxes = Vec::new();
        for placed in makeup.placed {
            let matter = &matters[placed.article];
            let top = free_row(&tops[placed.columns()]);
            tops[placed.columns()].fill(top + placed.height);
            let area = Area {
                row: self.body.row + top,
                column: self.left(placed.column),
                width: self.width(matter.span),
                height: placed.height,
            };
            boxes.push(FrontBox {
                row: placed.article,
                area,
                weight: matter.weight,
                head: matter.head.clone(),
                deck: matter.deck,
                columns: self.text_columns(area, matter),
                rests: Vec::new(),
            });
        }
        boxes.sort_by_key(|placed| placed.row);
        boxes
    }

    fn text_columns(&self, area: Area, matter: &Matter) -> Vec<Area> {
        let frame = matter.weight.frame();
        let column = |number: u16| Area {
            row: area.row + matter.above(),
            column: area.column + frame + number * (self.column + GUTTER),
            width: self.column - 2 * frame,
            height: area.height.saturating_sub(matter.fixed()),
        };
        (0..matter.span).map(column).collect()
    }

    /// Adds what has no box as lines of the strip.
    fn add_strip(&self, boxes: &mut Vec<FrontBox>, strip: Area) {
        let places = (0..strip.height).flat_map(|y| (0..self.count).map(move |x| (x, y)));
        for ((row, article), (x, y)) in self.articles.iter().enumerate().skip(boxes.len()).zip(places) {
            let area = Area { column: self.left(x), width: self.column, ..strip.line(y) };
            let head = vec![article.row.headline.clone()];
            boxes.push(FrontBox {
                row,
                area,
                weight: Weight::Brief,
                head,
                deck: false,
                columns: Vec::new(),
                rests: Vec::new(),
            });
        }
    }

    /// The rules between the columns, from below a box that spans them as far down as there is a box
    /// beside them.
    fn gutters(&self, boxes: &[FrontBox]) -> Vec<Area> {
        let gutter = |number: u16| {
            let at = self.left(number) - GUTTER + RULE;
            let boxes = boxes.iter().filter(|placed| placed.weight != Weight::Brief).map(|placed| placed.area);
            let bottoms = |beside: fn(Area, u16) -> bool| {
                boxes.clone().filter(move |area| beside(*area, at)).map(|area| area.row + area.height).max()
            };
            let top = bottoms(|area, at| area.column < at && area.column + area.width > at).unwrap_or(self.body.row);
            let bottom = bottoms(|area, at| area.column + area.width + RULE == at || area.column + RULE == at + GUTTER);
            Area { row: top, column: at, width: 1, height: bottom.unwrap_or(0).saturating_sub(top) }
        };
        (1..self.count).map(gutter).collect()
    }
}

/// The longest of the first stories; the first, where it is not much shorter.
fn lead(articles: &[FrontArticle<'_>]) -> Option<usize> {
    let stories = articles.iter().map(|article| article.row).enumerate().filter(|(_, row)| row.kind == Kind::Story);
    let mut stories = stories.take(CANDIDATES);
    let (longest, row) = stories.clone().max_by_key(|(i, row)| (row.characters, std::cmp::Reverse(*i)))?;
    let first = stories.next().filter(|(_, first)| first.characters * 2 >= row.characters);
    Some(first.map_or(longest, |(i, _)| i))
}

/// The first free row below what is used of some columns, with a row above it for a rule.
fn free_row(used: &[u16]) -> u16 {
    let used = used.iter().copied().max().unwrap_or(0);
    if used == 0 { 0 } else { used + 1 }
}

/// Which columns boxes stand in, one below another, and how high they are.
struct Makeup {
    placed: Vec<PlacedBox>,
    /// The rows that are used of each column.
    used: Vec<u16>,
    height: u16,
}

/// A box in its columns.
struct PlacedBox {
    article: usize,
    column: u16,
    span: u16,
    height: u16,
}

impl PlacedBox {
    fn columns(&self) -> Range<usize> {
        self.column.into()..(self.column + self.span).into()
    }
}

impl Makeup {
    /// Places boxes with at most `depth` rows of text until one has no room, each in the column that
    /// has most left, none below the leading one if it stands alone.
    fn new(sheet: &FrontSheet<'_>, matters: &[Matter], height: u16, depth: u16, lead_alone: bool) -> Self {
        let mut makeup = Self { placed: Vec::new(), used: vec![0; sheet.count.into()], height };
        let others = (0..matters.len()).filter(|article| sheet.lead != Some(*article));
        for article in sheet.lead.into_iter().chain(others) {
            let below_lead = lead_alone && sheet.lead.is_some_and(|lead| lead != article);
            let first = if below_lead { usize::from(sheet.span) } else { 0 };
            if !makeup.place(article, &matters[article], depth, first) {
                break;
            }
        }
        makeup
    }

    /// Places a box in a column from `first` on, if there is room.
    fn place(&mut self, article: usize, matter: &Matter, depth: u16, first: usize) -> bool {
        let (span, rows) = (usize::from(matter.span), matter.rows(depth));
        let Some(column) = (first..=self.used.len() - span).min_by_key(|at| self.used[*at]) else { return false };
        let columns = &mut self.used[column..column + span];
        let top = free_row(columns);
        let fits = top + rows <= self.height;
        if fits {
            columns.fill(top + rows);
            self.placed.push(PlacedBox { article, column: column as u16, span: matter.span, height: rows });
        }
        fits
    }

    /// Gives the rows that are left to the boxes whose text is cut, row by row to the one with least.
    fn filled(mut self, matters: &[Matter]) -> Self {
        let (used, height) = (&mut self.used, self.height);
        loop {
            let grows = |placed: &&mut PlacedBox| {
                placed.height < matters[placed.article].all()
                    && used[placed.columns()].iter().all(|used| *used < height)
            };
            let text = |placed: &&mut PlacedBox| matters[placed.article].depth(placed.height);
            let Some(least) = self.placed.iter_mut().filter(grows).min_by_key(text) else { return self };
            least.height += 1;
            used[least.columns()].iter_mut().for_each(|used| *used += 1);
        }
    }

    /// The rows that stay empty while a text is cut; those below a text that is cut weigh most.
    fn empty(&self, matters: &[Matter]) -> usize {
        const BELOW: usize = 1000;
        let left = |columns: Range<usize>| self.used[columns].iter().map(|used| usize::from(self.height - used)).sum();
        let cut = self.placed.iter().filter(|placed| placed.height < matters[placed.article].all());
        let below: Vec<usize> = cut.map(|placed| left(placed.columns())).collect();
        if below.is_empty() { 0 } else { BELOW * below.iter().sum::<usize>() + left(0..self.used.len()) }
    }

    /// The articles from the first on that all have a box.
    fn whole(&self) -> usize {
        (0..).take_while(|article| self.placed.iter().any(|placed| placed.article == *article)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Block, BlockKind, Row};
    use crate::typeset::body_rows;

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

    /// An article of so many paragraphs of three lines and more.
    fn article(paragraphs: usize) -> Article {
        let text = "江水东流，船来船往，两岸的灯一盏一盏亮了起来。".repeat(2);
        let body = vec![Block { kind: BlockKind::Paragraph, text }; paragraphs];
        Article { headline: Some("江上".into()), body, ..Article::default() }
    }

    /// The lowest row of the boxes that stand in a column of cells.
    fn bottom(front: &Front, column: u16) -> u16 {
        let stands = |area: &Area| (area.column..area.column + area.width).contains(&column);
        let boxes = front.boxes.iter().filter(|placed| placed.weight != Weight::Brief).map(|placed| placed.area);
        boxes.filter(stands).map(|area| area.row + area.height).max().unwrap()
    }

    #[test]
    fn no_text_is_cut_above_empty_rows() {
        let setting = Setting::default();
        for (width, height) in [(60, 16), (80, 22), (120, 38), (200, 48)] {
            for count in 1..24 {
                let bodies: Vec<Article> = (0..count).map(|number| article(1 + number * 5 % 7)).collect();
                let rows = rows(count);
                let articles = rows.iter().zip(&bodies).map(|(row, body)| FrontArticle { row, article: Some(body) });
                let whole = Area { row: 0, column: 0, width, height };
                let front = front(whole, &articles.collect::<Vec<_>>(), 0..count, 0, &setting);
                let foot = front.strip_rule.map_or(height, |rule| rule.row);
                assert!(front.boxes.iter().any(|placed| placed.weight == Weight::Lead), "{count} on {width}x{height}");
                for placed in front.boxes.iter().filter(|placed| placed.weight != Weight::Brief) {
                    let text = placed.columns[0];
                    let setting = placed.weight.setting(&setting);
                    let lines = body_rows(&bodies[placed.row], &setting, text.width.into()).count();
                    let is_cut = lines > usize::from(text.height) * placed.columns.len();
                    let full = placed.columns.iter().all(|column| bottom(&front, column.column) == foot);
                    assert!(!is_cut || full, "{count} on {width}x{height}: {placed:?}");
                }
            }
        }
    }

    #[test]
    fn boxes_neither_meet_nor_leave_the_page() {
        for (width, height) in [(60, 16), (80, 22), (120, 38), (200, 48), (500, 100)] {
            let whole = Area { row: 0, column: 0, width, height };
            for count in 0..40 {
                let rows = rows(count);
                let articles: Vec<_> = rows.iter().map(|row| FrontArticle { row, article: None }).collect();
                let front = front(whole, &articles, 0..count, count / 2, &Setting::default());
                for text in front.boxes.iter().flat_map(|placed| &placed.columns) {
                    assert!(
                        whole.holds(text.row, text.column + text.width + HANGING - 1),
                        "{count} on {width}x{height}"
                    );
                }
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
