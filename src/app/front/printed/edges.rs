//! Where the edges of boxes fall on the cells of a screen, along one axis: as in print, but that each box
//! has the least that it needs.

use super::regions::{Interval, length};

/// A box along the axis.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    /// Its edges in print.
    pub span: Interval,
    /// The fewest cells from one edge to the other.
    pub least: u16,
}

/// Edges that are closer than so many cells are one.
const SAME: f32 = 0.4;

/// Boxes along an axis, and the edges among them that are taken for one.
struct Edges<'a> {
    sides: &'a [Side],
    /// Where the edges are in print, in order.
    places: Vec<f32>,
    /// The two edges of each box.
    ends: Vec<[usize; 2]>,
}

/// The cells of the edges of each box, from 0 to `room`.
///
/// # Errors
/// Boxes that together have no room.
pub fn fit(sides: &[Side], page: Interval, room: u16) -> Result<Vec<[u16; 2]>, Vec<usize>> {
    let scale = f32::from(room) / length(page).max(f32::MIN_POSITIVE);
    let edges = Edges::of(sides, SAME / scale.max(f32::MIN_POSITIVE));
    let first = edges.earliest();
    if first.last().is_some_and(|last| *last > room) {
        return Err(edges.tight(&first));
    }
    let last = edges.latest(room);
    let mut cells: Vec<u16> = Vec::new();
    for (edge, place) in edges.places.iter().enumerate() {
        let printed = ((place - page[0]) * scale).round() as u16;
        let before = cells.last().copied().unwrap_or(0);
        let least = edges.ending(edge).map(|side| cells[edges.ends[side][0]] + sides[side].least);
        let least = least.max().unwrap_or(0).max(before);
        cells.push(printed.max(least).min(last[edge]));
    }
    Ok(edges.ends.iter().map(|ends| ends.map(|edge| cells[edge])).collect())
}

impl<'a> Edges<'a> {
    fn of(sides: &'a [Side], same: f32) -> Self {
        let each = (0..sides.len()).flat_map(|side| [0, 1].map(|end| (sides[side].span[end], side, end)));
        let mut each: Vec<(f32, usize, usize)> = each.collect();
        each.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut places: Vec<f32> = Vec::new();
        let mut ends = vec![[0, 0]; sides.len()];
        for (place, side, end) in each {
            let is_other = places.last().is_none_or(|last| place - last > same);
            let is_shut = end == 1 && sides[side].least > 0 && ends[side][0] + 1 == places.len();
            if is_other || is_shut {
                places.push(place);
            }
            ends[side][end] = places.len() - 1;
        }
        Self { sides, places, ends }
    }

    /// The boxes that end at an edge.
    fn ending(&self, edge: usize) -> impl Iterator<Item = usize> {
        (0..self.sides.len()).filter(move |side| self.ends[*side][1] == edge && self.sides[*side].least > 0)
    }

    /// The first cell in which each edge can be.
    fn earliest(&self) -> Vec<u16> {
        let mut first: Vec<u16> = Vec::new();
        for edge in 0..self.places.len() {
            let least = self.ending(edge).map(|side| first[self.ends[side][0]].saturating_add(self.sides[side].least));
            first.push(least.chain(first.last().copied()).max().unwrap_or(0));
        }
        first
    }

    /// The last cell in which each edge can be.
    fn latest(&self, room: u16) -> Vec<u16> {
        let mut last = vec![room; self.places.len()];
        for edge in (0..self.places.len()).rev() {
            let below = last.get(edge + 1).copied().unwrap_or(room);
            let begins = |side: &usize| self.ends[*side][0] == edge && self.sides[*side].least > 0;
            let sides = (0..self.sides.len()).filter(begins);
            let most = sides.map(|side| last[self.ends[side][1]].saturating_sub(self.sides[side].least));
            last[edge] = most.min().unwrap_or(room).min(below);
        }
        last
    }

    /// Boxes one behind another that need as much as there is need of.
    fn tight(&self, first: &[u16]) -> Vec<usize> {
        let mut tight = Vec::new();
        let mut edge = first.len().saturating_sub(1);
        while edge > 0 {
            let is_tight = |side: &usize| first[self.ends[*side][0]] + self.sides[*side].least == first[edge];
            match self.ending(edge).find(is_tight) {
                Some(side) => {
                    tight.push(side);
                    edge = self.ends[side][0];
                }
                None => edge -= 1,
            }
        }
        tight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(from: f32, to: f32, least: u16) -> Side {
        Side { span: [from, to], least }
    }

    #[test]
    fn edges_are_where_they_are_in_print() {
        let sides = [side(0.0, 40.0, 2), side(40.0, 100.0, 2), side(0.0, 100.0, 2)];
        assert_eq!(fit(&sides, [0.0, 100.0], 50), Ok(vec![[0, 20], [20, 50], [0, 50]]));
    }

    #[test]
    fn a_small_box_has_what_it_needs() {
        let sides = [side(0.0, 96.0, 2), side(96.0, 98.0, 3), side(98.0, 100.0, 3), side(50.0, 50.5, 2)];
        assert_eq!(fit(&sides, [0.0, 100.0], 10), Ok(vec![[0, 4], [4, 7], [7, 10], [2, 4]]));
    }

    #[test]
    fn what_has_no_room_is_told() {
        let sides = [side(0.0, 50.0, 6), side(0.0, 20.0, 2), side(50.0, 100.0, 6)];
        assert_eq!(fit(&sides, [0.0, 100.0], 11), Err(vec![2, 0]));
    }
}
