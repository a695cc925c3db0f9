//! The breaks between a source's lines: which of them may be an extractor's, and why it made them.

use crate::parse::grammar::credit::whole_credit;
use crate::parse::grammar::lead::PlacedLead;
use crate::parse::grammar::lead::lead_at;
use crate::parse::line::{Ending, Line};
use crate::parse::rules;
use crate::text::chars;

/// What the break before a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// The printed line's own end.
    Kept,
    /// Perhaps an extractor's, between two marks: one of them is always squeezed.
    Pair,
    /// Perhaps an extractor's, at a mark that was squeezed because the line was too long.
    Mark,
    /// Perhaps an extractor's, at a change of font or a wide space.
    Font,
    /// Perhaps an extractor's, amid a text, at a character that is lost.
    Lost,
}

/// One line in so many begins with a mark that may not begin one, on a page of pieces.
const SIGNS: usize = 80;

/// Whether the page's lines are in pieces: some begin as no printed line does.
pub fn in_pieces(lines: &[Line]) -> bool {
    let signs = lines.iter().filter(|line| line.look.breaks_kinsoku()).count();
    signs > 0 && signs * SIGNS >= lines.len()
}

/// The breaks before all lines.
pub fn read(page: &str, lines: &[Line], leads: &[bool], in_pieces: bool) -> Vec<Break> {
    let ended = |i: usize| i == 0 || lines[i - 1].look.ending.is_end();
    let lost = lost(page, lines);
    let read = |i: usize| {
        if i == 0 || leads[i] || has_text(page, &lines[i - 1], &lines[i]) {
            return Break::Kept;
        }
        if lost[i] {
            return Break::Lost;
        }
        let unended = || !ended(i) && !ended(i - 1) && !lines[i - 1].gap;
        let likely = in_pieces || may_be_words(&lines[i - 1], &lines[i]) || unended();
        let found = if likely { at(page, lines, i) } else { Break::Kept };
        let led = found != Break::Kept && !in_pieces && lead_at(page, &lines[i..]).is_some();
        if led { Break::Kept } else { found }
    };
    (0..lines.len()).map(read).collect()
}

/// Whether anything stands between two lines: furniture that was set apart.
fn has_text(page: &str, a: &Line, b: &Line) -> bool {
    page.get(a.end..b.start).is_none_or(|between| !between.trim().is_empty())
}

/// The break before a line, by what stands on both sides.
fn at(page: &str, lines: &[Line], at: usize) -> Break {
    let (a, b) = (&lines[at - 1], &lines[at]);
    if may_be_words(a, b) {
        return Break::Font;
    }
    let vertical = |line: Option<&Line>| line.is_some_and(|line| line.look.width <= 4 && line.look.marks == 0);
    let head = vertical(lines.get(at)) && vertical(lines.get(at + 1));
    if b.gap || b.look.indent >= 2 || head {
        return Break::Kept;
    }
    let narrow = |c: char| chars::is_digit(c) || chars::is_latin(c) || c == '%';
    let spaced = page.get(a.end..).is_some_and(|rest| rest.starts_with(' '));
    let other_font = |at: usize| {
        rules::pieces::lone_marks() && is_lone_mark(&lines[at]) && at > 0 && !is_mark(lines[at - 1].look.last)
    };
    let latin = [a, b].iter().any(|line| line.look.is_latin() && !is_figure(line));
    let beside_figure = rules::pieces::figures() && is_figure(a) != is_figure(b) && !a.look.ending.is_end() && !latin;
    match (is_mark(a.look.last), is_mark(b.look.first)) {
        _ if beside_figure => Break::Font,
        (false, false) if !(spaced && narrow(a.look.last) != narrow(b.look.first)) => Break::Kept,
        (false, false) => Break::Font,
        _ if other_font(at - 1) || other_font(at) => Break::Font,
        (true, true) => Break::Pair,
        (true, false) | (false, true) => Break::Mark,
    }
}

/// Whether each line may be the rest of the one before, cut where a character of another font was lost, as
/// the dot in a foreign name: with it both fill a line of the page's usual measure, or the first of a
/// paragraph, and what stands before and behind goes with that.
fn lost(page: &str, lines: &[Line]) -> Vec<bool> {
    const WIDE: i32 = 44;
    let usual = commonest_width(lines);
    if usual < WIDE {
        return vec![false; lines.len()];
    }
    let is = |i: usize| {
        let (a, b) = (&lines[i - 1].look, &lines[i].look);
        let open = a.ending == Ending::Open && !b.breaks_kinsoku() && !chars::is_opener(b.first) && a.spaces == 0;
        let room = usual - a.width - b.width - LOST;
        if !open || !(-1..=5).contains(&room) {
            return false;
        }
        let runs = i > 1
            && matches!(lines[i - 2].look.ending, Ending::Open | Ending::Comma)
            && !has_text(page, &lines[i - 2], &lines[i - 1]);
        let fits = if runs { (-1..=1).contains(&room) } else { (3..=5).contains(&room) };
        let goes_on = |next: &Line| next.look.width + 1 >= usual || next.look.ending == Ending::Sentence;
        fits && lines.get(i + 1).is_some_and(goes_on)
    };
    (0..lines.len()).map(|i| i > 0 && is(i)).collect()
}

/// The width of such a character, in half characters.
const LOST: i32 = 2;

/// The width that most lines have, in half characters.
fn commonest_width(lines: &[Line]) -> i32 {
    const WIDEST: usize = 130;
    let mut counts = [0_u32; WIDEST];
    for width in lines.iter().filter_map(|line| usize::try_from(line.look.width).ok()) {
        if let Some(count) = counts.get_mut(width) {
            *count += 1;
        }
    }
    (0..WIDEST).max_by_key(|&width| counts[width]).map_or(0, |width| width as i32)
}

/// Whether a line may be the next words of a Latin line that was broken at its wide spaces.
fn may_be_words(a: &Line, b: &Line) -> bool {
    let unended = matches!(a.look.ending, Ending::Open | Ending::Comma);
    rules::pieces::words() && !b.gap && a.look.is_latin() && b.look.is_latin() && unended && b.look.first.is_lowercase()
}

/// Whether a line is a figure, a letter or a percentage and nothing else, as one set in another font
/// or below the line comes: 18.3%, the 2 of CO₂.
fn is_figure(line: &Line) -> bool {
    const WIDEST: i32 = 8;
    let look = &line.look;
    look.width <= WIDEST && look.narrow == look.width && look.spaces == 0 && look.last != '.'
}

/// Whether a line is a mark and nothing else.
fn is_lone_mark(line: &Line) -> bool {
    line.look.width <= 2 && is_mark(line.look.last)
}

/// Whether a character is a mark that may be squeezed.
fn is_mark(c: char) -> bool {
    chars::is_cjk_mark(c) || matches!(c, '“' | '”' | '‘' | '’' | '·' | '・')
}

/// How many pairs of neighbouring marks a text has.
pub fn pairs(text: &str) -> i32 {
    let mut before = false;
    let mut pairs = 0;
    for c in text.chars() {
        pairs += i32::from(is_mark(c) && before);
        before = is_mark(c);
    }
    pairs
}

/// Whether a lead begins with each line of a page. Names in brackets are a credit at the end of a body
/// as often as not.
pub fn leads(page: &str, lines: &[Line]) -> Vec<bool> {
    let mut covered = 0;
    let begins = |i: usize| {
        let free = i >= covered && whole_credit(page, &lines[i]).is_none();
        let names = |found: &PlacedLead| found.lead.dateline.is_none() && matches!(lines[i].look.first, '（' | '(');
        let found = lead_at(page, &lines[i..]).filter(|found| free && !names(found));
        covered = found.as_ref().map_or(covered, |found| i + found.lines);
        found.is_some()
    };
    (0..lines.len()).map(begins).collect()
}
