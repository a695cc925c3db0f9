//! Lines on which two frames of the page ran together, cut apart: a head and the lead behind it,
//! the last line of a body and a head.

use super::measure::measures;
use crate::parse::grammar::credit::{credit, is_photographer};
use crate::parse::grammar::lead::lead_at;
use crate::parse::grammar::lead::may_be_lead;
use crate::parse::grammar::stream::Stream;
use crate::parse::line::{Ending, Line, Look};
use crate::parse::rules;

/// The widest line that is cut, in half characters: a wider one is a paragraph.
const WIDEST: i32 = 160;

/// Cuts heads off the leads behind them.
pub fn cut_leads(page: &str, lines: Vec<Line>) -> Vec<Line> {
    let places: Vec<Option<usize>> = (0..lines.len()).map(|i| before_lead(page, &lines, i)).collect();
    divided(page, lines, &places)
}

/// Cuts lines apart; the lines, and the measure of each.
pub fn cut(page: &str, lines: Vec<Line>) -> (Vec<Line>, Vec<i32>) {
    let measures = measures(&lines);
    let places: Vec<Option<usize>> =
        lines.iter().zip(&measures).map(|(line, &measure)| place(page, line, measure)).collect();
    let halves = |(place, measure): (&Option<usize>, i32)| [measure; 2].into_iter().take(1 + place.iter().count());
    let measures = places.iter().zip(measures).flat_map(halves).collect();
    (divided(page, lines, &places), measures)
}

/// Lines cut at the places, as bytes of the page, that some have.
fn divided(page: &str, lines: Vec<Line>, places: &[Option<usize>]) -> Vec<Line> {
    let mut out = Vec::with_capacity(lines.len());
    for (line, place) in lines.into_iter().zip(places) {
        match place {
            Some(at) => {
                let mut halves = line.split(page, *at);
                let [first, _] = &mut halves;
                first.look.heads = first.look.ending != Ending::Sentence;
                out.extend(halves);
            }
            None => out.push(line),
        }
    }
    out
}

/// Where a line is to be cut, as a byte of the page.
fn place(page: &str, line: &Line, measure: i32) -> Option<usize> {
    if !may_be_cut(line) {
        return None;
    }
    before_head(page, line, measure)
}

fn may_be_cut(line: &Line) -> bool {
    line.look.spaces > 0 && line.look.width <= WIDEST && !line.look.is_latin()
}

/// Before a lead with a dateline that stands behind a space.
fn before_lead(page: &str, lines: &[Line], at: usize) -> Option<usize> {
    const AHEAD: usize = 4;
    let line = &lines[at];
    if !rules::cut::lead() || !may_be_cut(line) || !line.look.lead_word {
        return None;
    }
    let leads = |place: &usize| page.get(*place..line.end).is_some_and(may_be_lead);
    let mut places = spaces(page, line).filter(leads).peekable();
    if places.peek().is_none() || lead_at(page, &lines[at..]).is_some() {
        return None;
    }
    let behind = &lines[at + 1..lines.len().min(at + AHEAD)];
    places.find(|&place| {
        let [_, rest] = line.split(page, place);
        let ahead: Vec<Line> = std::iter::once(rest).chain(behind.iter().cloned()).collect();
        lead_at(page, &ahead).is_some_and(|found| {
            let photo = found.lead.people.iter().any(is_photographer);
            found.lead.dateline.is_some() || (found.alone && found.lines == 1 && !photo)
        })
    })
}

/// Before a head: what stands before the space ends a sentence, what stands behind it is none, and
/// the whole is no line of the column.
fn before_head(page: &str, line: &Line, measure: i32) -> Option<usize> {
    if !rules::cut::head() || line.look.stops == 0 || line.look.ending != Ending::Open || fills(&line.look, measure) {
        return None;
    }
    let ends = |&place: &usize| Ending::of(page.get(line.start..place).unwrap_or_default()) == Ending::Sentence;
    spaces(page, line).filter(ends).find(|&place| {
        let [body, head] = line.split(page, place);
        let title = head.look.commas + head.look.stops == 0 && head.look.width >= 8;
        body.look.ending == Ending::Sentence && title && credit(&Stream::of(page, &[head]), 0).is_none()
    })
}

fn fills(look: &Look, measure: i32) -> bool {
    look.width - look.marks.min(4) <= measure && measure <= look.width + 1
}

/// The places behind a line's spaces, as bytes of the page. The breaks between the pieces of a
/// printed line are none.
fn spaces<'a>(page: &'a str, line: &Line) -> impl Iterator<Item = usize> + use<'a> {
    let start = line.start;
    let text = line.text(page);
    let mut space = false;
    text.char_indices().filter_map(move |(at, c)| {
        let place = space && !c.is_whitespace();
        space = c.is_whitespace() && c != '\n';
        place.then_some(start + at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::line;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let page = RawPage::from_text("test", text);
        let lines = line::read(&page, &page.lines);
        let texts: Vec<_> =
            cut(&page.text, cut_leads(&page.text, lines)).0.iter().map(|l| l.text(&page.text).to_owned()).collect();
        assert_eq!(texts.join("\n"), expected);
    }

    #[test]
    fn a_head_is_cut_from_the_lead_behind_it() {
        check(
            "老渡口石阶重见天日 本报讯 （记者 江\n一帆）清晨的河岸上站满了人",
            "老渡口石阶重见天日\n本报讯 （记者 江\n一帆）清晨的河岸上站满了人",
        );
        check("据说本报 11 月讯息\n很多", "据说本报 11 月讯息\n很多");
    }
}
