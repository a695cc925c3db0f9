//! Which head belongs to which pieces of a body: the page as a row of articles, the cheapest under
//! each habit (heads first, heads last), by dynamic programming over the places between pieces.
//! `claim` says what an article costs.

use super::blocks::{LineBlock, LineBlockKind, Piece};
use super::cost::{Claims, Inside, Sides};
use super::draft::{Draft, DraftPart};
use super::joint::Joint;
use crate::parse::emission::habit::Habit;
use crate::parse::emission::sign::Sign;
use crate::parse::line::Line;
use crate::parse::weights::heads as weight;

/// The most pieces of one article.
const LONGEST: usize = 24;

/// An article: pieces, and where it cuts the heads before its first piece and behind its last one.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Assignment {
    /// The joints before its first piece and behind its last one.
    joints: [usize; 2],
    /// Its cut of each: the lines behind the first cut and before the second one are its own.
    cuts: [usize; 2],
}

/// The cheapest route to a cut.
#[derive(Clone, Copy, Debug)]
struct Route {
    cost: f32,
    /// The article that ends here, if any.
    last: Option<Assignment>,
}

impl Route {
    const NONE: Self = Self { cost: f32::INFINITY, last: None };
}

/// Puts heads and pieces together; what that costs, and the articles. `sourced` says whether the page has
/// lines that name the source of an article.
pub fn assign(
    page: &str,
    lines: &[Line],
    signs: &[Sign],
    blocks: &[LineBlock],
    pieces: &[Piece],
    habit: &Habit,
    sourced: bool,
) -> (f32, Vec<Draft>) {
    let joints = joints(blocks, pieces).into_iter().map(|head| Joint::new(page, lines, signs, head)).collect();
    let claims = Claims::new(page, lines, pieces, joints, habit, sourced);
    let habits =
        [Sides { first: 0.0, last: weight::against_habit() }, Sides { first: weight::against_habit(), last: 0.0 }];
    let [first, last] = habits.map(|habit| cheapest(&claims, habit));
    let (cost, articles) = if last.0 < first.0 { last } else { first };
    (cost, drafts(&claims, &articles))
}

/// The lines of the head, if any, before each piece and behind the last one.
fn joints(blocks: &[LineBlock], pieces: &[Piece]) -> Vec<std::ops::Range<usize>> {
    let head =
        |at: usize| blocks.get(at).filter(|block| block.kind == LineBlockKind::Head).map(|block| block.lines.clone());
    let before = pieces.iter().map(|piece| piece.blocks.start.checked_sub(1).and_then(head).unwrap_or_default());
    let behind = pieces.last().map_or(0, |piece| piece.blocks.end);
    before.chain([head(behind).unwrap_or_default()]).collect()
}

/// The least cost, and the articles, under a habit.
fn cheapest(claims: &Claims, habit: Sides) -> (f32, Vec<Assignment>) {
    let mut routes: Vec<Vec<Route>> =
        claims.joints.iter().map(|joint| vec![Route::NONE; joint.cuts().count()]).collect();
    if let Some(route) = routes.first_mut().and_then(|routes| routes.first_mut()) {
        route.cost = 0.0;
    }
    for start in 0..claims.pieces.len() {
        let mut inside = Inside::of(claims, start);
        for end in start + 1..=claims.pieces.len() {
            extend(claims, &inside, &mut routes, [start, end], habit);
            if end - start >= LONGEST || !inside.grow(claims, end) {
                break;
            }
        }
    }
    let last = routes.last().into_iter().flatten().zip(claims.joints.last().into_iter().flat_map(Joint::cuts));
    let left = |cut: usize| {
        if claims.joints.last().is_some_and(|joint| cut < joint.lines.end) { weight::bodiless() } else { 0.0 }
    };
    let end = last
        .map(|(route, cut)| Route { cost: route.cost + left(cut), ..*route })
        .min_by(|a, b| a.cost.total_cmp(&b.cost));
    let Some(end) = end else { return (0.0, Vec::new()) };
    (end.cost, trail(claims, &routes, end))
}

/// Ends an article at a joint, at each of its cuts, if that is the cheapest route there.
fn extend(claims: &Claims, inside: &Inside, routes: &mut [Vec<Route>], joints: [usize; 2], habit: Sides) {
    let [start, end] = joints;
    let first = claims.heads_behind(start, inside, habit.first);
    let last = claims.heads_before(end, inside, habit.last);
    let (before, behind) = routes.split_at_mut(end);
    for (n, (from, first)) in
        before[start].iter().zip(&first).enumerate().filter(|(_, (route, _))| route.cost.is_finite())
    {
        let cuts = behind[0].iter_mut().zip(&last).enumerate();
        for (m, (to, last)) in cuts.filter(|(m, _)| claims.joints[end].parts_at(claims.joints[end].cut(*m))) {
            let cost = from.cost + inside.cost(claims, *first, *last);
            if cost < to.cost {
                let cuts = [claims.joints[start].cut(n), claims.joints[end].cut(m)];
                *to = Route { cost, last: Some(Assignment { joints, cuts }) };
            }
        }
    }
}

/// The articles on the route to its end.
fn trail(claims: &Claims, routes: &[Vec<Route>], end: Route) -> Vec<Assignment> {
    let mut articles: Vec<Assignment> = std::iter::successors(end.last, |article| {
        let [joint, cut] = [article.joints[0], article.cuts[0]];
        let at = claims.joints[joint].cuts().position(|c| c == cut)?;
        routes[joint][at].last
    })
    .collect();
    articles.reverse();
    articles
}

/// The drafts that articles make.
fn drafts(claims: &Claims, articles: &[Assignment]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = articles.iter().map(|article| draft(claims, article)).collect();
    let cut = articles.last().map_or(0, |article| article.cuts[1]);
    let rest = claims.joints.last().map_or(0..0, |joint| joint.lines.start.max(cut)..joint.lines.end);
    if !rest.is_empty() {
        drafts.push(Draft { head: vec![rest], ..Draft::default() });
    }
    drafts
}

fn draft(claims: &Claims, article: &Assignment) -> Draft {
    let ([start, end], [from, to]) = (article.joints, article.cuts);
    let mut inside = Inside::of(claims, start);
    (start + 1..end).for_each(|joint| {
        inside.grow(claims, joint);
    });
    let heads = [from..claims.joints[start].lines.end, claims.joints[end].lines.start..to];
    let headed = !heads[1].is_empty() || !heads[0].is_empty() && !claims.name_behind(start, from, &inside);
    let amid = inside.amid(headed, claims);
    let mut draft = Draft::default();
    for piece in start..end {
        let lines = claims.joints[piece].lines.clone();
        match piece {
            _ if piece == start => draft.head.extend(Some(heads[0].clone()).filter(|lines| !lines.is_empty())),
            _ if amid == Some(piece) => draft.head.push(lines),
            _ if lines.is_empty() => {}
            _ => draft.body.push(DraftPart::Section(lines)),
        }
        draft.take(&claims.pieces[piece]);
    }
    draft.head.extend(Some(heads[1].clone()).filter(|lines| !lines.is_empty()));
    draft
}
