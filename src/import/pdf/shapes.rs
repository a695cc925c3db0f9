//! What is drawn besides text: rules, frames, tints.

use hayro_interpret::DrawMode;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, PathSeg, Point, Rect, Shape};

use super::limits::SHAPES;
use crate::model::{Bounds, PageGeometry, Rule};

/// The thickest a filled shape is that counts as a rule, in points.
const RULE: f64 = 4.0;

/// A rule is so many times as long as thick.
const SLENDER: f64 = 6.0;

/// The shortest rule, in points.
const SHORTEST: f64 = 8.0;

/// The least width and height of a box round text, in points.
const BOX: f64 = 16.0;

/// The least width and height of a drawn figure, in points.
const FIGURE: f64 = 30.0;

/// A line round text is drawn in so many boxes at most.
const SIDES: usize = 4;

/// What is painted where: text of the same colour cannot be seen on it.
#[derive(Clone, Copy, Debug)]
pub struct Ground {
    /// Where.
    pub bounds: Rect,
    /// Whether it is white.
    pub is_white: bool,
}

/// The shapes of a page.
#[derive(Debug)]
pub struct Shapes {
    /// What is handed on.
    pub geometry: PageGeometry,
    /// What is painted below the text that follows, in the order of painting.
    grounds: Vec<Ground>,
    page: Rect,
}

impl Shapes {
    /// Those of a page of this size, none so far.
    pub fn of(width: f32, height: f32) -> Self {
        let page = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let geometry = PageGeometry { width, height, ..PageGeometry::default() };
        Self { geometry, grounds: Vec::new(), page }
    }

    /// Takes a path, what of it can be seen through `clip`; `colour` is none for patterns.
    pub fn path(&mut self, path: &BezPath, transform: Affine, mode: &DrawMode, clip: Rect, colour: Option<[u8; 3]>) {
        let is_white = colour.is_some_and(is_white);
        for part in parts(path) {
            let outline = transform * &part;
            match mode {
                DrawMode::Stroke(props) if !is_white => {
                    let thickness = f64::from(props.line_width) * transform.determinant().abs().sqrt();
                    self.stroke(&outline, thickness, clip);
                }
                DrawMode::Stroke(_) | DrawMode::Invisible => {}
                DrawMode::Fill(_) | DrawMode::FillAndStroke(..) => {
                    self.fill(outline.bounding_box().intersect(clip), is_square(&outline), is_white);
                }
            }
        }
    }

    /// Takes a picture.
    pub fn picture(&mut self, bounds: Rect, is_image: bool) {
        if is_image && has_room(bounds, 2.0) && self.geometry.pictures.len() < SHAPES {
            self.geometry.pictures.push(to_bounds(bounds));
        }
        self.ground(Ground { bounds, is_white: false });
    }

    /// Whether what is painted at a place is white.
    pub fn is_white_at(&self, at: Point) -> bool {
        self.grounds.iter().rev().find(|ground| ground.bounds.contains(at)).is_none_or(|ground| ground.is_white)
    }

    /// How much of the page pictures cover.
    pub fn pictured(&self) -> f32 {
        let area = self.geometry.pictures.iter().map(|bounds| bounds.width() * bounds.height()).sum::<f32>();
        area / self.page.area().max(1.0) as f32
    }

    fn stroke(&mut self, outline: &BezPath, thickness: f64, clip: Rect) {
        if is_square(outline) && outline.elements().len() > 3 {
            let bounds = outline.bounding_box().intersect(clip);
            if has_room(bounds, BOX) {
                return self.frame(bounds);
            }
        }
        for segment in outline.segments() {
            if let PathSeg::Line(line) = segment {
                self.rule(Rect::from_points(line.p0, line.p1).intersect(clip), thickness);
            }
        }
    }

    fn fill(&mut self, bounds: Rect, is_square: bool, is_white: bool) {
        if bounds.is_zero_area() {
            return;
        }
        if is_square && !is_white {
            let thickness = bounds.width().min(bounds.height());
            if thickness <= RULE {
                self.rule(bounds, thickness);
            } else if has_room(bounds, BOX) {
                self.frame(bounds);
            }
        }
        if !is_square && !is_white && has_room(bounds, FIGURE) && self.geometry.pictures.len() < SHAPES {
            self.geometry.pictures.push(to_bounds(bounds));
        }
        if is_square && has_room(bounds, 3.0) {
            self.ground(Ground { bounds, is_white });
        }
    }

    fn rule(&mut self, bounds: Rect, thickness: f64) {
        let (short, long) = (bounds.width().min(bounds.height()), bounds.width().max(bounds.height()));
        let is_rule = short <= RULE && long >= SHORTEST && long >= SLENDER * thickness.max(short);
        if is_rule && self.geometry.rules.len() < SHAPES {
            self.geometry.rules.push(Rule { bounds: to_bounds(bounds), thickness: thickness as f32 });
        }
    }

    fn frame(&mut self, bounds: Rect) {
        let is_page = bounds.area() > 0.95 * self.page.area();
        let bounds = to_bounds(bounds);
        let is_again = self.geometry.frames.iter().rev().take(SIDES).any(|other| is_same_box(*other, bounds));
        if !is_page && !is_again && self.geometry.frames.len() < SHAPES {
            self.geometry.frames.push(bounds);
        }
    }

    fn ground(&mut self, ground: Ground) {
        if self.grounds.len() < SHAPES {
            self.grounds.push(ground);
        }
    }
}

/// Whether a colour is as good as white.
pub fn is_white(colour: [u8; 3]) -> bool {
    colour.iter().all(|part| *part >= 250)
}

/// A rectangle of the page as the model has it.
pub fn to_bounds(rect: Rect) -> Bounds {
    Bounds { left: rect.x0 as f32, top: rect.y0 as f32, right: rect.x1 as f32, bottom: rect.y1 as f32 }
}

/// Whether two boxes are the sides of one line round the same text, or its fill and its line.
fn is_same_box(one: Bounds, other: Bounds) -> bool {
    let sides = |bounds: Bounds| [bounds.left, bounds.top, bounds.right, bounds.bottom];
    sides(one).into_iter().zip(sides(other)).all(|(one, other)| (one - other).abs() <= RULE as f32)
}

fn has_room(bounds: Rect, least: f64) -> bool {
    bounds.width() >= least && bounds.height() >= least
}

/// The parts of a path that are drawn by themselves.
fn parts(path: &BezPath) -> Vec<BezPath> {
    let mut parts: Vec<BezPath> = Vec::new();
    for element in path.elements() {
        match (element, parts.last_mut()) {
            (PathEl::MoveTo(_), _) | (_, None) => parts.push(BezPath::from_vec(vec![*element])),
            (_, Some(part)) => part.push(*element),
        }
    }
    parts
}

/// Whether an outline is a rectangle whose sides are those of the page.
fn is_square(outline: &BezPath) -> bool {
    let mut corners = outline.elements().iter().filter_map(|element| match element {
        PathEl::MoveTo(point) | PathEl::LineTo(point) => Some(*point),
        PathEl::ClosePath => None,
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => Some(Point::new(f64::NAN, f64::NAN)),
    });
    let Some(first) = corners.next() else { return false };
    let mut before = first;
    let mut sides = 0;
    for corner in corners {
        let (across, down) = ((corner.x - before.x).abs(), (corner.y - before.y).abs());
        if !(across < 0.1 || down < 0.1) {
            return false;
        }
        sides += usize::from(across > 0.1 || down > 0.1);
        before = corner;
    }
    (3..=4).contains(&sides)
}
