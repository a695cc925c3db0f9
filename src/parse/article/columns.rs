//! Where articles are printed: the boxes of their lines, put together column by column.

use crate::model::{Bounds, PageBox};

/// The most space between two lines of a column, in the thickness of the thicker one.
const SPACE: f32 = 3.0;
/// Two boxes reach into each other so far, in the thickness of the thinner one but at least so many points,
/// without standing in each other's way.
const TOUCH: (f32, f32) = (0.35, 1.5);
/// How far a line may stick out of the column it is of, in its thickness.
const OUT: f32 = 1.0;

/// The most lines of a page that are put together, for each is weighed against all others; no newspaper
/// page has as many.
const MOST_LINES: usize = 2_500;
/// The most boxes of an article of which it is looked whether they stand in one another.
const MOST_BOXES: usize = 200;

/// For the lines of each article, in reading order, the boxes of its columns: few, and without a line of
/// another article in them where that can be helped.
pub fn boxes(articles: &[Vec<PageBox>]) -> Vec<Vec<PageBox>> {
    let all = Obstacles::of(articles);
    let of_article = |(article, lines): (usize, &Vec<PageBox>)| {
        if lines.iter().any(|line| all.are_too_many_on(line.page)) {
            return Vec::new();
        }
        let mut columns: Vec<Column> = Vec::new();
        for (n, &line) in lines.iter().enumerate() {
            let goes_on = columns.last().and_then(|column| column.with(line, (article, n), &all));
            match columns.last_mut().zip(goes_on) {
                Some((column, longer)) => *column = longer,
                None => columns.push(Column { whole: line, last: line, lines: (article, n..n + 1) }),
            }
        }
        let mut boxes = columns.into_iter().map(|column| column.whole).collect();
        join_those_that_meet(&mut boxes, article, &all);
        boxes.iter().map(|column| rounded(*column)).collect()
    };
    articles.iter().enumerate().map(of_article).collect()
}

/// Lines of an article that stand together.
struct Column {
    whole: PageBox,
    last: PageBox,
    /// The article and which of its lines.
    lines: (usize, std::ops::Range<usize>),
}

impl Column {
    /// It and the line that one reads behind it, where that stands in the same column.
    fn with(&self, line: PageBox, at: (usize, usize), all: &Obstacles) -> Option<Self> {
        let whole = around(self.whole, line);
        let own = |article, n| article == at.0 && (self.lines.1.start..=at.1).contains(&n);
        let together = line.page == self.whole.page && self.holds(line.bounds) && all.are_out_of(whole, own);
        together.then(|| Self { whole, last: line, lines: (at.0, self.lines.1.start..at.1 + 1) })
    }

    /// Whether a line stands behind the last one, in the same column: below it, or beside it where lines
    /// run down.
    fn holds(&self, line: Bounds) -> bool {
        let (whole, last) = (self.whole.bounds, self.last.bounds);
        let thick = thickness(last).max(thickness(line));
        let common = last.common(line);
        let below = is_within([whole.left, whole.right], [line.left, line.right], thickness(line));
        let beside = is_within([whole.top, whole.bottom], [line.top, line.bottom], thickness(line));
        let is_near = |space: f32| space < SPACE * thick;
        match line.height() > line.width() || last.height() > last.width() {
            true if beside && is_near(-common.width()) && line.left <= last.left => true,
            _ => below && is_near(-common.height()) && line.top >= last.top,
        }
    }
}

/// Whether one of two stretches lies in the other, but for a little.
fn is_within(one: [f32; 2], other: [f32; 2], thickness: f32) -> bool {
    let lies_in = |inner: [f32; 2], outer: [f32; 2]| {
        inner[0] >= outer[0] - OUT * thickness && inner[1] <= outer[1] + OUT * thickness
    };
    lies_in(one, other) || lies_in(other, one)
}

/// The lines of all articles, from the top of each page.
struct Obstacles {
    /// Each with its article and its number there.
    lines: Vec<(PageBox, usize, usize)>,
    /// The height of the tallest.
    tallest: f32,
}

impl Obstacles {
    fn of(articles: &[Vec<PageBox>]) -> Self {
        let of_article =
            |(article, lines): (usize, &Vec<PageBox>)| (0..).zip(lines).map(|(n, line)| (*line, article, n)).collect();
        let mut lines: Vec<(PageBox, usize, usize)> =
            articles.iter().enumerate().flat_map::<Vec<_>, _>(of_article).collect();
        lines.sort_by(|(a, ..), (b, ..)| a.page.cmp(&b.page).then(a.bounds.top.total_cmp(&b.bounds.top)));
        let tallest = lines.iter().map(|(line, ..)| line.bounds.height()).fold(0.0, f32::max);
        Self { lines, tallest }
    }

    /// Whether a page has more lines than are put together.
    fn are_too_many_on(&self, page: u32) -> bool {
        let before = |page: u32| self.lines.partition_point(|(line, ..)| line.page < page);
        before(page.saturating_add(1)) - before(page) > MOST_LINES
    }

    /// Whether no line stands in a box but those that are its own.
    fn are_out_of(&self, whole: PageBox, own: impl Fn(usize, usize) -> bool) -> bool {
        let PageBox { page, bounds } = whole;
        let first =
            self.lines.partition_point(|(line, ..)| (line.page, line.bounds.top) < (page, bounds.top - self.tallest));
        let level =
            self.lines[first..].iter().take_while(|(line, ..)| line.page == page && line.bounds.top < bounds.bottom);
        level.filter(|(_, article, n)| !own(*article, *n)).all(|(line, ..)| !meet(line.bounds, bounds))
    }
}

/// Boxes of an article that stand in one another become one, where no other article is in the way.
fn join_those_that_meet(boxes: &mut Vec<PageBox>, article: usize, all: &Obstacles) {
    let mut at = 0;
    while at < boxes.len() && boxes.len() <= MOST_BOXES {
        let joins = |other: usize| {
            let whole = around(boxes[at], boxes[other]);
            let is_one =
                other != at && boxes[at].page == boxes[other].page && meet(boxes[at].bounds, boxes[other].bounds);
            is_one && all.are_out_of(whole, |of, _| of == article)
        };
        match (0..boxes.len()).find(|&other| joins(other)) {
            Some(other) => {
                boxes[at.min(other)] = around(boxes[at], boxes[other]);
                boxes.remove(at.max(other));
                at = at.min(other);
            }
            None => at += 1,
        }
    }
}

/// Whether two boxes have more in common than their edges.
fn meet(a: Bounds, b: Bounds) -> bool {
    let common = a.common(b);
    let touch = (TOUCH.0 * thickness(a).min(thickness(b))).max(TOUCH.1);
    common.width() > touch && common.height() > touch
}

fn around(a: PageBox, b: PageBox) -> PageBox {
    PageBox { page: a.page, bounds: a.bounds.around(b.bounds) }
}

/// The thickness of a line: its height or, where it runs down, its width.
fn thickness(line: Bounds) -> f32 {
    line.width().min(line.height()).max(1.0)
}

/// A hundredth of a point is less than any press can print.
fn rounded(PageBox { page, bounds: Bounds { left, top, right, bottom } }: PageBox) -> PageBox {
    let [left, top, right, bottom] = [left, top, right, bottom].map(|number| (number * 100.0).round() / 100.0);
    PageBox { page, bounds: Bounds { left, top, right, bottom } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(page: u32, left: f32, top: f32, width: f32, height: f32) -> PageBox {
        (page, left, top, left + width, top + height).into()
    }

    /// So many lines of a column, twelve points from one to the next.
    fn column(left: f32, top: f32, lines: usize) -> Vec<PageBox> {
        (0..lines).map(|n| line(1, left, top + 12.0 * n as f32, 100.0, 10.0)).collect()
    }

    #[test]
    fn a_head_over_two_columns_has_a_box_of_its_own() {
        let head = vec![line(1, 40.0, 40.0, 220.0, 20.0)];
        let article = [head, column(40.0, 70.0, 4), column(160.0, 70.0, 3)].concat();
        let expected =
            [line(1, 40.0, 40.0, 220.0, 20.0), line(1, 40.0, 70.0, 100.0, 46.0), line(1, 160.0, 70.0, 100.0, 34.0)];
        assert_eq!(boxes(&[article]), [expected]);
    }

    #[test]
    fn a_head_over_one_column_stands_in_its_box() {
        let article = [vec![line(1, 40.0, 40.0, 90.0, 20.0)], column(40.0, 70.0, 4)].concat();
        assert_eq!(boxes(&[article]), [[line(1, 40.0, 40.0, 100.0, 76.0)]]);
    }

    #[test]
    fn another_article_is_not_covered() {
        let around = [column(40.0, 40.0, 2), column(40.0, 90.0, 2)].concat();
        let inset = column(40.0, 65.0, 2);
        let of = boxes(&[around, inset]);
        assert_eq!(of[0], [line(1, 40.0, 40.0, 100.0, 22.0), line(1, 40.0, 90.0, 100.0, 22.0)]);
    }

    #[test]
    fn lines_that_run_down_go_on_at_the_left() {
        let down: Vec<PageBox> = (0..4).map(|n| line(1, 200.0 - 12.0 * n as f32, 40.0, 10.0, 90.0)).collect();
        assert_eq!(boxes(&[down]), [[line(1, 164.0, 40.0, 46.0, 90.0)]]);
    }

    #[test]
    fn an_article_that_runs_over_a_page_end_has_a_box_on_each_page() {
        let article = vec![line(1, 40.0, 500.0, 100.0, 10.0), line(2, 40.0, 512.0, 100.0, 10.0)];
        assert_eq!(boxes(std::slice::from_ref(&article)), [article]);
    }
}
