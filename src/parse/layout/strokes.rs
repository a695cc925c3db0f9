//! How bold each line is: against most type of its size on the page, for serif and sans differ as much
//! as light and bold do.

use super::blocks::{bounds, frame_of, size};
use crate::model::PageGeometry;
use crate::parse::line::Line;

/// So many half characters of one size tell what is usual in it.
const ENOUGH: i32 = 120;
/// The same of type in one frame.
const FRAMED: i32 = 30;

/// The thickness of each line's strokes against that of most type of its size; against that of most
/// type of the page where there is little of its size, and 1 where nothing is known.
pub fn boldness(geometry: &PageGeometry, lines: &[Line]) -> Vec<f32> {
    let all = usual(lines.iter());
    let frames: Vec<Option<usize>> = lines.iter().map(|line| frame_of(geometry, bounds(line))).collect();
    let of = |at: usize| {
        let line = &lines[at];
        let own = line.print?.weight?;
        let alike = |n: &usize| (size(&lines[*n]) - size(line)).abs() < 0.05 * size(line);
        let framed = |n: &usize| frames[*n] == frames[at] && alike(n);
        let much = |of: &mut dyn Iterator<Item = usize>| of.map(|n| lines[n].look.width).sum::<i32>();
        let all_lines = || 0..lines.len();
        let usual = match () {
            _ if frames[at].is_some() && much(&mut all_lines().filter(framed)) >= FRAMED => {
                usual(all_lines().filter(framed).map(|n| &lines[n]))
            }
            _ if much(&mut all_lines().filter(alike)) >= ENOUGH => usual(all_lines().filter(alike).map(|n| &lines[n])),
            _ => all,
        };
        usual.filter(|usual| *usual > 0.0).map(|usual| own / usual)
    };
    (0..lines.len()).map(|at| of(at).unwrap_or(1.0)).collect()
}

/// The thickness of strokes that half of the text has.
fn usual<'a>(lines: impl Iterator<Item = &'a Line>) -> Option<f32> {
    let mut strokes: Vec<(f32, i32)> = lines.filter_map(|line| Some((line.print?.weight?, line.look.width))).collect();
    strokes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = strokes.iter().map(|(_, width)| width).sum::<i32>() / 2;
    let mut seen = 0;
    let middle = strokes.iter().find(|(_, width)| {
        seen += width;
        seen >= half
    });
    middle.map(|(strokes, _)| *strokes)
}
