//! Printed lines that the source holds in pieces, put together again: an extractor that breaks a
//! line at a squeezed mark or at a change of font.

use super::lines::{Ending, Line};
use super::measure::measures_of_pieces;
use super::signs::sighted;
use super::weights::pieces as weight;
use crate::text::chars;

/// The most pieces of a printed line.
const MOST: usize = 10;
/// One line in so many begins with a mark that may not begin one, on a page of pieces.
const SIGNS: usize = 80;

/// Puts pieces together where the page has any.
pub fn rejoin(page: &str, lines: Vec<Line>) -> Vec<Line> {
    let kana: i32 = lines.iter().map(|line| line.look.kana).sum();
    let signs = lines.iter().filter(|line| breaks_kinsoku(line) || (line.look.width <= 2 && !line.gap)).count();
    if signs * SIGNS < lines.len() || signs == 0 {
        return lines;
    }
    let leads: Vec<bool> = (0..lines.len()).map(|i| sighted(page, &lines[i..]).is_some()).collect();
    let indent = if kana * 20 > lines.len() as i32 * 15 { 2 } else { 4 };
    let ends = printed_lines(&lines, &measures_of_pieces(&lines), &leads, indent);
    let mut out = Vec::with_capacity(lines.len());
    let mut start = 0;
    for end in ends {
        out.push(lines[start].with_pieces(page, &lines[start + 1..end]));
        start = end;
    }
    out
}

/// Whether no printed line could begin so.
fn breaks_kinsoku(line: &Line) -> bool {
    let c = line.look.first;
    chars::is_closer(c) || matches!(c, '，' | '。' | '、' | '；' | '：' | '？' | '！' | '・')
}

/// Where each printed line ends, as the index of the piece after it: the cheapest division.
fn printed_lines(lines: &[Line], measures: &[i32], leads: &[bool], indent: i32) -> Vec<usize> {
    let mut best = vec![(0.0_f32, 0); lines.len() + 1];
    for end in 1..=lines.len() {
        let mut choice = (f32::INFINITY, end - 1);
        let (mut width, mut marks) = (0, 0);
        for start in (end.saturating_sub(MOST)..end).rev() {
            width += lines[start].look.width;
            marks += lines[start].look.marks;
            let after_end = start == 0 || lines[start].gap || lines[start - 1].look.ending.is_end();
            let first = if after_end { measures[start] - indent } else { -1 };
            let cost = best[start].0 + printed(&lines[start..end], width, marks, [measures[start], first]);
            if cost < choice.0 {
                choice = (cost, start);
            }
            if start == 0 || !may_be_joined(&lines[start - 1], &lines[start]) || leads[start] {
                break;
            }
        }
        best[end] = choice;
    }
    let mut ends = Vec::new();
    let mut at = lines.len();
    while at > 0 {
        ends.push(at);
        at = best[at].1;
    }
    ends.reverse();
    ends
}

/// Whether the break between two lines may be an extractor's: a mark stands at it, or the font
/// changes.
fn may_be_joined(a: &Line, b: &Line) -> bool {
    let is_mark = |c: char| chars::is_cjk_mark(c) || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '・');
    let narrow = |c: char| chars::is_digit(c) || chars::is_latin(c) || c == '%';
    let at_mark = is_mark(a.look.last) || is_mark(b.look.first);
    let at_font = narrow(a.look.last) != narrow(b.look.first);
    !b.gap && b.look.indent < 2 && (at_mark || at_font)
}

/// What pieces cost as one printed line.
fn printed(pieces: &[Line], width: i32, marks: i32, [measure, first_measure]: [i32; 2]) -> f32 {
    let Some((first, last)) = pieces.first().zip(pieces.last()) else { return 0.0 };
    let fits = |room: i32| width - marks.min(6) <= room && room <= width + 1;
    let begins = if breaks_kinsoku(first) { weight::KINSOKU } else { 0.0 };
    let joins = weight::JOIN * (pieces.len() - 1) as f32;
    let line = if fits(measure) {
        weight::FULL
    } else if fits(first_measure) {
        weight::FIRST
    } else if width - marks.min(6) > measure {
        if pieces.len() > 1 { f32::INFINITY } else { weight::OVER }
    } else if matches!(last.look.ending, Ending::Sentence | Ending::Colon) {
        weight::LAST + if pieces.len() > 1 { weight::SHORT_JOIN } else { 0.0 }
    } else {
        weight::SHORT + if pieces.len() > 1 { weight::LOOSE_JOIN } else { 0.0 }
    };
    begins + joins + line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::lines;

    fn rejoined(text: &str) -> String {
        let page = RawPage::from_text("test", text);
        let lines = lines::read(&page);
        let joined = rejoin(&page.text, lines);
        joined.iter().map(|line| line.text(&page.text).replace('\n', "")).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn pieces_become_printed_lines() {
        let text = "河水退去以后的第三天早上\n老渡口的石阶露了出来，\n有\n人在上面找到一枚铜钱\n，\n看\n样子埋了很多年。\n岸上的人都跑来看看热闹";
        let expected = "河水退去以后的第三天早上\n老渡口的石阶露了出来，有\n人在上面找到一枚铜钱，看\n样子埋了很多年。\n岸上的人都跑来看看热闹";
        assert_eq!(rejoined(text), expected);
    }

    #[test]
    fn a_page_without_pieces_stays_as_it_is() {
        let text = "河水退去以后的第三天早上\n老渡口，\n有石阶\n岸上的人都跑来看看热闹";
        assert_eq!(rejoined(text), text);
    }
}
