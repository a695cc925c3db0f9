//! The spaces between the cells of a sheet, and which article each belongs to. A cell with one article on
//! all sides is inside its box; any other is a border. So no box can overlap another, and borders that
//! touch are one.

use crate::app::areas::Area;
use crate::app::front::border::Arms;

/// The least cells of a further rectangle inside a part, across and down, and the most rectangles.
const TEXT: (u16, u16) = (12, 2);
const MOST: usize = 4;

/// A sheet of cells.
pub struct SheetFaces {
    /// The spaces from left to right, one fewer than there are cells.
    columns: u16,
    rows: u16,
    owners: Vec<Option<usize>>,
}

/// A stretch of spaces of one article that touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxPart {
    /// The article.
    pub article: usize,
    /// The largest rectangle of cells that are inside it; they begin with 0.
    pub inside: Area,
    /// This and others that are inside it, column by column.
    pub insides: Vec<Area>,
    /// Its spaces.
    faces: Vec<usize>,
}

impl SheetFaces {
    /// A sheet of so many cells, all of it white.
    pub fn new(width: u16, height: u16) -> Self {
        let (columns, rows) = (width.saturating_sub(1), height.saturating_sub(1));
        Self { columns, rows, owners: vec![None; usize::from(columns) * usize::from(rows)] }
    }

    /// Gives an article what is between two columns and two rows of cells.
    pub fn give(&mut self, [[left, right], [top, bottom]]: [[u16; 2]; 2], article: usize) {
        for row in top..bottom.min(self.rows) {
            for column in left..right.min(self.columns) {
                let face = self.face(row, column);
                self.owners[face] = Some(article);
            }
        }
    }

    fn face(&self, row: u16, column: u16) -> usize {
        usize::from(row) * usize::from(self.columns) + usize::from(column)
    }

    /// The articles around a cell: above on the left and the right, below on the left and the right.
    pub fn around(&self, row: u16, column: u16) -> [Option<usize>; 4] {
        let at = |row: Option<u16>, column: Option<u16>| {
            let (row, column) = (row.filter(|row| *row < self.rows)?, column.filter(|column| *column < self.columns)?);
            self.owners[self.face(row, column)]
        };
        let (above, before) = (row.checked_sub(1), column.checked_sub(1));
        [at(above, before), at(above, Some(column)), at(Some(row), before), at(Some(row), Some(column))]
    }

    /// The border in a cell, if there is one.
    pub fn border(&self, row: u16, column: u16) -> Option<Arms> {
        let [above_left, above_right, below_left, below_right] = self.around(row, column);
        let arms = Arms {
            up: above_left != above_right,
            down: below_left != below_right,
            left: above_left != below_left,
            right: above_right != below_right,
        };
        (arms != Arms::default()).then_some(arms)
    }

    /// The parts of the sheet that belong to articles, from the top; those whose inside is narrower or lower
    /// than this become white.
    pub fn parts(&mut self, least: (u16, u16)) -> Vec<BoxPart> {
        let mut seen = vec![false; self.owners.len()];
        let mut parts = Vec::new();
        for face in 0..self.owners.len() {
            let Some(article) = self.owners[face].filter(|_| !seen[face]) else { continue };
            let faces = self.touching(face, &mut seen);
            let inside = self.largest(&faces);
            if inside.width < least.0 || inside.height < least.1 {
                faces.iter().for_each(|face| self.owners[*face] = None);
            } else {
                parts.push(BoxPart { article, inside, insides: self.insides(&faces, inside), faces });
            }
        }
        parts
    }

    /// The largest rectangles inside spaces, `largest` among them, column by column.
    fn insides(&self, faces: &[usize], largest: Area) -> Vec<Area> {
        let mut insides = Vec::new();
        let mut faces = faces.to_vec();
        let mut inside = largest;
        while insides.is_empty() || insides.len() < MOST && inside.width >= TEXT.0 && inside.height >= TEXT.1 {
            insides.push(inside);
            let taken = Area {
                row: inside.row - 1,
                column: inside.column - 1,
                width: inside.width + 1,
                height: inside.height + 1,
            };
            let columns = usize::from(self.columns);
            faces.retain(|face| !taken.holds((face / columns) as u16, (face % columns) as u16));
            inside = self.largest(&faces);
        }
        insides.sort_by_key(|inside| (inside.column, inside.row));
        insides
    }

    /// Whether a part holds the middle of what is between some cells.
    pub fn holds_middle(&self, part: &BoxPart, [[left, right], [top, bottom]]: [[u16; 2]; 2]) -> bool {
        part.faces.binary_search(&self.face(top.midpoint(bottom), left.midpoint(right))).is_ok()
    }

    /// The spaces of the same article that touch one, in order.
    fn touching(&self, face: usize, seen: &mut [bool]) -> Vec<usize> {
        let columns = usize::from(self.columns);
        let mut faces = vec![face];
        seen[face] = true;
        let mut next = 0;
        while let Some(face) = faces.get(next).copied() {
            next += 1;
            let column = face % columns;
            let beside = [
                (column > 0).then(|| face - 1),
                (column + 1 < columns).then_some(face + 1),
                face.checked_sub(columns),
                Some(face + columns).filter(|below| *below < self.owners.len()),
            ];
            for other in beside.into_iter().flatten() {
                if !seen[other] && self.owners[other] == self.owners[face] {
                    seen[other] = true;
                    faces.push(other);
                }
            }
        }
        faces.sort_unstable();
        faces
    }

    /// The largest rectangle of cells inside spaces that are in order.
    fn largest(&self, faces: &[usize]) -> Area {
        let columns = usize::from(self.columns);
        let mut heights = vec![0_u16; columns + 1];
        let mut largest = Area::default();
        for row in faces.chunk_by(|a, b| a / columns == b / columns) {
            let mut taller = vec![0; columns + 1];
            row.iter().for_each(|face| taller[face % columns] = heights[face % columns] + 1);
            heights = taller;
            let below = (row[0] / columns) as u16 + 1;
            let mut open: Vec<(u16, u16)> = Vec::new();
            for (column, height) in heights.iter().enumerate() {
                let mut from = column as u16;
                while let Some((left, tall)) = open.pop_if(|(_, tall)| *tall >= *height) {
                    let inside = Area {
                        row: below - tall + 1,
                        column: left + 1,
                        width: (column as u16 - left).saturating_sub(1),
                        height: tall.saturating_sub(1),
                    };
                    if cells(inside) > cells(largest) {
                        largest = inside;
                    }
                    from = left;
                }
                open.push((from, *height));
            }
        }
        largest
    }
}

fn cells(area: Area) -> u32 {
    u32::from(area.width) * u32::from(area.height)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The borders of a sheet, the articles' numbers inside.
    fn picture(faces: &SheetFaces, width: u16, height: u16) -> Vec<String> {
        let cell = |row, column| match faces.border(row, column) {
            Some(Arms { up, down, left, right }) => match (up || down, left || right) {
                (true, true) => '+',
                (true, false) => '|',
                _ => '-',
            },
            None => faces.around(row, column)[0].map_or(' ', |article| char::from(b'0' + article as u8)),
        };
        (0..height).map(|row| (0..width).map(|column| cell(row, column)).collect()).collect()
    }

    #[test]
    fn borders_that_touch_are_one_and_the_last_given_stays_whole() {
        let mut faces = SheetFaces::new(9, 5);
        faces.give([[0, 8], [0, 4]], 0);
        faces.give([[4, 8], [2, 4]], 1);
        assert_eq!(picture(&faces, 9, 5), ["+-------+", "|0000000|", "|000+---+", "|000|111|", "+---+---+"]);
        let parts = faces.parts((1, 1));
        let inside = |row, column, width, height| Area { row, column, width, height };
        assert_eq!(parts.iter().map(|part| part.article).collect::<Vec<_>>(), [0, 1]);
        assert_eq!((parts[0].inside, parts[1].inside), (inside(1, 1, 3, 3), inside(3, 5, 3, 1)));
        assert!(faces.holds_middle(&parts[1], [[4, 8], [2, 4]]) && !faces.holds_middle(&parts[0], [[4, 8], [2, 4]]));
    }

    #[test]
    fn what_has_no_inside_becomes_white() {
        let mut faces = SheetFaces::new(6, 4);
        faces.give([[0, 5], [0, 1]], 0);
        faces.give([[0, 3], [1, 3]], 1);
        assert_eq!(faces.parts((1, 1)).len(), 1);
        assert_eq!(picture(&faces, 6, 4), ["      ", "+--+  ", "|11|  ", "+--+  "]);
    }
}
