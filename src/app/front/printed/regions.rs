//! The boxes of a page before they come to a screen: those of one article joined, small gaps closed.

use crate::model::Bounds;

/// From one edge to the other.
pub type Interval = [f32; 2];

/// From left to right, from top to bottom.
pub type Rectangle = [Interval; 2];

/// A rectangle in which an article stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    /// The article's number.
    pub article: usize,
    /// Where it is.
    pub sides: Rectangle,
}

/// How far an edge moves to meet what is next to it.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    /// To a box of the same article.
    pub own: f32,
    /// To another, or to the edge of the page.
    pub others: f32,
    /// Back, where boxes overlap.
    pub back: f32,
}

/// The share of a rectangle that may be empty of the boxes that it is made of; and where the upper one is a head over
/// its text: not as wide, and within its sides.
const EMPTY: f32 = 0.25;
const EMPTY_HEAD: f32 = 0.5;
/// The points by which boxes of two articles overlap without being in each other's way.
const TOUCH: f32 = 3.0;

/// The sides of a box; none where they are no numbers, or it has no extent.
pub fn sides(bounds: Bounds) -> Option<Rectangle> {
    let sides = [[bounds.left, bounds.right], [bounds.top, bounds.bottom]];
    sides.iter().all(|[from, to]| from.is_finite() && to.is_finite() && from < to).then_some(sides)
}

/// The rectangle round two.
pub fn around(a: Rectangle, b: Rectangle) -> Rectangle {
    [0, 1].map(|axis| [a[axis][0].min(b[axis][0]), a[axis][1].max(b[axis][1])])
}

/// How large a rectangle is.
pub fn extent(sides: Rectangle) -> f32 {
    length(sides[0]) * length(sides[1])
}

/// How long a span is.
pub fn length(span: Interval) -> f32 {
    span[1] - span[0]
}

/// What two spans have in common; negative where they are apart.
fn common(a: Interval, b: Interval) -> f32 {
    a[1].min(b[1]) - a[0].max(b[0])
}

/// Joins the boxes of an article that stand together, with no box of another among them; the first stays
/// the first. `gap`: how far apart they may be.
pub fn joined(mut own: Vec<Rectangle>, others: &[Rectangle], gap: f32) -> Vec<Rectangle> {
    while let Some((a, b)) = closest(&own, others, gap) {
        own[a] = around(own[a], own[b]);
        own.remove(b);
    }
    own
}

/// The two boxes whose rectangle is filled best by them.
fn closest(own: &[Rectangle], others: &[Rectangle], gap: f32) -> Option<(usize, usize)> {
    let pairs = (0..own.len()).flat_map(|a| (a + 1..own.len()).map(move |b| (a, b)));
    let fitting = pairs.filter_map(|(a, b)| Some((empty_share(own[a], own[b], others, gap)?, a, b)));
    fitting.min_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, a, b)| (a, b))
}

/// How much of the rectangle round two boxes is empty, if they may be joined.
fn empty_share(a: Rectangle, b: Rectangle, others: &[Rectangle], gap: f32) -> Option<f32> {
    let whole = around(a, b);
    let [across, down] = [0, 1].map(|axis| common(a[axis], b[axis]));
    let both = across.max(0.0) * down.max(0.0);
    let share = 1.0 - (extent(a) + extent(b) - both) / extent(whole);
    let is_in_the_way = |other: &&Rectangle| (0..2).all(|axis| common(whole[axis], other[axis]) > TOUCH);
    let (upper, lower) = if a[1][0] <= b[1][0] { (a, b) } else { (b, a) };
    let is_head = upper[0][0] >= lower[0][0] - TOUCH && upper[0][1] <= lower[0][1] + TOUCH;
    let most = if is_head { EMPTY_HEAD } else { EMPTY };
    let fits = share <= most && across >= -gap && down >= -gap;
    (fits && !others.iter().any(|other| is_in_the_way(&other))).then_some(share)
}

/// Moves edges outwards along an axis, where the next box or the edge of the page is within reach: first the
/// beginnings, then the ends, then the beginnings that these have come near, so that those that meet are the same.
pub fn close(regions: &mut [Region], axis: usize, page: Interval, reach: Reach) {
    for end in [0, 1, 0] {
        for number in 0..regions.len() {
            if let Some(edge) = met(regions, number, axis, end, page, reach) {
                regions[number].sides[axis][end] = edge;
            }
        }
    }
}

/// The edge that a region's edge moves to.
fn met(regions: &[Region], number: usize, axis: usize, end: usize, page: Interval, reach: Reach) -> Option<f32> {
    let region = regions[number];
    let (edge, far) = (region.sides[axis][end], region.sides[axis][1 - end]);
    let outwards = |to: f32| if end == 0 { edge - to } else { to - edge };
    let back = reach.back.min((edge - far).abs() / 2.0);
    let beside = |other: &Region| common(region.sides[1 - axis], other.sides[1 - axis]) > back;
    let others = regions.iter().enumerate().filter(|(other, region)| *other != number && beside(region));
    let edges = others.map(|(_, other)| {
        let is_own = other.article == region.article;
        (other.sides[axis][1 - end], if is_own { reach.own } else { reach.others })
    });
    let ahead = edges.chain([(page[end], reach.others)]).filter(|(to, _)| outwards(*to) >= -back);
    let (to, reach) = ahead.min_by(|a, b| outwards(a.0).total_cmp(&outwards(b.0)))?;
    (outwards(to) <= reach).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: Rectangle = [[40.0, 200.0], [50.0, 70.0]];
    const LEFT: Rectangle = [[40.0, 110.0], [80.0, 200.0]];
    const RIGHT: Rectangle = [[125.0, 200.0], [80.0, 190.0]];

    #[test]
    fn a_head_and_its_columns_are_one_box() {
        assert_eq!(joined(vec![HEAD, LEFT, RIGHT], &[], 40.0), [[[40.0, 200.0], [50.0, 200.0]]]);
        let far = [[40.0, 110.0], [300.0, 400.0]];
        assert_eq!(joined(vec![LEFT, far], &[], 40.0), [LEFT, far]);
    }

    #[test]
    fn a_narrow_head_is_over_its_text() {
        let head = [[90.0, 130.0], [50.0, 62.0]];
        let text = [[40.0, 200.0], [66.0, 90.0]];
        assert_eq!(joined(vec![head, text], &[], 40.0), [[[40.0, 200.0], [50.0, 90.0]]]);
        let below = [[90.0, 130.0], [94.0, 150.0]];
        assert_eq!(joined(vec![text, below], &[], 40.0), [text, below]);
    }

    #[test]
    fn nothing_of_another_article_is_taken_in() {
        let picture = [[130.0, 200.0], [72.0, 120.0]];
        let right = [[125.0, 200.0], [125.0, 200.0]];
        assert_eq!(joined(vec![HEAD, LEFT, right], &[picture], 60.0), [HEAD, LEFT, right]);
    }

    #[test]
    fn edges_that_are_close_meet() {
        let region = |article, sides| Region { article, sides };
        let mut regions = [region(0, LEFT), region(1, RIGHT), region(2, HEAD)];
        let reach = Reach { own: 20.0, others: 16.0, back: 3.0 };
        close(&mut regions, 1, [45.0, 205.0], reach);
        close(&mut regions, 0, [30.0, 240.0], reach);
        let [left, right, head] = regions.map(|region| region.sides);
        assert_eq!((left[1], right[1], head[1]), ([70.0, 205.0], [70.0, 205.0], [45.0, 70.0]));
        assert_eq!((left[0], right[0], head[0]), ([30.0, 110.0], [110.0, 200.0], [30.0, 200.0]));
    }

    #[test]
    fn an_edge_meets_one_that_has_moved() {
        let region = |article, sides| Region { article, sides };
        let mut regions = [
            region(0, [[0.0, 58.0], [0.0, 18.0]]),
            region(1, [[58.0, 66.0], [0.0, 19.0]]),
            region(2, [[0.0, 33.0], [20.0, 30.0]]),
            region(3, [[33.0, 66.0], [19.0, 30.0]]),
        ];
        close(&mut regions, 1, [0.0, 30.0], Reach { own: 1.0, others: 1.0, back: 0.0 });
        assert_eq!(regions.map(|region| region.sides[1]), [[0.0, 19.0], [0.0, 19.0], [19.0, 30.0], [19.0, 30.0]]);
    }

    #[test]
    fn what_is_no_box_is_none() {
        for edges in [[f32::NAN, 0.0, 1.0, 1.0], [1.0, 0.0, 1.0, 1.0], [0.0, 2.0, 1.0, 1.0]] {
            let [left, top, right, bottom] = edges;
            assert_eq!(sides(Bounds { left, top, right, bottom }), None);
        }
    }
}
