//! Drop capitals: the large first letter of a text put back before the line that it begins.

use crate::parse::line::{Line, Print};
use crate::parse::lines::plain_setter::PlainSetter;

/// A drop capital is so many times as large as its text.
const LARGER: f32 = 1.6;

/// The page with its drop capitals in their lines; none where it has none.
pub fn set_in(page: &str, lines: &[Line]) -> Option<PlainSetter> {
    let prints: Vec<Print> = lines.iter().map(|line| line.print).collect::<Option<_>>()?;
    let mut capitals: Vec<(usize, usize)> = Vec::new();
    for at in 0..lines.len() {
        let text = text_of(lines, &prints, at);
        // A text has one drop capital.
        let is_free = |text: &usize| capitals.iter().all(|(_, of)| of != text);
        if let Some(text) = text.filter(is_free) {
            capitals.push((at, text));
        }
    }
    if capitals.is_empty() {
        return None;
    }
    let mut setting = PlainSetter::default();
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| capitals.iter().all(|(capital, _)| capital != at)) {
        let own = capitals.iter().find(|(_, text)| *text == at);
        let capital = own.map_or("", |(capital, _)| lines[*capital].text(page));
        let mut print = prints[at];
        if let Some((capital, _)) = capitals.iter().find(|(capital, _)| is_beside(&prints[*capital], &print)) {
            print.bounds.left = prints[*capital].bounds.left;
        }
        let numbers = own.map_or(line.numbers, |(capital, _)| line.numbers.joined_to(lines[*capital].numbers));
        let set = setting.line(&format!("{capital}{}", line.text(page)), 0, numbers, false);
        set.into_iter().for_each(|set| set.print = Some(print));
    }
    Some(setting)
}

/// The line that a drop capital begins, if a line is one.
fn text_of(lines: &[Line], prints: &[Print], at: usize) -> Option<usize> {
    let capital = &prints[at];
    if lines[at].look.width > 4 {
        return None;
    }
    let beside = (0..lines.len()).filter(|&line| line != at && lines[line].look.width > 4);
    let beside = beside.filter(|&line| is_beside(capital, &prints[line]));
    let first = beside.min_by(|&a, &b| prints[a].bounds.top.total_cmp(&prints[b].bounds.top))?;
    Some(first).filter(|_| prints.iter().filter(|print| is_beside(capital, print)).count() > 1)
}

/// Whether a line stands beside a drop capital.
fn is_beside(capital: &Print, line: &Print) -> bool {
    let (Some(large), Some(size)) = (capital.size, line.size) else { return false };
    let gap = line.bounds.left - capital.bounds.right;
    let middle = (line.bounds.top + line.bounds.bottom) / 2.0;
    large > LARGER * size
        && (-0.5 * size..1.2 * size).contains(&gap)
        && (capital.bounds.top..capital.bounds.bottom).contains(&middle)
}
