//! A page set vertically as one set horizontally: turned by a quarter, its lines run from left to right
//! and stand one below another.

use crate::model::{Bounds, PageGeometry, Rule};
use crate::parse::line::Line;

/// How a page was turned.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct QuarterTurn {
    /// The width in points that it had before; none where it stays as it is.
    width: Option<f32>,
}

impl QuarterTurn {
    /// A box as it was before.
    pub fn undone(self, bounds: Bounds) -> Bounds {
        let Some(width) = self.width else { return bounds };
        Bounds { left: width - bounds.bottom, top: bounds.left, right: width - bounds.top, bottom: bounds.right }
    }
}

/// The page as it is, or turned so that most of its text runs from left to right.
pub fn upright(geometry: &PageGeometry, lines: &[Line]) -> (PageGeometry, Vec<Line>, QuarterTurn) {
    let tall = |line: &&Line| line.print.is_some_and(|print| print.bounds.height() > 1.5 * print.bounds.width());
    let long = lines.iter().filter(|line| line.look.width > 4);
    let (all, vertical) = long.fold((0, 0), |(all, vertical), line| (all + 1, vertical + usize::from(tall(&line))));
    if vertical * 2 <= all {
        return (geometry.clone(), lines.to_vec(), QuarterTurn::default());
    }
    let width = geometry.width;
    let turned = |lines: &[Bounds]| lines.iter().map(|&bounds| turned(bounds, width)).collect();
    let lines = lines.iter().cloned().map(|mut line| {
        if let Some(print) = &mut line.print {
            print.bounds = self::turned(print.bounds, width);
        }
        line
    });
    let geometry = PageGeometry {
        width: geometry.height,
        height: width,
        rules: geometry.rules.iter().map(|rule| Rule { bounds: self::turned(rule.bounds, width), ..*rule }).collect(),
        frames: turned(&geometry.frames),
        pictures: turned(&geometry.pictures),
    };
    (geometry, lines.collect(), QuarterTurn { width: Some(width) })
}

/// A box on a page of some width, turned: what was at the right is on top, what was on top is at the left.
fn turned(bounds: Bounds, width: f32) -> Bounds {
    Bounds { left: bounds.top, top: width - bounds.right, right: bounds.bottom, bottom: width - bounds.left }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_box_comes_back() {
        let bounds = Bounds { left: 10.0, top: 20.0, right: 30.0, bottom: 90.0 };
        assert_eq!(QuarterTurn { width: Some(400.0) }.undone(turned(bounds, 400.0)), bounds);
        assert_eq!(QuarterTurn::default().undone(bounds), bounds);
    }
}
