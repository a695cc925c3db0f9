//! An area of a map as boxes.

use crate::model::Bounds;

/// The most corners of an area that is followed; of one with more its outermost edges count.
const MOST_CORNERS: usize = 64;

/// No picture of a page is so large.
const FAR: f32 = 1e6;

/// The boxes that an area consists of, by its attributes `shape` and `coords`, from the top; none where these are
/// no numbers.
pub fn boxes(shape: &str, coords: &str) -> Vec<Bounds> {
    let numbers = coords.split([',', ';', ' ']).map(|number| number.trim().trim_end_matches('%'));
    let numbers: Option<Vec<f32>> = numbers.filter(|number| !number.is_empty()).map(|n| n.parse().ok()).collect();
    let numbers = numbers.filter(|numbers| numbers.iter().all(|number| number.abs() <= FAR)).unwrap_or_default();
    match *numbers.as_slice() {
        [x, y, radius] if shape.to_ascii_lowercase().starts_with("circ") => {
            vec![Bounds { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }]
        }
        [a, b, c, d] => vec![Bounds { left: a.min(c), top: b.min(d), right: a.max(c), bottom: b.max(d) }],
        _ => of_corners(&numbers.chunks_exact(2).map(|corner| [corner[0], corner[1]]).collect::<Vec<_>>()),
    }
}

fn of_corners(corners: &[[f32; 2]]) -> Vec<Bounds> {
    let mut rows: Vec<f32> = corners.iter().map(|corner| corner[1]).collect();
    rows.sort_by(f32::total_cmp);
    rows.dedup();
    if corners.len() > MOST_CORNERS {
        rows = [rows.first(), rows.last()].into_iter().flatten().copied().collect();
    }
    let mut boxes: Vec<Bounds> = Vec::new();
    for row in rows.windows(2) {
        for [left, right] in across(corners, row[0].midpoint(row[1])) {
            let above = boxes.iter_mut().find(|above| above.bottom == row[0] && above.sides() == [left, right]);
            match above {
                Some(above) => above.bottom = row[1],
                None => boxes.push(Bounds { left, top: row[0], right, bottom: row[1] }),
            }
        }
    }
    boxes
}

/// What of a row is inside.
fn across(corners: &[[f32; 2]], row: f32) -> Vec<[f32; 2]> {
    let edges = corners.iter().zip(corners.iter().cycle().skip(1));
    let mut met: Vec<f32> = edges
        .filter(|([_, a], [_, b])| (*a < row) != (*b < row))
        .map(|([left, a], [right, b])| left + (right - left) * (row - a) / (b - a))
        .collect();
    met.sort_by(f32::total_cmp);
    met.chunks_exact(2).map(|pair| [pair[0], pair[1]]).filter(|[left, right]| left < right).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_made_of(shape: &str, coords: &str, expected: &[[i32; 4]]) {
        let boxes = boxes(shape, coords);
        let edges: Vec<_> = boxes
            .iter()
            .map(|bounds| [bounds.left, bounds.top, bounds.right, bounds.bottom].map(|n| n as i32))
            .collect();
        assert_eq!(edges, expected, "{coords}");
    }

    #[test]
    fn an_area_is_made_of_boxes() {
        is_made_of("polygon", "5,72,228,72,228,207,5,207", &[[5, 72, 228, 207]]);
        let ell = [[232, 295, 344, 500], [232, 500, 265, 529]];
        is_made_of("polygon", "265,500,344,500,344,295,232,295,232,529,265,529", &ell);
        is_made_of("POLY", "0%, 0%, 50%, 0%, 50%, 40%, 0%, 40%", &[[0, 0, 50, 40]]);
        is_made_of("rect", "10,20,5,8", &[[5, 8, 10, 20]]);
        is_made_of("circle", "10,10,4", &[[6, 6, 14, 14]]);
        let hole = "0,0,30,0,30,30,20,30,20,10,10,10,10,30,0,30";
        is_made_of("polygon", hole, &[[0, 0, 30, 10], [0, 10, 10, 30], [20, 10, 30, 30]]);
        is_made_of("polygon", "0,0,20,0,10,20", &[[5, 0, 15, 20]]);
    }

    #[test]
    fn what_is_no_area_has_no_boxes() {
        for coords in ["", "1,2", "1,2,x,4", "1,1,2,2,3,3", "NaN,1,2,3,4,5", "7,7,7,7,7,7"] {
            is_made_of("polygon", coords, &[]);
        }
        let many: String = (0..4000).map(|n| format!("{},{},", n % 7, n % 11)).collect();
        assert!(boxes("polygon", &many).len() <= 4000);
    }
}
