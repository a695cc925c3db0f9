//! A page whose geometry is known, set in the order of reading: each line with the width and the indent
//! that it has in print.

mod drop_caps;
mod fragments;

use super::plain_setter::PlainSetter;
use crate::model::PageGeometry;
use crate::parse::layout::{InOrder, QuarterTurn, in_reading_order, upright};
use crate::parse::line::{Border, Line};

/// The page in the order of reading, and how it was turned for that; without a geometry of its own it is
/// as large as its lines need.
pub fn set(page: &str, geometry: Option<&PageGeometry>, lines: &[Line]) -> (PlainSetter, QuarterTurn) {
    let (geometry, lines, turn) = upright(geometry.unwrap_or(&around(lines)), lines);
    let PlainSetter { text, lines, .. } = fragments::join(page, &geometry, &lines);
    let mut setting = PlainSetter::default();
    let mut before: Option<&Line> = None;
    for place in in_reading_order(&text, &geometry, &lines) {
        let line = &lines[place.line];
        keep(&text, line, &place, before, &mut setting);
        before = Some(line);
    }
    (setting, turn)
}

fn around(lines: &[Line]) -> PageGeometry {
    let bounds = || lines.iter().filter_map(|line| line.print).map(|print| print.bounds);
    PageGeometry {
        width: bounds().map(|bounds| bounds.right).fold(0.0, f32::max),
        height: bounds().map(|bounds| bounds.bottom).fold(0.0, f32::max),
        ..PageGeometry::default()
    }
}

/// Adds a line in its place: a head that is run in before a text as a line of its own.
fn keep(page: &str, line: &Line, place: &InOrder, before: Option<&Line>, setting: &mut PlainSetter) {
    let Some(mut print) = line.print else { return };
    let half = print.type_size() / 2.0;
    let halves = |points: f32| (points / half).round() as i32;
    let measure = halves(place.edges[1] - place.edges[0]);
    print.above = before.and_then(|before| before.print).and_then(|before| print.below(&before));
    (print.scale, print.boldness, print.spaced) = (place.scale, place.boldness, place.spaced);
    let known = |set: &mut Line| {
        set.print = Some(print);
        set.measure = Some(measure);
        set.chain = Some(place.chain);
        set.standing = place.standing;
        set.section = place.title.then_some(1);
        set.border = place.begins.then_some(Border::End);
    };
    let (head, text) = line.text(page).split_at(print.run_in.unwrap_or_default());
    let gap = print.is_apart() || print.spaced == Some(true);
    if let Some(set) = setting.line(head, 0, line.numbers, gap) {
        known(set);
        set.look.heads = true;
        set.border = Some(Border::End);
    }
    let run_in = !head.is_empty();
    let indent = if run_in { 0 } else { halves(place.own[0] - place.edges[0]).max(0) };
    let Some(set) = setting.line(text, indent.unsigned_abs() as usize, line.numbers, gap && !run_in) else { return };
    known(set);
    match run_in {
        true => (set.look.width, set.border) = (measure - INDENT, None),
        false => set.look.width = halves(place.own[1] - place.own[0]).max(1),
    }
}

/// How much of its line a run-in head and its space are taken for, in half characters: an indent.
const INDENT: i32 = 4;
