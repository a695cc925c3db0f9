//! Fragments of printed lines put together: what stands on one baseline in one column, and the cells of
//! a table's row.

use super::drop_caps;
use crate::model::{Bounds, PageGeometry};
use crate::parse::line::{Ending, Line, Print};
use crate::parse::lines::plain_setter::PlainSetter;

/// Fragments further apart than so many type sizes are of different columns, unless a line above or
/// below them goes over the gap.
const CLOSE: f32 = 0.5;
/// The widest gap inside a line, in type sizes.
const WIDE: f32 = 4.0;
/// The widest gap in a line that stands by itself, in type sizes.
const LONE: f32 = 3.5;
/// The widest cell, in type sizes.
const CELL: f32 = 14.0;

/// Strokes so much thicker than those behind them are bold.
const BOLD: f32 = 1.3;

/// The page with its fragments joined, in the order of its source.
pub fn join(page: &str, geometry: &PageGeometry, lines: &[Line]) -> PlainSetter {
    let plain = drop_caps::set_in(page, lines);
    let (page, lines) = match &plain {
        Some(plain) => (plain.text.as_str(), plain.lines.as_slice()),
        None => (page, lines),
    };
    let prints: Vec<Print> = lines.iter().filter_map(|line| line.print).collect();
    let joined = |at: usize| {
        at > 0 && is_joined(geometry, &prints, at - 1) && lines[at].numbers.0 == lines[at - 1].numbers.1 + 1
    };
    let mut setting = PlainSetter::default();
    let mut first = 0;
    for end in 1..=lines.len() {
        if end < lines.len() && joined(end) {
            continue;
        }
        keep(page, &lines[first..end], &mut setting);
        first = end;
    }
    setting
}

fn keep(page: &str, fragments: &[Line], setting: &mut PlainSetter) {
    let [first, _, ..] = fragments else {
        if let [line] = fragments {
            let set = setting.line(line.text(page), 0, line.numbers, false);
            set.into_iter().for_each(|set| set.print = line.print);
        }
        return;
    };
    let head = first.text(page).len();
    let text = fragments
        .windows(2)
        .fold(first.text(page).to_owned(), |text, pair| text + space(&pair[0], &pair[1]) + pair[1].text(page));
    let prints = fragments[1..].iter().filter_map(|fragment| fragment.print);
    let print = first.print.map(|print| prints.fold(print, Print::joined_to));
    let run_in = is_run_in(page, fragments).then_some(head);
    let row = run_in.is_none() && fragments.len() > 2;
    let numbers = fragments.iter().fold(first.numbers, |numbers, fragment| numbers.joined_to(fragment.numbers));
    let set = setting.line(&text, 0, numbers, false);
    set.into_iter().for_each(|set| set.print = print.map(|print| Print { run_in, row, ..print }));
}

/// What stands between two fragments of a line.
fn space(fragment: &Line, next: &Line) -> &'static str {
    let gap = fragment.print.zip(next.print).map_or(1.0, |(a, b)| (b.bounds.left - a.bounds.right) / a.type_size());
    match fragment.look.is_latin() {
        true => " ",
        false if gap < CLOSE => "",
        false => "\u{3000}",
    }
}

/// Whether the first of a line's fragments is a head run in before its text: bold, and no speaker's
/// name, dateline or byline.
fn is_run_in(page: &str, fragments: &[Line]) -> bool {
    let weight = |line: &Line| line.print?.weight;
    let [first, second, ..] = fragments else { return false };
    let bold = weight(first).zip(weight(second)).is_some_and(|(first, second)| first > second * BOLD);
    let look = &first.look;
    let open = matches!(look.ending, Ending::Open | Ending::Closer) && !look.lead_word && look.width > 6;
    bold && open && !first.text(page).ends_with(['）', ')'])
}

/// Whether a fragment and the next are of one line.
fn is_joined(geometry: &PageGeometry, prints: &[Print], at: usize) -> bool {
    let (a, b) = (&prints[at], &prints[at + 1]);
    let size = a.type_size();
    let gap = b.bounds.left - a.bounds.right;
    let level = (a.bounds.bottom - b.bounds.bottom).abs() < 0.35 * size;
    if !level
        || gap < -0.3 * size
        || (size - b.type_size()).abs() > 0.1 * size
        || is_parted(geometry, a.bounds, b.bounds)
    {
        return false;
    }
    gap < CLOSE * size
        || gap < WIDE * size && is_bridged(prints, at)
        || gap < LONE * size && is_lone(prints, at)
        || is_row(prints, at)
}

/// Whether a line above or below goes over the gap between two fragments.
fn is_bridged(prints: &[Print], at: usize) -> bool {
    let (a, b, size) = (prints[at].bounds, prints[at + 1].bounds, prints[at].type_size());
    let bridges = |other: &Print| {
        let near =
            (other.bounds.bottom - a.bottom).abs() < 2.2 * size && (other.bounds.bottom - a.bottom).abs() > 0.5 * size;
        let alike = (other.type_size() - size).abs() < 0.1 * size;
        let part = 0.3 * (b.left - a.right);
        near && alike && other.bounds.left < a.right + part && other.bounds.right > b.left - part
    };
    prints.iter().any(bridges)
}

/// Whether two fragments have a baseline for themselves: no line of their type stands near it.
fn is_lone(prints: &[Print], at: usize) -> bool {
    let (a, b, size) = (prints[at].bounds, prints[at + 1].bounds, prints[at].type_size());
    !prints.iter().any(|other| {
        let level = (other.bounds.bottom - a.bottom).abs();
        let near = level > 0.5 * size && level < 2.0 * size;
        near && (other.type_size() - size).abs() < 0.1 * size
            && other.bounds.left < b.right
            && other.bounds.right > a.left
    })
}

/// Whether two fragments are cells of a table's row: short, and above or below them stand two more that
/// begin where they do.
fn is_row(prints: &[Print], at: usize) -> bool {
    let (a, b, size) = (prints[at].bounds, prints[at + 1].bounds, prints[at].type_size());
    let short = |bounds: Bounds| bounds.width() < CELL * size;
    let below = |cell: Bounds| {
        move |other: &Print| {
            let level = (other.bounds.bottom - cell.bottom).abs();
            let near = level > 0.5 * size && level < 2.5 * size;
            near && short(other.bounds) && (other.bounds.left - cell.left).abs() < 0.6 * size
        }
    };
    let pair = || {
        prints.windows(2).any(|pair| {
            below(a)(&pair[0])
                && below(b)(&pair[1])
                && (pair[0].bounds.bottom - pair[1].bounds.bottom).abs() < 0.35 * size
        })
    };
    short(a) && short(b) && pair()
}

/// Whether a drawn line stands between two boxes beside each other.
fn is_parted(geometry: &PageGeometry, left: Bounds, right: Bounds) -> bool {
    geometry.rules.iter().map(|rule| rule.bounds).any(|rule| {
        let middle = (rule.left + rule.right) / 2.0;
        rule.height() > rule.width()
            && middle > left.right - 1.0
            && middle < right.left + 1.0
            && rule.top < left.bottom
            && rule.bottom > left.top
    })
}
